"""What a cell's values are called in a filter: the clauses behind “filter to this” and “exclude this”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.clauses import UNKNOWN, AnyOf, Clause, Range
from db.edtf import DateSpan
from db.rows import Cell, Ref
from db.texts import tr

if TYPE_CHECKING:
    from db.listings import Field

SCHEMES = ("https://", "http://", "mailto:")
MOST_VALUES = 12  # of a cell, that a menu offers


def clauses(field: Field, cell: Cell, *, negated: bool = False) -> Sequence[tuple[str, Clause]]:
    """Each value of a cell as people read it, with the clause that asks for it, or with `negated` leaves it out."""
    from db.format import text

    if cell is None or cell == ():
        return [(tr("unknown"), AnyOf(field.key, (UNKNOWN,), negated))]
    if isinstance(cell, tuple):
        names = [value.name if isinstance(value, Ref) else value for value in cell]
        return [(name, AnyOf(field.key, (name,), negated)) for name in dict.fromkeys(names)][:MOST_VALUES]
    shown = text(field, cell)
    if isinstance(cell, DateSpan):
        try:
            return [(shown, Range(field.key, cell.edtf, cell.edtf, negated=negated))]
        except ValueError:  # an open interval has no two ends
            return []
    if isinstance(cell, bool | str):
        value = ("yes" if cell else "no") if isinstance(cell, bool) else cell
        return [(shown, AnyOf(field.key, (value,), negated))]
    return [(shown, Range(field.key, float(cell), float(cell), negated=negated))]


def addresses(cell: Cell) -> Sequence[str]:
    """The web addresses in a cell."""
    values = cell if isinstance(cell, tuple) else (cell,)
    return [value for value in values if isinstance(value, str) and value.startswith(SCHEMES)]
