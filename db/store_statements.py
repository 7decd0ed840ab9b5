"""Which statements of a dossier the database has already, and the others into it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.changes import insert
from db.dossier import Entity
from db.kinds import Rank
from db.properties import PROPERTIES
from db.refresh import chunks
from db.statement_rows import Draft, section_at

_SAME = ("property", "value", "unit", "role", "qualifier", "applies_text", "basis", "note", "first_line", "last_line",
         "page")  # fmt: skip
"""What makes two statements the same, besides entity, variant, target and source; users set rank and ground."""


def add_statements(
    conn: Connection, entities: list[Entity], said: dict[str, list[Draft]], ids: dict[str, int]
) -> set[int]:
    """Insert the statements that are not there yet; return the entities that got some."""
    mine = [ids[entity.id] for entity in entities]
    variants = {
        (row.release_id, row.key): row.id
        for chunk in chunks(mine)
        for row in conn.execute(select(m.variant).where(m.variant.c.release_id.in_(chunk)))
    }
    there, last, preferred = _present(conn, mine)
    sections = _sections(conn, {ids[draft.source] for found in said.values() for draft in found if draft.source})
    rows = []
    for entity in entities:
        id_ = ids[entity.id]
        for draft in said[entity.id]:
            row = {
                "entity_id": id_,
                "variant_id": variants[id_, draft.variant] if draft.variant else None,
                "target_id": ids[draft.target] if draft.target else None,
                "source_id": ids[draft.source] if draft.source else None,
                **draft.row,
            }
            same = _sameness(row)
            if there[same]:
                there[same] -= 1
                continue
            if row["rank"] == Rank.PREFERRED and preferred.get(_subject(row), row["value"]) != row["value"]:
                row["rank"] = Rank.NORMAL.value  # the database's choice stands
            last[id_] += 1
            row["position"] = last[id_]
            row["section"] = section_at(sections.get(row["source_id"], []), row["first_line"])
            rows.append(row)
    insert(conn, m.statement, rows)
    return {row["entity_id"] for row in rows}


def _sameness(row: Mapping[str, Any]) -> tuple[Any, ...]:
    value = row["target_id"] or row["value"]  # an entity may have got another name since
    return (
        row["entity_id"],
        row["variant_id"],
        row["source_id"],
        value,
        *(row[name] for name in _SAME if name != "value"),
    )


def _subject(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["entity_id"], row["variant_id"], row["property"]


_Present = tuple[Counter[tuple[Any, ...]], defaultdict[int, int], dict[tuple[Any, ...], str]]


def _present(conn: Connection, ids: list[int]) -> _Present:
    """How often each statement of these entities is there, their last positions, and the single values preferred."""
    there: Counter[tuple[Any, ...]] = Counter()
    preferred: dict[tuple[Any, ...], str] = {}
    last: defaultdict[int, int] = defaultdict(int)
    for chunk in chunks(ids):
        for row in conn.execute(select(m.statement).where(m.statement.c.entity_id.in_(chunk))).mappings():
            there[_sameness(dict(row))] += 1
            last[row["entity_id"]] = max(last[row["entity_id"]], row["position"])
            if row["rank"] == Rank.PREFERRED and PROPERTIES[row["property"]].single:
                preferred[_subject(dict(row))] = row["value"]
    return there, last, preferred


def _sections(conn: Connection, sources: set[int]) -> dict[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    s = m.section.c
    for chunk in chunks(sources):
        query = select(m.section).where(s.source_id.in_(chunk)).order_by(s.source_id, s.first_line)
        for row in conn.execute(query):
            found[row.source_id].append((row.first_line, row.title))
    return found
