"""A card beside what the pointer or the keyboard rests on: it takes neither of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.plain import PlainLabel

WIDEST = 320  # pixels
AWAY = 8  # pixels from what it tells of


class HoverCard(QWidget):
    """A heading and lines of plain text; muted lines begin after the first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("hover_card")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._labels: list[PlainLabel] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """What it says, line by line."""
        return tuple(label.text() for label in self._labels if not label.isHidden())

    def tell(self, lines: Sequence[str], beside: QRect) -> None:
        """Say this beside a place on the screen, below it where there is room."""
        while len(self._labels) < len(lines):
            self._add()
        for label, line in zip(self._labels, lines, strict=False):
            label.setText(line)
            label.setVisible(bool(line))
        for label in self._labels[len(lines) :]:
            label.setVisible(False)
        self.setAccessibleName(", ".join(line for line in lines if line))
        widest = max((label.fontMetrics().horizontalAdvance(label.text()) for label in self._labels), default=0)
        width = min(widest, WIDEST) + 2
        for label in self._labels:
            label.setFixedWidth(width)
        self.adjustSize()
        self.move(self._corner(beside, self.size()))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and a hairline."""
        palette = self.palette()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.ToolTipBase))
            painter.setPen(QPen(palette.dark().color(), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _add(self) -> None:
        label = PlainLabel(parent=self)
        label.setWordWrap(True)
        font = label.font()
        font.setBold(not self._labels)
        label.setFont(font)
        label.setProperty("muted", len(self._labels) > 1)
        self._labels.append(label)
        self._layout.addWidget(label)

    def _corner(self, beside: QRect, size: QSize) -> QPoint:
        screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(beside.left(), room.left()), room.right() - size.width())
        below = beside.bottom() + AWAY
        fits = below + size.height() <= room.bottom()
        return QPoint(left, below if fits else beside.top() - AWAY - size.height())
