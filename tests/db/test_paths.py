"""The shortest chain between two entities: as short as a plain search finds, each hop with who says so."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from db.kinds import Kind
from db.lineage_walks import Neighbours
from db.paths import chain, shortest
from tests.small_database import fact, id_of, reading

ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    {"kind": "organization", "id": "lab", "name": "Lab"},
    {"kind": "technique", "id": "moe", "name": "MoE"},
    {"kind": "release", "id": "base", "name": "Base", "facts": {"organization": fact("lab")}},
    {"kind": "release", "id": "next", "name": "Next", "facts": {
        "parent": [fact("base", role="finetune", basis="inferred", ground="Its name."),
                   fact("base", "s2:7", role="distill"), fact("base", "s1:9", role="merge", rank="deprecated")]}},
    {"kind": "release", "id": "loop", "name": "Loop", "facts": {"parent": fact("loop", role="merge")}},
    {"kind": "person", "id": "ann", "name": "Ann", "facts": {
        "credit": [fact("next", "s1:4-5", role="lead"), fact("next", "s2:4", role="lead")],
        "affiliation": fact("lab", role="Intern")}},
    {"kind": "person", "id": "bob", "name": "Bob", "facts": {"credit": fact("base", role="quoted")}},
    {"kind": "person", "id": "far", "name": "Far", "facts": {"technique": fact("moe")}},
    {"kind": "person", "id": "alone", "name": "Alone"},
]  # fmt: skip


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    with reading(ENTITIES) as conn:
        yield conn


def test_names_each_hop_with_its_relation_and_source(conn: Connection) -> None:
    found = chain(conn, id_of(conn, "ann"), id_of(conn, "base"))
    assert found is not None
    assert [(ref.name, kind) for ref, kind in found.entities] == [
        ("Ann", Kind.PERSON), ("Next", Kind.RELEASE), ("Base", Kind.RELEASE)]  # fmt: skip
    credit, parent = found.hops
    assert (credit.property, credit.role, credit.forward, credit.others) == ("credit", "lead", True, 1)
    assert credit.source is not None
    assert (credit.source.name, credit.locator) == ("First", "Start, lines 4–5")
    # What a source states stands before what was inferred; a deprecated statement does not stand at all.
    assert (parent.subject.name, parent.role, parent.basis, parent.others) == ("Next", "distill", "stated", 1)


def test_walks_relations_backwards_and_says_so(conn: Connection) -> None:
    found = chain(conn, id_of(conn, "lab"), id_of(conn, "ann"))
    assert found is not None
    (hop,) = found.hops
    assert (hop.subject.name, hop.object.name, hop.forward, hop.property) == ("Ann", "Lab", False, "affiliation")


def test_a_quotation_is_named_as_no_work(conn: Connection) -> None:
    found = chain(conn, id_of(conn, "bob"), id_of(conn, "base"))
    assert found is not None
    assert not found.hops[0].work


@pytest.mark.parametrize(
    ("one", "other"), [("ann", "ann"), ("ann", "alone"), ("ann", "far"), ("loop", "base"), ("s1", "ann")]
)
def test_finds_nothing_where_nothing_is(conn: Connection, one: str, other: str) -> None:
    assert chain(conn, id_of(conn, one), id_of(conn, other)) is None


def test_is_bounded(conn: Connection) -> None:
    ends = id_of(conn, "ann"), id_of(conn, "base")
    assert chain(conn, *ends, deepest=1) is None
    assert chain(conn, *ends, deepest=2) is not None


def test_unknown_ids_are_no_error(conn: Connection) -> None:
    assert chain(conn, 99_999, id_of(conn, "ann")) is None


# ---- against a plain search ----


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]], int, int]:
    nodes = draw(st.integers(1, 12))
    node = st.integers(0, nodes - 1)
    edges = draw(st.lists(st.tuples(node, node), max_size=24))
    return nodes, edges, draw(node), draw(node)


def plain(nodes: int, edges: list[tuple[int, int]], start: int, end: int) -> int | None:
    """How many edges a shortest way has."""
    near: dict[int, set[int]] = {node: set() for node in range(nodes)}
    for one, other in edges:
        near[one].add(other)
        near[other].add(one)
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for there in near[here] - steps.keys():
            steps[there] = steps[here] + 1
            waiting.append(there)
    return steps.get(end)


@given(graphs(), st.integers(1, 12))
def test_is_as_short_as_a_plain_search_finds(graph: tuple[int, list[tuple[int, int]], int, int], deepest: int) -> None:
    nodes, edges, start, end = graph
    one, other = (np.array([edge[side] for edge in edges], np.int32) for side in (0, 1))
    ways = Neighbours.of(one, other, nodes), Neighbours.of(other, one, nodes)
    found, wanted = shortest(*ways, start, end, deepest), plain(nodes, edges, start, end)
    if wanted is None or wanted > deepest:
        assert found is None
        return
    assert found is not None
    assert len(found) == wanted + 1
    assert (found[0], found[-1][0]) == ((start, -1), end)
    for (before, _), (after, edge) in pairwise(found):
        assert set(edges[edge]) == {before, after}
    assert len({node for node, _ in found}) == len(found)


@given(graphs())
def test_is_as_long_in_the_other_direction(graph: tuple[int, list[tuple[int, int]], int, int]) -> None:
    nodes, edges, start, end = graph
    one, other = (np.array([edge[side] for edge in edges], np.int32) for side in (0, 1))
    ways = Neighbours.of(one, other, nodes), Neighbours.of(other, one, nodes)
    there, back = shortest(*ways, start, end, 12), shortest(*ways, end, start, 12)
    assert (there is None) == (back is None)
    assert there is None or back is None or len(there) == len(back)
