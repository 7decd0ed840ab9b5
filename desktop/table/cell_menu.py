"""The menu of a cell: filter by its value, copy, open its link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.texts import tr
from desktop.table.cell_clauses import addresses, clauses
from desktop.widgets.messages import open_link

if TYPE_CHECKING:
    from db.clauses import Clause
    from db.listings import Field
    from db.rows import Cell

LONGEST = 40  # characters of a value in the menu


def menu_text(text: str) -> str:
    """A value as a menu's text: one line, cut, with no letter taken for a shortcut."""
    line = " ".join(text.split())
    return (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…").replace("&", "&&")


class CellMenu(QMenu):
    """Made for one cell, when asked for."""

    chosen = Signal(object)
    """A clause to add to the filter."""
    copy_asked = Signal(bool)
    """Copy the selected rows, with headers or without."""
    link_asked = Signal()
    """Copy a link to the row's entity."""
    told = Signal(str)

    def __init__(self, field: Field, cell: Cell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cell_menu")
        self._add_filters(field, clauses(field, cell), negated=False)
        self._add_filters(field, clauses(field, cell, negated=True), negated=True)
        self.addSeparator()
        self._add(tr("Copy rows"), "copy", lambda: self.copy_asked.emit(False))
        self._add(tr("Copy rows with headers"), "copy_with_headers", lambda: self.copy_asked.emit(True))
        self._add(tr("Copy value"), "copy_value", partial(self._copy_value, field, cell))
        self._add(tr("Copy link"), "copy_link", self.link_asked.emit)
        for address in addresses(cell):
            self._add(
                tr("Open {address}", address=menu_text(address)), "open_link", partial(open_link, parent, address)
            )

    def _add_filters(self, field: Field, found: Sequence[tuple[str, Clause]], *, negated: bool) -> None:
        name = "exclude" if negated else "filter"
        label = menu_text(tr(field.label))
        if len(found) == 1:
            text, clause = found[0]
            value = menu_text(text)
            title = tr("Filter to {field}: {value}", field=label, value=value)
            if negated:
                title = tr("Exclude {field}: {value}", field=label, value=value)
            self._add(title, name, partial(self.chosen.emit, clause))
        elif found:
            title = tr("Exclude {field}", field=label) if negated else tr("Filter to {field}", field=label)
            menu = self.addMenu(title)
            menu.setObjectName(name)
            for text, clause in found:
                action = menu.addAction(menu_text(text))
                action.triggered.connect(partial(self._choose, clause))

    def _add(self, text: str, name: str, do: Callable[[], object]) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked: do())

    def _choose(self, clause: object, _checked: bool = False) -> None:
        self.chosen.emit(clause)

    def _copy_value(self, field: Field, cell: Cell) -> None:
        from db.format import text

        QGuiApplication.clipboard().setText(text(field, cell))
        self.told.emit(tr("{field} copied.", field=tr(field.label)))
