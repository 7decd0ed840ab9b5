"""The list of people: those whom the filter shows, narrowed by what is typed above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.item_models import WINDOW, RecordModel
from desktop.settings import Settings
from desktop.table.kept_columns import TableColumns
from desktop.table.query import position
from desktop.tasks import QueryRunner
from desktop.theme import Theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.entry import Entry
from desktop.widgets.plain import PlainLabel
from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from db.filters import FilterSpec
    from desktop.people.query import Listed

PAUSE = 120  # milliseconds of typing
AHEAD = 32  # rows made beyond those on the screen
NAME = "people"
FIRST_SORT = (("standing", False), ("credits", True))


class PeopleList(QWidget):
    """Lists people. It keeps what is typed and the order; the filter comes from its owner."""

    picked = Signal(object, int)
    """The ids to select and the one to focus."""
    opened = Signal()
    """Enter or a double click on a person."""
    reset_asked = Signal()
    """The user wants to see everyone: the filter is to go."""
    copy_asked = Signal(int)
    """The user wants a link to this person."""

    def __init__(
        self,
        runner: QueryRunner,
        theme: Theme,
        settings: Settings,
        spec: Callable[[], FilterSpec],
        parent: QWidget | None = None,
    ) -> None:
        from desktop.people.query import columns

        super().__init__(parent)
        self._runner, self._spec = runner, spec
        self._listed: Listed | None = None
        self._selected: frozenset[int] = frozenset()
        self._focus: int | None = None
        self.setObjectName("people_list")
        self.model = RecordModel(columns(), self)
        self._build(theme)
        self.columns = TableColumns(self.table, self.model, settings, NAME)
        if settings.read(f"{NAME}/sort") is None:
            self.columns.set(replace(self.columns.layout, sort=FIRST_SORT))
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self.ask)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.undone.connect(self.search.clear)
        self.search.returnPressed.connect(self._take_first)
        self.columns.refetch.connect(self.ask)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.ids_picked.connect(lambda ids, row: self.picked.emit(ids, self.model.ids[row]))
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.table.menu_asked.connect(self._show_menu)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())
        theme.changed.connect(self.table.viewport().update)
        self.setFocusProxy(self.table)

    # ---- answers ----

    def ask(self) -> None:
        """Ask who is to be listed."""
        from desktop.people.query import Asked, ask

        asked = Asked(self._spec(), self.search.text(), self.columns.layout.sort)
        self._runner.run("people", partial(ask, asked=asked), self._take, self._fail, patient=True)

    def _take(self, listed: Listed) -> None:
        from desktop.people.query import KEYS, lines

        before, self._listed = self._listed, listed
        self.model.set_rows(listed.ids, KEYS, {0: lines(listed, 0, WINDOW)} if listed.ids else {})
        everyone = len(listed.everyone.ids)
        self._count.setText(tr("{n:,} of {total:,}", n=len(listed.ids), total=everyone))
        self._count.setAccessibleName(tr_n("{n:,} person listed", "{n:,} people listed", len(listed.ids)))
        if not listed.ids:
            self._explain(listed)
        self._stack.setCurrentWidget(self.table if listed.ids else self._empty)
        if before is None or before.asked != listed.asked:
            self.table.scrollToTop()
        self.show_selection(self._selected, self._focus)
        self._soon.start()

    def _explain(self, listed: Listed) -> None:
        ways: list[tuple[str, Callable[[], object]]] = []
        if listed.asked.typed.strip() and listed.shown:
            text = tr("Nobody whom the filter shows is called “{typed}”.", typed=listed.asked.typed.strip())
            ways.append((tr("Show all {n:,}", n=listed.shown), self.search.clear))
        elif listed.asked.spec.clauses:
            text = listed.asked.spec.describe()
            ways.append((tr("Show all people"), self.reset_asked.emit))
        else:
            text = tr("This database names nobody.")
        self._empty.set_message(tr("No person matches"), text, ways)

    def _fail(self, error: Exception) -> None:
        self._empty.set_message(tr("The people could not be read"), str(error), [(tr("Try again"), self.ask)])
        self._stack.setCurrentWidget(self._empty)

    def _make(self) -> None:
        """Make the rows on the screen, and some around them, that are not there yet."""
        from desktop.people.query import lines

        if self._listed is None or not self._listed.ids:
            return
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = len(self._listed.ids) - 1 if last < 0 else last
        for window in self.model.missing(first - AHEAD, last + AHEAD):
            self.model.put(window, lines(self._listed, window * WINDOW, (window + 1) * WINDOW))

    # ---- selection ----

    def show_selection(self, selected: frozenset[int], focus: int | None) -> None:
        """Show these as selected, and one with the focus if it is listed."""
        self._selected, self._focus = selected, focus
        self.table.show_selection(selected, position(self.model.ids, focus), away=focus is not None)

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        self.picked.emit(kept.union(self.model.ids[first : last + 1]), self.model.ids[row])

    def _take_first(self) -> None:
        """Return goes from what is typed to the first row."""
        if self.model.ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if position(self.model.ids, self._focus) is None:
                self.picked.emit(frozenset((self.model.ids[0],)), self.model.ids[0])

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copy link")).triggered.connect(lambda: self.copy_asked.emit(self.model.ids[index.row()]))
        menu.addSeparator()
        self.columns.add_sort_actions(menu, self.model.columns[index.column()].key)
        menu.exec(place)
        menu.deleteLater()

    # ---- building ----

    def _build(self, theme: Theme) -> None:
        self.search = Entry(lambda: bool(self.search.text()), self)
        self.search.setObjectName("find_person")
        self.search.setPlaceholderText(tr("Find a person: name, 名字 or pinyin"))
        self.search.setAccessibleName(tr("Find a person"))
        self.search.setClearButtonEnabled(True)
        self._count = PlainLabel(parent=self)
        self._count.setObjectName("people_count")
        self._count.setProperty("muted", True)
        self.table = RecordTable(theme, self)
        self.table.setObjectName("people_table")
        self.table.setAccessibleName(tr("People"))
        self.table.setModel(self.model)
        self._empty = EmptyState(self)
        self._empty.setObjectName("no_people")
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self._count)
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self.table)  # now that it has a parent: it shows its first widget at once
        self._stack.addWidget(self._empty)
