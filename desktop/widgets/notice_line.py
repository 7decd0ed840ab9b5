"""A line across the window that says something quietly, offers what can be done, and goes when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from db.texts import tr
from desktop.icons import Icons
from desktop.widgets.announce import announce
from desktop.widgets.plain import PlainLabel


class NoticeLine(QWidget):
    """Text, buttons and a ✕. Esc in it is the ✕."""

    dismissed = Signal()

    def __init__(self, icons: Icons, text: str, ways: Sequence[tuple[str, Callable[[], object]]], icon: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAccessibleName(text)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(8)
        sign = QToolButton()
        icons.put(sign, icon, "accent")
        sign.setIconSize(QSize(16, 16))
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(sign)
        said = PlainLabel(text)
        said.setObjectName("notice_text")
        said.setWordWrap(True)
        line.addWidget(said, 1)
        for at, (label, do) in enumerate(ways):
            button = QPushButton(label)
            button.setObjectName(f"notice_way{at}")
            button.setFlat(True)
            button.clicked.connect(lambda _checked=False, do=do: do())
            line.addWidget(button)
        line.addWidget(self._close_button(icons))
        self._text = text

    def _close_button(self, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setObjectName("notice_close")
        icons.put(button, "x", "muted")
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(tr("Close this line"))
        button.setToolTip(tr("Close this line"))
        button.clicked.connect(self.dismissed)
        return button

    def tell(self) -> None:
        """Have screen readers say it; the keyboard stays where it is."""
        announce(self, self._text)

    def event(self, event: QEvent) -> bool:
        """Claim Escape from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
