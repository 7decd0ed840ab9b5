"""The look at a database file before it is opened: reading only, so that what is refused keeps every byte."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.schema import APPLICATION_ID, GENERATION, strangeness
from db.texts import later, tr

CHECKED_WHOLE = 16 * 2**20
"""Bytes up to which each page is checked before opening: at 350 MB a second, under 50 ms. In larger files, header, size
and schema are checked, and SQLite checks each page as it reads it (`cell_size_check`)."""

RESTORE = later("Restore it from a backup, or choose another file.")
SQLITE_VERSION = sqlite3.sqlite_version
"""Of the library that reads and writes all databases."""
_HEADER = 100
_HOT_JOURNAL = bytes.fromhex("d9d505f920a163d7")


class DatabaseError(Exception):
    """A database cannot be used. The message names the file, what is wrong and what to do."""


def refuse(path: Path, wrong: str, advice: str) -> DatabaseError:
    """The error for a file that cannot be opened."""
    said = tr("{path} cannot be opened: {wrong}. {advice}", path=path, wrong=wrong, advice=tr(advice))
    return DatabaseError(said)


def uri(path: Path, **parameters: str) -> str:
    """SQLite's file URI; every character that a name may have is kept apart from the parameters."""
    return f"{path.as_uri()}?{'&'.join(f'{key}={value}' for key, value in parameters.items())}"


def sidecar(path: Path, ending: str) -> Path:
    """The file that SQLite or Labline keeps beside a database: `-wal`, `-shm`, `-journal`, `.lock`."""
    return path.with_name(path.name + ending)


def look(path: Path) -> int:
    """The generation of the database at `path`, an absolute path without links. Changes nothing, leaves nothing beside.

    Raises DatabaseError for what is foreign, damaged, newer or no file at all.
    """
    try:
        _header(path)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        raise refuse(path, tr("its name is not one that a file can have"), later("Choose another file.")) from error
    used = sidecar(path, "-wal").exists()
    try:
        return _inside(path, used=used)
    except DatabaseError:
        # Without a -wal file nobody had it open, and the look took no locks; somebody may have opened it meanwhile.
        if used or not sidecar(path, "-wal").exists():
            raise
        return _inside(path, used=True)


def _unreadable(path: Path, error: OSError) -> DatabaseError:
    if isinstance(error, FileNotFoundError):
        return refuse(path, tr("there is no such file"), later("Check the name and the folder."))
    if isinstance(error, PermissionError):
        return refuse(path, tr("you may not read it"), later("Change its permissions, or choose another file."))
    return refuse(path, (error.strerror or str(error)).lower(), later("Choose another file."))


def _header(path: Path) -> None:
    """Check kind, header and size of the file itself."""
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        raise refuse(path, tr("it is a folder"), later("Choose a file in it, or add a file name."))
    if not stat.S_ISREG(info.st_mode):
        raise refuse(path, tr("it is a device or a pipe, not a file"), later("Choose another file."))
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:  # a new database is never empty, so this one lost its contents
        raise refuse(path, tr("it is empty (0 bytes)"), later("Restore it from a backup, or delete it to begin anew."))
    if not header.startswith(b"SQLite format 3\0"):
        raise refuse(
            path, tr("it is not a database (SQLite file)"), later("Choose another file; to add its facts, import it.")
        )
    if len(header) < _HEADER:
        raise refuse(path, tr("it is cut short"), RESTORE)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise refuse(path, tr("it is the database of another program"), later("Choose a database that Labline made."))
    _whole(path, header, info.st_size)


def _whole(path: Path, header: bytes, size: int) -> None:
    """Check the size against the header, where no unfinished transaction beside the file has the last word."""
    journal = sidecar(path, "-journal")
    if journal.exists():
        with journal.open("rb") as file:
            hot = file.read(len(_HOT_JOURNAL)) == _HOT_JOURNAL
        if hot:
            advice = later("Open it in that program once more, or restore it from a backup.")
            raise refuse(path, tr("another program left a change half-done ({file})", file=journal.name), advice)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    current = header[24:28] == header[92:96]
    if current and size < pages * (65536 if page == 1 else page) and not sidecar(path, "-wal").exists():
        raise refuse(path, tr("it is damaged: its end is missing"), RESTORE)


def _inside(path: Path, *, used: bool) -> int:
    """Check contents and schema. `used`: a -wal file lies beside it, whose contents count and whose owner may write."""
    with _reading(path), closing(connect_for_reading(path, immutable=not used)) as db:
        generation: int = db.execute("PRAGMA user_version").fetchone()[0]
        if generation > GENERATION:
            wrong = tr(
                "a newer Labline made it (schema {generation}, this one knows {known})",
                generation=generation,
                known=GENERATION,
            )
            raise refuse(path, wrong, later("Update Labline, or choose another file."))
        if generation < 1:
            raise refuse(path, tr("it is not marked as a finished database"), RESTORE)
        if path.stat().st_size <= CHECKED_WHOLE:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise refuse(path, tr("it is damaged ({found})", found=found.splitlines()[-1]), RESTORE)
        strange = strangeness(db, generation)
        if strange:
            raise refuse(path, tr("it is not as Labline makes it: {strange}", strange=strange), RESTORE)
    return generation


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """SQLite's errors while looking, in words."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise refuse(path, tr("another program holds it"), later("Close that program, then try again.")) from error
        if code == sqlite3.SQLITE_CANTOPEN:
            advice = later("Copy it to a folder that you can write to, and open the copy.")
            raise refuse(
                path, tr("its folder cannot be written, and a change beside it is unfinished"), advice
            ) from error
        raise refuse(path, tr("it is damaged ({error})", error=error), RESTORE) from error


def connect_for_reading(path: Path, *, immutable: bool) -> sqlite3.Connection:
    """A connection that cannot write. `immutable` takes no locks and makes no files: for what nobody else has open."""
    parameters = {"mode": "ro", "immutable": "1"} if immutable else {"mode": "ro"}
    db = sqlite3.connect(uri(path, **parameters), uri=True, isolation_level=None)
    for pragma in ("query_only=ON", *GUARDS):
        db.execute(f"PRAGMA {pragma}")
    return db


GUARDS = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
"""Pragmas against hostile and damaged files."""


def writable(path: Path) -> bool:
    """Whether SQLite may write to the file and make files beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
