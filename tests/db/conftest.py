"""A small database that tests of filters and queries read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from db.engine import memory_database
from tests.db.filter_rows import fill


@pytest.fixture(scope="session")
def few() -> Iterator[Connection]:
    """A connection to the rows of `filter_rows.py`; tests only read."""
    database = memory_database()
    with database.write("rows for tests") as conn:
        fill(conn)
    with database.read() as conn:
        yield conn
    database.close()
