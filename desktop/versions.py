"""Which versions are at work: the first thing to know when something is wrong."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

from db.database_file import SQLITE_VERSION
from db.texts import tr


def own_version() -> str:
    """That of Labline; empty where it runs without having been installed."""
    try:
        return version("labline")
    except PackageNotFoundError:
        return ""


def versions() -> str:
    """Labline, Python, Qt and SQLite, a line each."""
    own = own_version() or tr("(not installed)")
    return "\n".join([
        f"Labline {own}", f"Python {platform.python_version()}", f"Qt {qVersion()}", f"SQLite {SQLITE_VERSION}"
    ])  # fmt: skip
