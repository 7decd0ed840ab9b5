"""The lines of a frame in pixels: where each edge of a lineage runs, as corners and as a path that bends smoothly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from desktop.drawing.lineage_chains import Way
from desktop.drawing.lineage_layout import STAGGER, corners
from desktop.drawing.lineage_scene import HALF, PITCH, LineageScene, Sight

BESIDE = 4.0
"""Pixels between edges of the same two nodes, and between those that rise into one node."""
ROUND = 7.0
HEAD = 6.0
"""Pixels of an arrowhead."""
ARC = 26.0
"""How far an edge against time swings out."""


@dataclass(frozen=True, eq=False)
class Offsets:
    """Pixels by which edges stand beside each other: on their lane, and where they rise. Not of a frame: kept."""

    along: NDArray[np.float64]
    rise: NDArray[np.float64]

    @staticmethod
    def of(scene: LineageScene) -> Offsets:
        """Those of all edges."""
        graph, layout = scene.graph, scene.layout
        count = len(graph.parent)
        along, rise = np.zeros(count), np.zeros(count)
        pairs: dict[tuple[int, int], list[int]] = {}
        into: dict[tuple[int, bool], list[int]] = {}
        rising = np.isin(layout.ways, (Way.RISE, Way.BUS))
        ends = zip(graph.parent.tolist(), graph.child.tolist(), strict=True)
        for edge, (parent, child) in enumerate(ends):
            pairs.setdefault((parent, child), []).append(edge)
            if rising[edge]:
                above = bool(layout.edge_lane[edge] < layout.lane[child])
                into.setdefault((child, above), []).append(edge)
        for edges in pairs.values():
            for place, edge in enumerate(edges):
                along[edge] = BESIDE * (place - (len(edges) - 1) / 2)
        for (child, _), edges in into.items():
            # The one from furthest away rises rightmost: so it passes behind where the others turn.
            far = sorted(edges, key=lambda edge: (abs(int(layout.edge_lane[edge] - layout.lane[child])), edge))
            room = min(BESIDE, 3 * HALF / len(far))
            for place, edge in enumerate(far):
                rise[edge] = room * (place - (len(far) - 1) / 2)
        return Offsets(along, rise)


@dataclass(frozen=True, eq=False)
class Routes:
    """Where nodes are, and the corners of edges as (edges, 4, 2), in pixels."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    corners: NDArray[np.float64]

    @staticmethod
    def of(scene: LineageScene, sight: Sight, offsets: Offsets, left: float, top: float) -> Routes:
        """Everything, whether in sight or not; `top` is the upper edge of the picture."""
        layout, scale = scene.layout, sight.scale
        near = min(sight.pitch / PITCH, 1.0)
        x = left + (layout.x - scale.first) * scale.pixels_per_day + layout.steps * STAGGER * near
        y = top + sight.y(layout.lane)
        found = corners(scene.graph, layout, x)
        found[:, :, 1] = top + sight.y(found[:, :, 1])
        found[:, 1:3, 1] += np.where(layout.ways < Way.BACK, offsets.along * near, 0)[:, None]
        along = layout.ways == Way.ALONG
        found[along, 0, 1] = found[along, 3, 1] = found[along, 1, 1]
        rising = np.isin(layout.ways, (Way.RISE, Way.BUS))
        found[rising, 2, 0] = found[rising, 3, 0] = (found[:, 3, 0] + offsets.rise * near)[rising]
        return Routes(x, y, found)

    def edges_in(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.int64]:
        """The edges that may be in sight."""
        low, high = self.corners.min(axis=1), self.corners.max(axis=1)
        near = (low[:, 0] <= right) & (high[:, 0] >= left) & (low[:, 1] <= bottom + ARC) & (high[:, 1] >= top - ARC)
        return np.flatnonzero(near)

    def nodes_in(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.int64]:
        """The nodes that may be in sight."""
        near = (self.x >= left) & (self.x <= right) & (self.y >= top) & (self.y <= bottom)
        return np.flatnonzero(near)


def path_of(points: NDArray[np.float64], way: int) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
    """The line of an edge up to its arrowhead, the tip of that, and which way it points."""
    if way == Way.LOOP:
        return _loop(points[0])
    if way == Way.BACK:
        return _arc(points[0], points[3])
    stops = [points[0]]
    for point in points[1:]:
        if abs(point[0] - stops[-1][0]) + abs(point[1] - stops[-1][1]) > 0.5:
            stops.append(point)
    if len(stops) == 1:
        stops.append(points[3])
    (x, y), (end_x, end_y) = stops[-2], stops[-1]
    long = max(abs(end_x - x) + abs(end_y - y), 0.01)
    dx, dy = (end_x - x) / long, (end_y - y) / long
    tip = (end_x - dx * (HALF + 1), end_y - dy * (HALF + 1))
    stops[-1] = np.array((tip[0] - dx * HEAD * 0.7, tip[1] - dy * HEAD * 0.7))
    path = QPainterPath(QPointF(*stops[0]))
    for before, corner, after in zip(stops, stops[1:], stops[2:], strict=False):
        _bend(path, before, corner, after)
    path.lineTo(QPointF(*stops[-1]))
    return path, QPointF(*tip), (dx, dy)


def _bend(
    path: QPainterPath, before: NDArray[np.float64], corner: NDArray[np.float64], after: NDArray[np.float64]
) -> None:
    into, out = corner - before, after - corner
    first, second = max(float(np.abs(into).sum()), 0.01), max(float(np.abs(out).sum()), 0.01)
    radius = min(ROUND, first / 2, second / 2)
    path.lineTo(QPointF(*(corner - into / first * radius)))
    path.quadTo(QPointF(*corner), QPointF(*(corner + out / second * radius)))


def _loop(place: NDArray[np.float64]) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
    x, y = float(place[0]), float(place[1])
    path = QPainterPath(QPointF(x - 3, y - HALF))
    path.cubicTo(QPointF(x - 16, y - ARC), QPointF(x + 16, y - ARC), QPointF(x + 3, y - HALF - HEAD))
    return path, QPointF(x + 3, y - HALF - 1), (-0.25, 1.0)


def _arc(start: NDArray[np.float64], end: NDArray[np.float64]) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
    (x, y), (end_x, end_y) = start.tolist(), end.tolist()
    out = min(y, end_y) - ARC
    path = QPainterPath(QPointF(x, y - HALF))
    tip = QPointF(end_x, end_y - HALF - 1)
    path.cubicTo(QPointF(x, out), QPointF(end_x, out), QPointF(tip.x(), tip.y() - HEAD * 0.7))
    return path, tip, (0.0, 1.0)
