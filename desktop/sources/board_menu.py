"""What one does with a disagreement, and the menus of it: of the whole, and of one statement in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from db.board import BoardEntry
from db.citation_formats import FORMATS
from db.clauses import AnyOf, Clause, Disagrees
from db.kinds import Rank
from db.rows import StatementRow
from db.texts import tr
from desktop.copy_links import copy_entity_link
from desktop.edits import EditState
from desktop.entity.statements import value_text
from desktop.reading import ReadingState
from desktop.sources.board_query import choose, choose_none, read_entry
from desktop.sources.board_text import title
from desktop.sources.citation_button import put_citation
from desktop.sources.query import citation
from desktop.state import FilterState
from desktop.table.cell_menu import menu_text
from desktop.tasks import QueryRunner

MOST = 16
"""Statements that a menu names."""


class BoardMenu(QObject):
    """Makes menus and does what they say."""

    told = Signal(str)
    """For the status bar."""
    opened = Signal()
    """The user wants to read about the entity."""

    def __init__(
        self, parent: QWidget, filters: FilterState, runner: QueryRunner, reading: ReadingState, edits: EditState
    ) -> None:
        super().__init__(parent)
        self._parent, self._filters, self._runner = parent, filters, runner
        self._reading, self._edits = reading, edits
        self.reason = QLineEdit()
        """Why the user prefers a value: kept with the choice."""
        self.reason.setObjectName("preference_reason")
        self.reason.setAccessibleName(tr("Reason for the choice"))
        self.reason.setPlaceholderText(tr("Reason for the choice, kept with it (may be left empty)"))
        self.reason.setMaxLength(500)

    def prefer(self, statement: int) -> None:
        """Make a statement the one that tables show."""
        self._edits.make(partial(choose, statement_id=statement, reason=self.reason.text()))
        self.reason.clear()

    def withdraw(self, statement: int) -> None:
        """Take the preference of a statement back."""
        self._edits.make(partial(choose_none, statement_id=statement))

    def show_for(self, entry_id: int, place: QPoint) -> None:
        """Show the menu of a disagreement, once all that it offers is known."""
        work = partial(read_entry, entry_id=entry_id)
        self._runner.run("disagreements.menu", work, partial(self._show, place), self._fail, urgent=True)

    def _show(self, place: QPoint, entry: BoardEntry | None) -> None:
        if entry is not None:
            menu = self.for_entry(entry)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _cite(self, source: int, form: str, place: str) -> None:
        work = partial(citation, source_id=source, form=form, place=place)
        self._runner.run("disagreements.cite", work, lambda text: put_citation(text, self.told.emit), self._fail)

    def _fail(self, error: Exception) -> None:
        self.told.emit(tr("The disagreements could not be read: {error}", error=error))

    def _add_clause(self, clause: Clause) -> None:
        self._filters.set(self._filters.spec.with_clause(clause))

    def for_entry(self, entry: BoardEntry) -> QMenu:
        """The menu of a disagreement or refinement."""
        menu = QMenu(self._parent)
        menu.setObjectName("board_menu")
        _add(menu, "open", tr("Open"), self.opened.emit)
        menu.addSeparator()
        if self._edits.can_edit():
            self._add_preferences(menu, entry)
        self._add_places(menu, entry.statements)
        menu.addSeparator()
        self._add_filters(menu, entry)
        menu.addSeparator()
        if entry.entity.id is not None:
            copy = partial(copy_entity_link, self._runner, entry.entity.id, self.told.emit)
            _add(menu, "copy_link", tr("Copy link"), copy)
        return menu

    def add_statement(self, menu: QMenu, row: StatementRow) -> None:
        """Add to a menu what can be done with one statement."""
        menu.addSeparator()
        if row.source is not None and row.source.id is not None:
            _add(menu, "read", tr("Open the source at this place"), partial(self._reading.ask, row.source.id, row.id))
            self._add_forms(menu.addMenu(tr("Copy citation")), row.source.id, row.locator())
        if not self._edits.can_edit():
            return
        if row.rank == Rank.PREFERRED:
            _add(menu, "withdraw", tr("Prefer it no longer"), partial(self.withdraw, row.id))
        else:
            _add(menu, "prefer", tr("Prefer this"), partial(self.prefer, row.id))

    def _add_preferences(self, menu: QMenu, entry: BoardEntry) -> None:
        """Each value once, and whatever is preferred now no longer."""
        found = menu.addMenu(tr("Prefer"))
        found.setObjectName("prefer")
        values: dict[str, StatementRow] = {}
        for row in entry.statements:
            values.setdefault(value_text(row), row)
        for value, row in values.items():
            action = _add(found, "", menu_text(value), partial(self.prefer, row.id))
            action.setEnabled(row.rank != Rank.PREFERRED)
        preferred = next((row for row in entry.statements if row.rank == Rank.PREFERRED), None)
        if preferred is not None:
            value = menu_text(value_text(preferred))
            no_longer = tr("Prefer “{value}” no longer", value=value)
            _add(menu, "withdraw", no_longer, partial(self.withdraw, preferred.id))

    def _add_places(self, menu: QMenu, rows: Iterable[StatementRow]) -> None:
        """The places that can be read and cited, each with the value that stands there."""
        placed = [row for row in rows if row.source is not None and row.source.id is not None][:MOST]
        if not placed:
            return
        reading, citing = menu.addMenu(tr("Open the source")), menu.addMenu(tr("Copy citation"))
        reading.setObjectName("read")
        citing.setObjectName("cite")
        for row in placed:
            if (source := row.source) is not None and source.id is not None:
                where = row.locator() or tr("the whole document")
                text = menu_text(f"{value_text(row)}: {source.name}") + "\t" + menu_text(where)
                _add(reading, "", text, partial(self._reading.ask, source.id, row.id))
                cited = citing.addMenu(f"{menu_text(source.name)}, {menu_text(where)}")
                self._add_forms(cited, source.id, row.locator())

    def _add_forms(self, menu: QMenu, source: int, place: str) -> None:
        """Text, BibTeX and CSL-JSON."""
        for form, (name, _write) in FORMATS.items():
            _add(menu, f"cite_{form}", tr(name), partial(self._cite, source, form, place))

    def _add_filters(self, menu: QMenu, entry: BoardEntry) -> None:
        clauses: tuple[tuple[str, str, Clause], ...] = (
            ("filter", tr("Filter to {name}", name=menu_text(f"“{entry.entity.name}”")),
             AnyOf("name", (entry.entity.name,))),
            ("exclude", tr("Exclude {name}", name=menu_text(f"“{entry.entity.name}”")),
             AnyOf("name", (entry.entity.name,), negated=True)),
            ("same", tr("Filter to what sources disagree about: {property}", property=menu_text(title(entry))),
             Disagrees(entry.row.property)),
        )  # fmt: skip
        for name, text, clause in clauses:
            if name != "same" or entry.row.verdict == "disagreement":
                _add(menu, name, text, partial(self._add_clause, clause))


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked: do())
    return action
