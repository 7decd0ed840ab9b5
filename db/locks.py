"""One writer a database: the lock file beside it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from db.database_file import DatabaseError, refuse, sidecar
from db.texts import later, tr

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PATIENCE = 10.0
"""Seconds to wait for another process that is just making the database."""


def lock(path: Path) -> BaseFileLock | None:
    """The writer's lock of the database at `path`, or None when another holds it. The lock file stays when released."""
    from filelock import FileLock, Timeout

    writer = FileLock(sidecar(path, ".lock"), mode=0o600, thread_local=False)
    try:
        writer.acquire(timeout=0)
    except Timeout:
        return None
    except (OSError, NotImplementedError) as error:
        raise unwritable(path, error) from error
    return writer


def lock_new(path: Path) -> BaseFileLock | None:
    """The lock of a database that is to be made; None when another process has made it meanwhile."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        writer = lock(path)
        if writer or path.exists():
            return writer
        time.sleep(0.02)
    name = sidecar(path, ".lock").name
    raise refuse(
        path,
        tr("another program holds {name} and makes no database", name=name),
        later("Close that program, then try again."),
    )


class Unwritable(DatabaseError):
    """Nothing can be written where the database lies or should lie; reading may be possible."""


def unwritable(path: Path, error: BaseException) -> Unwritable:
    """The error for a folder or file that cannot be written."""
    if isinstance(error, FileNotFoundError):
        wrong = tr("the folder {folder} does not exist", folder=path.parent)
        advice = later("Make it first, or choose another.")
    elif isinstance(error, PermissionError):
        wrong = tr("you may not write in the folder {folder}", folder=path.parent)
        advice = later("Copy the database to a folder of your own and open the copy, or change the permissions.")
    else:
        wrong = tr("its folder cannot be written ({error})", error=error)
        advice = later("Choose another folder or, if the disk is full, free some space.")
    return Unwritable(str(refuse(path, wrong, advice)))
