"""A lineage on a QPainter: what is in sight, near with names and bends, far as thin lines; and what was drawn where."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.drawing.axis_painter import axis_height, draw_axis, draw_grid, draw_today
from desktop.drawing.lineage.far import draw_far
from desktop.drawing.lineage.names import Name, Room, place_names
from desktop.drawing.lineage.painter import LineagePainter, Names, mark_edge
from desktop.drawing.lineage.routes import Routes, Shape
from desktop.drawing.lineage.scene import HALF, LineageScene, Sight
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink

MOST_NEAR = 600
"""Edges in sight up to which each is drawn by itself, with its bends and its arrowhead."""
NEAREST_FAR = 9.0
"""Pixels of a lane below which nothing is drawn by itself."""
REACH = 6.0
MARGIN = 0.04


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node of a frame and what its square covers."""

    node: int
    rect: QRectF


class LineageDrawing:
    """Draws frames of one scene, and keeps what they share."""

    def __init__(self, look: Look, *, still: bool = False) -> None:
        """`still` is for files: everything is drawn near, with every name."""
        self._still = still
        self._scene: LineageScene | None = None
        self._shape: Shape | None = None
        self._routes: Routes | None = None
        self._rect = QRectF()
        self._names: list[Name] = []
        self._drawn: NDArray[np.int64] = np.zeros(0, np.int64)
        self._edges: NDArray[np.int64] = np.zeros(0, np.int64)
        self.set_look(look)

    @property
    def unfinished(self) -> bool:
        """Whether pictures of names are still to be made: draw once more soon."""
        return self._pictures.unfinished

    def set_look(self, look: Look) -> None:
        """Draw in other colours or type from now on."""
        self._ink = Ink(look, still=self._still)
        self._pictures = Names(self._ink)

    def set_scene(self, scene: LineageScene | None) -> None:
        """Draw this from now on."""
        if scene is None or self._scene is None or scene.layout is not self._scene.layout:
            self._shape = None if scene is None else scene.shape or Shape.of(scene.graph, scene.layout)
        self._scene, self._routes = scene, None

    def axis_height(self) -> float:
        """Pixels of the axis, at the bottom of what `draw` draws."""
        return axis_height(self._ink)

    def whole(self) -> tuple[float, float]:
        """The days of all nodes, a little wider; this year when there is none."""
        if self._scene is None or not len(self._scene.layout.x):
            year = datetime.date.today().year
            return float(datetime.date(year, 1, 1).toordinal()), float(datetime.date(year + 1, 1, 1).toordinal())
        first, last = float(self._scene.layout.x.min()), float(self._scene.layout.x.max())
        room = max(last - first, 60.0) * MARGIN
        return first - room, last + 3 * room

    def draw(
        self, painter: QPainter, rect: QRectF, sight: Sight, hover: int | None = None, edge: int | None = None
    ) -> None:
        """Draw a frame into `rect`; the axis stays at its bottom. `hover` is a node, `edge` one that is marked."""
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._ink.look.colour("background"))
        inside = rect.adjusted(0, 0, 0, -self.axis_height())
        axis = sight.scale.axis(self._ink.text.width)
        draw_grid(painter, inside, sight.scale, axis, self._ink)
        draw_today(painter, inside, sight.scale, self._ink)
        painter.setClipRect(inside)
        if self._scene is not None and self._shape is not None:
            self._draw(painter, inside, sight, hover, (self._scene, self._shape))
            if edge is not None and self._routes is not None:
                mark_edge(
                    painter,
                    self._ink,
                    self._routes.corners(np.array([edge]))[0].tolist(),
                    int(self._scene.layout.ways[edge]),
                )
        painter.setClipRect(rect)
        bottom = QRectF(rect.left(), inside.bottom(), rect.width(), self.axis_height())
        draw_axis(painter, bottom, sight.scale, axis, self._ink)
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRectF, sight: Sight, hover: int | None, of: tuple[LineageScene, Shape]
    ) -> None:
        scene, shape = of
        routes = Routes(shape, sight, sight.scale.left, rect.top())
        around = rect.adjusted(-12, -12, 12, 12)
        edges, nodes = routes.edges_in(around), routes.nodes_in(around)
        self._routes, self._rect, self._drawn, self._edges = routes, rect, nodes, edges
        near = self._still or (len(edges) <= MOST_NEAR and len(nodes) <= MOST_NEAR and sight.pitch >= NEAREST_FAR)
        if near:
            drawing = LineagePainter(painter, self._ink, scene, routes, still=self._still)
            drawing.edges(edges)
            drawing.nodes(nodes.tolist(), hover)
        else:
            draw_far(painter, rect, self._ink.look, scene, (routes, nodes, edges))
        self._pictures.begin()
        self._names = place_names(scene, routes, nodes, Room(rect), self._ink.text, still=self._still, near=near)
        for name in self._names:
            self._pictures.draw(painter, name.text, name.token, name.place, still=self._still)

    # ---- what was drawn ----

    def drawn(self) -> Sequence[DrawnNode]:
        """The nodes of the last frame, from the upper left."""
        if self._routes is None:
            return ()
        x, y = self._routes.x, self._routes.y
        order = sorted(self._drawn.tolist(), key=lambda node: (y[node], x[node]))
        return [DrawnNode(node, QRectF(x[node] - HALF, y[node] - HALF, 2 * HALF, 2 * HALF)) for node in order]

    def drawn_edges(self) -> Sequence[int]:
        """The edges of the last frame."""
        found: list[int] = self._edges.tolist()
        return found

    def place_of(self, node: int) -> QPointF | None:
        """The middle of a node in the last frame, in sight or not."""
        return None if self._routes is None else QPointF(self._routes.x[node], self._routes.y[node])

    def rect_of_edge(self, edge: int) -> QRectF:
        """A small square about the middle of the longest part of an edge that is in sight."""
        if self._routes is None:
            return QRectF()
        corners = self._routes.corners(np.array([edge]))[0]
        low, high = np.array([self._rect.left(), self._rect.top()]), np.array([self._rect.right(), self._rect.bottom()])
        begin, end = np.clip(corners[:-1], low, high), np.clip(corners[1:], low, high)
        longest = int(np.argmax(np.abs(end - begin).sum(axis=1)))
        x, y = ((begin[longest] + end[longest]) / 2).tolist()
        return QRectF(x - HALF, y - HALF, 2 * HALF, 2 * HALF)

    def node_at(self, point: QPointF) -> int | None:
        """The node whose square or name is at a place of the last frame, the nearest of several."""
        if self._routes is None or not self._rect.contains(point) or not len(self._drawn):
            return None
        x, y = self._routes.x[self._drawn], self._routes.y[self._drawn]
        away = np.maximum(np.abs(x - point.x()), np.abs(y - point.y()))
        nearest = int(np.argmin(away))
        if away[nearest] <= HALF + 3:
            return int(self._drawn[nearest])
        return next((name.node for name in self._names if name.rect.contains(point)), None)

    def edge_at(self, point: QPointF) -> int | None:
        """The edge nearest to a place of the last frame, if it is near; of several that lie there the first."""
        if self._routes is None or not self._rect.contains(point) or not len(self._edges):
            return None
        corners = self._routes.corners(self._edges)
        begin, end = corners[:, :-1], corners[:, 1:]
        at = np.array([point.x(), point.y()])
        long = ((end - begin) ** 2).sum(axis=2)
        share = np.clip(((at - begin) * (end - begin)).sum(axis=2) / np.maximum(long, 1e-9), 0, 1)
        away = np.hypot(*np.moveaxis(begin + share[..., None] * (end - begin) - at, 2, 0)).min(axis=1)
        nearest = int(np.argmin(away))
        return int(self._edges[nearest]) if away[nearest] <= REACH else None
