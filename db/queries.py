"""Queries: a spec in, frozen rows out. Each is a function of a connection and reads only.

`rows`, `facets`, `details`, `timeline`, `lanes` and `date_note` belong to the same interface, in files of their own.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, func, select

from db import masks, row_selects, search
from db import models as m
from db.clauses import UNKNOWN
from db.conditions import row_id
from db.date_notes import date_note
from db.details import details
from db.facets import facets
from db.fields import BY_KEY, FIELDS
from db.filters import AnyOf, FilterSpec, Lineage, Words
from db.find import by_slugs, find
from db.kinds import Kind
from db.listings import FieldType, Listing
from db.masks import respelled
from db.query_keys import field_key, fixed_values
from db.related import named
from db.row_selects import Sort, count_of, matching
from db.row_windows import rows
from db.rows import Counts, Ref
from db.search import SearchTerm
from db.selected import spread
from db.timeline import lanes, positions_by_kind, timeline

__all__ = [
    "by_slugs",
    "count",
    "date_note",
    "details",
    "disputed",
    "elsewhere",
    "facets",
    "find",
    "ids",
    "lanes",
    "rescue",
    "resolve",
    "respelled",
    "rows",
    "shown",
    "spread",
    "timeline",
    "unmatched",
    "values",
]

_BATCH = 2_000
_COMPARED = 5_000  # the most frequent values among which to look for one that was meant
_LIKE = 75  # of 100: how alike they have to be


def count(conn: Connection, listing: Listing, spec: FilterSpec) -> Counts:
    """How many rows match, and how many there are."""
    total = _count(conn, listing, FilterSpec())
    return Counts(_count(conn, listing, respelled(conn, spec)) if spec.clauses else total, total)


def _count(conn: Connection, listing: Listing, spec: FilterSpec) -> int:
    if masks.is_masked(listing, conn):
        return int(np.count_nonzero(masks.mask(conn, listing, spec)))
    return conn.scalar(count_of(listing, spec)) or 0


def ordered(
    conn: Connection, listing: Listing, spec: FilterSpec, columns: Sequence[ColumnElement[Any]], sort: Sort = ()
) -> Select[Any]:
    """These columns of the matching rows in order; the unknown comes last, equals by name and then by id.

    Raises KeyError for a sort key that the listing does not have.
    """
    return row_selects.ordered(listing, respelled(conn, spec), columns, sort)


def ids(conn: Connection, listing: Listing, spec: FilterSpec, sort: Sort = ()) -> array[int]:
    """Ids of the matching rows, in the order of `ordered`."""
    if masks.is_masked(listing, conn):
        return masks.ids(conn, listing, respelled(conn, spec), sort)
    return array("q", conn.execute(ordered(conn, listing, spec, [row_id(listing)], sort)).scalars().all())


def shown(conn: Connection, spec: FilterSpec) -> NDArray[np.bool_]:
    """Which positions of the timeline the filter holds for, each as of its own kind."""
    line, spec = timeline(conn), respelled(conn, spec)
    found = np.zeros(len(line.ids), np.bool_)
    for kind, places in positions_by_kind(conn).items():
        found[places[masks.mask(conn, kind, spec)]] = True
    return found


def disputed(conn: Connection, ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """By entity, the properties of it that sources disagree about; without those of which all agree."""
    found: dict[int, set[str]] = {}
    g = m.disagreement.c
    for start in range(0, len(ids), _BATCH):
        some = g.entity_id.in_(list(ids[start : start + _BATCH]))
        for id_, key in conn.execute(select(g.entity_id, g.property).where(some, g.verdict == "disagreement")):
            found.setdefault(id_, set()).add(key)
    return {id_: frozenset(keys) for id_, keys in found.items()}


def rescue(conn: Connection, listing: Listing, spec: FilterSpec) -> list[tuple[int, int]]:
    """For an empty result: each clause whose loss alone brings rows, by its index, with how many."""
    spec = respelled(conn, spec)
    counts = [(index, _count(conn, listing, spec.without(index))) for index in range(len(spec.clauses))]
    return [(index, found) for index, found in counts if found]


def elsewhere(conn: Connection, listing: Listing, spec: FilterSpec, limit: int = 5) -> list[tuple[Kind, Ref]]:
    """Entities of other kinds whose own names match the words of a filter, by name: what an empty result may offer."""
    words = [clause for clause in respelled(conn, spec).clauses if isinstance(clause, Words) and not clause.negated]
    if not words:
        return []
    e = m.entity.c
    found = search.matching(e.id, [SearchTerm(word.text, word.phrase) for word in words], names_only=True)
    query = select(e.kind, e.id, e.name).where(found, e.kind != str(listing)).order_by(e.name_key, e.id).limit(limit)
    return [(Kind(kind), Ref(id_, name)) for kind, id_, name in conn.execute(query)]


def resolve(conn: Connection, slug: str) -> int | None:
    """The id of the entity with this slug."""
    return conn.scalar(select(m.entity.c.id).where(m.entity.c.slug == slug))


def slug_of(conn: Connection, entity_id: int) -> str | None:
    """The slug of the entity with this id."""
    return conn.scalar(select(m.entity.c.slug).where(m.entity.c.id == entity_id))


def unmatched(conn: Connection, listing: Listing, spec: FilterSpec) -> list[tuple[str, str, list[str]]]:
    """Values of clauses that nothing in the database has: the key, the value, and those most like it, nearest first."""
    from rapidfuzz import fuzz, process  # late: 30 ms, and only such values need it

    found = []
    for clause in spec.clauses:
        if not isinstance(clause, AnyOf | Lineage) or fixed_values(clause.key):
            continue
        for value in clause.values:
            alone = FilterSpec((replace(clause, values=(value,), negated=False),))
            if value == UNKNOWN or _count(conn, listing, alone) or _is_named(conn, clause.key, value):
                continue
            known = values(conn, listing, clause.key, "", _COMPARED)
            like = partial(process.extract, scorer=fuzz.WRatio, processor=str.casefold, limit=2, score_cutoff=_LIKE)
            found.append((clause.key, value, [name for name, *_ in like(value, known)]))
    return found


def _is_named(conn: Connection, key: str, value: str) -> bool:
    """Whether an entity has a name that a field of entities asks for, though no row is related to it."""
    types = {field.type for field in FIELDS if field.key == key}
    return (not types or FieldType.ENTITIES in types) and conn.scalar(named([value]).limit(1)) is not None


def values(conn: Connection, listing: Listing, key: str, prefix: str, limit: int = 50) -> list[str]:
    """Values of a key that begin with the prefix, whatever the case: the most frequent first.

    A key that the listing does not have is looked up in the first that has it; an unknown key has no values.
    """
    known = field_key(key) or ""
    if fixed := fixed_values(known):
        return [value for value in fixed if value.startswith(prefix.lower())][:limit]
    if known in ("descendant-of", "ancestor-of"):
        listing, known = Kind.RELEASE, "name"
    field = BY_KEY.get((listing, known)) or next((field for field in FIELDS if field.key == known), None)
    if field is None or field.type in (FieldType.NUMBER, FieldType.DATE):
        return []
    everything = FilterSpec()
    value: ColumnElement[Any]
    if field.pairs is not None:
        pairs = field.pairs.subquery()
        value = pairs.c.value
        owners = matching(field.listing, everything, [row_id(field.listing)])
        query = select(value, func.count().label("rows")).where(pairs.c.owner.in_(owners))
    elif field.expr is not None:
        value = field.expr
        query = matching(field.listing, everything, [value, func.count().label("rows")]).where(value != "")
    folded = m.entity.c.name_key if value is m.entity.c.name else func.lower(value)
    if prefix:
        query = query.where(folded.startswith(prefix.casefold(), autoescape=True))
    query = query.group_by(value).order_by(func.count().desc(), value).limit(limit)
    return [str(row[0]) for row in conn.execute(query)]
