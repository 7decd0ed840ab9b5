"""List the files of a program's folder for NSIS: how to install them, and how to remove exactly those.

`installer_files.py FOLDER LIST` writes LIST with two macros, `InstallFiles` and `RemoveFiles`, in an order that depends
on names alone, and prints the size of all in kibibytes.
"""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath

RESERVED = ("CON", "PRN", "AUX", "NUL")


def quoted(path: PureWindowsPath | str) -> str:
    """A path as a string of NSIS. Raises ValueError for a name that Windows or NSIS cannot take."""
    text = str(path)
    if any(letter in text for letter in '"$`<>|?*') or {part.upper() for part in PureWindowsPath(text).parts} & {
        *RESERVED
    }:
        raise ValueError(f"{text} cannot be installed under that name")
    return f'"{text}"'


def listing(folder: Path) -> str:
    """The two macros, for the files below a folder."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    folders = sorted({parent for path in files for parent in path.parents if parent != Path()})
    lines = ["; Made by installer_files.py from the folder that is packed.", "!macro InstallFiles"]
    inside = None
    for path in files:
        if path.parent != inside:
            inside = path.parent
            place = PureWindowsPath("$INSTDIR", *inside.parts)
            quoted(PureWindowsPath(*inside.parts))
            lines.append(f'  SetOutPath "{place}"')
        quoted(path.name)
        lines.append(f'  File "{folder.resolve() / path}"')
    lines += ['  SetOutPath "$INSTDIR"', "!macroend", "!macro RemoveFiles"]
    lines += [f'  Delete "{PureWindowsPath("$INSTDIR", *path.parts)}"' for path in files]
    lines += [f'  RMDir "{PureWindowsPath("$INSTDIR", *path.parts)}"' for path in reversed(folders)]
    return "\n".join([*lines, "!macroend", ""])


def main(arguments: list[str]) -> int:
    """Write the list, print the size; the exit code."""
    if len(arguments) != 2:
        print("usage: installer_files.py FOLDER LIST", file=sys.stderr)
        return 2
    folder, target = (Path(argument) for argument in arguments)
    target.write_text(listing(folder), encoding="utf-8", newline="\n")
    print(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
