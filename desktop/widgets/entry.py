"""A line to type in that takes back what was typed on Escape, before any shortcut hears of that key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class Entry(QLineEdit):
    """`undone` comes on Escape while `pending` says that there is something to take back."""

    undone = Signal()

    def __init__(self, pending: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending = pending

    def event(self, event: QEvent) -> bool:
        """Claim Escape from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._pending()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self._pending():
            self.undone.emit()
        else:
            super().keyPressEvent(event)
