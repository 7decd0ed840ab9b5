"""The axes that charts share: amounts at the left, days below, and the brush over the plot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.drawing.log_scale import LogScale
from desktop.drawing.look import Look
from desktop.drawing.time_axis import Tick, day_text
from desktop.drawing.time_scale import TimeScale

AXIS_HEIGHT = 40.0
LINE = 16.0


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


def draw_days(painter: QPainter, look: Look, plot: QRectF, scale: TimeScale, top: float) -> None:
    """Two lines of dates from `top`, and a faint line up the plot where a unit begins."""
    metrics = QFontMetricsF(look.font)
    axis = scale.axis(metrics.horizontalAdvance)
    painter.save()
    painter.setClipRect(QRectF(plot.left(), plot.top(), plot.width(), top + AXIS_HEIGHT - plot.top()))
    painter.setFont(look.font)
    coarse = {tick.day for tick in axis.coarse}
    for tick in axis.fine:
        x = scale.x(tick.day)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QLineF(x, plot.top() if tick.day in coarse or not coarse else top, x, top + LINE))
        painter.setPen(look.colour("muted"))
        _write(painter, plot, scale, tick, top + LINE - 3)
    painter.setPen(look.colour("text"))
    for tick in axis.coarse:
        _write(painter, plot, scale, tick, top + 2 * LINE)
    painter.restore()
    painter.setPen(QPen(look.colour("edge"), 1))
    painter.drawLine(QLineF(plot.left(), top, plot.right(), top))


def _write(painter: QPainter, plot: QRectF, scale: TimeScale, tick: Tick, y: float) -> None:
    """The name of a unit, if what is in sight of the unit has room for it."""
    left, right = max(scale.x(tick.day), plot.left()) + 4, min(scale.x(tick.end), plot.right())
    if right - left >= QFontMetricsF(painter.font()).horizontalAdvance(tick.text):
        painter.drawText(QPointF(left, y), tick.text)


def draw_brush(
    painter: QPainter, look: Look, plot: QRectF, scale: TimeScale, brush: tuple[float, float] | None
) -> None:
    """The range that is brushed, as a band with its two days."""
    if brush is None:
        return
    left, right = (min(max(scale.x(day), plot.left()), plot.right()) for day in brush)
    painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), look.translucent("accent", 0.14))
    painter.setPen(QPen(look.colour("accent"), 1))
    for x in (left, right):
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    painter.setFont(look.font)
    first, last = day_text(brush[0]), day_text(brush[1] - 1)
    words = first if first == last else f"{first} – {last}"
    width = QFontMetricsF(look.font).horizontalAdvance(words) + 8
    at = min(max((left + right - width) / 2, plot.left()), plot.right() - width)
    box = QRectF(at, plot.top(), width, LINE + 4)
    painter.fillRect(box, look.colour("background"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
