"""Filters as arrays: which entities of a kind a filter holds for, and in which order they come.

What a filter means is said in SQL alone (`conditions.py`). Each set of clauses that can be asked by itself is asked
once and kept as a mask over the entities of the kind by rising id; filters are masks together. A range of days is
compared here, with the same meaning, since a brush asks for a new one at each frame. Orders are kept as permutations.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable
from typing import Any, TypeGuard

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, String, type_coerce

from db import edges, spelling
from db.arrays import column, nbytes, ordinals, positions, read_only
from db.bulk import columns
from db.clauses import Range
from db.conditions import row_id
from db.fields import BY_KEY
from db.filters import FilterSpec
from db.kept import is_keeping, kept
from db.kinds import Kind
from db.listings import Field, FieldType, Listing, span_columns
from db.reach import Unit, units
from db.row_selects import Sort, ids_of, matching, ordered

Mask = NDArray[np.bool_]
"""By position: the place of an entity among all of its kind by rising id."""

_FEW = 8
"""Of fewer than one in so many, SQL tells faster than all are looked through."""


def is_masked(listing: Listing, conn: Connection) -> TypeGuard[Kind]:
    """Whether filters of a listing are answered by masks: those of entities, where they can be kept."""
    return isinstance(listing, Kind) and is_keeping(conn)


def respelled(conn: Connection, spec: FilterSpec) -> FilterSpec:
    """The filter that was probably meant: `spelling.respelled`, kept."""
    return kept(conn).get(("respelled", spec.clauses), lambda: spelling.respelled(conn, spec))


def _ids(conn: Connection, query: Select[Any]) -> NDArray[np.int64]:
    (found,) = columns(conn, query, 1)
    return column(found)


def entities(conn: Connection, kind: Kind) -> NDArray[np.int64]:
    """The ids of a kind, rising: what masks are over."""

    def ask() -> NDArray[np.int64]:
        found = np.sort(_ids(conn, ids_of(kind, FilterSpec())))
        read_only(found)
        return found

    return kept(conn).get(("entities", kind), ask, nbytes)


# ---- masks ----


def mask(conn: Connection, kind: Kind, spec: FilterSpec) -> Mask:
    """Which entities of a kind the filter holds for."""
    return kept(conn).get(("mask", kind, spec.clauses), lambda: _mask(conn, kind, spec), nbytes)


def _mask(conn: Connection, kind: Kind, spec: FilterSpec) -> Mask:
    found: Mask = np.ones(len(entities(conn, kind)), np.bool_)
    for unit in units(kind, spec.clauses):
        found &= _unit(conn, kind, unit)
    read_only(found)
    return found


def _unit(conn: Connection, kind: Kind, unit: Unit) -> Mask:
    match unit.clauses:
        case (Range() as clause,) if (field := _date_field(kind, clause)) is not None:
            return _within(*days(conn, field), clause)
    ask = _reached if unit.through else _asked
    return kept(conn).get(("unit", kind, unit), lambda: ask(conn, kind, unit), nbytes)


def _reached(conn: Connection, kind: Kind, unit: Unit) -> Mask:
    """Which entities are related to one, of another kind, for which the clauses hold."""
    known = entities(conn, kind)
    found: Mask = np.zeros(len(known), np.bool_)
    for other in unit.through if len(known) else ():
        there = mask(conn, other, FilterSpec(unit.clauses))
        if there.any():
            near, far = edges.pairs(conn, kind, other, known, entities(conn, other))
            found[near[there[far]]] = True
    read_only(found)
    return found


def _asked(conn: Connection, kind: Kind, unit: Unit) -> Mask:
    known = entities(conn, kind)
    found: Mask = np.zeros(len(known), np.bool_)
    if len(known):
        places = positions(known, _ids(conn, ids_of(kind, FilterSpec(unit.clauses))))
        found[places[places >= 0]] = True
    read_only(found)
    return found


# ---- days ----


def _date_field(kind: Kind, clause: Range) -> Field | None:
    field = BY_KEY.get((kind, clause.key))
    return field if field is not None and field.type is FieldType.DATE else None


def days(conn: Connection, field: Field) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The earliest and the latest day of a date field by position, 0 where there is none."""
    kind = field.listing
    assert isinstance(kind, Kind)  # noqa: S101 - parts have no masks

    def ask() -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        _, _, earliest, latest, _, _ = span_columns(field)
        wanted: list[ColumnElement[Any]] = [row_id(kind), type_coerce(earliest, String), type_coerce(latest, String)]
        ids, first, last = columns(conn, matching(kind, FilterSpec(), wanted), 3)
        known = entities(conn, kind)
        found = np.zeros(len(known), np.int32), np.zeros(len(known), np.int32)
        places = positions(known, column(ids))
        found[0][places], found[1][places] = ordinals(first), ordinals(last)
        read_only(*found)
        return found

    return kept(conn).get(("days", kind, field.key), ask, lambda both: 2 * nbytes(both[0]))


def _within(earliest: NDArray[np.int32], latest: NDArray[np.int32], clause: Range) -> Mask:
    """Whether a date may lie in the range; negated, whether it may lie outside or is unknown."""
    first, last = (None if day is None else day.toordinal() for day in clause.days())
    if clause.negated:
        found: Mask = np.zeros(len(earliest), np.bool_)
        if first is not None:
            found |= earliest < first  # 0, which is none, is before all
        if last is not None:
            found |= (latest == 0) | (latest > last)
        return found
    found = np.ones(len(earliest), np.bool_)
    if first is not None:
        found &= (latest >= first) | ((latest == 0) & (earliest != 0))
    if last is not None:
        found &= (earliest <= last) & ((earliest != 0) | (latest != 0))
    return found


# ---- order ----


def ids(conn: Connection, kind: Kind, spec: FilterSpec, sort: Sort) -> array[int]:
    """Ids of the entities of a kind for which the filter holds, in the order of `row_selects.ordered`."""
    chosen = mask(conn, kind, spec)
    known, found = entities(conn, kind), array("q")
    if pays(conn, ("order", kind, tuple(sort)), chosen):
        order = _order(conn, kind, tuple(sort))
        found.frombytes(known[order[chosen[order]]].tobytes())
    else:
        found.extend(conn.scalars(ordered(kind, spec, [row_id(kind)], sort)).all())
    return found


def _order(conn: Connection, kind: Kind, sort: tuple[tuple[str, bool], ...]) -> NDArray[np.int32]:
    """All positions in order."""

    def ask() -> NDArray[np.int32]:
        found = positions(entities(conn, kind), _ids(conn, ordered(kind, FilterSpec(), [row_id(kind)], sort)))
        read_only(found)
        return found

    return kept(conn).get(("order", kind, sort), ask, nbytes)


def pays(conn: Connection, key: Hashable, chosen: Mask) -> bool:
    """Whether to use what serves all entities of a kind rather than ask SQL about the chosen ones.

    It does when it is there, when many are chosen, and when SQL was asked in its place before.
    """
    store = kept(conn)
    if key in store or ("instead", key) in store or np.count_nonzero(chosen) * _FEW >= len(chosen):
        return True
    store.get(("instead", key), lambda: True)
    return False
