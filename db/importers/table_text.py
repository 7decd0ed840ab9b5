"""The text of a CSV or TSV table: a file's bytes as rows of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from db.exporters.delimited import BOM
from db.texts import tr

MAX_BYTES = 256 * 1024 * 1024
MAX_CELL = 1_000_000


class TableError(Exception):
    """A table that cannot be imported; the message names file, line and column and says what to do."""


def decode(path: Path) -> tuple[str, bool]:
    """A file as text, and whether a spreadsheet wrote it. Raises TableError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TableError(
                tr("{path} is larger than {size} MiB; split it into several files", path=path, size=MAX_BYTES >> 20)
            )
        data = path.read_bytes()
    except OSError as error:
        raise TableError(tr("{path} cannot be read: {error}", path=path, error=error.strerror)) from error
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise TableError(
            tr(
                "{path}:{line}: a NUL byte: this is no text file, or it is UTF-16; save it as UTF-8",
                path=path,
                line=line,
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TableError(
            tr("{path}:{line}: not UTF-8; save the file with the encoding UTF-8", path=path, line=line)
        ) from error
    return text.removeprefix(BOM), text.startswith(BOM)


def rows_of(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins. Raises TableError."""
    limit = csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            if cells:
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            tr("{path}:{begin}: {error}; check the quotes on this line", path=path, begin=begin, error=error)
        ) from error
    finally:
        csv.field_size_limit(limit)
