"""Which versions are at work: the first thing to know when something is wrong."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion

import resources
from db.database_file import SQLITE_VERSION
from db.texts import tr


def own_version() -> str:
    """That of Labline; empty where it runs without having been installed."""
    try:
        return version("labline")
    except PackageNotFoundError:
        return ""


def own_commit(folder: Path | None = None) -> str:
    """The commit that Labline is of: as installers write it into `resources`, or that of a clone; empty if neither."""
    place = Path(resources.__path__[0]) if folder is None else folder
    written = place / "commit.txt"
    if written.is_file():
        return written.read_text(encoding="ascii").strip()
    if not (place.parent / ".git").exists():
        return ""
    try:
        asked = subprocess.run(  # noqa: S603
            ["git", "-C", str(place.parent), "rev-parse", "HEAD"],  # noqa: S607
            capture_output=True, text=True, timeout=5, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""


def versions() -> str:
    """Labline, Python, Qt and SQLite, a line each, and the commit."""
    return "\n".join([
        f"Labline {own_version() or tr('(not installed)')}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"SQLite {SQLITE_VERSION}",
        tr("Commit {commit}", commit=own_commit() or tr("unknown")),
    ])  # fmt: skip
