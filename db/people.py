"""People: who they are, what part they have in what is told, how much is credited to them and over which years.

A source may name people whom it only quotes, cites, mentions or thanks. They are no staff of anybody's, and no
contributors to what they speak of: their standing says so, and so does each credit (`is_contribution`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select, union_all

from db import models as m
from db import search
from db.arrays import column, positions, read_only
from db.bulk import columns
from db.kept import kept
from db.kinds import Kind, Rank
from db.search import SearchTerm
from db.texts import language, later

e, c, a, r, s, t = m.entity.c, m.credit.c, m.affiliation.c, m.relation.c, m.statement.c, m.term.c
Ints = NDArray[np.int64]


class Standing(StrEnum):
    """The part that a person has in what is told, the nearest first."""

    CONTRIBUTOR = "contributor"
    """Credited on a release, technique or system, or on a paper of one."""
    STAFF = "staff"
    """Employed or an intern, without a credit."""
    MENTOR = "mentor"
    """A mentor, and nothing more."""
    NAMED = "named"
    """Anything else: an author of a publication that describes no release, a student."""
    SPOKEN = "quoted or cited"
    """Only quoted, cited, mentioned or thanked."""


STANDINGS = tuple(Standing)
STANDING_LABELS = {
    Standing.CONTRIBUTOR: later("contributor"),
    Standing.STAFF: later("staff"),
    Standing.MENTOR: later("mentor"),
    Standing.NAMED: later("named"),
    Standing.SPOKEN: later("quoted or cited"),
}
_SPOKEN = re.compile(
    r"\b(quoted?|cite[ds]?|mention(ed|s)?|thank(ed|s)?|acknowledge\w*|interview(ed|ee)|referenced|comment(s|ed|ator)?"
    r"|reporter|reviewed by)\b|引用|引述|提及|致谢|感谢|受访|记者",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(\w\.-?)+\Z")
_WORKS = (Kind.RELEASE, Kind.TECHNIQUE, Kind.SYSTEM)
_NATIVE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_contribution(role: str) -> bool:
    """Whether a credit in this role is for work on the thing: not for being quoted, cited or thanked in it."""
    return _SPOKEN.search(role) is None


def family_name(name: str, order: str) -> str:
    """The word of a name that is the family's, as a statement on its order says; "" where that cannot be told.

    Initials are never a family's name, whatever a form of the name with a comma puts first.
    """
    words = name.split()
    if len(words) < 2 or not order:
        return ""
    first = "first" in order.lower()
    found, other = (words[0], words[-1]) if first else (words[-1], words[0])
    return other if _INITIALS.match(found) else found


def both_names(name: str, native: str) -> str:
    """A name in both scripts, that of the window's language first: “Liang Wenfeng 梁文锋”, “梁文锋 Liang Wenfeng”."""
    if not native or native == name:
        return name
    chinese = language().startswith("zh") and _NATIVE.search(native) is not None
    return f"{native} {name}" if chinese else f"{name} {native}"


@dataclass(frozen=True, eq=False)
class People:
    """All people by rising id: parallel arrays, which cannot be written, and texts. 0 is an unknown year."""

    ids: Ints
    names: tuple[str, ...]
    natives: tuple[str, ...]
    families: tuple[str, ...]
    roles: tuple[tuple[str, ...], ...]
    standings: NDArray[np.uint8]
    """Index in STANDINGS."""
    credits: NDArray[np.int32]
    """How many things the person contributed to."""
    first_year: NDArray[np.int32]
    """Of what is dated: credits, employment, education."""
    last_year: NDArray[np.int32]
    disputed: NDArray[np.bool_]
    """Whether sources disagree about the person."""
    by_name: NDArray[np.int32]
    """Rank of each in the order of names."""

    def place_of(self, id_: int) -> int | None:
        """The place of a person; None for what is none."""
        place = int(positions(self.ids, np.array([id_], np.int64))[0])
        return place if place >= 0 else None


SORTS = ("name", "credits", "years", "standing", "role")
"""What `order` sorts by."""


def people(conn: Connection) -> People:
    """Everyone. Kept while the database stays as it is."""
    return kept(conn).get("people", lambda: _people(conn), lambda found: 300 * len(found.ids) + 1_000)


def order(found: People, sort: Sequence[tuple[str, bool]] = ()) -> NDArray[np.int32]:
    """All places, sorted by keys of SORTS, each with whether it descends; the unknown last, equals by name.

    Raises KeyError for another key.
    """
    keys: list[NDArray[Any]] = [found.by_name]
    for key, descending in reversed(list(sort)):
        for values, unknown in reversed(_keys(found, key)):
            keys += [-values if descending else values] if unknown is None else [
                np.where(unknown, 0, -values if descending else values), unknown]  # fmt: skip
    return np.lexsort(keys).astype(np.int32)


def _keys(found: People, key: str) -> list[tuple[NDArray[np.int64], NDArray[np.bool_] | None]]:
    """What to sort by, the most important first, each with where it is unknown."""
    match key:
        case "name":
            return [(found.by_name.astype(np.int64), None)]
        case "credits":
            return [(found.credits.astype(np.int64), None)]
        case "years":
            return [(years.astype(np.int64), years == 0) for years in (found.first_year, found.last_year)]
        case "standing":
            return [(found.standings.astype(np.int64), None)]
        case "role":
            texts = [roles[0].casefold() if roles else "" for roles in found.roles]
            ranks = np.unique(np.array(texts), return_inverse=True)[1] if texts else np.zeros(0)
            return [(ranks.astype(np.int64), np.array([not roles for roles in found.roles], np.bool_))]
    raise KeyError(key)


def named(conn: Connection, typed: str) -> Ints:
    """Ids of the people whose own names, in any script or in pinyin, match all words typed; rising."""
    terms = [SearchTerm(word, False) for word in typed.split()[:12] if search.is_searchable(word)]
    if not terms:
        return column(conn.scalars(select(e.id).where(e.kind == Kind.PERSON.value).order_by(e.id)).all())
    query = select(e.id).where(e.kind == Kind.PERSON.value, search.matching(e.id, terms, names_only=True))
    return column(conn.scalars(query.order_by(e.id)).all())


# ---- reading ----


def _people(conn: Connection) -> People:
    query = (
        select(e.id, e.name, e.name_key, m.person.c.native_name, e.disagreements)
        .join_from(m.entity, m.person, m.person.c.id == e.id)
        .order_by(e.id)
    )
    ids, names, keys, natives, disagreements = columns(conn, query, 5)
    known = column(ids)
    roles, orders = _roles(conn), _orders(conn)
    contributed, working = _credits(conn)
    first, last = _years(conn, known)
    by_name = np.zeros(len(known), np.int32)
    by_name[sorted(range(len(known)), key=lambda at: (keys[at], ids[at]))] = np.arange(len(known))
    found = People(
        known, tuple(names), tuple(natives),
        tuple(family_name(name, orders.get(id_, "")) for id_, name in zip(ids, names, strict=True)),
        tuple(roles.get(id_, ()) for id_ in ids), _standings(conn, ids, roles, working),
        np.array([len(contributed.get(id_, ())) for id_ in ids], np.int32), first, last,
        column(disagreements) > 0, by_name,
    )  # fmt: skip
    read_only(*(value for value in vars(found).values() if isinstance(value, np.ndarray)))
    return found


def _roles(conn: Connection) -> dict[int, tuple[str, ...]]:
    """The roles of each person in the order that they are stated."""
    query = (
        select(s.entity_id, s.value)
        .where(s.property == "role", s.rank != Rank.DEPRECATED.value)
        .order_by(s.entity_id, s.position, s.id)
    )
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for id_, role in zip(*columns(conn, query, 2), strict=True):
        found[id_][role] = None
    return {id_: tuple(roles) for id_, roles in found.items()}


def _orders(conn: Connection) -> dict[int, str]:
    """What is stated first of the order of each person's name."""
    query = select(s.entity_id, s.value).where(s.property == "name_order", s.rank != Rank.DEPRECATED.value)
    rows = zip(*columns(conn, query.order_by(s.entity_id, s.position.desc(), s.id.desc()), 2), strict=True)
    return dict(rows)  # the last, which is the first stated, stands


def _credits(conn: Connection) -> tuple[dict[int, set[int]], set[int]]:
    """What each person contributed to, and who contributed to a release, technique, system or a paper of one."""
    query = select(c.person_id, c.target_id, c.role, e.kind).join_from(m.credit, m.entity, e.id == c.target_id)
    papers = set(conn.scalars(select(r.object_id).where(r.property == "paper").distinct()))
    works = {kind.value for kind in _WORKS}
    contributed: defaultdict[int, set[int]] = defaultdict(set)
    working = set()
    for person, target, role, kind in zip(*columns(conn, query, 4), strict=True):
        if is_contribution(role):
            contributed[person].add(target)
            if kind in works or target in papers:
                working.add(person)
    return contributed, working


def _standings(
    conn: Connection, ids: Iterable[int], roles: dict[int, tuple[str, ...]], working: set[int]
) -> NDArray[np.uint8]:
    employed = set(conn.scalars(select(a.person_id).where(a.type.in_(("employment", "internship"))).distinct()))
    mentors = set(conn.scalars(select(r.object_id).where(r.property == "mentor").distinct()))
    mentors.update(conn.scalars(select(a.person_id).where(a.type == "mentoring").distinct()))

    def standing(id_: int) -> Standing:
        if id_ in working:
            return Standing.CONTRIBUTOR
        if any(not is_contribution(role) for role in roles.get(id_, ())):
            return Standing.SPOKEN
        if id_ in employed:
            return Standing.STAFF
        return Standing.MENTOR if id_ in mentors else Standing.NAMED

    places = {word: place for place, word in enumerate(STANDINGS)}
    return np.array([places[standing(id_)] for id_ in ids], np.uint8)


def _years(conn: Connection, known: Ints) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The first and the last year of what is dated of each person, 0 where nothing is."""
    first, last = (func.coalesce(one, other) for one, other in (
        (e.date_earliest, e.date_latest), (e.date_latest, e.date_earliest)))  # fmt: skip
    begin, end = (func.coalesce(one, other) for one, other in (
        (a.date_earliest, a.date_latest), (a.date_latest, a.date_earliest)))  # fmt: skip
    both = union_all(
        select(c.person_id.label("id"), func.extract("year", first).label("first"),
               func.extract("year", last).label("last")).join_from(m.credit, m.entity, e.id == c.target_id),
        select(a.person_id, func.extract("year", begin), func.extract("year", end)),
    ).subquery()  # fmt: skip
    query = select(both.c.id, func.min(both.c.first), func.max(both.c.last)).group_by(both.c.id)
    years = np.zeros((2, len(known)), np.int32)
    for id_, low, high in conn.execute(query.where(both.c.first.is_not(None))):
        years[:, np.searchsorted(known, id_)] = int(low), int(high)
    return years[0], years[1]
