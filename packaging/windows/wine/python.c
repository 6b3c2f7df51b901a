/* python.exe and pythonw.exe: Python's own library does the work. LIBRARY is its name. */
#include <stdio.h>
#include <windows.h>

int wmain(int argc, wchar_t **argv) {
    HMODULE library = LoadLibraryW(LIBRARY);
    if (!library) {
        fprintf(stderr, "no Python: %lu\n", GetLastError());
        return 127;
    }
    return ((int (*)(int, wchar_t **))(void *)GetProcAddress(library, "Py_Main"))(argc, argv);
}
