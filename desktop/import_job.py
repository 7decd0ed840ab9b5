"""Imports into the open database: which file, what its rows are, and the job that stores it as one edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from db.dossier_files import ABOUT_FILE, DossierError
from db.engine import Database, DatabaseError
from db.importers import IMPORTERS, import_path
from db.importers.table_text import TableError
from db.kinds import PLURALS, Kind
from db.store import StoreReport
from db.texts import tr
from desktop.whole_job import WholeJob
from desktop.widgets.messages import plain_message
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from desktop.commands import Context

EXPECTED = (DossierError, TableError, DatabaseError)
"""Errors whose message says what is wrong and what to do."""
SHOWN = 12
"""Lines of an error at most: a message box does not scroll."""


class _Stopped(Exception):
    """The user wants nothing of it: undoes the edit."""


class ImportJob(WholeJob):
    """Stores a dossier or a table in a database as one edit; it returns the StoreReport."""

    def __init__(self, database: Database, path: Path, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(self._store, _Stopped, parent)
        self._database, self._path, self._kind = database, path, kind

    def _store(self, stop: Callable[[], bool]) -> StoreReport:
        with self._database.write(f"Import of {_name(self._path)}") as conn:
            report = import_path(conn, self._path, self._kind)
            if stop():
                raise _Stopped
        return report


def _name(path: Path) -> str:
    """What the user calls it: a dossier is its folder."""
    return path.parent.name if path.name == ABOUT_FILE else path.name


def ask_for_import(context: Context) -> None:
    """Let the user choose what to import, then import it."""
    dialog = QFileDialog(context.releases.window(), tr("Import a dossier or a table"))
    dialog.setObjectName("import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    endings = [f"*{suffix}" for importer in IMPORTERS.values() for suffix in importer.suffixes]
    dialog.setNameFilters(
        [
            tr("A dossier’s {file}, or a table ({endings})", file=ABOUT_FILE, endings=" ".join([ABOUT_FILE, *endings])),
            tr("All files (*)"),
        ]
    )
    dialog.fileSelected.connect(lambda name: choose_kind(context, Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def choose_kind(context: Context, path: Path) -> None:
    """Ask what a table's rows are; a dossier says so itself."""
    if not IMPORTERS["table"].sniff(path):
        run_import(context, path)
        return
    kinds = {tr(PLURALS[kind]).capitalize(): kind for kind in Kind}
    dialog = QInputDialog(context.releases.window())
    dialog.setObjectName("import_kind")
    dialog.setWindowTitle(tr("Import a table"))
    dialog.setLabelText(tr("The rows of the table are"))
    dialog.setComboBoxItems(list(kinds))
    dialog.setTextValue(tr(PLURALS[Kind.RELEASE]).capitalize())
    dialog.setOkButtonText(tr("&Import"))
    dialog.textValueSelected.connect(lambda text: run_import(context, path, kinds[text]))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def run_import(context: Context, path: Path, kind: Kind = Kind.RELEASE) -> ImportJob:
    """Import off the UI thread; then show everything anew, or say what is wrong."""
    job = ImportJob(context.runner.database, path, kind, context.releases)
    line = ProgressLine(context.releases)
    line.setObjectName("import_progress")
    line.cancelled.connect(job.cancel)
    for ended in (job.finished, job.failed, job.cancelled):
        ended.connect(line.finish)
        ended.connect(line.cancel_button.deleteLater)
        ended.connect(line.deleteLater)
    job.finished.connect(partial(_finish, context, path))
    job.failed.connect(partial(_tell, context, path))
    stopped = tr("Import of {file} cancelled; nothing was changed", file=_name(path))
    job.cancelled.connect(lambda: context.releases.told.emit(stopped))
    line.start(tr("Importing {file}", file=_name(path)))
    job.start()
    return job


def _finish(context: Context, path: Path, report: StoreReport) -> None:
    from desktop.commands import reload

    reload(context)
    context.releases.told.emit(f"{_name(path)}: {report}")


def _tell(context: Context, path: Path, error: Exception) -> None:
    reason = str(error) if isinstance(error, EXPECTED) else f"{type(error).__name__}: {error}"
    lines = reason.splitlines()
    more = [tr("… and {n:,} lines more", n=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    said = "\n".join([tr("Nothing was imported from {path}.", path=path), "", *lines[:SHOWN], *more])
    plain_message(context.releases.window(), tr("Not imported"), said)
