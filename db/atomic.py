"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from db.texts import later, tr


class WriteError(Exception):
    """A file could not be written; the message says which, why and what to do. Nothing was changed."""


_ADVICE = {
    errno.ENOENT: later("its folder does not exist; make it first or choose another"),
    errno.EROFS: later("its folder cannot be written to; choose another"),
    errno.EEXIST: later("a file has its name; choose another folder"),
    errno.ENOTDIR: later("a part of its path is a file, not a folder; choose another folder"),
    errno.EISDIR: later("it is a folder; add a file name"),
    errno.ENAMETOOLONG: later("its name is too long; choose a shorter one"),
    errno.EINVAL: later("it is no name for a file: a device, a pipe or a name with a null character; choose another"),
}
_DENIED = later("you may not write there, or another program has it open; close it or choose another folder")


def explain(path: Path, error: OSError) -> WriteError:
    """The error in words for a user."""
    code = error.errno or 0
    if code == errno.ENOENT and "\0" not in str(path) and path.parent.is_dir():
        code = errno.EROFS  # the folder is there, but makes no files: /proc
    known = _ADVICE.get(code) or (_DENIED if isinstance(error, PermissionError) else None)
    if known is None:
        reason = tr("{error}; free some space or choose another folder", error=error.strerror or error)
    else:
        reason = tr(known)
    return WriteError(tr("{path} was not written: {reason}", path=str(path).replace("\0", "␀"), reason=reason))


def _found(path: Path) -> os.stat_result | None:
    """What is at `path`: a file, a symbolic link to one, or nothing. Raises OSError for anything else."""
    if "\0" in str(path) or not path.name:
        raise OSError(errno.EINVAL if path.name else errno.EISDIR, "")
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISLNK(found.st_mode)):
        raise OSError(errno.EINVAL, "")
    return found


def _create(folder: Path, mode: int) -> tuple[int, Path]:
    """A new file of the system's making: nobody else has it, and the umask has its say in `mode`."""
    while True:
        path = folder / f".labline-{secrets.token_hex(8)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        with suppress(FileExistsError):
            return os.open(path, flags, mode), path


@contextmanager
def atomic_write(path: Path, before_replacing: Callable[[], object] | None = None) -> Iterator[BinaryIO]:
    """Write beside `path`, then put it in its place; a symbolic link is replaced, never followed. Raises WriteError.

    Every write is checked and flushed to the disk before the old file goes, and `before_replacing` may raise to stop
    it even then; on any error the old file stays. The new file has the mode of the old one, else what the umask leaves.
    """
    try:
        old = _found(path)
        mode = stat.S_IMODE(old.st_mode) & 0o777 if old and stat.S_ISREG(old.st_mode) else None
        handle, temporary = _create(path.parent, 0o666 if mode is None else mode & 0o600)
    except OSError as error:
        raise explain(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        if before_replacing is not None:
            before_replacing()
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise explain(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can: not on Windows, not on some network drives."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
