"""What the export dialog says: while a file is written how far it is, else how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from db.texts import tr
from desktop.widgets.plain import PlainLabel


class ExportStatus(QWidget):
    """A message, or the progress of the writing, in the same place. `things` is what rows are, in words."""

    def __init__(self, things: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._things = things
        self.message = PlainLabel(selectable=True)
        self.message.setObjectName("export_message")
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(1)  # a long path is no reason to grow
        self.message.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar()
        self.bar.setObjectName("export_progress")
        self.bar.setAccessibleName(tr("Rows written"))
        self.bar.setTextVisible(False)
        self._done = PlainLabel()
        self._done.setObjectName("export_done")
        page = QWidget()
        progress = QVBoxLayout(page)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(8)
        progress.addWidget(self._done)
        progress.addWidget(self.bar)
        progress.addStretch()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.message)
        self._stack.addWidget(page)

    def set_writing(self, writing: bool) -> None:
        """Show how far the writing is, or the message."""
        self._stack.setCurrentIndex(int(writing))

    def show_progress(self, done: int, total: int) -> None:
        """So many rows are written of these."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._done.setText(tr("{n:,} of {total:,} {things} written", n=done, total=total, things=self._things))

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a message where the work is, and tell screen readers."""
        self.message.setText(text)
        self.message.setProperty("error", error)
        self.message.style().polish(self.message)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))
