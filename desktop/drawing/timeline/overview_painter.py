"""The strip below the timeline: the whole span, how much there is and how much the filter keeps, and the window."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from db.timeline import Timeline
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_axis import Tick
from desktop.drawing.time_scale import TimeScale

COLUMN = 3
"""Pixels of a column of the density."""
HANDLE = 4.0
GRIP = 14.0


class Overview:
    """The dated marks of a timeline by the middle of their days, each entity once."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        dated = timeline.dated
        middles = timeline.first[:dated].astype(np.int64) + timeline.last[:dated] + 1
        self._order = np.argsort(middles, kind="stable")
        self._middles = middles[self._order]
        self._mask: NDArray[np.bool_] | None = None
        self._kept = np.zeros(dated + 1, np.int64)

    def counts(self, days: NDArray[np.float64], mask: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """How many marks lie between consecutive days, and how many of them the mask keeps."""
        if mask is not self._mask:
            self._mask = mask
            self._kept = np.concatenate([[0], np.cumsum(mask[: self.timeline.dated][self._order], dtype=np.int64)])
        places = np.searchsorted(self._middles, np.ceil(2 * days))
        return np.diff(places), np.diff(self._kept[places])

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        scales: tuple[TimeScale, TimeScale],
        mask: NDArray[np.bool_],
        ink: Ink,
    ) -> None:
        """Draw the strip into `rect`: `scales` are the whole and the window; `mask` is the filter without its dates."""
        whole, window = scales
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, ink.look.colour("background"))
        text = ink.small_metrics.height()
        bars = rect.adjusted(0, 3, 0, -text - 2)
        self._draw_density(painter, bars, whole, mask, ink)
        _draw_window(painter, rect, bars.bottom() + 1, (whole, window), ink)
        _draw_years(painter, rect, bars.bottom(), whole, ink)
        painter.restore()

    def _draw_density(
        self, painter: QPainter, rect: QRectF, whole: TimeScale, mask: NDArray[np.bool_], ink: Ink
    ) -> None:
        x = np.arange(rect.left(), rect.right() + COLUMN, COLUMN)
        days = whole.first + (x - whole.left) / whole.pixels_per_day
        total, kept = self.counts(days, mask)
        if not len(total) or not total.max():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), ink.look.colour("line"))
        scale = (rect.height() - 2) / float(np.sqrt(total.max()))
        for counts, colour in ((total, ink.look.dimmed("muted", 0.35)), (kept, ink.look.colour("muted"))):
            places = np.flatnonzero(counts)
            heights = np.maximum(np.sqrt(counts[places]) * scale, 2.0)
            tops = rect.bottom() - heights
            columns = zip(x[places].tolist(), tops.tolist(), heights.tolist(), strict=True)
            painter.setBrush(colour)
            painter.drawRects([QRectF(left, top, COLUMN - 1, height) for left, top, height in columns])


def _draw_years(painter: QPainter, rect: QRectF, top: float, whole: TimeScale, ink: Ink) -> None:
    painter.setFont(ink.small)
    ticks: tuple[Tick, ...] = whole.axis(lambda text: ink.small_metrics.horizontalAdvance(text) + 12).fine
    for tick in ticks:
        x = round(whole.x(tick.day))
        if x >= rect.left() and x + ink.small_metrics.horizontalAdvance(tick.text) + 4 <= rect.right():
            painter.fillRect(QRectF(x, top, 1, 4), ink.look.colour("edge"))
            painter.setPen(ink.look.colour("muted"))
            painter.drawText(QPointF(x + 4, top + 1 + ink.small_metrics.ascent()), tick.text)


def window_rect(rect: QRectF, whole: TimeScale, window: TimeScale) -> QRectF:
    """The window within the strip: at least as wide as its two handles."""
    left = min(max(whole.x(window.first), rect.left()), rect.right() - 2 * HANDLE)
    right = max(min(whole.x(window.last), rect.right()), left + 2 * HANDLE)
    return QRectF(left, rect.top(), right - left, rect.height())


def _draw_window(painter: QPainter, rect: QRectF, bottom: float, scales: tuple[TimeScale, TimeScale], ink: Ink) -> None:
    """The window around the density alone, down to `bottom`: its ends must not cross the years."""
    frame = window_rect(rect, *scales)
    outside = ink.look.translucent("surface", 0.72)
    painter.fillRect(QRectF(rect.topLeft(), QPointF(frame.left(), rect.bottom())), outside)
    painter.fillRect(QRectF(QPointF(frame.right(), rect.top()), rect.bottomRight()), outside)
    frame.setBottom(bottom)
    accent = ink.look.colour("accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 1))
    painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    grip = min(GRIP, frame.height())
    for x in (frame.left(), frame.right() - HANDLE):
        painter.drawRoundedRect(QRectF(x, frame.center().y() - grip / 2, HANDLE, grip), 2, 2)
