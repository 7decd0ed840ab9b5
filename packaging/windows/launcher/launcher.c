/* Starts Labline with the Python beside it. Built twice: labline.exe, which has a window and no console, and labline-cli.exe, the same
   program for a console, whose output can be read and which a console waits for.

   Python is a library of this process, so that Windows shows one program with its own name and icon. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768 /* characters of a path, as Windows counts */

typedef int(__cdecl *Main)(int, wchar_t **);

/* Python reads these before the user's arguments. */
static wchar_t *const OPTIONS[] = {
    L"-B",          /* writes no bytecode: the program's folder stays as it was installed */
    L"-X", L"utf8", /* files and output are UTF-8 whatever the code page */
    L"-m", L"desktop",
};
enum { OPTION_COUNT = sizeof OPTIONS / sizeof *OPTIONS };

static int fail(const wchar_t *what) {
    static wchar_t text[LONGEST + 256];
    _snwprintf(text, LONGEST + 255, L"Labline cannot start: %ls (error %lu).\nInstall it again.", what, GetLastError());
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Labline", MB_OK | MB_ICONERROR);
#endif
    return 70;
}

/* Appends to the folder of this program. */
static BOOL beside(wchar_t *path, const wchar_t *name) {
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    wchar_t *end = wcsrchr(path, L'\\');
    if (!length || length >= LONGEST || !end || end + 1 + wcslen(name) >= path + LONGEST) return FALSE;
    wcscpy(end + 1, name);
    return TRUE;
}

int wmain(int count, wchar_t **given) {
    static wchar_t runtime[LONGEST], qt[LONGEST], library[LONGEST];
    /* Libraries come from the program's folders and from Windows: not from the folder of a file that is opened, and not from the PATH.
       Qt's folder is for its plugins, which Qt loads by themselves. */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    SetDllDirectoryW(L"");
    if (!beside(runtime, L"runtime") || !beside(qt, L"packages\\PySide6") || !beside(library, L"runtime\\" PYTHON_LIBRARY))
        return fail(L"its path is too long");
    if (!AddDllDirectory(runtime)) return fail(runtime);
    if (!AddDllDirectory(qt)) return fail(qt);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python) return fail(library);
    Main start = (Main)(void *)GetProcAddress(python, "Py_Main");
    if (!start) return fail(library);

    wchar_t **arguments = calloc(count + OPTION_COUNT + 1, sizeof *arguments);
    if (!arguments) return fail(L"there is no memory");
    arguments[0] = given[0];
    for (int i = 0; i < OPTION_COUNT; i++) arguments[1 + i] = OPTIONS[i];
    for (int i = 1; i < count; i++) arguments[OPTION_COUNT + i] = given[i];
    return start(count + OPTION_COUNT, arguments);
}
