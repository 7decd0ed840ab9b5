"""What a database of Labline holds: its mark, its generations, its tables and how to tell them from another's.

A generation is a released schema. It is the database's `user_version`, and each has one Alembic revision.
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, text

from db.models import metadata
from db.texts import tr

APPLICATION_ID = 0x4C61626C
"""“Labl”: what `PRAGMA application_id` of our files says."""

REVISIONS = ("0001", "0002")
"""Alembic's revision of each generation; the first is generation 1."""

GENERATION = len(REVISIONS)

INDEX = frozenset({"search", "search_terms"})
"""The virtual tables that `search.py` makes."""

version = Table(  # as Alembic itself would make it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create(conn: Connection) -> None:
    """Make every table of the newest generation in an empty database, and mark it as ours.

    The same as running all migrations, without the second that importing Alembic takes; a test compares the two.
    """
    from db import search

    metadata.create_all(conn)
    search.create(conn)
    version.create(conn)
    conn.execute(insert(version).values(version_num=REVISIONS[-1]))
    mark(conn)


def mark(conn: Connection) -> None:
    """Write the application's mark and the generation into an SQLite file's header."""
    if conn.dialect.name == "sqlite":
        conn.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        conn.execute(text(f"PRAGMA user_version = {GENERATION}"))


def strangeness(db: sqlite3.Connection, generation: int) -> str:
    """What in the schema is not as that generation has it, in words; empty when all is known.

    Triggers, views and virtual tables of others could run code of theirs inside our statements, so none is let in.
    Of older generations only the marks are compared: the migration compares the rest before it commits.
    """
    objects = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    for type_, name, sql in objects:
        if type_ in {"trigger", "view"}:
            return tr("it holds a {type} that is not Labline's ({name})", type=type_, name=name)
        if sql.upper().startswith("CREATE VIRTUAL") and not (name in INDEX and "USING fts5" in sql):
            return tr("it holds a virtual table that is not Labline's ({name})", name=name)
    tables = {name for type_, name, _ in objects if type_ == "table"}
    expected = set(metadata.tables) | INDEX if generation == GENERATION else set()
    for name in sorted(expected | {version.name}):
        if name not in tables:
            return tr("its table “{name}” is missing", name=name)
    stamps = [row[0] for row in db.execute("SELECT version_num FROM alembic_version")]
    if stamps != [REVISIONS[generation - 1]]:
        return tr(
            "its schema is marked as {stamps}, not {wanted}",
            stamps=", ".join(map(str, stamps)) or "nothing",
            wanted=REVISIONS[generation - 1],
        )
    return _columns(db) if generation == GENERATION else ""


def _columns(db: sqlite3.Connection) -> str:
    for table in metadata.tables.values():
        query = "SELECT name FROM pragma_table_xinfo(?)"
        found = {name for (name,) in db.execute(query, (table.name,))}
        odd = found.symmetric_difference(table.columns.keys())
        if odd:
            name = min(odd)
            if name in found:
                return tr("the column “{name}” of its table “{table}” is unknown", name=name, table=table.name)
            return tr("the column “{name}” of its table “{table}” is missing", name=name, table=table.name)
    return ""
