"""Reading many rows at once, as columns of plain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import DBAPIError


def columns(conn: Connection, query: Executable, width: int) -> Sequence[tuple[Any, ...]]:
    """The `width` columns of a query, one tuple each, with the values of the driver: of SQLite, days are texts in ISO
    form and yes and no are 1 and 0. Takes a third of what rows of SQLAlchemy take.
    """
    result = conn.execute(query)
    if result.cursor is None or conn.dialect.name != "sqlite":
        rows: Sequence[Any] = result.all()
    else:
        with _told():
            rows = result.cursor.fetchall()
        result.close()
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width


def rows_of(conn: Connection, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """The rows of a statement in the words of SQLite, with the values of the driver."""
    driver: Any = conn.connection.driver_connection
    with _told():
        found: list[tuple[Any, ...]] = driver.execute(sql, values).fetchall()
    return found


@contextmanager
def _told() -> Iterator[None]:
    """What stops the driver, an interruption or a damaged file, told as of any other statement."""
    try:
        yield
    except sqlite3.Error as error:
        raise DBAPIError.instance(None, None, error, sqlite3.Error) from error
