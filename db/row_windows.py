"""The rows on a screen: the values of some entities or parts, by their ids."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select
from sqlalchemy.dialects import sqlite

from db import models as m
from db.bulk import rows_of
from db.edtf import DateSpan, Precision, Qualifier
from db.fields import BY_KEY
from db.listings import Field, FieldType, Listing, base, span_columns
from db.rows import Cell, Ref, Row

_BATCH = 2_000
_SQLITE = sqlite.dialect()


def rows(conn: Connection, listing: Listing, ids: Sequence[int], keys: Sequence[str]) -> list[Row]:
    """The rows of these ids, in their order and without those that are gone; cells in the order of the keys."""
    found: list[Row] = []
    for start in range(0, len(ids), _BATCH):
        found += _window(conn, listing, list(ids[start : start + _BATCH]), tuple(keys))
    return found


def _window(conn: Connection, listing: Listing, ids: list[int], keys: tuple[str, ...]) -> list[Row]:
    scalars = {row[0]: row for row in _ask(conn, _scalars, listing, keys, ids)}
    present = [id_ for id_ in ids if id_ in scalars]
    chosen = [scalars[id_] for id_ in present]
    at, columns = 1, list[list[Cell]]()
    for key in keys:
        field = BY_KEY[listing, key]
        if field.pairs is not None:
            many = _by_owner(conn, field, present)
            columns.append([many.get(id_, ()) for id_ in present])
        elif field.type is FieldType.DATE:
            columns.append([_span(tuple(row[at : at + 6])) for row in chosen])
            at += 6
        else:
            columns.append(_single(field, [row[at] for row in chosen]))
            at += 1
    cells = zip(*columns, strict=True) if columns else [()] * len(present)
    return [Row(id_, values) for id_, values in zip(present, cells, strict=True)]


def _single(field: Field, values: list[Any]) -> list[Cell]:
    if field.type is FieldType.TEXT:
        return [None if value == "" else value for value in values]
    if field.type is FieldType.BOOL:
        return [None if value is None else bool(value) for value in values]
    return values


def _by_owner(conn: Connection, field: Field, ids: list[int]) -> dict[int, tuple[Any, ...]]:
    found: dict[int, list[Any]] = {}
    if field.type is FieldType.ENTITIES:
        refs: dict[tuple[int | None, str], Ref] = {}
        for owner, name, target in _ask(conn, _several, field.listing, (field.key,), ids):
            ref = refs.get((target, name)) or refs.setdefault((target, name), Ref(target, name))
            found.setdefault(owner, []).append(ref)
    else:
        for owner, value, *_ in _ask(conn, _several, field.listing, (field.key,), ids):
            found.setdefault(owner, []).append(value)
    return {owner: tuple(values) for owner, values in found.items()}


@lru_cache(maxsize=8_192)
def _span(columns: tuple[Any, ...]) -> DateSpan | None:
    text, edtf, earliest, latest, precision, qualifier = columns
    if not edtf or precision == Precision.UNKNOWN:
        return None
    first, last = (date.fromisoformat(day) if isinstance(day, str) else day for day in (earliest, latest))
    return DateSpan(text, edtf, first, last, Precision(precision), Qualifier(qualifier))


# ---- statements, built and compiled once ----


Make = Callable[[Listing, tuple[str, ...], Any], Select[Any]]


def _ask(conn: Connection, make: Make, listing: Listing, keys: tuple[str, ...], ids: list[int]) -> Sequence[Any]:
    """The rows that a statement gives for these ids, with the values of the driver."""
    if conn.dialect.name != "sqlite":
        return conn.execute(make(listing, keys, bindparam("ids", expanding=True)), {"ids": ids}).all()
    sql, values, places = _compiled(make, listing, keys)
    text = json.dumps(ids)
    return rows_of(conn, sql, tuple(text if at in places else value for at, value in enumerate(values)))


@lru_cache(maxsize=512)
def _compiled(make: Make, listing: Listing, keys: tuple[str, ...]) -> tuple[str, tuple[Any, ...], frozenset[int]]:
    """The SQL of SQLite, its parameters and which of them are the ids: the same text however many there are."""
    ids = select(func.json_each(bindparam("ids", None)).table_valued("value").c.value)
    compiled = make(listing, keys, ids).compile(dialect=_SQLITE, compile_kwargs={"render_postcompile": True})
    names = compiled.positiontup or []
    places = frozenset(at for at, name in enumerate(names) if name == "ids")
    return str(compiled), tuple(compiled.params[name] for name in names), places


def _scalars(listing: Listing, keys: tuple[str, ...], ids: Any) -> Select[Any]:
    """The id and the single values of the fields with these keys: one column each, six for a date."""
    columns: list[ColumnElement[Any]] = []
    for key in keys:
        field = BY_KEY[listing, key]
        if field.type is FieldType.DATE:
            columns += span_columns(field)
        elif field.pairs is None and field.expr is not None:
            columns.append(field.expr)
    source, id_, _ = base(listing)
    return select(id_, *columns).select_from(source).where(id_.in_(ids))


def _several(listing: Listing, keys: tuple[str, ...], ids: Any) -> Select[Any]:
    """Pairs of the one field with several values, in the order that they are shown."""
    field = BY_KEY[listing, keys[0]]
    if field.pairs is None:
        raise KeyError(field.key)
    columns = field.pairs.selected_columns
    order = m.variant.c.position if field.key == "variants" else columns.value
    return field.pairs.where(columns.owner.in_(ids)).order_by(order)
