"""CSV and TSV (RFC 4180) in two profiles.

*Spreadsheet*: UTF-8 with a byte-order mark, CRLF, lists joined by "; ", and text that a spreadsheet would run as a
formula guarded by an apostrophe. *Lossless*: UTF-8, nothing guarded, lists as JSON; a `datapackage.json` beside it says
the rest.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Integer

from db.exporters.tabular import LISTS, Column, ExportRequest, Value, encode
from db.listings import FieldType

GUARDED = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet run a cell; some run the full-width signs too."""
GUARD = "'"
BOM = "\ufeff"
_LOSSLESS = ("false", "true")
_SPREADSHEET = ("no", "yes")

_FIRST = GUARDED | {GUARD}

Convert = Callable[[Any], Any]


def _is_risky(text: str) -> bool:
    return text.lstrip(GUARD)[:1] in GUARDED


def guard(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it.

    One that has apostrophes of its own there gets another, so that `unguard` gives each text back.
    """
    return GUARD + text if text[:1] in _FIRST and _is_risky(text) else text


def unguard(text: str) -> str:
    """What `guard` was given."""
    return text[1:] if text[:1] == GUARD and _is_risky(text) else text


def list_names(values: Iterable[Any]) -> list[str]:
    """The elements of a list as texts: a variant is its name."""
    return [value["name"] if isinstance(value, dict) else str(value) for value in values]


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def converter(column: Column, lossless: bool) -> Convert | None:
    """How a value of this column becomes a cell; None where csv's own way serves."""
    kind = column.field.type
    if kind is FieldType.BOOL:
        words = _LOSSLESS if lossless else _SPREADSHEET
        return lambda value: "" if value is None else words[bool(value)]
    if kind in LISTS:
        if lossless:
            return lambda values: json.dumps(values, ensure_ascii=False) if values else ""
        return lambda values: guard("; ".join(list_names(values)))
    if kind is FieldType.NUMBER:
        whole = column.field.expr is not None and isinstance(column.field.expr.type, Integer)
        return None if whole else _number
    return None if lossless or kind is FieldType.DATE else lambda value: "" if value is None else guard(value)


def lines(
    request: ExportRequest,
    columns: Sequence[Column],
    partitions: Iterable[list[tuple[Value, ...]]],
    *,
    delimiter: str = ",",
    mark: bool = True,
) -> Iterator[bytes]:
    """The file’s bytes, a partition at a time: a header and the rows. `mark`: with the profile’s byte-order mark.

    A pipe wants none: the next program would take it for part of the first header.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    text.write(BOM if mark and not request.lossless else "")
    writer.writerow([column.header for column in columns])
    converters = [
        (at, convert) for at, column in enumerate(columns) if (convert := converter(column, request.lossless))
    ]
    for partition in partitions:
        writer.writerows(_convert(partition, converters))
        yield _drain(text)
    yield _drain(text)


def _convert(partition: list[tuple[Value, ...]], converters: list[tuple[int, Convert]]) -> Iterable[Sequence[Value]]:
    if not converters:
        return partition
    rows = [list(row) for row in partition]
    for at, convert in converters:
        for row in rows:
            row[at] = convert(row[at])
    return rows


def _drain(text: io.StringIO) -> bytes:
    data = encode(text.getvalue())
    text.seek(0)
    text.truncate()
    return data
