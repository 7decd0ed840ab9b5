"""What crashes of earlier sessions have left: the places of all threads, if the process could still write them."""

from __future__ import annotations

from pathlib import Path

from desktop.crash.report import anonymous
from desktop.faults import ENDING, PREFIX, in_use

LONGEST = 20_000  # characters of one file
MOST_FILES = 20


def left_behind(folder: Path) -> str:
    """What the last crash left, or nothing. Files of sessions that are over are removed."""
    try:
        files = sorted(folder.glob(f"{PREFIX}*{ENDING}"), key=lambda path: path.stat().st_mtime)
    except OSError:
        return ""
    texts = [text for path in files[-MOST_FILES:] if (text := _taken(path))]
    return texts[-1] if texts else ""


def _taken(path: Path) -> str:
    """The text of a file whose process is gone; the file is deleted."""
    try:
        with path.open("r+", encoding="utf-8", errors="replace") as file:
            if in_use(file):
                return ""
            text = file.read(LONGEST)
        path.unlink()  # on Windows not while its process lives
    except OSError:
        return ""
    return anonymous(text).strip() + "\n" if text.strip() else ""
