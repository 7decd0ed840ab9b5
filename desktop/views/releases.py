"""The table of releases: what the filter shows, in the user's columns and order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QWidget

from db.texts import tr, tr_n
from desktop import clipboard
from desktop.copy_links import copy_entity_link
from desktop.item_models import Column, Line, RecordModel
from desktop.shared import Shared
from desktop.table.cell_menu import CellMenu
from desktop.table.kept_columns import TableColumns
from desktop.table.nothing_found import NothingFound
from desktop.table.query import Answer, Question, ask, position, read_windows, union
from desktop.theme import Theme
from desktop.when_shown import WhenShown
from desktop.widgets.progress_line import ProgressLine
from desktop.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from db.listings import Field

AT_ONCE = 20_000  # ids that are handled on the UI thread
AHEAD = 32  # rows fetched beyond those on the screen
NAME = "releases"


class ReleasesView(QWidget):
    """Asks for what the filter shows, pages rows in as they come into view, and writes the selection."""

    answered = Signal(float)
    """The time that the last query took, in milliseconds."""
    opened = Signal()
    """The user wants to read about the entity with the focus."""
    import_wanted = Signal()
    """The user wants to fill an empty database."""
    told = Signal(str)
    """A short message for the status bar."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        from db.fields import fields_of
        from db.kinds import Kind

        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self.listing = Kind.RELEASE
        self._fields: dict[str, Field] = {field.key: field for field in fields_of(self.listing)}
        self.model = RecordModel((Column.of(field) for field in self._fields.values()), self)
        self._answer: Answer | None = None
        self._picking = self._followed = False
        self.setObjectName("releases")
        self._build(shared)
        self.columns: TableColumns = TableColumns(self.table, self.model, shared.settings, NAME)
        self._when_shown = WhenShown(self, self._ask)
        self._connect(shared.theme)
        self.reload()

    # ---- questions and answers ----

    def reload(self) -> None:
        """Ask again, as soon as the table can be seen."""
        self._when_shown.ask()

    def _ask(self) -> None:
        layout = self.columns.layout
        question = Question(self.listing, self._filters.spec, layout.sort, layout.shown_keys(), self._selection.focus)
        self.progress.start(tr("Looking up releases"))
        self._runner.cancel("releases.rows")
        brushing = self._filters.brush is not None
        self._runner.run(
            "releases", partial(ask, question=question), self._take, self._fail, urgent=True, patient=brushing
        )

    def _take(self, answer: Answer) -> None:
        self.progress.finish()
        self.answered.emit(answer.milliseconds)
        before = self._answer
        self._answer = answer
        if answer.counts.matching == 0:
            self._empty.explain(answer)
            self._stack.setCurrentWidget(self._empty)
            self.model.set_rows(answer.ids, answer.question.keys, {})
        else:
            self.model.set_rows(answer.ids, answer.question.keys, answer.windows)
            self._stack.setCurrentWidget(self.table)
            if before is None or before.question.spec != answer.question.spec:
                self.table.scrollToTop()
        focus = self._selection.focus
        row = answer.focus_row if focus == answer.question.focus else position(answer.ids, focus)
        if not self._select_followed(row):
            self._show_selection(row)
        self._fetch_soon.start()

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._empty.set_message(tr("The releases could not be read"), str(error), [(tr("Try again"), self.reload)])
        self._stack.setCurrentWidget(self._empty)

    # ---- rows that come into view ----

    def _fetch(self) -> None:
        """Ask for the rows on the screen, and some around them, that are not there yet."""
        if self._answer is None or not len(self.model.ids):
            return
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = len(self.model.ids) - 1 if last < 0 else last
        windows = self.model.missing(first - AHEAD, last + AHEAD)
        if windows:
            work = partial(
                read_windows,
                question=self._answer.question,
                windows={window: self.model.window_ids(window) for window in windows},
                words=self._answer.words,
            )
            self._runner.run("releases.rows", work, partial(self._put, self._answer), urgent=True)

    def _put(self, answer: Answer, windows: dict[int, list[Line]]) -> None:
        if answer is self._answer:
            for window, lines in windows.items():
                self.model.put(window, lines)

    # ---- selection ----

    def select_all(self) -> None:
        """Select everything that the filter shows."""
        self.table.select_all()

    def _pick_rows(self, first: int, last: int, kept: frozenset[int], row: int) -> None:
        ids = self.model.ids[first : last + 1]
        focus = self.model.ids[row]
        if len(ids) + len(kept) <= AT_ONCE:
            self._choose(kept.union(ids), focus)
        else:
            self._runner.run(
                "releases.select", lambda _conn: union(ids, kept), lambda chosen: self._choose(chosen, focus)
            )

    def _pick_ids(self, ids: frozenset[int], row: int) -> None:
        self._choose(ids, self.model.ids[row])

    def _choose(self, ids: frozenset[int], focus: int) -> None:
        """Select what the user picks in the table."""
        self._picking = True
        self._selection.set(ids, focus)
        self._picking = False

    def _on_selection(self) -> None:
        self._runner.cancel("releases.select")
        current = self.table.currentIndex().row()
        focus = self._selection.focus
        known = 0 <= current < len(self.model.ids) and self.model.ids[current] == focus
        row = current if known else position(self.model.ids, focus)
        self._followed = not self._picking
        if not self._select_followed(row):
            self._show_selection(row)

    def _select_followed(self, row: int | None) -> bool:
        """Select what a link led to in place of a single row, so that copying acts on what is shown.

        Returns whether the selection changed, which has then been shown.
        """
        ids, focus = self._selection.ids, self._selection.focus
        if not self._followed or row is None or focus is None or len(ids) != 1 or focus in ids:
            return False
        self._followed = False
        self._choose(frozenset((focus,)), focus)
        return True

    def _show_selection(self, row: int | None) -> None:
        self.table.show_selection(self._selection.ids, row, away=self._selection.focus is not None)

    def copy(self, *, headers: bool) -> None:
        """Put the selected rows, or else the one with the focus, on the clipboard as tab-separated text."""
        chosen = self._selection.ids or ({self._selection.focus} if self._selection.focus is not None else set())
        if not chosen:
            self.told.emit(tr("Nothing is selected: choose rows to copy."))
            return
        if len(chosen) > clipboard.MOST_ROWS:
            self.told.emit(_too_many(len(chosen)))
            return
        ids, keys, chosen = self.model.ids, self.columns.layout.shown_keys(), frozenset(chosen)

        def text(conn: object) -> str:
            wanted = clipboard.in_order(ids, chosen)
            return clipboard.rows_text(conn, self.listing, wanted, keys, headers=headers)  # type: ignore[arg-type]

        self.progress.start(tr("Copying rows"))
        self._runner.run("releases.copy", text, partial(self._copied, len(chosen)), self._copy_failed)

    def _copied(self, count: int, text: str) -> None:
        self.progress.finish()
        QGuiApplication.clipboard().setText(text)
        self.told.emit(tr_n("{n:,} row copied.", "{n:,} rows copied.", count))

    def _copy_failed(self, error: Exception) -> None:
        self.progress.finish()
        self.told.emit(tr("Nothing was copied: {error}", error=error))

    # ---- building ----

    def _build(self, shared: Shared) -> None:
        self.table = RecordTable(shared.theme, self)
        self.table.setObjectName("release_table")
        self.table.setAccessibleName(tr("Releases"))
        self.table.setModel(self.model)
        self._empty = NothingFound(shared, self)
        self._empty.import_wanted.connect(self.import_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("releases_progress")
        self._fetch_soon = QTimer(self, singleShot=True, interval=0)
        self.setFocusProxy(self.table)

    def _connect(self, theme: Theme) -> None:
        self._filters.changed.connect(self.reload)
        self._selection.changed.connect(self._on_selection)
        self._fetch_soon.timeout.connect(self._fetch)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.table.rows_picked.connect(self._pick_rows)
        self.table.ids_picked.connect(self._pick_ids)
        self.table.opened.connect(self.opened)
        self.table.menu_asked.connect(self._show_menu)
        self.columns.refetch.connect(self.reload)
        self.progress.cancelled.connect(self._cancel)
        theme.changed.connect(self.table.viewport().update)

    def _scrolled(self, _value: int) -> None:
        self._fetch_soon.start()

    def _cancel(self) -> None:
        for key in ("releases", "releases.copy", "releases.rows"):
            self._runner.cancel(key)
        self.told.emit(tr("Stopped. What you see is from before."))

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        field = self._fields[self.model.columns[index.column()].key]
        menu = CellMenu(field, self.model.cell(index.row(), index.column()), self)
        menu.chosen.connect(lambda clause: self._filters.set(self._filters.spec.with_clause(clause)))
        menu.copy_asked.connect(lambda headers: self.copy(headers=headers))
        menu.link_asked.connect(lambda: copy_entity_link(self._runner, self.model.ids[index.row()], self.told.emit))
        menu.told.connect(self.told)
        menu.addSeparator()
        self.columns.add_sort_actions(menu, field.key)
        menu.exec(place)
        menu.deleteLater()


def _too_many(rows: int) -> str:
    most = clipboard.MOST_ROWS
    return tr("{n:,} rows are too many to copy; choose at most {most:,}.", n=rows, most=most)
