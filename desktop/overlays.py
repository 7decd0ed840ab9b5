"""What comes over the window when it is called for, each part made the first time: the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.texts import spoken, tr
from desktop.commands import COMMANDS, MENUS, Context
from desktop.settings import Settings
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.palette_rows import CommandEntry
    from desktop.views.palette import Palette

PALETTE = "go.anything"
"""The palette's own command, which it does not offer."""


class Overlays:
    """Belongs to a window, whose actions and open database it works with."""

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, QAction],
        context: Callable[[], Context | None],
        theme: Theme,
        settings: Settings,
    ) -> None:
        self._window, self._actions, self._context = window, actions, context
        self._theme, self._settings = theme, settings
        self._palette: Palette | None = None

    def prepare(self) -> Iterator[None]:
        """Import, a module a step, what would make the palette come late the first time."""
        for name in ("desktop.palette_rows", "desktop.palette_list", "desktop.views.palette"):
            import_module(name)
            yield

    def show_palette(self) -> None:
        """Let the user go to anything by its name."""
        from desktop.palette_rows import Offer

        if self._palette is None:
            from desktop.views.palette import Palette

            self._palette = Palette(self._window, self._theme, self._settings)
            self._palette.entity_chosen.connect(self._visit)
            self._palette.command_chosen.connect(lambda name: self._actions[name].trigger())
        context = self._context()
        self._palette.open(Offer(self._commands()), context.runner if context is not None else None)

    def close(self) -> None:
        """Take away what was made."""
        if self._palette is not None:
            self._palette.close()
            self._palette.deleteLater()
            self._palette = None

    def _visit(self, entity_id: int) -> None:
        context = self._context()
        if context is not None:
            context.navigation.visit(entity_id)
            context.inspector.open()

    def _commands(self) -> tuple[CommandEntry, ...]:
        """Every command as it is now."""
        from desktop.palette_rows import CommandEntry

        entries = []
        for command in COMMANDS:
            action = self._actions[command.id]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title, english = bare(tr(command.title)), bare(command.title)
            menu = spoken(tr(MENUS[command.menu]))
            if command.id != PALETTE:
                entries.append(
                    CommandEntry(command.id, title, english, menu, keys, action.isEnabled(), action.isChecked())
                )
        return tuple(entries)


def bare(title: str) -> str:
    """A title without the mark of its key and without dots."""
    return spoken(title).rstrip("…")
