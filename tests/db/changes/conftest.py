"""A database in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.engine import Database, memory_database


@pytest.fixture
def database() -> Iterator[Database]:
    with memory_database() as database:
        yield database
