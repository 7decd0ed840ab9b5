"""What the window asks and tells beside its views: another file, an export, what Labline is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from db.texts import tr
from desktop.settings import Settings
from desktop.widgets.messages import Icon, plain_message

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


def show_about(parent: QWidget) -> None:
    """Say what Labline is, and which versions are at work."""
    from desktop.versions import versions

    said = [
        tr("The history of AI labs, with the source of every fact."),
        versions(),
        tr("Labline is under the MIT licence, its dossier under CC BY 4.0."),
    ]
    plain_message(parent, tr("About Labline"), "\n\n".join(said), icon=Icon.Information)
