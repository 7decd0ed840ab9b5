"""Work off the UI thread: queries, of which the latest of its kind wins, and long jobs with progress and cancel."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.faults import report_mistake

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.engine import Database

T = TypeVar("T")
Work = Callable[["Connection"], T]
"""Database work is a function of a connection."""


@dataclass(slots=True)
class _Task:
    key: str
    ticket: int
    work: Work[Any]
    on_result: Callable[[Any], object]
    on_error: Callable[[Exception], object] | None
    result: Any = None
    error: Exception | None = field(default=None)


class QueryRunner(QObject):
    """Runs reads one after the other on one thread and delivers the answers on the UI thread.

    Of several runs with one key only the latest is answered: what waits is replaced, what runs is interrupted, what
    comes late is dropped. A patient run replaces what waits, but lets what runs end and be answered: a drag asks faster
    than answers come, and would else show none.
    """

    failed = Signal(object)
    """The error of work that has no handler of its own."""
    busy = Signal(bool)
    _done = Signal(object)

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._tickets = count(1)
        self._latest: dict[str, int] = {}
        self._spared: dict[str, set[int]] = {}
        self._waiting: OrderedDict[str, _Task] = OrderedDict()
        self._condition = threading.Condition()
        self._running: _Task | None = None
        self._interrupt: Callable[[], None] | None = None
        self._closed = False
        self._answered: deque[_Task] = deque()
        self._deliver_soon = QTimer(self, singleShot=True, interval=0)
        self._deliver_soon.timeout.connect(self._deliver_next)
        self._done.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="labline-queries", daemon=True)
        self._thread.start()

    @property
    def database(self) -> Database:
        """What is read."""
        return self._database

    def run(
        self,
        key: str,
        work: Work[T],
        on_result: Callable[[T], object],
        on_error: Callable[[Exception], object] | None = None,
        *,
        urgent: bool = False,
        patient: bool = False,
    ) -> None:
        """Run `work` and hand its answer to `on_result`, unless a later run or `cancel` of the same key comes first.

        Urgent work goes before what waits: rows that are on the screen before the counts beside them. Patient work
        waits for its turn.
        """
        task = _Task(key, next(self._tickets), work, on_result, on_error)
        with self._condition:
            if self._closed:
                return
            before = self._latest.get(key)
            self._latest[key] = task.ticket
            waited = self._waiting.pop(key, None)
            self._waiting[key] = task
            if urgent:
                self._waiting.move_to_end(key, last=False)
            if not patient:
                self._spared.pop(key, None)
                self._stop(key)
            elif before is not None and waited is None:
                self._spared.setdefault(key, set()).add(before)
            self._condition.notify()
        self.busy.emit(True)

    def cancel(self, key: str) -> None:
        """Forget what runs or waits under this key."""
        with self._condition:
            self._latest.pop(key, None)
            self._spared.pop(key, None)
            self._waiting.pop(key, None)
            self._stop(key)
        self._tell_idle()

    def forget(self) -> None:
        """Forget whatever runs or waits: who asked is gone."""
        with self._condition:
            keys = list(self._latest)
        for key in keys:
            self.cancel(key)

    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._latest)

    def close(self) -> None:
        """Stop the thread; nothing is delivered after this."""
        with self._condition:
            self._closed = True
            self._latest.clear()
            self._spared.clear()
            self._waiting.clear()
            if self._running is not None:
                self._stop(self._running.key)
            self._condition.notify()
        self._thread.join(timeout=5)

    def _stop(self, key: str) -> None:
        """Interrupt the running statement if it answers `key`. The lock is held."""
        if self._running is not None and self._running.key == key and self._interrupt is not None:
            self._interrupt()

    def _serve(self) -> None:
        while True:
            with self._condition:
                while not self._waiting and not self._closed:
                    self._condition.wait()
                if self._closed:
                    return
                _key, task = self._waiting.popitem(last=False)
                self._running = task
            self._perform(task)
            with self._condition:
                self._running = self._interrupt = None
            # The window may be gone while the thread was in a query.
            with suppress(RuntimeError):
                self._done.emit(task)
            del task  # its callbacks may be the last to know a view, which must not end in this thread

    def _perform(self, task: _Task) -> None:
        try:
            with self._database.read() as conn:
                with self._condition:
                    if not self._is_wanted(task):
                        return
                    self._interrupt = partial(self._database.interrupt, conn)
                task.result = task.work(conn)
        except Exception as error:  # whatever went wrong is shown where the answer was awaited
            task.error = error

    def _receive(self, task: _Task) -> None:
        self._answered.append(task)
        self._deliver_soon.start()

    def _deliver_next(self) -> None:
        """Deliver one answer: views that took theirs in one turn would also be painted in one."""
        task = self._answered.popleft()
        if self._answered:
            self._deliver_soon.start()
        self._deliver(task)

    def _deliver(self, task: _Task) -> None:
        with self._condition:
            if not self._is_wanted(task):
                return
            self._spared.get(task.key, set()).discard(task.ticket)
            if self._latest.get(task.key) == task.ticket:
                del self._latest[task.key]
        if task.error is None:
            task.on_result(task.result)
        else:
            report_mistake(task.error)
            if task.on_error is not None:
                task.on_error(task.error)
            else:
                self.failed.emit(task.error)
        self._tell_idle()

    def _is_wanted(self, task: _Task) -> bool:
        """Whether somebody still waits for the answer. The lock is held."""
        return self._latest.get(task.key) == task.ticket or task.ticket in self._spared.get(task.key, ())

    def _tell_idle(self) -> None:
        if not self._latest:
            self.busy.emit(False)


class Job(QObject):
    """Long work on a thread of its own. Exactly one of `finished`, `failed` and `cancelled` comes, on the UI thread."""

    progressed = Signal(float)
    """The share that is done, from 0 to 1."""
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(object, object)

    def __init__(
        self, work: Callable[[Callable[[float], None], Callable[[], bool]], object], parent: QObject | None = None
    ) -> None:
        """`work` is given a function to report its progress to and one that says whether to stop."""
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._over = False
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._perform, name="labline-job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop: nothing more is heard of it, even if it was just done."""
        if not self._over:
            self._over = True
            self._stop.set()
            self.cancelled.emit()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the thread has ended, so that files are closed."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _perform(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work(self._progress, self._stop.is_set)
        except Exception as caught:  # shown by whoever started the job
            error = caught
        with suppress(RuntimeError):
            self._ended.emit(result, error)

    def _progress(self, share: float) -> None:
        if not self._stop.is_set():
            with suppress(RuntimeError):
                self.progressed.emit(share)

    def _end(self, result: object, error: Exception | None) -> None:
        if self._over:
            return
        self._over = True
        if error is None:
            self.finished.emit(result)
        else:
            report_mistake(error)
            self.failed.emit(error)
