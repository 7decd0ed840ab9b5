"""Where a view stands in the window, whichever view that is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Place(QStackedWidget):
    """Keeps the place of a view, before it is built and when another follows it.

    Qt divides the window anew whenever a dock's widget is replaced, and forgets the sizes that it restored; a place
    stays, and only what it holds changes.
    """

    def __init__(self, least_width: int, least_height: int) -> None:
        super().__init__()
        self._usual = QSize(least_width, least_height)
        self._seen = True
        self.setMinimumSize(least_width, least_height)

    def set_usual(self, width: int, height: int) -> None:
        """The size to begin with, in pixels."""
        self._usual = QSize(width, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The usual size of the view."""
        return self._usual

    def set_seen(self, seen: bool) -> None:
        """Hide the view while its place is behind another one, for Qt calls that visible."""
        self._seen = seen
        view = self.currentWidget()
        if view is not None:
            view.setVisible(seen)

    def hold(self, view: QWidget) -> None:
        """Show a view instead of the one before, which is deleted."""
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        view.setVisible(self._seen)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
