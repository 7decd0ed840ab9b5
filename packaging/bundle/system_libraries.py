"""Take the system's libraries out of a frozen program for Linux.

PyInstaller copies each library of the system that something is linked to, but for the C library and drivers. A Debian
package takes them from Debian, which mends them. The installer for any Linux brings those that a system may lack, and
leaves what must be the system's own: what talks to its servers and drivers, or reads its settings in its own version.

`system_libraries.py BUNDLE FOLDER` moves them from the bundle into FOLDER, and deletes those that are left to the
system.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OWN = re.compile(r"libpython3.*")
"""Not of the system that the program is installed on: Python itself."""

LEFT_TO_SYSTEM = frozenset({
    "libstdc++.so.6", "libgcc_s.so.1",  # an older one would shadow what the system's drivers need
    "libX11.so.6", "libX11-xcb.so.1", "libxcb.so.1",  # every desktop has them, drivers are linked to them
    "libfontconfig.so.1", "libfreetype.so.6",  # read the system's settings of fonts
    "libglib-2.0.so.0", "libgthread-2.0.so.0", "libdbus-1.so.3", "libz.so.1",
    "libgssapi_krb5.so.2",  # reads the system's settings of Kerberos
    "libssl.so.3", "libcrypto.so.3",  # the system mends them, and has the certificates
})  # fmt: skip


def needed_by(path: Path) -> list[str]:
    """The libraries that an ELF file is linked to."""
    listing = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^ +NEEDED +(\S+)$", listing, re.MULTILINE)


def is_elf(path: Path) -> bool:
    """Whether it is a program or a library."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def brought(roots: Iterable[Path], found: dict[str, Path]) -> set[str]:
    """Which of the system's libraries must come along, so that `roots` find all but what is left to the system."""
    names: set[str] = set()
    waiting = list(roots)
    while waiting:
        for name in needed_by(waiting.pop()):
            if name in found and name not in LEFT_TO_SYSTEM | names:
                names.add(name)
                waiting.append(found[name])
    return names


def main(arguments: list[str]) -> int:
    """Move them; the exit code."""
    bundle, folder = (Path(argument) for argument in arguments)
    inner = bundle / "_internal"
    found = {
        path.name: path
        for path in inner.iterdir()
        if ".so" in path.name and not path.is_symlink() and not OWN.fullmatch(path.name)
    }
    others = {path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()} - {*found.values()}
    names = brought((path for path in others if is_elf(path)), found)
    folder.mkdir(parents=True)
    for name, path in found.items():
        if name in names:
            path.rename(folder / name)
        else:
            path.unlink()
    print(f"{len(names)} libraries of the system set apart, {len(found) - len(names)} left to it")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
