"""CSV and TSV (RFC 4180) in two profiles.

*Spreadsheet*: UTF-8 with a byte-order mark, CRLF, lists joined by "; ", and text that a spreadsheet would run as a
formula guarded by an apostrophe. *Lossless*: UTF-8, nothing guarded, lists as JSON; a `datapackage.json` beside it says
the rest.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Integer

from db.exporters.tabular import LISTS, Column, ExportRequest, Partition, encode
from db.listings import FieldType

GUARDED = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters that make a spreadsheet run a cell; some run the full-width signs too."""
GUARD = "'"
BOM = "\ufeff"
_LOSSLESS = {None: "", False: "false", True: "true"}
_SPREADSHEET = {None: "", False: "no", True: "yes"}

_FIRST = GUARDED | {GUARD}
_ENCODER = json.JSONEncoder(ensure_ascii=False)


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


def guarded(texts: Iterable[str | None]) -> list[str]:
    """Each text as `guard` has it; nothing for the unknown."""
    return [(guard(text) if text[0] in _FIRST else text) if text else "" for text in texts]


def joined(column: Column, values: Iterable[Sequence[Any]]) -> list[str]:
    """Each list as one text: a variant is its name."""
    if column.field.key == "variants":
        return ["; ".join([item["name"] for item in items]) for items in values]
    return ["; ".join(items) for items in values]


def _as_json(column: Column, values: Iterable[Sequence[Any]]) -> list[str]:
    if column.field.key == "variants":
        return [_ENCODER.encode(items) if items else "" for items in values]
    return [f"[{', '.join(map(encode_basestring, items))}]" if items else "" for items in values]


def cells(column: Column, values: Sequence[Any], lossless: bool) -> Sequence[Any]:
    """The values of a column as cells."""
    kind = column.field.type
    if kind is FieldType.BOOL:
        return [*map((_LOSSLESS if lossless else _SPREADSHEET).__getitem__, values)]
    if kind in LISTS:
        return _as_json(column, values) if lossless else guarded(joined(column, values))
    if kind is FieldType.NUMBER:
        if column.field.expr is not None and isinstance(column.field.expr.type, Integer):
            return values
        return [int(value) if isinstance(value, float) and value.is_integer() else value for value in values]
    return values if lossless or kind is FieldType.DATE else guarded(values)


def lines(
    request: ExportRequest,
    columns: Sequence[Column],
    partitions: Iterable[Partition],
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
    for partition in partitions:
        made = [cells(column, values, request.lossless) for column, values in zip(columns, partition, strict=True)]
        writer.writerows(zip(*made, strict=True))
        yield _drain(text)
    yield _drain(text)


def _drain(text: io.StringIO) -> bytes:
    data = encode(text.getvalue())
    text.seek(0)
    text.truncate()
    return data
