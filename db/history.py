"""The history of an entity, read from the change log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from db import models as m
from db.edtf import format_span, parse
from db.texts import later, tr, tr_n

_ADDED, _REMOVED, _CHANGED = later("added"), later("removed"), later("changed")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history; as text, a line for the user. `at` is UTC; an empty `field` is the whole row."""

    at: datetime
    who: str
    label: str
    table: str
    row: str
    field: str
    old: Any
    new: Any

    def __str__(self) -> str:
        by = f" by {self.who}" if self.who else ""
        return f"{self.at:%Y-%m-%d %H:%M} UTC{by}: {self.label} – {self.what()}"

    def what(self) -> str:
        """What happened to the row."""
        if self.field:
            return f"{self.table}: {self.field} from {_shown(self.old)} to {_shown(self.new)}"
        content = self.new if self.old is None else self.old
        name = content.get("property") or content.get("name") or self.row if isinstance(content, dict) else self.row
        value = f" {_shown(content['value'])}" if isinstance(content, dict) and "value" in content else ""
        return f"{self.table} {name}{value} {'added' if self.old is None else 'removed'}"


def _shown(value: Any) -> str:
    return "unknown" if value is None else f"“{value}”"


@dataclass(frozen=True, slots=True)
class Edit:
    """What one edit did with an entity; as text, a line for the user. `at` is UTC; `done` says what, in words."""

    at: datetime
    label: str
    done: tuple[str, ...]

    def __str__(self) -> str:
        """As in “21 Nov 2026, import of the bundled dossier: added”; the day is the user's own."""
        day = self.at.replace(tzinfo=UTC).astimezone().date()
        label = self.label[:1].lower() + self.label[1:]
        date = format_span(parse(day.isoformat()))
        return tr("{date}, {edit}: {done}", date=date, edit=label, done=tr(", ").join(self.done))


def edits_of(conn: Connection, entity_id: int, limit: int = 50) -> list[Edit]:
    """The edits that changed an entity or its statements, the newest first."""
    log, edit = m.change.c, m.edit.c
    kinds = (edit.id, edit.at, edit.label, log.table_name, log.field, log.old.is_(None), log.new.is_(None))
    query = select(*kinds, func.count()).join_from(m.change, m.edit).where(_about(conn, entity_id)).group_by(*kinds)
    rows = conn.execute(query.order_by(edit.id.desc(), func.min(log.id))).all()
    grouped = groupby(rows, key=lambda row: (row[0], row[1], row[2]))
    return [Edit(at, label, _done(same)) for (_, at, label), same in islice(grouped, limit)]


def _done(rows: Iterable[Any]) -> tuple[str, ...]:
    """What an edit did, in words; an entity that is new or gone needs no more of them."""
    counts: Counter[str] = Counter()
    fields: dict[str, None] = {}
    for _id, _at, _label, table, field, no_old, no_new, count in rows:
        word = _CHANGED if field else _ADDED if no_old else _REMOVED if no_new else _CHANGED
        if table == m.entity.name and not field:
            return (tr(word),)
        if table == m.statement.name:
            counts[word] += count
        else:
            fields[field.replace("_", " ") or table] = None
    said = [_counted(word, count) for word, count in counts.items()]
    return (*said, *([tr("{fields} changed", fields=tr(", ").join(fields))] if fields else []))


def _counted(word: str, count: int) -> str:
    if word == _ADDED:
        return tr_n("{n} statement added", "{n} statements added", count)
    if word == _REMOVED:
        return tr_n("{n} statement removed", "{n} statements removed", count)
    return tr_n("{n} statement changed", "{n} statements changed", count)


def history(conn: Connection, entity_id: int, limit: int = 100) -> list[Entry]:
    """What was changed of an entity and its statements, the newest first."""
    log = m.change.c
    columns = (m.edit.c.at, m.edit.c.who, m.edit.c.label, log.table_name, log.row_id, log.field, log.old, log.new)
    query = select(*columns).join_from(m.change, m.edit).where(_about(conn, entity_id)).order_by(log.id.desc())
    return [Entry(*row) for row in conn.execute(query.limit(limit))]


def _about(conn: Connection, entity_id: int) -> ColumnElement[bool]:
    """Which changes are of an entity and its statements."""
    log, statement = m.change.c, m.statement.c
    statements = [str(id_) for id_ in conn.scalars(select(statement.id).where(statement.entity_id == entity_id))]
    removed = (
        (log.table_name == m.statement.name)
        & (log.field == "")
        & log.new.is_(None)
        & (log.old["entity_id"].as_integer() == entity_id)
    )
    statements += conn.scalars(select(log.row_id).where(removed))
    own = [m.entity, *(table for table in (m.release, m.person, m.publication, m.source))]
    return or_(
        log.table_name.in_([table.name for table in own]) & (log.row_id == str(entity_id)),
        (log.table_name == m.statement.name) & log.row_id.in_(statements),
    )
