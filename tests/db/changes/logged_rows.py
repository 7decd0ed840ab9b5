"""Rows of every sort of key in a database whose changes are logged, and what it holds."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from db import models as m
from db.changes import insert, update
from db.engine import Database

RELEASE = {
    "slug": "v3",
    "kind": "release",
    "name": "DeepSeek-V3",
    "name_key": "deepseek-v3",
    "date_earliest": date(2024, 12, 26),
    "date_latest": date(2024, 12, 31),
}
STATEMENT = {"property": "date", "position": 0, "value": "2024-12", "rank": "normal", "basis": "stated"}


def state(conn: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All data except the log."""
    tables = [table for table in m.metadata.sorted_tables if table not in (m.edit, m.change)]
    return {t.name: [tuple(row) for row in conn.execute(select(t).order_by(*t.primary_key))] for t in tables}


def edits(database: Database) -> list[tuple[int, str]]:
    with database.read() as conn:
        return [tuple(row) for row in conn.execute(select(m.edit.c.id, m.edit.c.label).order_by(m.edit.c.id))]


def now(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as conn:
        return state(conn)


def fill(database: Database) -> int:
    """An entity with something in tables of every sort of key; returns its id."""
    with database.write("Fill") as conn:
        one, other = insert(conn, m.entity, [RELEASE, {**RELEASE, "slug": "001", "kind": "source", "name": "Source"}])
        insert(conn, m.release, [{"id": one, "params": 671_000_000_000, "open_weights": True}])
        insert(conn, m.source, [{"id": other, "lines": 12}])
        insert(conn, m.section, [{"source_id": other, "first_line": 1, "title": "One"}])
        (variant,) = insert(conn, m.variant, [{"release_id": one, "key": "a", "name": "A", "position": 0}])
        insert(conn, m.term, [{"entity_id": one, "property": "tag", "value": "two words, 梁 %"}])
        common = {**STATEMENT, "entity_id": one, "number": 1 / 3, "source_id": other}
        insert(conn, m.statement, [{**common, "variant_id": None}, {**common, "variant_id": variant}])
        insert(
            conn,
            m.disagreement,
            [{"entity_id": one, "property": "date", "verdict": "refinement", "statements": [1, 2]}],
        )
    return one


def rename(database: Database, entity: int, name: str) -> int:
    with database.write(f"Rename to {name}") as conn:
        assert update(conn, m.entity, entity, {"name": name})
        return int(conn.info["edit_id"])
