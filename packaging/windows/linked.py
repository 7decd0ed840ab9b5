"""Whether all that a Windows program is linked to is there: in its own folder, or in Windows.

`linked.py FOLDER` reads the import tables of its programs and libraries, names each library that is missing, and each
of Qt's that nothing shipped is linked to, and fails if there is one. So nothing is cut too far, and nothing is carried
along in vain.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

OBJDUMP = "x86_64-w64-mingw32-objdump"

OF_WINDOWS = frozenset({
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "comdlg32", "crypt32", "d3d11", "d3d12", "d3d9",
    "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi", "kernel32", "mpr", "msvcrt",
    "ncrypt", "netapi32", "ntdll", "ole32", "oleaut32", "rpcrt4", "secur32", "setupapi", "shell32", "shlwapi",
    "uiautomationcore", "user32", "userenv", "uxtheme", "version", "winhttp", "winmm", "ws2_32", "wtsapi32",
})  # fmt: skip
"""Libraries that every Windows from 10, version 1809, has: those that something shipped is linked to."""


def is_of_windows(name: str) -> bool:
    """Whether a library, named in lower case, comes with Windows."""
    return name.startswith("api-ms-win-") or name.removesuffix(".dll") in OF_WINDOWS


def linked_to(path: Path) -> set[str]:
    """The libraries that a file is linked to, in lower case; delayed ones included."""
    listing = subprocess.run([OBJDUMP, "-p", str(path)], capture_output=True, text=True, check=True).stdout
    return {name.lower() for name in re.findall(r"^\s+DLL Name: (\S+)", listing, re.MULTILINE)}


def complaints(folder: Path) -> list[str]:
    """What is missing and what is there in vain."""
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in {".exe", ".dll", ".pyd"}]
    links = {path: linked_to(path) for path in paths}
    own = {path.name.lower() for path in paths}
    missing = [
        f"{path.relative_to(folder)} is linked to {name}, which is neither here nor in Windows"
        for path, names in links.items()
        for name in sorted(names)
        if name not in own and not is_of_windows(name)
    ]
    wanted = set().union(*links.values())
    vain = [
        f"{path.relative_to(folder)} is linked to nothing"
        for path in paths
        if path.parent.name == "PySide6" and path.name.startswith("Qt6") and path.name.lower() not in wanted
    ]
    return missing + vain


def main(arguments: list[str]) -> int:
    """Print what is wrong; the exit code."""
    wrong = complaints(Path(arguments[0]))
    for text in wrong:
        print(f"linked.py: {text}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
