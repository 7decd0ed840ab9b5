"""A status bar whose messages stand beside what it always shows, instead of in its place."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from desktop.widgets.plain import PlainLabel


class StatusLine(QStatusBar):
    """What `addWidget` puts there first stays where it is; a message follows it for a while."""

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = PlainLabel()
        self._message.setObjectName("status_message")
        self._message.setProperty("muted", True)
        self._gone = QTimer(self, singleShot=True)
        self._gone.timeout.connect(self._message.clear)
        self.addWidget(first)
        self.addWidget(self._message, 1)

    def showMessage(self, message: str, timeout: int | None = 0) -> None:
        """Say something, for so many milliseconds; 0 or None is until the next message."""
        self._message.setText(message)
        self._gone.stop()
        if timeout:
            self._gone.start(timeout)

    def currentMessage(self) -> str:
        """What is said now."""
        return self._message.text()

    def clearMessage(self) -> None:
        """Say nothing any more."""
        self.showMessage("")
