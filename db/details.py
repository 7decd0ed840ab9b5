"""Details: everything that is known of one entity, with where each fact is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from db import models as m
from db.edtf import DateSpan, Precision, Qualifier, format_span, parse
from db.history import edits_of
from db.kinds import Kind
from db.listings import source_entity, target
from db.properties import PROPERTIES
from db.relations import relations_of
from db.rows import Details, DisagreementRow, Ref, StatementRow, VariantRow
from db.stated_rows import stated
from db.statements import Stated, rivals
from db.texts import tr

e, _s, _v, _g = m.entity.c, m.statement.c, m.variant.c, m.disagreement.c
_ORDER = {key: place for place, key in enumerate(PROPERTIES)}
"""Importance: the order of the properties, but prose last."""
_LAST = ("description", "claim", "figure", "link")


def details(conn: Connection, entity_id: int) -> Details | None:
    """Everything that the inspector shows of an entity; None if there is no such entity."""
    row = conn.execute(select(m.entity).where(e.id == entity_id)).one_or_none()
    if row is None:
        return None
    date = None
    if row.date_edtf:
        precision, qualifier = Precision(row.date_precision), Qualifier(row.date_qualifier)
        date = DateSpan(row.date_text, row.date_edtf, row.date_earliest, row.date_latest, precision, qualifier)
    kind = Kind(row.kind)
    return Details(
        id=row.id,
        slug=row.slug,
        kind=kind,
        name=row.name,
        aliases=_texts(conn, select(m.alias.c.text).where(m.alias.c.entity_id == entity_id).order_by(m.alias.c.id)),
        description=row.description,
        date=date,
        tags=_texts(
            conn,
            select(m.term.c.value)
            .where(m.term.c.entity_id == entity_id, m.term.c.property == "tag")
            .order_by(m.term.c.value),
        ),
        links=_links(conn, entity_id),
        variants=_variants(conn, entity_id),
        statements=statements_of(conn, entity_id),
        disagreements=_disagreements(conn, entity_id),
        relations=relations_of(conn, entity_id, kind),
        changes=tuple(map(str, edits_of(conn, entity_id))),
    )


def _texts(conn: Connection, query: Any) -> tuple[str, ...]:
    return tuple(conn.scalars(query))


def _links(conn: Connection, entity_id: int) -> tuple[tuple[str, str], ...]:
    link = m.link.c
    query = select(link.role, link.url).where(link.entity_id == entity_id).order_by(link.id)
    return tuple((role, url) for role, url in conn.execute(query))


def _variants(conn: Connection, entity_id: int) -> tuple[VariantRow, ...]:
    query = select(_v.name, _v.params, _v.active_params).where(_v.release_id == entity_id).order_by(_v.position, _v.id)
    return tuple(VariantRow(*row) for row in conn.execute(query))


def _importance(property_: str) -> tuple[bool, int]:
    return property_ in _LAST, _ORDER.get(property_, len(_ORDER))


def _label(property_: str) -> str:
    return tr(PROPERTIES[property_].label) if property_ in PROPERTIES else property_


def statements_of(conn: Connection, entity_id: int, property_: str = "") -> tuple[StatementRow, ...]:
    """The statements of an entity, the important first; with a property, those of that one."""
    only = [_s.property == property_] if property_ else []
    found = conn.execute(_named_statements().where(_s.entity_id == entity_id, *only)).all()
    found = sorted(found, key=lambda row: (_importance(row.property), row.variant_position or 0))
    return tuple(_statement(row) for row in found)


def statements_with(conn: Connection, ids: Iterable[int]) -> dict[int, StatementRow]:
    """Statements by their ids; those that are gone are left out."""
    query = _named_statements().where(_s.id.in_(list(ids)))
    return {row.id: _statement(row) for row in conn.execute(query)}


def _named_statements() -> Select[Any]:
    """Statements with the names of what they name, in the order of the dossier."""
    return (
        select(
            m.statement,
            _v.name.label("variant_name"),
            _v.position.label("variant_position"),
            target.c.name.label("target_name"),
            source_entity.c.name.label("source_name"),
        )
        .join_from(m.statement, m.variant, _v.id == _s.variant_id, isouter=True)
        .outerjoin(target, target.c.id == _s.target_id)
        .outerjoin(source_entity, source_entity.c.id == _s.source_id)
        .order_by(_s.position, _s.id)
    )


def _statement(row: Any) -> StatementRow:
    refers = PROPERTIES[row.property].targets if row.property in PROPERTIES else ()
    named = Ref(row.target_id, row.target_name or row.value)
    return StatementRow(
        id=row.id,
        property=row.property,
        label=_label(row.property),
        variant=row.variant_name or "",
        value=row.value,
        target=named if refers else None,
        role=row.role,
        qualifier=row.qualifier,
        unit=row.unit,
        when=format_span(parse(row.applies_edtf)) if row.applies_edtf else "",
        rank=row.rank,
        basis=row.basis,
        ground=row.ground,
        note=row.note,
        source=Ref(row.source_id, row.source_name) if row.source_id is not None else None,
        section=row.section,
        first_line=row.first_line,
        last_line=row.last_line,
        page=row.page,
    )


def _disagreements(conn: Connection, entity_id: int) -> tuple[DisagreementRow, ...]:
    query = (
        select(_g.property, _v.name, _g.verdict, _g.statements)
        .join_from(m.disagreement, m.variant, _v.id == _g.variant_id, isouter=True)
        .where(_g.entity_id == entity_id)
        .order_by(_g.verdict, _g.id)
    )
    found = conn.execute(query).all()
    rows = conn.execute(select(m.statement).where(_s.entity_id == entity_id)).mappings() if found else ()
    by_id = {row["id"]: stated(dict(row), row["variant_id"], row["source_id"]) for row in rows}
    shown = [
        disagreement_row(property_, variant or "", verdict, [by_id[id_] for id_ in ids if id_ in by_id])
        for property_, variant, verdict, ids in found
    ]
    return tuple(sorted(shown, key=lambda row: (row.verdict, _importance(row.property))))


def disagreement_row(property_: str, variant: str, verdict: str, group: Sequence[Stated]) -> DisagreementRow:
    """Statements that were found to contradict or refine each other, with what they are about and who is with whom."""
    rule, label = PROPERTIES.get(property_), _label(property_)
    if rule is None or not group:
        return DisagreementRow(property_, label, variant, verdict, tuple(said.id for said in group))
    first = group[0]
    unit = "" if first.unit == rule.unit else first.unit
    about = tr(", ").join(part for part in (first.role, unit, format_span(first.when) if first.when else "") if part)
    return DisagreementRow(
        property_,
        f"{label} ({about})" if about else label,
        variant,
        verdict,
        tuple(said.id for said in group),
        tuple(tuple(said.id for said in rival) for rival in rivals(rule, group)),
    )
