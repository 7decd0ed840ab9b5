"""`open_database()`: the one way into a database, and the rules under which it is read and written."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from db import schema
from db.connections import memory_engine, reading_engine, writing_engine
from db.database import Database, Interrupted, explained
from db.database_file import DatabaseError, look, refuse, sidecar, uri, writable
from db.locks import lock, lock_new, unwritable
from db.texts import later, tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["Database", "DatabaseError", "Interrupted", "default_path", "memory_database", "open_database"]

_ASKED = later("It was opened for reading only.")
_OTHER = later(
    "Another window or program is using this database, so it can only be read here. Close the other to change it."
)


def default_path() -> Path:
    """The user's own database, in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("labline", appauthor=False) / "labline.db"


def open_database(path: Path, *, read_only: bool = False, why: str = _ASKED) -> Database:
    """Open the database at `path`; make it, empty, if there is none. Raises DatabaseError and then has changed nothing;
    Unwritable, one of them, where nothing can be written.

    A file from elsewhere, damaged or newer is refused. An older one is backed up and migrated. While another process
    writes to it, it is open for reading only: see `Database.read_only_reason`; `why` is what that says of `read_only`.
    """
    path = _real(path)
    writer_lock = None
    if not _exists(path):
        if read_only:
            raise refuse(path, tr("there is no such file"), later("Check the name and the folder."))
        writer_lock = _make(path)
    try:
        generation = look(path)
        if read_only:
            return _open_for_reading(path, generation, why)
        if not writable(path):
            raise unwritable(path, PermissionError())
        writer_lock = writer_lock or lock(path)
        if writer_lock is None:
            return _open_for_reading(path, generation, _OTHER)
        return _open_for_writing(path, writer_lock)
    except BaseException:
        if writer_lock is not None:
            writer_lock.release()
        raise


def memory_database() -> Database:
    """An empty database in memory, for tests. Its one connection serves one reader or writer at a time."""
    engine = memory_engine()
    with engine.begin() as conn:
        schema.create(conn)
    return Database(Path(":memory:"), reader=engine, writer=engine)


def _real(path: Path) -> Path:
    """The file itself: two names of one database must meet at one lock."""
    try:
        if path.is_symlink() and not path.exists():
            target = path.readlink()
            raise refuse(
                path, tr("it is a link to {target}, which is not there", target=target), later("Choose another file.")
            )
        return Path(os.path.realpath(path))
    except PermissionError as error:
        raise unwritable(path, error) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refuse(
            path, tr("its name leads to no file ({reason})", reason=reason), later("Choose another file.")
        ) from error


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except PermissionError as error:
        raise unwritable(path, error) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise refuse(path, reason, later("Check its name and folder, or choose another file.")) from error
    return True


def _make(path: Path) -> BaseFileLock | None:
    """Make an empty database, whole or not at all; None when another process did so first."""
    if path == Path(os.path.realpath(default_path())):
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(path, error) from error
    if not path.parent.is_dir():  # the lock would make it
        raise unwritable(path, FileNotFoundError())
    writer_lock = lock_new(path)
    if writer_lock is None or path.exists():
        return writer_lock
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".new", dir=path.parent)  # mode 0600
        os.close(handle)
    except OSError as error:
        writer_lock.release()
        raise unwritable(path, error) from error
    new = Path(name)
    try:
        _fill(new)
        new.replace(path)
    except DatabaseError as error:
        writer_lock.release()
        raise refuse(
            path, tr("it could not be made ({error})", error=error), later("Free some space, or choose another folder.")
        ) from error
    except BaseException:
        writer_lock.release()
        raise
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            sidecar(new, ending).unlink(missing_ok=True)
    return writer_lock


def _fill(path: Path) -> None:
    with explained(path):
        engine = writing_engine(uri(path, mode="rw"))
        try:
            with engine.begin() as conn:
                schema.create(conn)
        finally:
            engine.dispose()


def _open_for_reading(path: Path, generation: int, reason: str) -> Database:
    if generation < schema.GENERATION:
        advice = later("Open it once for writing, so that it is brought up to date.")
        raise refuse(path, tr("an older Labline made it (schema {generation})", generation=generation), advice)
    parameters = {"mode": "ro"}
    if not writable(path) and not sidecar(path, "-wal").exists():
        parameters["immutable"] = "1"  # SQLite could make no -shm file, and nobody else is at work
    return Database(path, reader=reading_engine(uri(path, **parameters)), writer=None, reason=reason)


def _open_for_writing(path: Path, writer_lock: BaseFileLock) -> Database:
    _make_private(path)
    writer = writing_engine(uri(path, mode="rw"))
    try:
        _migrate_if_older(path, writer)
    except BaseException:
        writer.dispose()
        raise
    reader = reading_engine(uri(path, mode="rw"))
    return Database(path, reader=reader, writer=writer, lock=writer_lock)


def _make_private(path: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) != 0o600:
        with suppress(PermissionError):  # another's file that we may write: its mode is its owner's matter
            path.chmod(0o600)


def _migrate_if_older(path: Path, writer: Engine) -> None:
    """Under the lock, so what the look saw may be out of date."""
    with explained(path):
        with writer.connect() as conn:
            generation = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
        if generation < schema.GENERATION:
            from db.migrate import migrate

            migrate(path, writer)
