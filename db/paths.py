"""How two entities are connected: the shortest chain of relations between them, each with who says so.

All relations count, in both directions: credits, affiliations, derivations and those without a table of their own.
That a source speaks of something is none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Column, Connection, select

from db import models as m
from db.arrays import column, nbytes, positions, read_only
from db.bulk import columns
from db.details import statements_of
from db.kept import kept
from db.kinds import Basis, Kind, Rank, Relation
from db.lineage_walks import Neighbours
from db.people import is_contribution
from db.rows import Ref, StatementRow

DEEPEST = 16
"""Hops that a chain has at most."""
_TABLES: tuple[tuple[str, Column[int], Column[int]], ...] = (
    ("parent", m.derivation.c.child_id, m.derivation.c.parent_id),
    ("credit", m.credit.c.person_id, m.credit.c.target_id),
    ("affiliation", m.affiliation.c.person_id, m.affiliation.c.organization_id),
    ("", m.relation.c.subject_id, m.relation.c.object_id),
)
"""Where relations are, with their property; of several chains as short, one by the earlier ones is taken."""
e = m.entity.c
Ids = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Network:
    """All entities that are related to any, by rising id, and what relates them: places among them, parallel."""

    ids: Ids
    near: NDArray[np.int32]
    far: NDArray[np.int32]
    onward: Neighbours
    back: Neighbours


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain. A relation is stated of its `subject`; the chain may walk it either way.

    `property` is that of the statement, “credit” for one, `role` in what way; `source` is None where none is named.
    """

    subject: Ref
    object: Ref
    forward: bool
    """Whether the chain goes from the subject to the object."""
    property: str
    role: str
    basis: str
    ground: str
    source: Ref | None
    locator: str
    others: int
    """How many more sources say the same."""
    statement: int = 0
    """The statement that says so, 0 for none."""
    work: bool = True
    """False for a credit of somebody who is only quoted, cited or thanked."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The entities from one end to the other, each with its kind, and the hops between them: one fewer."""

    entities: tuple[tuple[Ref, Kind], ...]
    hops: tuple[Hop, ...]


def chain(conn: Connection, start: int, end: int, deepest: int = DEEPEST) -> Chain | None:
    """The shortest chain between two entities; None where there is none of at most so many hops, or they are one."""
    known = network(conn)
    places = positions(known.ids, np.array([start, end], np.int64)).tolist()
    if start == end or -1 in places:
        return None
    walked = shortest(known.onward, known.back, places[0], places[1], deepest)
    if walked is None:
        return None
    ids = [int(known.ids[place]) for place, _ in walked]
    rows = conn.execute(select(e.id, e.name, e.kind).where(e.id.in_(ids)))
    named = {id_: (Ref(id_, name), Kind(kind)) for id_, name, kind in rows}
    hops = []
    for one, (place, edge) in zip(ids, walked[1:], strict=False):
        other = int(known.ids[place])
        forward = int(known.ids[known.near[edge]]) == one
        hops.append(_hop(conn, named, (one, other) if forward else (other, one), forward))
    return Chain(tuple(named[id_] for id_ in ids), tuple(hops))


def network(conn: Connection) -> Network:
    """All relations between entities. Kept while the database stays as it is."""
    return kept(conn).get("network", lambda: _network(conn), lambda found: 6 * nbytes(found.near))


def _network(conn: Connection) -> Network:
    found = []
    for _property, one_end, other_end in _TABLES:
        known = other_end.is_not(None), one_end != other_end
        query = select(one_end, other_end).where(*known).order_by(one_end, other_end)
        found.append([column(values) for values in columns(conn, query, 2)])
    one, other = (np.concatenate(parts) for parts in zip(*found, strict=True))
    ids = np.unique(np.concatenate([one, other]))
    near, far = positions(ids, one), positions(ids, other)
    read_only(ids, near, far)
    return Network(ids, near, far, Neighbours.of(near, far, len(ids)), Neighbours.of(far, near, len(ids)))


def shortest(onward: Neighbours, back: Neighbours, start: int, end: int, deepest: int) -> list[tuple[int, int]] | None:
    """The nodes of a shortest way with the edge that each was reached by (-1 for the start), in either direction.

    None where there is none of at most so many edges. Of equals the edges with the lower numbers are taken.
    """
    nodes = len(onward.starts) - 1
    came_by = np.full(nodes, -1, np.int64)
    came_from = np.full(nodes, -1, np.int64)
    came_from[start] = start
    frontier, level = np.array([start], np.int64), 0
    while len(frontier) and came_from[end] < 0 and level < deepest:
        level += 1
        steps = [_steps(way, frontier) for way in (onward, back)]
        edges, owners, reached = (np.concatenate(parts) for parts in zip(*steps, strict=True))
        new = np.flatnonzero(came_from[reached] < 0)
        new = new[np.argsort(edges[new], kind="stable")]
        frontier, first = np.unique(reached[new], return_index=True)
        came_by[frontier], came_from[frontier] = edges[new][first], owners[new][first]
    if came_from[end] < 0:
        return None
    walked = [(end, int(came_by[end]))]
    while walked[-1][0] != start:
        before = int(came_from[walked[-1][0]])
        walked.append((before, int(came_by[before])))
    return walked[::-1]


def _steps(way: Neighbours, frontier: Ids) -> tuple[Ids, Ids, Ids]:
    """The edges that leave some nodes one way: the edges, from which node and to which."""
    edges = way.leaving(frontier)
    owners = np.repeat(frontier, way.starts[frontier + 1] - way.starts[frontier])
    return edges, owners, way.far[edges].astype(np.int64)


# ---- who says so ----


def _hop(conn: Connection, named: dict[int, tuple[Ref, Kind]], pair: tuple[int, int], forward: bool) -> Hop:
    """The step between two entities, by the best statement on it: stated before inferred, preferred first."""
    subject, object_ = named[pair[0]][0], named[pair[1]][0]
    property_ = _property(conn, *pair)
    told = [
        row
        for row in statements_of(conn, pair[0], property_)
        if row.target is not None and row.target.id == pair[1] and row.rank != Rank.DEPRECATED
    ]
    if not told:
        return Hop(subject, object_, forward, property_, "", Basis.STATED.value, "", None, "", 0)
    best = min(told, key=_standing)
    sources = {row.source.id for row in told if row.source is not None}
    work = property_ != "credit" or any(is_contribution(row.role) for row in told)
    role = best.role or (Relation.BASED_ON.value if property_ == "parent" else "")
    return Hop(
        subject, object_, forward, property_, role, best.basis, best.ground, best.source,
        best.locator(), max(len(sources) - 1, 0), best.id, work,
    )  # fmt: skip


def _standing(row: StatementRow) -> tuple[bool, bool]:
    return row.basis == Basis.INFERRED, row.rank != Rank.PREFERRED


def _property(conn: Connection, subject: int, object_: int) -> str:
    """The property that relates two entities, by the first table that does."""
    for property_, near, far in _TABLES:
        named = m.relation.c.property if not property_ else near
        found = conn.scalar(select(named).where(near == subject, far == object_).order_by(named).limit(1))
        if found is not None:
            return property_ or str(found)
    return ""
