"""The default start: a database that is filled with the bundled dossier when it is new.

Where nothing can be written, what is there can be read all the same.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from sqlalchemy import exists, or_, select

from db import models as m
from db.database import Database
from db.database_file import sidecar
from db.engine import open_database
from db.locks import Unwritable
from db.texts import later

BUNDLED = "deepseek"
LABEL = "Import of the bundled dossier"
READ = later("Nothing can be written in the database’s folder, so it can only be read.")
COPY = later(
    "Nothing can be written in your data folder, so you see a copy of the bundled dossier, which can only be read."
)
"""Why a database is open for reading only."""


def open_to_see(path: Path) -> Database:
    """Open a database, for reading only where nothing can be written. Raises DatabaseError."""
    try:
        return open_database(path)
    except Unwritable:
        if not os.path.lexists(path):
            raise
        return open_database(path, read_only=True, why=READ)


def open_own(path: Path) -> Database:
    """`open_or_create`, and where nothing can be written: what is there, or else a copy of the dossier, to be read.

    Raises DatabaseError or DossierError.
    """
    try:
        return open_or_create(path)
    except Unwritable:
        if os.path.lexists(path):
            return open_database(path, read_only=True, why=READ)
        with suppress(OSError):  # not even a temporary file
            return _copy(path.name)
        raise


def _copy(name: str) -> Database:
    """The bundled dossier in a temporary database. Raises OSError where there is no room for one."""
    folder = Path(tempfile.mkdtemp(prefix="labline-"))  # for this user alone
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_or_create(folder / name).close()
    return open_database(folder / name, read_only=True, why=COPY)


def open_or_create(path: Path) -> Database:
    """Open a database; where there is none, make it and store the bundled dossier in it.

    One that nothing was ever written to counts as new: the first start was ended before its end. Raises DatabaseError
    or DossierError; a new database that could not be filled is removed again.
    """
    new = not os.path.lexists(path)
    database = open_database(path)
    try:
        if not database.read_only and _is_untouched(database):
            _fill(database)
    except BaseException:
        _close(database, remove=new)
        raise
    return database


@contextmanager
def open_to_fill(path: Path) -> Iterator[Database]:
    """Open a database, or make an empty one, and close it at the end. One that was made for nothing, because an error
    came before anything was written, is removed again. Raises DatabaseError.
    """
    new = not path.exists()
    database = open_database(path)
    try:
        yield database
    except BaseException:
        _close(database, remove=new and not database.read_only and _is_untouched(database))
        raise
    database.close()


def _close(database: Database, *, remove: bool) -> None:
    """Close, and with `remove` delete: while the lock is held, or another process would lose what it just wrote."""
    if remove and os.name == "posix":
        _delete(database.path)
    database.close()
    if remove and os.name != "posix":  # open files cannot be deleted
        _delete(database.path)


def _delete(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        with suppress(OSError):
            sidecar(path, ending).unlink(missing_ok=True)


def _is_untouched(database: Database) -> bool:
    with database.read() as conn:
        written = exists().select_from(m.edit), exists().select_from(m.entity)
        return not conn.scalar(select(or_(*written)))


def _fill(database: Database) -> None:
    from db.dossier_files import read_dossier
    from db.store import store

    collecting = gc.isenabled()
    gc.disable()  # it would walk the new records again and again, and find nothing to free
    try:
        dossier = read_dossier(files("resources") / "dossiers" / BUNDLED)
        with database.write(LABEL) as conn:
            store(conn, dossier)
    finally:
        if collecting:
            gc.enable()
