"""What each clause means in SQL, on the rows of a listing, portable to PostgreSQL.

A clause whose field the listing has is about its rows. Any other reaches them through a relation: clauses that can be
about one kind must all hold for the same related entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, or_, select, true, union

from db import models as m
from db import search
from db.clauses import ANY, UNKNOWN, AnyOf, Clause, Disagrees, Has, Is, Lineage, Range, Words
from db.fields import BY_KEY
from db.kinds import Kind
from db.lineage import walk
from db.listings import TYPED, Field, FieldType, Listing, Part, base, span_columns
from db.reach import groups, is_own, kinds_of, properties_about
from db.related import named, related_to

e, _v, _s, _d, _g = m.entity.c, m.variant.c, m.statement.c, m.derivation.c, m.disagreement.c
Condition = ColumnElement[bool]

_OWNERS = {Part.VARIANT: (Kind.RELEASE,), Part.DERIVATION: (Kind.RELEASE,)}
"""Kinds whose entities have such parts; for the others, every kind."""


@lru_cache(maxsize=256)
def condition(listing: Listing, clauses: tuple[Clause, ...]) -> Condition:
    """Whether all clauses hold for a row of the listing."""
    own = [clause for clause in clauses if is_own(listing, clause)]
    other = [clause for clause in clauses if clause not in own]
    parts = list(_own(listing, own))
    if isinstance(listing, Part):
        if other:
            parts.append(_of_owner(listing, other))
    else:
        parts += [_through(listing, homes, group) for homes, group in groups(listing, other)]
    return and_(true(), *parts)


def row_id(listing: Listing) -> ColumnElement[int]:
    """The id of a row, from the table of its own where the kind has one."""
    if isinstance(listing, Kind) and listing in TYPED:
        return TYPED[listing].c.id
    return base(listing)[1]


# ---- reaching other kinds ----


def _matching(listings: Iterable[Listing], clauses: Sequence[Clause]) -> Select[Any]:
    """Ids of the entities, in any of the listings, for which all clauses hold as their own; of a part, its owner's."""
    selects = []
    for listing in sorted(listings):
        source, _, owner = base(listing)
        kind = [e.kind == listing.value] if isinstance(listing, Kind) and listing not in TYPED else []
        chosen = select(owner.label("id")).select_from(source).where(*kind, *_own(listing, clauses)).correlate(None)
        selects.append(chosen)
    if len(selects) == 1:
        return selects[0]
    united = union(*selects).subquery()
    return select(united.c.id)


def _through(listing: Kind, homes: set[Listing], clauses: Sequence[Clause]) -> Condition:
    """Whether an entity is related to one, or has a part, for which the clauses hold."""
    if not homes:
        return false()
    parts = {home for home in homes if isinstance(home, Part)}
    if parts and (Kind.RELEASE is not listing) and all(part in _OWNERS for part in parts):
        return row_id(listing).in_(related_to(listing, {Kind.RELEASE}, _matching(parts, clauses)))
    if parts:
        return row_id(listing).in_(_matching(parts, clauses))
    kinds = {home for home in homes if isinstance(home, Kind)}
    return row_id(listing).in_(related_to(listing, kinds, _matching(kinds, clauses)))


def _of_owner(listing: Part, clauses: Sequence[Clause]) -> Condition:
    """Whether the clauses hold for the entity that has the part."""
    if listing in _OWNERS:
        ids = select(m.release.c.id).where(condition(Kind.RELEASE, tuple(clauses)))
        ids = ids.select_from(m.release.join(m.entity, e.id == m.release.c.id))
        return e.id.in_(ids.correlate(None))
    kinds = set(Kind).intersection(*(kinds_of(clause) for clause in clauses))
    return e.id.in_(_matching(kinds, clauses)) if kinds else false()


# ---- clauses on a listing's own rows ----


def _own(listing: Listing, clauses: Sequence[Clause]) -> Iterable[Condition]:
    words = [clause for clause in clauses if isinstance(clause, Words)]
    entity_id = row_id(listing) if isinstance(listing, Kind) else e.id
    wanted = [search.SearchTerm(clause.text, clause.phrase) for clause in words if not clause.negated]
    if wanted:
        yield search.matching(entity_id, wanted)
    for word in words:
        if word.negated and search.is_searchable(word.text):
            yield ~search.matching(entity_id, [search.SearchTerm(word.text, word.phrase)])
    repeated = []
    for clause in clauses:
        field = BY_KEY.get((listing, clause.key))
        if isinstance(clause, Range) and field is not None and field.variant is not None:
            repeated.append((field.variant, clause))
        elif not isinstance(clause, Words):
            yield _one(listing, field, clause)
    if repeated:
        yield _same_variant(repeated)


def _one(listing: Listing, field: Field | None, clause: Clause) -> Condition:
    match clause:
        case Is():
            return _is(listing, clause)
        case Disagrees():
            return _signed(clause, _disagrees(listing, clause.about))
        case Has():
            return _signed(clause, _has(listing, clause.field))
        case Lineage():
            ids = walk(clause.values, descendants=clause.key == "descendant-of")
            return _signed(clause, row_id(listing).in_(ids))
        case AnyOf() if field is None:
            return _signed(clause, row_id(listing).in_(named(clause.values)))
        case AnyOf() if field is not None:
            return _any_of(field, clause)
        case Range() if field is not None and field.expr is not None:
            if field.type is FieldType.DATE:
                _, _, earliest, latest, _, _ = span_columns(field)
                return _dates(earliest, latest, clause)
            return _numbers(field.expr, clause)
    return false()


def _signed(clause: Clause, holds: Condition) -> Condition:
    return ~holds if clause.negated else holds


def _same_variant(repeated: Sequence[tuple[ColumnElement[Any], Range]]) -> Condition:
    """One variant for which all hold; where all are negated, a release without variants is kept as unknown."""
    release = m.release.c.id
    found = release.in_(select(_v.release_id).where(*(_numbers(column, clause) for column, clause in repeated)))
    if all(clause.negated for _, clause in repeated):
        return or_(found, release.not_in(select(_v.release_id)))
    return found


def _numbers(column: ColumnElement[Any], clause: Range) -> Condition:
    ends = []
    if clause.low is not None:
        ends.append(column > clause.low if clause.low_open else column >= clause.low)
    if clause.high is not None:
        ends.append(column < clause.high if clause.high_open else column <= clause.high)
    return or_(column.is_(None), ~and_(*ends)) if clause.negated else and_(*ends)


def _dates(earliest: ColumnElement[Any], latest: ColumnElement[Any], clause: Range) -> Condition:
    """Whether a date may lie in the range; negated, whether it may lie outside or is unknown."""
    first, last = clause.days()
    if clause.negated:
        outside = [] if first is None else [earliest.is_(None), earliest < first]
        outside += [] if last is None else [latest.is_(None), latest > last]
        return or_(*outside)
    ends = []
    if first is not None:
        ends.append(or_(latest >= first, and_(latest.is_(None), earliest.is_not(None))))
    if last is not None:
        ends.append(or_(earliest <= last, and_(earliest.is_(None), latest.is_not(None))))
    return and_(*ends)


def is_unknown(field: Field) -> Condition:
    """Whether a row has no value of the field."""
    if field.pairs is not None:
        edges = field.pairs if field.edges is None else field.edges
        return row_id(field.listing).not_in(edges.with_only_columns(edges.selected_columns.owner))
    assert field.expr is not None  # noqa: S101 - a field has either
    if field.type is FieldType.DATE:
        _, _, earliest, latest, _, _ = span_columns(field)
        return and_(earliest.is_(None), latest.is_(None))
    if field.type is FieldType.TEXT:
        return or_(field.expr.is_(None), field.expr == "")
    return field.expr.is_(None)


def _any_of(field: Field, clause: AnyOf) -> Condition:
    values = [value for value in clause.values if value != UNKNOWN]
    unknown = is_unknown(field)
    if not values:
        return _signed(clause, unknown)
    matches = _equals(field, values)
    if not clause.negated:
        return or_(matches, unknown) if UNKNOWN in clause.values else matches
    if UNKNOWN in clause.values:
        return and_(~unknown, ~matches)
    return ~matches if field.pairs is not None else or_(unknown, ~matches)


def _equals(field: Field, values: Sequence[str]) -> Condition:
    """Whether the field has any of the values, whatever their case."""
    id_ = row_id(field.listing)
    if field.pairs is not None:
        columns = field.pairs.selected_columns
        if field.edges is None:
            return id_.in_(field.pairs.where(text_in(columns.value, values)).with_only_columns(columns.owner))
        edges = field.edges.selected_columns
        found = id_.in_(field.edges.where(edges.target.in_(named(values))).with_only_columns(edges.owner))
        if field.key != "parent":
            return found
        only_named = field.pairs.where(columns.target.is_(None), text_in(columns.value, values))
        return or_(found, id_.in_(only_named.with_only_columns(columns.owner)))
    assert field.expr is not None  # noqa: S101 - a field has either
    if field.type is FieldType.BOOL:
        return or_(*(field.expr == (true() if value == "yes" else false()) for value in values))
    if field.expr is e.name:
        return e.name_key.in_([value.casefold() for value in values])
    if field.expr is e.slug:
        return e.slug.in_([value.lower() for value in values])
    return text_in(field.expr, values)


def text_in(column: ColumnElement[Any], values: Iterable[str]) -> Condition:
    """Equality whatever the case: of all letters where the database's `lower` knows them, else of Latin ones."""
    folded = {form for value in values for form in (value.lower(), _latin_lower(value))}
    return func.lower(column).in_(sorted(folded))


def _latin_lower(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)


# ---- facts: has, is, disagrees ----


def _has(listing: Listing, key: str) -> Condition:
    field = BY_KEY.get((listing, key))
    if field is not None:
        return ~is_unknown(field)
    return _in_facts(listing, m.statement, _s.property.in_(sorted(properties_about(key))))


def _in_facts(listing: Listing, table: Table, *which: Condition) -> Condition:
    return row_id(listing).in_(select(table.c.entity_id).where(*which).correlate(None))


def _is(listing: Listing, clause: Is) -> Condition:
    contradicted = _g.verdict == "disagreement"
    if clause.value != "disputed":
        if listing is Part.DISAGREEMENT:
            cited = select(_s.entity_id).where(_s.basis == clause.value, _s.entity_id == _g.entity_id)
            return _signed(clause, cited.where(_s.property == _g.property).correlate(m.disagreement).exists())
        columns = {Part.STATEMENT: _s.basis, Part.DERIVATION: _d.basis}
        if isinstance(listing, Part):
            return _signed(clause, columns[listing] == clause.value)
        return _signed(clause, _in_facts(listing, m.statement, _s.basis == clause.value))
    if listing is Part.DERIVATION:
        return _signed(clause, e.id.in_(select(_g.entity_id).where(contradicted, _g.property == "parent")))
    return _signed(clause, _disagrees(listing, ANY) if listing in (*Kind, Part.STATEMENT) else contradicted)


def _disagrees(listing: Listing, about: str) -> Condition:
    which = [_g.verdict == "disagreement"]
    if about != ANY:
        which.append(_g.property.in_(sorted(properties_about(about))))
    if listing is Part.DISAGREEMENT:
        return and_(*which)
    if listing is Part.STATEMENT:
        same = (
            _g.entity_id == _s.entity_id,
            _g.property == _s.property,
            _g.variant_id.is_not_distinct_from(_s.variant_id),
        )
        return select(_g.id).where(*which, *same).correlate(m.statement).exists()
    return _in_facts(listing, m.disagreement, *which)
