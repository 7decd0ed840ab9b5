"""Long work that is done as a whole or not at all, and says how it ended when nothing is half done any more."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Job


class WholeJob(QObject):
    """Exactly one of `finished`, `failed` and `cancelled` comes, on the UI thread, when the work is kept or undone.

    A `Job` is forgotten as soon as it is cancelled; of this one the end is awaited.
    """

    finished = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, work: Callable[[Callable[[], bool]], object], stopped: type[Exception], parent: QObject | None = None
    ) -> None:
        """`work` is given a function that says whether to stop; having undone everything it then raises `stopped`."""
        super().__init__(parent)
        self._stop, self._stopped = threading.Event(), stopped
        self._job = Job(lambda _progress, _cancelled: work(self._stop.is_set), self)
        self._job.finished.connect(self.finished)
        self._job.failed.connect(self._fail)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def cancel(self) -> None:
        """Ask it to stop; `cancelled` comes when nothing is left of it, `finished` if all was kept already."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until its thread has ended."""
        self._job.wait(seconds)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, self._stopped):
            self.cancelled.emit()
        else:
            self.failed.emit(error)
