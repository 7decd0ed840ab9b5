"""Reading many rows at once, as columns of plain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError


def columns(conn: Connection, query: Executable, width: int) -> Sequence[tuple[Any, ...]]:
    """The `width` columns of a query, one tuple each, with the values of the driver: of SQLite, days are texts in ISO
    form and yes and no are 1 and 0. Takes a third of what rows of SQLAlchemy take.
    """
    rows = plain_rows(conn.execute(query))
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width


def plain_rows(result: CursorResult[Any]) -> Sequence[Any]:
    """The rows of a result as the driver gives them."""
    if result.cursor is None or result.dialect.name != "sqlite":
        return result.all()
    try:
        found: Sequence[Any] = result.cursor.fetchall()
    except sqlite3.Error as error:  # interrupted, or a damaged file: told as of any other statement
        raise DBAPIError.instance(None, None, error, sqlite3.Error) from error
    result.close()
    return found
