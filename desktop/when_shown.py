"""Work for a view that waits until the view can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenShown(QObject):
    """Does something for a view at once while it is shown, else when it is shown again: hidden views ask nothing."""

    def __init__(self, view: QWidget, do: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._do = view, do
        self._due = False
        view.installEventFilter(self)

    def ask(self) -> None:
        """Do it, or note that it is to be done."""
        self._due = not self._view.isVisible()
        if not self._due:
            self._do()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Catch up."""
        if self._due and event.type() == QEvent.Type.Show:
            self._due = False
            self._do()
        return False
