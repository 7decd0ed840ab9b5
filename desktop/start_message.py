"""What the window says where its first view will be: that a database is being opened, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from db.texts import tr
from desktop.panels import Panels
from desktop.widgets.empty_state import EmptyState


class StartMessage:
    """Stands in the main panel until a view does. `ask` lets the user choose a file, `make` makes a database."""

    def __init__(self, panels: Panels, ask: Callable[[], object], make: Callable[[Path], object]) -> None:
        self._panels, self._ask, self._make = panels, ask, make
        self._put(EmptyState())

    def opening(self, path: Path | None) -> None:
        """Say that a database is being opened."""
        self._shown.set_message(tr("Opening the database…"), "" if path is None else str(path))

    def fail(self, problem: str) -> None:
        """Say why there is no database, and offer another one."""
        self._say(tr("The database cannot be opened"), problem, [self._another()])

    def offer_new(self, path: Path) -> None:
        """Say that there is no such file; make a database only when asked to, for the name may be mistyped."""
        create = (tr("Create an empty database"), partial(self._make, path))
        self._say(tr("{name} does not exist", name=path.name), str(path), [create, self._another()])

    def _another(self) -> tuple[str, Callable[[], object]]:
        return tr("Open another file…"), self._ask

    def _say(self, title: str, text: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        message = EmptyState()  # the one before is gone if a view was shown
        message.set_message(title, text, ways)
        self._put(message)

    def _put(self, message: EmptyState) -> None:
        message.setObjectName("start_message")
        self._shown = message
        self._panels.say(message)
