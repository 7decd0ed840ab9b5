"""The actions of a window: one for each command, with its keys, its state and its icon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from db.texts import spoken, tr
from desktop.commands import COMMANDS, Command, Context
from desktop.icons import Icons


class Actions(dict[str, QAction]):
    """Actions by the id of their command. All belong to the window, so that their keys work everywhere in it."""

    def __init__(self, window: QWidget, run: Callable[[Command], object]) -> None:
        super().__init__()
        self._groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = self[command.id] = QAction(window)
            action.setObjectName(command.id)
            action.setShortcut(QKeySequence(command.shortcut))
            action.setCheckable(command.checked is not None)
            action.setEnabled(not command.needs_database)
            action.triggered.connect(partial(_run, run, command))
            if command.one_of:
                group = self._groups.setdefault(command.one_of, QActionGroup(window))
                group.addAction(action)
            window.addAction(action)
        self.name()

    def name(self) -> None:
        """Give every action its title, in the language of now."""
        for command in COMMANDS:
            title = tr(command.title)
            self[command.id].setText(title)
            self[command.id].setIconText(spoken(title).rstrip("…"))  # what its buttons say

    def update_states(self, context: Context) -> None:
        """Enable and check what can be done now."""
        for command in COMMANDS:
            self[command.id].setEnabled(command.enabled is None or command.enabled(context))
            if command.checked is not None:
                self[command.id].setChecked(command.checked(context))

    def put_icons(self, icons: Icons, wanted: Callable[[str], bool]) -> Iterator[None]:
        """Draw the icons of the commands that are wanted, one a step."""
        for command in COMMANDS:
            if command.icon and wanted(command.id):
                icons.put(self[command.id], command.icon)
                yield


def _run(run: Callable[[Command], object], command: Command, _checked: bool = False) -> None:
    run(command)
