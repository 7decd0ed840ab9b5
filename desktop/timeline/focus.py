"""The mark with the focus where it is one of many in a column: the keyboard must not vanish in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from db.timeline import TONES
from desktop.drawing.mark_shapes import SIZE, shape
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.drawing.look import Look
    from desktop.drawing.time_scale import TimeScale
    from desktop.drawing.timeline.scene import Scene

WIDEST = 240.0  # pixels of its name
SPACE = 4.0


def middle_of(scene: Scene, position: int) -> float:
    """The moment in the middle of a mark's days."""
    return (float(scene.timeline.first[position]) + float(scene.timeline.last[position]) + 1) / 2


def in_column(scene: Scene, scale: TimeScale, drawn: Sequence[DrawnMark | DrawnBin], position: int) -> DrawnMark | None:
    """Where the mark at a position would be, if it is in sight only as a part of a column."""
    if any(isinstance(one, DrawnMark) and one.position == position for one in drawn):
        return None
    lanes = set(scene.lanes.lane[scene.lanes.position == position].tolist())
    day = middle_of(scene, position)
    for column in drawn:
        if isinstance(column, DrawnBin) and column.lane in lanes and column.first <= day < column.last:
            middle = QPointF(scale.x(day), column.rect.bottom() - SIZE / 2 - 2)
            return DrawnMark(position, column.lane, QRectF(middle.x() - SIZE / 2, middle.y() - SIZE / 2, SIZE, SIZE))
    return None


def draw_in_column(painter: QPainter, look: Look, scene: Scene, mark: DrawnMark, right: float) -> None:
    """Draw such a mark with the ring of the focus, and its name within `right`."""
    tone, middle = TONES[int(scene.timeline.tones[mark.position])], mark.rect.center()
    metrics = QFontMetricsF(look.font)
    name = metrics.elidedText(scene.timeline.names[mark.position], Qt.TextElideMode.ElideRight, WIDEST)
    wide = metrics.horizontalAdvance(name)
    left = mark.rect.right() + 2 * SPACE
    if left + wide + SPACE > right:
        left = mark.rect.left() - 2 * SPACE - wide
    box = QRectF(left - SPACE, middle.y() - 10, wide + 2 * SPACE, 20)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("edge"), 1))
    painter.setBrush(look.colour("background"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(look.colour("text"))
    painter.setFont(look.font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
    painter.translate(middle)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.drawEllipse(QPointF(0, 0), SIZE / 2 + 4, SIZE / 2 + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(tone))
    painter.drawPath(shape(tone))
    painter.restore()
