"""What the card beside a node or an edge says: who it is and when, or what the relation is and who says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.texts import tr
from desktop.lineage.canvas import LineageCanvas
from desktop.lineage.words import edge_lines, node_text
from desktop.timeline.canvas_hover import CanvasHover
from desktop.timeline.hover import note_lines

if TYPE_CHECKING:
    from db.date_notes import DateNote
    from db.lineage_graph import EdgeNote
    from desktop.lineage.query import Answer

Found = tuple[str, int]


class LineageHover(CanvasHover[LineageCanvas, Found]):
    """Shows the card of a node or an edge."""

    answer: Answer | None = None

    def _ask(self) -> None:
        found, answer, scene = self._found, self.answer, self._canvas.scene
        if found is None or answer is None or scene is None:
            return
        from db import queries
        from db.lineage_graph import edge_notes

        what, at = found
        if what == "edge":
            work = partial(edge_notes, graph=answer.graph, edge=at)
            self._runner.run("lineage.note", work, partial(self._show_edge, found))
        elif scene.graph.ids[at]:
            note = partial(queries.date_note, id_=int(scene.graph.ids[at]))
            self._runner.run("lineage.note", note, partial(self._show_node, found))
        else:
            self._tell_of(found, [scene.graph.names[at], node_text(answer, scene, at)])

    def _show_edge(self, found: Found, notes: tuple[EdgeNote, ...]) -> None:
        if self._canvas.scene is not None:
            self._tell_of(found, edge_lines(self._canvas.scene, found[1], notes))

    def _show_node(self, found: Found, note: DateNote | None) -> None:
        scene, answer = self._canvas.scene, self.answer
        if note is None or scene is None or answer is None:
            return
        guessed = tr("No date: it stands beside its relatives") if scene.layout.guessed[found[1]] else ""
        name, date, *sources = note_lines(note)
        self._tell_of(found, [name, date, node_text(answer, scene, found[1]), guessed, *sources])

    def _tell_of(self, found: Found, lines: list[str]) -> None:
        if found == self._found and self._canvas.isVisible():
            self._tell(lines, self._canvas.rect_of(found))
