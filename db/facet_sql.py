"""What facets count, in SQL: the meaning that `facet_masks.py` has to give as well, and the way of parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, FromClause, Select, String, and_, func, select, true, type_coerce

from db import models as m
from db.arrays import months, ordinals
from db.filters import FilterSpec
from db.listings import Field, span_columns
from db.properties import PROPERTIES
from db.row_selects import count_of, ids_of, matching
from db.rows import FacetValue

MOST_VALUES = 200
"""A facet lists so many values at most, and those that its own clauses name."""
Spans = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""First month, last month (since the year 0, -1 of none) and rows."""


def values(conn: Connection, field: Field, spec: FilterSpec) -> dict[Any, int]:
    """Rows by the value of a field with one value."""
    return dict(_groups(conn, field, spec, [field.expr]))


def numbers(conn: Connection, field: Field, spec: FilterSpec) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
    """Numbers, the rows of each, and the rows without."""
    counts = dict(_groups(conn, field, spec, [field.expr]))
    unknown = counts.pop(None, 0)
    return np.array(list(counts), np.float64), np.array(list(counts.values()), np.int64), unknown


def dates(conn: Connection, field: Field, spec: FilterSpec) -> Spans:
    """Rows by the months that a date may lie in."""
    _, _, earliest, latest, _, _ = span_columns(field)
    groups = _groups(conn, field, spec, [type_coerce(earliest, String), type_coerce(latest, String)])
    first, last, rows = zip(*groups, strict=True) if groups else ((), (), ())
    return month_or_none(ordinals(first)), month_or_none(ordinals(last)), np.array(rows, np.int64)


def month_or_none(days: NDArray[np.int32]) -> NDArray[np.int64]:
    """Months of ordinals, -1 of 0."""
    return np.where(days == 0, -1, months(days))


def lists(conn: Connection, field: Field, spec: FilterSpec, wanted: set[str]) -> tuple[list[FacetValue], int]:
    """The most frequent values of a field with several, those that are wanted (folded), and how many rows have none."""
    by_target = is_by_target(field)
    pairs = field.edges if by_target and field.edges is not None else field.pairs
    assert pairs is not None  # noqa: S101 - asked for fields with several values alone
    if spec.clauses or not _alone(field):
        counts = _joined(conn, field, spec, pairs, by_target)
    else:
        counts = _whole(conn, field, pairs, by_target)
    unknown = counts.pop(None, 0)
    return (_named(conn, counts, wanted) if by_target else _most(counts, wanted)), unknown


def is_by_target(field: Field) -> bool:
    """Whether values are counted as entities; a parent may be only a name."""
    return field.edges is not None and field.key != "parent"


def _groups(conn: Connection, field: Field, spec: FilterSpec, columns: Sequence[Any]) -> list[tuple[Any, ...]]:
    query = matching(field.listing, spec, [*columns, func.count().label("rows")]).group_by(*columns)
    return [tuple(row) for row in conn.execute(query)]


def _alone(field: Field) -> bool:
    """Whether no other listing's rows can own such pairs."""
    return not field.repeats and field.property in PROPERTIES and PROPERTIES[field.property].kinds == {field.listing}


@lru_cache(maxsize=64)
def _table_of(pairs: Select[Any]) -> FromClause:
    """The tables themselves: SQLite would first build a subquery whole where DISTINCT is outside."""
    (found,) = pairs.get_final_froms()
    return found


def _joined(conn: Connection, field: Field, spec: FilterSpec, pairs: Select[Any], by_target: bool) -> dict[Any, int]:
    """Rows by value, by None those without: one pass over the matching rows."""
    chosen = ids_of(field.listing, spec).subquery()
    columns = pairs.selected_columns
    value = (columns.target if by_target else columns.value).element
    values = _table_of(pairs)
    same = and_(columns.owner.element == chosen.c.id, true() if pairs.whereclause is None else pairs.whereclause)
    query = select(value.label("value"), chosen.c.id).join_from(chosen, values, same, isouter=True)
    if field.repeats:
        once = query.distinct().subquery()
        query = select(once.c.value, func.count()).group_by(once.c.value)
    else:
        query = query.with_only_columns(value, func.count()).group_by(value)
    return {row[0]: row[1] for row in conn.execute(query).all()}


def _whole(conn: Connection, field: Field, pairs: Select[Any], by_target: bool) -> dict[Any, int]:
    """The same of a whole listing, from the index of values alone."""
    columns = pairs.selected_columns
    value = columns.target if by_target else columns.value
    found = conn.execute(pairs.with_only_columns(value, func.count()).group_by(value)).all()
    known = conn.scalar(pairs.with_only_columns(func.count(columns.owner.distinct()))) or 0
    total = conn.scalar(count_of(field.listing, FilterSpec())) or 0
    return {None: total - known, **{row[0]: row[1] for row in found}}


def _most(counts: dict[str, int], wanted: set[str]) -> list[FacetValue]:
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    kept = most[:MOST_VALUES] + [pair for pair in most[MOST_VALUES:] if pair[0].casefold() in wanted]
    return [FacetValue(text, text, rows) for text, rows in kept]


def _named(conn: Connection, counts: dict[int, int], wanted: set[str]) -> list[FacetValue]:
    """Values that are entities, by name; an id where two have the same."""
    most = sorted(counts, key=lambda id_: (-counts[id_], id_))
    e = m.entity.c
    entity: Select[Any] = select(e.id, e.name, e.slug, e.name_key)
    found = list(conn.execute(entity.where(e.id.in_(most[:MOST_VALUES]))))
    if wanted and len(most) > MOST_VALUES:
        rest = set(most[MOST_VALUES:])
        named = conn.execute(entity.where(e.name_key.in_(wanted) | e.slug.in_(wanted)))
        found += [row for row in named if row.id in rest]
    names = Counter(row.name_key for row in found)
    return [FacetValue(row.name if names[row.name_key] == 1 else row.slug, row.name, counts[row.id]) for row in found]
