"""What can be saved of a lineage: pictures of what is shown and of all that the filter keeps, and its edges."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from db.attribution import attribution
from db.texts import tr
from desktop.drawing.lineage_figure import WIDTH, LineageFigure
from desktop.drawing.lineage_scene import LineageScene
from desktop.picture_dialog import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

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


def ask_for_edges_file(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Let the user name a file for the edges; its ending is the format."""
    dialog = QFileDialog(parent, tr("Save the relations as"))
    dialog.setObjectName("lineage_edges_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {
        tr("CSV table (*.csv)"): "csv", tr("GraphML (*.graphml)"): "graphml", tr("Graphviz DOT (*.dot)"): "dot",
    }  # fmt: skip
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters.get(text, "csv")))
    dialog.selectFile("labline-lineage.csv")
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def edges_work(spec: FilterSpec, path: Path) -> Callable[[Connection], int]:
    """What writes the edges, for a thread. An ending that is no format becomes that of a table."""
    from db.exporters.lineage import ENDINGS, write_edges

    path = path if path.suffix.lower() in ENDINGS else path.with_name(f"{path.name}.csv")
    return partial(write_edges, spec=spec, path=path)
