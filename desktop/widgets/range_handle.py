"""One end of a range: a slider that looks like a dot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

STEPS = 10_000  # positions of a handle
RADIUS = 7


class Handle(QSlider):
    """One end: a slider for the keyboard and for screen readers, drawn as a dot and moved by its owner."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The dot with room for its ring."""
        return QSize(2 * RADIUS + 4, 2 * RADIUS + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, and the ring when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        middle = QRectF(self.rect()).center()
        accent = palette.accent().color()
        painter.setBrush(palette.midlight() if self.underMouse() else palette.base())
        painter.setPen(QPen(accent if self.isEnabled() else palette.dark().color(), 2))
        painter.drawEllipse(middle, RADIUS - 1, RADIUS - 1)
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(middle, RADIUS - 3, RADIUS - 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2))
            painter.drawEllipse(middle, RADIUS + 0.5, RADIUS + 0.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The owner moves the handles."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The owner moves the handles."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The owner moves the handles."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls."""
        event.ignore()
