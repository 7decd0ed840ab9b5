"""The table of sources: those that the filter leaves, in the user's columns and order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from db.texts import tr
from desktop.item_models import Column, Line, RecordModel
from desktop.shared import Shared
from desktop.table.kept_columns import TableColumns
from desktop.table.query import Answer, Question, ask, position, read_windows
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.record_table import RecordTable

SHOWN = frozenset({"name", "author", "date", "url", "statements"})
"""The columns that it begins with."""
NAME = "sources"


class SourceTable(QWidget):
    """Pages rows in, and follows the selection. What it finds wrong it shows in its place."""

    picked = Signal(int)
    """A source to show."""
    opened = Signal()
    """The user wants to go into the source."""
    answered = Signal()
    """Rows came."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        from db.fields import fields_of
        from db.kinds import Kind

        super().__init__(parent)
        self._filters, self._selection, _navigation, self._runner = shared.states
        self._listing = Kind.SOURCE
        columns = (replace(Column.of(field), default=field.key in SHOWN) for field in fields_of(self._listing))
        self.model = RecordModel(columns, self)
        self._answer: Answer | None = None
        self.table = RecordTable(shared.theme, self)
        self.table.setObjectName("source_table")
        self.table.setAccessibleName(tr("Sources"))
        self.table.setModel(self.model)
        self._empty = EmptyState(self)
        self._empty.setObjectName("no_sources")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.columns: TableColumns = TableColumns(self.table, self.model, shared.settings, NAME)
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self._fetch_soon.timeout.connect(self._fetch)
        self.setFocusProxy(self.table)
        self.columns.refetch.connect(self.ask)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._fetch_soon.start())
        self.table.ids_picked.connect(self._pick)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.opened.connect(lambda _row: self.opened.emit())
        shared.theme.changed.connect(self.table.viewport().update)

    def ask(self) -> None:
        """Read what the filter leaves."""
        layout = self.columns.layout
        question = Question(self._listing, self._filters.spec, layout.sort, layout.shown_keys(), self._selection.focus)
        self._runner.run("sources", partial(ask, question=question), self._take, self._fail, urgent=True)

    def _take(self, answer: Answer) -> None:
        self._answer = answer
        self.model.set_rows(answer.ids, answer.question.keys, answer.windows)
        if not answer.ids:
            spec = self._filters.spec
            ways = [(tr("Show all releases"), self._filters.home)] if spec.clauses else []
            said = spec.describe() if spec.clauses else tr("A dossier or a table brings its sources with it.")
            self._empty.set_message(tr("No source matches") if spec.clauses else tr("There are no sources"), said, ways)
        self._stack.setCurrentWidget(self.table if answer.ids else self._empty)
        self._fetch_soon.start()
        self.answered.emit()

    def _fail(self, error: Exception) -> None:
        self._empty.set_message(tr("The sources could not be read"), str(error), [(tr("Try again"), self.ask)])
        self._stack.setCurrentWidget(self._empty)

    def show_source(self, source_id: int | None) -> None:
        """Show what is selected, and which source is open."""
        row = position(self.model.ids, source_id)
        self.table.show_selection(self._selection.ids, row)

    def _fetch(self) -> None:
        if self._answer is None or not len(self.model.ids):
            return
        last = self.table.rowAt(self.table.viewport().height() - 1)
        windows = self.model.missing(max(0, self.table.rowAt(0)), len(self.model.ids) - 1 if last < 0 else last)
        if windows:
            wanted = {window: self.model.window_ids(window) for window in windows}
            work = partial(
                read_windows, question=self._answer.question, windows=wanted, words=self._answer.words
            )  # fmt: skip
            self._runner.run("sources.rows", work, partial(self._put, self._answer), urgent=True)

    def _put(self, answer: Answer, windows: dict[int, list[Line]]) -> None:
        if answer is self._answer:
            for window, lines in windows.items():
                self.model.put(window, lines)

    def _pick(self, ids: frozenset[int], row: int) -> None:
        focus = self.model.ids[row]
        self._selection.set(ids, focus)
        self.picked.emit(focus)

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        self._pick(kept.union(self.model.ids[first : last + 1]), row)
