"""Where the nodes of a lineage lie in time: within their dates, parents before children wherever dates allow it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

Adjacent = list[list[int]]
STEP = 45.0
"""Days between relatives of which one or both have no date."""


@dataclass(slots=True)
class Dated:
    """`x` has a day for each node. `forward` says of each edge whether it counts: no edge of a cycle that closes it
    does, nor one whose dates contradict it. `guessed` nodes have no date and are placed by their relatives."""

    x: list[float]
    forward: list[bool]
    guessed: list[bool]
    cyclic: list[bool]
    """Edges of cycles, self-loops among them."""
    contradicted: list[bool]
    """Edges whose parent, or an ancestor of it along the edges that count, is later than their child by all that the
    dates say. They do not count."""
    order: list[int]
    """The nodes, parents before children along the edges that count."""


def place_in_time(parents: Sequence[int], children: Sequence[int], first: Sequence[int], last: Sequence[int]) -> Dated:
    """Days for nodes with spans `first` to `last` (0 without a date), and edges from `parents` to `children`."""
    nodes = len(first)
    components = _strong_components(nodes, parents, children)
    ends = list(zip(parents, children, strict=True))
    cyclic = [components[p] == components[c] for p, c in ends]
    contradicted = [bool(first[p] and first[c]) and first[p] > last[c] for p, c in ends]
    forward = [p != c and not against for (p, c), against in zip(ends, contradicted, strict=True)]
    _break_cycles(nodes, ends, (cyclic, forward), first)
    order = _topological(nodes, ends, forward)
    low, high = _bounds(ends, (forward, contradicted), (first, last), order)
    x = _settle(ends, forward, (low, high), (first, last), order)
    return Dated(x, forward, [not day for day in first], cyclic, contradicted, order)


def out_edges(nodes: int, ends: Sequence[tuple[int, int]], forward: Sequence[bool]) -> Adjacent:
    """The edges that leave each node, of those that count."""
    found: Adjacent = [[] for _ in range(nodes)]
    for edge, (parent, _) in enumerate(ends):
        if forward[edge]:
            found[parent].append(edge)
    return found


def _strong_components(nodes: int, parents: Sequence[int], children: Sequence[int]) -> list[int]:
    """Which strong component each node is in (Tarjan's way, without recursion)."""
    following: Adjacent = [[] for _ in range(nodes)]
    for parent, child in zip(parents, children, strict=True):
        following[parent].append(child)
    index, low, component = [-1] * nodes, [0] * nodes, [-1] * nodes
    stack: list[int] = []
    count = found = 0
    for root in range(nodes):
        work = [(root, 0)] if index[root] < 0 else []
        while work:
            node, at = work.pop()
            if at == 0:
                index[node] = low[node] = count
                count += 1
                stack.append(node)
            elif component[(child := following[node][at - 1])] < 0:
                low[node] = min(low[node], low[child])
            while at < len(following[node]) and index[child := following[node][at]] >= 0:
                if component[child] < 0:
                    low[node] = min(low[node], index[child])
                at += 1
            if at < len(following[node]):
                work += [(node, at + 1), (following[node][at], 0)]
            elif low[node] == index[node]:
                while component[node] < 0:
                    component[stack.pop()] = found
                found += 1
    return component


def _break_cycles(
    nodes: int, ends: Sequence[tuple[int, int]], flags: tuple[list[bool], list[bool]], first: Sequence[int]
) -> None:
    """Let edges not count that close a cycle, on a walk from the earliest nodes."""
    cyclic, forward = flags
    inside = out_edges(nodes, ends, [both and ahead for both, ahead in zip(cyclic, forward, strict=True)])
    state = [0] * nodes  # 1 while the walk is below the node, 2 afterwards
    for root in sorted({ends[edge][0] for edges in inside for edge in edges}, key=lambda node: (first[node], node)):
        work = [(root, 0)] if not state[root] else []
        while work:
            node, at = work.pop()
            state[node] = 1
            while at < len(inside[node]):
                edge = inside[node][at]
                at += 1
                child = ends[edge][1]
                if state[child] == 1:
                    forward[edge] = False
                elif not state[child]:
                    work += [(node, at), (child, 0)]
                    break
            else:
                state[node] = 2


def _topological(nodes: int, ends: Sequence[tuple[int, int]], forward: Sequence[bool]) -> list[int]:
    following = out_edges(nodes, ends, forward)
    waiting = [0] * nodes
    for edge, (_, child) in enumerate(ends):
        waiting[child] += forward[edge]
    ready = deque(node for node in range(nodes) if not waiting[node])
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for edge in following[node]:
            child = ends[edge][1]
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return order


def _bounds(
    ends: Sequence[tuple[int, int]],
    flags: tuple[list[bool], list[bool]],
    spans: tuple[Sequence[int], Sequence[int]],
    order: Sequence[int],
) -> tuple[list[float], list[float]]:
    """The earliest and the latest day that each node can have beside its relatives.

    An edge is contradicted, and does not count from now on, that the date of an ancestor contradicts by way of nodes
    between them that have no date, or one that is not exact.
    """
    (forward, contradicted), (first, last) = flags, spans
    following = out_edges(len(first), ends, forward)
    low = [float(day) if day else -inf for day in first]
    high = [float(day) if first[node] else inf for node, day in enumerate(last)]
    for node in order:
        for edge in following[node]:
            child = ends[edge][1]
            if low[node] > high[child]:
                forward[edge], contradicted[edge] = False, True
            else:
                low[child] = max(low[child], low[node])
    for node in reversed(order):
        for edge in following[node]:
            if forward[edge]:
                high[node] = min(high[node], high[ends[edge][1]])
    return low, high


def _settle(
    ends: Sequence[tuple[int, int]],
    forward: Sequence[bool],
    bounds: tuple[list[float], list[float]],
    spans: tuple[Sequence[int], Sequence[int]],
    order: Sequence[int],
) -> list[float]:
    """The middle of a date, moved no further than relatives ask for; the undated a step from their relatives."""
    (low, high), (first, last) = bounds, spans
    nodes = len(first)
    following = out_edges(nodes, ends, forward)
    before = [-inf] * nodes  # the latest of the parents
    dated = [day for day in first if day]
    begin = float(min(dated)) if dated else 738_000.0
    back = _steps_back(nodes, ends, forward, order, high)
    x = [0.0] * nodes
    for node in order:
        if first[node]:
            wanted = (first[node] + last[node]) / 2
        elif before[node] > -inf:
            wanted = before[node] + STEP
            if high[node] < inf:
                wanted = min(wanted, (before[node] + high[node]) / 2)
        else:
            wanted = high[node] - STEP * back[node] if high[node] < inf else begin
        x[node] = min(max(wanted, low[node], before[node]), high[node])
        for edge in following[node]:
            if forward[edge]:
                before[ends[edge][1]] = max(before[ends[edge][1]], x[node])
    return x


def _steps_back(
    nodes: int, ends: Sequence[tuple[int, int]], forward: Sequence[bool], order: Sequence[int], high: Sequence[float]
) -> list[int]:
    """How many undated steps a node is before the relative that bounds it."""
    following = out_edges(nodes, ends, forward)
    found = [1] * nodes
    for node in reversed(order):
        for edge in following[node]:
            child = ends[edge][1]
            if forward[edge] and high[child] == high[node]:
                found[node] = max(found[node], found[child] + 1)
    return found
