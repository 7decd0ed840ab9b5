"""The log: what the program did and which mistakes it made, for whoever looks for the cause of a trouble.

No line holds what was typed, read or found. It is for the user alone to read, and it stays small.
"""

from __future__ import annotations

import io
import logging
import os
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop.crash.report import anonymous

NAME = "labline.log"
MOST_BYTES = 256 * 1024
"""Of one file; there are at most two."""


class Log:
    """Writes lines from `open` to `close`; where the folder cannot be written, nowhere, and nobody is troubled."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._handler: logging.Handler | None = None

    def open(self) -> None:
        """Begin to write, if that is not done already."""
        if self._handler is not None:
            return
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = _Private(self.path, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", errors="replace")
            handler.setFormatter(_Anonymous("%(asctime)s %(process)d %(message)s", "%Y-%m-%d %H:%M:%S"))
            self._handler = handler

    def is_open(self) -> bool:
        """Whether anything is written."""
        return self._handler is not None

    def note(self, text: str) -> None:
        """Write a line, or several that belong together; from any thread."""
        handler = self._handler
        if handler is not None:
            handler.handle(logging.LogRecord("labline", logging.INFO, "", 0, "%s", (text,), None))

    def text(self) -> str:
        """What is written, the older file first; empty where nothing is."""
        texts = []
        for path in (self.path.with_name(f"{NAME}.1"), self.path):
            with suppress(OSError):
                texts.append(path.read_text(encoding="utf-8", errors="replace"))
        return "".join(texts)

    def close(self) -> None:
        """Write no more."""
        if self._handler is not None:
            self._handler.close()
            self._handler = None


class _Private(RotatingFileHandler):
    """Its files are for the user alone, and a full disk is no reason to complain."""

    def _open(self) -> io.TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self.baseFilename, flags, 0o600)
        if os.name == "posix":
            os.fchmod(handle, 0o600)
        return io.TextIOWrapper(
            os.fdopen(handle, "ab"), encoding=self.encoding, errors=self.errors, line_buffering=True
        )

    def handleError(self, _record: logging.LogRecord) -> None:
        """Go on."""


class _Anonymous(logging.Formatter):
    """Folders of the user begin with ~; further lines are indented, so that none passes for an entry of its own."""

    def format(self, record: logging.LogRecord) -> str:
        return anonymous(super().format(record)).rstrip().replace("\n", "\n    ")
