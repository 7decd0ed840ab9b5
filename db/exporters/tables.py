"""FORMATS: the tabular formats, and `export`, which writes one of them whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from db import queries
from db.atomic import atomic_write
from db.exporters import datapackage
from db.exporters.delimited import cells, lines
from db.exporters.documents import json_lines, json_object, json_text, sheet_value, write_xlsx
from db.exporters.tabular import UNWATCHED, Column, ExportRequest, Partition, Watch, columns_for, fields_for, read


@dataclass(frozen=True, slots=True)
class Format:
    """A tabular format. `profiles`: whether it comes as spreadsheet and lossless."""

    key: str
    label: str
    suffix: str
    profiles: bool


FORMATS: dict[str, Format] = {
    item.key: item
    for item in (
        Format("csv", "CSV", ".csv", True),
        Format("tsv", "TSV", ".tsv", True),
        Format("json", "JSON", ".json", False),
        Format("xlsx", "Excel workbook", ".xlsx", False),
    )
}


def _write(
    conn: Connection, request: ExportRequest, format_: Format, file: BinaryIO, watch: Watch, *, mark: bool = True
) -> None:
    columns = columns_for(fields_for(request))
    with closing(read(conn, request, watch=watch)) as partitions:
        if format_.key == "xlsx":
            write_xlsx(file, columns, partitions)
            return
        if format_.key == "json":
            chunks = json_lines(columns, partitions)
        else:
            delimiter = "\t" if format_.key == "tsv" else ","
            chunks = lines(request, columns, partitions, delimiter=delimiter, mark=mark)
        for chunk in chunks:
            file.write(chunk)


def export(
    conn: Connection,
    request: ExportRequest,
    format_: Format,
    target: Path | BinaryIO,
    watch: Watch = UNWATCHED,
) -> list[Path]:
    """Write the rows on the connection's read snapshot; returns the files made.

    Raises ExportError (nothing to write so), WriteError (the disk) or Cancelled; the target is then as it was.
    """
    if not isinstance(target, Path):
        _write(conn, request, format_, target, watch, mark=False)
        return []
    described = format_.key == "csv" and request.lossless
    with atomic_write(target, watch.check) as file:
        _write(conn, request, format_, file, watch)
        resource = _describe(conn, request, target) if described else {}  # while it can be cancelled
    return [target, datapackage.write_beside(target, resource)] if described else [target]


def _describe(conn: Connection, request: ExportRequest, target: Path) -> dict[str, Any]:
    counts = queries.count(conn, request.listing, request.spec)
    if request.ids is not None:
        counts = replace(counts, matching=len(request.ids))
    return datapackage.describe(conn, request, columns_of(request), target, counts)


def columns_of(request: ExportRequest) -> list[Column]:
    """The output columns of a request; raises ExportError for an unknown one."""
    return columns_for(fields_for(request))


def preview(
    conn: Connection, request: ExportRequest, format_: Format, rows: int = 5
) -> tuple[list[str], list[list[str]]]:
    """Headers and the first rows as a file of this format would hold them."""
    columns = columns_of(request)
    headers = [column.header for column in columns]
    parts: Iterable[Partition] = list(read(conn, request, most=rows))
    if format_.key == "json":
        headers = list(dict.fromkeys(column.field.key for column in columns))
        objects = [json_object(columns, row) for part in parts for row in zip(*part, strict=True)]
        return headers, [[json_text(value) for value in item.values()] for item in objects]
    make: Callable[[Column, Sequence[Any]], Sequence[Any]] = partial(cells, lossless=request.lossless)
    if format_.key == "xlsx":
        make = _sheet_values
    made = [[make(column, values) for column, values in zip(columns, part, strict=True)] for part in parts]
    table = [row for part in made for row in zip(*part, strict=True)]
    return headers, [["" if cell is None else str(cell) for cell in row] for row in table]


def _sheet_values(column: Column, values: Sequence[Any]) -> list[str | float | None]:
    return [sheet_value(column, value) for value in values]
