"""The statements of one source as rows of a table, in the order of its document."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from db.texts import later, tr
from desktop.item_models import UNKNOWN, Column, Line, RecordModel
from desktop.widgets.plain import plain_tooltip

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.rows import StatementRow

COLUMNS = (
    ("place", later("Line"), later("Where the document says so"), 56, False),
    ("check", later("Text"), later("Whether the attached text says so at the cited lines"), 80, False),
    ("entity", later("Entity"), later("What it is stated of"), 128, False),
    ("property", later("Property"), later("What is stated"), 96, False),
    ("value", later("Value"), later("The value as stated"), 136, False),
    ("standing", later("Standing"), later("Inferred, preferred or deprecated"), 104, False),
)
"""Key, label, what it is, width in pixels, whether set to the right."""
KEYS = tuple(column[0] for column in COLUMNS)
CHECK = KEYS.index("check")
SAYS, DIFFERS = "✓", "✗"


def columns() -> list[Column]:
    """The columns, in the language of now."""
    return [
        Column(key, tr(label), tr(label), tr(about), right, True, "text")
        for key, label, about, _width, right in COLUMNS
    ]


def read_statements(conn: Connection, ids: Sequence[int]) -> list[Line]:
    """Fetch statements and write them as rows."""
    from db.source_statements import stated_of

    return [_line(made.entity.name, made.row) for made in stated_of(conn, ids)]


def _line(entity: str, row: StatementRow) -> Line:
    from desktop.entity.statements import value_text

    label = f"{row.label} ({row.variant})" if row.variant else row.label
    around = tr(", ").join(part for part in (row.role, row.when) if part)
    value = f"{value_text(row)} · {around}" if around else value_text(row)
    texts = (place_text(row), "", entity, label, value, standing(row))
    return Line(row.id, texts, tuple(" ".join(text.split()) or UNKNOWN for text in texts))


def place_text(row: StatementRow) -> str:
    """The lines, or else the page."""
    if row.first_line is None:
        return tr("p. {page}", page=row.page) if row.page else ""
    return str(row.first_line) if row.first_line == row.last_line else f"{row.first_line}–{row.last_line}"


def standing(row: StatementRow) -> str:
    """Basis and rank, where they are not the usual ones."""
    said = ["≈ " + tr("inferred")] if row.basis == "inferred" else []
    if row.rank == "preferred":
        said.append("✓ " + tr("preferred"))
    elif row.rank == "deprecated":
        said.append("✗ " + tr("deprecated"))
    return tr(", ").join(said)


class StatementModel(RecordModel):
    """Knows beside its rows where the attached text does not say what is cited."""

    def __init__(self) -> None:
        super().__init__(columns())
        self._problems: Mapping[int, str] | None = None

    def set_problems(self, problems: Mapping[int, str] | None) -> None:
        """What is wrong by statement; None while there is no text or it was not looked at."""
        self._problems = problems
        if self.ids:
            self.dataChanged.emit(self.index(0, CHECK), self.index(len(self.ids) - 1, CHECK))

    def show(self, ids: array[int], windows: dict[int, list[Line]]) -> None:
        """Show other statements."""
        self.set_rows(ids, KEYS, windows)

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        if column != CHECK:
            return super().text(row, column)
        if self._problems is None or super().text(row, KEYS.index("place")) in (UNKNOWN, "…"):
            return UNKNOWN
        return f"{DIFFERS} {tr('differs')}" if self.ids[row] in self._problems else f"{SAYS} {tr('says so')}"

    def tone(self, row: int, column: int) -> str:
        """Where the text differs stands out."""
        if column == CHECK:
            text = self.text(row, column)
            return "disagreement" if text.startswith(DIFFERS) else "muted"
        return super().tone(row, column)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The problem is in the tooltip."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and index.row() < len(self.ids):
            problem = (self._problems or {}).get(self.ids[index.row()], "")
            if problem:
                return plain_tooltip(problem)
        return super().data(index, role)
