"""What comes over the window when it is called for, each part made the first time: palette, saved views, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from db.texts import spoken, tr
from desktop.commands import COMMANDS, MENUS, Context
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.widgets.announce import announce

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.palette.rows import CommandEntry
    from desktop.saved.file import ViewsFile
    from desktop.views.keys import KeysWindow
    from desktop.views.palette import Palette
    from desktop.views.save_view import SaveViewPanel
    from desktop.views.saved_views import SavedViewsDialog

PALETTE = "go.anything"
"""The palette's own command, which it does not offer."""


class Overlays:
    """Belongs to a window, whose actions and open database it works with."""

    def __init__(
        self,
        window: MainWindow,
        actions: Mapping[str, QAction],
        context: Callable[[], Context | None],
        theme: Theme,
        settings: Settings,
    ) -> None:
        self._window, self._actions, self._context = window, actions, context
        self._theme, self._settings = theme, settings
        window.closing.connect(self.close)
        self._palette: Palette | None = None
        self._panel: SaveViewPanel | None = None
        self._dialog: SavedViewsDialog | None = None
        self._keys: KeysWindow | None = None

    def show_palette(self) -> None:
        """Let the user go to anything by its name."""
        from desktop.palette.rows import Offer, ViewEntry

        if self._palette is None:
            from desktop.views.palette import Palette

            self._palette = Palette(self._window, self._theme, self._settings)
            self._palette.entity_chosen.connect(self._visit)
            self._palette.command_chosen.connect(lambda name: self._actions[name].trigger())
            self._palette.view_chosen.connect(self.open_view)
        context = self._context()
        kept = self.views.views() if context is not None else ()
        views = tuple(ViewEntry(view.name, view.spec.describe()) for view in kept)
        self._palette.open(Offer(self._offered(), views), context.runner if context is not None else None)

    @cached_property
    def views(self) -> ViewsFile:
        """The file of the saved views, beside the settings."""
        from desktop.saved.file import ViewsFile

        return ViewsFile(self._settings.path.with_name("views.json"))

    def save_view(self) -> None:
        """Ask for a name and save what the window shows."""
        from desktop.saved.shown import in_words, proposed_name, shown_view

        context = self._context()
        if context is None:
            return
        if self._panel is None:
            from desktop.views.save_view import SaveViewPanel

            self._panel = SaveViewPanel(self._window, self._theme)
            self._panel.named.connect(self._save_as)
        view = shown_view(context)
        taken = lambda: {entry.name for entry in self.views.entries()}  # noqa: E731
        self._panel.ask(proposed_name(view.spec), in_words(view), taken)

    def edit_views(self) -> None:
        """List the saved views, to open, rename or delete them."""
        if self._dialog is None:
            from desktop.views.saved_views import SavedViewsDialog

            self._dialog = SavedViewsDialog(self.views, Path.home(), self._window)
            self._dialog.opened.connect(self.open_view)
        self._dialog.open()

    def open_view(self, name: str) -> None:
        """Show a saved view."""
        from desktop.saved.shown import open_view

        context, view = self._context(), self.views.find(name)
        if view is None:
            self._tell(tr("“{name}” is not there any more.", name=name))
        elif context is not None:
            open_view(context, view)
            self._tell(tr("Saved view “{name}”", name=name))

    def fill_views(self, menu: QMenu) -> None:
        """Put into a menu what can be done with saved views, and the views."""
        from desktop.saved.shown import fill_menu

        menu.clear()
        for name in ("views.save", "views.edit"):
            menu.addAction(self._actions[name])
        fill_menu(menu, self._context(), self.views, self.open_view)

    def show_keys(self) -> None:
        """List all keys."""
        if self._keys is None:
            from desktop.views.keys import KeysWindow, Section

            sections = []
            for menu, title in MENUS.items():
                lines = [(entry.shortcut, entry.title) for entry in self._commands(menu) if entry.shortcut]
                sections.append(Section(spoken(tr(title)), tuple(lines)))
            self._keys = KeysWindow(sections)
        self._keys.open()

    def _save_as(self, name: str) -> None:
        from desktop.saved.record import ViewsError
        from desktop.saved.shown import shown_view

        context = self._context()
        if context is None or self._panel is None:
            return
        try:
            self.views.put(shown_view(context, name))
        except ViewsError as error:
            self._panel.show_problem(str(error))
        else:
            self._panel.leave()
            self._tell(tr("“{name}” is saved.", name=name))

    def _tell(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 6000)
        announce(self._window, text)

    def close(self) -> None:
        """Take away what was made."""
        for part in (self._palette, self._panel, self._dialog, self._keys):
            if part is not None:
                part.close()
                part.deleteLater()
        self._palette = self._panel = self._dialog = self._keys = None

    def _visit(self, entity_id: int) -> None:
        context = self._context()
        if context is not None:
            context.navigation.visit(entity_id)
            _bring_up(context.inspector)
            context.inspector.open()

    def _offered(self) -> tuple[CommandEntry, ...]:
        """Every command that the palette offers, as it is now."""
        return tuple(entry for entry in self._commands() if entry.id != PALETTE)

    def _commands(self, menu: str = "") -> list[CommandEntry]:
        """The commands of a menu, or of all."""
        from desktop.palette.rows import CommandEntry

        entries = []
        for command in COMMANDS:
            action = self._actions[command.id]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title, english = bare(tr(command.title)), command.english or bare(command.title)
            menus = [tr(MENUS[command.menu]), *([tr(command.submenu)] if command.submenu else [])]
            where = " › ".join(spoken(one) for one in menus)
            if menu in ("", command.menu):
                entry = CommandEntry(command.id, title, english, where, keys, action.isEnabled(), action.isChecked())
                entries.append(entry)
        return entries


def _bring_up(view: QWidget) -> None:
    """Show a view's panel, if the user has hidden it or put others before it."""
    dock: QWidget | None = view
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = dock.parentWidget()
    if dock is not None:
        dock.show()
        dock.raise_()


def bare(title: str) -> str:
    """A title without the mark of its key and without dots."""
    return spoken(title).rstrip("…")
