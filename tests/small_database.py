"""Small databases of the entities that a test writes down as a dossier has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from db import queries
from db.dossier import Dossier
from db.engine import Database, memory_database, open_database
from db.store import store


def fact(value: object, cite: object = "s1:1", **more: object) -> dict:
    """A fact that the first line of the source s1 states, unless said otherwise."""
    return {"value": value, "cite": cite, **more}


def put_in(conn: Connection, entities: Iterable[dict], title: str = "T") -> None:
    """Store entities as a dossier of a title; without any, not even a dossier is stored."""
    if given := [*entities]:
        about = {"id": title.casefold(), "title": title}
        store(conn, Dossier.model_validate({"about": about, "entities": given}))


def write_file(path: Path, entities: Iterable[dict], title: str = "T") -> Path:
    """A new database of these entities; returns its path."""
    with open_database(path) as database, database.write("test") as conn:
        put_in(conn, entities, title)
    return path


@contextmanager
def holding(entities: Iterable[dict], title: str = "T", who: str = "") -> Iterator[Database]:
    """A database in memory of these entities, which somebody put in."""
    with memory_database() as database:
        with database.write("fill", who=who) as conn:
            put_in(conn, entities, title)
        yield database


@contextmanager
def reading(entities: Iterable[dict]) -> Iterator[Connection]:
    """A connection that reads a database in memory of these entities."""
    with holding(entities) as database, database.read() as conn:
        yield conn


def id_of(conn: Connection, slug: str) -> int:
    """The id of an entity that is there."""
    found = queries.resolve(conn, slug)
    assert found is not None, slug
    return found
