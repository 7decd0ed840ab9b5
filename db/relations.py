"""What an entity is directly related to, in words and in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, select

from db import models as m
from db.edtf import format_span, parse
from db.kinds import RELATION_WORDS, Basis, Kind, Rank
from db.listings import target
from db.properties import PROPERTIES
from db.rows import Ref, RelationRow
from db.texts import later, tr

MOST = 500
"""Relations listed of one sort."""

_ONWARD = {
    "technique": later("Techniques"),
    "system": later("Systems"),
    "paper": later("Papers"),
    "founder": later("Founders"),
    "owner": later("Owners"),
    "mentor": later("Mentors"),
}
"""What a relation to several others is called; where it is not its property's label."""
_BACK = {
    "paper": later("Describes"),
    "introduced_in": later("Introduces"),
    "part_of": later("Parts"),
    "founder": later("Founder of"),
    "owner": later("Owner of"),
    "mentor": later("Mentor of"),
}
"""What a relation is called from the other end."""
_BACK_BY_KIND = {
    ("organization", Kind.RELEASE): later("Releases"),
    ("organization", Kind.PUBLICATION): later("Publications"),
    ("organization", Kind.TECHNIQUE): later("Techniques"),
    ("organization", Kind.SYSTEM): later("Systems"),
    ("technique", Kind.RELEASE): later("Releases that use it"),
    ("technique", Kind.SYSTEM): later("Systems that use it"),
    ("technique", Kind.PUBLICATION): later("Publications that describe it"),
    ("technique", Kind.PERSON): later("People who work on it"),
    ("system", Kind.RELEASE): later("Releases"),
    ("about", Kind.EVENT): later("Events"),
    ("about", Kind.PUBLICATION): later("Publications about it"),
}
"""The same where it depends on what is at the other end."""
_TYPES = {"education": later("education"), "internship": later("internship"), "mentoring": later("mentoring")}
"""What an affiliation is called that is no employment."""
_KINDS = {kind.value: place for place, kind in enumerate(Kind)}
_t = target.c


def relations_of(conn: Connection, entity_id: int, kind: Kind) -> tuple[RelationRow, ...]:
    """All direct relations, those of one label together; the newest first where the other end is dated."""
    found = list(_relation_rows(conn, entity_id))
    if kind is Kind.RELEASE:
        found = [*_derivations(conn, entity_id), *found]
    found += _credits(conn, entity_id, kind)
    found += _affiliations(conn, entity_id, kind)
    return tuple(found)


def _newest(query: Select[Any]) -> Select[Any]:
    return query.order_by(_t.date_earliest.desc().nulls_last(), _t.name_key, _t.id).limit(MOST)


def _derivations(conn: Connection, entity_id: int) -> Iterator[RelationRow]:
    d, v = m.derivation.c, m.variant.c
    columns = (_t.id, _t.name, d.parent_name, d.relation, d.basis, v.name)
    both = ((d.child_id, d.parent_id, tr("Parents")), (d.parent_id, d.child_id, tr("Children")))
    for near, far, label in both:
        query = (
            select(*columns)
            .join_from(m.derivation, target, _t.id == far, isouter=True)
            .outerjoin(m.variant, v.id == d.child_variant_id)
            .where(near == entity_id)
        )
        variants: dict[tuple[Ref, str, str], list[str]] = {}
        for other, name, written, relation, basis, variant in conn.execute(_newest(query)):
            ref = Ref(other, name if name is not None else written)
            variants.setdefault((ref, relation, basis), []).append(variant or "")
        for (ref, relation, basis), sizes in variants.items():
            words = [
                tr(RELATION_WORDS[relation]),
                ", ".join(filter(None, sizes)),
                tr(basis) if basis != Basis.STATED else "",
            ]
            resolved = Kind.RELEASE if ref.id is not None else None
            yield RelationRow(label, ref, resolved, ", ".join(word for word in words if word))


def _relation_rows(conn: Connection, entity_id: int) -> Iterator[RelationRow]:
    r, s = m.relation.c, m.statement.c
    order = {key: place for place, key in enumerate(PROPERTIES)}
    for near, far, said_of, said_by in (
        (r.subject_id, r.object_id, s.entity_id, s.target_id),
        (r.object_id, r.subject_id, s.target_id, s.entity_id),
    ):
        query = select(r.property, _t.id, _t.name, _t.kind).join_from(m.relation, target, _t.id == far)
        rows = list(conn.execute(_newest(query.where(near == entity_id))))
        roles = _roles(conn, said_of == entity_id, said_by, {row.id for row in rows})
        rows = sorted(rows, key=lambda row: (order.get(row[0], len(order)), _KINDS[row[3]]))
        for property_, other, name, kind in rows:
            label = _label(property_, Kind(kind), back=near is r.object_id)
            yield RelationRow(label, Ref(other, name), Kind(kind), ", ".join(roles.get((property_, other), ())))


def _label(property_: str, other: Kind, *, back: bool) -> str:
    """What a relation is called, from either end."""
    label = _ONWARD.get(property_) or (PROPERTIES[property_].label if property_ in PROPERTIES else property_)
    if back:
        label = _BACK_BY_KIND.get((property_, other)) or _BACK.get(property_, property_)
    return tr(label)


def _roles(
    conn: Connection, here: ColumnElement[bool], other: Column[int], others: set[int]
) -> dict[tuple[str, int], list[str]]:
    """The roles of relations by property and the entity at the other end, each once."""
    s = m.statement.c
    query = (
        select(s.property, other, s.role)
        .where(here, other.in_(others), s.role != "", s.rank != Rank.DEPRECATED.value)
        .order_by(s.position, s.id)
    )
    found: dict[tuple[str, int], list[str]] = {}
    for property_, id_, role in conn.execute(query):
        roles = found.setdefault((property_, id_), [])
        if role not in roles:
            roles.append(role)
    return found


def _credits(conn: Connection, entity_id: int, kind: Kind) -> Iterator[RelationRow]:
    """Who is credited on it, or what a person is credited on: one row each, with all roles."""
    c = m.credit.c
    near, far = (c.person_id, c.target_id) if kind is Kind.PERSON else (c.target_id, c.person_id)
    query = select(_t.id, _t.name, _t.kind, c.role).join_from(m.credit, target, _t.id == far).where(near == entity_id)
    label = tr("Credits") if kind is Kind.PERSON else tr("People")
    roles: dict[tuple[int, str, str], list[str]] = {}
    for other, name, other_kind, role in conn.execute(_newest(query)):
        roles.setdefault((other, name, other_kind), []).append(role)
    for (other, name, other_kind), found in roles.items():
        yield RelationRow(label, Ref(other, name), Kind(other_kind), ", ".join(role for role in found if role))


def _affiliations(conn: Connection, entity_id: int, kind: Kind) -> Iterator[RelationRow]:
    """Where a person worked or studied, the latest first; who did at an organization, by name."""
    a = m.affiliation.c
    near, far = (a.person_id, a.organization_id) if kind is Kind.PERSON else (a.organization_id, a.person_id)
    if kind not in (Kind.PERSON, Kind.ORGANIZATION):
        return
    query = (
        select(_t.id, _t.name, _t.kind, a.role, a.type, a.date_edtf)
        .join_from(m.affiliation, target, _t.id == far)
        .where(near == entity_id)
        .order_by(a.date_earliest.desc().nulls_last(), _t.name_key, a.id)
        .limit(MOST)
    )
    label = tr("Affiliations") if kind is Kind.PERSON else tr("Affiliated people")
    for other, name, other_kind, role, type_, edtf in conn.execute(query):
        when = format_span(parse(edtf)) if edtf else ""
        type_word = "" if type_ == "employment" or type_ in role.lower() else tr(_TYPES[type_])
        detail = ", ".join(word for word in (role, type_word, when) if word)
        yield RelationRow(label, Ref(other, name), Kind(other_kind), detail)
