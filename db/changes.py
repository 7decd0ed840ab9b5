"""The change log: who changed what and when, in the same transaction as the change.

Every function writes for the running edit, `Database.write`, and raises RuntimeError outside one. A row's key is its
id, or a tuple where several columns are the key. `undo.py` and `history.py` read the log back.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Integer,
    Table,
    bindparam,
    exists,
    func,
    select,
    tuple_,
)
from sqlalchemy import delete as sql_delete
from sqlalchemy import insert as sql_insert
from sqlalchemy import update as sql_update
from sqlalchemy.types import TypeEngine

from db.connections import to_json
from db.database_file import DatabaseError
from db.models import change, edit, metadata

Key = int | str | tuple[int | str, ...]
Row = Mapping[str, Any]

CHUNK = 500
"""Keys in one statement; well below SQLite's limit of variables."""


@contextmanager
def editing(conn: Connection, label: str, who: str) -> Iterator[int]:
    """Open an edit on a connection in a transaction; forget it if nothing was logged."""
    row = {"at": datetime.now(UTC).replace(tzinfo=None), "who": (who or _user())[:200], "label": label[:300]}
    edit_id: int = conn.execute(sql_insert(edit).values(row).returning(edit.c.id)).scalar_one()
    conn.info["edit_id"] = edit_id
    try:
        yield edit_id
        if not conn.scalar(select(exists().where(change.c.edit_id == edit_id))):
            conn.execute(sql_delete(edit).where(edit.c.id == edit_id))
    finally:
        conn.info.pop("edit_id", None)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user, as in a container
        return ""


def running(conn: Connection) -> int:
    """The id of the running edit."""
    try:
        edit_id: int = conn.info["edit_id"]
    except KeyError:
        raise RuntimeError("a logged change needs a running edit: use the connection of Database.write") from None
    return edit_id


def insert(conn: Connection, table: Table, rows: Sequence[Row]) -> list[int]:
    """Insert rows, all with the same columns, and log each. Without an `id` they get the next ids, none used before.

    Returns the ids in the order of the rows; nothing for a table whose key is not an `id` of its own.
    """
    edit_id = running(conn)
    if not rows:
        return []
    columns = rows[0].keys()
    if any(row.keys() != columns for row in rows) or not columns <= set(table.columns.keys()):
        raise ValueError(f"rows for {table.name} must all have the same, known columns")
    numbered = _numbered(table)
    if numbered and "id" not in columns:
        first = _next_id(conn, table)
        rows = [{"id": first + place, **row} for place, row in enumerate(rows)]
    _write(conn, table, {name: [row[name] for row in rows] for name in rows[0]})
    _log_rows(conn, table, edit_id, rows, "new")
    return [row["id"] for row in rows] if numbered else []


def update(conn: Connection, table: Table, key: Key, values: Row) -> bool:
    """Set fields of one row and log each that differs; False when none does. Raises LookupError without such a row."""
    edit_id = running(conn)
    here = among(table, [key])
    old = conn.execute(select(*(table.c[name] for name in values)).where(here)).mappings().one_or_none()
    if old is None:
        raise LookupError(f"{table.name} has no row {key}")
    different = {name: value for name, value in values.items() if old[name] != value}
    if not different:
        return False
    conn.execute(sql_update(table).where(here).values(different))
    common = {"edit_id": edit_id, "table_name": table.name, "row_id": row_id(key)}
    log = [{**common, "field": name, "old": old[name], "new": value} for name, value in different.items()]
    conn.execute(sql_insert(change), log)
    return True


def delete(conn: Connection, table: Table, keys: Iterable[Key]) -> int:
    """Delete rows with all that hangs on them, each logged whole, the dependent ones first; returns how many.

    Raises DatabaseError when other rows name one of them and may not go with it; passes over keys without a row.
    """
    edit_id = running(conn)
    remaining = iter(keys)
    chunks = list(iter(lambda: list(islice(remaining, CHUNK)), []))
    deleted = 0
    for chunk in chunks:
        for child, child_keys in dependents(conn, table, chunk):
            deleted += delete(conn, child, child_keys)
    return deleted + sum(_delete(conn, table, chunk, edit_id) for chunk in chunks)


def _log_rows(conn: Connection, table: Table, edit_id: int, rows: Sequence[Row], side: str) -> None:
    """Log whole rows as `old` or `new`; what is unknown is left out."""
    keys = zip(*([row[column.name] for row in rows] for column in table.primary_key.columns), strict=True)
    log: dict[str, Sequence[object]] = {
        "edit_id": [edit_id] * len(rows),
        "table_name": [str(table.name)] * len(rows),  # of the plain type, which the driver binds at once
        "row_id": [row_id(key) for key in keys],
        "field": [""] * len(rows),
        side: [{name: value for name, value in row.items() if value is not None} for row in rows],
    }
    _write(conn, change, log)


def _write(conn: Connection, table: Table, columns: Mapping[str, Sequence[object]]) -> None:
    """Insert rows, given by column, by the driver's executemany: SQLAlchemy's takes twice as long to bind them."""
    names = [column.name for column in table.columns if column.name in columns]  # as the statement orders them
    statement = sql_insert(table).inline().compile(dialect=conn.dialect, column_keys=names)
    rows = zip(*(_bound(conn, table.c[name].type, columns[name]) for name in names), strict=True)
    if statement.positional:
        conn.exec_driver_sql(str(statement), list(rows))
    else:
        conn.exec_driver_sql(str(statement), [dict(zip(names, row, strict=True)) for row in rows])


def _bound(conn: Connection, type_: TypeEngine[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Values as the driver takes them; each date is turned into text once, for they repeat."""
    if isinstance(type_, JSON):
        return [None if value is None else to_json(value) for value in values]
    process = type_.dialect_impl(conn.dialect).bind_processor(conn.dialect)
    if process is None:
        return values
    known = {value: process(value) for value in set(values)}
    return [known[value] for value in values]


def _delete(conn: Connection, table: Table, keys: list[Key], edit_id: int) -> int:
    rows = [row._asdict() for row in conn.execute(select(table).where(among(table, keys)))]
    if not rows:
        return 0
    _check_free(conn, table, keys)
    _log_rows(conn, table, edit_id, rows, "old")
    conn.execute(sql_delete(table).where(among(table, keys)))
    return len(rows)


def dependents(conn: Connection, table: Table, keys: Sequence[Key]) -> Iterator[tuple[Table, list[Key]]]:
    """The rows that go when these go (ON DELETE CASCADE), by table; at most CHUNK keys."""
    for column in references(table):
        if next(iter(column.foreign_keys)).ondelete == "CASCADE":
            child = column.table
            rows = conn.execute(select(*child.primary_key.columns).where(column.in_(keys))).all()
            if rows:
                yield child, [row[0] if len(row) == 1 else tuple(row) for row in rows]


def _check_free(conn: Connection, table: Table, keys: Sequence[Key]) -> None:
    for column in references(table):
        if next(iter(column.foreign_keys)).ondelete == "RESTRICT":
            count = conn.scalar(select(func.count()).select_from(column.table).where(column.in_(keys)))
            if count:
                raise DatabaseError(
                    f"This {table.name} cannot be deleted: {count} rows of {column.table.name} name it"
                    f" ({column.name}). Change or delete those first."
                )


def references(table: Table) -> list[Column[Any]]:
    """The columns of data tables that refer to rows of this table."""
    return [
        key.parent
        for other in metadata.sorted_tables
        if other is not change
        for key in sorted(other.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table is table
    ]


def row_id(key: Key) -> str:
    """The key as the log writes it: its parts with spaces between them, of which only the last may have some itself."""
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def key_from(table: Table, text: str) -> Key:
    """The key from what the log wrote."""
    columns = table.primary_key.columns
    parts = text.split(" ", len(columns) - 1)
    key = tuple(
        int(part) if isinstance(column.type, Integer) else part for column, part in zip(columns, parts, strict=True)
    )
    return key[0] if len(key) == 1 else key


def decode(column: Column[Any], value: Any) -> Any:
    """A value of the log's JSON as the column has it."""
    if isinstance(value, str) and isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    return value


def _numbered(table: Table) -> bool:
    columns = table.primary_key.columns
    return len(columns) == 1 and columns[0].name == "id" and isinstance(columns[0].type, Integer)


def among(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    """The condition that a row has one of these keys."""
    columns = list(table.primary_key.columns)
    return columns[0].in_(keys) if len(columns) == 1 else tuple_(*columns).in_(keys)


def _next_id(conn: Connection, table: Table) -> int:
    """One more than any id that the table has or had, so that the log never speaks of two rows by one name.

    Ids are given out without gaps, so the highest that the log knows is found by doubling and halving the step.
    """
    low: int = conn.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0
    known = select(exists().where(change.c.table_name == table.name, change.c.row_id == bindparam("id")))
    step = 1
    while conn.scalar(known, {"id": str(low + step)}):
        low, step = low + step, step * 2
    while step > 1:
        step //= 2
        if conn.scalar(known, {"id": str(low + step)}):
            low += step
    return low + 1
