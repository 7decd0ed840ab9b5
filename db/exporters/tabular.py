"""What every tabular export shares: the request, its columns and the rows in machine form, read in partitions."""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, String, cast, select

from db import models as m
from db import queries
from db.fields import BY_KEY, fields_of
from db.filters import FilterSpec
from db.kinds import Kind
from db.listings import Field, FieldType, Listing, Part, base, span_columns

PARTITION = 2_000
"""Rows read at once: few enough to keep memory flat and the interface smooth."""

LISTS = (FieldType.WORDS, FieldType.ENTITIES, FieldType.LINKS)
DATE_PARTS = ("", "_earliest", "_latest", "_precision")
"""A date is four columns: EDTF, first day, last day (inclusive), precision."""

Value = str | int | float | bool | list[Any] | None


class ExportError(Exception):
    """An export that cannot be made; the message says why and what to do."""


class Cancelled(Exception):
    """The user stopped the export; nothing was written."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches an export: `progress` hears rows done and in all, `cancelled` is asked till the end."""

    progress: Callable[[int, int], object] | None = None
    cancelled: Callable[[], bool] | None = None

    def step(self, done: int, total: int) -> None:
        """Tell how far it is; raises Cancelled."""
        if self.progress is not None:
            self.progress(done, total)
        self.check()

    def check(self) -> None:
        """Raise Cancelled if the user has stopped the export."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled


UNWATCHED = Watch()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: rows by `ids` (in that order) or by `spec` and `sort`; columns by key, None is the default."""

    listing: Listing
    spec: FilterSpec = field(default_factory=FilterSpec)
    ids: tuple[int, ...] | None = None
    columns: tuple[str, ...] | None = None
    sort: tuple[tuple[str, bool], ...] = ()
    lossless: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the output: its header is stable, its `type` is Frictionless' word."""

    header: str
    type: str
    field: Field


_ESSENTIAL: dict[Listing, tuple[str, ...]] = {
    Kind.RELEASE: ("name", "date", "org", "params", "active", "open", "license")
}


def essential(listing: Listing) -> tuple[str, ...]:
    """The keys of the few columns that most people want."""
    return _ESSENTIAL.get(listing) or tuple(item.key for item in fields_of(listing) if item.default)


def encode(text: str) -> bytes:
    """The text as UTF-8. Half a surrogate pair, which no UTF-8 can hold, becomes the replacement character."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return well_formed(text).encode("utf-8")


def well_formed(text: str) -> str:
    """The text with the replacement character for each half of a surrogate pair."""
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


_TYPES = {FieldType.NUMBER: "number", FieldType.BOOL: "boolean"} | dict.fromkeys(LISTS, "array")


def fields_for(request: ExportRequest) -> list[Field]:
    """The fields asked for; ExportError names one that does not exist and those that do."""
    if request.columns is None:
        return [item for item in fields_of(request.listing) if item.default]
    found = []
    for key in request.columns:
        item = BY_KEY.get((request.listing, key))
        if item is None:
            known = ", ".join(known.key for known in fields_of(request.listing))
            raise ExportError(f"“{key}” is no column of {request.listing.value}; the columns are {known}")
        found.append(item)
    return found


def columns_for(fields: Sequence[Field]) -> list[Column]:
    """Output columns in order."""
    result: list[Column] = []
    for item in fields:
        if item.type is FieldType.DATE:
            types = ("string", "date", "date", "string")
            result += [Column(item.key + part, type_, item) for part, type_ in zip(DATE_PARTS, types, strict=True)]
        else:
            result.append(Column(item.key, _TYPES.get(item.type, "string"), item))
    return result


def row_ids(conn: Connection, request: ExportRequest) -> Sequence[int]:
    """Ids of the rows to export, in order."""
    if request.ids is not None:
        return request.ids
    return queries.ids(conn, request.listing, request.spec, request.sort)


def read(
    conn: Connection, request: ExportRequest, *, watch: Watch = UNWATCHED, most: int | None = None
) -> Iterator[list[tuple[Value, ...]]]:
    """Partitions of rows in machine form, one value a column; raises Cancelled between partitions."""
    fields = fields_for(request)
    ids = row_ids(conn, request)
    total = len(ids) if most is None else min(most, len(ids))
    collecting = gc.isenabled()
    gc.disable()  # a collection in the midst of many fresh tuples costs more than all of them
    try:
        for start in range(0, total, PARTITION):
            watch.step(start, total)
            part = list(ids[start : min(start + PARTITION, total)])
            yield _partition(conn, request.listing, fields, part)
        watch.step(total, total)
    finally:
        if collecting:
            gc.enable()


def _partition(conn: Connection, listing: Listing, fields: Sequence[Field], ids: list[int]) -> list[tuple[Value, ...]]:
    source, id_, _ = base(listing)
    scalars: list[Any] = []
    layout: list[tuple[int, dict[int, list[Any]] | None]] = []  # position of a scalar, or the values of a list by owner
    for item in fields:
        if item.pairs is not None:
            layout.append((0, _lists(conn, item, ids)))
            continue
        if item.type is FieldType.DATE:
            _, edtf, earliest, latest, precision, _ = span_columns(item)
            chosen: list[Any] = [edtf, cast(earliest, String), cast(latest, String), precision]
        else:
            chosen = [item.expr]
        for column in chosen:
            scalars.append(column)
            layout.append((len(scalars), None))
    rows = {row[0]: row for row in conn.execute(select(id_, *scalars).select_from(source).where(id_.in_(ids)))}
    if all(lists is None for _, lists in layout):
        return [tuple(rows[row_id][1:]) for row_id in ids if row_id in rows]
    return [
        tuple(rows[row_id][at] if lists is None else lists.get(row_id, []) for at, lists in layout)
        for row_id in ids
        if row_id in rows
    ]


def _lists(conn: Connection, item: Field, ids: list[int]) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    if item.key == "variants" and not isinstance(item.listing, Part):
        v = m.variant.c
        query = select(v.release_id, v.key, v.name, v.params, v.active_params).where(v.release_id.in_(ids))
        for owner, key, name, params, active in conn.execute(query.order_by(v.release_id, v.position)):
            found[owner].append({"key": key, "name": name, "params": params, "active": active})
        return found
    if item.pairs is None:
        return found
    pairs = item.pairs.subquery()
    for owner, value in conn.execute(select(pairs.c.owner, pairs.c.value).where(pairs.c.owner.in_(ids))):
        found[owner].append(value)
    for values in found.values():
        values.sort(key=str.casefold)
    return found
