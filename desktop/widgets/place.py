"""Where a view stands in the window, whichever view that is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Place(QStackedWidget):
    """Keeps the place of a view, before it is built and when another follows it.

    Qt divides the window anew whenever a dock's widget or the central one is replaced, and forgets the widths that it
    restored; a place stays, and only what it holds changes.
    """

    def __init__(self, width: int, least: int) -> None:
        super().__init__()
        self._width = width
        self.setMinimumWidth(least)

    def sizeHint(self) -> QSize:
        """The usual width of the view."""
        return QSize(self._width, 400)

    def hold(self, view: QWidget) -> None:
        """Show a view instead of the one before, which is deleted."""
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
