"""Who worked on some releases: people × releases, with the roles and who says so.

Work is a credit on the release itself or on a paper of it. Who is only quoted, cited or thanked has no row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, literal, null, select

from db import models as m
from db.kinds import Kind
from db.people import both_names, is_contribution
from db.rows import Ref
from db.texts import tr

e, c, r = m.entity.c, m.credit.c, m.relation.c
MOST_RELEASES = 200
"""Columns that a matrix has at most."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a person did for a release. `paper` is the paper that the credit is on, None for one on the release."""

    roles: tuple[str, ...]
    paper: Ref | None = None

    def __str__(self) -> str:
        """In words: “key contributor”, “core author (paper)”; “credited” where no role is given."""
        said = tr(", ").join(self.roles) or tr("credited")
        return said if self.paper is None else tr("{roles} (paper)", roles=said)


@dataclass(frozen=True, slots=True)
class Member:
    """A row: a person, and by release (its place among the columns) what the person did for it."""

    person: Ref
    native: str
    work: dict[int, tuple[Work, ...]]

    @property
    def name(self) -> str:
        """The name in both scripts."""
        return both_names(self.person.name, self.native)

    def text(self, release: int) -> str:
        """The cell of a release, "" where no credit is known."""
        return tr("; ").join(map(str, self.work.get(release, ())))


@dataclass(frozen=True, slots=True)
class Team:
    """`releases` by date are the columns, `members` the rows: those on most releases first, then by name."""

    releases: tuple[Ref, ...]
    members: tuple[Member, ...]
    left_out: int = 0
    """Releases that found no room among the columns."""
    uncredited: int = 0
    """Releases that have no column because nobody is known to have worked on them."""


def team(conn: Connection, releases: Sequence[int], most: int = MOST_RELEASES, *, credited_only: bool = False) -> Team:
    """Who worked on these releases, at most so many of them, the first by date; ids of other kinds are passed over.

    With `credited_only` a release that nobody is known to have worked on has no column.
    """
    query = (
        select(e.id, e.name)
        .where(e.kind == Kind.RELEASE.value, e.id.in_(list(releases)))
        .order_by(e.date_earliest.asc().nulls_last(), e.date_latest.asc().nulls_last(), e.name_key, e.id)
    )
    found = [Ref(row.id, row.name) for row in conn.execute(query)]
    columns = tuple(found[:most])
    place = {ref.id: at for at, ref in enumerate(columns)}
    roles: defaultdict[tuple[int, int, Ref | None], list[str]] = defaultdict(list)
    names: dict[int, tuple[str, str, str]] = {}
    for row in _credits(conn, [ref.id for ref in columns if ref.id is not None]):
        if is_contribution(row.role):
            paper = None if row.paper is None else Ref(row.paper, row.paper_name)
            roles[row.person_id, row.release, paper].append(row.role)
            names[row.person_id] = row.name, row.native_name, row.name_key
    work: defaultdict[int, dict[int, tuple[Work, ...]]] = defaultdict(dict)
    for (person, release, paper), said in roles.items():
        if paper is not None and place[release] in work[person]:
            continue  # the credit on the release itself says more
        done = Work(tuple(dict.fromkeys(filter(None, said))), paper)
        work[person][place[release]] = (*work[person].get(place[release], ()), done)
    every = range(len(columns))
    credited = sorted({at for cells in work.values() for at in cells}) if credited_only else every
    moved = {at: new for new, at in enumerate(credited)}
    members = [
        Member(Ref(id_, names[id_][0]), names[id_][1], {moved[at]: done for at, done in cells.items()})
        for id_, cells in work.items()
    ]
    members.sort(key=lambda one: (-len(one.work), names[one.person.id or 0][2], one.person.id))
    kept = tuple(columns[at] for at in credited)
    return Team(kept, tuple(members), len(found) - len(columns), len(columns) - len(kept))


def _credits(conn: Connection, releases: list[int]) -> Sequence[Any]:
    """Credits on releases, and on papers of theirs: those on the releases first, in the order of the rows."""
    paper = m.entity.alias("paper")
    named = (c.id.label("at"), c.person_id, c.role, e.name, e.name_key, m.person.c.native_name)
    direct = select(*named, c.target_id.label("release"), null().label("paper"), literal("").label("paper_name"))
    through = select(*named, r.subject_id.label("release"), paper.c.id.label("paper"), paper.c.name.label("paper_name"))
    through = through.join(m.relation, r.object_id == c.target_id).join(paper, paper.c.id == c.target_id)
    found: list[Any] = []
    for query, release in ((direct, c.target_id), (through, r.subject_id)):
        joined: Select[Any] = query.join(m.entity, e.id == c.person_id).join(m.person, m.person.c.id == c.person_id)
        wanted = [release.in_(releases)] + ([r.property == "paper"] if release is r.subject_id else [])
        found += conn.execute(joined.where(*wanted).order_by(c.id)).all()
    return found


# ---- order ----


def ordered(members: Sequence[Member], column: int | None = None, *, descending: bool = False) -> list[Member]:
    """The rows by name (column -1), by a release's cell, or with None by how many releases each worked on.

    Those without work on the release come last either way; equals keep their order.
    """
    if column is None:
        return sorted(members, key=lambda one: -len(one.work) if not descending else len(one.work))
    if column < 0:
        return sorted(members, key=lambda one: one.person.name.casefold(), reverse=descending)
    with_work = sorted(
        (one for one in members if column in one.work), key=lambda one: one.text(column).casefold(), reverse=descending
    )
    return [*with_work, *(one for one in members if column not in one.work)]
