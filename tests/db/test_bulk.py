"""Many rows as columns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, text

from db.bulk import PART, columns

NUMBERS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows) SELECT i, -i, 'x' || i FROM n"
)


@pytest.fixture
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as made:
        yield made
    engine.dispose()


@pytest.mark.parametrize("rows", [1, 2, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 7])
def test_all_rows_come_in_their_order(conn: Connection, rows: int) -> None:
    """Whole parts and broken ones."""
    found = columns(conn, text(NUMBERS).bindparams(rows=rows), 3)
    wanted = range(1, rows + 1)
    assert found == (list(wanted), [-i for i in wanted], [f"x{i}" for i in wanted])


def test_without_rows_there_are_empty_columns(conn: Connection) -> None:
    """As many as there would be."""
    assert columns(conn, text("SELECT 1, 2 WHERE 0"), 2) == ([], [])
