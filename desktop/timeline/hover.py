"""What the card beside a mark says: who it is, when, how sure that is, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from db.texts import tr
from desktop.drawing.timeline.scene import DrawnBin
from desktop.timeline.canvas import TimelineCanvas
from desktop.timeline.canvas_hover import CanvasHover
from desktop.timeline.nodes import bin_text
from desktop.timeline.words import days_text

if TYPE_CHECKING:
    from db.date_notes import DateNote

SOURCES = 4  # that a card names


class TimelineHover(CanvasHover[TimelineCanvas, int | DrawnBin]):
    """Shows the card of a mark or a column."""

    _asked = False

    def hide(self) -> None:
        """Take the card away."""
        super().hide()
        if self._asked:
            self._asked = False
            self._runner.cancel("timeline.note")
        self._canvas.has_card = False

    def _tell(self, lines: Sequence[str], rect: QRectF) -> None:
        super()._tell(lines, rect)
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


def note_lines(note: DateNote) -> Sequence[str]:
    """A date in words: the name, the date, how exact and how sure it is, the sources."""
    sure = [tr(word) for word in (note.precision, note.qualifier) if word]
    lines = [note.name, note.text or tr("no date"), ", ".join(sure)]
    lines += note.sources[:SOURCES]
    more = len(note.sources) - SOURCES
    return [*lines, tr("and {n} more sources", n=more)] if more > 0 else lines
