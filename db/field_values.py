"""Where the values of a field with several of them come from: pairs of owner and value, and edges between entities."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, Select, case, exists, func, literal, select

from db import models as m
from db.kinds import Kind, Rank
from db.listings import target
from db.properties import PROPERTIES, ValueType

PLAIN = frozenset({"author", "birthplace", "headquarters", "license", "title"})
"""Properties that are told by their value alone."""


def entities_in(
    owner: Column[int], other: Column[int], *which: ColumnElement[bool], kind: Kind | None = None, repeats: bool = False
) -> dict[str, Any]:
    """The values of an ENTITIES field: the entities in `other`, of one kind if it is given, by owner."""
    edges = select(owner.label("owner"), other.label("target")).where(*which)
    pairs = select(owner.label("owner"), target.c.name.label("value"), target.c.id.label("target")).where(*which)
    pairs = pairs.join_from(owner.table, target, target.c.id == other)
    if kind is not None:
        edges = edges.join_from(owner.table, target, target.c.id == other).where(target.c.kind == kind.value)
        pairs = pairs.where(target.c.kind == kind.value)
    return {"pairs": pairs.distinct() if repeats else pairs, "edges": edges, "repeats": repeats}


def related(property_: str) -> dict[str, Any]:
    """Objects of a relation, by subject."""
    r = m.relation.c
    return entities_in(r.subject_id, r.object_id, r.property == property_)


def relating(property_: str, kind: Kind) -> dict[str, Any]:
    """Subjects of a relation, by object: the releases that use a technique."""
    r = m.relation.c
    return entities_in(r.object_id, r.subject_id, r.property == property_, kind=kind)


def credited(kind: Kind) -> dict[str, Any]:
    """What a person is credited on."""
    return entities_in(m.credit.c.person_id, m.credit.c.target_id, kind=kind, repeats=True)


def terms(property_: str) -> Select[Any]:
    """The words of an open vocabulary, by entity."""
    return select(m.term.c.entity_id.label("owner"), m.term.c.value.label("value")).where(
        m.term.c.property == property_
    )


def told(key: str) -> Select[Any]:
    """What is stated of a property, in words, for what has no table of its own: 5.58M USD (over, training, 2024).

    Of statements that can be compared, a preferred one stands for all; deprecated ones are left out.
    """
    rule, s = PROPERTIES[key], m.statement.c
    value: ColumnElement[str] = s.value_edtf if rule.type is ValueType.DATE else s.value
    if key not in PLAIN:
        around: ColumnElement[str] = literal("")
        for part in (s.qualifier, s.role, s.applies_edtf):
            around = around + case((part != "", literal(", ") + part), else_="")
        value = value + case((s.unit != "", literal(" ") + s.unit), else_="")
        value = value + case((around != "", literal(" (") + func.substr(around, 3) + literal(")")), else_="")
    pairs = select(s.entity_id.label("owner"), value.label("value")).where(
        s.property == key, s.rank != Rank.DEPRECATED.value
    )
    if rule.single or rule.type is ValueType.NUMBER:
        pairs = pairs.where((s.rank == Rank.PREFERRED.value) | ~_preferred_beside())
    return pairs.distinct()


def disputed(column: str) -> ColumnElement[Any]:
    """What the statements of a disagreement have in common: their role, or their unit."""
    s, first = m.statement.c, func.json_extract(m.disagreement.c.statements, "$[0]")
    return select(s[column]).where(s.id == first).correlate(m.disagreement).scalar_subquery()


def _preferred_beside() -> ColumnElement[bool]:
    """Whether a preferred statement speaks of the same thing as this one."""
    s, other = m.statement.c, m.statement.alias("other")
    same = [other.c[name] == s[name] for name in ("entity_id", "property", "role", "unit", "applies_edtf")]
    same.append(other.c.variant_id.is_not_distinct_from(s.variant_id))
    return exists().select_from(other).where(*same, other.c.rank == Rank.PREFERRED.value).correlate(m.statement)
