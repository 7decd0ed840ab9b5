"""The main window: menus, docks and the status bar around the views."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QMainWindow

from db.texts import tr
from desktop.actions import Actions
from desktop.commands import PERSPECTIVE, TOOLBAR, Command, Context, Shell, reload
from desktop.icons import Icons
from desktop.language import Choice as LanguageChoice
from desktop.language import LanguageInForce
from desktop.panels import Panels
from desktop.settings import Settings
from desktop.start_message import StartMessage
from desktop.state import FIRST_PERSPECTIVE, NavigationState
from desktop.tab_order import step
from desktop.theme import Choice, Theme
from desktop.top_bar import TopBar
from desktop.views.filter_bar import FilterBar
from desktop.window_status import WindowStatus

if TYPE_CHECKING:
    from desktop.care import Care
    from desktop.overlays import Overlays
    from desktop.view_makers import LaterView
    from desktop.views.manual import ManualWindow
    from desktop.views.releases import ReleasesView

BUTTONS = frozenset({*TOOLBAR, "file.export"})
"""Commands with a button. Their icons are drawn before the first paint, those of the menus later."""
USUAL_SIZE = QSize(1280, 720)
FRAME = QSize(8, 32)
"""What a system's title bar and borders take, before the window has any."""


def room_on(screen: QScreen) -> QSize:
    """How large the window can be, its frame apart: else the status bar lies below a small screen's edge."""
    return screen.availableSize() - FRAME


class MainWindow(QMainWindow):
    """Opens as a shell; `fill` gives it the views of an open database, `message` says why there are none."""

    file_chosen = Signal(object)
    """The path of another database."""
    new_wanted = Signal(object)
    """The path where an empty database is to be made."""
    link_entered = Signal(object)
    """A Link that was typed or pasted into the filter bar."""
    closing = Signal()

    def __init__(self, theme: Theme, icons: Icons, settings: Settings, language: LanguageInForce) -> None:
        super().__init__()
        self._theme, self._icons, self._settings, self._language = theme, icons, settings, language
        self._context: Context | None = None
        self._manual: ManualWindow | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("Labline")
        self.bar = FilterBar(theme, icons)
        self._actions = Actions(self, self._run)
        for _ in self._actions.put_icons(icons, BUTTONS.__contains__):
            pass
        self.top = TopBar(self._actions, self.bar)
        self.setMenuWidget(self.top)
        self.top.views.menu().aboutToShow.connect(lambda: self.overlays.fill_views(self.top.views.menu()))
        self.panels = Panels(self, settings)
        self._hear_bar()
        self.top.list_panels(dock.toggleViewAction() for dock in self.panels.in_order())
        self.status = WindowStatus()
        self.setStatusBar(self.status)
        self._restore()
        self.message = StartMessage(self.panels, self.ask_for_file, self.new_wanted.emit)

    # ---- what is shown ----

    def show_releases(self, releases: ReleasesView) -> None:
        """Show the table, before the panels around it."""
        self.panels.hold("releases_dock", releases)
        releases.answered.connect(self.status.show_time)

    def join(self, view: ReleasesView | LaterView) -> None:
        """Say what a view tells, and open the inspector for what is opened in it."""
        view.told.connect(self.tell)
        view.opened.connect(self._inspect)

    def _hear_bar(self) -> None:
        self.bar.link_entered.connect(self.link_entered)
        self.bar.resizing.connect(self.panels.paint_in_turn)

    def put_icons(self) -> Iterator[None]:
        """Draw the icons of the menus, one a step."""
        yield from self._actions.put_icons(self._icons, lambda name: name not in BUTTONS)

    def fill(self, context: Context, path: Path, read_only_reason: str) -> None:
        """Show the views of an open database."""
        from desktop.side_buttons import SideButtons

        if self._context is None:
            SideButtons(self, self._actions)
        anew = self._context is None or self._context.navigation is not context.navigation
        self._context = context
        self.setWindowTitle(f"{path.name} – Labline")
        self.status.show_read_only(read_only_reason)
        if anew:
            context.navigation.history_changed.connect(self._update_actions)
            context.navigation.perspective_changed.connect(self._show_perspective)
            context.edits.changed.connect(self._update_actions)
            context.edits.made.connect(self._reload)
            context.edits.told.connect(self.tell)
            context.edits.failed.connect(self._tell_not_changed)
            context.reading.asked.connect(partial(self._show_sources, context.navigation))
        self.join(context.releases)
        context.inspector.told.connect(self.tell)
        context.releases.import_wanted.connect(self.ask_for_import)
        self.bar.left.connect(context.releases.setFocus)
        if self._language.lacks_font():
            self.statusBar().showMessage("No font here has Chinese characters. Install one, such as Noto Sans CJK.")
        self._update_actions()

    def tell(self, text: str) -> None:
        """Say something in the status bar, for a while."""
        self.status.tell(text)

    def come_forward(self) -> None:
        """Be in front of other windows, as far as the system allows it."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def tell_failure(self, problem: str) -> None:
        """Say that another database cannot be opened; the one that is open stays."""
        from desktop.widgets.messages import plain_message

        plain_message(self, tr("Database not opened"), problem)

    def _inspect(self) -> None:
        if self._context is not None:
            self._context.inspector.open()

    def _tell_not_changed(self, problem: str) -> None:
        from desktop.widgets.messages import plain_message

        plain_message(self, tr("Not changed"), problem)

    def _reload(self) -> None:
        """Read everything again after an edit."""
        if self._context is not None:
            reload(self._context)

    # ---- commands.Frame ----

    def ask_for_file(self) -> None:
        """Let the user choose another database."""
        from desktop.dialogs import ask_for_file

        ask_for_file(self, self.file_chosen.emit)

    def reset_docks(self) -> None:
        """Put every panel where it first was."""
        self.panels.reset()

    def choose_theme(self, choice: Choice) -> None:
        """Use other colours, from now on."""
        self._theme.choose(choice)
        self._settings.write("theme", choice)
        self._update_actions()

    def theme_choice(self) -> Choice:
        """What was chosen."""
        return self._theme.choice

    def choose_language(self, choice: LanguageChoice) -> None:
        """Speak another language, from now on."""
        self._settings.write("language", choice)
        self._language.choose(choice)
        self._update_actions()

    def language_choice(self) -> LanguageChoice:
        """What was chosen."""
        return self._language.choice

    def speak(self) -> None:
        """Use the language of now: menus, buttons and panels get other names, what comes over the window is dropped.

        The filter bar is another one; the views are the program's.
        """
        self._actions.name()
        self.panels.name()
        self.top.name()
        text = self.bar.edit.text()
        self.bar = FilterBar(self._theme, self._icons)
        self._hear_bar()
        self.bar.edit.setText(text)
        self.top.replace_bar(self.bar)
        if "overlays" in self.__dict__:
            self.overlays.close()
            del self.overlays
        if self._manual is not None:
            self._manual.close()
            self._manual = None

    def export(self) -> None:
        """Let the user export rows of the table."""
        from desktop.dialogs import ask_for_export

        if self._context is not None:
            ask_for_export(self, self._context, self._settings)

    def ask_for_import(self) -> None:
        """Let the user import a dossier or a table."""
        from desktop.import_job import ask_for_import

        if self._context is not None:
            ask_for_import(self._context)

    def show_manual(self) -> None:
        """Open the manual, which is read when it is first asked for."""
        if self._manual is None:
            from desktop.views.manual import ManualWindow

            self._manual = ManualWindow(self._theme)
        self._manual.open()

    @cached_property
    def overlays(self) -> Overlays:
        """What comes over the window when it is called for."""
        from desktop.overlays import Overlays

        return Overlays(self, self._actions, lambda: self._context, self._theme, self._settings)

    @cached_property
    def care(self) -> Care:
        """What the program does about itself beside the data."""
        from desktop.care import Care

        return Care(self, self._actions, self._icons, self._settings)

    # ---- while it runs ----

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the filter to its chips, the facets, the table and the inspector."""
        notices = () if self.top.notice is None else (self.top.notice,)
        panels = (self.bar, self.top.views, self.top.export, *notices, *self.panels.in_order())
        return step(panels, self.focusWidget(), forward=forward) or super().focusNextPrevChild(forward)

    def _run(self, command: Command, _checked: bool = False) -> None:
        command.action(cast(Context, self._context or Shell(self)))

    def _update_actions(self) -> None:
        if self._context is not None:
            self._actions.update_states(self._context)

    def _show_perspective(self, name: str) -> None:
        self.panels.show(name)
        if not (self.bar.edit.hasFocus() and self.bar.edit.text()):  # somebody is typing
            self.panels.give_keyboard()

    def _show_sources(self, navigation: NavigationState, _source: int, _statement: int) -> None:
        """Show where a source is read; from where it is not to be seen, Back returns."""
        if self.panels.docks["sources_dock"].isHidden():
            navigation.set_perspective("sources")
        self.panels.bring("sources_dock")

    def _restore(self) -> None:
        self.resize(USUAL_SIZE.boundedTo(room_on(self.screen())))
        geometry = self._settings.read_bytes("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.panels.show(str(self._settings.read("window/perspective", FIRST_PERSPECTIVE)))
        self._actions[f"{PERSPECTIVE}{self.panels.current}"].setChecked(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where everything is."""
        self._settings.write_bytes("window/geometry", self.saveGeometry())
        if self._context is not None:
            self._settings.write("window/perspective", self._context.navigation.perspective)
        self.panels.save()
        self._settings.save()
        if self._manual is not None:
            self._manual.close()
        self.closing.emit()
        super().closeEvent(event)
