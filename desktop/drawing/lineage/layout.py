"""Where the nodes and edges of a lineage lie: x is the date, lanes are chosen, as in a picture of commits.

Pure: nothing here paints. x is in days (ordinals), lanes count from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from db.lineage_graph import RELATIONS, LineageGraph
from desktop.drawing.lineage.chains import Chains, Way, chains, staggered
from desktop.drawing.lineage.dates import Dated, place_in_time
from desktop.drawing.lineage.order import lanes_of

STAGGER = 14.0
"""Pixels of a step by which a node is drawn later than its date, where edges within a day ask for it."""


@dataclass(frozen=True, eq=False)
class Layout:
    """Parallel arrays of nodes, and of edges."""

    x: NDArray[np.float64]
    """The day of each node, within its date."""
    steps: NDArray[np.float64]
    """Steps of STAGGER pixels that it is drawn behind it."""
    lane: NDArray[np.int32]
    guessed: NDArray[np.bool_]
    """Nodes without a date, placed by their relatives."""
    ways: NDArray[np.uint8]
    """How each edge runs: a `Way`."""
    edge_lane: NDArray[np.int32]
    """The lane that it runs on, -1 for one that runs on none."""
    cyclic: NDArray[np.bool_]
    """Edges of a cycle, self-loops among them."""
    contradicted: NDArray[np.bool_]
    """Edges whose parent, or an ancestor of it, is later than their child by all that the dates say."""
    weight: NDArray[np.int32]
    """How many descendants a node has along primary parents, with itself: the larger is named first."""
    widths: NDArray[np.float64]
    """Pixels of each name with its mark, as they were given."""
    lanes: int
    """How many there are."""


def lay_out(graph: LineageGraph, days_per_pixel: float, widths: Sequence[float]) -> Layout:
    """Lay out a graph so that at this scale every name, of so many pixels with its mark, has room behind its node."""
    parents, children = graph.parent.tolist(), graph.child.tolist()
    ends = list(zip(parents, children, strict=True))
    dated = place_in_time(parents, children, graph.first.tolist(), graph.last.tolist())
    step = STAGGER * days_per_pixel
    steps = staggered(ends, dated, step)
    x = [day + behind * step for day, behind in zip(dated.x, steps, strict=True)]
    relations = [RELATIONS[code] for code in graph.relation.tolist()]
    extents = [width * days_per_pixel for width in widths]
    cut = chains(ends, relations, graph.inferred.tolist(), dated, x=x, extents=extents)
    return _layout(ends, dated, steps, (cut, widths))


def _layout(
    ends: Sequence[tuple[int, int]],
    dated: Dated,
    steps: Sequence[float],
    made: tuple[Chains, Sequence[float]],
) -> Layout:
    cut, widths = made
    lanes = lanes_of(cut.items)
    edge_lane = [lanes[item] if item >= 0 else -1 for item in cut.edge_item]
    weight = [1] * len(dated.x)
    for node in reversed(dated.order):
        if cut.primary[node] >= 0:
            weight[ends[cut.primary[node]][0]] += weight[node]
    return Layout(
        np.array(dated.x, np.float64), np.array(steps, np.float64),
        np.array([lanes[item] for item in cut.item_of], np.int32), np.array(dated.guessed, np.bool_),
        np.array(cut.ways, np.uint8), np.array(edge_lane, np.int32), np.array(dated.cyclic, np.bool_),
        np.array(dated.contradicted, np.bool_), np.array(weight, np.int32),
        np.array(widths, np.float64), max(lanes, default=-1) + 1,
    )  # fmt: skip


def is_backward(graph: LineageGraph, layout: Layout) -> NDArray[np.bool_]:
    """Which edges are drawn against time."""
    found: NDArray[np.bool_] = layout.x[graph.parent] > layout.x[graph.child]
    return found


def corners(graph: LineageGraph, layout: Layout, x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The corners of each edge as (edges, 4, 2) of x and lane; `x` has the place of each node, in any unit.

    Those of edges that bend less lie on each other.
    """
    count = len(graph.parent)
    found = np.zeros((count, 4, 2))
    parent, child = graph.parent, graph.child
    start, end = x[parent], x[child]
    ways = layout.ways
    down_first = (ways == Way.LEAVE) | (ways == Way.BUS)
    across = np.where(layout.edge_lane >= 0, layout.edge_lane, layout.lane[parent])
    straight = (ways == Way.BACK) | (ways == Way.LOOP)
    found[:, 0, 0], found[:, 0, 1] = start, layout.lane[parent]
    found[:, 1, 0], found[:, 1, 1] = start, np.where(down_first, across, layout.lane[parent])
    found[:, 2, 0] = np.where(straight, start, end)
    found[:, 2, 1] = np.where(straight, layout.lane[parent], across)
    found[:, 3, 0], found[:, 3, 1] = end, layout.lane[child]
    return found
