"""Facets: how many rows of a listing have each value of a field. Each ignores the filter's clauses on its own field."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, FromClause, Select, String, and_, func, select, true, type_coerce

from db import models as m
from db.fields import BY_KEY
from db.filters import AnyOf, Clause, FilterSpec
from db.listings import Field, FieldType, Listing, span_columns
from db.properties import PROPERTIES
from db.row_selects import count_of, ids_of, matching
from db.rows import Facet, FacetValue
from db.spelling import respelled

MOST_VALUES = 200
"""A facet lists so many values at most, and those that its own clauses name."""
_BINS = 24
_MOST_YEARS = 400
_MOST_BARS = 24
"""Dates are counted by the finest of months, quarters and years that needs no more bins than these."""


def facets(conn: Connection, listing: Listing, spec: FilterSpec, keys: Sequence[str]) -> dict[str, Facet]:
    """The facets of these fields. A facet of numbers has logarithmic bins, one of dates has
    months, quarters or years.

    A date that is only partly known counts in each of them that it may lie in, as the filter finds it there.
    Raises KeyError for a field that the listing does not have.
    """
    found = {}
    spec = respelled(conn, spec)
    for key in keys:
        field = BY_KEY[listing, key]
        rest = spec.except_key(key)
        if field.pairs is not None:
            found[key] = _of_lists(conn, field, rest, spec.clauses_of(key))
        elif field.type is FieldType.DATE:
            found[key] = _of_dates(conn, field, rest)
        elif field.type is FieldType.NUMBER:
            found[key] = _of_numbers(conn, field, rest)
        else:
            found[key] = _of_values(conn, field, rest)
    return found


def _groups(conn: Connection, field: Field, spec: FilterSpec, columns: Sequence[Any]) -> list[tuple[Any, ...]]:
    query = matching(field.listing, spec, [*columns, func.count().label("rows")]).group_by(*columns)
    return [tuple(row) for row in conn.execute(query)]


def _sorted(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda value: (-value.count, value.label.casefold(), value.text)))


def _of_values(conn: Connection, field: Field, spec: FilterSpec) -> Facet:
    """Texts, the same in other letter case as one, since a clause finds them together; or yes and no."""
    spellings: dict[str, Counter[str]] = {}
    for value, rows in _groups(conn, field, spec, [field.expr]):
        text = ("yes" if value else "no") if isinstance(value, bool) else value or ""
        spellings.setdefault(text.lower(), Counter())[text] += rows
    unknown = spellings.pop("", Counter[str]()).total()
    values = [(spelled.most_common(1)[0][0], spelled.total()) for spelled in spellings.values()]
    return Facet(field.key, _sorted(FacetValue(text, text, rows) for text, rows in values), unknown)


def _of_numbers(conn: Connection, field: Field, spec: FilterSpec) -> Facet:
    counts = dict(_groups(conn, field, spec, [field.expr]))
    unknown = counts.pop(None, 0)
    if not counts:
        return Facet(field.key, (), unknown)
    low, high = min(counts), max(counts)
    return Facet(field.key, (), unknown, float(low), float(high), tuple(_logarithmic(counts, float(low), float(high))))


def _logarithmic(counts: dict[float, int], low: float, high: float) -> Iterable[tuple[float, float, int]]:
    """Bins of equal ratio from low to high, the last with its upper end; of equal width if some are not positive."""
    if low == high:
        return [(low, high, sum(counts.values()))]
    scale, back = (math.log, math.exp) if low > 0 else (float, float)
    first, width = scale(low), (scale(high) - scale(low)) / _BINS
    bins = [0] * _BINS
    for value, rows in counts.items():
        bins[min(int((scale(value) - first) / width), _BINS - 1)] += rows
    ends = [low, *(back(first + place * width) for place in range(1, _BINS)), high]
    return [(ends[place], ends[place + 1], rows) for place, rows in enumerate(bins)]


def _of_dates(conn: Connection, field: Field, spec: FilterSpec) -> Facet:
    _, _, earliest, latest, _, _ = span_columns(field)
    groups = _groups(conn, field, spec, [type_coerce(earliest, String), type_coerce(latest, String)])
    unknown = sum(rows for first, last, rows in groups if first is None and last is None)
    spans = [(_month(first), _month(last), rows) for first, last, rows in groups if first or last]
    if not spans:
        return Facet(field.key, (), unknown)
    months = [month for first, last, _ in spans for month in (first, last) if month is not None]
    width = next((wide for wide in (1, 3) if max(months) // wide - min(months) // wide < _MOST_BARS), 12)
    low, high = min(months) // width, max(months) // width
    changes: Counter[int] = Counter()
    for first, last, rows in spans:
        changes[low if first is None else first // width] += rows
        changes[(high if last is None else last // width) + 1] -= rows
    bins, running = [], 0
    for place in range(low, high + 1):
        running += changes[place]
        if running or high - low <= _MOST_YEARS:
            bins.append((place * width / 12, (place + 1) * width / 12, running))
    return Facet(field.key, (), unknown, bins[0][0], bins[-1][0], tuple(bins))


def _month(day: str | None) -> int | None:
    """Months since the year 0 of an ISO day."""
    return None if not day else int(day[:4]) * 12 + int(day[5:7]) - 1


def _of_lists(conn: Connection, field: Field, spec: FilterSpec, own: Sequence[Clause]) -> Facet:
    by_target = field.edges is not None and field.key != "parent"
    pairs = field.edges if by_target and field.edges is not None else field.pairs
    assert pairs is not None  # noqa: S101 - asked for fields with several values alone
    if spec.clauses or not _alone(field):
        counts = _joined(conn, field, spec, pairs, by_target)
    else:
        counts = _whole(conn, field, pairs, by_target)
    unknown = counts.pop(None, 0)
    wanted = {value.casefold() for clause in own if isinstance(clause, AnyOf) for value in clause.values}
    values = _named(conn, counts, wanted) if by_target else _most(counts, wanted)
    return Facet(field.key, _sorted(values), unknown)


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
