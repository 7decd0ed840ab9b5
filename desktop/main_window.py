"""The main window: menus, docks and the status bar around the views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMenuBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands import COMMANDS, MENUS, TOOLBAR, Command, Context, Shell
from desktop.icons import Icons
from desktop.settings import Settings
from desktop.tab_order import step
from desktop.theme import Choice, Theme
from desktop.views.filter_bar import FilterBar
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.place import Place
from desktop.widgets.plain import PlainLabel
from desktop.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.tally import Tally
    from desktop.views.manual import ManualWindow
    from desktop.views.releases import ReleasesView

BUTTONS = frozenset({*TOOLBAR, "file.export"})
"""Commands with a button. Their icons are drawn before the first paint, those of the menus later."""
LAYOUT_VERSION = 1
USUAL_SIZE = QSize(1280, 720)
LEAST_CENTRE, LEAST_DOCK = 240, 120  # px; a table narrower than that shows nothing
DOCKS = (
    ("facets_dock", "Facets", Qt.DockWidgetArea.LeftDockWidgetArea, 208),
    ("inspector_dock", "Inspector", Qt.DockWidgetArea.RightDockWidgetArea, 296),
)


class MainWindow(QMainWindow):
    """Opens as a shell; `fill` gives it the views of an open database, `fail` says why there are none."""

    file_chosen = Signal(object)
    """The path of another database."""
    new_wanted = Signal(object)
    """The path where an empty database is to be made."""
    closing = Signal()

    def __init__(self, theme: Theme, icons: Icons, settings: Settings) -> None:
        super().__init__()
        self._theme, self._icons, self._settings = theme, icons, settings
        self._context: Context | None = None
        self._actions: dict[str, QAction] = {}
        self._manual: ManualWindow | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("Labline")
        self.bar = FilterBar(theme, icons)
        self._build_actions()
        self._build_top()
        self._build_docks()
        self._build_status()
        self._message = EmptyState()
        self._message.setObjectName("start_message")
        self._centre = Place(768, LEAST_CENTRE)
        self._centre.hold(self._message)
        self.setCentralWidget(self._centre)
        self._restore()

    # ---- what is shown ----

    def show_opening(self, path: Path | None) -> None:
        """Say that a database is being opened."""
        self._message.set_message("Opening the database…", "" if path is None else str(path))

    def show_releases(self, releases: ReleasesView) -> None:
        """Show the table, before the panels around it."""
        self._centre.hold(releases)
        releases.tallied.connect(self._show_tally)

    def show_panel(self, name: str, view: QWidget) -> None:
        """Show a view in a dock."""
        self._places[name].hold(view)

    def put_icons(self) -> Iterator[None]:
        """Draw the icons of the menus, one a step."""
        for command in COMMANDS:
            if command.icon and command.id not in BUTTONS:
                self._icons.put(self._actions[command.id], command.icon)
                yield

    def fill(self, context: Context, path: Path, read_only_reason: str) -> None:
        """Show the views of an open database."""
        self._context = context
        self.setWindowTitle(f"{path.name} – Labline")
        self._read_only.setText(read_only_reason and "Read only")
        self._read_only.setVisible(bool(read_only_reason))
        self._read_only.setAccessibleDescription(read_only_reason)
        context.navigation.history_changed.connect(self._update_actions)
        context.releases.told.connect(lambda text: self.statusBar().showMessage(text, 6000))
        context.releases.opened.connect(context.inspector.open)
        context.releases.import_wanted.connect(self.ask_for_import)
        self.bar.left.connect(context.releases.setFocus)
        self._update_actions()

    def fail(self, problem: str) -> None:
        """Say why there is no database, and offer another one."""
        self._say("The database cannot be opened", problem, [("Open another file…", self.ask_for_file)])

    def offer_new(self, path: Path) -> None:
        """Say that there is no such file; make a database only when asked to, for the name may be mistyped."""
        create = ("Create an empty database", partial(self.new_wanted.emit, path))
        self._say(f"{path.name} does not exist", str(path), [create, ("Open another file…", self.ask_for_file)])

    def _say(self, title: str, text: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        self._message = EmptyState()
        self._message.setObjectName("start_message")
        self._message.set_message(title, text, ways)
        self._centre.hold(self._message)

    def tell_failure(self, problem: str) -> None:
        """Say that another database cannot be opened; the one that is open stays."""
        from desktop.widgets.messages import plain_message

        plain_message(self, "Database not opened", problem)

    # ---- commands.Frame ----

    def ask_for_file(self) -> None:
        """Let the user choose another database."""
        from desktop.dialogs import ask_for_file

        ask_for_file(self, self.file_chosen.emit)

    def reset_docks(self) -> None:
        """Put every panel where it first was."""
        for dock, (_name, _title, area, _width) in zip(self._docks, DOCKS, strict=True):
            dock.setFloating(False)
            self.addDockWidget(area, dock)
            dock.show()
        self.resizeDocks(self._docks, [width for *_rest, width in DOCKS], Qt.Orientation.Horizontal)

    def choose_theme(self, choice: Choice) -> None:
        """Use other colours, from now on."""
        self._theme.choose(choice)
        self._settings.write("theme", choice)
        self._update_actions()

    def theme_choice(self) -> Choice:
        """What was chosen."""
        return self._theme.choice

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

    def show_about(self) -> None:
        """Say what Labline is."""
        from desktop.dialogs import show_about

        show_about(self)

    def show_manual(self) -> None:
        """Open the manual, which is read when it is first asked for."""
        if self._manual is None:
            from desktop.views.manual import ManualWindow

            self._manual = ManualWindow(self._theme)
        self._manual.open()

    # ---- building ----

    def _build_actions(self) -> None:
        themes = QActionGroup(self)
        for command in COMMANDS:
            action = QAction(command.title, self)
            action.setObjectName(command.id)
            action.setShortcut(QKeySequence(command.shortcut))
            action.setCheckable(command.checked is not None)
            action.setEnabled(not command.needs_database)
            action.triggered.connect(partial(self._run, command))
            if command.id.startswith("theme."):
                themes.addAction(action)
            if command.id in BUTTONS:
                self._icons.put(action, command.icon)
            self._actions[command.id] = action
            self.addAction(action)

    def _build_top(self) -> None:
        """The menus, and below them the buttons and the filter bar."""
        top = QWidget()
        top.setObjectName("top")
        menus = QMenuBar(top)
        menus.setObjectName("menus")
        self._menus = {name: menus.addMenu(f"&{name}") for name in MENUS}
        for name, menu in self._menus.items():
            menu.setObjectName(f"{name.lower()}_menu")
            _fill_menu(menu, [(command, self._actions[command.id]) for command in COMMANDS if command.menu == name])
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 8)
        line.setSpacing(4)
        for name in TOOLBAR:
            line.addWidget(self._button(name), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.bar)
        self._export = self._button("file.export", words=True)
        line.addWidget(self._export, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setMenuBar(menus)
        layout.addLayout(line)
        self.setMenuWidget(top)

    def _button(self, name: str, *, words: bool = False) -> QToolButton:
        """A button for a command: its icon, and with `words` its title."""
        button = QToolButton()
        button.setObjectName(f"{name}_button")
        button.setDefaultAction(self._actions[name])
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        button.setAccessibleName(self._actions[name].text().replace("&", ""))
        button.setIconSize(QSize(20, 20))
        button.setFixedHeight(30)
        return button

    def _build_docks(self) -> None:
        self._docks: list[QDockWidget] = []
        self._places: dict[str, Place] = {}
        for name, title, area, width in DOCKS:
            dock = QDockWidget(title, self)
            dock.setObjectName(name)
            self._places[name] = Place(width, LEAST_DOCK)
            dock.setWidget(self._places[name])
            self.addDockWidget(area, dock)
            self._docks.append(dock)
            show = dock.toggleViewAction()
            show.setObjectName(f"show_{name}")
            self._menus["View"].insertAction(self._actions["view.reset"], show)
        self.setDockNestingEnabled(True)

    def _build_status(self) -> None:
        self._counts = PlainLabel()
        self._counts.setObjectName("counts")
        self._time = PlainLabel()
        self._time.setObjectName("query_time")
        self._read_only = PlainLabel()
        self._read_only.setObjectName("read_only")
        self._read_only.hide()
        self.setStatusBar(StatusLine(self._counts))
        self.statusBar().setObjectName("status")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self._read_only)
        self.statusBar().addPermanentWidget(self._time)

    # ---- while it runs ----

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the filter to its chips, the facets, the table and the inspector."""
        panels = (self.bar, self._export, *self._docks[:1], self._centre, *self._docks[1:])
        return step(panels, self.focusWidget(), forward=forward) or super().focusNextPrevChild(forward)

    def _run(self, command: Command, _checked: bool = False) -> None:
        command.action(cast(Context, self._context or Shell(self)))

    def _update_actions(self) -> None:
        if self._context is None:
            return
        for command in COMMANDS:
            action = self._actions[command.id]
            action.setEnabled(command.enabled is None or command.enabled(self._context))
            if command.checked is not None:
                action.setChecked(command.checked(self._context))

    def _show_tally(self, tally: Tally) -> None:
        self._counts.setText(tally.text())
        self._time.setText(f"query {tally.milliseconds:.0f} ms")

    def _restore(self) -> None:
        self.resize(USUAL_SIZE)
        geometry, state = self._settings.read_bytes("window/geometry"), self._settings.read_bytes("window/state")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not state.isEmpty():
            self.restoreState(state, LAYOUT_VERSION)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where everything is."""
        self._settings.write_bytes("window/geometry", self.saveGeometry())
        self._settings.write_bytes("window/state", self.saveState(LAYOUT_VERSION))
        self._settings.save()
        if self._manual is not None:
            self._manual.close()
        self.closing.emit()
        super().closeEvent(event)


def _fill_menu(menu: QMenu, entries: Sequence[tuple[Command, QAction]]) -> None:
    """Actions with a line between groups."""
    group = entries[0][0].group
    for command, action in entries:
        if command.group != group:
            menu.addSeparator()
            group = command.group
        menu.addAction(action)
