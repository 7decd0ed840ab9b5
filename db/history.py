"""The history of an entity, read from the change log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from db import models as m


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


def history(conn: Connection, entity_id: int, limit: int = 100) -> list[Entry]:
    """What was changed of an entity and its statements, the newest first."""
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
    about = or_(
        log.table_name.in_([table.name for table in own]) & (log.row_id == str(entity_id)),
        (log.table_name == m.statement.name) & log.row_id.in_(statements),
    )
    columns = (m.edit.c.at, m.edit.c.who, m.edit.c.label, log.table_name, log.row_id, log.field, log.old, log.new)
    query = select(*columns).join_from(m.change, m.edit).where(about).order_by(log.id.desc()).limit(limit)
    return [Entry(*row) for row in conn.execute(query)]
