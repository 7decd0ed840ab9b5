"""Gather the notices of all that travels with the program: who wrote it, under which licence, where its source is.

`notices.py FOLDER [LIBRARIES…]` fills FOLDER, for every system: a folder for each Python package that the program
needs, the licences of Qt, ICU and CPython, and `NOTICES.txt`, which tells of all. On Debian, LIBRARIES are files of the
system that are shipped as well; what their packages say is copied.

`notices.py --windows PARTS FOLDER` does it for the program that packaging/windows/make builds of those parts.
"""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from shutil import copy

from packaging.requirements import Requirement

LICENCES = Path(__file__).parent / "licences"
RESOURCES = Path(__file__).parents[2] / "resources"
OF_QT = ("pyside6-essentials", "shiboken6")
HEAD = """Labline {version} is under the MIT licence; see Labline/LICENSE.

What it is built on keeps its own licences. Each folder here is named after a part and holds its licence.

Qt {qt} and PySide6 {qt} (Qt for Python) are used under the GNU Lesser General Public License, version 3
(LGPL-3.0.txt, which adds to GPL-3.0.txt). Labline does not change them. Their libraries are files of their own in the
program's folder, linked dynamically: you may replace each by your own build of the same version. Nothing in Labline's
licence forbids you to study how it works for that purpose.

The source of exactly these versions is offered by the Qt Project at
  https://download.qt.io/archive/qt/ and https://download.qt.io/official_releases/QtForPython/
and, for three years from this release, by the developers of Labline to anyone who asks where Labline is published, on a
medium customary for software, for no more than the cost of sending it.

What others wrote inside Qt is listed in Qt-third-party.txt, ICU's licence is in ICU.txt, that of CPython {python} and
its library in CPython.txt. SQLite is in the public domain. {starter}

Python packages
"""
FROZEN = """The program's starter is PyInstaller's, whose licence
(PyInstaller) allows it with any program."""
FOR_WINDOWS = """Microsoft's C++ runtime is passed on under
the conditions at the end of CPython.txt. The program's starter holds parts of mingw-w64 (mingw-w64.txt); what installs
and removes the program is NSIS's (NSIS.txt)."""


def needed(name: str) -> dict[str, Distribution]:
    """The packages that a package needs on this system, and those that they need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        own = distribution(waiting.pop())
        for line in own.requires or ():
            requirement = Requirement(line)
            key = re.sub(r"[-_.]+", "-", requirement.name).lower()
            if key not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
                found[key] = distribution(key)
                waiting.append(key)
    return dict(sorted(found.items()))


def licence_files(package: Distribution) -> Iterator[Path]:
    """The files in which a package states its licence."""
    for path in package.files or ():
        if re.match(r"(licen[cs]e|copying|authors|notice)", path.name, re.IGNORECASE) and ".dist-info" in path.parts[0]:
            yield Path(str(package.locate_file(path)))


def stated_licence(package: Distribution) -> str:
    """A package's licence as its metadata has it."""
    about = package.metadata
    named = (line.rpartition("::")[2].strip() for line in about.get_all("Classifier", []) if line.startswith("License"))
    return about.get("License-Expression") or about.get("License") or next(named, "see its licence")


def write_package(package: Distribution, folder: Path) -> None:
    """Copy what a package says of its licence. Raises FileNotFoundError for one that says nothing."""
    files = list(licence_files(package))
    if not files:
        raise FileNotFoundError(f"{package.name} has no licence file")
    folder.mkdir(parents=True)
    for path in files:
        place = path.parts[next(at for at, part in enumerate(path.parts) if part.endswith(".dist-info")) + 1 :]
        copy(path, folder / "-".join(part for part in place if part != "licenses"))


def debian_packages(libraries: list[str]) -> dict[str, str]:
    """The versions of the Debian packages, by name, that libraries come from."""
    found = {}
    for library in libraries:
        owner = subprocess.run(
            ["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=True
        ).stdout.partition(":")[0]
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", owner], capture_output=True, text=True, check=True
        ).stdout
        found[owner] = version
    return dict(sorted(found.items()))


def write_starter(folder: Path, parts: Path | None) -> dict[str, str]:
    """Copy what those say who made CPython and the starter; what `HEAD` says of both."""
    if parts is None:
        write_package(distribution("pyinstaller"), folder / "PyInstaller")
        return {"starter": FROZEN, "python": platform.python_version()}
    copy(parts / "python" / "LICENSE.txt", folder / "CPython.txt")
    for package, name in (("nsis", "NSIS.txt"), ("mingw-w64-common", "mingw-w64.txt")):
        copy(f"/usr/share/doc/{package}/copyright", folder / name)
    return {"starter": FOR_WINDOWS, "python": (parts / "python-version").read_text(encoding="ascii").strip()}


def write_packages(folder: Path) -> tuple[str, list[str]]:
    """Copy what the Python packages say; the version of Qt, and a line for each package."""
    packages = needed("labline")
    for name, package in packages.items():
        if name not in OF_QT:
            write_package(package, folder / package.name)
    write_package(distribution("labline"), folder / "Labline")
    lines = [f"  {package.name} {package.version}: {stated_licence(package)}" for package in packages.values()]
    return packages["pyside6-essentials"].version, lines


def write_debian(folder: Path, libraries: list[str]) -> list[str]:
    """Copy what Debian's packages say of libraries that are taken from them; lines that tell of them."""
    if not libraries:
        return []
    lines = ["", "Libraries of Debian 12, which keeps the source of each version"]
    for name, version in debian_packages(libraries).items():
        (folder / "Debian").mkdir(exist_ok=True)
        copy(f"/usr/share/doc/{name}/copyright", folder / "Debian" / f"{name}.txt")
        lines.append(f"  {name} {version}: see Debian/{name}.txt")
    return lines


def main(arguments: list[str]) -> int:
    """Write the notices; the exit code."""
    parts = Path(arguments[1]) if arguments[0] == "--windows" else None
    name, *libraries = arguments[2:] if parts else arguments
    folder = Path(name)
    qt, lines = write_packages(folder)
    for path in sorted(LICENCES.iterdir()):
        copy(path, folder)
    copy(RESOURCES / "icons" / "LICENSE", folder / "Lucide-icons.txt")
    copy(RESOURCES / "themes" / "LICENSE.qt-material", folder / "qt-material.txt")
    text = HEAD.format(version=distribution("labline").version, qt=qt, **write_starter(folder, parts))
    lines += write_debian(folder, libraries)
    lines += ["", "Pictures and data", "  Icons: Lucide, ISC (Lucide-icons.txt)",
              "  Style sheets: rendered from the template of qt-material, BSD-2-Clause (qt-material.txt)",
              "  The dossier: CC BY 4.0", "  Fonts: none; the program uses those of the system"]  # fmt: skip
    (folder / "NOTICES.txt").write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
