"""A panel that lies over a part of a window, lifted from it by a shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.widgets.document_view import Colours

SHADOW = 12  # px around the panel that belong to it and show what lies below
RADIUS = 6
DARK = 128  # lightness of a ground below which the shadow has to be stronger


class FloatingPanel(QWidget):
    """Paints its ground in the colours of the theme; what it holds keeps `SHADOW` off its edges."""

    def __init__(self, window: QWidget, colours: Colours) -> None:
        super().__init__(window)
        self._window, self._colours = window, colours

    def place(self, top: int, width: int, height: int) -> None:
        """In the middle of the window, this far from its top."""
        left = (self._window.width() - width) // 2
        self.setGeometry(left - SHADOW, top - SHADOW, width + 2 * SHADOW, height + 2 * SHADOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground with a hairline around it, and the shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._colours.colour("background")
        inner = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 14 if ground.lightness() < DARK else 5))
        for out in range(SHADOW, 0, -1):
            painter.drawRoundedRect(inner.adjusted(-out, 2 - out, out, out), RADIUS + out, RADIUS + out)
        painter.setPen(QPen(self._colours.colour("edge"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
