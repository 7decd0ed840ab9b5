"""Edits of the open database: made one after the other off the UI thread, undone and redone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.texts import tr
from desktop.tasks import Job, QueryRunner

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.engine import Database
    from db.undo_steps import Steps

Work = Callable[["Database"], str]
"""An edit: it writes, and says in a sentence what it did; nothing was to be done where that is empty."""


class EditState(QObject):
    """What was edited since the database was opened, and the way back. Older edits stay as they are."""

    changed = Signal()
    """Something else can be undone or redone."""
    made = Signal()
    """The data is another: what shows it has to be read again."""
    told = Signal(str)
    """What was done, for the status bar."""
    failed = Signal(str)
    """What was not done, and why."""

    def __init__(self, runner: QueryRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._since: int | None = None
        self._steps: Steps | None = None
        self._waiting: deque[Work] = deque()
        self._job: Job | None = None
        self.reload()

    # ---- what can be done ----

    def can_edit(self) -> bool:
        """Whether the database can be changed here."""
        return not self._runner.database.read_only

    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self._steps is not None and self._steps.undo is not None

    def can_redo(self) -> bool:
        """Whether an edit was taken back last."""
        return self._steps is not None and self._steps.redo is not None

    def is_busy(self) -> bool:
        """Whether an edit is being written."""
        return self._job is not None

    def reload(self) -> None:
        """Look again what can be undone."""
        if self.can_edit():
            self._runner.run("edits", partial(_look, since=self._since), self._take)

    def _take(self, answer: tuple[int, Steps]) -> None:
        self._since, steps = answer
        if steps != self._steps:
            self._steps = steps
            self.changed.emit()

    # ---- doing it ----

    def make(self, work: Work) -> None:
        """Write an edit after those that wait; then `made` comes, or `failed`."""
        self._waiting.append(work)
        if self._job is None:
            self._next()

    def undo(self) -> None:
        """Take the last edit back."""
        if self._since is not None:
            self.make(partial(_step, since=self._since, forward=False))

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        if self._since is not None:
            self.make(partial(_step, since=self._since, forward=True))

    def _next(self) -> None:
        if not self._waiting:
            return
        work, database = self._waiting.popleft(), self._runner.database
        self._job = Job(lambda _progress, _cancelled: work(database), self)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._job.start()

    def _finish(self, said: str) -> None:
        self._job = None
        if said:
            self.told.emit(said)
            self.made.emit()
        self.reload()
        self._next()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._waiting.clear()  # they were meant for what is not there
        self.failed.emit(str(error))
        self.reload()


def _look(conn: Connection, since: int | None) -> tuple[int, Steps]:
    """What can be undone; without `since` only what comes after now."""
    from db.undo_steps import newest, steps

    first = newest(conn) if since is None else since
    return first, steps(conn, first)


def _step(database: Database, since: int, *, forward: bool) -> str:
    """Undo or redo the next edit."""
    from db.undo import undo
    from db.undo_steps import steps

    with database.read() as conn:
        found = steps(conn, since)
    step = found.redo if forward else found.undo
    if step is None:
        return ""
    with database.write("Undo") as conn:
        undo(conn, step.edit_id)
    return tr("Redone: {edit}", edit=step.label) if forward else tr("Undone: {edit}", edit=step.label)
