"""Undoing an edit by the change log, as an edit of its own: undoing the undoing redoes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select
from sqlalchemy import update as sql_update
from sqlalchemy.exc import IntegrityError

from db import models as m
from db import search
from db.changes import CHUNK, Key, among, decode, delete, dependents, insert, key_from, row_id, running, update
from db.database_file import DatabaseError
from db.texts import tr

UNDONE = "undone"
"""The field of an undoing edit's entry about the edit that it undid."""


def undo(conn: Connection, edit_id: int) -> set[int]:
    """Reverse an edit, as part of the running one, whose label becomes “Undo: …”; undoing that one redoes it.

    The search index, which is not logged, follows. Returns the entities that it concerned, also those that are gone.
    Raises DatabaseError, and `Database.write` then rolls back, when there is no such edit, it is undone already, or a
    row has been changed since by another.
    """
    label = conn.scalar(select(m.edit.c.label).where(m.edit.c.id == edit_id))
    if label is None or edit_id == running(conn):
        raise DatabaseError(tr("There is no edit {number} to undo.", number=edit_id))
    undone, neutral = _undone(conn, edit_id)
    if edit_id in undone:
        raise DatabaseError(tr("“{label}” is undone already.", label=label))
    _check_latest(conn, edit_id, label, neutral)
    passed_over = neutral | {edit_id, running(conn)}
    try:
        _reverse(conn, edit_id, label, passed_over)
    except IntegrityError as error:
        raise DatabaseError(
            tr(
                "“{label}” cannot be undone: what it would bring back contradicts what was added since ({error}).",
                label=label,
                error=error.orig,
            )
        ) from error
    marker = {"edit_id": running(conn), "table_name": m.edit.name, "row_id": str(edit_id), "field": UNDONE, "new": True}
    conn.execute(m.change.insert().values(marker))
    conn.execute(sql_update(m.edit).where(m.edit.c.id == running(conn)).values(label=f"Undo: {label}"[:300]))
    concerned = touched(conn, running(conn))
    search.rebuild(conn, concerned)
    return concerned


def _undone(conn: Connection, edit_id: int) -> tuple[set[int], set[int]]:
    """Edits that are undone now; and the pairs of an edit and its undoing, both later than this edit, whose effects on
    it cancel out.
    """
    log = m.change.c
    query = select(log.edit_id, log.row_id).where(log.table_name == m.edit.name, log.field == UNDONE)
    undone: set[int] = set()
    neutral: set[int] = set()
    for by, row in conn.execute(query.order_by(log.edit_id.desc())):
        if by not in undone:  # what undid an undoing has a higher number, so it was seen before
            undone.add(int(row))
            neutral |= {by, int(row)} if int(row) > edit_id else set()
    return undone, neutral


def _check_latest(conn: Connection, edit_id: int, label: str, neutral: set[int]) -> None:
    """Refuse when another edit that still stands changed one of the rows later."""
    mine, later = m.change.c, m.change.alias()
    query = (
        select(later.c.edit_id, later.c.table_name, later.c.row_id)
        .join_from(m.change, later, (mine.table_name == later.c.table_name) & (mine.row_id == later.c.row_id))
        .where(
            mine.edit_id == edit_id, later.c.edit_id != edit_id, later.c.id > mine.id, mine.table_name != m.edit.name
        )
        .order_by(later.c.id.desc())
    )
    _refuse(conn, label, query, neutral)


def _refuse(conn: Connection, label: str, query: Select[int, str, str], passed_over: set[int]) -> None:
    for by, table, row in conn.execute(query):
        if by not in passed_over:
            other = conn.execute(select(m.edit.c.label, m.edit.c.at).where(m.edit.c.id == by)).one()
            when = f"{other.at:%Y-%m-%d %H:%M} UTC"
            raise DatabaseError(
                tr(
                    "“{label}” cannot be undone: “{other}” ({when}) changed {what} since. Undo that edit first.",
                    label=label,
                    other=other.label,
                    when=when,
                    what=_named(conn, table, row),
                )
            )


def _named(conn: Connection, table: str, row: str) -> str:
    """A row as people know it: with the name of the entity that it is or belongs to."""
    columns = m.metadata.tables[table].c
    if "entity_id" in columns and "id" in columns:
        owner = select(columns.entity_id).where(columns.id == int(row)).scalar_subquery()
    elif table == m.entity.name or ("id" in columns and columns.id.foreign_keys):
        owner = select(m.entity.c.id).where(m.entity.c.id == int(row)).scalar_subquery()
    else:
        return f"{table} {row}"
    name = conn.scalar(select(m.entity.c.name).where(m.entity.c.id == owner))
    return f"{table} {row} of “{name}”" if "entity_id" in columns and name else f"“{name or row}”"


def _reverse(conn: Connection, edit_id: int, label: str, passed_over: set[int]) -> None:
    log = m.change.c
    query = select(log.table_name, log.row_id, log.field, log.old, log.new)
    changes = conn.execute(
        query.where(log.edit_id == edit_id, log.table_name != m.edit.name).order_by(log.id.desc())
    ).all()
    for (name, kind), run in groupby(changes, lambda row: (row.table_name, _kind(row))):
        table = m.metadata.tables[name]
        rows = list(run)
        if kind == "added":
            _remove(conn, table, [key_from(table, row.row_id) for row in rows], label, passed_over)
        elif kind == "removed":
            insert(conn, table, [{c.name: decode(c, row.old.get(c.name)) for c in table.columns} for row in rows])
        else:
            fields: dict[str, dict[str, Any]] = {}  # of one row at once: its checks may speak of several
            for row in rows:
                fields.setdefault(row.row_id, {})[row.field] = decode(table.c[row.field], row.old)
            for key, old in fields.items():
                update(conn, table, key_from(table, key), old)


def _kind(row: Row[*tuple[Any, ...]]) -> str:
    return "changed" if row.field else "removed" if row.new is None else "added"


def _remove(conn: Connection, table: Table, keys: Sequence[Key], label: str, passed_over: set[int]) -> None:
    """Delete rows unless another edit, which still stands, added something that hangs on them."""
    log = m.change.c
    for start in range(0, len(keys), CHUNK):
        for child, child_keys in dependents(conn, table, keys[start : start + CHUNK]):
            for first in range(0, len(child_keys), CHUNK):
                ids = [row_id(key) for key in child_keys[first : first + CHUNK]]
                query = select(log.edit_id, log.table_name, log.row_id).order_by(log.id.desc())
                _refuse(conn, label, query.where(log.table_name == child.name, log.row_id.in_(ids)), passed_over)
    delete(conn, table, keys)


def touched(conn: Connection, edit_id: int) -> set[int]:
    """The entities that an edit concerned, also those that are gone, by any reference of a row that it changed."""
    log = m.change.c
    found: set[int] = set()
    keys: dict[str, set[str]] = {}
    query = select(log.table_name, log.row_id, log.field, log.old, log.new)
    for row in conn.execute(query.where(log.edit_id == edit_id, log.table_name != m.edit.name)):
        if row.field:
            keys.setdefault(row.table_name, set()).add(row.row_id)
        else:
            content = row.new if row.old is None else row.old
            found |= {content[name] for name in _entity_columns(row.table_name) if content.get(name)}
    for name, texts in keys.items():
        table, columns = m.metadata.tables[name], _entity_columns(name)
        for text in texts if columns else ():
            here = select(*(table.c[column] for column in columns)).where(among(table, [key_from(table, text)]))
            found.update(id_ for row in conn.execute(here) for id_ in row if id_ is not None)
    return found


@cache
def _entity_columns(table: str) -> list[str]:
    """The columns that hold the id of an entity."""
    columns = m.metadata.tables[table].columns
    return [c.name for c in columns if c is m.entity.c.id or any(key.column is m.entity.c.id for key in c.foreign_keys)]
