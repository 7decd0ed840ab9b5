"""The career chart: a person's times at organizations as fuzzy bars on one time axis, credits below them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from db.texts import tr
from db.timeline import OPEN_END, OPEN_START
from desktop.drawing.axis_painter import axis_height, draw_axis, draw_grid, draw_today
from desktop.drawing.charts.scene import ChartMark, Frame
from desktop.drawing.legend_samples import NARROW, draw_sample
from desktop.drawing.look import Look
from desktop.drawing.mark_extents import RUN_OFF, Extents, extents
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.people.career import TYPES, Career
from desktop.drawing.text_widths import Text
from desktop.drawing.time_scale import TimeScale

ROW = 24.0
EDGE = 14.0
NAMES = 0.3
"""Of the width, what the names of rows take at most."""
GAP = 6.0
LAYERS = 6
"""Rows that credits take at most, so that their names stand apart."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One frame: what paints it, where the names of rows end, and where the days are."""

    pen: MarkPainter
    frame: Frame
    names: float
    days: QRectF


class CareerChart:
    """Draws one career, and knows what the last frame had where."""

    scale: TimeScale | None = None
    """None: these days are not brushed or zoomed."""

    def __init__(self, career: Career, name: str, look: Look) -> None:
        self.career, self._name = career, name
        self.marks: tuple[ChartMark, ...] = ()
        self._ink = Ink(look)

    def title(self) -> str:
        """What it shows."""
        return tr("Career of {name}", name=self._name)

    def height(self, _rect: QRectF) -> float:
        """All rows, the axis and the legend."""
        rows = self._rows()
        high = 2 * EDGE + (rows * ROW + axis_height(self._ink) if rows else 0.0)
        high += (len(self.career.undated) + 1) * ROW if self.career.undated else 0.0
        return high + (ROW if self.career.types else 0.0)

    def _rows(self) -> int:
        """Rows of what is dated: credits take several."""
        return len(self.career.rows) + max(self._layers() - 1, 0)

    def _layers(self) -> int:
        return min(LAYERS, len(self.career.lines) - self.career.stints)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw all of it."""
        if self._ink.look is not frame.look:
            self._ink = Ink(frame.look)
        self._ink.begin()
        names = min(self._widest_name(), frame.rect.width() * NAMES)
        left, top = frame.rect.left() + EDGE, frame.rect.top() + EDGE
        first = left + names + GAP
        legend = ROW if self.career.types else 0.0
        days = QRectF(first, top + legend, max(frame.rect.right() - EDGE - first, 40.0), self._rows() * ROW)
        sheet = _Sheet(MarkPainter(painter, self._ink), frame, names, days)
        self._legend(sheet, QPointF(left, top + ROW / 2))
        marks, bottom = [], days.top()
        if self.career.rows:
            marks += self._draw_dated(sheet)
            bottom = days.bottom() + axis_height(self._ink)
        marks += self._draw_undated(sheet, bottom)
        self.marks = tuple(marks)

    def _widest_name(self) -> float:
        width = self._ink.text.width
        undated = (width(line.organization) + SIZE + GAP for line in self.career.undated)
        return max((*map(width, self.career.rows), *undated), default=0.0)

    # ---- what is dated ----

    def _draw_dated(self, sheet: _Sheet) -> list[ChartMark]:
        pen, days, painter = sheet.pen, sheet.days, sheet.pen.painter
        scale = TimeScale(*self.career.days(), days.left(), days.width())
        axis = scale.axis(pen.ink.text.width)
        draw_grid(painter, days, scale, axis, pen.ink)
        draw_today(painter, days, scale, pen.ink)
        for row, name in enumerate(self.career.rows):
            if name:
                y = days.top() + (row + 0.5) * ROW
                pen.words(pen.ink.text.within(name, sheet.names), days.left() - GAP - sheet.names, y)
        places = np.arange(len(self.career.lines), dtype=np.int64)
        origin = scale.first - days.left() / scale.pixels_per_day
        found = extents(self.career.timeline, places, scale.pixels_per_day, origin)
        painter.save()
        painter.setClipRect(days.adjusted(0, 0, EDGE, 0))
        placed = [self._draw_bar(sheet, found, at, 0) for at in range(self.career.stints)]
        placed += self._draw_credits(sheet, found)
        painter.restore()
        draw_axis(painter, QRectF(days.left(), days.bottom(), days.width(), axis_height(pen.ink)), scale, axis, pen.ink)
        return placed

    def _draw_credits(self, sheet: _Sheet, found: Extents) -> list[ChartMark]:
        """Each in the first layer with room, with its name while it has any."""
        free = [-math.inf] * self._layers()
        marks = []
        for at in range(self.career.stints, len(self.career.lines)):
            start = self._label(sheet, found, at)[1]
            left = min(float(found.left[at]), start)
            layer = next((place for place, end in enumerate(free) if end <= left), int(np.argmin(free)))
            marks.append(self._draw_bar(sheet, found, at, layer, named=free[layer] <= left))
            free[layer] = max(free[layer], marks[-1].rect.right() + GAP)
        return marks

    def _label(self, sheet: _Sheet, found: Extents, at: int) -> tuple[str, float]:
        """What stands beside a mark, and where it begins."""
        mark = float(found.left[at]), float(found.shape[at]), float(found.right[at])
        return _beside(sheet.pen.ink.text, self.career.lines[at].label, mark, sheet.days)

    def _draw_bar(self, sheet: _Sheet, found: Extents, at: int, layer: int, *, named: bool = True) -> ChartMark:
        line, flags = self.career.lines[at], int(self.career.timeline.flags[at])
        pen, days = sheet.pen, sheet.days
        y, colour = days.top() + (line.row + layer + 0.5) * ROW, pen.ink.look.colour(line.tone)
        if found.bar[at]:
            start, end = (float(ends[at]) + side * float(found.fade[at]) for ends, side in
                          ((found.start, -1), (found.end, 1)))  # fmt: skip
            if flags & OPEN_START:
                start -= RUN_OFF
                pen.arrow(start, y, -1, colour)
            if flags & OPEN_END:
                end += RUN_OFF
                pen.arrow(end, y, 1, colour)
            pen.bar((start, end), y, colour, (float(found.soft_start[at]), float(found.soft_end[at])), days)
        pen.shape(line.tone, float(found.shape[at]), y, shown=True, hollow=bool(found.bar[at]))
        if sheet.frame.hover == ("mark", at):
            pen.ring(line.tone, float(found.shape[at]), y, pen.ink.look.colour("accent"), 2.0)
        left, right = float(found.left[at]), float(found.right[at])
        if named and line.label:
            words, start = self._label(sheet, found, at)
            pen.words(words, start, y)
            left, right = min(left, start), max(right, start + pen.ink.text.width(words))
        rect = QRectF(left, y - ROW / 2 + 2, right - left, ROW - 4).intersected(days.adjusted(-EDGE, 0, EDGE, 0))
        return ChartMark(("mark", at), _ids(line.entity), rect, line.text, True)

    # ---- what is not, and the legend ----

    def _draw_undated(self, sheet: _Sheet, top: float) -> list[ChartMark]:
        if not self.career.undated:
            return []
        pen, text = sheet.pen, sheet.pen.ink.text
        left, right = sheet.frame.rect.left() + EDGE, sheet.frame.rect.right() - EDGE
        pen.words(text.within(tr("No source says when"), right - left), left, top + ROW / 2, "muted")
        marks = []
        for at, line in enumerate(self.career.undated):
            x, y = left + SIZE / 2, top + (at + 1.5) * ROW
            pen.shape(line.tone, x, y, shown=True, hollow=True)
            if sheet.frame.hover == ("undated", at):
                pen.ring(line.tone, x, y, pen.ink.look.colour("accent"), 2.0)
            pen.words(text.within(line.organization, sheet.names - SIZE - GAP), x + SIZE / 2 + GAP, y)
            role = left + sheet.names + GAP
            pen.words(text.within(line.label, max(right - role, 0.0)), role, y, "muted")
            rect = QRectF(left, y - ROW / 2 + 2, right - left, ROW - 4)
            marks.append(ChartMark(("undated", at), _ids(line.entity), rect, line.text, True))
        return marks

    def _legend(self, sheet: _Sheet, left: QPointF) -> None:
        ink = sheet.pen.ink
        for type_ in self.career.types:
            tone, label = TYPES[type_]
            draw_sample(sheet.pen.painter, ink.look, tone, left)
            sheet.pen.words(tr(label), left.x() + NARROW + 4, left.y(), "muted")
            left = left + QPointF(NARROW + 4 + ink.text.width(tr(label)) + 2 * EDGE, 0)


def _beside(text: Text, label: str, mark: tuple[float, float, float], days: QRectF) -> tuple[str, float]:
    """A label and where it begins: behind its mark, else before it, else within its bar, else behind it and cut.

    `mark` is where the mark begins, the middle of its shape, and where it ends.
    """
    left, shape, right = mark
    width = text.width(label)
    if right + GAP + width <= days.right():
        return label, right + GAP
    if left - GAP - width >= days.left():
        return label, left - GAP - width
    inside, behind = right - shape - SIZE - GAP, max(days.right() - right - GAP, 0.0)
    if inside >= max(width, behind):
        return label, shape + SIZE
    return (text.within(label, inside), shape + SIZE) if inside > behind else (text.within(label, behind), right + GAP)


def _ids(entity: int | None) -> tuple[int, ...]:
    return () if entity is None else (entity,)
