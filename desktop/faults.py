"""What catches the program's own mistakes from its first line on.

An exception that nothing caught is kept until the window can tell of it; a crash that ends the process leaves the
places of all threads in a file, which the next start finds. Nothing here needs Qt: it is there before the first paint.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

MOST_KEPT = 20
"""Faults that wait for the window, which comes within seconds."""
PREFIX, ENDING = "crash-", ".txt"
"""The name of the file of one process is its number between these."""


def log_folder() -> Path:
    """Where the log and the files of crashes lie."""
    from platformdirs import user_log_path

    return user_log_path("labline", appauthor=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception that nothing caught. `thread` is its name, empty for the window's own."""

    error: BaseException
    thread: str = ""
    grave: bool = True
    """Whether something may not have been done; else it is for the log alone."""


class Faults:
    """Hears of every exception that nothing caught, from `watch` to `end`."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is where a file for crashes can lie; without it there is none."""
        self._path = None if folder is None else folder / f"{PREFIX}{os.getpid()}{ENDING}"
        self._waiting: list[Fault] = []
        self._told: Callable[[Fault], object] | None = None
        self._file: TextIO | None = None
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def watch(self) -> None:
        """Begin."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._uncaught, self._in_thread, self._unraisable
        self._file = self._open()
        if self._file is not None:
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Stop: the program ended well, so that no file stays."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._file is not None and self._path is not None:
            faulthandler.disable()
            with suppress(OSError):
                self._file.close()
                self._path.unlink()
            self._file = None

    def tell(self, told: Callable[[Fault], object]) -> None:
        """From now on call this with each fault, in whichever thread it comes; at first with those that came before."""
        self._told = told
        waiting, self._waiting = self._waiting, []
        for fault in waiting:
            told(fault)

    def _take(self, fault: Fault) -> None:
        if self._told is not None:
            self._told(fault)
        elif len(self._waiting) < MOST_KEPT:
            self._waiting.append(fault)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._before[0](kind, error, trace)
        if isinstance(error, Exception):  # Ctrl+C in a terminal is no mistake
            self._take(Fault(error, "" if threading.current_thread() is threading.main_thread() else _thread()))

    def _in_thread(self, caught: threading.ExceptHookArgs) -> None:
        self._before[1](caught)
        if isinstance(caught.exc_value, Exception):
            self._take(Fault(caught.exc_value, caught.thread.name if caught.thread is not None else _thread()))

    def _unraisable(self, caught: UnraisableHookArgs) -> None:
        self._before[2](caught)
        if isinstance(caught.exc_value, Exception):
            self._take(Fault(caught.exc_value, grave=False))

    def _open(self) -> TextIO | None:
        """The file of this process, for the user alone to read; locked, so that others see that it is still at work."""
        if self._path is None:
            return None
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
            file = os.fdopen(os.open(self._path, flags, 0o600), "w", encoding="utf-8")
        except OSError:  # a home that cannot be written: then no crash is told
            return None
        in_use(file)
        return file


def in_use(file: TextIO) -> bool:
    """Lock a crash file. Returns whether another process has it locked, and so lives."""
    if sys.platform == "win32":
        return False  # there, an open file can be neither renamed nor deleted
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # a file system without locks
        return False
    return False


def is_mistake(error: Exception) -> bool:
    """Whether an error is one of the program: our own exceptions are made for users and say what to do."""
    own = type(error).__module__.partition(".")[0] in ("db", "desktop")
    return not own and not isinstance(error, (OSError, MemoryError))


def report_mistake(error: Exception) -> None:
    """Treat an error that is shown where an answer was awaited like one that nothing caught, if it is a mistake."""
    if is_mistake(error):
        sys.excepthook(type(error), error, error.__traceback__)


def _thread() -> str:
    return threading.current_thread().name
