"""The report on a fault: versions and places in the program, and nothing of the user's.

Messages of exceptions are left out but for those that can only name parts of the program: others may repeat what was
typed or read. Folders below the home folder begin with ~.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb

from desktop.faults import Fault
from desktop.versions import versions

LONGEST = 40_000  # characters
MOST_PLACES = 60  # of one exception
LONGEST_CHAIN = 10  # exceptions
_NAMES_THE_PROGRAM = (
    "AttributeError", "ImportError", "IndexError", "ModuleNotFoundError", "NameError", "NotImplementedError",
    "RecursionError", "SystemError", "TypeError", "UnboundLocalError", "ZeroDivisionError",
)  # fmt: skip
"""Python's own errors whose messages hold names of its code alone."""
_ROOT = Path(__file__).resolve().parents[2]


def report(fault: Fault) -> str:
    """The report as plain text."""
    where = f"In the thread {fault.thread}" if fault.thread else "In the window’s thread"
    return anonymous("\n".join([*head(), "", f"{where}:", *_told(fault.error)]))[:LONGEST] + "\n"


def head() -> list[str]:
    """When, and on what the program runs."""
    from PySide6.QtGui import QGuiApplication

    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    system = f"{platform.platform()}, {QGuiApplication.platformName() or 'no window'}"
    return [now, *versions().splitlines(), system]


def summary(fault: Fault) -> str:
    """The kind of exception and its place, to tell one mistake from another."""
    places = extract_tb(fault.error.__traceback__)
    place = f"{_short(places[-1].filename)}:{places[-1].lineno}" if places else ""
    return f"{type(fault.error).__name__} {place}"


def anonymous(text: str) -> str:
    """The text with ~ for the home folder."""
    for home in sorted({os.path.realpath(Path.home()), str(Path.home())}, key=len, reverse=True):
        if len(home) > len(Path(home).anchor):
            either = re.sub(r"\\\\|/", lambda _sign: r"[\\/]", re.escape(home)) if os.name == "nt" else re.escape(home)
            text = re.sub(rf"{either}(?=$|[\\/\s\"',:;)])", "~", text, flags=re.I if os.name == "nt" else 0)
    return text


def _told(error: BaseException) -> list[str]:
    """The exception and what led to it, the earliest first."""
    lines: list[str] = []
    for cause, how in _chain(error):
        lines += ["Traceback (most recent call last):", *_places(cause), _named(cause)]
        if how:
            lines += ["", how, ""]
    return lines


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Exceptions from the earliest, each with how it led to the next; empty for the last."""
    found = [(error, "")]
    while len(found) < LONGEST_CHAIN:
        last = found[-1][0]
        if last.__cause__ is not None:
            found.append((last.__cause__, "That led to:"))
        elif last.__context__ is not None and not last.__suppress_context__:
            found.append((last.__context__, "While this was dealt with:"))
        else:
            break
    return reversed(found)


def _places(error: BaseException) -> Iterator[str]:
    places = extract_tb(error.__traceback__)
    if len(places) > MOST_PLACES:  # a recursion: its end says enough
        yield f"  … {len(places) - MOST_PLACES} more places"
    for place in places[-MOST_PLACES:]:
        yield f'  File "{_short(place.filename)}", line {place.lineno}, in {place.name}'
        if place.line:
            yield f"    {place.line.strip()}"


def _short(name: str) -> str:
    """A file's name from the program's folder."""
    path = Path(name)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else name


def _named(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if name in _NAMES_THE_PROGRAM:
        return f"{name}: {' '.join(str(error).split())}"
    return f"{name} (its message is left out: it may hold what you typed or read)"
