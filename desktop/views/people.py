"""The people: a list beside the profile of one, whom they work with, how two are connected, and teams."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db.texts import tr
from desktop.charts.canvas import ChartCanvas
from desktop.copy_links import copy_entity_link
from desktop.drawing.look import Look
from desktop.pause import Pause
from desktop.people.connection_panel import ConnectionPanel
from desktop.people.list import PeopleList
from desktop.people.pictures import CAREER, PictureButton
from desktop.people.pictures import NETWORK as AROUND
from desktop.people.profile import NO_DAYS, ProfilePanel
from desktop.people.team_panel import TeamPanel
from desktop.shared import Shared
from desktop.when_shown import WhenShown
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.messages import open_link
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.filters import FilterSpec
    from desktop.people.query import Person

PAUSE = 40  # milliseconds: of a focus that moves on, the first and the last are looked up
LIST_WIDTH, REST_WIDTH = 384, 560
PROFILE, NETWORK, CONNECTION, TEAM = range(4)


class PeopleView(QWidget):
    """Shows the person with the focus; while something else has it, the person before. Hidden it asks nothing."""

    told = Signal(str)
    """For the status bar."""
    opened = Signal()
    """The user wants to read about the entity with the focus."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._reading, self._theme, self._settings = shared.reading, shared.theme, shared.settings
        self._icons = shared.icons
        self.person: Person | None = None
        self._choosing = False
        self._team_of = shared.selection.ids
        """What a team is asked of: choosing people in this view leaves it as it is."""
        self.setObjectName("people")
        self.setAccessibleName(tr("People"))
        self._build()
        self._soon = WhenShown(self, self._ask)
        self._focus_soon = WhenShown(self, self._ask_person)
        self._pause = Pause(self, PAUSE, self._focus_soon.ask)
        self._connect()
        self._soon.ask()
        self._focus_soon.ask()

    def reload(self) -> None:
        """Ask again, now or when it is shown."""
        self._soon.ask()
        self._focus_soon.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "profile"):
            self._restyle()

    # ---- answers ----

    def _ask(self) -> None:
        self.people.ask()
        if self.tabs.currentIndex() == TEAM:
            self.team.ask(self._filters.spec, self._team_of)

    def _ask_person(self) -> None:
        """Look up the one with the focus, unless it is shown already and the same."""
        from desktop.people.query import ask_person

        focus = self._selection.focus
        if focus is None:
            self._show_person(self.person)
            return
        self.progress.start(tr("Looking up the person"))
        self._runner.run("person", partial(ask_person, person_id=focus), self._take, self._fail, urgent=True)

    def _take(self, person: Person | None) -> None:
        self.progress.finish()
        self._show_person(person or self.person)

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._empty.set_message(tr("The person could not be read"), str(error), [(tr("Try again"), self.reload)])
        self._pages[PROFILE].setCurrentWidget(self._empty)

    def _show_person(self, person: Person | None) -> None:
        self.person = person
        self.picture.show_person(person)
        if person is None:
            self._empty.set_message(
                tr("Nobody chosen"), tr("Choose a person in the list to see what is known of them.")
            )
            return
        profile = person.profile
        self.profile.show_profile(profile)
        self._pages[PROFILE].setCurrentWidget(self.profile)
        self.network.current = None
        self.network.show_chart(person.network, NO_DAYS)
        alone = tr("Nobody else is credited on what {name} contributed to.", name=profile.details.name)
        self._lonely.set_message(tr("No shared credits"), alone)
        self._pages[NETWORK].setCurrentWidget(self._network_area if profile.colleagues else self._lonely)
        if self._is_made("connection"):
            self.connection.begin(profile.details.id, profile.details.name)

    # ---- what is shared ----

    def _on_filter(self, _spec: FilterSpec) -> None:
        self._soon.ask()

    def _on_selection(self) -> None:
        ids, focus = self._selection.ids, self._selection.focus
        self.people.show_selection(ids, focus)
        if self._is_made("team"):
            self.team.show_selection(ids, focus)
        if self.person is None or focus != self.person.profile.details.id:
            self._pause.ask()
        if not self._choosing and ids != self._team_of:
            self._team_of = ids
            if self.tabs.currentIndex() == TEAM:
                self._soon.ask()

    def _choose(self, ids: Iterable[int], focus: int) -> None:
        """Select people; the releases that a team is of stay selected."""
        self._choosing = True
        self._selection.set(frozenset(ids), focus)
        self._choosing = False

    def _pick(self, ids: tuple[int, ...], toggle: bool) -> None:
        """Select what a mark stands for; with `toggle` add it, or take it out."""
        if ids:
            before = self._selection.ids
            self._choose(before ^ frozenset(ids) if toggle else ids, ids[0])

    def _open(self, entity_id: int) -> None:
        self._navigation.visit(entity_id)
        self.opened.emit()

    def _turn_to(self, tab: int) -> None:
        self._show_tab(tab)
        self._settings.write("people/tab", tab)
        if tab == TEAM:
            self.team.ask(self._filters.spec, self._team_of)

    def _show_tab(self, tab: int) -> None:
        made_late = {CONNECTION: "connection", TEAM: "team"}
        self._stack.setCurrentWidget(getattr(self, made_late[tab]) if tab in made_late else self._pages[tab])
        self.picture.setVisible(tab in (PROFILE, NETWORK))
        self.picture.show_first(AROUND if tab == NETWORK else CAREER)

    def _restyle(self) -> None:
        self.profile.restyle()
        self.network.set_look(Look.of(self._theme))
        if self._is_made("connection"):
            self.connection.document.restyle()

    # ---- building ----

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filter)
        self._selection.changed.connect(self._on_selection)
        self._theme.changed.connect(self._restyle)
        self.people.picked.connect(self._choose)
        self.people.opened.connect(self.opened)
        self.people.reset_asked.connect(self._filters.home)
        self.people.copy_asked.connect(lambda id_: copy_entity_link(self._runner, id_, self.told.emit))
        self.picture.told.connect(self.told)
        self.profile.followed.connect(self._navigation.visit)
        self.profile.opened.connect(self._open)
        self.profile.reading_wanted.connect(self._reading.ask)
        self.profile.left.connect(lambda address: open_link(self, address))
        self.profile.picked.connect(self._pick)
        self.network.picked.connect(self._pick)
        self.network.opened.connect(self._open)
        self.tabs.currentChanged.connect(self._turn_to)
        self.progress.cancelled.connect(lambda: self._runner.cancel("person"))

    def _is_made(self, tab: str) -> bool:
        return tab in self.__dict__

    @cached_property
    def connection(self) -> ConnectionPanel:
        """How two are connected; made when it is first turned to."""
        panel = ConnectionPanel(self._runner, self._theme, self._icons, self._stack)
        self._stack.addWidget(panel)
        panel.followed.connect(self._navigation.visit)
        panel.reading_wanted.connect(self._reading.ask)
        if self.person is not None:
            panel.begin(self.person.profile.details.id, self.person.profile.details.name)
        return panel

    @cached_property
    def team(self) -> TeamPanel:
        """Who worked on the selected releases; made when it is first turned to."""
        panel = TeamPanel(self._runner, self._theme, self._icons, self._settings, self._stack)
        self._stack.addWidget(panel)
        panel.picked.connect(self._choose)
        panel.opened.connect(self.opened)
        panel.told.connect(self.told)
        panel.show_selection(self._selection.ids, self._selection.focus)
        return panel

    def _build(self) -> None:
        """From the outside in: Qt gives a widget its style again whenever it comes into another one."""
        parts = self._new_parts()
        self.people = PeopleList(self._runner, self._theme, self._settings, lambda: self._filters.spec, parts)
        right = QWidget(parts)
        self.tabs = self._new_tabs(right)
        self.picture = PictureButton(self._runner, self._theme, self._icons, self._settings, right)
        self._stack = QStackedWidget(right)
        self._pages = [QStackedWidget(self._stack), QStackedWidget(self._stack)]
        self._empty, self._lonely = EmptyState(self._pages[PROFILE]), EmptyState(self._pages[NETWORK])
        self.profile = ProfilePanel(self._theme, self._pages[PROFILE])
        self._network_area = self._new_network(self._pages[NETWORK])
        for page, alternatives in zip(
            self._pages, ((self._empty, self.profile), (self._lonely, self._network_area)), strict=True
        ):
            for alternative in alternatives:
                page.addWidget(alternative)
            self._stack.addWidget(page)
        self._arrange(parts, right)
        self._show_person(None)
        self._show_tab(self.tabs.currentIndex())

    def _new_parts(self) -> QSplitter:
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setObjectName("people_parts")
        parts.setChildrenCollapsible(False)
        return parts

    def _new_tabs(self, parent: QWidget) -> QTabBar:
        tabs = QTabBar(parent)
        tabs.setObjectName("people_tabs")
        tabs.setAccessibleName(tr("What of the person"))
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        for title in (tr("Profile"), tr("Works with"), tr("Connected to…"), tr("Team")):
            tabs.addTab(title)
        kept = self._settings.read("people/tab", PROFILE)
        tabs.setCurrentIndex(kept if kept in range(tabs.count()) else PROFILE)
        return tabs

    def _new_network(self, parent: QWidget) -> QScrollArea:
        area = QScrollArea(parent)
        self.network = ChartCanvas(Look.of(self._theme), area.viewport())
        self.network.setObjectName("network")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.network)
        return area

    def _arrange(self, parts: QSplitter, right: QWidget) -> None:
        lines = QVBoxLayout(right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.addWidget(self.tabs, 1)
        top.addWidget(self.picture)
        lines.addLayout(top)
        lines.addWidget(self._stack, 1)
        for part in (self.people, right):
            part.setMinimumWidth(200)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 2)
        parts.setSizes([LIST_WIDTH, REST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("people_progress")
        self.setFocusProxy(self.people)

    def sizeHint(self) -> QSize:
        """List and profile beside each other."""
        return QSize(LIST_WIDTH + REST_WIDTH, 480)
