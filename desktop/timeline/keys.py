"""What the keys do on the timeline.

Arrows walk the marks, with Ctrl they pan, with Shift they brush. Alt and an arrow is the history's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.timeline.brush import Span, Unit, following, start, unit_of

if TYPE_CHECKING:
    from desktop.timeline.canvas import TimelineCanvas

Key = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
META = Qt.KeyboardModifier.MetaModifier
ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
PAN = 0.125  # of the sight, by Ctrl and an arrow
PAGE = 0.8  # of the sight, by Page Up and Page Down
LANES = 40.0  # pixels, by Ctrl and an arrow
ZOOM = 1.5  # times
ENTER = (Key.Key_Return, Key.Key_Enter)


class Keys:
    """The keyboard of one canvas; it remembers which end of the brush it moves."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self._made: Span | None = None  # the brush as the keyboard left it
        self._anchor = self._head = 0

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says. Returns whether it is one of the timeline's."""
        canvas, key, modifiers = self._canvas, Key(event.key()), event.modifiers()
        if modifiers & (ALT | META):
            return False
        if key not in (Key.Key_Shift, Key.Key_Control):
            canvas.set_hover(None)  # its card would be in the way
        if key in ARROWS:
            self._arrow(*ARROWS[key], modifiers)
        elif key in ENTER:
            return self._enter()
        elif key == Key.Key_Escape:
            return self._escape()
        elif key == Key.Key_Space:
            position = canvas.focus_position()
            if position is not None:
                canvas.picked.emit(position, True)
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            canvas.pan((PAGE if key == Key.Key_PageDown else -PAGE) * canvas.width())
        elif key in (Key.Key_Home, Key.Key_End):
            self._walk_to_end(last=key == Key.Key_End)
        else:
            return self._zoom(event.text(), key)
        return True

    def _zoom(self, text: str, key: Qt.Key) -> bool:
        """The signs as they are typed, wherever they lie on the keyboard."""
        canvas = self._canvas
        if text in ("+", "=") or key in (Key.Key_Plus, Key.Key_ZoomIn):
            canvas.zoom(ZOOM, self._place())
        elif text in ("-", "−") or key in (Key.Key_Minus, Key.Key_ZoomOut):
            canvas.zoom(1 / ZOOM, self._place())
        elif text == "0" or key == Key.Key_0:
            canvas.show_all()
        else:
            return False
        return True

    def _place(self) -> float | None:
        """Where to zoom: at the mark with the focus, if it is in sight."""
        canvas = self._canvas
        position = canvas.focus_position()
        if canvas.scene is None or position is None:
            return None
        timeline = canvas.scene.timeline
        x = canvas.scale.x((float(timeline.first[position]) + float(timeline.last[position]) + 1) / 2)
        return x if 0 <= x <= canvas.width() else None

    def _arrow(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        if modifiers & SHIFT:
            if dx:
                self._grow_brush(dx)
        elif modifiers & CONTROL:
            canvas.pan(dx * PAN * canvas.width())
            canvas.scroll_lanes(dy * LANES)
        else:
            found = canvas.drawing.next_mark(canvas.focus_position(), dx, dy)
            if found is not None:
                canvas.walked.emit(found)

    def _walk_to_end(self, *, last: bool) -> None:
        """To the first or the last mark that the filter shows."""
        scene = self._canvas.scene
        if scene is None:
            return
        shown = scene.shown[: scene.timeline.dated].nonzero()[0]
        if len(shown):
            self._canvas.walked.emit(int(shown[-1 if last else 0]))

    def _grow_brush(self, direction: int) -> None:
        """Move an end of the brush by a unit; without a brush begin one at the mark with the focus."""
        canvas, unit = self._canvas, unit_of(self._canvas.scale)
        if canvas.brush is None:
            place = self._place()
            day = canvas.scale.day(canvas.width() / 2 if place is None else place)
            self._anchor = self._head = self._within_dates(start(day, unit), unit, 0)
        else:
            if canvas.brush != self._made:  # from elsewhere: its beginning stays
                self._anchor, self._head = start(canvas.brush[0], unit), start(canvas.brush[1] - 1, unit)
            self._head = self._within_dates(following(self._head, unit, direction), unit, direction)
        low, high = sorted((self._anchor, self._head))
        self._made = (float(start(low, unit)), float(following(high, unit)))
        canvas.brushed.emit(self._made)
        canvas.show_moment(self._head)

    def _within_dates(self, day: int, unit: Unit, direction: int) -> int:
        """A unit that the brush may reach: none beyond the first and the last mark, unless it was there before."""
        first, last = self._canvas.dated()
        earliest, latest = start(first, unit), start(last - 1, unit)
        if direction >= 0 and day > latest:
            return max(latest, self._head) if direction else latest
        if direction <= 0 and day < earliest:
            return min(earliest, self._head) if direction else earliest
        return day

    def _enter(self) -> bool:
        canvas = self._canvas
        if canvas.brush is not None:
            canvas.brush_kept.emit()
        elif canvas.focus_position() is not None:
            canvas.opened.emit()
        else:
            return False
        return True

    def _escape(self) -> bool:
        """Take the brush back; without one Esc is the window's."""
        if self._canvas.brush is None:
            return False
        self._canvas.brush_dropped.emit()
        return True
