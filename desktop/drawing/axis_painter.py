"""The time axis of a picture: its two lines of labels, the lines of the coarser units, today, and a brush."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.drawing.brush_flags import brush_flags
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.time_axis import Axis, Tick
from desktop.drawing.time_scale import TimeScale

INSET = 5.0
"""Pixels between a tick and its label."""
TICK = 5.0


def axis_height(ink: Ink) -> float:
    """Pixels of the two lines of the axis."""
    return round(2 * ink.metrics.height() + 10)


def draw_grid(painter: QPainter, rect: QRectF, scale: TimeScale, axis: Axis, ink: Ink) -> None:
    """Hairlines where the coarser units begin (every unit, where there is no coarser one), behind everything."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(ink.look.colour("line"), 1))
    for tick in axis.coarse or axis.fine:
        x = round(scale.x(tick.day))
        if rect.left() < x < rect.right():
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_today(painter: QPainter, rect: QRectF, scale: TimeScale, ink: Ink) -> None:
    """A thin accent line at the beginning of today."""
    x = round(scale.x(datetime.date.today().toordinal()))
    if rect.left() <= x <= rect.right():
        painter.fillRect(QRectF(x, rect.top(), 1, rect.height()), ink.look.colour("accent"))


def draw_axis(painter: QPainter, rect: QRectF, scale: TimeScale, axis: Axis, ink: Ink) -> None:
    """The labels in `rect`, each behind the line where its unit begins, or at the edge when that was earlier."""
    painter.save()
    painter.setClipRect(rect)
    words, line = MarkPainter(painter, ink), ink.look.colour("edge")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect, ink.look.colour("background"))
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), ink.look.colour("line"))
    high = ink.metrics.height()
    first_line = rect.top() + TICK + high / 2
    # Weeks do not begin with months: a line through the first row would part the number of a day.
    coarse_top = first_line + high / 2 if axis.step.unit == "week" else rect.top()
    for ticks, top, bottom, middle, token in (
        (axis.fine, rect.top(), rect.top() + TICK, first_line, "muted" if axis.coarse else "text"),
        (axis.coarse, coarse_top, rect.bottom(), first_line + high, "text"),
    ):
        for tick in ticks:
            x = round(scale.x(tick.day))
            if x >= rect.left():  # an SVG knows no clipping
                painter.fillRect(QRectF(x, top, 1, bottom - top), line)
            at = _label_x(tick, scale, rect, ink)
            if at is not None:
                words.words(tick.text, at, middle, token)
    painter.restore()


def _label_x(tick: Tick, scale: TimeScale, rect: QRectF, ink: Ink) -> float | None:
    at = max(round(scale.x(tick.day)), rect.left()) + INSET
    end = min(scale.x(tick.end), rect.right())
    return at if tick.text and at + ink.text.width(tick.text) <= end - 1 else None


def draw_brush(painter: QPainter, rect: QRectF, scale: TimeScale, brush: tuple[float, float], ink: Ink) -> None:
    """A translucent band over the days of a brush; its first and its last day are written on the axis.

    Where the brush goes on out of sight, that is written at the edge.
    """
    first, last = sorted(brush)
    left, right = scale.x(first), scale.x(last)
    accent = ink.look.colour("accent")
    seen_left, seen_right = max(left, rect.left()), min(right, rect.right())
    if seen_left < seen_right:
        band = QRectF(seen_left, rect.top(), seen_right - seen_left, rect.height())
        painter.fillRect(band, ink.look.translucent("accent", 0.14))
    for x in (left, right):
        if rect.left() <= x <= rect.right():
            painter.fillRect(QRectF(round(x) - 0.5, rect.top(), 1.5, rect.height()), accent)
    painter.setFont(ink.look.font)
    for flag in brush_flags(flag_line(rect, ink), scale, brush, ink):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(flag.rect, 4, 4)
        painter.setPen(ink.look.colour("background"))
        painter.drawText(flag.rect, Qt.AlignmentFlag.AlignCenter, flag.text)


def flag_line(rect: QRectF, ink: Ink) -> QRectF:
    """The line of the axis, at the bottom of a picture, where the days of a brush are written."""
    return QRectF(rect.left(), rect.bottom() - axis_height(ink) + 2, rect.width(), ink.metrics.height() + 4)
