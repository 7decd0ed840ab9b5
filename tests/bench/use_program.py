"""Use the whole program as people do and print how long each action held the event loop, as JSON in milliseconds.

Run in a process of its own, since what is done for the first time is imported and made then:
`python use_program.py DATABASE SETTINGS`. A beat each millisecond tells how long the loop was held; `resting` is the
longest while nothing was done, which is what others who use the machine take.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from desktop.__main__ import import_qt

import_qt()  # before anything of Qt, as the program does

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.program import Program, application  # noqa: E402
from desktop.settings import Settings  # noqa: E402

QUERY = "moe open:yes params:>7B"
LIMIT = 60.0  # seconds for an answer to come


class User:
    """Does one thing after the other and notes the longest block of each."""

    def __init__(self, program: Program, database: Path) -> None:
        self._program, self._database = program, database
        self._last = perf_counter()
        self._longest = 0.0
        self._timer = QTimer(program, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def measure(self, action: Callable[[], None]) -> float:
        """The longest block of an action, in milliseconds."""
        self._longest, self._last = 0.0, perf_counter()
        action()
        return round(self._longest, 1)

    def open_database(self) -> None:
        """From the empty window to one that is filled and at rest."""
        self._program.start(self._database)
        self._until(lambda: self._program.context is not None)
        self._settle()
        self._wait(1500)

    def rest(self) -> None:
        """Nothing."""
        self._wait(1500)

    def type(self) -> None:
        """A query, key by key, and its removal."""
        edit = self._program.window.bar.edit
        edit.setFocus()
        for letter in QUERY:
            QTest.keyClicks(edit, letter)
            self._wait(70)
        self._settle()
        for _ in QUERY:
            QTest.keyClick(edit, Qt.Key.Key_Backspace)
            self._wait(30)
        self._settle()

    def command(self, name: str) -> Callable[[], None]:
        """Something that a menu does; windows that it opens are closed again, outside the measure."""

        def act() -> None:
            next(item for item in self._program.window.actions() if item.objectName() == name).trigger()
            self._wait(300)
            self._settle()

        return act

    def close_others(self) -> None:
        """Close what is open beside the window."""
        for window in QApplication.topLevelWidgets():
            if window is not self._program.window and window.isVisible():
                window.close()
        self._wait(100)

    def _settle(self) -> None:
        for _ in range(2):
            self._wait(150)
            self._until(lambda: self._program.context is not None and not self._program.context.runner.is_busy())

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _until(self, holds: Callable[[], bool]) -> None:
        end = perf_counter() + LIMIT
        while not holds():
            self._wait(5)
            if perf_counter() > end:
                sys.exit("use_program: no answer; does the database open?")

    def _beat(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, 1000 * (now - self._last))
        self._last = now


def main() -> None:
    """Do everything once."""
    gc.disable()
    program = Program(application(), "light", Settings(Path(sys.argv[2])))
    user = User(program, Path(sys.argv[1]))
    actions: dict[str, Callable[[], None]] = {
        "open": user.open_database,
        "resting": user.rest,
        "type a query": user.type,
        "type it again": user.type,
        "select all": user.command("select.all"),
        "open the column chooser": user.command("view.columns"),
        "open export": user.command("file.export"),
        "open the manual": user.command("help.manual"),
        **{
            f"show {name}{again}": user.command(f"perspective.{name}")
            for again in ("", " again")
            for name in ("timeline", "people", "lineage", "sources", "releases")
        },
        "change the theme": user.command("theme.dark"),
        "change it back": user.command("theme.light"),
    }
    blocks = {}
    for name, action in actions.items():
        blocks[name] = user.measure(action)
        user.close_others()
    print(json.dumps(blocks), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
