"""The derivation graph as arrays: releases, parents that are mere names, and what the child is to the parent.

It holds what takes part in a derivation, and nothing else. It is no tree and may have cycles and self-loops.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, String, select, type_coerce

from db import models as m
from db.arrays import column, ordinals, positions, read_only
from db.bulk import columns
from db.details import statements_of
from db.filters import FilterSpec
from db.kept import kept
from db.kinds import Basis, Kind, Rank, Relation
from db.masks import entities, mask, respelled

RELATIONS = tuple(Relation)
e, d, v = m.entity.c, m.derivation.c, m.variant.c


@dataclass(frozen=True, eq=False)
class LineageGraph:
    """Nodes and edges; arrays that belong together are parallel and cannot be written.

    Nodes are releases by rising id, then variants that are unfolded, then names that nothing resolves to, by name.
    """

    ids: NDArray[np.int64]
    """The release; that of a variant is its release's, that of a mere name is 0."""
    names: tuple[str, ...]
    parts: tuple[str, ...]
    """The name of an unfolded variant, "" for all else."""
    first: NDArray[np.int32]
    """`date.toordinal()` of the earliest day. An open end has the day of the other end; 0 where there is none."""
    last: NDArray[np.int32]
    """The same of the latest day, which is included."""
    variants: NDArray[np.int32]
    """How many variants are folded into a release."""
    parent: NDArray[np.int32]
    """Of each edge, a place among the nodes."""
    child: NDArray[np.int32]
    relation: NDArray[np.uint8]
    """Index in RELATIONS."""
    inferred: NDArray[np.bool_]
    """Whether no source states it: somebody concluded it."""
    about: tuple[tuple[str, ...], ...]
    """The variants that an edge is stated of; none where it is stated of the whole."""

    def node_of(self, id_: int) -> int | None:
        """The node of a release; None for one without relatives and for other kinds."""
        found = np.flatnonzero(self.ids == id_) if id_ else np.zeros(0, np.int64)
        return int(found[0]) if len(found) else None

    def is_resolved(self) -> NDArray[np.bool_]:
        """Which nodes are more than a name."""
        found: NDArray[np.bool_] = self.ids != 0
        return found

    @cached_property
    def is_whole(self) -> NDArray[np.bool_]:
        """Which nodes are no variants."""
        return np.fromiter((not part for part in self.parts), np.bool_, len(self.parts))

    def kept(self, nodes: NDArray[np.bool_]) -> tuple[LineageGraph, NDArray[np.int64]]:
        """The part with these nodes and the edges between them, and the place here of each node of it."""
        places = np.flatnonzero(nodes)
        moved = np.cumsum(nodes) - 1
        edges = np.flatnonzero(nodes[self.parent] & nodes[self.child])
        part = LineageGraph(
            self.ids[places], tuple(self.names[at] for at in places), tuple(self.parts[at] for at in places),
            self.first[places], self.last[places], self.variants[places],
            moved[self.parent[edges]].astype(np.int32), moved[self.child[edges]].astype(np.int32),
            self.relation[edges], self.inferred[edges], tuple(self.about[at] for at in edges),
        )  # fmt: skip
        return part, places


@dataclass(frozen=True, slots=True)
class EdgeNote:
    """Who says that a release came from another: one statement."""

    part: str
    basis: Basis
    ground: str
    source: str
    locator: str


# ---- reading ----


def lineage(conn: Connection, unfolded: frozenset[int] = frozenset()) -> LineageGraph:
    """The whole graph, with the variants of `unfolded` releases (ids) as nodes. Kept while the database stays as it is.

    Derivations that differ in the variant alone are one edge.
    """
    return kept(conn).get(("lineage", unfolded), lambda: _lineage(conn, unfolded), lambda found: 200 * len(found.ids))


def _lineage(conn: Connection, unfolded: frozenset[int]) -> LineageGraph:
    query = select(
        d.child_id, d.parent_id, d.parent_name, d.relation, d.basis, d.child_variant_id, v.name
    ).select_from(m.derivation).outerjoin(m.variant, v.id == d.child_variant_id).order_by(d.id)  # fmt: skip
    rows = list(zip(*columns(conn, query, 7), strict=True))
    ids = np.unique(column([id_ for row in rows for id_ in row[:2] if id_ is not None]))
    parts = _parts(conn, unfolded.intersection(ids.tolist()))
    known, releases = _known(conn), ids.tolist()
    place = {id_: at for at, id_ in enumerate(releases)}
    part_place = {id_: len(ids) + at for at, (id_, _, _) in enumerate(parts)}
    written = {row[2].casefold(): row[2] for row in reversed(rows) if row[1] is None}
    unresolved = sorted(written)
    name_place = {key: len(ids) + len(parts) + at for at, key in enumerate(unresolved)}
    edges: dict[tuple[int, int, str], tuple[bool, list[str]]] = {}
    for variant, release, _name in parts:
        edges[place[release], part_place[variant], Relation.VARIANT_OF.value] = (False, [])
    for child, parent, name, relation, basis, variant, variant_name in rows:
        to = part_place.get(variant, place[child]) if variant is not None else place[child]
        key = (name_place[name.casefold()] if parent is None else place[parent], to, relation)
        inferred, about = edges.setdefault(key, (True, []))
        if variant_name is not None and to == place[child]:
            about.append(variant_name)
        edges[key] = (inferred and basis != Basis.STATED, about)
    return _graph(known, releases, parts, [written[key] for key in unresolved], edges)


def _parts(conn: Connection, unfolded: Iterable[int]) -> list[tuple[int, int, str]]:
    """Variants of releases: (variant's id, release's id, name)."""
    query = select(v.id, v.release_id, v.name).where(v.release_id.in_(sorted(unfolded)))
    return [(row[0], row[1], row[2]) for row in conn.execute(query.order_by(v.release_id, v.position, v.id))]


def _known(conn: Connection) -> dict[int, tuple[str, str | None, str | None, int]]:
    """Name, first day, last day and number of variants of the releases that take part, by id."""
    some = select(d.child_id).union(select(d.parent_id).where(d.parent_id.is_not(None))).subquery()
    query = (
        select(e.id, e.name, type_coerce(e.date_earliest, String), type_coerce(e.date_latest, String),
               m.release.c.variants)
        .join_from(m.entity, some, some.c[0] == e.id)
        .outerjoin(m.release, m.release.c.id == e.id)
    )  # fmt: skip
    return {row[0]: row[1:] for row in zip(*columns(conn, query, 5), strict=True)}


def _graph(
    known: dict[int, tuple[str, str | None, str | None, int]],
    releases: Sequence[int],
    parts: Sequence[tuple[int, int, str]],
    unresolved: Sequence[str],
    edges: dict[tuple[int, int, str], tuple[bool, list[str]]],
) -> LineageGraph:
    owners = [*releases, *(release for _, release, _ in parts)]
    blank = [None] * len(unresolved)
    first = ordinals([*(known[id_][1] for id_ in owners), *blank])
    last = ordinals([*(known[id_][2] for id_ in owners), *blank])
    first, last = np.where(first == 0, last, first), np.where(last == 0, first, last)
    names = [known[id_][0] for id_ in releases]
    names += [f"{known[release][0]} {name}" for _, release, name in parts]
    unfolded = {release for _, release, _ in parts}
    sizes = [0 if id_ in unfolded else known[id_][3] or 0 for id_ in releases] + [0] * (len(parts) + len(unresolved))
    relations = {relation.value: at for at, relation in enumerate(RELATIONS)}
    found = LineageGraph(
        np.array([*owners, *(0 for _ in unresolved)], np.int64), (*names, *unresolved),
        (*("" for _ in releases), *(name for *_, name in parts), *("" for _ in unresolved)),
        first.astype(np.int32), last.astype(np.int32), np.array(sizes, np.int32),
        np.array([parent for parent, _, _ in edges], np.int32), np.array([child for _, child, _ in edges], np.int32),
        np.array([relations[relation] for *_, relation in edges], np.uint8),
        np.array([inferred for inferred, _ in edges.values()], np.bool_),
        tuple(tuple(about) for _, about in edges.values()),
    )  # fmt: skip
    read_only(*(value for value in vars(found).values() if isinstance(value, np.ndarray)))
    return found


# ---- questions about it ----


def lineage_shown(conn: Connection, graph: LineageGraph, spec: FilterSpec) -> NDArray[np.bool_]:
    """Which nodes the filter keeps. A mere name, of which nothing is known, is kept by no filter but the empty one."""
    if not spec.clauses:
        return np.ones(len(graph.ids), np.bool_)
    places = positions(entities(conn, Kind.RELEASE), graph.ids)
    chosen = mask(conn, Kind.RELEASE, respelled(conn, spec))
    return (places >= 0) & (chosen[places] if len(chosen) else False)


def edge_notes(conn: Connection, graph: LineageGraph, edge: int) -> tuple[EdgeNote, ...]:
    """Who states an edge of the graph, and where; none for the one from a release to its own variant."""
    child, parent = int(graph.child[edge]), int(graph.parent[edge])
    part, parent_id = graph.parts[child], int(graph.ids[parent])
    relation = RELATIONS[graph.relation[edge]]
    found = []
    for said in statements_of(conn, int(graph.ids[child]), "parent"):
        named = said.target.id if said.target is not None else None
        same = named == parent_id if parent_id else said.value.casefold() == graph.names[parent].casefold()
        fits = said.variant == part if part else True
        if same and fits and (said.role or Relation.BASED_ON) == relation and said.rank != Rank.DEPRECATED:
            source = said.source.name if said.source is not None else ""
            found.append(EdgeNote(said.variant, Basis(said.basis), said.ground, source, said.locator()))
    return tuple(found)


def sources_of_edges(conn: Connection, graph: LineageGraph) -> list[tuple[str, ...]]:
    """Of each edge the sources that state it, each with its locator: “Overview, Lineage, line 205”."""
    notes: dict[tuple[int, str, str, str], list[str]] = {}
    for key, text in _cited(conn):
        notes.setdefault(key, []).append(text)
    found = []
    for edge, (parent, child) in enumerate(zip(graph.parent.tolist(), graph.child.tolist(), strict=True)):
        id_, relation = int(graph.ids[child]), RELATIONS[graph.relation[edge]].value
        to = str(graph.ids[parent]) if graph.ids[parent] else graph.names[parent].casefold()
        parts = (graph.parts[child],) if graph.parts[child] else ("", *graph.about[edge])
        texts = [text for part in parts for text in notes.get((id_, to, relation, part), ())]
        found.append(tuple(dict.fromkeys(texts)))
    return found


def _cited(conn: Connection) -> Iterator[tuple[tuple[int, str, str, str], str]]:
    s, source = m.statement.c, m.entity.alias("said_by")
    query = (
        select(s.entity_id, s.target_id, s.value, s.role, v.name, source.c.name, s.section, s.first_line, s.last_line)
        .join_from(m.statement, m.variant, v.id == s.variant_id, isouter=True)
        .join(source, source.c.id == s.source_id)
        .where(s.property == "parent", s.rank != Rank.DEPRECATED.value)
        .order_by(s.id)
    )
    for id_, target, value, role, part, name, section, first, last in zip(*columns(conn, query, 9), strict=True):
        lines = "" if first is None else f"line {first}" if first == last else f"lines {first}–{last}"
        text = ", ".join(filter(None, (name, section, lines)))
        key: tuple[Any, ...] = (
            id_,
            str(target) if target is not None else value.casefold(),
            role or "based-on",
            part or "",
        )
        yield key, text
