"""A panel that lies over a part of a window, lifted from it by a shadow, for as long as it has the keyboard."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.document_blocks import Colours

SHADOW = 12  # px around the panel that belong to it and show what lies below
PADDING = 8
RADIUS = 6
TOP = 60  # px from the window's upper edge: below the filter bar
DARK = 128  # lightness of a ground below which the shadow has to be stronger


class FloatingPanel(QWidget):
    """Paints its ground in the colours of the theme; what it holds keeps `EDGE` off its edges.

    Who makes one gives it a size (`panel_size`) and calls `appear` and `leave`.
    """

    EDGE = SHADOW + PADDING

    def __init__(self, window: QWidget, colours: Colours) -> None:
        super().__init__(window)
        self._window, self._colours = window, colours
        self._before: QWidget | None = None
        self.hide()
        window.installEventFilter(self)

    def panel_size(self, _room: int) -> tuple[int, int]:
        """Width and height without the shadow; `room` is the height there is."""
        return self.sizeHint().width() - 2 * SHADOW, self.sizeHint().height() - 2 * SHADOW

    def appear(self, first: QWidget) -> None:
        """Show it, with the keyboard in this part of it."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        self._window.activateWindow()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hide it; the keyboard returns to where it was."""
        before, self._before = self._before, None
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_keyboard and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """In the middle of the window, below its filter bar, and never larger than the window."""
        width, height = self.panel_size(self._window.height() - TOP - 2 * PADDING)
        width = min(width, self._window.width() - 2 * PADDING)
        left = (self._window.width() - width) // 2
        self.setGeometry(left - SHADOW, TOP - SHADOW, width + 2 * SHADOW, height + 2 * SHADOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the window's size changes."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Claim Escape from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

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
