"""Marks of charts over time: many at once as arrays, those that fall together as one, and the names beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QLinearGradient, QPainter, QPen

from desktop.drawing.charts.scene import ChartMark, ChartScene, Frame
from desktop.drawing.look import Look
from desktop.drawing.mark_shapes import shape
from desktop.drawing.time_scale import TimeScale

SIZE = 10.0
"""Pixels across a mark."""
SAME = 4.0
"""Marks nearer than this are one: several releases of one day and size."""
MOST_ALONE = 1_500
"""Marks in sight that are drawn one by one; more fall together by cells."""
CELL = 10.0
MOST_NAMES = 40
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Points:
    """Parallel arrays: entity, position in the timeline, days (the last exclusive), and what to show of each."""

    ids: NDArray[np.int64]
    position: NDArray[np.int32]
    first: Floats
    last: Floats
    dated: Bools
    shown: Bools
    weight: NDArray[np.float32]

    def laid(self, scale: TimeScale, left: float, right: float) -> Placed:
        """Where each lies along the days: the middle of what is known of its date."""
        start = scale.left + (self.first - scale.first) * scale.pixels_per_day
        end = scale.left + (self.last - scale.first) * scale.pixels_per_day
        x = (start + end) / 2
        outside = self.dated & ((end < left) | (start > right))
        return Placed(self, start, end, x, np.zeros(len(x)), outside)


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """Points with their pixels: from `start` to `end` along the days, the mark at (x, y)."""

    points: Points
    start: Floats
    end: Floats
    x: Floats
    y: Floats
    outside: Bools

    def at(self, x: Floats | None = None, y: Floats | None = None) -> Placed:
        """The same elsewhere."""
        return replace(self, x=self.x if x is None else x, y=self.y if y is None else y)


def marks_of(placed: Placed, chosen: NDArray[np.int64], text: Callable[[NDArray[np.int64]], str]) -> list[ChartMark]:
    """Marks for the chosen, by time. What falls together is one mark, and coarser so when there are very many.

    `text` is given the indices of the points of one mark, the most important first.
    """
    points = placed.points
    cell = SAME if len(chosen) <= MOST_ALONE else CELL
    column, row = (np.round(places[chosen] / cell).astype(np.int64) for places in (placed.x, placed.y))
    order = np.lexsort((-points.weight[chosen], ~points.shown[chosen], row, column))
    same = (np.diff(column[order]) == 0) & (np.diff(row[order]) == 0)
    marks = []
    for group in np.split(chosen[order], np.flatnonzero(~same) + 1):
        first = int(group[0])
        box = QRectF(float(placed.x[first]) - SIZE / 2, float(placed.y[first]) - SIZE / 2, SIZE, SIZE)
        ids = tuple(dict.fromkeys(points.ids[group].tolist()))
        marks.append(ChartMark((ids[0], first), ids, box, text(group), bool(points.shown[first])))
    return marks


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """Marks of one tone: those of the chosen points, which have been placed."""

    placed: Placed
    chosen: NDArray[np.int64]
    marks: Sequence[ChartMark]
    tone: str


def draw_marks(painter: QPainter, frame: Frame, scene: ChartScene, layer: Layer) -> list[QRectF]:
    """Draw the marks, what passes the filter above what does not, each on the span of what is known of its date.

    Returns where the spans of those that pass are, so that no name is written there.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spans = _draw_spans(painter, frame.look, layer) if len(layer.chosen) <= MOST_ALONE else []
    for shown in (False, True):
        for mark in layer.marks:
            if mark.shown is shown:
                draw_mark(painter, frame, scene, mark, layer.tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    return spans


def draw_mark(painter: QPainter, frame: Frame, scene: ChartScene, mark: ChartMark, tone: str) -> None:
    """One mark: full or dimmed, on the colour of the selection, with the ring of the focus."""
    look, centre = frame.look, mark.rect.center()
    if not scene.selected.isdisjoint(mark.ids):
        painter.setPen(QPen(look.colour("accent"), 1))
        painter.setBrush(look.colour("selection"))
        painter.drawEllipse(centre, SIZE * 0.95, SIZE * 0.95)
    painter.setPen(QPen(look.colour("background"), 1))
    painter.setBrush(look.colour(tone) if mark.shown else look.dimmed(tone))
    draw_shape(painter, tone, centre, 1.25 if frame.hover == mark.key else 1.0)
    if scene.focus in mark.ids:
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, SIZE, SIZE)


def _draw_spans(painter: QPainter, look: Look, layer: Layer) -> list[QRectF]:
    """A thin line with soft ends over the days that each may lie on, where they are more than the mark."""
    placed, chosen, tone = layer.placed, layer.chosen, layer.tone
    points = placed.points
    found = []
    wide = chosen[points.dated[chosen] & (placed.end[chosen] - placed.start[chosen] > SIZE)]
    for at in wide.tolist():
        start, end, y = float(placed.start[at]), float(placed.end[at]), float(placed.y[at])
        colour = look.colour(tone) if points.shown[at] else look.dimmed(tone)
        clear = look.translucent(tone, 0.0)
        fade = QLinearGradient(start, y, end, y)
        for place, shade in ((0.0, clear), (0.35, colour), (0.65, colour), (1.0, clear)):
            fade.setColorAt(place, shade)
        box = QRectF(start, y - 1.5, end - start, 3)
        painter.fillRect(box, QBrush(fade))
        if points.shown[at]:
            found.append(box)
    return found


def draw_shape(painter: QPainter, tone: str, centre: QPointF, scale: float = 1.0) -> None:
    """The shape of a tone, with the painter's pen and brush."""
    painter.save()
    painter.translate(centre)
    painter.scale(scale, scale)
    painter.drawPath(shape(tone))
    painter.restore()


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """Marks with their names, the plot that they stay in, and what they must not cover."""

    named: Sequence[tuple[ChartMark, str]]
    plot: QRectF
    blocked: Sequence[QRectF]


def place_names(painter: QPainter, frame: Frame, scene: ChartScene, names: Names) -> None:
    """Names beside marks, the most important first: at the right, or else the left, above or below if there is room."""
    plot = names.plot
    look = frame.look
    metrics = QFontMetricsF(look.font)
    line = scene.timeline

    def importance(pair: tuple[ChartMark, str]) -> tuple[bool, bool, float]:
        mark = pair[0]
        position = line.position_of(mark.ids[0])
        weight = 0.0 if position is None else float(line.weights[position])
        return scene.focus not in mark.ids, scene.selected.isdisjoint(mark.ids), -weight

    named = [(mark, text) for mark, text in names.named if mark.shown and plot.contains(mark.rect.center())]
    boxes = [*(mark.rect for mark, _ in named), *names.blocked]
    taken = np.array([box.getCoords() for box in boxes]).reshape(-1, 4)
    painter.setFont(look.font)
    painter.setPen(look.colour("text"))
    for mark, text in sorted(named, key=importance)[:MOST_NAMES]:
        box = _room_beside(mark.rect, metrics.horizontalAdvance(text), metrics.height(), plot, taken)
        if box is not None:
            taken = np.vstack([taken, [box.left() - 2, box.top(), box.right() + 4, box.bottom()]])
            painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), text)


def _room_beside(mark: QRectF, width: float, height: float, plot: QRectF, taken: Floats) -> QRectF | None:
    """Where a name finds room, or nowhere."""
    level, middle = mark.center().y() - height / 2, mark.center().x() - width / 2
    beside = ((mark.right() + 3, level), (mark.left() - 3 - width, level))
    for left, top in (*beside, (middle, mark.top() - height), (middle, mark.bottom())):
        box = QRectF(left, top, width, height)
        if plot.contains(box) and not _hits(taken, box).any():
            return box
    return None


def _hits(boxes: Floats, box: QRectF) -> Bools:
    apart = (boxes[:, 0] >= box.right()) | (boxes[:, 2] <= box.left())
    found: Bools = ~(apart | (boxes[:, 1] >= box.bottom()) | (boxes[:, 3] <= box.top()))
    return found
