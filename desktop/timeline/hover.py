"""What the card beside a mark says: who it is, when, how sure that is, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer

from db.texts import tr
from desktop.drawing.timeline.scene import DrawnBin
from desktop.tasks import QueryRunner
from desktop.timeline.canvas import TimelineCanvas
from desktop.timeline.nodes import bin_text
from desktop.timeline.words import days_text
from desktop.widgets.hover_card import HoverCard

if TYPE_CHECKING:
    from db.date_notes import DateNote

REST = 300  # milliseconds on a mark before its card comes
SOURCES = 4  # that a card names


class TimelineHover(QObject):
    """Shows the card of what the pointer or the keyboard rests on."""

    def __init__(self, canvas: TimelineCanvas, runner: QueryRunner) -> None:
        super().__init__(canvas)
        self._canvas, self._runner = canvas, runner
        self.card = HoverCard(canvas)
        self._found: int | DrawnBin | None = None
        self._asked = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask)
        canvas.pointed.connect(self.rest_on)
        canvas.moved.connect(self.hide)

    def rest_on(self, found: int | DrawnBin | None) -> None:
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
        if self._asked:
            self._asked = False
            self._runner.cancel("timeline.note")
        self.card.hide()
        self._canvas.has_card = False

    def _tell(self, lines: Sequence[str], rect: QRectF) -> None:
        self.card.tell(lines, self._on_screen(rect))
        self._canvas.has_card = True

    def _ask(self) -> None:
        found, scene = self._found, self._canvas.scene
        if isinstance(found, DrawnBin):
            self._tell([bin_text(found), days_text(found.first, found.last)], found.rect)
        elif found is not None and scene is not None:
            from db import queries

            entity_id = int(scene.timeline.ids[found])
            self._asked = True
            self._runner.run("timeline.note", partial(queries.date_note, id_=entity_id), partial(self._show, found))

    def _show(self, position: int, note: DateNote | None) -> None:
        self._asked = False
        rect, scene = self._canvas.rect_of(position), self._canvas.scene
        if note is None or scene is None or position != self._found or rect is None or not self._canvas.isVisible():
            return
        out = "" if scene.shown[position] else tr("Left out by the filter")
        self._tell([*note_lines(note), out], rect)

    def _on_screen(self, rect: QRectF) -> QRect:
        shown = rect.toAlignedRect().intersected(self._canvas.rect())
        return shown.translated(self._canvas.mapToGlobal(QPoint()))


def note_lines(note: DateNote) -> Sequence[str]:
    """A date in words: the name, the date, how exact and how sure it is, the sources."""
    sure = [tr(word) for word in (note.precision, note.qualifier) if word]
    lines = [note.name, note.text or tr("no date"), ", ".join(sure)]
    lines += note.sources[:SOURCES]
    more = len(note.sources) - SOURCES
    return [*lines, tr("and {n} more sources", n=more)] if more > 0 else lines
