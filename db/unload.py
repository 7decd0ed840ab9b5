"""The whole database back to records, for a dossier that holds everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from db import models as m
from db.dossier import About, Citation, Dossier, Entity, Fact, Section, Variant
from db.kinds import Basis, Kind, Rank
from db.properties import PROPERTIES, ValueType

Row = RowMapping | Mapping[str, Any]

EMPTY = About(id="labline", title="Labline")
"""What a database says of itself that no dossier was stored in."""


def load(conn: Connection) -> Dossier:
    """The database as a dossier. Statements that differ only in where they are said become one fact again."""
    e, t, s = m.entity.c, m.term.c, m.section.c
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for row in conn.execute(select(t.entity_id, t.value).where(t.property == "tag").order_by(t.entity_id, t.value)):
        tags[row.entity_id].append(row.value)
    sections: defaultdict[int, list[Section]] = defaultdict(list)
    for row in conn.execute(select(m.section).order_by(s.source_id, s.first_line)):
        sections[row.source_id].append(Section.model_construct(line=row.first_line, title=row.title))
    lines = {row.id: row.lines for row in conn.execute(select(m.source.c.id, m.source.c.lines))}
    facts = _facts(conn)
    variants = _variants(conn, facts)
    entities = [
        Entity.model_construct(
            kind=Kind(row.kind),
            id=row.slug,
            name=row.name,
            tags=tuple(tags[row.id]),
            facts=facts[row.id, None],
            variants=tuple(variants[row.id]),
            lines=lines.get(row.id),
            sections=tuple(sections[row.id]),
        )
        for row in conn.execute(select(e.id, e.kind, e.slug, e.name).order_by(e.id))
    ]
    return Dossier(about=_about(conn), entities=tuple(entities))


def _about(conn: Connection) -> About:
    """The dossier that was stored; of several, one that names them all."""
    stored = [dict(row) for row in conn.execute(select(m.dossier).order_by(m.dossier.c.slug)).mappings()]
    if not stored:
        return EMPTY
    if len(stored) == 1:
        return About(id=stored[0].pop("slug"), **stored[0])

    def joined(name: str, mark: str) -> str:
        return mark.join(dict.fromkeys(row[name] for row in stored if row[name]))

    return About(
        id=EMPTY.id,
        title=joined("title", ", ")[:300],
        license=joined("license", ", ")[:200],
        credits=joined("credits", "\n"),
        about=joined("about", "\n"),
    )


_Facts = dict[str, tuple[Fact, ...]]


def _variants(conn: Connection, facts: defaultdict[tuple[int, int | None], _Facts]) -> defaultdict[int, list[Variant]]:
    found: defaultdict[int, list[Variant]] = defaultdict(list)
    v = m.variant.c
    for row in conn.execute(select(v.id, v.release_id, v.key, v.name).order_by(v.release_id, v.position, v.id)):
        variant = Variant.model_construct(id=row.key, name=row.name, facts=facts[row.release_id, row.id])
        found[row.release_id].append(variant)
    return found


def _facts(conn: Connection) -> defaultdict[tuple[int, int | None], _Facts]:
    """Facts by property, by (entity, variant or None)."""
    s = m.statement.c
    slugs: dict[int, str] = {row.id: row.slug for row in conn.execute(select(m.entity.c.id, m.entity.c.slug))}
    result: defaultdict[tuple[int, int | None], _Facts] = defaultdict(dict)
    query = select(m.statement).order_by(s.entity_id, s.position, s.id)
    for _, group in groupby(conn.execute(query).mappings(), key=same_fact):
        rows = list(group)
        cite = tuple(_citation(row, slugs) for row in rows if row["source_id"] is not None)
        owner = result[rows[0]["entity_id"], rows[0]["variant_id"]]
        owner[rows[0]["property"]] = (*owner.get(rows[0]["property"], ()), fact_of(rows[0], cite, slugs))
    return result


_FACT = ("entity_id", "variant_id", "property", "value", "target_id", "unit", "role", "qualifier", "applies_text",
         "rank", "basis", "ground", "note")  # fmt: skip


def same_fact(row: Row) -> tuple[Any, ...]:
    """What citations of one fact share. A statement without a source stands alone."""
    return *(row[name] for name in _FACT), row["id"] if row["source_id"] is None else None


def _citation(row: Row, slugs: dict[int, str]) -> Citation:
    return Citation.model_construct(
        source=slugs[row["source_id"]], first=row["first_line"], last=row["last_line"], page=row["page"]
    )


def fact_of(row: Row, cite: tuple[Citation, ...], slugs: Mapping[int, str]) -> Fact:
    """A row of `statement` as a fact; `slugs` has that of its target."""
    rule = PROPERTIES[row["property"]]
    bare = rule.type is ValueType.ENTITY and row["target_id"] is None
    return Fact.model_construct(
        value="" if bare else row["value"] if row["target_id"] is None else slugs[row["target_id"]],
        name=row["value"] if bare else "",
        cite=cite,
        role=row["role"],
        qualifier=row["qualifier"],
        unit="" if row["unit"] == rule.unit else row["unit"],
        when=row["applies_text"],
        rank=Rank(row["rank"]),
        basis=Basis(row["basis"]),
        ground=row["ground"],
        note=row["note"],
    )
