"""Wheels, touchpads and touch screens on the timeline and on what is zoomed and panned like it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

NOTCH = 120  # units of a wheel's click
ZOOM = 1.25  # times as near, by a click of the wheel
PAN = 80.0  # pixels, by a click of the wheel
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Kind = Qt.NativeGestureType


class Zoomed(Protocol):
    """What gestures ask of a canvas."""

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Go nearer (above 1) or further about a pixel of the width."""

    def pan(self, pixels: float) -> None:
        """Show later days by so many pixels."""

    def scroll_lanes(self, pixels: float) -> None:
        """Show lower lanes by so many pixels."""

    def show_all(self) -> None:
        """Show everything."""

    def mapFromGlobal(self, place: QPoint, /) -> QPoint:
        """A place on the screen as one of the canvas."""


def take_wheel(canvas: Zoomed, event: QWheelEvent) -> None:
    """The wheel zooms about the pointer, with Shift or sideways it pans; two fingers on a touchpad pan."""
    modifiers, pixels, angle = event.modifiers(), event.pixelDelta(), event.angleDelta()
    by_touch = event.device().type() == QInputDevice.DeviceType.TouchPad or not pixels.isNull()
    sideways = bool(modifiers & SHIFT) or abs(angle.x()) > abs(angle.y())
    if modifiers & CONTROL or not (by_touch or sideways):
        canvas.zoom(ZOOM ** ((angle.y() or angle.x()) / NOTCH), event.position().x())
    elif by_touch and not modifiers & SHIFT:
        way = QPointF(pixels) if not pixels.isNull() else QPointF(angle) * PAN / NOTCH
        canvas.pan(-way.x())
        canvas.scroll_lanes(-way.y())
    else:
        canvas.pan(-(angle.x() or angle.y()) / NOTCH * PAN)
    event.accept()


def take_gesture(canvas: Zoomed, event: QEvent) -> bool:
    """Pinch to zoom, by touchpad or touch screen. Returns whether the event was one of these."""
    if isinstance(event, QNativeGestureEvent):
        return _take_native(canvas, event)
    if isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            canvas.zoom(pinch.scaleFactor(), canvas.mapFromGlobal(pinch.hotSpot().toPoint()).x())
            event.accept(pinch)
            return True
    return False


def _take_native(canvas: Zoomed, event: QNativeGestureEvent) -> bool:
    if event.gestureType() == Kind.ZoomNativeGesture:
        canvas.zoom(1.0 + event.value(), event.position().x())
    elif event.gestureType() == Kind.SmartZoomNativeGesture:
        canvas.show_all()
    elif event.gestureType() == Kind.PanNativeGesture:
        canvas.pan(-event.delta().x())
        canvas.scroll_lanes(-event.delta().y())
    else:
        return False
    event.accept()
    return True
