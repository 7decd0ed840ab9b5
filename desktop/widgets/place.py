"""Where a view stands in the window, whichever view that is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

LEAST_ABOVE, LEAST_BELOW = 96, 160
"""Pixels that what is above a view gets, and what is left to the view where there are more."""


class Place(QStackedWidget):
    """Keeps the place of a view, before it is built and when another follows it.

    Qt divides the window anew whenever a dock's widget is replaced, and forgets the sizes that it restored; a place
    stays, and only what it holds changes.
    """

    def __init__(self, least_width: int, least_height: int) -> None:
        super().__init__()
        self._usual = QSize(least_width, least_height)
        self._above: QWidget | None = None
        self._seen = True
        self.setMinimumSize(least_width, least_height)

    def set_usual(self, width: int, height: int) -> None:
        """The size to begin with, in pixels."""
        self._usual = QSize(width, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The usual size of the view."""
        return self._usual

    @property
    def is_seen(self) -> bool:
        """Whether the place is in sight."""
        return self._seen

    def put_above(self, widget: QWidget | None) -> None:
        """Show something above the view, with the height that it wants for its width; the one before is deleted."""
        if self._above is not None:
            self._above.hide()
            self._above.deleteLater()
        self._above = widget
        if widget is not None:
            widget.setParent(self)
            widget.lower()  # Tab comes to it before the view
            widget.setVisible(self._seen)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is above may need more or fewer lines."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Give what is above its room, but leave some for the view."""
        height = 0
        if self._above is not None:
            height = min(self._above.heightForWidth(self.width()), max(LEAST_ABOVE, self.height() - LEAST_BELOW))
            self._above.setGeometry(0, 0, self.width(), height)
        self.setContentsMargins(0, height, 0, 0)

    def set_seen(self, seen: bool) -> None:
        """Hide the view while its place is behind another one, for Qt calls that visible."""
        self._seen = seen
        if self._above is not None:
            self._above.setVisible(seen)
        view = self.currentWidget()
        if view is not None:
            view.setVisible(seen)

    def hold(self, view: QWidget) -> None:
        """Show a view instead of the one before, which is deleted."""
        before = self.currentWidget()
        self.addWidget(view)
        self.setCurrentWidget(view)
        view.setVisible(self._seen)
        self._drop(before)

    def clear(self) -> None:
        """Show nothing, until there is a view again."""
        self._drop(self.currentWidget())

    def _drop(self, view: QWidget | None) -> None:
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()
