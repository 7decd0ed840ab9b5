"""FilterSpec: the one representation of a query, a frozen value of clauses that all hold.

Text, JSON, facets, brushes, the command line and exports read and write the same value: `parse(str(spec)) == spec`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from db.clauses import AnyOf, Clause, Disagrees, Has, Is, Lineage, Range, Words, value_text
from db.completion import Completion, Typing, complete
from db.query_atoms import QueryError
from db.query_text import MAX_CLAUSES, read_clauses
from db.texts import tr

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from db.listings import Listing

__all__ = [
    "AnyOf",
    "Clause",
    "Completion",
    "Disagrees",
    "FilterSpec",
    "Has",
    "Is",
    "Lineage",
    "QueryError",
    "Range",
    "Typing",
    "Words",
    "complete",
    "parse",
    "value_text",
    "where",
]

_TYPES: dict[str, type[Clause]] = {
    "words": Words,
    "any": AnyOf,
    "range": Range,
    "has": Has,
    "is": Is,
    "disagrees": Disagrees,
    "lineage": Lineage,
}
_MAX_JSON = 1_000_000


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """Clauses that all hold. The empty one holds everything."""

    clauses: tuple[Clause, ...] = ()

    def __str__(self) -> str:
        return " ".join(str(clause) for clause in self.clauses)

    def describe(self) -> str:
        """A sentence for people."""
        return tr("; ").join(clause.describe() for clause in self.clauses) or tr("everything")

    def without(self, index: int) -> FilterSpec:
        """Without the clause at this index."""
        return FilterSpec(self.clauses[:index] + self.clauses[index + 1 :])

    def with_clause(self, clause: Clause) -> FilterSpec:
        """With one more clause, unless it is there already."""
        return self if clause in self.clauses else FilterSpec((*self.clauses, clause))

    def clauses_of(self, key: str) -> tuple[Clause, ...]:
        """The clauses with this key before the colon; the empty key is the words."""
        return tuple(clause for clause in self.clauses if clause.key == key)

    def replace(self, key: str, clauses: Iterable[Clause]) -> FilterSpec:
        """With these clauses in place of all of a key, where the first of them stood, else at the end."""
        kept = [clause for clause in self.clauses if clause.key != key]
        places = [place for place, clause in enumerate(self.clauses) if clause.key == key]
        at = places[0] if places else len(kept)
        return FilterSpec((*kept[:at], *clauses, *kept[at:]))

    def except_key(self, key: str) -> FilterSpec:
        """Without the clauses of a key: what a facet counts."""
        return self.replace(key, ()) if self.clauses_of(key) else self

    def to_json(self) -> str:
        """As JSON text."""
        names = {type_: name for name, type_ in _TYPES.items()}
        rows = [{"type": names[type(clause)], **asdict(clause)} for clause in self.clauses]
        return json.dumps({"clauses": rows}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> FilterSpec:
        """Read what `to_json` wrote; raise QueryError."""
        try:
            if len(text) > _MAX_JSON:
                raise ValueError("too long")
            rows = json.loads(text)["clauses"]
            if len(rows) > MAX_CLAUSES:
                raise ValueError("too many clauses")
            clauses = tuple(_clause(dict(row)) for row in rows)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise QueryError(tr("the saved filter cannot be read ({error}); save it anew", error=error)) from None
        return cls(clauses)


def _clause(row: dict[str, Any]) -> Clause:
    """One clause of the JSON form; what its text would not say back is refused."""
    type_ = _TYPES[row.pop("type")]
    if "values" in row:
        row["values"] = tuple(row["values"])
    clause = type_(**row)
    if read_clauses(str(clause)) != (clause,):
        raise ValueError(f"no such clause: {clause}")
    return clause


def parse(text: str) -> FilterSpec:
    """Read the query language; raise QueryError."""
    return FilterSpec(read_clauses(text))


def where(listing: Listing, spec: FilterSpec) -> ColumnElement[bool]:
    """The condition in SQL on the rows of a listing, to be used with the FROM clause of `listings.base`."""
    from db.conditions import condition  # late: the window holds filters before SQLAlchemy is loaded

    return condition(listing, spec.clauses)
