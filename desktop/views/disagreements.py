"""The board of disagreements: every one that the filter leaves, and the values of one side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from db.texts import tr
from desktop.item_models import Line, RecordModel
from desktop.shared import Shared
from desktop.sources.board_menu import BoardMenu
from desktop.sources.board_query import (
    COLUMNS,
    KEYS,
    Listed,
    ask,
    columns,
    read_entry,
    read_windows,
)
from desktop.table.query import position
from desktop.theme import Theme
from desktop.when_shown import WhenShown
from desktop.widgets.document_view import DocumentView
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fill_column import FillColumn
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine
from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from db.board import BoardEntry

VERDICTS = ("disagreement", "refinement")


class DisagreementsView(QWidget):
    """A list at the left, one entry at the right. A row selects the entity that it is about."""

    told = Signal(str)
    """For the status bar."""
    opened = Signal()
    """The user wants to read about the entity with the focus."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._reading, self._edits, self._settings = shared.reading, shared.edits, shared.settings
        self._listed: Listed | None = None
        self._entry: BoardEntry | None = None
        self.model = RecordModel(columns(), self)
        self.setObjectName("disagreements")
        self.setAccessibleName(tr("Disagreements"))
        self._build(shared.theme)
        self._soon = WhenShown(self, self._ask)
        self._connect(shared.theme)
        self._soon.ask()

    # ---- questions and answers ----

    def reload(self) -> None:
        """Read everything again, now or when it is shown."""
        self._soon.ask()

    def is_waiting(self) -> bool:
        """Whether rows are about to be asked for."""
        return self._fetch_soon.isActive()

    def _ask(self) -> None:
        self.progress.start(tr("Looking up disagreements"))
        verdict = VERDICTS[max(0, self.tabs.currentIndex())]
        work = partial(ask, spec=self._filters.spec, verdict=verdict)
        self._runner.run("disagreements", work, self._take, self._fail, urgent=True)

    def _take(self, listed: Listed) -> None:
        self.progress.finish()
        self._listed = listed
        found = listed.found
        for index, title in enumerate((tr("Disagreements"), tr("Refinements"))):
            self.tabs.setTabText(index, f"{title}  {listed.counts[index]:,}")
        self._count.setText(tr("{n:,} of {total:,}", n=len(found.ids), total=found.total))
        self.model.set_rows(found.ids, KEYS, listed.windows)
        if not found.ids:
            self._explain(listed)
        self._stack.setCurrentWidget(self._parts if found.ids else self._empty)
        self._fetch_soon.start()
        kept = self._entry.id if self._entry is not None else None
        row = position(found.ids, kept)
        self._show_row(self._row_of_focus() if row is None else row)

    def _explain(self, listed: Listed) -> None:
        spec = self._filters.spec
        if listed.found.total:
            title, said = tr("Nothing that the filter leaves"), spec.describe()
        elif listed.verdict == "disagreement":
            title, said = tr("No sources disagree"), tr("All that is stated in this database can be true at once.")
        else:
            title, said = tr("There are no refinements"), tr("No source says something more exactly than another.")
        self._empty.set_message(title, said, [(tr("Show all releases"), self._filters.home)] if spec.clauses else [])

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._empty.set_message(tr("The disagreements could not be read"), str(error), [(tr("Try again"), self.reload)])
        self._stack.setCurrentWidget(self._empty)

    def _row_of_focus(self) -> int:
        """The first row about the entity with the focus, else the first."""
        focus, found = self._selection.focus, self._listed
        row = None if found is None else position(found.found.entities, focus)
        return 0 if row is None else row

    def _show_row(self, row: int) -> None:
        if self._listed is None or not 0 <= row < len(self._listed.found.ids):
            self._show_entry(None)
            return
        pairs = zip(self._listed.found.ids, self._listed.found.entities, strict=True)
        chosen = frozenset(id_ for id_, entity in pairs if entity in self._selection.ids)
        self.table.show_selection(chosen, row)
        entry = self._listed.found.ids[row]
        self._runner.run("disagreements.entry", partial(read_entry, entry_id=entry), self._show_entry, self._fail)

    def _show_entry(self, entry: BoardEntry | None) -> None:
        """Show one at the right; the keyboard stays on the link that it is on."""
        from desktop.sources.board_text import blocks, title

        before, self._entry = self._entry, entry
        parts = [] if entry is None else blocks(entry, can_edit=self._edits.can_edit())
        if entry is not None:
            self.document.setAccessibleDescription(f"{entry.entity.name}, {title(entry)}")
        if before is not None and entry is not None and before.id == entry.id:
            self.document.replace_blocks(parts)
        else:
            self.document.set_blocks(parts)
        self.menus.reason.setVisible(entry is not None and self._edits.can_edit())

    def _on_selection(self) -> None:
        """Follow the focus to what sources disagree about of it; else only mark what is selected."""
        if self._listed is None or not self.isVisible():
            return
        current, focus = self.table.currentIndex().row(), self._selection.focus
        entities = self._listed.found.entities
        if 0 <= current < len(entities) and (entities[current] == focus or focus not in entities):
            self._show_row(current)
        else:
            self._show_row(self._row_of_focus())

    # ---- rows that come into view ----

    def _fetch(self) -> None:
        if self._listed is None or not len(self.model.ids):
            return
        last = self.table.rowAt(self.table.viewport().height() - 1)
        windows = self.model.missing(max(0, self.table.rowAt(0)), len(self.model.ids) - 1 if last < 0 else last)
        if windows:
            work = partial(read_windows, found=self._listed.found, windows=windows)
            self._runner.run("disagreements.rows", work, partial(self._put, self._listed), urgent=True)

    def _put(self, listed: Listed, windows: dict[int, list[Line]]) -> None:
        if listed is self._listed:
            for window, lines in windows.items():
                self.model.put(window, lines)

    # ---- what the user does ----

    def _add_to_menu(self, menu: QMenu, link: str) -> None:
        """Offer what can be done with the statement that a link is of."""
        from desktop.sources.board_text import statement_in

        row = None if self._entry is None else statement_in(self._entry, link)
        if row is not None:
            self.menus.add_statement(menu, row)

    def _pick(self, ids: frozenset[int], row: int) -> None:
        if self._listed is None:
            return
        found = self._listed.found
        entities = (found.entities[place] for id_ in ids if (place := position(found.ids, id_)) is not None)
        self._selection.set(entities, found.entities[row])
        self._show_row(row)

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        self._pick(kept.union(self.model.ids[first : last + 1]), row)

    def _follow(self, link: str) -> None:
        from desktop.entity.folds import ENTITY, READ, statement_of
        from desktop.sources.board_text import PREFER, WITHDRAW

        if link.startswith(ENTITY):
            self._navigation.visit(int(link.removeprefix(ENTITY)))
        elif link.startswith(READ):
            self._reading.ask(*statement_of(link))
        elif link.startswith(PREFER):
            self.menus.prefer(int(link.removeprefix(PREFER)))
        elif link.startswith(WITHDRAW):
            self.menus.withdraw(int(link.removeprefix(WITHDRAW)))

    def _change_tab(self, _index: int) -> None:
        self._entry = None
        self.reload()

    # ---- building ----

    def _connect(self, theme: Theme) -> None:
        self._filters.changed.connect(self.reload)
        self._selection.changed.connect(self._on_selection)
        self.tabs.currentChanged.connect(self._change_tab)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._fetch_soon.start())
        self.table.ids_picked.connect(self._pick)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.opened.connect(lambda _row: self.document.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.menu_asked.connect(lambda index, place: self.menus.show_for(self.model.ids[index.row()], place))
        self.document.followed.connect(self._follow)
        self.document.menu_made.connect(self._add_to_menu)
        self.menus.told.connect(self.told)
        self.menus.opened.connect(self.opened)
        self._fetch_soon.timeout.connect(self._fetch)
        theme.changed.connect(self.table.viewport().update)
        theme.changed.connect(self.document.restyle)

    def _build(self, theme: Theme) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("verdicts")
        self.tabs.setAccessibleName(tr("Disagreements or refinements"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in (tr("Disagreements"), tr("Refinements")):
            self.tabs.addTab(title)
        self._count = PlainLabel(parent=self)
        self._count.setObjectName("disagreements_count")
        self._count.setProperty("muted", True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(8)
        top.addWidget(self.tabs)
        top.addWidget(self._count, 1, Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedWidget(self)
        self._parts = QSplitter(Qt.Orientation.Vertical, self._stack)
        self._parts.setObjectName("disagreement_parts")
        self.table = RecordTable(theme, self._parts)
        self.table.setObjectName("disagreement_table")
        self.table.setAccessibleName(tr("Disagreements"))
        self.table.setModel(self.model)
        FillColumn(self.table, [column[3] for column in COLUMNS], KEYS.index("values"))
        self.menus = BoardMenu(self, self._filters, self._runner, self._reading, self._edits)
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._make_entry_page(theme)
        self._parts.setSizes([220, 340])
        self._empty = EmptyState(self._stack)
        self._empty.setObjectName("no_disagreements")
        self._stack.addWidget(self._parts)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("disagreements_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel("disagreements"))
        self.setFocusProxy(self.table)

    def _make_entry_page(self, theme: Theme) -> None:
        page = QWidget(self._parts)
        self.document = DocumentView(theme, page)
        self.document.setObjectName("disagreement")
        self.document.setAccessibleName(tr("Disagreement"))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.document, 1)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 8)
        line.addWidget(self.menus.reason)
        column.addLayout(line)
