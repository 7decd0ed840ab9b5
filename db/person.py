"""The profile of one person: names, career, credits, mentors, colleagues and what says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db import people as p
from db.details import details, statements_of
from db.edtf import DateSpan, parse
from db.edtf_terms import Precision, Qualifier
from db.kinds import Basis, Kind, Rank
from db.listings import target
from db.people import STANDINGS, Standing, is_contribution
from db.rows import Details, Ref, StatementRow
from db.typed import affiliation

e, c, r, s, _t = m.entity.c, m.credit.c, m.relation.c, m.statement.c, target.c
MOST_COLLEAGUES = 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source something is said, and by which statement of this database."""

    source: Ref
    locator: str
    statement: int


@dataclass(frozen=True, slots=True)
class Said:
    """Where a fact is said: by how many sources, and at which places."""

    places: tuple[Place, ...]
    """Each once, though several statements may be of one."""
    inferred: bool = False
    """Whether nobody states it: somebody concluded it."""

    @property
    def sources(self) -> int:
        """How many sources say it."""
        return len({place.source.id for place in self.places})


@dataclass(frozen=True, slots=True)
class Stint:
    """A time at an organization. `type` is employment, education, internship or mentoring; `when` None is undated."""

    organization: Ref
    role: str
    type: str
    when: DateSpan | None
    said: Said


@dataclass(frozen=True, slots=True)
class CreditRow:
    """What a person is credited on, in which roles. `work` is False where the person is only thanked or quoted."""

    target: Ref
    kind: Kind
    date: DateSpan | None
    roles: tuple[str, ...]
    work: bool
    said: Said


@dataclass(frozen=True, slots=True)
class Tie:
    """Another person and how the two are tied, in words of the source; `said` is where."""

    person: Ref
    role: str
    said: Said


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who contributed to the same things, and to which."""

    person: Ref
    shared: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that the people view shows of one person."""

    details: Details
    native: str
    family: str
    """The word of the name that is the family's, "" where that cannot be told."""
    standing: Standing
    career: tuple[Stint, ...]
    """The dated by time, then the others in the order of the dossier."""
    credits: tuple[CreditRow, ...]
    """Releases, then publications, techniques and others; the newest first."""
    mentors: tuple[Tie, ...]
    mentees: tuple[Tie, ...]
    colleagues: tuple[Colleague, ...]
    """Those with most in common first."""
    alone: int
    """How many facts rest on one source."""
    facts: int
    """How many facts there are: statements that say the same are one."""


def profile(conn: Connection, person_id: int) -> Profile | None:
    """The profile of a person; None for what is no person of this database."""
    everyone = p.people(conn)
    place = everyone.place_of(person_id)
    found = None if place is None else details(conn, person_id)
    if place is None or found is None:
        return None
    told = [row for row in found.statements if row.rank != Rank.DEPRECATED]
    facts = _together(told, lambda row: (row.property, row.value, row.role, row.when))
    return Profile(
        found,
        everyone.natives[place],
        everyone.families[place],
        STANDINGS[everyone.standings[place]],
        _career(told),
        _credits(conn, told),
        _mentors(told),
        _mentees(conn, person_id),
        works_with(conn, person_id, MOST_COLLEAGUES),
        sum(said(rows).sources == 1 for rows in facts.values()),
        len(facts),
    )


def said(rows: Iterable[StatementRow]) -> Said:
    """Where statements that say the same are said."""
    rows = list(rows)
    places: dict[tuple[Ref, str], Place] = {}
    for row in rows:
        if row.source is not None:
            locator = row.locator()
            places.setdefault((row.source, locator), Place(row.source, locator, row.id))
    return Said(tuple(places.values()), all(row.basis == Basis.INFERRED for row in rows))


def _together(rows: Iterable[StatementRow], key: Any) -> dict[Any, list[StatementRow]]:
    found: dict[Any, list[StatementRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _career(told: Iterable[StatementRow]) -> tuple[Stint, ...]:
    stated = (row for row in told if row.property == "affiliation" and row.target is not None)
    stints = [
        Stint(organization, role, affiliation(role), parse(when) if when else None, said(rows))
        for (organization, role, when), rows in _together(stated, lambda row: (row.target, row.role, row.when)).items()
    ]
    return tuple(sorted(stints, key=_when))


def _when(stint: Stint) -> tuple[bool, int]:
    day = None if stint.when is None else stint.when.earliest or stint.when.latest
    return day is None, 0 if day is None else day.toordinal()


# ---- credits ----

_KINDS = {kind: place for place, kind in enumerate((Kind.RELEASE, Kind.PUBLICATION, Kind.TECHNIQUE, Kind.SYSTEM))}


def _credits(conn: Connection, told: Iterable[StatementRow]) -> tuple[CreditRow, ...]:
    stated = [row for row in told if row.property == "credit" and row.target is not None]
    by_target = _together(stated, lambda row: row.target.id)
    query = select(m.entity).where(e.id.in_(list(by_target)))
    found = []
    for row in conn.execute(query):
        rows = by_target[row.id]
        roles = tuple(dict.fromkeys(one.role for one in rows if one.role))
        date = _date(row)
        work = any(is_contribution(one.role) for one in rows)
        found.append(CreditRow(Ref(row.id, row.name), Kind(row.kind), date, roles, work, said(rows)))
    return tuple(sorted(found, key=_newest))


def _newest(row: CreditRow) -> tuple[bool, int, bool, int, str]:
    day = None if row.date is None else row.date.earliest or row.date.latest
    days = 0 if day is None else -day.toordinal()
    return not row.work, _KINDS.get(row.kind, len(_KINDS)), day is None, days, row.target.name.casefold()


def _date(row: Any) -> DateSpan | None:
    if not row.date_edtf or row.date_precision == Precision.UNKNOWN:
        return None
    precision, qualifier = Precision(row.date_precision), Qualifier(row.date_qualifier)
    return DateSpan(row.date_text, row.date_edtf, row.date_earliest, row.date_latest, precision, qualifier)


# ---- other people ----


def _mentors(told: Iterable[StatementRow]) -> tuple[Tie, ...]:
    stated = (row for row in told if row.property == "mentor" and row.target is not None)
    return tuple(
        Tie(person, role, said(rows))
        for (person, role), rows in _together(stated, lambda row: (row.target, row.role)).items()
    )


def _mentees(conn: Connection, person_id: int) -> tuple[Tie, ...]:
    query = (
        select(_t.id, _t.name)
        .join_from(m.relation, target, _t.id == r.subject_id)
        .where(r.property == "mentor", r.object_id == person_id)
        .order_by(_t.name_key, _t.id)
    )
    return tuple(
        replace(tie, person=Ref(id_, name))
        for id_, name in conn.execute(query)
        for tie in _mentors(_mentor_statements(conn, id_))
        if tie.person.id == person_id
    )


def _mentor_statements(conn: Connection, person_id: int) -> Sequence[StatementRow]:
    return [row for row in statements_of(conn, person_id, "mentor") if row.rank != Rank.DEPRECATED]


def works_with(conn: Connection, person_id: int, most: int) -> tuple[Colleague, ...]:
    """Who contributed to the same things as a person, those with most in common first, at most so many."""
    mine = {id_ for id_, role in conn.execute(select(c.target_id, c.role).where(c.person_id == person_id))
            if is_contribution(role)}  # fmt: skip
    shared = _contributors(conn, mine)
    shared.pop(person_id, None)
    ranked = sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:most]
    names = _names(conn, {*mine, *(id_ for id_, _ in ranked)})
    return tuple(
        Colleague(Ref(id_, names[id_]), tuple(Ref(one, names[one]) for one in sorted(things, key=names.__getitem__)))
        for id_, things in ranked
    )


def shared_among(conn: Connection, people: Sequence[int]) -> dict[tuple[int, int], int]:
    """How many things each two of some people both contributed to: pairs with the smaller id first, those with any."""
    query = select(c.person_id, c.target_id, c.role).where(c.person_id.in_(list(people)))
    by_target: defaultdict[int, set[int]] = defaultdict(set)
    for person, thing, role in conn.execute(query):
        if is_contribution(role):
            by_target[thing].add(person)
    found: defaultdict[tuple[int, int], int] = defaultdict(int)
    for persons in by_target.values():
        for one in persons:
            for other in persons:
                if one < other:
                    found[one, other] += 1
    return dict(found)


def _contributors(conn: Connection, things: set[int]) -> dict[int, set[int]]:
    """Who contributed to some things, and to which of them."""
    query = select(c.person_id, c.target_id, c.role).where(c.target_id.in_(sorted(things)))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for person, thing, role in conn.execute(query):
        if is_contribution(role):
            found[person].add(thing)
    return found


def _names(conn: Connection, ids: Iterable[int]) -> dict[int, str]:
    rows = conn.execute(select(e.id, e.name).where(e.id.in_(sorted(ids))))
    return {row.id: row.name for row in rows}
