"""What every tabular export shares: the request, its columns and the rows in machine form, read in partitions."""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Select, String, bindparam, cast, select
from sqlalchemy.types import UserDefinedType

from db import models as m
from db import queries
from db.fields import BY_KEY, fields_of
from db.filters import FilterSpec
from db.kinds import Kind
from db.listings import Field, FieldType, Listing, base, span_columns
from db.texts import tr

PARTITION = 2_000
"""Rows read at once: few enough to keep memory flat and the interface smooth."""

LISTS = (FieldType.WORDS, FieldType.ENTITIES, FieldType.LINKS)
DATE_PARTS = ("", "_earliest", "_latest", "_precision")
"""A date is four columns: EDTF, first day, last day (inclusive), precision."""

Value = str | int | float | bool | list[Any] | None
Partition = list[Sequence[Value]]
"""Some rows, by column: each is as long as there are rows."""


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
            raise ExportError(
                tr(
                    "“{key}” is no column of {listing}; the columns are {known}",
                    key=key,
                    listing=request.listing.value,
                    known=known,
                )
            )
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


def read(
    conn: Connection, request: ExportRequest, *, watch: Watch = UNWATCHED, most: int | None = None
) -> Generator[Partition]:
    """Partitions of rows in machine form, at most `most` rows; raises Cancelled between partitions.

    Close it before the connection where it is not read to its end.
    """
    fields = fields_for(request)
    if request.ids is None:
        total = queries.count(conn, request.listing, request.spec).matching
        blocks = _in_order(conn, request, fields, most)
    else:
        total = len(request.ids)
        blocks = _by_id(conn, request.listing, fields, request.ids[:most])
    done = 0
    with closing(blocks):
        watch.step(0, total)
        for rows in blocks:
            collecting = gc.isenabled()
            gc.disable()  # a collection in the midst of many fresh tuples costs more than all of them
            try:
                columns = _partition(conn, fields, rows)
            finally:
                if collecting:
                    gc.enable()
            yield columns
            done += len(rows)
            watch.step(done, total)


def _in_order(
    conn: Connection, request: ExportRequest, fields: Sequence[Field], most: int | None
) -> Generator[list[tuple[Any, ...]]]:
    """The matching rows in order, by the partition: the id, then the single values of the fields."""
    columns = [base(request.listing)[1], *(column for item in fields for column in _scalars(item))]
    query = queries.ordered(conn, request.listing, request.spec, columns, request.sort)
    result = conn.execute(query.limit(most))
    try:
        while result.cursor is not None and (rows := result.cursor.fetchmany(PARTITION)):
            yield list(rows)
    finally:
        result.close()


def _by_id(
    conn: Connection, listing: Listing, fields: Sequence[Field], ids: Sequence[int]
) -> Generator[list[tuple[Any, ...]]]:
    """The rows of these ids, as `_in_order` gives them."""
    source, id_, _ = base(listing)
    query = select(id_, *(column for item in fields for column in _scalars(item))).select_from(source)
    for start in range(0, len(ids), PARTITION):
        part = list(ids[start : start + PARTITION])
        rows = {row[0]: row for row in _fetch(conn, query, id_, part)}
        if found := [rows[row_id] for row_id in part if row_id in rows]:
            yield found


def _partition(conn: Connection, fields: Sequence[Field], rows: list[tuple[Any, ...]]) -> Partition:
    """Rows turned into columns, with the fields of several values looked up."""
    ids, *scalars = zip(*rows, strict=True)
    columns: Partition = []
    for item in fields:
        if item.pairs is None:
            count = len(_scalars(item))
            columns += scalars[:count]
            del scalars[:count]
        else:
            found = _lists(conn, item, ids)
            columns.append([found.get(row_id, []) for row_id in ids])
    return columns


@cache
def _scalars(item: Field) -> tuple[ColumnElement[Any], ...]:
    """The columns that hold a field's single value: four for a date, none for a field with several values."""
    if item.pairs is not None or item.expr is None:
        return ()
    if item.type is not FieldType.DATE:
        return (item.expr,)
    _, edtf, earliest, latest, precision, _ = span_columns(item)
    return edtf, cast(earliest, String), cast(latest, String), precision


def _lists(conn: Connection, item: Field, ids: Sequence[int]) -> dict[int, list[Any]]:
    """The values of a field with several of them, by owner."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    if item.key == "variants":
        v = m.variant.c
        query = select(v.release_id, v.key, v.name, v.params, v.active_params).order_by(v.release_id, v.position)
        for owner, key, name, params, active in _fetch(conn, query, v.release_id, ids):
            found[owner].append({"key": key, "name": name, "params": params, "active": active})
        return found
    if item.pairs is not None:
        owners, values = item.pairs.selected_columns.owner, item.pairs.selected_columns.value
        for owner, value in _fetch(conn, item.pairs.with_only_columns(owners, values), owners, ids):
            found[owner].append(value)
        for several in found.values():
            if len(several) > 1:
                several.sort(key=str.casefold)
    return found


class _IdList(UserDefinedType[Sequence[int]]):
    """Ids written into the statement: two thousand bound parameters take longer than the query."""

    cache_ok = True

    def literal_processor(self, dialect: Dialect) -> Callable[[Sequence[int]], str]:  # noqa: ARG002
        """A list in parentheses."""
        return lambda ids: f"({','.join(map(str, ids))})"


_IDS = bindparam("ids", type_=_IdList(), literal_execute=True)


def _fetch(
    conn: Connection, query: Select[Any], among: ColumnElement[int], ids: Sequence[int]
) -> list[tuple[Any, ...]]:
    """The driver's own tuples: nothing here needs SQLAlchemy's rows and conversions."""
    result = conn.execute(query.where(among.op("IN")(_IDS)), {"ids": ids})
    try:
        return list(result.cursor.fetchall()) if result.cursor is not None else []
    finally:
        result.close()
