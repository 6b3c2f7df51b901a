/* python.exe of a virtual environment: starts the one in `home` of pyvenv.cfg, as CPython's does. */
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST_PATH 4096
#define LONGEST_COMMAND 32768
#define NO_CONFIGURATION 106
#define NOT_STARTED 101
#define HOME "home = "

static void up(wchar_t *path) { *wcsrchr(path, L'\\') = 0; }

int wmain(void) {
    static wchar_t self[LONGEST_PATH], path[LONGEST_PATH], home[LONGEST_PATH];
    static wchar_t command[LONGEST_COMMAND];
    char line[LONGEST_PATH];
    wchar_t *words = GetCommandLineW();
    GetModuleFileNameW(NULL, self, LONGEST_PATH);
    wcscpy(path, self);
    up(path), up(path);
    wcscat(path, L"\\pyvenv.cfg");
    FILE *configuration = _wfopen(path, L"r");
    if (!configuration) return NO_CONFIGURATION;
    while (fgets(line, sizeof line, configuration))
        if (!strncmp(line, HOME, strlen(HOME))) {
            line[strcspn(line, "\r\n")] = 0;
            MultiByteToWideChar(CP_UTF8, 0, line + strlen(HOME), -1, home, LONGEST_PATH);
        }
    fclose(configuration);
    SetEnvironmentVariableW(L"__PYVENV_LAUNCHER__", self);
    if (*words == L'"')
        words = wcschr(words + 1, L'"') + 1;
    else
        while (*words && *words != L' ') words++;
    wcscat(home, L"\\python.exe");
    swprintf(command, LONGEST_COMMAND, L"\"%ls\"%ls", self, words);
    STARTUPINFOW start = {sizeof start};
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION process;
    DWORD code = 1;
    if (!CreateProcessW(home, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return NOT_STARTED;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
