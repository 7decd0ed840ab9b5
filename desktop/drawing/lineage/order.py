"""Which lane each chain takes: ordered by best insertion, so that few lines cross, and packed as the order allows."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.drawing.lineage.chains import Item

NAME_CROSSED = 0.3
"""How bad a line across a name is, against one across a line."""
OWN_NAME, SMALL = 0.1, 120
"""The same of a name of the line that it leaves, and the items of a family up to which that counts."""
NEAR = 0.01
"""The same of one lane more between two that are linked."""
MOST_MOVED = 3_000
"""Items that are taken out and put back where they do better, which takes about half a second; those of a large family
count for more."""
LARGE = 700
MOST_IN_BRANCH = 30
"""Items of a branch that moves as a whole."""
PASSES = 3


def lanes_of(items: Sequence[Item]) -> list[int]:
    """The lane of each item from the top. Items that belong together keep together, the largest families above."""
    found = [0] * len(items)
    height, left = _Skyline(), MOST_MOVED
    for family, above in _families(items):
        order = family
        if len(family) > 1:
            ordering = _Order(items, family, above)
            order = ordering.best(left)
            left -= ordering.moved
        lanes = _packed(items, order, family[0])
        begin = np.array([items[at].begin for at in order])
        end = np.array([max(items[at].end, items[at].label_end) for at in order])
        top = height.drop(begin, end, lanes)
        for at, lane in zip(order, lanes.tolist(), strict=True):
            found[at] = top + lane
    return found


def _families(items: Sequence[Item]) -> list[tuple[list[int], dict[int, int]]]:
    """Items that are linked, each family from its most linked item on as the links lead; the largest first.

    With each the item through which every other one was found.
    """
    above: dict[int, int] = {}
    found: list[tuple[list[int], dict[int, int]]] = []
    for start in sorted(range(len(items)), key=lambda at: (-len(items[at].links), items[at].begin)):
        if start in above:
            continue
        above[start] = -1
        family, waiting = [], deque([start])
        while waiting:
            at = waiting.popleft()
            family.append(at)
            for _, other in sorted(items[at].links):
                if other not in above:
                    above[other] = at
                    waiting.append(other)
        found.append((family, above))
    return sorted(found, key=lambda pair: (-sum(len(items[at].nodes) for at in pair[0]), items[pair[0][0]].begin))


def _over_names(item: Item, other: Item, x: float) -> tuple[float, float]:
    """What it costs that a link leaves upwards from a line with a name above it: with the item above, and below."""
    return OWN_NAME * other.is_named(x), OWN_NAME * item.is_named(x)


class _Order:
    """The items of a family from top to bottom, while they are put in one after the other."""

    def __init__(self, items: Sequence[Item], family: Sequence[int], above: Mapping[int, int]) -> None:
        # Here an item is its place in the family.
        place = {at: number for number, at in enumerate(family)}
        self._family, self._above = range(len(family)), [place.get(above[at], -1) for at in family]
        members = [items[at] for at in family]
        self._begin = np.array([item.begin for item in members])
        self._end = np.array([item.end for item in members])
        self._named = np.array([max(item.end, item.label_end) for item in members])
        self._load = np.array([item.load() for item in members])
        self._links = [
            [
                (x, place[other], count, *(_over_names(item, items[other], x) if len(family) <= SMALL else (0.0, 0.0)))
                for (x, other), count in item.links.items()
            ]
            for item in members
        ]
        links = [(x, at, other, count) for at in self._family for x, other, count, *_ in self._links[at] if at < other]
        self._x, self._count = (np.array([link[end] for link in links]) for end in (0, 3))
        self._one, self._other = (np.array([link[end] for link in links], np.int64) for end in (1, 2))
        self._ids = family
        self._place = np.full(len(family), -1, np.int64)
        self._order = np.zeros(0, np.int64)
        self.moved, self._price = 0, 1 + len(family) // LARGE
        """How many were taken out and put back, and what one of them counts."""

    def best(self, most: int) -> list[int]:
        """Put each where it crosses least; then take items and branches out and look again, at most so many."""
        for item in self._family:
            self._insert(item)
        branches = self._branches()
        for _ in range(PASSES):
            if self.moved + len(self._family) * self._price > most:
                break
            better = sum([self._move(item) for item in self._family])
            if self.moved + sum(map(len, branches)) * self._price <= most:
                better += sum([self._move_branch(branch) for branch in branches])
            if not better:
                break
        return [self._ids[item] for item in self._order.tolist()]

    def _branches(self) -> list[list[int]]:
        """What hangs on each item, with it, where that is more than the item and not too much."""
        below = {item: [item] for item in self._family}
        for item in reversed(self._family):
            if self._above[item] >= 0:
                below[self._above[item]] += below[item]
        return [branch for branch in below.values() if 1 < len(branch) <= min(MOST_IN_BRANCH, len(self._family) // 2)]

    def _move_branch(self, branch: Sequence[int]) -> bool:
        self.moved += len(branch) * self._price
        before, crossed = self._order, self._crossed()
        inside = np.isin(before, branch)
        self._place[branch] = -1
        self._put(before[~inside])
        costs = sum((self._costs(int(item)) for item in branch), np.zeros(len(self._order) + 1))
        self._put(np.insert(self._order, int(np.argmin(costs)), before[inside]))
        if self._crossed() < crossed - 1e-9:
            return True
        self._put(before)
        return False

    def _crossed(self) -> float:
        """How many edges cross."""
        ends = np.stack([self._place[self._one], self._place[self._other]])
        begin, end, places = self._begin[self._order], self._end[self._order], np.arange(len(self._order))
        crossed = (begin <= self._x[:, None]) & (self._x[:, None] < end)
        crossed &= (places > ends.min(axis=0)[:, None]) & (places < ends.max(axis=0)[:, None])
        return float(((crossed @ self._load[self._order]) * self._count).sum())

    def _insert(self, item: int) -> None:
        place = int(np.argmin(self._costs(item)))
        self._put(np.insert(self._order, place, item))

    def _move(self, item: int) -> bool:
        self.moved += self._price
        before = int(self._place[item])
        self._place[item] = -1
        self._put(np.delete(self._order, before))
        costs = self._costs(item)
        place = int(np.argmin(costs))
        if costs[place] >= costs[before] - 1e-9:
            place = before
        self._put(np.insert(self._order, place, item))
        return place != before

    def _put(self, order: NDArray[np.int64]) -> None:
        self._order = order
        self._place[order] = np.arange(len(order))

    def _costs(self, item: int) -> NDArray[np.float64]:
        """What each place would cost for an item that is in none: lines crossed, names crossed, length."""
        order, place = self._order, self._place
        there = len(order)
        costs = np.zeros(there + 2)
        if not there:
            return costs[:1]
        crossing = (place[self._one] >= 0) & (place[self._other] >= 0) & (self._x >= self._begin[item])
        crossing &= self._x <= self._named[item]
        if crossing.any():
            ends = np.stack([place[self._one[crossing]], place[self._other[crossing]]])
            weight = np.where(self._x[crossing] < self._end[item], self._load[item], NAME_CROSSED)
            weight *= self._count[crossing]
            np.add.at(costs, ends.min(axis=0) + 1, weight)
            np.add.at(costs, ends.max(axis=0) + 1, -weight)
            costs = np.cumsum(costs)
        found: NDArray[np.float64] = costs[: there + 1]
        places = np.arange(there + 1)
        begin, end, named, load = (found[order] for found in (self._begin, self._end, self._named, self._load))
        for x, other, count, rising, falling in self._links[item]:
            at = int(place[other])
            if at < 0:
                continue
            weight = np.where(x < end, load, NAME_CROSSED) * ((begin <= x) & (x <= named)) * count
            before = np.concatenate([[0.0], np.cumsum(weight)])
            found += np.where(places <= at, before[at] - before[places], before[places] - before[at + 1])
            found += NEAR * np.abs(places - at - 0.5) + np.where(places <= at, rising, falling)
        return found


def _packed(items: Sequence[Item], order: Sequence[int], middle: int) -> NDArray[np.int64]:
    """Lanes for items in this order, each as near to the one in the `middle` as those between allow."""
    begin = np.array([items[at].begin for at in order])
    end = np.array([max(items[at].end, items[at].label_end) for at in order])
    lanes = np.zeros(len(order), np.int64)
    start = order.index(middle)
    for at in range(start + 1, len(order)):
        over = (begin[start:at] <= end[at]) & (end[start:at] >= begin[at])
        lanes[at] = lanes[start:at][over].max(initial=-1) + 1
    for at in range(start - 1, -1, -1):
        later = slice(at + 1, len(order))
        over = (begin[later] <= end[at]) & (end[later] >= begin[at])
        lanes[at] = min(lanes[later][over].min(initial=1), 1) - 1
    found: NDArray[np.int64] = lanes - lanes.min()
    return found


class _Skyline:
    """How far down the families reach that were put in so far, by time."""

    def __init__(self) -> None:
        self._begin = np.zeros(0)
        self._end = np.zeros(0)
        self._bottom = np.zeros(0, np.int64)

    def drop(self, begin: NDArray[np.float64], end: NDArray[np.float64], lanes: NDArray[np.int64]) -> int:
        """Put a family below all that is there; its top lane."""
        top = 0
        for first, last, lane in zip(begin.tolist(), end.tolist(), lanes.tolist(), strict=True):
            over = (self._begin <= last) & (self._end >= first)
            top = max(top, int(self._bottom[over].max(initial=0)) - lane)
        self._begin = np.concatenate([self._begin, begin])
        self._end = np.concatenate([self._end, end])
        self._bottom = np.concatenate([self._bottom, lanes + top + 1])
        return top
