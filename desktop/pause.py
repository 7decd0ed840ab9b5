"""Work that is done at once, and while it is asked for again and again only when that rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pause(QObject):
    """Does what is asked for first without waiting; of what follows within `interval` milliseconds, the last."""

    def __init__(self, parent: QObject, interval: int, do: Callable[[], object]) -> None:
        super().__init__(parent)
        self._do = do
        self._due = False
        self._timer = QTimer(self, singleShot=True, interval=interval)
        self._timer.timeout.connect(self._catch_up)

    def ask(self) -> None:
        """Do it now, or when nobody has asked for a while."""
        if self._timer.isActive():
            self._due = True
        else:
            self._do()
        self._timer.start()

    def is_due(self) -> bool:
        """Whether it is still to be done."""
        return self._due

    def _catch_up(self) -> None:
        if self._due:
            self._due = False
            self._do()
            self._timer.start()
