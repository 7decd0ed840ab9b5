"""The table of a source's statements: rows come as they are needed, and follow what is selected everywhere."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from db.texts import tr
from desktop.item_models import Line
from desktop.sources.query import Opened, read_windows
from desktop.sources.statement_list import COLUMNS, KEYS, StatementModel
from desktop.state import SelectionState
from desktop.tasks import QueryRunner
from desktop.theme import Theme
from desktop.widgets.fill_column import FillColumn
from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from db.source_statements import SourceStatements

AHEAD = 32


class StatementTable(QWidget):
    """A row is a statement; what is selected by it is the entity that it is about."""

    went = Signal(int)
    """The statement that has the keyboard now, by the user's doing."""
    opened = Signal(int)
    """The user wants to read the lines of a statement."""

    def __init__(
        self, selection: SelectionState, runner: QueryRunner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._selection, self._runner = selection, runner
        self._found: SourceStatements | None = None
        self._reveal = False
        self.model = StatementModel()
        self.table = RecordTable(theme, self)
        self.table.setObjectName("statement_table")
        self.table.setAccessibleName(tr("Statements of the source"))
        self.table.setModel(self.model)
        FillColumn(self.table, [column[3] for column in COLUMNS], KEYS.index("value"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._fetch_soon.start())
        self.table.ids_picked.connect(self._pick)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.opened.connect(lambda row: self.opened.emit(self.model.ids[row]))
        theme.changed.connect(self.table.viewport().update)

    def is_waiting(self) -> bool:
        """Whether rows are about to be asked for."""
        return self._fetch_soon.isActive()

    def show_source(self, opened: Opened | None) -> None:
        """Show the statements of another source, or of the same under another filter."""
        self._found = None if opened is None else opened.statements
        ids, windows = (array("q"), {}) if opened is None else (opened.statements.ids, opened.windows)
        self.model.show(ids, windows)
        self._fetch_soon.start()

    def show_problems(self, problems: Mapping[int, str] | None) -> None:
        """Say of each statement whether its lines say so."""
        self.model.set_problems(problems)

    def lines_of(self, statement: int) -> tuple[int, int]:
        """First and last line that a statement cites; 0 where it cites none or is not here."""
        place = None if self._found is None else self._found.place(statement)
        return (0, 0) if self._found is None or place is None else (self._found.first[place], self._found.last[place])

    def first_of(self, entity: int | None) -> int:
        """The first statement about an entity, 0 for none."""
        if self._found is None or entity is None:
            return 0
        try:
            return self._found.ids[self._found.entities.index(entity)]
        except ValueError:
            return 0

    def entity_of(self, statement: int) -> int | None:
        """What a statement is about, if it is here."""
        place = None if self._found is None else self._found.place(statement)
        return None if self._found is None or place is None else self._found.entities[place]

    def next_of(self, wanted: AbstractSet[int]) -> int:
        """The first of these statements below the cursor, else the first of all; 0 where none is here."""
        row = self.table.currentIndex().row() + 1
        ids = self.model.ids
        return next((id_ for id_ in (*ids[row:], *ids[:row]) if id_ in wanted), 0)

    def show_selection(self, statement: int) -> None:
        """Show whose entities are selected, and put the cursor on a statement, or leave it."""
        if self._found is None:
            return
        chosen = self._selection.ids
        ids = frozenset(
            id_ for id_, entity in zip(self._found.ids, self._found.entities, strict=True) if entity in chosen
        )
        row = self._found.place(statement) if statement else None
        current = self.table.currentIndex().row()
        if row is None and 0 <= current < len(self._found.ids):
            row = current
        self.table.show_selection(ids, row)
        self._reveal = bool(statement)
        self._fetch_soon.start()

    def current(self) -> int:
        """The statement with the cursor, 0 for none."""
        row = self.table.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else 0

    # ---- what the user does ----

    def _pick(self, ids: frozenset[int], row: int) -> None:
        found = self._found
        if found is None:
            return
        statement = found.ids[row]
        places = (found.place(id_) for id_ in ids)
        entities = frozenset(found.entities[place] for place in places if place is not None)
        self._selection.set(entities, found.entities[row])
        self.went.emit(statement)

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        self._pick(kept.union(self.model.ids[first : last + 1]), row)

    # ---- rows that come into view ----

    def _fetch(self) -> None:
        if self._found is None or not self._found.ids:
            return
        if self._reveal:  # only now, when a table that was just shown has its size
            self._reveal = False
            self.table.scrollTo(self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = len(self._found.ids) - 1 if last < 0 else last
        windows = self.model.missing(first - AHEAD, last + AHEAD)
        if windows:
            work = partial(read_windows, found=self._found, windows=windows)
            self._runner.run("sources.statements", work, partial(self._put, self._found), urgent=True)

    def _put(self, found: SourceStatements, windows: dict[int, list[Line]]) -> None:
        if found is self._found:
            for window, lines in windows.items():
                self.model.put(window, lines)
