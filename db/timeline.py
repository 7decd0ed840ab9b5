"""What the timeline draws: every entity that can be dated, as arrays in the order of time, and its lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import CompoundSelect, Connection, String, func, select, type_coerce, union_all

from db import models as m
from db.arrays import column, distinct_pairs, nbytes, ordinals, positions, read_only
from db.bulk import columns
from db.edtf import Precision, Qualifier
from db.kept import kept
from db.kinds import DATED, Kind
from db.texts import later

TONES = ("company", "release", "paper", "system", "people", "market")
"""Names of the theme's colours, and the lanes “by kind”, from top to bottom."""
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END, UNDATED = 1, 2, 4, 8, 16
"""Flags of a date. One that is only “before” a day has an open start, one “since” a day an open end."""
MOST_LANES = 60
"""The largest lanes that are named; what is only in smaller ones shares one lane."""

_TONE_OF_KIND = {Kind.RELEASE: "release", Kind.PUBLICATION: "paper", Kind.SYSTEM: "system", Kind.SOURCE: "paper"}
_TONE_OF_CATEGORY = {
    "company": "company", "release": "company", "research": "paper", "hardware": "system", "study": "people",
    "career": "people", "biography": "people", "market": "market", "policy": "market", "adoption": "market",
    "security": "market",
}  # fmt: skip
"""Lane of an event by its category; any other is told of the company. The lane of releases counts releases alone."""
_LANE_NAMES = (
    later("Company"),
    later("Releases"),
    later("Papers"),
    later("Systems"),
    later("People"),
    later("Market and policy"),
)
_LANES_BY = {
    "organization": (Kind.ORGANIZATION, later("Other organizations"), later("Without organization")),
    "technique": (Kind.TECHNIQUE, later("Other techniques"), later("Without technique")),
    "person": (Kind.PERSON, later("Other people"), later("Without person")),
}
LANES_BY = ("kind", *_LANES_BY)
"""What lanes can be made by."""
_KINDS, _PRECISIONS = tuple(Kind), tuple(Precision)
e, _s = m.entity.c, m.statement.c


@dataclass(frozen=True, eq=False)
class Timeline:
    """Everything that can be dated, by first day, last day, name and id; the undated last, by name.

    All arrays are parallel and cannot be written; a place in them is called a position.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    """Index in `tuple(Kind)`."""
    tones: NDArray[np.uint8]
    """Index in TONES; that of an event comes from its category."""
    first: NDArray[np.int32]
    """`date.toordinal()` of the earliest day. An open end has the day of the other end; 0 where there is none."""
    last: NDArray[np.int32]
    """The same of the latest day, which is included."""
    precisions: NDArray[np.uint8]
    """Index in `tuple(Precision)`."""
    flags: NDArray[np.uint8]
    """Sum of APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END and UNDATED."""
    weights: NDArray[np.float32]
    """Importance: the larger is labelled first."""
    names: Sequence[str]
    dated: int
    """How many have a date: positions 0 to dated - 1."""
    by_id: NDArray[np.int32]
    """Positions by rising id."""

    def position_of(self, id_: int) -> int | None:
        """The position of an entity; None for one that cannot be dated."""
        place = int(np.searchsorted(self.ids, id_, sorter=self.by_id))
        if place < len(self.ids) and self.ids[self.by_id[place]] == id_:
            return int(self.by_id[place])
        return None

    def positions_of(self, ids: NDArray[np.int64]) -> NDArray[np.int32]:
        """The position of each id, -1 for what cannot be dated."""
        if not len(self.ids):
            return np.full(len(ids), -1, np.int32)
        places = positions(self.ids[self.by_id], ids)
        return np.where(places >= 0, self.by_id[places], -1).astype(np.int32)


@dataclass(frozen=True, eq=False)
class Lanes:
    """Rows to draw marks in: parallel pairs of position and lane. An entity is in one or more."""

    by: str
    labels: tuple[str, ...]
    """In English; names of entities as they are."""
    ids: tuple[int | None, ...]
    """The entity that each lane is of, None for a lane of the rest."""
    position: NDArray[np.int32]
    lane: NDArray[np.int32]


# ---- the timeline ----


def timeline(conn: Connection) -> Timeline:
    """Everything that can be dated. Kept while the database stays as it is."""
    return kept(conn).get("timeline", lambda: _timeline(conn), lambda found: 150 * len(found.ids) + 1_000)


def _timeline(conn: Connection) -> Timeline:
    query = (
        select(
            e.id, e.kind, e.name, type_coerce(e.date_earliest, String), type_coerce(e.date_latest, String),
            e.date_precision, e.date_qualifier, e.sources,
        )
        .where(e.kind.in_(sorted(kind.value for kind in DATED)))
        .order_by(e.name_key, e.id)
    )  # fmt: skip
    ids, kinds, names, earliest, latest, precisions, qualifiers, sources = columns(conn, query, 8)
    first, last = ordinals(earliest), ordinals(latest)
    flags = _flags(first, last, qualifiers)
    first, last = np.where(first == 0, last, first), np.where(last == 0, first, last)
    undated = flags & UNDATED != 0
    order = np.lexsort((last, first, undated)).astype(np.int32)  # stable: equals stay by name and id
    all_ids = column(ids)[order]
    kind_codes = _codes(kinds, _KINDS)[order]
    precision_codes = _codes([text or "unknown" for text in precisions], _PRECISIONS)[order]
    weights = np.maximum(np.array(sources, np.float32)[order], 1) * np.log2(2 + _mentions(conn, all_ids))
    found = Timeline(
        all_ids, kind_codes, _tones(conn, all_ids, kind_codes), first[order], last[order], precision_codes,
        flags[order], weights.astype(np.float32), tuple(names[place] for place in order),
        int(np.count_nonzero(~undated)), np.argsort(all_ids).astype(np.int32),
    )  # fmt: skip
    read_only(*(value for value in vars(found).values() if isinstance(value, np.ndarray)))
    return found


def _codes(texts: Sequence[str], among: tuple[StrEnum, ...]) -> NDArray[np.uint8]:
    places = {word.value: place for place, word in enumerate(among)}
    return np.fromiter(map(places.__getitem__, texts), np.uint8, len(texts))


def _flags(first: NDArray[np.int32], last: NDArray[np.int32], qualifiers: Sequence[str]) -> NDArray[np.uint8]:
    signs = {
        Qualifier.APPROXIMATE.value: APPROXIMATE,
        Qualifier.UNCERTAIN.value: UNCERTAIN,
        Qualifier.BOTH.value: APPROXIMATE | UNCERTAIN,
    }
    flags = np.fromiter((signs.get(sign, 0) for sign in qualifiers), np.uint8, len(qualifiers))
    flags[(first == 0) & (last != 0)] |= OPEN_START
    flags[(first != 0) & (last == 0)] |= OPEN_END
    flags[(first == 0) & (last == 0)] |= UNDATED
    return flags


def _mentions(conn: Connection, ids: NDArray[np.int64]) -> NDArray[np.float64]:
    """How much is said of each entity: its statements, and those of others that name it."""
    total = np.zeros(len(ids))
    order = np.argsort(ids)
    for said_of in (_s.entity_id, _s.target_id):
        query = select(said_of, func.count()).where(said_of.is_not(None)).group_by(said_of)
        named, rows = (column(values) for values in columns(conn, query, 2))
        places = positions(ids[order], named)
        total[order[places[places >= 0]]] += rows[places >= 0]
    return total


def _tones(conn: Connection, ids: NDArray[np.int64], kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    by_kind = [TONES.index(_TONE_OF_KIND.get(kind, "company")) for kind in _KINDS]
    tones = np.array(by_kind, np.uint8)[kinds]
    query = (
        select(m.term.c.entity_id, m.term.c.value)
        .join(m.entity, e.id == m.term.c.entity_id)
        .where(m.term.c.property == "category", e.kind == Kind.EVENT.value)
        .order_by(m.term.c.value.desc())  # of several, the alphabetically first stands
    )
    by_id = {id_: TONES.index(_TONE_OF_CATEGORY.get(text.lower(), "company")) for id_, text in conn.execute(query)}
    for place in np.flatnonzero(kinds == _KINDS.index(Kind.EVENT)):
        tones[place] = by_id.get(int(ids[place]), tones[place])
    return tones


def positions_by_kind(conn: Connection) -> dict[Kind, NDArray[np.int32]]:
    """The positions of the entities of each dated kind by rising id, as masks of a filter are over them."""

    def ask() -> dict[Kind, NDArray[np.int32]]:
        line = timeline(conn)
        return {kind: line.by_id[line.kinds[line.by_id] == place] for place, kind in enumerate(_KINDS) if kind in DATED}

    return kept(conn).get("positions", ask, lambda found: sum(map(nbytes, found.values())))


# ---- lanes ----


def lanes(conn: Connection, by: str) -> Lanes:
    """The lanes by one of LANES_BY: the largest first, those of kinds in the order of TONES. Kept as `timeline` is.

    What belongs to none of the entities that lanes are made by is in the last. Raises KeyError for another `by`.
    """
    if by not in LANES_BY:
        raise KeyError(by)
    return kept(conn).get(("lanes", by), lambda: _lanes(conn, by), lambda found: 8 * len(found.position) + 10_000)


def _lanes(conn: Connection, by: str) -> Lanes:
    line = timeline(conn)
    everything = np.arange(len(line.ids), dtype=np.int32)
    if by == "kind":
        found = Lanes(by, _LANE_NAMES, (None,) * len(TONES), everything, line.tones.astype(np.int32))
    else:
        found = _lanes_of(conn, line, by, everything)
    read_only(found.position, found.lane)
    return found


def _lanes_of(conn: Connection, line: Timeline, by: str, everything: NDArray[np.int32]) -> Lanes:
    kind, others, without = _LANES_BY[by]
    near, far = (column(ids) for ids in columns(conn, _edges(kind), 2))
    places = line.positions_of(near)
    owners, far_places = np.unique(far[places >= 0], return_inverse=True)
    (places, codes), _ = distinct_pairs(places[places >= 0], far_places)
    sizes = np.bincount(codes, minlength=len(owners))
    named = dict(conn.execute(select(e.id, e.name).where(e.kind == kind.value)).all())
    ranked = sorted(range(len(owners)), key=lambda at: (-sizes[at], named[int(owners[at])].casefold(), owners[at]))
    labels = [named[int(owners[at])] for at in ranked[:MOST_LANES]]
    ids: list[int | None] = [int(owners[at]) for at in ranked[:MOST_LANES]]
    lane_of = np.full(len(owners), MOST_LANES, np.int32)
    lane_of[ranked[:MOST_LANES]] = np.arange(len(labels))
    lane = lane_of[codes].astype(np.int32)
    if len(ranked) > MOST_LANES:
        labels.append(others)
        ids.append(None)
        # What is in a named lane as well needs no mark among the others, and one mark is enough there.
        (places, lane), _ = distinct_pairs(places, lane)
        named_too = np.isin(places, places[lane < MOST_LANES])
        shown = (lane < MOST_LANES) | ~named_too
        places, lane = places[shown], lane[shown]
    rest = np.setdiff1d(everything, places).astype(np.int32)
    if len(rest):
        places = np.concatenate([places, rest])
        lane = np.concatenate([lane, np.full(len(rest), len(labels), np.int32)])
        labels.append(without)
        ids.append(None)
    order = np.lexsort((places, lane))
    return Lanes(by, tuple(labels), tuple(ids), places[order].astype(np.int32), lane[order].astype(np.int32))


def _edges(kind: Kind) -> CompoundSelect[Any]:
    """Pairs of an entity and one of this kind that it is directly related to; some more than once."""
    r, c = m.relation.c, m.credit.c
    halves = [
        select(near.label("near"), far.label("far")).join(m.entity, e.id == far).where(e.kind == kind.value)
        for near, far in ((r.subject_id, r.object_id), (r.object_id, r.subject_id))
    ]
    if kind is Kind.PERSON:
        halves.append(select(c.target_id.label("near"), c.person_id.label("far")))
    return union_all(*halves)
