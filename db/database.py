"""An open database: snapshots to read, logged edits to write."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from db import changes
from db.database_file import RESTORE, DatabaseError
from db.texts import later, tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PATIENCE = 5.0
"""Seconds that `close` waits for readers that it interrupted."""

_ADVICE = {
    sqlite3.SQLITE_FULL: (later("the disk is full"), later("Free some space and try again; nothing was changed.")),
    sqlite3.SQLITE_IOERR: (
        later("the disk cannot be read or written"),
        later("Check the disk and its space; nothing was changed."),
    ),
    sqlite3.SQLITE_CORRUPT: (later("the file is damaged"), RESTORE),
    sqlite3.SQLITE_NOTADB: (later("the file is damaged"), RESTORE),
    sqlite3.SQLITE_READONLY: (
        later("it cannot be written"),
        later("Change its permissions, or save a copy elsewhere."),
    ),
    sqlite3.SQLITE_BUSY: (later("another program holds it"), later("Close that program, then try again.")),
    sqlite3.SQLITE_LOCKED: (later("another program holds it"), later("Close that program, then try again.")),
    sqlite3.SQLITE_CANTOPEN: (
        later("the file cannot be opened any more"),
        later("Check that it and its folder are still there."),
    ),
    sqlite3.SQLITE_NOMEM: (later("there is not enough memory"), later("Close other programs, then try again.")),
}


class Interrupted(DatabaseError):
    """A query was stopped by `Database.interrupt`."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk, the file or another program does to a statement into a DatabaseError. Mistakes in a statement
    or in its data stay what they are.
    """
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise Interrupted(
                tr("{path}: the query was stopped. Run it again if you need its answer.", path=path)
            ) from error
        if code in _ADVICE:
            wrong, advice = _ADVICE[code]
            said = tr(
                "{path}: {wrong} ({error}). {advice}", path=path, wrong=tr(wrong), error=error.orig, advice=tr(advice)
            )
            raise DatabaseError(said) from error
        raise


class Database:
    """An open database; made by `open_database`. Safe to use from several threads, and to close twice."""

    def __init__(
        self, path: Path, *, reader: Engine, writer: Engine | None, lock: BaseFileLock | None = None, reason: str = ""
    ) -> None:
        self.path = path
        self.read_only = writer is None
        self._reason = reason
        self._reader = reader
        self._writer = writer
        self._lock = lock
        self._alone = reader is writer  # in memory: one connection for all
        self._writing = threading.Lock()
        self._writing_thread: int | None = None
        self._state = threading.Condition()
        self._readers = 0
        self._active: set[Connection] = set()
        self._closed = False

    @property
    def read_only_reason(self) -> str:
        """Why it cannot be written, as a sentence for the user; empty when it can."""
        return tr(self._reason) if self._reason else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that cannot write and that sees one state of the database, as of its first query.

        Raises Interrupted when `interrupt` stops a query, DatabaseError when the file fails.
        """
        if self._alone:
            with self._exclusively(), self._reader.connect() as conn, conn.begin():
                yield conn
            return
        with self._counted(), explained(self.path), self._reader.connect() as conn:
            with self._state:
                self._active.add(conn)
            try:
                with conn.begin():
                    yield conn
            finally:
                with self._state:
                    self._active.discard(conn)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """One reader, for whose end `close` waits."""
        with self._state:
            self._check_open()
            self._readers += 1
        try:
            yield
        finally:
            with self._state:
                self._readers -= 1
                self._state.notify_all()

    @contextmanager
    def write(self, label: str, who: str = "") -> Iterator[Connection]:
        """One edit: all of it is committed, or after an exception none of it. `label` tells the user what it did;
        `who` is the system's user by default. An edit that logged no change leaves no entry in the log.
        """
        if self._writer is None:
            raise DatabaseError(tr("{path} cannot be changed. {reason}", path=self.path, reason=self.read_only_reason))
        with (
            self._exclusively(),
            explained(self.path),
            self._writer.connect() as conn,
            conn.begin(),
            changes.editing(conn, label, who),
        ):
            yield conn

    def interrupt(self, conn: Connection | None = None) -> None:
        """Stop the query that runs on this connection of `read`, or all that are being read; from any thread."""
        with self._state:
            for active in self._active:
                if conn is None or conn is active:
                    driver = active.connection.driver_connection
                    if isinstance(driver, sqlite3.Connection):
                        driver.interrupt()

    def close(self) -> None:
        """Stop the readers, wait for the writer, close all files and release the lock."""
        with self._state:
            if self._closed:
                return
            self._closed = True
        self.interrupt()
        with self._state:
            self._state.wait_for(lambda: not self._readers, timeout=_PATIENCE)
        with self._writing:
            self._reader.dispose()
            if self._writer is not None and self._lock is not None:
                self._optimize(self._writer)
                self._writer.dispose()
            if self._lock is not None:
                self._lock.release()

    def _optimize(self, writer: Engine) -> None:
        """Refresh the planner's statistics where they are out of date; a full disk may forbid it, and no harm done."""
        with suppress(SQLAlchemyError), writer.connect() as conn, conn.begin():
            conn.exec_driver_sql("PRAGMA analysis_limit=400")
            conn.exec_driver_sql("PRAGMA optimize")

    @contextmanager
    def _exclusively(self) -> Iterator[None]:
        """One writer at a time; a second one inside the first would wait for ever."""
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("this thread is writing already: use the connection that it has")
        with self._writing:
            self._check_open()
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _check_open(self) -> None:
        if self._closed:
            raise DatabaseError(tr("{path} is closed. Open it again.", path=self.path))
