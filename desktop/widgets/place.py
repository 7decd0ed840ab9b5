"""Where a view stands in the window, whichever view that is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

USUAL_SIDE = 400  # pixels, where nothing is said


class Place(QStackedWidget):
    """Keeps the place of a view, before it is built and when another follows it.

    Qt divides the window anew whenever a dock's widget is replaced, and forgets the sizes that it restored; a place
    stays, and only what it holds changes.
    """

    def __init__(self, least_width: int, least_height: int) -> None:
        super().__init__()
        self._usual = QSize(USUAL_SIDE, USUAL_SIDE)
        self.setMinimumSize(least_width, least_height)

    def set_usual(self, width: int, height: int) -> None:
        """The size to begin with, in pixels; 0 is whatever there is room for."""
        self._usual = QSize(width or USUAL_SIDE, height or USUAL_SIDE)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The usual size of the view."""
        return self._usual

    def hold(self, view: QWidget) -> None:
        """Show a view instead of the one before, which is deleted."""
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
