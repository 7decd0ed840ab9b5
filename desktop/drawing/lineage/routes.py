"""The lines of a frame in pixels: where each edge of a lineage runs, as corners and as a path that bends smoothly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from db.lineage_graph import LineageGraph
from desktop.drawing.lineage.chains import Way
from desktop.drawing.lineage.layout import STAGGER, Layout, corners
from desktop.drawing.lineage.scene import HALF, PAD, PITCH, Sight

BESIDE = 4.0
"""Pixels between edges of the same two nodes, and between those that rise into one node."""
ROUND = 7.0
HEAD = 6.0
"""Pixels of an arrowhead."""
FURTHEST = 200.0
"""Pixels that a node is drawn behind its date, at most, and still led to by an edge in sight."""
ARC = 26.0
"""How far an edge against time swings out."""


Corners = list[list[float]]
"""The four corners of one edge."""


@dataclass(frozen=True, eq=False)
class Shape:
    """What the routes of all frames of a layout share: large ones take a while to make. The corners of edges are
    (edges, 4): days, steps, lanes, and pixels by which edges stand beside each other."""

    layout: Layout
    days: NDArray[np.float64]
    steps: NDArray[np.float64]
    lanes: NDArray[np.float64]
    dx: NDArray[np.float64]
    dy: NDArray[np.float64]
    bounds: tuple[NDArray[np.float64], ...]
    """First and last day, top and bottom lane of each edge."""

    @staticmethod
    def of(graph: LineageGraph, layout: Layout) -> Shape:
        """That of a graph as it is laid out."""
        by_day, by_step = (corners(graph, layout, x) for x in (layout.x, layout.steps))
        days, steps, lanes = by_day[:, :, 0], by_step[:, :, 0], by_day[:, :, 1]
        dx, dy = _beside(graph, layout)
        bounds = (days.min(axis=1), days.max(axis=1), lanes.min(axis=1), lanes.max(axis=1))
        return Shape(layout, days, steps, lanes, dx, dy, bounds)


def _beside(graph: LineageGraph, layout: Layout) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    count = len(graph.parent)
    dx, dy = np.zeros((count, 4)), np.zeros((count, 4))
    edges = np.arange(count)
    place, size = _places(graph.parent.astype(np.int64) * len(graph.ids) + graph.child, edges)
    apart = np.where(layout.ways < int(Way.BACK), BESIDE * (place - (size - 1) / 2), 0.0)
    dy[:, 1:3] = apart[:, None]
    along = layout.ways == int(Way.ALONG)
    dy[along] = apart[along, None]
    rising = np.flatnonzero(np.isin(layout.ways, (int(Way.RISE), int(Way.BUS))))
    steps = layout.edge_lane[rising] - layout.lane[graph.child[rising]]
    # The one from furthest away rises rightmost: so it passes behind where the others turn.
    place, size = _places(graph.child[rising].astype(np.int64) * 2 + (steps < 0), np.abs(steps))
    dx[rising, 2:] = (np.minimum(BESIDE, 3 * HALF / size) * (place - (size - 1) / 2))[:, None]
    return dx, dy


def _places(group: NDArray[np.int64], rank: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The place of each among those of its group, by rank and then in order; and how many there are."""
    order = np.lexsort((rank, group))
    place, size = np.zeros(len(group), np.int64), np.ones(len(group), np.int64)
    if len(group):
        starts = np.flatnonzero(np.diff(group[order], prepend=-1))
        lengths = np.diff(starts, append=len(group))
        place[order] = np.arange(len(group)) - np.repeat(starts, lengths)
        size[order] = np.repeat(lengths, lengths)
    return place, size


class Routes:
    """Where nodes and edges are in one frame, in pixels."""

    def __init__(self, shape: Shape, sight: Sight, left: float, top: float) -> None:
        """`left` and `top` are the upper left corner of the picture."""
        self._shape, self._sight = shape, sight
        self._left, self._top, self._near = left, top, min(sight.pitch / PITCH, 1.0)
        layout = shape.layout
        self.x = self._x(layout.x, layout.steps)
        self.y = top + sight.y(layout.lane)

    def _x(self, days: NDArray[np.float64], steps: NDArray[np.float64]) -> NDArray[np.float64]:
        scale = self._sight.scale
        found: NDArray[np.float64] = self._left + (days - scale.first) * scale.pixels_per_day
        return found + steps * (STAGGER * self._near)

    def corners(self, edges: NDArray[np.int64]) -> NDArray[np.float64]:
        """The corners of some edges as (edges, 4, 2)."""
        shape = self._shape
        x = self._x(shape.days[edges], shape.steps[edges]) + shape.dx[edges] * self._near
        y = self._top + self._sight.y(shape.lanes[edges]) + shape.dy[edges] * self._near
        return np.stack([x, y], axis=-1)

    def edges_in(self, rect: QRectF) -> NDArray[np.int64]:
        """The edges that may be in sight."""
        first, last, highest, lowest = self._shape.bounds
        scale, pitch = self._sight.scale, self._sight.pitch
        begin = scale.first + (rect.left() - self._left - FURTHEST) / scale.pixels_per_day
        end = scale.first + (rect.right() - self._left) / scale.pixels_per_day
        above = (rect.top() - ARC - self._top + self._sight.top - PAD) / pitch - 0.5
        below = (rect.bottom() + ARC - self._top + self._sight.top - PAD) / pitch - 0.5
        return np.flatnonzero((first <= end) & (last >= begin) & (highest <= below) & (lowest >= above))

    def nodes_in(self, rect: QRectF) -> NDArray[np.int64]:
        """The nodes that may be in sight."""
        near = (self.x >= rect.left()) & (self.x <= rect.right()) & (self.y >= rect.top()) & (self.y <= rect.bottom())
        return np.flatnonzero(near)


def path_of(points: Corners, way: int) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
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
    tip = QPointF(end_x - dx * (HALF + 1), end_y - dy * (HALF + 1))
    stops[-1] = [tip.x() - dx * HEAD * 0.7, tip.y() - dy * HEAD * 0.7]
    path = QPainterPath(QPointF(*stops[0]))
    for before, corner, after in zip(stops, stops[1:], stops[2:], strict=False):
        _bend(path, before, corner, after)
    path.lineTo(QPointF(*stops[-1]))
    return path, tip, (dx, dy)


def _bend(path: QPainterPath, before: list[float], corner: list[float], after: list[float]) -> None:
    (x, y), (into_x, into_y) = corner, (corner[0] - before[0], corner[1] - before[1])
    out_x, out_y = after[0] - x, after[1] - y
    first, second = max(abs(into_x) + abs(into_y), 0.01), max(abs(out_x) + abs(out_y), 0.01)
    radius = min(ROUND, first / 2, second / 2)
    path.lineTo(x - into_x / first * radius, y - into_y / first * radius)
    path.quadTo(x, y, x + out_x / second * radius, y + out_y / second * radius)


def _loop(place: list[float]) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
    x, y = place
    path = QPainterPath(QPointF(x - 3, y - HALF))
    path.cubicTo(QPointF(x - 16, y - ARC), QPointF(x + 16, y - ARC), QPointF(x + 3, y - HALF - HEAD))
    return path, QPointF(x + 3, y - HALF - 1), (-0.25, 1.0)


def _arc(start: list[float], end: list[float]) -> tuple[QPainterPath, QPointF, tuple[float, float]]:
    (x, y), (end_x, end_y) = start, end
    out = min(y, end_y) - ARC
    path = QPainterPath(QPointF(x, y - HALF))
    tip = QPointF(end_x, end_y - HALF - 1)
    path.cubicTo(QPointF(x, out), QPointF(end_x, out), QPointF(tip.x(), tip.y() - HEAD * 0.7))
    return path, tip, (0.0, 1.0)
