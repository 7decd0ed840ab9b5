"""What the window asks beside its views: another file, an export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from db.texts import tr
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.commands import Context


def ask_for_file(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Let the user choose another database."""
    dialog = QFileDialog(parent, tr("Open another file"))
    dialog.setObjectName("open_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("Databases of Labline (*.db)"), tr("All files (*)")])
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask_for_export(parent: QWidget, context: Context, settings: Settings) -> None:
    """Let the user export rows of the table."""
    from desktop.export.job import View
    from desktop.views.export_dialog import ExportDialog

    columns = context.releases.columns.layout
    listing, spec = context.releases.listing, context.filters.spec
    view = View(listing, spec, context.selection.ids, columns.shown_keys(), columns.sort)
    dialog = ExportDialog(context.runner, settings, view, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
