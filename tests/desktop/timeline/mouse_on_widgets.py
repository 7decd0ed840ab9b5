"""The mouse on the widgets around the canvas of the timeline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

Mod, LEFT = Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def mouse(target: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, QPointF(at), QPointF(target.mapToGlobal(at)), LEFT, held, Mod.NoModifier)
    QApplication.sendEvent(target, event)


def drag(target: QWidget, start: QPoint, end: QPoint) -> None:
    mouse(target, QEvent.Type.MouseButtonPress, start)
    for share in (0.5, 1.0):
        mouse(target, QEvent.Type.MouseMove, (QPointF(start) + share * QPointF(end - start)).toPoint())
    mouse(target, QEvent.Type.MouseButtonRelease, end)
