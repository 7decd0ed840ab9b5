"""What the card beside a node or an edge says: who it is and when, or what the relation is and who says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer

from db.texts import tr
from desktop.lineage.canvas import LineageCanvas
from desktop.lineage.words import edge_lines, node_text
from desktop.tasks import QueryRunner
from desktop.timeline.hover import REST, note_lines
from desktop.widgets.hover_card import HoverCard

if TYPE_CHECKING:
    from db.date_notes import DateNote
    from db.lineage_graph import EdgeNote
    from desktop.lineage.query import Answer

Found = tuple[str, int]


class LineageHover(QObject):
    """Shows the card of what the pointer or the keyboard rests on."""

    def __init__(self, canvas: LineageCanvas, runner: QueryRunner) -> None:
        super().__init__(canvas)
        self._canvas, self._runner = canvas, runner
        self.card = HoverCard(canvas)
        self.answer: Answer | None = None
        self._found: Found | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask)
        canvas.pointed.connect(self.rest_on)
        canvas.moved.connect(self.hide)

    def rest_on(self, found: Found | None) -> None:
        """The pointer or the keyboard is on this now."""
        if found != self._found:
            self.hide()
            self._found = found
            if found is not None:
                self._rest.start()

    def hide(self) -> None:
        """Take the card away."""
        self._found = None
        self._rest.stop()
        self.card.hide()

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
            self._tell(found, [scene.graph.names[at], node_text(answer, scene, at)])

    def _show_edge(self, found: Found, notes: tuple[EdgeNote, ...]) -> None:
        if self._canvas.scene is not None:
            self._tell(found, edge_lines(self._canvas.scene, found[1], notes))

    def _show_node(self, found: Found, note: DateNote | None) -> None:
        scene, answer = self._canvas.scene, self.answer
        if note is None or scene is None or answer is None:
            return
        guessed = tr("No date: it stands beside its relatives") if scene.layout.guessed[found[1]] else ""
        name, date, *sources = note_lines(note)
        self._tell(found, [name, date, node_text(answer, scene, found[1]), guessed, *sources])

    def _tell(self, found: Found, lines: list[str]) -> None:
        if found == self._found and self._canvas.isVisible():
            place, size = self._canvas.on_screen(self._canvas.rect_of(found))
            self.card.tell(lines, QRect(place, size))
