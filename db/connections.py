"""SQLAlchemy engines for SQLite: how a connection is set up and how a transaction begins."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, StaticPool, create_engine, event

from db.database_file import GUARDS
from db.kept import forget

READERS = 4
"""Connections that are kept open for reading; as many jobs can read at once, others wait."""

_ALWAYS = (*GUARDS, "foreign_keys=ON", "busy_timeout=5000", "temp_store=MEMORY")
_READER = ("query_only=ON", "cache_size=-32000")
_WRITER = ("journal_mode=WAL", "synchronous=FULL", "cache_size=-32000")


def _plain(value: object) -> str:
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


def reading_engine(uri: str) -> Engine:
    """Connections that cannot write; each transaction sees one snapshot."""
    pool = {"poolclass": QueuePool, "pool_size": READERS, "max_overflow": 0, "pool_use_lifo": True}
    return _engine(URL.create("sqlite", database=uri, query={"uri": "true"}), (*_ALWAYS, *_READER), "BEGIN", pool)


def writing_engine(uri: str) -> Engine:
    """One connection, whose transactions hold the write lock from their beginning: no update is lost."""
    pool = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    url = URL.create("sqlite", database=uri, query={"uri": "true"})
    return _engine(url, (*_ALWAYS, *_WRITER), "BEGIN IMMEDIATE", pool)


def memory_engine() -> Engine:
    """One connection to a database in memory, which lives as long as it."""
    return _engine(URL.create("sqlite", database=":memory:"), _ALWAYS, "BEGIN IMMEDIATE", {"poolclass": StaticPool})


def _engine(url: URL, pragmas: tuple[str, ...], begin: str, pool: dict[str, Any]) -> Engine:
    # isolation_level=None: the driver begins nothing by itself, so that BEGIN is ours and covers DDL as well.
    arguments = {"isolation_level": None, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, json_serializer=to_json, **pool)
    event.listen(engine, "connect", _set(pragmas))
    event.listen(engine, "begin", _begin(begin))
    if "query_only=ON" not in pragmas:
        event.listen(engine, "rollback", forget)
        event.listen(engine, "rollback_savepoint", forget)
    return engine


def _set(pragmas: tuple[str, ...]) -> Callable[[sqlite3.Connection, object], None]:
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    return connected


def _begin(statement: str) -> Callable[[Connection], None]:
    def begin(conn: Connection) -> None:
        conn.exec_driver_sql(statement)

    return begin
