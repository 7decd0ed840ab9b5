"""Chains of a lineage: who the one primary parent of each child is, which chain each node is on, how each edge runs.

A chain holds a lane from its first node to its last use, which may be an edge that leaves its last node later on. Edges
that leave a node in the midst of a chain, past the next node of it, run on a bus: a lane of their own, so that nobody
takes them for edges of that next node.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from db.kinds import Relation
from desktop.drawing.lineage.dates import Dated, out_edges

FIRST_PARENT = (
    Relation.SUCCESSOR, Relation.INITIALIZED_FROM, Relation.FINETUNE, Relation.ADAPTER, Relation.QUANTIZED,
    Relation.VARIANT_OF, Relation.BASED_ON, Relation.MERGE, Relation.DISTILL, Relation.TRAINED_ON_OUTPUTS_OF,
)  # fmt: skip
"""Which relation makes a parent the primary one, first of all first."""
MOST_STAGGERED = 6
"""Children of one day that stand a step behind each other, before the next begins at the first place again."""


class Way(IntEnum):
    """How an edge runs from its parent to its child."""

    ALONG = 0
    """Straight, both on one chain."""
    RISE = 1
    """On the parent's lane, and up or down at the child."""
    LEAVE = 2
    """Up or down at the parent, and on the child's lane."""
    BUS = 3
    """Up or down at the parent, on a lane of its own, and up or down at the child."""
    BACK = 4
    """Against time, or closing a cycle: straight from one to the other."""
    LOOP = 5
    """From a node to itself."""


@dataclass(slots=True)
class Item:
    """What holds a lane: a chain or a bus. `end` is where its line ends, `label_end` where its last name does."""

    begin: float
    end: float
    label_end: float
    nodes: list[int] = field(default_factory=list)
    links: Counter[tuple[float, int]] = field(default_factory=Counter)
    """Where lines go up or down to other items, to which, and how many edges each is."""
    names: list[tuple[float, float]] = field(default_factory=list)
    """From where to where each node with its name reaches."""
    length: float = 0.0
    """Days that all edges on it take together."""

    def is_named(self, x: float) -> bool:
        """Whether a name stands here, above the line."""
        at = bisect_left(self.names, (x, 0.0)) - 1
        return at >= 0 and x < self.names[at][1]

    def load(self) -> float:
        """How many edges lie over each other on it, on average."""
        return max(self.length / (self.end - self.begin), 1.0) if self.end > self.begin else 1.0


@dataclass(slots=True)
class Chains:
    """Items, and for each node and edge which one it is on (-1 for edges that are on none)."""

    items: list[Item]
    item_of: list[int]
    ways: list[Way]
    edge_item: list[int]
    primary: list[int]
    """The edge of each node's primary parent, -1 for one without."""


def staggered(ends: Sequence[tuple[int, int]], dated: Dated, step: float) -> list[float]:
    """By how many steps each node is drawn later than its date, so that edges between nodes of one day can be seen."""
    found = [0.0] * len(dated.x)
    following = out_edges(len(dated.x), ends, dated.forward)
    for node in dated.order:
        taken: dict[float, int] = {}
        for edge in following[node]:
            child = ends[edge][1]
            away = (dated.x[child] - dated.x[node]) / step
            behind = found[node] + 1 - away
            if behind > 0:
                place = taken[dated.x[child]] = taken.get(dated.x[child], -1) + 1
                behind += place % MOST_STAGGERED
            found[child] = max(found[child], behind)
    return found


def chains(
    ends: Sequence[tuple[int, int]],
    relations: Sequence[Relation],
    inferred: Sequence[bool],
    dated: Dated,
    *,
    x: Sequence[float],
    extents: Sequence[float],
) -> Chains:
    """Cut the graph into chains. `x` is where nodes are drawn, `extents` how far behind it their names reach."""
    nodes = len(x)
    primary = _primary(nodes, ends, relations, inferred, dated.forward)
    heirs = _heirs(ends, primary, dated.order, x, extents)
    items, item_of = _items(heirs, x, extents)
    found = Chains(items, item_of, [Way.BACK] * len(ends), [-1] * len(ends), primary)
    following = out_edges(nodes, ends, dated.forward)
    for edge, (parent, child) in enumerate(ends):
        if parent == child:
            found.ways[edge] = Way.LOOP
    for node in range(nodes):
        _run(found, node, heirs[node], [(edge, ends[edge][1]) for edge in following[node]], x)
    return found


def _primary(
    nodes: int, ends: Sequence[tuple[int, int]], relations: Sequence[Relation], inferred: Sequence[bool],
    forward: Sequence[bool],
) -> list[int]:  # fmt: skip
    rank = {relation: place for place, relation in enumerate(FIRST_PARENT)}
    found = [-1] * nodes
    best: list[tuple[int, bool, int]] = [(len(rank), True, 0)] * nodes
    for edge, (_, child) in enumerate(ends):
        key = (rank[relations[edge]], inferred[edge], edge)
        if forward[edge] and (found[child] < 0 or key < best[child]):
            found[child], best[child] = edge, key
    return found


def _heirs(
    ends: Sequence[tuple[int, int]], primary: Sequence[int], order: Sequence[int], x: Sequence[float],
    extents: Sequence[float],
) -> list[int]:  # fmt: skip
    """The child that goes on with each node's chain: the one with most descendants, of those with room for the name."""
    size, heir = [1] * len(x), [-1] * len(x)
    for node in reversed(order):
        if primary[node] < 0:
            continue
        parent = ends[primary[node]][0]
        size[parent] += size[node]
        if x[node] - x[parent] >= extents[parent]:
            before = heir[parent]
            if before < 0 or (size[node], -x[node]) > (size[before], -x[before]):
                heir[parent] = node
    return heir


def _items(heirs: Sequence[int], x: Sequence[float], extents: Sequence[float]) -> tuple[list[Item], list[int]]:
    items: list[Item] = []
    item_of = [-1] * len(x)
    followed = {heir for heir in heirs if heir >= 0}
    for head in range(len(x)):
        if head in followed:
            continue
        nodes = [head]
        while heirs[nodes[-1]] >= 0:
            nodes.append(heirs[nodes[-1]])
        for node in nodes:
            item_of[node] = len(items)
        names = [(x[node], x[node] + extents[node]) for node in nodes]
        items.append(Item(x[head], x[nodes[-1]], max(end for _, end in names), nodes, names=names))
    return items, item_of


def _run(found: Chains, node: int, heir: int, leaving: list[tuple[int, int]], x: Sequence[float]) -> None:
    """Say how the edges that leave a node run."""
    here = found.item_of[node]
    far: list[tuple[int, int]] = []
    for edge, child in leaving:
        if child == heir and found.ways[edge] is Way.BACK and found.item_of[child] == here:
            found.ways[edge], found.edge_item[edge] = Way.ALONG, here
            found.items[here].length += x[child] - x[node]
        elif heir < 0 or x[child] <= x[heir]:
            _link(found, edge, Way.RISE, here, (x[child], found.item_of[child]))
            found.items[here].length += x[child] - x[node]
        else:
            far.append((edge, child))
    if not far:
        return
    targets = {child for _, child in far}
    lone = targets.pop()
    there = found.item_of[lone]
    if not targets and found.items[there].nodes[0] == lone and found.primary[lone] in [edge for edge, _ in far]:
        for edge, _ in far:
            _link(found, edge, Way.LEAVE, there, (x[node], here))
            found.items[there].length += x[lone] - x[node]
        found.items[there].begin = min(found.items[there].begin, x[node])
        return
    found.items.append(Item(x[node], max(x[child] for _, child in far), x[node]))
    bus = len(found.items) - 1
    found.items[bus].links[x[node], here] += len(far)
    found.items[here].links[x[node], bus] += len(far)
    for edge, child in far:
        _link(found, edge, Way.BUS, bus, (x[child], found.item_of[child]))
        found.items[bus].length += x[child] - x[node]


def _link(found: Chains, edge: int, way: Way, item: int, link: tuple[float, int]) -> None:
    """An edge runs on an item and meets another."""
    at, other = link
    found.ways[edge], found.edge_item[edge] = way, item
    if item != other:
        found.items[item].links[link] += 1
        found.items[other].links[at, item] += 1
        found.items[item].end = max(found.items[item].end, at)
