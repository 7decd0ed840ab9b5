"""What the people view asks of the database, in the thread of queries. NumPy is loaded with it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from db import queries
from db.kinds import Kind
from db.masks import entities, mask
from db.people import STANDING_LABELS, STANDINGS, People, both_names, named, order, people
from db.person import Profile, profile, shared_among
from db.rows import Cell
from db.search_text import hits
from db.team import Team, team
from db.texts import tr
from desktop.drawing.people.network import PeopleNetwork
from desktop.item_models import DISPUTED, UNKNOWN, Column, Line
from desktop.table.columns import Sort

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

KEYS = ("name", "credits", "standing", "years", "role")
MOST_SELECTED = 2_000
"""Releases of a filter that a team is looked up for."""


def columns() -> tuple[Column, ...]:
    """The columns of the list, in the language of now."""
    texts = (
        (tr("Name"), tr("Name"), tr("In both scripts, that of the window's language first")),
        (tr("Credits"), tr("Credits"), tr("How many releases, papers and techniques the person contributed to")),
        (tr("Part"), tr("Part"), tr("Contributor, staff or mentor; or only quoted, cited, mentioned or thanked")),
        (tr("Years"), tr("Years"), tr("From the first to the last year of what is dated of the person")),
        (tr("Roles"), tr("Roles"), tr("Positions or functions")),
    )
    types = ("text", "number", "standing", "years", "words")
    return tuple(
        Column(key, label, short, about, type_ == "number", True, type_)
        for key, (label, short, about), type_ in zip(KEYS, texts, types, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """Which people to list: those that the filter shows and whose names match what is typed."""

    spec: FilterSpec
    typed: str
    sort: Sort


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """The answer: places among `everyone` in order, their ids, and how many the filter alone shows."""

    asked: Asked
    everyone: People
    places: Sequence[int]
    ids: array[int]
    shown: int


def ask(conn: Connection, asked: Asked) -> Listed:
    """List people."""
    everyone = people(conn)
    known = entities(conn, Kind.PERSON)
    passing = mask(conn, Kind.PERSON, queries.respelled(conn, asked.spec))
    passed = np.isin(everyone.ids, known[passing])
    found = passed & np.isin(everyone.ids, named(conn, asked.typed)) if asked.typed.strip() else passed
    in_order = order(everyone, [pair for pair in asked.sort if pair[0] in KEYS])
    places = in_order[found[in_order]]
    return Listed(asked, everyone, places.tolist(), array("q", everyone.ids[places].tolist()), int(passed.sum()))


def lines(listed: Listed, first: int, last: int) -> list[Line]:
    """The rows from one place up to another, as the table shows them."""
    words = listed.asked.typed.split()
    return [_line(listed.everyone, place, words) for place in listed.places[first:last]]


def _line(found: People, at: int, words: Sequence[str]) -> Line:
    name = both_names(found.names[at], found.natives[at])
    first, last, count = int(found.first_year[at]), int(found.last_year[at]), int(found.credits[at])
    years = UNKNOWN if not first else str(first) if first == last else f"{first}–{last}"
    part = tr(STANDING_LABELS[STANDINGS[found.standings[at]]])
    roles = tr(", ").join(found.roles[at]) or UNKNOWN
    disputed = bool(found.disputed[at])
    shown = f"{DISPUTED} {name}" if disputed else name
    texts = (shown, str(count) if count else UNKNOWN, part, years, roles)
    cells: tuple[Cell, ...] = (name, count, part, years, found.roles[at])
    marked = (tuple(hits(shown, words)), (), (), (), ()) if words else ()
    return Line(int(found.ids[at]), cells, texts, marked, frozenset((0,)) if disputed else frozenset())


@dataclass(frozen=True, eq=False, slots=True)
class Person:
    """A profile, and the picture of those who worked on the same."""

    profile: Profile
    network: PeopleNetwork


def ask_person(conn: Connection, person_id: int) -> Person | None:
    """Everything that is shown of a person; None for what is none."""
    found = profile(conn, person_id)
    if found is None:
        return None
    from db.rows import Ref

    ids = [one.person.id for one in found.colleagues if one.person.id is not None]
    shared = shared_among(conn, ids)
    return Person(found, PeopleNetwork(Ref(found.details.id, found.details.name), found.colleagues, shared))


def ask_team(conn: Connection, spec: FilterSpec, selected: frozenset[int]) -> tuple[Team, bool]:
    """Who worked on the selected releases, or where none is selected on those that the filter shows.

    Also says whether they were selected.
    """
    known = entities(conn, Kind.RELEASE)
    chosen = known[np.isin(known, np.array(sorted(selected), np.int64))]
    if len(chosen):
        return team(conn, chosen.tolist()), True
    shown = queries.ids(conn, Kind.RELEASE, spec, (("date", False),))
    return team(conn, list(shown[:MOST_SELECTED]), credited_only=True), False
