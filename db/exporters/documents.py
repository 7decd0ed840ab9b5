"""JSON and XLSX."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from db.exporters.delimited import joined
from db.exporters.tabular import DATE_PARTS, LISTS, Column, ExportError, Partition, Value, encode, well_formed
from db.listings import FieldType
from db.texts import tr

XLSX_ROWS = 1_048_575
XLSX_CELL = 32_767
"""Characters of a cell, in UTF-16 units."""
_DATE_KEYS = ("edtf", "earliest", "latest", "precision")


def json_object(columns: Sequence[Column], row: tuple[Value, ...]) -> dict[str, Any]:
    """One row by field: a date is an object of its four parts, what is unknown is null."""
    result: dict[str, Any] = {}
    at = 0
    while at < len(columns):
        item = columns[at].field
        if item.type is FieldType.DATE:
            edtf, *days, precision = row[at : at + len(DATE_PARTS)]
            parts = dict(zip(_DATE_KEYS, (edtf, *days, precision), strict=True))
            result[item.key] = parts if edtf else None
            at += len(DATE_PARTS)
            continue
        value = None if row[at] == "" else row[at]
        if item.type is FieldType.BOOL and value is not None:
            value = bool(value)
        elif isinstance(value, float) and value.is_integer():
            value = int(value)
        result[item.key] = value
        at += 1
    return result


def json_text(value: object) -> str:
    """A value as JSON, on one line."""
    return json.dumps(value, ensure_ascii=False)


def json_lines(columns: Sequence[Column], partitions: Iterable[Partition]) -> Iterator[bytes]:
    """A JSON array of objects, one a line."""
    opened = False
    for partition in partitions:
        texts = [json_text(json_object(columns, row)) for row in zip(*partition, strict=True)]
        if texts:
            yield encode((",\n" if opened else "[\n") + ",\n".join(texts))
            opened = True
    yield b"\n]\n" if opened else b"[]\n"


def sheet_value(column: Column, value: Value) -> str | float | None:
    """What a cell of a sheet holds: a number, a text, or nothing for unknown."""
    if value is None or value in ([], ""):
        return None
    kind = column.field.type
    if kind is FieldType.NUMBER and isinstance(value, int | float):
        return value
    if kind is FieldType.BOOL:
        return ("no", "yes")[bool(value)]
    if kind in LISTS and isinstance(value, list):
        return well_formed(joined(column, [value])[0])
    return well_formed(str(value))


class _Archive(io.BytesIO):
    """The workbook, compressed, before it is written: a ZipFile on a failing disk fails again when it is collected."""

    def close(self) -> None:
        """Stay open: a ZipFile that an error left behind still writes its end here."""


def write_xlsx(file: BinaryIO, columns: Sequence[Column], partitions: Iterable[Partition]) -> None:
    """One sheet with a bold, frozen header and a filter. Text stays text: nothing becomes a formula or a link.

    Raises ExportError for what a sheet cannot hold, OSError for the disk.
    """
    from xlsxwriter import Workbook  # late: it costs 40 ms and only this format needs it
    from xlsxwriter.exceptions import FileCreateError

    archive = _Archive()
    with tempfile.TemporaryDirectory(prefix="labline-") as scratch:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "tmpdir": scratch}
        book = Workbook(archive, options)
        sheet = book.add_worksheet("Labline")
        try:
            _fill(book, sheet, columns, partitions)
            book.close()
        except FileCreateError as error:  # its way to say that a write failed
            raise error.args[0] from None
        finally:
            sheet.row_data_fh.close()
    file.write(archive.getbuffer())


def _fill(book: Any, sheet: Any, columns: Sequence[Column], partitions: Iterable[Partition]) -> None:
    bold = book.add_format({"bold": True})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, 28 if column.type == "string" else 16)
        sheet.write_string(0, at, column.header, bold)
    sheet.freeze_panes(1, 1)
    line = 0
    for partition in partitions:
        if line + len(partition[0]) > XLSX_ROWS:
            raise ExportError(
                tr("an XLSX sheet holds {most:,} rows at most; narrow the filter or export CSV", most=XLSX_ROWS)
            )
        for row in zip(*partition, strict=True):
            line += 1
            _write_row(sheet, line, columns, row)
    sheet.autofilter(0, 0, max(line, 1), len(columns) - 1)


def _write_row(sheet: Any, line: int, columns: Sequence[Column], row: tuple[Value, ...]) -> None:
    for at, (column, value) in enumerate(zip(columns, row, strict=True)):
        cell = sheet_value(column, value)
        if isinstance(cell, str):
            if len(cell) > XLSX_CELL // 2 and len(cell.encode("utf-16-le")) // 2 > XLSX_CELL:
                raise ExportError(
                    tr(
                        "row {row}, column {column}: an XLSX cell holds {most:,} characters at most; leave the "
                        "column out or export CSV",
                        row=line + 1,
                        column=column.header,
                        most=XLSX_CELL,
                    )
                )
            sheet.write_string(line, at, cell)
        elif cell is not None:
            sheet.write_number(line, at, cell)
