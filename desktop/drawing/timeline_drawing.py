"""The timeline on a QPainter: lanes, marks, labels, axis and today; the overview strip; and what was drawn where.

The names of lanes are not part of it: the window has widgets for them, a figure writes them beside `lane_rect`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from db.timeline import TONES
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline_scene import DrawnBin, DrawnMark, Scene

AXIS_HEIGHT = 40.0
MARK = 12.0


class TimelineDrawing:
    """Draws frames of one scene, and keeps what they share."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._scene: Scene | None = None
        self._drawn: list[DrawnMark | DrawnBin] = []
        self._lane_rects: dict[int, QRectF] = {}
        self.unfinished = False
        """Whether labels are still to be made: draw once more soon."""

    def set_look(self, look: Look) -> None:
        """Draw in other colours or type from now on."""
        self._look = look

    def set_scene(self, scene: Scene) -> None:
        """Draw this from now on."""
        self._scene = scene

    def whole(self) -> tuple[float, float]:
        """The days of all dated marks, first and last exclusive, a little wider; this year when there is none."""
        timeline = self._scene.timeline if self._scene else None
        if timeline is None or not timeline.dated:
            year = datetime.date.today().year
            return float(datetime.date(year, 1, 1).toordinal()), float(datetime.date(year, 12, 31).toordinal() + 1)
        first, last = int(timeline.first[: timeline.dated].min()), int(timeline.last[: timeline.dated].max()) + 1
        margin = max((last - first) * 0.03, 2.0)
        return first - margin, last + margin

    def content_height(self, height: float) -> float:
        """How high all lanes and the axis are in a view of this height: more than it when the lanes do not fit."""
        return height

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        scale: TimeScale,
        *,
        brush: tuple[float, float] | None = None,
        hover: int | None = None,
        offset: float = 0.0,
    ) -> None:
        """Draw a frame into `rect`, the lanes moved up by `offset` pixels; the axis stays at the bottom.

        `brush` has two days as floats, the second exclusive as in TimeScale; `hover` is a position in the timeline.
        """
        painter.fillRect(rect, self._look.colour("background"))
        self._drawn = []
        scene = self._scene
        if scene is None:
            return
        lanes = list(scene.order)
        height = (rect.height() - AXIS_HEIGHT) / max(len(lanes), 1)
        for row, lane in enumerate(lanes):
            self._lane_rects[lane] = QRectF(rect.left(), rect.top() + row * height, rect.width(), height)
        for position, lane in zip(scene.lanes.position.tolist(), scene.lanes.lane.tolist(), strict=True):
            if lane not in self._lane_rects or position >= scene.timeline.dated:
                continue
            middle = (int(scene.timeline.first[position]) + int(scene.timeline.last[position]) + 1) / 2
            x = scale.x(middle)
            if not rect.left() <= x <= rect.right():
                continue
            box = QRectF(x - MARK / 2, self._lane_rects[lane].center().y() - MARK / 2, MARK, MARK)
            tone = TONES[int(scene.timeline.tones[position])]
            painter.setBrush(self._look.colour(tone) if scene.shown[position] else self._look.dimmed(tone))
            painter.setPen(QPen(self._look.colour("accent"), 2) if position == hover else QPen(Qt.PenStyle.NoPen))
            painter.drawEllipse(box)
            self._drawn.append(DrawnMark(position, lane, box))
        self._draw_axis(painter, rect, scale)
        if brush:
            band = QRectF(QPointF(scale.x(brush[0]), rect.top()), QPointF(scale.x(brush[1]), rect.bottom()))
            painter.fillRect(band, self._look.translucent("accent", 0.15))

    def _draw_axis(self, painter: QPainter, rect: QRectF, scale: TimeScale) -> None:
        painter.setPen(self._look.colour("muted"))
        painter.setFont(self._look.font)
        axis = scale.axis()
        for line, ticks in enumerate((axis.fine, axis.coarse)):
            for tick in ticks:
                x = max(scale.x(tick.day), rect.left())
                painter.drawText(QPointF(x + 4, rect.bottom() - AXIS_HEIGHT + 16 * (line + 1)), tick.text)

    def draw_overview(
        self, painter: QPainter, rect: QRectF, whole: TimeScale, window: TimeScale, without_dates: NDArray[np.bool_]
    ) -> None:
        """Draw the strip: how many marks there are, how many the filter keeps but for its dates, and the window."""
        painter.fillRect(rect, self._look.colour("surface"))
        band = QRectF(QPointF(whole.x(window.first), rect.top()), QPointF(whole.x(window.last), rect.bottom()))
        painter.fillRect(band, self._look.translucent("accent", 0.15))

    def mark_at(self, point: QPointF) -> int | None:
        """The position of the mark at a place of the last frame."""
        for mark in reversed(self._drawn):
            if isinstance(mark, DrawnMark) and mark.rect.contains(point):
                return mark.position
        return None

    def marks_in(self, rect: QRectF) -> NDArray[np.int64]:
        """The positions of the marks that touch an area of the last frame and of its bins."""
        found = {mark.position for mark in self._drawn if isinstance(mark, DrawnMark) and mark.rect.intersects(rect)}
        return np.array(sorted(found), dtype=np.int64)

    def lane_at(self, y: float) -> int | None:
        """The lane at a height of the last frame."""
        return next((lane for lane, rect in self._lane_rects.items() if rect.top() <= y < rect.bottom()), None)

    def lane_rect(self, lane: int) -> QRectF:
        """What a lane covered in the last frame, cut by nothing; empty for a lane that is not drawn."""
        return self._lane_rects.get(lane, QRectF())

    def drawn(self) -> Sequence[DrawnMark | DrawnBin]:
        """The marks and bins of the last frame, by lane from the top and then by time."""
        return self._drawn

    def next_mark(self, position: int | None, dx: int, dy: int) -> int | None:
        """The neighbour among the shown: by `dx` in time within the lane, or the nearest in the lane `dy` below.

        The first of the top lane for None; None when there is no such neighbour.
        """
        scene = self._scene
        if scene is None or not scene.timeline.dated:
            return None
        if position is None:
            return 0
        moved = position + dx
        return moved if 0 <= moved < scene.timeline.dated else None
