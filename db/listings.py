"""Listings (what a row is) and the record that describes one field of one listing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnClause, ColumnElement, FromClause, Select

from db import models as m
from db.kinds import Kind


class Part(StrEnum):
    """Rows that are parts of entities and can be listed and exported like them."""

    VARIANT = "variant"
    STATEMENT = "statement"
    DERIVATION = "derivation"
    DISAGREEMENT = "disagreement"


Listing = Kind | Part
"""What a row of a table or an export is."""


class FieldType(StrEnum):
    """How a field's values compare, sort and print."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    WORDS = "words"  # several texts
    ENTITIES = "entities"  # several entities, shown by name
    LINKS = "links"  # several addresses


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one listing: a scalar has `expr`, several values have `pairs` (owner, value[, target]).

    ENTITIES have `edges` (owner, target) too: the same without names, for counting and filtering. With `repeats` an
    edge may occur twice.
    """

    key: str
    listing: Listing
    label: str
    type: FieldType
    about: str
    expr: ColumnElement[Any] | None = None
    pairs: Select[Any] | None = None
    edges: Select[Any] | None = None
    repeats: bool = False
    span: str = ""
    """Prefix of the six columns of a DATE field; `expr` is then its earliest day."""
    facet: bool = False
    default: bool = False
    variant: ColumnElement[Any] | None = None
    """The column of `variant` that a filter of a release's repeated part compares."""
    unit: str = ""
    short: str = ""
    """The label above a narrow column, where the whole one is too long."""
    property: str = ""
    """The property of the statements behind it, for `disagrees:` and the inspector."""

    def many(self) -> bool:
        """Whether a row can have several values."""
        return self.pairs is not None


e = m.entity.c
_v, _s, _d, _g = m.variant.c, m.statement.c, m.derivation.c, m.disagreement.c
target = m.entity.alias("target")
"""The entity that a statement or a derivation points at."""
source_entity = m.entity.alias("source_entity")
"""The source of a statement."""


TYPED = {Kind.RELEASE: m.release, Kind.PERSON: m.person, Kind.PUBLICATION: m.publication, Kind.SOURCE: m.source}
"""Kinds with a table of their own beside `entity`."""


@cache
def base(listing: Listing) -> tuple[FromClause, ColumnElement[int], ColumnElement[int]]:
    """What to select from: the FROM clause, the id of a row and the id of the entity that owns it."""
    if isinstance(listing, Kind):
        table = TYPED.get(listing)
        return (m.entity if table is None else m.entity.join(table, table.c.id == e.id)), e.id, e.id
    if listing is Part.VARIANT:
        return m.variant.join(m.entity, e.id == _v.release_id), _v.id, e.id
    if listing is Part.STATEMENT:
        joined = (
            m.statement.join(m.entity, e.id == _s.entity_id)
            .outerjoin(m.variant, _v.id == _s.variant_id)
            .outerjoin(target, target.c.id == _s.target_id)
            .outerjoin(source_entity, source_entity.c.id == _s.source_id)
        )
        return joined, _s.id, e.id
    if listing is Part.DERIVATION:
        joined = (
            m.derivation.join(m.entity, e.id == _d.child_id)
            .outerjoin(m.variant, _v.id == _d.child_variant_id)
            .outerjoin(target, target.c.id == _d.parent_id)
        )
        return joined, _d.id, e.id
    joined = m.disagreement.join(m.entity, e.id == _g.entity_id).outerjoin(m.variant, _v.id == _g.variant_id)
    return joined, _g.id, e.id


def span_columns(field: Field) -> tuple[ColumnElement[Any], ...]:
    """The columns text, EDTF, earliest, latest, precision and qualifier of a DATE field."""
    table = field.expr.table if isinstance(field.expr, ColumnClause) else None
    if table is None or not field.span:
        raise TypeError(f"{field.key} is no date")
    return tuple(
        table.c[f"{field.span}_{part}"] for part in ("text", "edtf", "earliest", "latest", "precision", "qualifier")
    )
