"""The chart of parameters, on a logarithmic scale, against dates: what lacks either has a strip of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from db.numbers import format_number
from db.texts import tr, tr_n
from db.timeline import UNDATED
from desktop.drawing.axis_painter import axis_height
from desktop.drawing.charts.axes import draw_amounts, draw_brush, draw_days, ink_of
from desktop.drawing.charts.log_scale import LogScale
from desktop.drawing.charts.points import Layer, Names, Points, draw_marks, marks_of, place_names
from desktop.drawing.charts.scene import LEAST_HEIGHT, LINE, ChartMark, ChartScene, Frame, roomy
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_scale import TimeScale

Measure = Literal["total", "active"]
TOP, STRIP, RIGHT = 12.0, 24.0, 64.0
MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class _Room:
    """The plot, the strip below it for unknown sizes, and the strip beside it for unknown dates."""

    plot: QRectF
    below: QRectF
    beside: QRectF


class SizesChart:
    """A mark for each size of each release."""

    def __init__(self, measure: Measure = "total") -> None:
        self.measure: Measure = measure
        self.marks: list[ChartMark] = []
        self._ink: Ink | None = None
        self._scene: ChartScene | None = None
        self.scale: TimeScale | None = None

    @property
    def key(self) -> str:
        """Its name in settings and on the command line."""
        return "sizes" if self.measure == "total" else "active"

    def title(self) -> str:
        """What it shows."""
        return tr("Total parameters by date") if self.measure == "total" else tr("Active parameters by date")

    def set_scene(self, scene: ChartScene) -> None:
        """Show this from now on."""
        self._scene = scene
        amounts = scene.sizes.total if self.measure == "total" else scene.sizes.active
        missing = np.setdiff1d(scene.sizes.releases, scene.sizes.release[np.isfinite(amounts)])
        known = np.isfinite(amounts) & (amounts > 0)
        ids = np.concatenate([scene.sizes.release[known], missing])
        self._amounts = np.concatenate([amounts[known], np.full(len(missing), np.nan)])
        self._points = _points(scene, ids)
        labels = [label for label, has in zip(scene.sizes.labels, known.tolist(), strict=True) if has]
        self._labels = labels + [scene.timeline.names[at] for at in self._points.position[len(labels) :].tolist()]

    def height(self, rect: QRectF) -> float:
        """It fits into any height that leaves room for its scales."""
        return max(rect.height(), LEAST_HEIGHT)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw a frame."""
        scene, look = self._scene, frame.look
        painter.fillRect(frame.rect, look.colour("background"))
        self.marks = []
        if scene is None or not len(self._points.ids):
            return
        points, sized = self._points, np.isfinite(self._amounts)
        ink = self._ink = ink_of(self._ink, look)
        left = frame.rect.left() + QFontMetricsF(look.font).horizontalAdvance(tr("unknown")) + 16
        sizeless, dateless = ~sized & points.dated, sized & ~points.dated
        box = QRectF(frame.rect).adjusted(0, 0, 0, -axis_height(ink))
        room = _room(box, left, below=bool(sizeless.any()), beside=bool(dateless.any()))
        scale = self.scale = TimeScale(*frame.days, room.plot.left(), room.plot.width())
        amounts = LogScale.around(self._amounts[sized].tolist(), room.plot.bottom(), room.plot.top())
        draw_amounts(painter, look, room.plot, amounts, format_number)
        draw_days(painter, ink, room.plot, scale, box.bottom())
        placed = points.laid(scale, room.plot.left(), room.plot.right())
        if sized.any():
            y = np.interp(np.log(np.where(sized, self._amounts, amounts.low)), *_line(amounts))
            placed = placed.at(y=np.where(sized, y, room.below.center().y()))
        placed = placed.at(x=np.where(points.dated, placed.x, room.beside.center().x()))
        nowhere = (~sized & ~points.dated) | placed.outside
        self._draw_strips(painter, frame, room)
        chosen = np.flatnonzero(~nowhere)
        self.marks = marks_of(placed, chosen, self._text)
        spans = draw_marks(painter, frame, scene, Layer(placed, chosen, self.marks, "release"))
        names = Names([(mark, self._name(mark)) for mark in self.marks], room.plot, spans)
        place_names(painter, frame, scene, names)
        plot = QRectF(room.plot.topLeft(), room.below.bottomRight())
        draw_brush(painter, ink, plot, scale, frame.brush)

    def days(self) -> tuple[float, float]:
        """From the first release to the last."""
        if self._scene is None:
            return roomy(np.zeros(0, np.int64), np.zeros(0, np.int64))
        dated = self._points.dated
        return roomy(self._points.first[dated].astype(np.int64), self._points.last[dated].astype(np.int64) - 1)

    def remark(self, days: tuple[float, float]) -> str:
        """How many of the releases that pass lack a size, a date or both, or lie beside these days."""
        if self._scene is None:
            return ""
        sized, points = np.isfinite(self._amounts), self._points
        shown = points.shown
        beside = shown & points.dated & ((points.last <= days[0]) | (points.first >= days[1]))
        size, date, both = shown & ~sized & points.dated, shown & sized & ~points.dated, shown & ~sized & ~points.dated
        said = [
            tr_n("{n} without a known size", "{n} without a known size", n) if (n := _count(points, size)) else "",
            tr_n("{n} without a date", "{n} without a date", n) if (n := _count(points, date)) else "",
            tr_n("{n} without either, not drawn", "{n} without either, not drawn", n)
            if (n := _count(points, both))
            else "",
            tr_n("{n} before or after these days", "{n} before or after these days", n)
            if (n := _count(points, beside))
            else "",
        ]
        return " · ".join(filter(None, said))

    def empty(self) -> str:
        """Why there is nothing to see, or nothing."""
        return "" if self._scene is not None and len(self._points.ids) else tr("There are no releases.")

    def _text(self, places: NDArray[np.int64]) -> str:
        at = int(places[0])
        amount = self._amounts[at]
        size = format_number(float(amount)) if np.isfinite(amount) else tr("size unknown")
        names = ", ".join(self._labels[place] for place in places[:MOST_TOLD].tolist())
        more = tr(" and {n} more", n=len(places) - MOST_TOLD) if len(places) > MOST_TOLD else ""
        return LINE.join((names + more, size))

    def _name(self, mark: ChartMark) -> str:
        name = self._labels[mark.key[1]] if isinstance(mark.key, tuple) else mark.text
        return f"{name} +{len(mark.ids) - 1}" if len(mark.ids) > 1 else name

    def _draw_strips(self, painter: QPainter, frame: Frame, room: _Room) -> None:
        """Where the marks with something unknown lie, with a word for each."""
        look = frame.look
        painter.setFont(look.font)
        painter.setPen(look.colour("muted"))
        if room.below.height():
            painter.fillRect(room.below, look.colour("surface"))
            box = QRectF(frame.rect.left(), room.below.top(), room.plot.left() - frame.rect.left() - 8, STRIP)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("unknown"))
        if room.beside.width():
            painter.fillRect(room.beside, look.colour("surface"))
            box = QRectF(room.beside.left() - 8, room.below.bottom() + 4, RIGHT + 16, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("undated"))


def _points(scene: ChartScene, ids: NDArray[np.int64]) -> Points:
    """The releases with these ids as points in time."""
    line = scene.timeline
    position = line.positions_of(ids)
    keep = np.maximum(position, 0)
    return Points(
        ids=ids,
        position=position,
        first=line.first[keep].astype(np.float64),
        last=line.last[keep].astype(np.float64) + 1.0,
        dated=(position >= 0) & (line.flags[keep] & UNDATED == 0),
        shown=(position >= 0) & scene.shown[keep],
        weight=line.weights[keep],
    )


def _room(rect: QRectF, left: float, *, below: bool, beside: bool) -> _Room:
    strip, right = (STRIP if below else 0.0), (RIGHT if beside else 0.0)
    bottom = rect.bottom()
    plot = QRectF(QPointF(left, rect.top() + TOP), QPointF(rect.right() - right - 16, bottom - strip - 4))
    low = QRectF(plot.left(), bottom - strip, plot.width(), strip)
    return _Room(plot, low, QRectF(plot.right() + 8, plot.top(), right, plot.height()))


def _line(amounts: LogScale) -> tuple[list[float], list[float]]:
    """Two points of the scale, for interpolating many amounts at once."""
    return [float(np.log(amounts.low)), float(np.log(amounts.high))], [amounts.start, amounts.end]


def _count(points: Points, which: NDArray[np.bool_]) -> int:
    return len(np.unique(points.ids[which]))
