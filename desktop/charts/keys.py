"""What the keys do on a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.timeline.brush import following, start, unit_of

if TYPE_CHECKING:
    from desktop.charts.canvas import ChartCanvas

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
STEPS = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}
ENTER = (Key.Key_Return, Key.Key_Enter)
ZOOM = 1.5


def press(canvas: ChartCanvas, event: QKeyEvent) -> bool:
    """Do what a key is for. Returns whether it is for anything here."""
    key, modifiers = Key(event.key()), event.modifiers()
    if canvas.chart is None or modifiers & OTHERS:
        return False
    if key in STEPS and modifiers & SHIFT:
        return _grow_brush(canvas, STEPS[key])
    if key in STEPS or key in (Key.Key_Home, Key.Key_End):
        return _walk(canvas, key)
    return _act(canvas, key) or _zoom(canvas, event.text())


def _act(canvas: ChartCanvas, key: Qt.Key) -> bool:
    """With the mark that the keyboard is on, or the brush."""
    mark = canvas.mark(canvas.current)
    if key == Key.Key_Escape and canvas.take_back_drag():
        return True
    if key == Key.Key_Escape and canvas.brush is not None:
        canvas.brushed.emit(None)
    elif key in ENTER and canvas.brush is not None:
        canvas.brush_kept.emit()
    elif key in ENTER and mark is not None and mark.ids:
        canvas.opened.emit(mark.ids[0])
    elif key == Key.Key_Space and mark is not None:
        canvas.picked.emit(mark.ids, True)
    else:
        return False
    return True


def _zoom(canvas: ChartCanvas, text: str) -> bool:
    if text in ("+", "=", "-", "−") and canvas.chart is not None and canvas.chart.scale is not None:
        canvas.zoom(ZOOM if text in "+=" else 1 / ZOOM, sum(canvas.days) / 2)
    elif text == "0":
        canvas.zoomed.emit(None)
    else:
        return False
    return True


def _walk(canvas: ChartCanvas, key: Qt.Key) -> bool:
    """To the next mark that passes the filter, in reading order."""
    marks = [mark for mark in canvas.chart.marks if mark.shown] if canvas.chart is not None else []
    if not marks:
        return False
    at = next((place for place, mark in enumerate(marks) if mark.key == canvas.current), None)
    if key == Key.Key_Home or (at is None and key != Key.Key_End):
        at = 0
    elif key == Key.Key_End or at is None:
        at = len(marks) - 1
    else:
        at = min(max(at + STEPS[key], 0), len(marks) - 1)
    canvas.go(marks[at])
    return True


def _grow_brush(canvas: ChartCanvas, step: int) -> bool:
    """Move the end of the brush by a unit; without one begin it at the mark with the keyboard."""
    scale, mark = canvas.chart.scale if canvas.chart is not None else None, canvas.mark(canvas.current)
    if scale is None:
        return False
    unit = unit_of(scale)
    if canvas.brush is None:
        day = scale.day(mark.rect.center().x()) if mark is not None else sum(canvas.days) / 2
        canvas.brushed.emit((float(start(day, unit)), float(following(day, unit))))
    else:
        end = following(canvas.brush[1] - 1, unit, 1 + step)
        canvas.brushed.emit((canvas.brush[0], float(max(end, following(canvas.brush[0], unit)))))
    return True
