"""Reading many rows at once, as columns of plain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import DBAPIError

PART = 2_000
"""Rows that are taken at once: to turn all of them into columns would stop every other thread meanwhile."""


def columns(conn: Connection, query: Executable, width: int) -> tuple[list[Any], ...]:
    """The `width` columns of a query, a list each, with the values of the driver: of SQLite, days are texts in ISO
    form and yes and no are 1 and 0. Takes a third of what rows of SQLAlchemy take.
    """
    result = conn.execute(query)
    found: tuple[list[Any], ...] = tuple([] for _ in range(width))
    if result.cursor is None or conn.dialect.name != "sqlite":
        _add(found, result.all())
    else:
        with _told():
            while rows := result.cursor.fetchmany(PART):
                _add(found, rows)
        result.close()
    return found


def _add(found: tuple[list[Any], ...], rows: Sequence[Any]) -> None:
    if rows:
        for column, values in zip(found, zip(*rows, strict=True), strict=True):
            column.extend(values)


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
