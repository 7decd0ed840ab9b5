"""What one source states, in the order of its document."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from db import models as m
from db.details import statements_with
from db.filters import FilterSpec
from db.kinds import Kind
from db.listings import Part
from db.masks import respelled
from db.row_selects import matching
from db.rows import Ref, StatementRow

_e, _s = m.entity.c, m.statement.c
OF_SOURCES = frozenset({"source"})
"""Keys of a filter that choose sources: within one they say nothing."""


@dataclass(frozen=True, slots=True)
class SourceStatements:
    """The statements of a source that a filter leaves: ids, entities, and cited lines (0 where none is), and how many
    it has in all.
    """

    source_id: int
    ids: array[int]
    entities: array[int]
    first: array[int]
    last: array[int]
    total: int

    def place(self, statement_id: int) -> int | None:
        """Where a statement stands in the list, if it is there."""
        try:
            return self.ids.index(statement_id)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class StatedOf:
    """A statement with the entity that it is about."""

    entity: Ref
    kind: Kind
    row: StatementRow


def statements_in(conn: Connection, source_id: int, spec: FilterSpec) -> SourceStatements:
    """The statements of a source by line; those that cite no line come last."""
    clauses = tuple(clause for clause in spec.clauses if getattr(clause, "key", "") not in OF_SOURCES)
    order = [_s.first_line.asc().nulls_last(), _s.last_line, _e.name_key, _s.position, _s.id]
    columns = [_s.id, _s.entity_id, func.coalesce(_s.first_line, 0), func.coalesce(_s.last_line, 0)]
    query = matching(Part.STATEMENT, respelled(conn, FilterSpec(clauses)), columns, order)
    rows = conn.execute(query.where(_s.source_id == source_id)).all()
    total = conn.scalar(select(func.count()).select_from(m.statement).where(_s.source_id == source_id)) or 0
    ids, entities, first, last = (array("q", (row[place] for row in rows)) for place in range(4))
    return SourceStatements(source_id, ids, entities, first, last, total)


def stated_of(conn: Connection, ids: Sequence[int]) -> list[StatedOf]:
    """Statements in this order, with what they are about; those that are gone are left out."""
    rows = statements_with(conn, ids)
    query = select(_s.id, _e.id, _e.name, _e.kind).join_from(m.statement, m.entity, _e.id == _s.entity_id)
    about = {
        id_: (Ref(entity, name), Kind(kind)) for id_, entity, name, kind in conn.execute(query.where(_s.id.in_(ids)))
    }
    return [StatedOf(*about[id_], rows[id_]) for id_ in ids if id_ in rows and id_ in about]
