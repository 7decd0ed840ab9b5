"""SELECTs over the rows of a listing, with no more tables than they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, func, select
from sqlalchemy.sql.visitors import iterate, replacement_traverse

from db import models as m
from db.conditions import condition, row_id
from db.fields import BY_KEY
from db.filters import FilterSpec
from db.kinds import Kind
from db.listings import TYPED, Field, FieldType, Listing, Part, base, span_columns

e = m.entity.c
Sort = Sequence[tuple[str, bool]]
"""(key, descending), the most important first."""


def _use(table: Table, expressions: Iterable[ColumnElement[Any]]) -> bool:
    return any(isinstance(part, Column) and part.table is table for item in expressions for part in iterate(item))


def matching(
    listing: Listing, spec: FilterSpec, columns: Sequence[ColumnElement[Any]], order: Sequence[ColumnElement[Any]] = ()
) -> Select[Any]:
    """These columns of the rows for which the spec holds, in this order."""
    wanted = [condition(listing, spec.clauses)] if spec.clauses else []
    source, _, _ = base(listing)
    typed = TYPED.get(listing) if isinstance(listing, Kind) else None
    if typed is not None and not _use(m.entity, [*columns, *wanted, *order]):
        return select(*columns).select_from(typed).where(*wanted).order_by(*order)
    if typed is not None:
        # The entity's id, so that an index of `entity` gives the order and the other table is left out or looked up.
        columns, wanted, order = (_by_entity(typed, items) for items in (columns, wanted, order))
        source = source if _use(typed, [*columns, *wanted, *order]) else m.entity
    if isinstance(listing, Kind):
        wanted.insert(0, e.kind == listing.value)
    return select(*columns).select_from(source).where(*wanted).order_by(*order)


def _by_entity(typed: Table, expressions: Iterable[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
    """The expressions with the entity's id in place of the same one in its kind's own table."""

    def replaced(element: Any, **_: Any) -> Any:
        return e.id if element is typed.c.id else None

    return [replacement_traverse(item, {}, replaced) for item in expressions]


def ids_of(listing: Listing, spec: FilterSpec) -> Select[Any]:
    """The ids of the rows for which the spec holds."""
    return matching(listing, spec, [row_id(listing)])


def count_of(listing: Listing, spec: FilterSpec) -> Select[Any]:
    """How many rows the spec holds for."""
    return matching(listing, spec, [func.count().label("rows")])


def ordered(listing: Listing, spec: FilterSpec, columns: Sequence[ColumnElement[Any]], sort: Sort = ()) -> Select[Any]:
    """These columns of the matching rows in order; the unknown comes last, equals by name and then by id.

    Raises KeyError for a sort key that the listing does not have.
    """
    keys = [key for field_, descending in sort for key in order(listing, BY_KEY[listing, field_], descending)]
    keys += tie_break(listing)[[key for key, _ in sort] == ["name"] :]
    return matching(listing, spec, columns, keys)


def order(listing: Listing, field: Field | None, descending: bool) -> list[ColumnElement[Any]]:
    """What to sort by for a field: the unknown is last either way; a date by earliest, then latest.

    Several values sort by the alphabetically first.
    """
    if field is None:
        return []
    if field.type is FieldType.DATE:
        _, _, earliest, latest, _, _ = span_columns(field)
        keys = [earliest, latest]
    elif field.pairs is not None:
        columns = field.pairs.selected_columns
        least = field.pairs.where(columns.owner == row_id(listing)).with_only_columns(
            func.min(func.lower(columns.value))
        )
        keys = [least.correlate(m.entity, *TYPED.values()).scalar_subquery()]
    elif field.expr is e.name:
        keys = [e.name_key]
    elif field.type is FieldType.TEXT:
        keys = [func.lower(func.nullif(field.expr, ""))]
    else:
        keys = [field.expr] if field.expr is not None else []
    return [(key.desc() if descending else key.asc()).nulls_last() for key in keys]


def tie_break(listing: Listing) -> list[ColumnElement[Any]]:
    """What decides between equals: the entity's name, the place within it, the id."""
    position = {Part.VARIANT: [m.variant.c.position], Part.STATEMENT: [m.statement.c.position]}
    within = position.get(listing, []) if isinstance(listing, Part) else []
    return [e.name_key, *within, row_id(listing)]
