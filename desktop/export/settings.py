"""What the export dialog remembers: format, profile, columns and folder."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from db.exporters.tables import FORMATS
from desktop.export.job import Choice, Columns, Scope, View
from desktop.settings import Settings


class ExportSettings:
    """The last export's choices. One that is no longer possible is as if it had never been made."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def choice(self, view: View) -> Choice:
        """What to begin with: rows by what the user has narrowed down to, the rest as it was the last time."""
        scope = Scope.FILTERED if view.spec.clauses else Scope.ALL
        return Choice(
            Scope.SELECTED if len(view.selected) > 1 else scope,
            Columns(self._one_of("columns", set(Columns)) or Columns.SHOWN),
            self._one_of("format", FORMATS) or "csv",
            self._settings.read("export/lossless", False) is True,
        )

    def folder(self) -> Path:
        """Where the last file went, else the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        for folder in (self._settings.read("export/folder", ""), documents):
            if isinstance(folder, str) and folder and os.path.isdir(folder):  # noqa: PTH112  # never raises
                return Path(folder)
        return Path.home()

    def keep(self, choice: Choice, path: Path) -> None:
        """Remember what was exported and where to."""
        self._settings.write("export/columns", choice.columns.value)
        self._settings.write("export/format", choice.format)
        self._settings.write("export/lossless", choice.lossless)
        self._settings.write("export/folder", str(path.parent))

    def _one_of(self, key: str, known: Container[str]) -> str:
        kept = self._settings.read(f"export/{key}", "")
        return kept if isinstance(kept, str) and kept in known else ""
