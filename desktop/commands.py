"""COMMANDS: all that menus and keys do, one record each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.copy_links import copy_entity_link, copy_view_link
from desktop.language import Choice as LanguageChoice
from desktop.perspectives import PERSPECTIVES, Perspective
from desktop.state import FilterState, NavigationState, SelectionState
from desktop.theme import Choice

if TYPE_CHECKING:
    from desktop.care import Care
    from desktop.edits import EditState
    from desktop.overlays import Overlays
    from desktop.panels import Panels
    from desktop.reading import ReadingState
    from desktop.tally import Tallies
    from desktop.tasks import QueryRunner
    from desktop.views.charts import ChartsView
    from desktop.views.disagreements import DisagreementsView
    from desktop.views.facets import FacetsView
    from desktop.views.filter_bar import FilterBar
    from desktop.views.inspector import Inspector
    from desktop.views.lineage import LineageView
    from desktop.views.people import PeopleView
    from desktop.views.releases import ReleasesView
    from desktop.views.sources import SourcesView
    from desktop.views.timeline import TimelineView


class Frame(Protocol):
    """What commands ask of the window itself."""

    def close(self) -> bool:
        """End the program."""

    def tell(self, text: str) -> None:
        """Say something in the status bar."""

    def ask_for_file(self) -> None:
        """Let the user choose another database."""

    def reset_docks(self) -> None:
        """Put every panel where it first was."""

    def choose_theme(self, choice: Choice) -> None:
        """Use other colours, from now on."""

    def theme_choice(self) -> Choice:
        """What was chosen."""

    def choose_language(self, choice: LanguageChoice) -> None:
        """Speak another language, from now on."""

    def language_choice(self) -> LanguageChoice:
        """What was chosen."""

    def export(self) -> None:
        """Let the user export rows."""

    def ask_for_import(self) -> None:
        """Let the user import a dossier or a table."""

    def show_manual(self) -> None:
        """Open the manual."""

    @property
    def overlays(self) -> Overlays:
        """What comes over the window when it is called for."""

    @property
    def care(self) -> Care:
        """What the program does about itself."""


class View(Protocol):
    """What is in a panel."""

    def reload(self) -> None:
        """Read everything again."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The window before a database is open."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class Context:
    """What commands work on: the window's parts around one open database."""

    frame: Frame
    runner: QueryRunner
    filters: FilterState
    selection: SelectionState
    navigation: NavigationState
    bar: FilterBar
    facets: FacetsView
    releases: ReleasesView
    inspector: Inspector
    tally: Tallies
    edits: EditState
    reading: ReadingState
    panels: Panels

    def views(self) -> list[View]:
        """What is in the panels, as F6 walks them. A view that nobody has seen yet is not made for this."""
        return [cast(View, self.panels.view(panel)) for panel in self.panels.filled()]

    @property
    def people(self) -> PeopleView:
        """The people. This and the next are made now if nobody has seen them yet."""
        return cast("PeopleView", self.panels.view("people_dock"))

    @property
    def timeline(self) -> TimelineView:
        """What happened when."""
        return cast("TimelineView", self.panels.view("timeline_dock"))

    @property
    def charts(self) -> ChartsView:
        """Figures against dates."""
        return cast("ChartsView", self.panels.view("charts_dock"))

    @property
    def lineage(self) -> LineageView:
        """Which model came of which."""
        return cast("LineageView", self.panels.view("lineage_dock"))

    @property
    def sources(self) -> SourcesView:
        """The sources and their texts."""
        return cast("SourcesView", self.panels.view("sources_dock"))

    @property
    def disagreements(self) -> DisagreementsView:
        """Where sources disagree."""
        return cast("DisagreementsView", self.panels.view("disagreements_dock"))


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its menu and title, its keys, and what it does. `group` sets lines between entries of a menu."""

    id: str
    title: str
    menu: str
    action: Callable[[Context], object]
    shortcut: str = ""
    icon: str = ""
    group: int = 0
    checked: Callable[[Context], bool] | None = None
    enabled: Callable[[Context], bool] | None = None
    needs_database: bool = True
    """Without it the action may use the frame alone."""
    one_of: str = ""
    """The name of a set of which one at a time is checked."""
    submenu: str = ""
    """The title of a menu within the menu."""
    english: str = ""
    """What it is called in English, where its title is not."""


def escape(context: Context) -> None:
    """Close the completions, or drop the brush, or clear the filter's text, or then the selection."""
    if context.bar.close_completions():
        return
    if context.filters.brush is not None:
        context.filters.set_brush(None)
    elif not context.bar.clear():
        context.selection.set((), context.selection.focus)


def reload(context: Context) -> None:
    """Read everything on the screen again."""
    for part in (*context.views(), context.tally, context.edits):
        part.reload()


def next_panel(context: Context, step: int = 1) -> None:
    """Give the keyboard to the next panel, or with -1 to the one before."""
    panels = [context.bar, *(view for view in context.views() if isinstance(view, QWidget))]
    focused = QApplication.focusWidget()
    at = next((i for i, panel in enumerate(panels) if focused is not None and panel.isAncestorOf(focused)), -step)
    for distance in range(1, len(panels)):
        target = _first_to_focus(panels[(at + step * distance) % len(panels)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first_to_focus(panel: QWidget) -> QWidget | None:
    """What takes the keyboard in a panel, if anything does: an empty one shows its ways out."""
    usual = panel.focusProxy()
    if usual is not None and usual.isVisible():
        return usual
    buttons = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
    return buttons[0] if buttons else None


def _theme(choice: Choice, title: str) -> Command:
    return Command(
        f"theme.{choice}", title, "View", lambda c: c.frame.choose_theme(choice), group=3,
        checked=lambda c: c.frame.theme_choice() == choice, one_of="theme",
    )  # fmt: skip


def _language(choice: LanguageChoice, title: str, english: str = "") -> Command:
    return Command(
        f"language.{choice}", title, "View", lambda c: c.frame.choose_language(choice), group=4, needs_database=False,
        checked=lambda c: c.frame.language_choice() == choice, one_of="language", submenu="&Language",
        english=english,
    )  # fmt: skip


PERSPECTIVE = "perspective."
"""What the ids of the commands begin with that show one."""


def _perspective(record: Perspective) -> Command:
    return Command(
        f"{PERSPECTIVE}{record.name}", record.title, "View", lambda c: c.navigation.set_perspective(record.name),
        f"Ctrl+{record.number}" if record.number else "", group=-1, one_of="perspective",
        checked=lambda c: c.navigation.perspective == record.name,
    )  # fmt: skip


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("file.open", "&Open another file…", "File", lambda c: c.frame.ask_for_file(), "Ctrl+O", "folder-open",
            needs_database=False),
    Command("file.import", "&Import…", "File", lambda c: c.frame.ask_for_import(), "Ctrl+Shift+I", "upload",
            enabled=lambda c: not c.runner.database.read_only),
    Command("file.export", "&Export…", "File", lambda c: c.frame.export(), "Ctrl+E", "download"),
    Command("file.quit", "&Quit", "File", lambda c: c.frame.close(), "Ctrl+Q", group=1, needs_database=False),
    Command("edit.undo", "&Undo", "Edit", lambda c: c.edits.undo(), "Ctrl+Z", "undo", -1,
            enabled=lambda c: c.edits.can_undo()),
    Command("edit.redo", "&Redo", "Edit", lambda c: c.edits.redo(), "Ctrl+Shift+Z", "redo", -1,
            enabled=lambda c: c.edits.can_redo()),
    Command("edit.copy", "&Copy rows", "Edit", lambda c: c.releases.copy(headers=False), "Ctrl+C", "copy"),
    Command("edit.copy_headers", "Copy rows with &headers", "Edit", lambda c: c.releases.copy(headers=True),
            "Ctrl+Shift+C"),
    Command("edit.copy_link", "Copy &link", "Edit",
            lambda c: copy_entity_link(c.runner, c.selection.focus, c.frame.tell), icon="link"),
    Command("edit.copy_view_link", "Copy link to this &view", "Edit",
            lambda c: copy_view_link(c.filters, c.navigation, c.frame.tell)),
    Command("select.all", "Select &all rows", "Edit", lambda c: c.releases.select_all(), "Ctrl+A", group=1),
    Command("select.none", "Clear the &selection", "Edit", lambda c: c.selection.set((), c.selection.focus),
            "Ctrl+Shift+A", group=1),
    Command("go.anything", "Go to &anything…", "Go", lambda c: c.frame.overlays.show_palette(), "Ctrl+K",
            needs_database=False),
    Command("filter.edit", "&Filter…", "Go", lambda c: c.bar.focus(), "Ctrl+F", "search"),
    Command("filter.back", "&Back", "Go", lambda c: c.navigation.back(), "Alt+Left", "arrow-left", 1,
            enabled=lambda c: c.navigation.can_go_back()),
    Command("filter.forward", "For&ward", "Go", lambda c: c.navigation.forward(), "Alt+Right", "arrow-right", 1,
            enabled=lambda c: c.navigation.can_go_forward()),
    Command("filter.home", "&Show all releases", "Go", lambda c: c.filters.home(), "Alt+Home", "home", 1),
    Command("filter.escape", "&Clear the filter, then the selection", "Go", escape, "Esc", group=1),
    Command("go.next", "&Next panel", "Go", next_panel, "F6", group=2),
    Command("go.previous", "&Previous panel", "Go", lambda c: next_panel(c, -1), "Shift+F6", group=2),
    Command("go.table", "&Table", "Go", lambda c: c.releases.setFocus(), "Ctrl+T", "table", 2),
    Command("go.inspector", "&Inspector", "Go", lambda c: c.inspector.open(), "Ctrl+I", "info", 2),
    *map(_perspective, PERSPECTIVES),
    Command("views.save", "&Save this view…", "View", lambda c: c.frame.overlays.save_view(), "Ctrl+S", "bookmark"),
    Command("views.edit", "Saved &views…", "View", lambda c: c.frame.overlays.edit_views(), "Ctrl+Shift+S"),
    Command("view.columns", "&Columns…", "View", lambda c: c.releases.columns.choose(), "Ctrl+Shift+L", "columns"),
    Command("view.reload", "&Reload", "View", reload, "F5", "rotate-ccw"),
    Command("view.reset", "R&eset layout", "View", lambda c: c.frame.reset_docks(), group=1),
    _theme("system", "S&ystem colours"),
    _theme("light", "&Light"),
    _theme("dark", "&Dark"),
    _language("system", "S&ystem language"),
    _language("en", "English"),
    _language("zh_CN", "简体中文", "Simplified Chinese"),
    Command("help.manual", "&Manual", "Help", lambda c: c.frame.show_manual(), "F1", "help", needs_database=False),
    Command("help.keys", "&Keys", "Help", lambda c: c.frame.overlays.show_keys(), "Ctrl+?", needs_database=False),
    Command("help.first_steps", "&First steps", "Help", lambda c: c.frame.care.show_first_steps(),
            needs_database=False),
    Command("help.updates", "&Updates…", "Help", lambda c: c.frame.care.show_updates(), group=1, needs_database=False),
    Command("help.log", "Show the &log…", "Help", lambda c: c.frame.care.show_log(), group=1, needs_database=False),
    Command("help.about", "&About Labline…", "Help", lambda c: c.frame.care.show_about(), group=1,
            needs_database=False),
)
# fmt: on
"""Menus show them in this order; View also lists the panels."""

MENUS = {"File": "&File", "Edit": "&Edit", "Go": "&Go", "View": "&View", "Help": "&Help"}
"""Menus and their titles."""
TOOLBAR = ("filter.back", "filter.forward", "filter.home")
"""Commands that have a button beside the filter bar."""
