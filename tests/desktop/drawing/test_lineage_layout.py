"""The layout of a lineage: time goes on, names have room, cycles and contradictions are marked and never loop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.kinds import Relation
from db.lineage_graph import RELATIONS, LineageGraph
from desktop.drawing.lineage.chains import Way
from desktop.drawing.lineage.dates import place_in_time
from desktop.drawing.lineage.layout import STAGGER, Layout, corners, is_backward, lay_out
from desktop.drawing.lineage.scene import LineageScene
from desktop.lineage.words import edge_text

Edge = tuple[int, int, Relation]
S, F, D, I = Relation.SUCCESSOR, Relation.FINETUNE, Relation.DISTILL, Relation.INITIALIZED_FROM  # noqa: E741
WIDTH = 50.0


def graph(days: list[tuple[int, int]], edges: list[Edge], inferred: frozenset[int] = frozenset()) -> LineageGraph:
    count = len(days)
    return LineageGraph(
        np.arange(1, count + 1), tuple(map(str, range(count))), ("",) * count,
        np.array([first for first, _ in days], np.int32), np.array([last for _, last in days], np.int32),
        np.zeros(count, np.int32), np.array([p for p, _, _ in edges], np.int32),
        np.array([c for _, c, _ in edges], np.int32), np.array([RELATIONS.index(r) for *_, r in edges], np.uint8),
        np.array([at in inferred for at in range(len(edges))], np.bool_), ((),) * len(edges),
    )  # fmt: skip


def day(number: int) -> tuple[int, int]:
    return number, number


def laid(days: list[tuple[int, int]], edges: list[Edge], inferred: frozenset[int] = frozenset()) -> Layout:
    return lay_out(graph(days, edges, inferred), 1.0, [WIDTH] * len(days))


def ways(layout: Layout) -> list[Way]:
    return [Way(way) for way in layout.ways.tolist()]


@pytest.mark.parametrize(
    ("days", "edges", "found"),
    [
        ([day(1000), day(1100), day(1200)], [(0, 1, S), (1, 2, S)], [Way.ALONG, Way.ALONG]),
        # A lane is held until its last use, and the other child rises from it at its own date.
        ([day(1000), day(1010), day(1020)], [(0, 1, S), (0, 2, S)], [Way.RISE, Way.RISE]),
        # Past the next node of the chain the lone child has a lane of its own from its parent on.
        ([day(1000), day(1100), day(1300), day(1400)], [(0, 1, S), (1, 3, S), (0, 2, S)],
         [Way.ALONG, Way.ALONG, Way.LEAVE]),
        # Several share a bus.
        ([day(1000), day(1100), day(1300), day(1350), day(1400)], [(0, 1, S), (1, 4, S), (0, 2, S), (0, 3, S)],
         [Way.ALONG, Way.ALONG, Way.BUS, Way.BUS]),
        ([day(1000)], [(0, 0, S)], [Way.LOOP]),
        ([day(1000), day(900)], [(0, 1, S)], [Way.BACK]),
    ],
)  # fmt: skip
def test_ways(days: list[tuple[int, int]], edges: list[Edge], found: list[Way]) -> None:
    assert ways(laid(days, edges)) == found


def test_the_primary_parent_comes_from_the_relation_not_from_the_latest_date() -> None:
    layout = laid([day(1000), day(1200), day(1300)], [(0, 2, S), (1, 2, D)])
    assert layout.lane[0] == layout.lane[2] != layout.lane[1]


@pytest.mark.parametrize(("stated", "same"), [(0, 0), (1, 1)])
def test_of_two_alike_the_stated_parent_is_the_primary_one(stated: int, same: int) -> None:
    layout = laid([day(1000), day(1010), day(1300)], [(0, 2, F), (1, 2, F)], frozenset({1 - stated}))
    assert layout.lane[2] == layout.lane[same] != layout.lane[1 - same]


def test_the_chain_goes_on_with_the_child_that_has_most_descendants() -> None:
    layout = laid([day(d) for d in (1000, 1100, 1200, 1300)], [(0, 1, S), (0, 2, S), (2, 3, S)])
    assert layout.lane[0] == layout.lane[2] == layout.lane[3] != layout.lane[1]
    assert layout.weight.tolist() == [4, 1, 2, 1]


def test_dates_of_months_give_way_to_relatives() -> None:
    found = place_in_time([0, 1], [1, 2], [1000, 1020, 1000], [1030, 1020, 1030])
    assert found.x[0] <= found.x[1] <= found.x[2]
    assert found.x == [1015, 1020, 1020]


def test_the_undated_stand_beside_their_relatives_and_say_so() -> None:
    found = place_in_time([0, 1, 3, 4], [1, 2, 2, 4], [1000, 0, 2000, 0, 0], [1000, 0, 2000, 0, 0])
    assert found.guessed == [False, True, False, True, True]
    assert 1000 < found.x[1] < 2000
    assert 1900 < found.x[3] < 2000


@pytest.mark.parametrize("between", [(0, 0), (1000, 1030)], ids=["without a date", "with a month"])
def test_a_contradiction_through_a_node_between_is_one_too(between: tuple[int, int]) -> None:
    layout = laid([day(1001), between, day(1000)], [(0, 1, S), (1, 2, S)])
    assert layout.contradicted.tolist() == [False, True]
    assert ways(layout)[1] is Way.BACK


def test_cycles_and_loops_are_marked() -> None:
    layout = laid([day(1000), day(1050), day(1100), day(1200)],
                  [(0, 1, S), (1, 2, S), (2, 1, D), (3, 3, S), (0, 3, S)])  # fmt: skip
    assert layout.cyclic.tolist() == [False, True, True, True, False]
    assert layout.contradicted.tolist() == [False, False, True, False, False]
    assert ways(layout)[2] is Way.BACK
    assert ways(layout)[3] is Way.LOOP


def test_an_undated_cycle_is_cut_once() -> None:
    found = place_in_time([0, 1, 2], [1, 2, 0], [0, 0, 0], [0, 0, 0])
    assert sum(found.forward) == 2
    assert found.cyclic == [True] * 3


def test_children_of_one_day_stand_a_step_behind_each_other() -> None:
    layout = laid([day(1000)] * 4, [(0, 1, S), (0, 2, S), (0, 3, S)])
    assert sorted(layout.steps.tolist()) == [0, 1, 2, 3]
    assert len(set(layout.lane.tolist())) == 4


def test_nothing_is_an_empty_layout() -> None:
    assert laid([], []).lanes == 0


spans = st.one_of(st.just((0, 0)), st.tuples(st.integers(1000, 1400), st.sampled_from([0, 0, 30, 364])).map(
    lambda pair: (pair[0], pair[0] + pair[1])))  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> LineageGraph:
    days = draw(st.lists(spans, min_size=1, max_size=14))
    node = st.integers(0, len(days) - 1)
    return graph(days, draw(st.lists(st.tuples(node, node, st.sampled_from(list(Relation))), max_size=25)))


THROUGH_A_MONTH = graph([day(1001), (1000, 1030), (0, 0), day(1000)], [(0, 1, S), (1, 3, S)])
"""Each of its two edges may be, and both together may not."""


@given(graphs())
@example(THROUGH_A_MONTH)
def test_time_goes_on_but_where_dates_contradict_or_a_cycle_closes(found: LineageGraph) -> None:
    layout = lay_out(found, 1.0, [WIDTH] * len(found.ids))
    dated = found.first > 0
    assert (layout.x[dated] >= found.first[dated]).all()
    assert (layout.x[dated] <= found.last[dated]).all()
    assert (layout.guessed == ~dated).all()
    forward = np.isin(layout.ways, (Way.ALONG, Way.RISE, Way.LEAVE, Way.BUS))
    assert not is_backward(found, layout)[forward].any()
    assert (forward | layout.cyclic | layout.contradicted).all()
    assert not layout.contradicted[forward].any()


@given(graphs())
@example(THROUGH_A_MONTH)
def test_contradicted_are_edges_to_what_is_earlier_than_an_ancestor(found: LineageGraph) -> None:
    layout = lay_out(found, 1.0, [WIDTH] * len(found.ids))
    latest = found.first.copy()  # of a node and its ancestors, along the edges that go on in time
    going_on = np.flatnonzero(layout.ways < Way.BACK)
    for _ in found.ids:
        np.maximum.at(latest, found.child[going_on], latest[found.parent[going_on]])
    impossible = (found.last[found.child] > 0) & (latest[found.parent] > found.last[found.child])
    assert (layout.contradicted | layout.cyclic)[impossible].all()
    assert impossible[layout.contradicted].all()


@given(graphs())
def test_names_have_room_and_lines_do_not_lie_over_strangers(found: LineageGraph) -> None:
    layout = lay_out(found, 1.0, [WIDTH] * len(found.ids))
    x = layout.x + STAGGER * layout.steps
    for lane in range(layout.lanes):
        along = np.sort(x[layout.lane == lane])
        assert (np.diff(along) >= WIDTH - 1e-9).all()
    shape = corners(found, layout, x)
    assert shape.shape == (len(found.parent), 4, 2)
    assert (shape[:, 0, 1] == layout.lane[found.parent]).all()
    assert (shape[:, 3, 1] == layout.lane[found.child]).all()
    for edge, (points, way) in enumerate(zip(shape, ways(layout), strict=True)):
        if way in (Way.BACK, Way.LOOP):
            continue
        lane, (begin, end) = layout.edge_lane[edge], sorted((points[1, 0], points[2, 0]))
        over = (layout.lane == lane) & (x > begin + 1e-9) & (x < end - 1e-9)
        assert not over.any(), "an edge runs through a node that it does not belong to"


@pytest.mark.parametrize(
    ("parent", "child", "said"),
    [
        (day(1001), day(1000), "against the dates"),
        ((1000, 1030), day(1000), "against the date of an ancestor"),
        ((0, 0), day(1000), "against the date of an ancestor"),
        ((1000, 1030), day(1020), ""),
        ((0, 0), (0, 0), ""),
    ],
)
def test_whose_dates_contradict_is_told(parent: tuple[int, int], child: tuple[int, int], said: str) -> None:
    found = graph([day(1001), parent, child], [(0, 1, S), (1, 2, S)])
    every = np.ones(3, np.bool_)
    scene = LineageScene(found, lay_out(found, 1.0, [WIDTH] * 3), every, ~every)
    assert edge_text(scene, 1) == ", ".join(filter(None, ("successor of it, stated", said)))


@given(graphs())
def test_the_same_graph_gives_the_same_layout(found: LineageGraph) -> None:
    one, other = (lay_out(found, 1.0, [WIDTH] * len(found.ids)) for _ in range(2))
    assert (one.lane == other.lane).all()
    assert (one.x == other.x).all()
