"""What the mouse does on the timeline: a state machine of one press, its moves and its release."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desktop.timeline.brush import Span, moved, snapped, unit_of

if TYPE_CHECKING:
    from desktop.timeline.canvas import TimelineCanvas

NEAR = 5.0  # pixels from an end of the brush at which it is taken
NEARER = 2.0  # times, by a double click
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Drag = Callable[[QPointF], None]


class Pointer:
    """Plain dragging pans, with Shift or on the axis it brushes, with Ctrl it selects an area. A click selects."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._drag: Drag | None = None
        self._dragging = False
        self._brush_before: Span | None = None

    def press(self, event: QMouseEvent) -> None:
        """Choose what a drag from here would do."""
        if event.button() not in (LEFT, MIDDLE):
            event.ignore()
            return
        canvas, place, modifiers = self._canvas, event.position(), event.modifiers()
        self._pressed = self._last = place
        self._dragging = False
        self._brush_before = canvas.brush
        if event.button() == MIDDLE:
            self._drag = self._pan
        elif modifiers & SHIFT or canvas.on_axis(place):
            self._drag = self._brush_drag(place)
        else:
            self._drag = self._band if modifiers & CONTROL else self._pan
        canvas.set_hover(None)

    def move(self, event: QMouseEvent) -> None:
        """Drag, once the pointer went far enough; without a button say what is below it."""
        place = event.position()
        if self._pressed is None or self._drag is None:
            self._point(place)
            return
        far = (place - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not self._dragging and far:
            self._dragging = True
            if self._drag == self._pan:
                self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._drag(place)
            self._last = place

    def release(self, event: QMouseEvent) -> None:
        """End the drag; without one it was a click."""
        if self._pressed is None:
            return
        pressed, dragged, drag = self._pressed, self._dragging, self._drag
        self._end()
        if dragged and drag == self._band:
            self._pick_area(QRectF(pressed, event.position()).normalized(), event.modifiers())
        elif not dragged and event.button() == LEFT:
            self._click(event.position(), event.modifiers())

    def double_click(self, event: QMouseEvent) -> None:
        """Open a mark, show the days of a bin, or look nearer at the place."""
        canvas, place = self._canvas, event.position()
        if event.button() != LEFT or canvas.on_axis(place):
            return
        found = canvas.drawing.bin_at(place)
        if canvas.drawing.mark_at(place) is not None:
            canvas.opened.emit()
        elif found is not None:
            canvas.show_days((found.first, found.last))
        else:
            canvas.zoom(NEARER, place.x())

    def is_dragging(self) -> bool:
        """Whether the mouse is dragging something."""
        return self._dragging

    def cancel(self) -> bool:
        """Forget the drag; what it brushed is as it was. Returns whether there was one."""
        if not self._dragging:
            return False
        brushing = self._drag not in (self._pan, self._band)
        self._end()
        if brushing:
            self._canvas.brushed.emit(self._brush_before)
        return True

    def _end(self) -> None:
        self._pressed = self._drag = None
        self._dragging = False
        self._canvas.unsetCursor()
        if self._canvas.band is not None:
            self._canvas.band = None
            self._canvas.update()

    # ---- without a drag ----

    def _point(self, place: QPointF) -> None:
        canvas = self._canvas
        if canvas.on_axis(place):
            shape = Qt.CursorShape.IBeamCursor
            if self._leads_away(place):
                shape = Qt.CursorShape.PointingHandCursor
            elif self._edge(place) is not None:
                shape = Qt.CursorShape.SplitHCursor
            canvas.setCursor(shape)
            canvas.set_hover(None)
            return
        canvas.unsetCursor()
        found = canvas.drawing.mark_at(place)
        canvas.set_hover(canvas.drawing.bin_at(place) if found is None else found)

    def _leads_away(self, place: QPointF) -> bool:
        """Whether a flag is there of an end of the brush that is out of sight."""
        canvas = self._canvas
        if canvas.brush is None:
            return False
        flag = canvas.drawing.flag_at(place, QRectF(canvas.rect()), canvas.scale, canvas.brush)
        return flag is not None and flag.beyond != 0

    def _click(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        if canvas.on_axis(place):
            self._click_axis(place)
            return
        found = canvas.drawing.mark_at(place)
        if found is not None:
            canvas.picked.emit(found, bool(modifiers & CONTROL))
        elif not modifiers & (CONTROL | SHIFT):
            canvas.cleared.emit()

    def _click_axis(self, place: QPointF) -> None:
        """Brush the year, month, week or day whose name is clicked; beside a brush, drop it.

        A flag at the edge leads to the part of the brush that is out of sight.
        """
        canvas = self._canvas
        if canvas.brush is not None and self._leads_away(place):
            canvas.show_days(canvas.brush)
            return
        if canvas.brush is not None:
            if not canvas.brush[0] <= canvas.scale.day(place.x()) < canvas.brush[1]:
                canvas.brush_dropped.emit()
            return
        day = canvas.scale.day(place.x())
        for tick in canvas.scale.axis().fine:
            if tick.day <= day < tick.end:
                canvas.brushed.emit((tick.day, tick.end))

    def _pick_area(self, area: QRectF, modifiers: Qt.KeyboardModifier) -> None:
        self._canvas.area_picked.emit(self._canvas.drawing.marks_in(area), bool(modifiers & SHIFT))

    # ---- drags ----

    def _pan(self, place: QPointF) -> None:
        self._canvas.pan(self._last.x() - place.x())
        self._canvas.scroll_lanes(self._last.y() - place.y())

    def _band(self, place: QPointF) -> None:
        if self._pressed is not None:
            self._canvas.band = QRectF(self._pressed, place).normalized()
            self._canvas.update()

    def _edge(self, place: QPointF) -> int | None:
        """Which end of the brush is at a place: 0 or 1."""
        canvas = self._canvas
        if canvas.brush is None:
            return None
        away = [abs(canvas.scale.x(day) - place.x()) for day in canvas.brush]
        nearest = 0 if away[0] < away[1] else 1
        return nearest if away[nearest] <= NEAR else None

    def _brush_drag(self, place: QPointF) -> Drag:
        """Take an end of the brush, the brush itself, or begin a new one."""
        canvas, brush, edge = self._canvas, self._canvas.brush, self._edge(place)
        day = canvas.scale.day(place.x())
        if brush is not None and edge is not None:
            # The end that stays is a day of the range, so that it keeps its unit whichever way the other one goes.
            fixed = brush[0] if edge == 1 else brush[1] - 1e-6
            return lambda to: self._brush(fixed, to)
        if brush is not None and canvas.on_axis(place) and brush[0] <= day < brush[1]:
            return lambda to: canvas.brushed.emit(moved(brush, canvas.scale.day(to.x()) - day, unit_of(canvas.scale)))
        return lambda to: self._brush(day, to)

    def _brush(self, fixed: float, to: QPointF) -> None:
        canvas = self._canvas
        canvas.brushed.emit(snapped(fixed, canvas.scale.day(to.x()), unit_of(canvas.scale)))
