/* Windows' icuuc.dll, which Wine lacks, without a single converter: Qt then takes its built-in
   ones, for UTF-8, -16, -32 and Latin-1. */
#define NONE(name) \
    void *name(void) { return 0; }
#define FILE_ACCESS_ERROR 4

void *ucnv_open(const char *name, int *error) {
    (void)name;
    *error = FILE_ACCESS_ERROR;
    return 0;
}

NONE(ucnv_close)
NONE(ucnv_reset)
NONE(ucnv_getMaxCharSize)
NONE(ucnv_getName)
NONE(ucnv_countAvailable)
NONE(ucnv_getAvailableName)
NONE(ucnv_getStandardName)
NONE(ucnv_toUCountPending)
NONE(ucnv_fromUCountPending)
NONE(ucnv_getToUCallBack)
NONE(ucnv_getFromUCallBack)
NONE(ucnv_setToUCallBack)
NONE(ucnv_setFromUCallBack)
NONE(ucnv_fromUnicode)
NONE(ucnv_toUnicode)
NONE(ucnv_cbToUWriteUChars)
NONE(ucnv_cbFromUWriteUChars)
NONE(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NONE(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
