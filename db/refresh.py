"""Typed columns and relation tables brought in line with the statements, writing only what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from db import models as m
from db.changes import delete, insert, update
from db.kinds import Kind
from db.stated_rows import stated
from db.statements import Stated
from db.typed import TABLES, Columns, columns_of, rows_of

OWN: dict[Kind, Table] = {
    Kind.RELEASE: m.release,
    Kind.PERSON: m.person,
    Kind.PUBLICATION: m.publication,
    Kind.SOURCE: m.source,
}
"""The kinds with typed columns of their own."""

CHUNK = 500
Row = dict[str, Any]


def chunks(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """Ids in portions that fit in one statement."""
    whole = sorted(ids)
    yield from (whole[start : start + CHUNK] for start in range(0, len(whole), CHUNK))


def refresh(conn: Connection, ids: Iterable[int]) -> set[int]:
    """Bring everything that follows from the statements of these entities up to date.

    Returns these and the children whose parents' names could be resolved: what the search index must read anew.
    """
    touched = set(ids)
    for chunk in chunks(touched):
        _refresh(conn, chunk)
    return touched | _resolve(conn)


def _refresh(conn: Connection, ids: list[int]) -> None:
    e = m.entity.c
    entities = {row["id"]: dict(row) for row in conn.execute(select(m.entity).where(e.id.in_(ids))).mappings()}
    said = _statements(conn, ids)
    variants: defaultdict[int, dict[Hashable, Row]] = defaultdict(dict)
    for row in conn.execute(select(m.variant).where(m.variant.c.release_id.in_(ids))).mappings():
        variants[row["release_id"]][row["id"]] = dict(row)
    own = {
        kind: {row["id"]: dict(row) for row in conn.execute(select(table).where(table.c.id.in_(ids))).mappings()}
        for kind, table in OWN.items()
    }
    wanted: defaultdict[str, list[Row]] = defaultdict(list)
    for id_, entity in entities.items():
        kind = Kind(entity["kind"])
        found = columns_of(kind, said[id_], list(variants[id_]))
        _columns(conn, entity, own.get(kind, {}).get(id_), variants[id_], found)
        for table, rows in rows_of(id_, entity["name"], said[id_]).items():
            wanted[table] += rows
    for table in TABLES:
        if table == "derivation":  # aliases are there by now
            _name_parents(conn, wanted[table])
        _rows(conn, m.metadata.tables[table], ids, wanted[table])


def _statements(conn: Connection, ids: list[int]) -> defaultdict[int, list[Stated]]:
    s = m.statement.c
    query = select(m.statement).where(s.entity_id.in_(ids)).order_by(s.entity_id, s.position, s.id)
    found: defaultdict[int, list[Stated]] = defaultdict(list)
    for row in conn.execute(query).mappings():
        found[row["entity_id"]].append(stated(dict(row), row["variant_id"], row["source_id"]))
    return found


def _columns(conn: Connection, entity: Row, own: Row | None, variants: dict[Hashable, Row], found: Columns) -> None:
    _update(conn, m.entity, entity, found.entity)
    if own is not None:
        _update(conn, OWN[Kind(entity["kind"])], own, found.own)
    for id_, row in variants.items():
        _update(conn, m.variant, row, found.variants[id_])


def _update(conn: Connection, table: Table, old: Row, new: Row) -> None:
    if any(old[name] != value for name, value in new.items()):
        update(conn, table, old["id"], new)


def _rows(conn: Connection, table: Table, owners: list[int], wanted: list[Row]) -> None:
    """Make a table's rows of these owners those that are wanted."""
    key = TABLES[table.name]
    query = select(table).where(table.c[key[0]].in_(owners))
    if table is m.term:
        query = query.where(m.term.c.property != "tag")
    existing = {_identity(row, key): dict(row) for row in conn.execute(query).mappings()}
    kept = {_identity(row, key): row for row in wanted}
    columns = list(table.primary_key.columns)
    gone = [row for identity, row in existing.items() if identity not in kept]
    keys = [tuple(row[column.name] for column in columns) for row in gone]
    delete(conn, table, [found[0] if len(found) == 1 else found for found in keys])
    for identity, row in kept.items():
        if identity in existing and len(columns) == 1:
            values = {name: value for name, value in row.items() if not _resolved(table, name, value)}
            _update(conn, table, existing[identity], values)
    insert(conn, table, [row for identity, row in kept.items() if identity not in existing])


def _resolved(table: Table, name: str, value: object) -> bool:
    """Whether a column holds more than the statement says: the parent that a bare name was resolved to."""
    return table is m.derivation and name == "parent_id" and value is None


def _identity(row: Any, key: Sequence[str]) -> tuple[Hashable, ...]:
    return tuple(tuple(value) if isinstance(value := row[name], list) else value for name in key)


def _name_parents(conn: Connection, rows: list[Row]) -> None:
    """Point derivations whose parent is only a name at the release that is called that."""
    open_ = [row for row in rows if row["parent_id"] is None]
    parents = _releases_called(conn, {row["parent_name"] for row in open_})
    for row in open_:
        row["parent_id"] = parents.get(row["parent_name"].casefold())


def _resolve(conn: Connection) -> set[int]:
    """Find the parents that are so far only names, now that a release is called that; return the children."""
    d = m.derivation.c
    open_ = conn.execute(select(d.id, d.child_id, d.parent_name).where(d.parent_id.is_(None))).all()
    parents = _releases_called(conn, {row.parent_name for row in open_})
    children = set()
    for row in open_:
        parent = parents.get(row.parent_name.casefold())
        if parent is not None:
            update(conn, m.derivation, row.id, {"parent_id": parent})
            children.add(row.child_id)
    return children


def _releases_called(conn: Connection, names: set[str]) -> dict[str, int]:
    """Releases by casefolded name or alias; a name beats an alias, and of several the one that came first is taken."""
    e, a = m.entity.c, m.alias.c
    is_release = e.kind == Kind.RELEASE.value
    called = select(a.key, e.id).join_from(m.alias, m.entity, e.id == a.entity_id).where(is_release)
    named = select(e.name_key, e.id).where(is_release)
    found: dict[str, int] = {}
    for chunk in chunks({name.casefold() for name in names}):
        for query in (called.where(a.key.in_(chunk)), named.where(e.name_key.in_(chunk))):
            found.update((row[0], row[1]) for row in conn.execute(query.order_by(e.id.desc())))
    return found
