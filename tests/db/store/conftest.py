"""A database in memory, empty and with the example in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from db.dossier_checks import check_references
from db.engine import memory_database
from db.store import store
from tests.db.store.example_dossier import DOSSIER


@pytest.fixture
def conn() -> Iterator[Connection]:
    database = memory_database()
    with database.write("test") as connection:
        yield connection
    database.close()


@pytest.fixture
def stored(conn: Connection) -> Connection:
    assert list(check_references(DOSSIER)) == []
    store(conn, DOSSIER)
    return conn
