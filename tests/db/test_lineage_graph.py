"""The derivation graph as arrays: what is a node, what is an edge, who says so, and walks that cycles do not hold up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from db import queries
from db.engine import memory_database
from db.filters import FilterSpec, parse
from db.kinds import Basis
from db.lineage_graph import RELATIONS, LineageGraph, edge_notes, lineage, lineage_shown, sources_of_edges
from db.lineage_walks import Neighbours, family_of, path, steps_from
from db.start import open_or_create
from tests.small_database import reading


def fact(value: str, cite: str = "s1:1", **more: str) -> dict:
    return {"name" if value.startswith(("Lost", "lost")) else "value": value, "cite": cite, **more}


def release(slug: str, *parents: dict, date: str = "", sizes: tuple[dict, ...] = ()) -> dict:
    facts = {"parent": list(parents)} | ({"date": fact(date)} if date else {})
    return {"kind": "release", "id": slug, "name": slug.upper(), "facts": facts, "variants": list(sizes)}


def size(name: str, *parents: dict) -> dict:
    return {"id": name.lower(), "name": name, "facts": {"parent": list(parents)}}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    release("base", date="2023"),
    release("next", fact("base", role="successor", basis="inferred", ground="Its name."),
            fact("base", "s2:4", role="successor"), fact("Lost One", role="finetune"), date="2024-02",
            sizes=(size("7B", fact("base", "s1:7", role="distill")), size("70B", fact("base", role="distill")))),
    release("loop", fact("loop", role="merge"), fact("next", role="merge"), fact("lost one", role="merge")),
    release("alone"),
]  # fmt: skip


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    with reading(ENTITIES) as conn:
        yield conn


def edges(graph: LineageGraph) -> list[tuple[str, str, str, bool]]:
    ends = zip(graph.parent, graph.child, graph.relation, graph.inferred, strict=True)
    return sorted((graph.names[p], graph.names[c], RELATIONS[r].value, bool(i)) for p, c, r, i in ends)


def test_folds_variants_into_their_release_and_names_into_one_node(conn: Connection) -> None:
    graph = lineage(conn)
    assert graph.names == ("BASE", "NEXT", "LOOP", "Lost One")
    assert edges(graph) == [
        ("BASE", "NEXT", "distill", False),
        ("BASE", "NEXT", "successor", False),  # one source states what another lets conclude
        ("LOOP", "LOOP", "merge", False),
        ("Lost One", "LOOP", "merge", False),
        ("Lost One", "NEXT", "finetune", False),
        ("NEXT", "LOOP", "merge", False),
    ]
    assert [about for about in graph.about if about] == [("7B", "70B")]
    assert graph.is_resolved().tolist() == [True, True, True, False]
    assert graph.variants.tolist() == [0, 2, 0, 0]
    assert (graph.first[3], graph.first[2]) == (0, 0)
    assert graph.first[0] < graph.last[0]
    assert graph.node_of(queries.resolve(conn, "alone") or 0) is None
    assert not graph.first.flags.writeable


def test_unfolds_variants(conn: Connection) -> None:
    owner = queries.resolve(conn, "next") or 0
    graph = lineage(conn, frozenset((owner,)))
    assert graph.names == ("BASE", "NEXT", "LOOP", "NEXT 7B", "NEXT 70B", "Lost One")
    assert ("BASE", "NEXT 7B", "distill", False) in edges(graph)
    assert ("NEXT", "NEXT 70B", "variant-of", False) in edges(graph)
    assert ("BASE", "NEXT", "distill", False) not in edges(graph)
    assert graph.ids[3] == graph.ids[4] == owner
    assert graph.node_of(owner) == 1


def test_says_who_states_an_edge(conn: Connection) -> None:
    graph = lineage(conn)
    said = {RELATIONS[graph.relation[at]].value: edge_notes(conn, graph, at) for at in (0, 1, 2)}
    assert [(note.source, note.locator, note.basis, note.ground) for note in said["successor"]] == [
        ("First", "Start, line 1", Basis.INFERRED, "Its name."),
        ("Second", "line 4", Basis.STATED, ""),
    ]
    assert [note.part for note in said["distill"]] == ["7B", "70B"]
    assert [note.source for note in said["finetune"]] == ["First"]
    every = dict(zip(edges_in_order(graph), sources_of_edges(conn, graph), strict=True))
    assert every["BASE", "NEXT", "successor"] == ("First, Start, line 1", "Second, line 4")
    assert every["BASE", "NEXT", "distill"] == ("First, Start, line 7", "First, Start, line 1")
    assert all(every.values())


def edges_in_order(graph: LineageGraph) -> list[tuple[str, str, str]]:
    ends = zip(graph.parent, graph.child, graph.relation, strict=True)
    return [(graph.names[p], graph.names[c], RELATIONS[r].value) for p, c, r in ends]


@pytest.mark.parametrize(("text", "names"), [("", {"BASE", "NEXT", "LOOP", "Lost One"}), ("date:2024", {"NEXT"})])
def test_shows_what_the_filter_keeps(conn: Connection, text: str, names: set[str]) -> None:
    graph = lineage(conn)
    shown = lineage_shown(conn, graph, parse(text))
    assert {name for name, kept in zip(graph.names, shown, strict=True) if kept} == names


def test_keeps_a_part(conn: Connection) -> None:
    graph = lineage(conn)
    part, places = graph.kept(np.array([True, True, False, False]))
    assert part.names == ("BASE", "NEXT")
    assert places.tolist() == [0, 1]
    assert len(part.parent) == 2


def test_is_empty_without_derivations() -> None:
    with memory_database() as database, database.read() as conn:
        graph = lineage(conn)
        assert len(graph.ids) == len(graph.parent) == 0
        assert not len(lineage_shown(conn, graph, FilterSpec()))


def test_bundled_lineage_has_its_cycle_and_a_source_for_every_edge(tmp_path) -> None:
    with open_or_create(tmp_path / "d.db") as database, database.read() as conn:
        graph = lineage(conn)
        assert all(sources_of_edges(conn, graph))
        ends = {(graph.names[p], graph.names[c]) for p, c in zip(graph.parent, graph.child, strict=True)}
        assert {("DeepSeek-R1", "DeepSeek-V3"), ("DeepSeek-V3", "DeepSeek-R1")} <= ends


# ---- walks ----

#   0 → 1 → 2 → 4 → 2 (a cycle), 0 → 3 → 4, 5 → 3, 6 alone with a loop
PARENT, CHILD, COUNT = [0, 1, 2, 4, 0, 3, 5, 6], [1, 2, 4, 2, 3, 4, 3, 6], 7


def both(parent: list[int], child: list[int], nodes: int) -> tuple[Neighbours, Neighbours]:
    near, far = np.array(parent, np.int32), np.array(child, np.int32)
    return Neighbours.of(near, far, nodes), Neighbours.of(far, near, nodes)


@pytest.mark.parametrize(
    ("starts", "deepest", "steps"),
    [
        ([0], None, [0, 1, 2, 1, 2, -1, -1]),
        ([0], 1, [0, 1, -1, 1, -1, -1, -1]),
        ([1, 5], None, [-1, 0, 1, 1, 2, 0, -1]),
        ([6], None, [-1, -1, -1, -1, -1, -1, 0]),
        ([], None, [-1] * 7),
    ],
)
def test_steps(starts: list[int], deepest: int | None, steps: list[int]) -> None:
    down, _ = both(PARENT, CHILD, COUNT)
    assert steps_from(np.array(starts, np.int64), down, deepest).tolist() == steps


@pytest.mark.parametrize(
    ("start", "end", "nodes"),
    [(0, 2, [0, 1, 2]), (2, 0, [2, 1, 0]), (1, 5, [1, 2, 4, 3, 5]), (0, 6, None), (0, 0, None)],
)
def test_path(start: int, end: int, nodes: list[int] | None) -> None:
    down, up = both(PARENT, CHILD, COUNT)
    found = path(start, end, down, up)
    if nodes is None or found is None:
        assert found is None
        return
    walked, crossed = found
    if (start, end) == (1, 5):  # there are two as short, through 0 and through 2
        assert len(walked) == 4 or walked.tolist() == nodes
    else:
        assert walked.tolist() == nodes
    for edge, pair in zip(crossed, pairwise(walked.tolist()), strict=True):
        assert {PARENT[edge], CHILD[edge]} == set(pair)


def test_a_family_is_what_comes_from_nowhere_else() -> None:
    down, up = both(PARENT, CHILD, COUNT)
    assert np.flatnonzero(family_of(1, down, up)).tolist() == []
    assert np.flatnonzero(family_of(0, down, up)).tolist() == [1]
    down, up = both([0, 1, 0], [1, 2, 3], 4)
    assert np.flatnonzero(family_of(0, down, up)).tolist() == [1, 2, 3]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30), st.integers(0, 9))
def test_walks_agree_with_the_plain_way(pairs: list[tuple[int, int]], start: int) -> None:
    down, up = both([p for p, _ in pairs], [c for _, c in pairs], 10)
    expected, level, frontier = {start: 0}, 0, {start}
    while frontier:
        level += 1
        frontier = {c for p, c in pairs if p in frontier} - expected.keys()
        expected |= dict.fromkeys(frontier, level)
    found = steps_from(np.array([start]), down)
    assert {at: int(step) for at, step in enumerate(found) if step >= 0} == expected
    for end in expected.keys() - {start}:
        way = path(start, end, down, up)
        assert way is not None
        assert len(way[1]) == expected[end]
