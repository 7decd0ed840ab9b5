"""What can be saved of a lineage: pictures of what is shown and of all that the filter keeps, and its edges."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from db.attribution import attribution
from db.texts import tr, tr_n
from desktop.drawing.lineage.figure import WIDTH, LineageFigure
from desktop.drawing.lineage.scene import LineageScene
from desktop.picture_dialog import Picture, PictureDialog
from desktop.settings import Settings
from desktop.state import FilterState
from desktop.tasks import QueryRunner
from desktop.theme import Scheme

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

WIDER = 1_500.0
"""Pixels: what is shown is laid out for about this width."""


def pictures(conn: Connection, spec: FilterSpec, scene: LineageScene) -> list[Picture]:
    """What the filter keeps with its parents and children, and all as it is laid out and highlighted. For a thread."""
    asked = tr("Filter: {words}", words=spec.describe()) if spec.clauses else ""
    kept, whole = LineageFigure.ask(conn, spec), LineageFigure(scene, asked, attribution(conn))
    choices = (
        (tr("What the filter keeps, with parents and children"), kept, kept.size(WIDTH)),
        (tr("All that is shown, with what stands out"), whole, whole.size(WIDER)),
    )
    return [
        Picture(label, "labline-lineage", figure.title(), figure.description(), size, figure.paint)
        for label, figure, size in choices
    ]


class LineageFiles(QObject):
    """Asks for names and writes, off the UI thread."""

    told = Signal(str)

    def __init__(self, parent: QWidget, filters: FilterState, runner: QueryRunner, settings: Settings) -> None:
        super().__init__(parent)
        self._parent, self._filters, self._runner, self._settings = parent, filters, runner, settings

    def save_picture(self, scene: LineageScene | None, scheme: Scheme) -> None:
        """Let the user save the lineage as a file."""
        if scene is not None and len(scene.graph.ids):
            work = partial(pictures, spec=self._filters.spec, scene=scene)
            self._runner.run("lineage.picture", work, partial(self._ask_for_picture, scheme), self._tell_failure)

    def save_edges(self) -> None:
        """Let the user name a file for the edges that the filter keeps an end of; its ending is the format."""
        dialog = QFileDialog(self._parent, tr("Save the relations as"))
        dialog.setObjectName("lineage_edges_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            tr("CSV table (*.csv)"): "csv", tr("GraphML (*.graphml)"): "graphml", tr("Graphviz DOT (*.dot)"): "dot",
        }  # fmt: skip
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters.get(text, "csv")))
        dialog.selectFile("labline-lineage.csv")
        dialog.fileSelected.connect(lambda name: self.write_edges(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write_edges(self, path: Path) -> None:
        """Write them; an ending that is no format becomes that of a table."""
        from db.exporters.lineage import ENDINGS, write_edges

        def tell(count: int) -> None:
            self.told.emit(tr_n("Saved {n:,} relation", "Saved {n:,} relations", count))

        path = path if path.suffix.lower() in ENDINGS else path.with_name(f"{path.name}.csv")
        work = partial(write_edges, spec=self._filters.spec, path=path)
        self._runner.run("lineage.edges", work, tell, self._tell_failure)

    def _ask_for_picture(self, scheme: Scheme, made: list[Picture]) -> None:
        dialog = PictureDialog(made, self._settings, scheme, self._parent)
        dialog.written.connect(lambda path: self.told.emit(tr("Saved {path}", path=path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell_failure(self, error: Exception) -> None:
        self.told.emit(tr("It could not be saved: {error}", error=error))
