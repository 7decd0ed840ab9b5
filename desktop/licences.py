"""The notices of what Labline is built on: files beside the program, or those of the project it runs from."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import resources

LONGEST = 4 * 2**20
"""Bytes of a file that are read."""
FIRST = ("NOTICES.txt", "Labline/LICENSE", "LICENSE")
"""What tells of all the others is listed before them."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A file, and what it is listed as."""

    title: str
    path: Path

    def text(self) -> str:
        """What it says. Raises OSError."""
        with self.path.open("rb") as file:
            return file.read(LONGEST).decode("utf-8", errors="replace").replace("\r\n", "\n")


def notices_folder(program: Path | None = None) -> Path | None:
    """Where an installed program has its notices; None for one that runs from a clone.

    `program` is the file that was started. Windows and the per-user installation on Linux have them beside it, a macOS
    application among its resources, and a Debian package where documents of packages are.
    """
    started = (program or Path(sys.executable)).resolve()
    beside = started.parent
    places = (
        beside / "notices",
        beside.parent / "notices",
        beside.parent / "Resources" / "notices",
        beside.parents[min(1, len(beside.parents) - 1)] / "share" / "doc" / "labline" / "notices",
    )
    return next((place for place in places if (place / "NOTICES.txt").is_file()), None)


def licences(folder: Path | None) -> list[Licence]:
    """The notices in a folder, or without one those of the project, in the order in which they are listed."""
    if folder is not None:
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    else:
        own = Path(resources.__path__[0])
        files = {
            "LICENSE": own.parent / "LICENSE",
            "Lucide icons": own / "icons" / "LICENSE",
            "qt-material": own / "themes" / "LICENSE.qt-material",
        }
    return [Licence(_title(name), path) for name, path in sorted(files.items(), key=_place) if path.is_file()]


def _place(item: tuple[str, Path]) -> tuple[int, str]:
    name = item[0]
    return FIRST.index(name) if name in FIRST else len(FIRST), name.casefold()


def _title(name: str) -> str:
    """`Labline/LICENSE` is listed as Labline, `pydantic/LICENSE.txt` as pydantic, others by their own names."""
    folder, _slash, file = name.rpartition("/")
    if name == "LICENSE" or (folder == "Labline" and file.startswith("LICENSE")):
        return "Labline"
    if folder and not folder.startswith("Debian"):
        return folder if file.partition(".")[0].upper() in ("LICENSE", "LICENCE") else f"{folder}: {file}"
    return name.removesuffix(".txt")
