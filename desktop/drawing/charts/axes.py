"""The axes that charts share: amounts at the left, days below as on the timeline, and the brush over the plot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.drawing import axis_painter
from desktop.drawing.charts.log_scale import LogScale
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_scale import TimeScale


def ink_of(kept: Ink | None, look: Look) -> Ink:
    """What frames in one look share: the kept one, or another when the look is another."""
    return kept if kept is not None and kept.look is look else Ink(look)


def draw_amounts(painter: QPainter, look: Look, plot: QRectF, scale: LogScale, text: Callable[[float], str]) -> None:
    """Hairlines over the plot at round amounts, written at its left."""
    painter.setFont(look.font)
    for amount in scale.ticks(32.0):
        y = scale.at(amount)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        painter.setPen(look.colour("muted"))
        box = QRectF(plot.left() - 60, y - 10, 52, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text(amount))


def draw_days(painter: QPainter, ink: Ink, plot: QRectF, scale: TimeScale, top: float) -> None:
    """The axis from `top`, and hairlines over the plot where its coarser units begin."""
    axis = scale.axis(ink.text.width)
    axis_painter.draw_grid(painter, plot, scale, axis, ink)
    rect = QRectF(plot.left(), top, plot.width(), axis_painter.axis_height(ink))
    axis_painter.draw_axis(painter, rect, scale, axis, ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_brush(painter: QPainter, ink: Ink, plot: QRectF, scale: TimeScale, brush: tuple[float, float] | None) -> None:
    """The range that is brushed, as on the timeline: its days are written on the axis below the plot."""
    if brush is not None:
        bottom = QPointF(plot.right(), plot.bottom() + axis_painter.axis_height(ink))
        axis_painter.draw_brush(painter, QRectF(plot.topLeft(), bottom), scale, brush, ink)
