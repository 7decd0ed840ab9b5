"""Relations between entities as SQL: who is named so, and who is related to whom."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from sqlalchemy import Column, CompoundSelect, Select, select, union, union_all

from db import models as m
from db.kinds import Kind
from db.properties import PROPERTIES

_TARGETS = frozenset[Kind]().union(*(item.targets for item in PROPERTIES.values() if Kind.PERSON in item.kinds))


def named(values: Iterable[str]) -> CompoundSelect[Any]:
    """Ids of the entities with any of these names, aliases or ids."""
    texts = list(values)
    folded = [text.casefold() for text in texts]
    who = m.entity.alias("named")
    return union(
        select(who.c.id).where(who.c.name_key.in_(folded)),
        select(who.c.id).where(who.c.slug.in_([text.lower() for text in texts])),
        select(m.alias.c.entity_id).where(m.alias.c.key.in_(folded)),
    )


def edges(one: Kind, others: AbstractSet[Kind]) -> list[tuple[Column[int], Column[int]]]:
    """The pairs of columns that can relate an entity of a kind to one of the others."""
    r, c, a, d, s = m.relation.c, m.credit.c, m.affiliation.c, m.derivation.c, m.statement.c
    pairs = [(r.subject_id, r.object_id), (r.object_id, r.subject_id)]
    if one is Kind.PERSON:
        pairs.append((c.person_id, c.target_id))
    if Kind.PERSON in others and one in _TARGETS:
        pairs.append((c.target_id, c.person_id))
    if one is Kind.PERSON and Kind.ORGANIZATION in others:
        pairs.append((a.person_id, a.organization_id))
    if one is Kind.ORGANIZATION and Kind.PERSON in others:
        pairs.append((a.organization_id, a.person_id))
    if one is Kind.RELEASE and Kind.RELEASE in others:
        pairs += [(d.child_id, d.parent_id), (d.parent_id, d.child_id)]
    if one is Kind.SOURCE:
        pairs.append((s.source_id, s.entity_id))
    if Kind.SOURCE in others:
        pairs.append((s.entity_id, s.source_id))
    return pairs


def related_to(one: Kind, others: AbstractSet[Kind], matching: Select[Any]) -> CompoundSelect[Any]:
    """Ids of what is related, in whatever way and direction, to an entity among `matching`."""
    chosen = matching.cte()  # asked for once, however many relations lead there
    return union_all(
        *(select(near).where(far.in_(select(chosen.c.id)), near.is_not(None)) for near, far in edges(one, others))
    )
