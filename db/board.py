"""The board of disagreements: which there are under a filter, and all that is to be known of each."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from db import models as m
from db.apart import apart
from db.details import disagreement_row, statements_with
from db.edtf import format_span, parse
from db.filters import FilterSpec
from db.kinds import Basis, Kind, Rank
from db.listings import Part
from db.masks import respelled
from db.preference import reason_of
from db.properties import PROPERTIES
from db.row_selects import matching
from db.rows import DisagreementRow, Ref, StatementRow
from db.stated_rows import stated
from db.statements import Stated, Verdict, best
from db.texts import tr

_e, _g, _s, _v = m.entity.c, m.disagreement.c, m.statement.c, m.variant.c


@dataclass(frozen=True, slots=True)
class BoardList:
    """The disagreements that a filter leaves, by name and property, with the entity of each, and how many there are."""

    ids: array[int]
    entities: array[int]
    total: int


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """One disagreement or refinement.

    `groups` are the values that stand against each other, each with the statements that agree, the most precise first.
    `shown` is the statement that tables show; None where all values are, or none is chosen. `why` says why.
    """

    id: int
    entity: Ref
    kind: Kind
    row: DisagreementRow
    statements: tuple[StatementRow, ...]
    apart: str
    shown: int | None
    why: str

    def groups(self) -> tuple[tuple[StatementRow, ...], ...]:
        """The statements as they stand against each other."""
        by_id = {row.id: row for row in self.statements}
        sets = self.row.rivals or (self.row.statements,)
        return tuple(tuple(by_id[id_] for id_ in rival if id_ in by_id) for rival in sets)


def board(conn: Connection, spec: FilterSpec, verdict: Verdict = Verdict.DISAGREEMENT) -> BoardList:
    """The disagreements, or the refinements, that the filter leaves."""
    where = _g.verdict == verdict.value
    order = [_e.name_key, _g.entity_id, _g.property, _g.id]
    query = matching(Part.DISAGREEMENT, respelled(conn, spec), [_g.id, _g.entity_id], order).where(where)
    rows = conn.execute(query).all()
    total = conn.scalar(select(func.count()).select_from(m.disagreement).where(where)) or 0
    return BoardList(array("q", (row[0] for row in rows)), array("q", (row[1] for row in rows)), total)


def entries(conn: Connection, ids: Sequence[int]) -> list[BoardEntry]:
    """Disagreements by their ids, in this order; those that are gone are left out."""
    columns = (_g.id, _g.entity_id, _e.name, _e.kind, _g.property, _v.name.label("variant"), _g.verdict, _g.statements)
    query = (
        select(*columns)
        .join_from(m.disagreement, m.entity, _e.id == _g.entity_id)
        .join(m.variant, _v.id == _g.variant_id, isouter=True)
        .where(_g.id.in_(list(ids)))
    )
    found = {row.id: row for row in conn.execute(query)}
    wanted = {id_ for row in found.values() for id_ in row.statements}
    said = statements_with(conn, wanted)
    rows = conn.execute(select(m.statement).where(_s.id.in_(list(wanted)))).mappings()
    by_id = {row["id"]: stated(dict(row), row["variant_id"], row["source_id"]) for row in rows}
    made = []
    for row in (found[id_] for id_ in ids if id_ in found):
        group = [by_id[id_] for id_ in row.statements if id_ in by_id]
        told = disagreement_row(row.property, row.variant or "", row.verdict, group)
        shown, why = _chosen(conn, row.property, group, said)
        made.append(BoardEntry(
            row.id, Ref(row.entity_id, row.name), Kind(row.kind), told,
            tuple(said[one.id] for one in group), _apart(row.property, told, by_id), shown, why,
        ))  # fmt: skip
    return made


def _apart(property_: str, told: DisagreementRow, by_id: dict[int, Stated]) -> str:
    rule = PROPERTIES.get(property_)
    if rule is None:
        return ""
    return apart(rule, told.verdict, [[by_id[id_] for id_ in rival] for rival in told.rivals])


def _chosen(
    conn: Connection, property_: str, group: Sequence[Stated], said: dict[int, StatementRow]
) -> tuple[int | None, str]:
    """The statement of a group that is shown, and why that one."""
    rule = PROPERTIES.get(property_)
    first = best(group)
    if rule is None or first is None:
        return None, tr("all are deprecated")
    if first.rank == Rank.PREFERRED:
        row = said[first.id]
        return first.id, _preferred(conn, first.id, reason_of(row.ground, row.basis, row.rank))
    if not rule.single:
        return None, tr("none is preferred: tables show all of them")
    return first.id, _usual(group, first)


def _preferred(conn: Connection, statement_id: int, reason: str) -> str:
    """Who preferred a statement, when, and why."""
    log = m.change.c
    here = (log.table_name == m.statement.name, log.row_id == str(statement_id), log.field == "rank")
    query = select(m.edit.c.who, m.edit.c.at).join_from(m.change, m.edit).where(*here).order_by(log.id.desc()).limit(1)
    edit = conn.execute(query).one_or_none()
    if edit is None:
        who = tr("preferred by the dossier")
    else:
        who = tr("preferred by {who} on {date}", who=edit.who or tr("a user"), date=_day(edit.at))
    return tr("{who}: {reason}", who=who, reason=reason) if reason else who


def _day(at: datetime) -> str:
    """The user's own day, in words."""
    return format_span(parse(at.replace(tzinfo=UTC).astimezone().date().isoformat()))


def _usual(group: Sequence[Stated], first: Stated) -> str:
    """Which rule decided where nobody chose."""
    allowed = [said for said in group if said.rank != Rank.DEPRECATED]
    if len({said.value for said in allowed}) == 1:
        return tr("the others are deprecated")
    if any(said.basis == Basis.INFERRED for said in allowed) and first.basis == Basis.STATED:
        allowed = [said for said in allowed if said.basis == Basis.STATED]
        if len({said.value for said in allowed}) == 1:
            return tr("the others are only inferred")
    if first.date is not None and first.id != min(allowed, key=group.index).id:
        return tr("the most exact date that fits the first one")
    return tr("it comes first in the dossier; nobody has chosen")
