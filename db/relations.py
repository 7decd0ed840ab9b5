"""What an entity is directly related to, in words and in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from db import models as m
from db.edtf import format_span, parse
from db.kinds import Basis, Kind
from db.listings import target
from db.properties import PROPERTIES
from db.rows import Ref, RelationRow

MOST = 500
"""Relations listed of one sort."""

_BACK = {
    "organization": "Made",
    "technique": "Used or described by",
    "paper": "Describes",
    "introduced_in": "Introduces",
    "about": "Subject of",
    "part_of": "Parts",
    "founder": "Founder of",
    "owner": "Owner of",
    "mentor": "Mentor of",
}
"""What a relation is called from the other end."""
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
    both = ((d.child_id, d.parent_id, "Parents"), (d.parent_id, d.child_id, "Children"))
    for near, far, label in both:
        query = (
            select(*columns)
            .join_from(m.derivation, target, _t.id == far, isouter=True)
            .outerjoin(m.variant, v.id == d.child_variant_id)
            .where(near == entity_id)
        )
        for other, name, written, relation, basis, variant in conn.execute(_newest(query)):
            words = [relation, f"of {variant}" if variant else "", basis if basis != Basis.STATED else ""]
            detail = ", ".join(word for word in words if word)
            resolved = Kind.RELEASE if other is not None else None
            yield RelationRow(label, Ref(other, name if name is not None else written), resolved, detail)


def _relation_rows(conn: Connection, entity_id: int) -> Iterator[RelationRow]:
    r = m.relation.c
    order = {key: place for place, key in enumerate(PROPERTIES)}
    for near, far, labels in (
        (r.subject_id, r.object_id, {key: item.label for key, item in PROPERTIES.items()}),
        (r.object_id, r.subject_id, _BACK),
    ):
        query = select(r.property, _t.id, _t.name, _t.kind).join_from(m.relation, target, _t.id == far)
        rows = conn.execute(_newest(query.where(near == entity_id))).all()
        for property_, other, name, kind in sorted(rows, key=lambda row: order.get(row[0], len(order))):
            yield RelationRow(labels.get(property_, property_), Ref(other, name), Kind(kind), "")


def _credits(conn: Connection, entity_id: int, kind: Kind) -> Iterator[RelationRow]:
    """Who is credited on it, or what a person is credited on: one row each, with all roles."""
    c = m.credit.c
    near, far = (c.person_id, c.target_id) if kind is Kind.PERSON else (c.target_id, c.person_id)
    query = select(_t.id, _t.name, _t.kind, c.role).join_from(m.credit, target, _t.id == far).where(near == entity_id)
    label = "Credits" if kind is Kind.PERSON else "People"
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
    label = "Affiliations" if kind is Kind.PERSON else "Affiliated people"
    for other, name, other_kind, role, type_, edtf in conn.execute(query):
        when = format_span(parse(edtf)) if edtf else ""
        type_word = "" if type_ == "employment" or type_ in role.lower() else type_
        detail = ", ".join(word for word in (role, type_word, when) if word)
        yield RelationRow(label, Ref(other, name), Kind(other_kind), detail)
