"""Qt item models over query results: ordered ids, and the rows around what is on the screen."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.texts import tr
from desktop.widgets.plain import plain_tooltip

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.listings import Field, Listing
    from db.rows import Cell

WINDOW = 128  # rows fetched at once
KEPT_WINDOWS = 48
UNKNOWN = "–"
MISSING = "…"  # a row that is being fetched
CHECK, CROSS = "✓", "✗"  # before yes and no
DISPUTED = "⚠"
LONGEST_CELL = 300  # characters painted; the whole value is in the tooltip
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its field's key, its labels, and how it is set."""

    key: str
    label: str
    short: str
    about: str
    right: bool
    default: bool
    type: str

    @classmethod
    def of(cls, field: Field) -> Column:
        """The column of a field."""
        return cls(
            field.key,
            tr(field.label),
            tr(field.short) if field.short else tr(field.label),
            tr(field.about),
            field.type == "number",
            field.default,
            str(field.type),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One row as a table shows it; `texts`, `cells` and `hits` in the order of the keys that were asked for."""

    id: int
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    hits: tuple[tuple[tuple[int, int], ...], ...] = ()
    """Character ranges of each text that the search matched."""
    disputed: frozenset[int] = frozenset()
    """Places of the values that sources disagree about."""


def read_lines(
    conn: Connection, listing: Listing, ids: Sequence[int], keys: Sequence[str], words: Sequence[str] = ()
) -> list[Line]:
    """Fetch rows and write them as people read them, with what `words` matched."""
    from db import queries
    from db.fields import BY_KEY
    from db.format import text
    from db.search_text import hits

    fields = [BY_KEY[listing, key] for key in keys]
    disputes = queries.disputed(conn, ids)
    lines = []
    for row in queries.rows(conn, listing, ids, keys):
        about = disputes.get(row.id, frozenset())
        places = frozenset(place for place, field in enumerate(fields) if field.property in about)
        texts = tuple(
            cell_text(field, text(field, cell), disputed=place in places)
            for place, (field, cell) in enumerate(zip(fields, row.cells, strict=True))
        )
        found = tuple(tuple(hits(written[:LONGEST_CELL], words)) for written in texts) if words else ()
        lines.append(Line(row.id, row.cells, texts, found, places))
    return lines


def cell_text(field: Field, written: str, *, disputed: bool = False) -> str:
    """A value as a cell shows it: an en dash for unknown, a sign beside yes and no and what is disputed, one line."""
    if disputed:
        plain = cell_text(field, written)
        # After a date, which is short; before what may be cut at its end or stands at the right.
        return f"{plain} {DISPUTED}" if field.type == "date" else f"{DISPUTED} {plain}"
    if not written:
        return UNKNOWN
    if field.type == "bool":
        return f"{CHECK} {written}" if written == tr("yes") else f"{CROSS} {written}"
    if field.key == "disagreements":
        return UNKNOWN if written == "0" else f"{DISPUTED} {written}"
    return " ".join(written.split())


class RecordModel(QAbstractTableModel):
    """A table of ordered ids. It holds the rows around what is on the screen; the owner fetches what is `missing`."""

    def __init__(self, columns: Iterable[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._place = {column.key: index for index, column in enumerate(self.columns)}
        self._ids: array[int] = array("q")
        self._keys: tuple[str, ...] = ()
        self._at: dict[int, int] = {}
        self._windows: OrderedDict[int, list[Line]] = OrderedDict()

    @property
    def ids(self) -> array[int]:
        """Ids in the order of the rows."""
        return self._ids

    def set_rows(self, ids: array[int], keys: Sequence[str], windows: dict[int, list[Line]]) -> None:
        """Show other rows, of which `windows` are known. `keys` are the fields that lines hold."""
        self._windows = OrderedDict(windows)
        self._keys = tuple(keys)
        self._at = {self._place[key]: place for place, key in enumerate(self._keys)}
        before, after = len(self._ids), len(ids)
        if after < before:
            self.beginRemoveRows(ROOT, after, before - 1)
            self._ids = ids
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(ROOT, before, after - 1)
            self._ids = ids
            self.endInsertRows()
        else:
            self._ids = ids
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(self.columns) - 1))

    def put(self, window: int, lines: list[Line]) -> None:
        """Keep the rows of a window that was missing."""
        self._windows[window] = lines
        while len(self._windows) > KEPT_WINDOWS:
            self._windows.popitem(last=False)
        first = window * WINDOW
        if lines:
            last = first + len(lines) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def window_ids(self, window: int) -> array[int]:
        """Ids of the rows of one window."""
        return self._ids[window * WINDOW : (window + 1) * WINDOW]

    def missing(self, first: int, last: int) -> list[int]:
        """The windows of these rows that are not held."""
        last = min(last, len(self._ids) - 1)
        if last < 0:
            return []
        return [window for window in range(max(0, first) // WINDOW, last // WINDOW + 1) if window not in self._windows]

    def line(self, row: int) -> Line | None:
        """One row, or None while it is fetched."""
        window, place = divmod(row, WINDOW)
        lines = self._windows.get(window)
        if lines is None:
            return None
        self._windows.move_to_end(window)
        return lines[place] if place < len(lines) else None

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        place = self._at.get(column)
        line = self.line(row)
        if line is None or place is None:
            return MISSING
        return line.texts[place]

    def cell(self, row: int, column: int) -> Cell:
        """The value of a cell; None while it is fetched."""
        place = self._at.get(column)
        line = self.line(row)
        return None if line is None or place is None else line.cells[place]

    def tone(self, row: int, column: int) -> str:
        """The colour of a cell's text: what is unknown or denied recedes, disagreements stand out."""
        text = self.text(row, column)
        if self.is_disputed(row, column) or (self.columns[column].key == "disagreements" and DISPUTED in text):
            return "disagreement"
        return "muted" if text in (UNKNOWN, MISSING) or text.startswith(CROSS) else "text"

    def is_disputed(self, row: int, column: int) -> bool:
        """Whether sources disagree about a cell's value."""
        place, line = self._at.get(column), self.line(row)
        return line is not None and place in line.disputed

    def is_right(self, column: int) -> bool:
        """Whether a column is set to the right: numbers are."""
        return self.columns[column].right

    def hits(self, row: int, column: int) -> tuple[tuple[int, int], ...]:
        """What the search matched in a cell."""
        place = self._at.get(column)
        line = self.line(row)
        return line.hits[place] if line is not None and place is not None and line.hits else ()

    def column_of(self, key: str) -> int:
        """The place of a field among the columns. Raises KeyError for a field that is none."""
        return self._place[key]

    def row_of(self, entity_id: int) -> int | None:
        """The row of an entity, if it is there."""
        try:
            return self._ids.index(entity_id)
        except ValueError:
            return None

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows match."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Every field is a column; the header hides those that are not wanted."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What Qt and screen readers ask for; the table paints from `text` and `hits`."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.ToolTipRole:
            text = self.text(row, column)
            return plain_tooltip(f"{text}\n{tr('Sources disagree')}" if self.is_disputed(row, column) else text)
        if role == Role.AccessibleTextRole:
            return f"{self.columns[column].label}: {self._spoken(row, column)}"
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _spoken(self, row: int, column: int) -> str:
        """A cell in words, without signs."""
        text = self.text(row, column).replace(DISPUTED, "").strip()
        unknown = tr("none") if self.columns[column].key == "disagreements" else tr("unknown")
        spoken = {UNKNOWN: unknown, MISSING: tr("loading")}.get(text, text.removeprefix(f"{CHECK} "))
        spoken = spoken.removeprefix(f"{CROSS} ")
        return tr("{value}, sources disagree", value=spoken) if self.is_disputed(row, column) else spoken

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """A column's label and what it means."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Role.DisplayRole else None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.short
        if role == Role.AccessibleTextRole:
            return column.label
        if role == Role.ToolTipRole:
            return plain_tooltip(f"{column.label}\n{column.about}")
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
