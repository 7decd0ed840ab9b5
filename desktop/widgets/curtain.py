"""A picture of a window that lies over it while its parts are exchanged."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

PATIENCE = 600
"""Milliseconds in which answers may come."""


class Curtain(QWidget):
    """Shows the window as it was, and takes what the mouse does, until `lift`.

    To turn off the window's updates for longer than an event instead makes Qt lose the request for the next one.
    """

    def __init__(self, window: QWidget) -> None:
        picture = window.grab()
        super().__init__(window)
        self._picture = picture
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def lift_when_idle(self, busy: SignalInstance) -> None:
        """Show the window once what it asked for has come, or after a while."""
        busy.connect(self._on_busy)
        QTimer.singleShot(PATIENCE, self, self.lift)

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            QTimer.singleShot(0, self, self.lift)

    def lift(self) -> None:
        """Show the window as it is."""
        self.hide()
        self.deleteLater()
