"""Walks over a graph given as two arrays: who descends from whom, how two are related. Cycles never keep them busy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
UNREACHED = -1


@dataclass(frozen=True, eq=False)
class Neighbours:
    """The edges of each node in one direction: `edges[starts[n]:starts[n + 1]]` leave node n, to `far` of them."""

    starts: Places
    edges: Places
    far: NDArray[np.int32]

    @staticmethod
    def of(near: NDArray[np.int32], far: NDArray[np.int32], nodes: int) -> Neighbours:
        """From the near end of each edge to its far end."""
        starts = np.zeros(nodes + 1, np.int64)
        np.cumsum(np.bincount(near, minlength=nodes), out=starts[1:])
        return Neighbours(starts, np.argsort(near, kind="stable"), far)

    def leaving(self, nodes: Places) -> Places:
        """The edges that leave any of these nodes, in one array."""
        begin, count = self.starts[nodes], self.starts[nodes + 1] - self.starts[nodes]
        if not count.sum():
            return np.zeros(0, np.int64)
        shift = np.repeat(begin - np.concatenate([[0], np.cumsum(count)[:-1]]), count)
        found: Places = self.edges[np.arange(int(count.sum())) + shift]
        return found


def steps_from(starts: Places, neighbours: Neighbours, deepest: int | None = None) -> NDArray[np.int32]:
    """How many steps away each node is from the nearest start, UNREACHED where there is no way or it is deeper."""
    found = np.full(len(neighbours.starts) - 1, UNREACHED, np.int32)
    found[starts] = 0
    level, frontier = 0, np.flatnonzero(found == 0)
    while len(frontier) and (deepest is None or level < deepest):
        level += 1
        reached = neighbours.far[neighbours.leaving(frontier)]
        found[reached[found[reached] == UNREACHED]] = level
        frontier = np.flatnonzero(found == level)
    return found


def path(start: int, end: int, down: Neighbours, up: Neighbours) -> tuple[Places, Places] | None:
    """The nodes and edges of a shortest way: down from one to the other, else up, else through relatives of both.

    None where they are not related, or are the same node.
    """
    if start == end:
        return None
    for ways in ((down,), (up,), (down, up)):
        found = _path(start, end, ways)
        if found is not None:
            return found
    return None


def _path(start: int, end: int, ways: tuple[Neighbours, ...]) -> tuple[Places, Places] | None:
    nodes = len(ways[0].starts) - 1
    came_by, came_from = np.full(nodes, -1, np.int64), np.full(nodes, -1, np.int64)
    came_from[start] = start
    frontier = np.array([start], np.int64)
    while len(frontier) and came_from[end] < 0:
        following = []
        for way in ways:
            edges = way.leaving(frontier)
            owners = np.repeat(frontier, way.starts[frontier + 1] - way.starts[frontier])
            far = way.far[edges].astype(np.int64)
            new = came_from[far] < 0
            fresh, places = np.unique(far[new], return_index=True)
            came_by[fresh], came_from[fresh] = edges[new][places], owners[new][places]
            following.append(fresh)
        frontier = np.concatenate(following)
    if came_from[end] < 0:
        return None
    walked, crossed = [end], []
    while walked[-1] != start:
        crossed.append(int(came_by[walked[-1]]))
        walked.append(int(came_from[walked[-1]]))
    return np.array(walked[::-1], np.int64), np.array(crossed[::-1], np.int64)


def family_of(root: int, down: Neighbours, up: Neighbours) -> NDArray[np.bool_]:
    """The descendants of a node that come from nowhere else: what folds into it."""
    inside = steps_from(np.array([root]), down) > 0
    inside[root] = False
    # One with a parent outside stays, and then its children do, unless all their parents are inside.
    while True:
        places = np.flatnonzero(inside)
        edges = up.leaving(places)
        owners = np.repeat(places, up.starts[places + 1] - up.starts[places])
        parents = up.far[edges]
        leaving = owners[~inside[parents] & (parents != root)]
        if not len(leaving):
            return inside
        inside[leaving] = False
