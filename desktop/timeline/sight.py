"""What of the timeline is in sight: its days, and which lanes. Zooming, panning, and bringing things into sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.drawing import TimelineDrawing
from desktop.drawing.timeline.scene import Scene
from desktop.timeline.brush import Span
from desktop.timeline.query import usual_days
from desktop.timeline.zoomed_canvas import ZoomedCanvas

FARTHEST = 3.0  # times the whole timeline may be in sight
KEPT = 0.1  # of the sight, that lies between the first and the last mark however far one pans
ROOM = 12.0  # pixels from the edge, where the mark with the focus is not left
EDGE = 0.2  # of the sight, that it then gets between itself and the edge
AROUND = 0.08  # of days that are brought into sight as a whole, on each side of them


class TimelineSight(ZoomedCanvas):
    """A widget for a scene, with the scale and the offset of what it shows; its heir paints."""

    scrolled = Signal()
    """Other lanes are in sight."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = TimelineDrawing(look)
        self.scene: Scene | None = None
        self.scale = TimeScale(*self.drawing.whole(), 0.0, 800.0)
        self.offset = 0.0
        self.look = look
        self._lane_wanted: int | None = None

    def set_look(self, look: Look) -> None:
        """Paint in other colours."""
        self.look = look
        self.drawing.set_look(look)
        self.update()

    def set_scene(self, scene: Scene) -> None:
        """Paint this."""
        self.scene = scene
        self.drawing.set_scene(scene)
        self._keep_offset()
        self.update()

    def set_span(self, span: Span | None) -> None:
        """Show these days, or with None those where most marks are."""
        first, last = span or self.usual()
        scale = TimeScale(first, max(last, first + 1.0), self.scale.left, self.scale.width)
        if scale != self.scale:
            self.scale = scale
            self.update()

    def whole(self) -> Span:
        """All days that have marks."""
        return self.drawing.whole()

    def dated(self) -> Span:
        """From the first day that a mark has up to, and without, the one after the last; `whole` without marks."""
        timeline = self.scene.timeline if self.scene is not None else None
        if timeline is None or not timeline.dated:
            return self.whole()
        return float(timeline.first[0]), float(timeline.last[: timeline.dated].max()) + 1

    def usual(self) -> Span:
        """The days where nearly all marks are."""
        whole = self.whole()
        return whole if self.scene is None else usual_days(self.scene.timeline, whole)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Go nearer (above 1) or further; the day below the pixel `at`, or in the middle, stays where it is."""
        day = self.scale.day(self.width() / 2 if at is None else at)
        whole = self.whole()
        most = FARTHEST * (whole[1] - whole[0])
        factor = max(factor, self.scale.days / max(most, self.scale.days))
        self._move(self.scale.zoomed(factor, day))

    def pan(self, pixels: float) -> None:
        """Show later days by so many pixels."""
        self._move(self.scale.panned(pixels / self.scale.pixels_per_day))

    def show_all(self) -> None:
        """Show all days."""
        self.go_to(None)

    def go_to(self, span: Span | None) -> None:
        """Show these days, or with None all, at the user's wish."""
        self._move(TimeScale(*(span or self.whole()), self.scale.left, self.scale.width))

    def show_days(self, span: Span) -> None:
        """Bring these days into sight as a whole, with some room, at the user's wish."""
        room = max((span[1] - span[0]) * AROUND, 1.0)
        self.go_to((span[0] - room, span[1] + room))

    def show_position(self, position: int, lane: int | None) -> None:
        """Bring a mark into sight, as near or far as the sight is; further only if the mark has more days than it."""
        timeline = self.scene.timeline if self.scene is not None else None
        if timeline is None or position >= timeline.dated:
            return
        first, last = float(timeline.first[position]), float(timeline.last[position]) + 1
        if last - first > self.scale.days:
            self.show_days((first, last))
        else:
            self._bring((first, last))
        self._lane_wanted = lane
        self.update()

    def show_moment(self, day: float) -> None:
        """Bring a day into sight, as near or far as the sight is."""
        self._bring((day, day + 1))

    def _bring(self, span: Span) -> None:
        """Pan so far that these days are in sight, and some before or after them; not if they are."""
        scale = self.scale
        room = min(ROOM / scale.pixels_per_day, (scale.days - (span[1] - span[0])) / 2)
        beyond = EDGE * (scale.days - (span[1] - span[0]))
        if span[0] < scale.first + room:
            self._move(scale.panned(span[0] - beyond - scale.first))
        elif span[1] > scale.last - room:
            self._move(scale.panned(span[1] + beyond - scale.last))

    def scroll_lanes(self, pixels: float) -> None:
        """Show lower lanes by so many pixels."""
        self.set_offset(self.offset + pixels)

    def set_offset(self, offset: float) -> None:
        """Move the lanes up by so many pixels, as far as there are more of them."""
        offset = min(max(offset, 0.0), self.hidden_height())
        if offset != self.offset:
            self.offset = offset
            self.update()
            self.scrolled.emit()

    def hidden_height(self) -> float:
        """By how much the lanes are higher than their room."""
        return max(0.0, self.drawing.content_height(self.height()) - self.height())

    def on_axis(self, place: QPointF) -> bool:
        """Whether a place is on the axis."""
        return place.y() >= self.height() - self.drawing.axis_height()

    def show_wanted_lane(self) -> None:
        """Scroll to the lane of a mark that is to come into sight: where lanes are is known after a frame."""
        lane, self._lane_wanted = self._lane_wanted, None
        rect = QRectF() if lane is None else self.drawing.lane_rect(lane)
        if rect.isNull():
            return
        bottom = self.height() - self.drawing.axis_height()
        if rect.top() < 0:
            self.scroll_lanes(rect.top())
        elif rect.bottom() > bottom:
            self.scroll_lanes(min(rect.bottom() - bottom, rect.top()))

    def _move(self, scale: TimeScale) -> None:
        """Show other days, with some of those between the first and the last mark among them."""
        first, last = self.whole()
        middle = (scale.first + scale.last) / 2
        scale = scale.panned(min(max(middle, first), last) - middle)
        first, last = self.dated()
        room = KEPT * scale.days
        scale = scale.panned(max(first + room - scale.last, 0.0) + min(last - room - scale.first, 0.0))
        if scale != self.scale:
            self.scale = scale
            self.update()
            self.moved.emit()

    def _keep_offset(self) -> None:
        self.offset = min(self.offset, self.hidden_height())

    def sizeHint(self) -> QSize:
        """All lanes by kind."""
        return QSize(760, 240)

    def minimumSizeHint(self) -> QSize:
        """The axis and a lane."""
        return QSize(160, int(self.drawing.axis_height()) + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same days in another width."""
        super().resizeEvent(event)
        self.scale = self.scale.resized(0.0, float(self.width()))
        self._keep_offset()
