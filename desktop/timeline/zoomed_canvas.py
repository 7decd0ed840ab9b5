"""What the timeline's canvas and those like it share: what they tell, and wheels, touchpads, touch screens and mice."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputDevice, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

NOTCH = 120  # units of a wheel's click
ZOOM = 1.25  # times as near, by a click of the wheel
PAN = 80.0  # pixels, by a click of the wheel
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Kind = Qt.NativeGestureType


class Presses(Protocol):
    """What the mouse does on a canvas."""

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves, with a button held or without."""

    def release(self, event: QMouseEvent) -> None:
        """The button goes up."""

    def double_click(self, event: QMouseEvent) -> None:
        """A button goes down twice."""


class ZoomedCanvas(QWidget):
    """Paints marks along time in lanes, zoomed and panned. Marks are places in arrays of what its heir paints."""

    moved = Signal()
    """Something else is in sight because the user zoomed or panned."""
    painted = Signal()
    picked = Signal(int, bool)
    """The user chose a mark; True toggles it and keeps the others selected."""
    walked = Signal(int)
    """The keyboard went on to this mark."""
    opened = Signal()
    """The user wants to read about the mark with the focus."""
    cleared = Signal()
    """The user clicked beside all marks."""
    pointed = Signal(object)
    """The pointer or the keyboard is on what this says, or on None."""
    menu_wanted = Signal(object, object)
    """The user wants the menu of a mark (or None) at a place on the screen."""
    _pointer: Presses

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.hover: int | None = None

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Go nearer (above 1) or further about a pixel of the width."""
        raise NotImplementedError

    def pan(self, pixels: float) -> None:
        """Show later days by so many pixels."""
        raise NotImplementedError

    def scroll_lanes(self, pixels: float) -> None:
        """Show lower lanes by so many pixels."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Show everything."""
        raise NotImplementedError

    def set_hover(self, found: Any) -> None:
        """Something else is under the pointer, or with None nothing."""
        raise NotImplementedError

    def on_screen(self, rect: QRectF) -> QRect:
        """A part of the canvas on the screen."""
        shown = rect.toAlignedRect().intersected(self.rect())
        return QRect(self.mapToGlobal(shown.topLeft()), shown.size())

    # ---- events ----

    def event(self, event: QEvent) -> bool:
        """Pinches, and keys before the window's shortcuts hear of them; all else as usual."""
        taken = False
        if isinstance(event, QKeyEvent):
            taken = event.type() == QEvent.Type.ShortcutOverride and self.claims(event)
            if taken:
                event.accept()
        elif isinstance(event, QNativeGestureEvent):
            taken = self._take_native(event)
        elif isinstance(event, QGestureEvent):
            taken = self._take_pinch(event)
        return taken or super().event(event)

    def claims(self, _event: QKeyEvent) -> bool:
        """Whether a key that the window has a shortcut for is the canvas's now."""
        return False

    def _take_pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.zoom(pinch.scaleFactor(), self.mapFromGlobal(pinch.hotSpot().toPoint()).x())
        event.accept(pinch)
        return True

    def _take_native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Kind.ZoomNativeGesture:
            self.zoom(1.0 + event.value(), event.position().x())
        elif event.gestureType() == Kind.SmartZoomNativeGesture:
            self.show_all()
        elif event.gestureType() == Kind.PanNativeGesture:
            self.pan(-event.delta().x())
            self.scroll_lanes(-event.delta().y())
        else:
            return False
        event.accept()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms about the pointer, with Shift or sideways it pans; two fingers on a touchpad pan."""
        modifiers, pixels, angle = event.modifiers(), event.pixelDelta(), event.angleDelta()
        by_touch = event.device().type() == QInputDevice.DeviceType.TouchPad or not pixels.isNull()
        sideways = bool(modifiers & SHIFT) or abs(angle.x()) > abs(angle.y())
        if modifiers & CONTROL or not (by_touch or sideways):
            self.zoom(ZOOM ** ((angle.y() or angle.x()) / NOTCH), event.position().x())
        elif by_touch and not modifiers & SHIFT:
            way = pixels.toPointF() if not pixels.isNull() else angle.toPointF() * PAN / NOTCH
            self.pan(-way.x())
            self.scroll_lanes(-way.y())
        else:
            self.pan(-(angle.x() or angle.y()) / NOTCH * PAN)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan or to choose."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or say what is under the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it; without a drag it was a click."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a mark, or look nearer."""
        self._pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self.set_hover(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on nothing here any more."""
        super().focusOutEvent(event)
        self.set_hover(None)
