"""A sound database, to be broken."""

from __future__ import annotations

import pytest

from db import database_file
from db import models as m
from db.changes import insert
from db.engine import open_database
from tests.db.engine.sound_entity import ENTITY


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound database with some contents, as one file."""
    path = tmp_path_factory.mktemp("good") / "good.db"
    with open_database(path) as database, database.write("Fill") as conn:
        insert(conn, m.entity, [{**ENTITY, "slug": f"s{number}"} for number in range(500)])
    assert not database_file.sidecar(path, "-wal").exists()
    return path.read_bytes()
