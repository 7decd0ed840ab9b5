"""A small database that tests of filters and queries read."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import Connection

from db.engine import memory_database


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("filter_rows", Path(__file__).with_name("filter_rows.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def few() -> Iterator[Connection]:
    """A connection to the rows of `filter_rows.py`; tests only read."""
    database = memory_database()
    with database.write("rows for tests") as conn:
        _load().fill(conn)
    with database.read() as conn:
        yield conn
    database.close()
