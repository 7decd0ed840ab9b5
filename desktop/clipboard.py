"""Copying: rows as tab-separated text, as spreadsheets take it from the clipboard."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from db.texts import tr

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.listings import Listing

MOST_ROWS = 100_000  # that the clipboard of other programs takes without trouble; more is for the export
BATCH = 2_000


def line(cells: Iterable[str]) -> str:
    """Cells in one line. A tab or a line break within a cell would begin another cell."""
    return "\t".join(" ".join(cell.split()) for cell in cells)


def rows_text(conn: Connection, listing: Listing, ids: Sequence[int], keys: Sequence[str], *, headers: bool) -> str:
    """Rows in the order of `ids`, a line each, the unknown empty; with the columns' labels above if asked for.

    Text that a spreadsheet would run as a formula is guarded as in the export for spreadsheets.
    """
    from db import queries
    from db.exporters.delimited import guard
    from db.fields import BY_KEY
    from db.format import text
    from db.listings import FieldType

    inert = (FieldType.NUMBER, FieldType.DATE, FieldType.BOOL)

    fields = [BY_KEY[listing, key] for key in keys]
    lines = [line(tr(field.label) for field in fields)] if headers else []
    for start in range(0, len(ids), BATCH):
        for row in queries.rows(conn, listing, ids[start : start + BATCH], keys):
            cells = ((field, text(field, cell)) for field, cell in zip(fields, row.cells, strict=True))
            lines.append(line(said if field.type in inert else guard(said.strip()) for field, said in cells))
    return "\n".join(lines) + "\n"


def in_order(ids: array[int], chosen: frozenset[int]) -> array[int]:
    """The chosen ids in the order of the table, then those that the filter hides."""
    shown = array("q", (number for number in ids if number in chosen))
    if len(shown) < len(chosen):
        shown.extend(sorted(chosen.difference(shown)))
    return shown
