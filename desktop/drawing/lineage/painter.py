"""Nodes, edges and names of a lineage on one painter: pen by pen, so that a frame has few changes of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from db.lineage_graph import RELATIONS
from desktop.drawing.lineage.chains import Way
from desktop.drawing.lineage.routes import HEAD, ROUND, Corners, Routes, path_of
from desktop.drawing.lineage.scene import HALF, STYLES, LineageScene
from desktop.drawing.mark_painter import Ink

LINE, LIT = 1.5, 3.0
"""Pixels of an edge, and of one that stands out."""
HALO = 2.0
AROUND = ((-2, 0), (2, 0), (0, -2), (0, 2), (-1.5, -1.5), (1.5, -1.5), (-1.5, 1.5), (1.5, 1.5), (-1, 0), (1, 0))
MOST_MADE, KEPT = 16, 3_000
"""Pictures of names that a frame makes at most, and that are kept."""
DASH = [4.0, 3.0]
"""Of an inferred edge, in widths of its line."""
FAR_OUT = 300.0
SIGN_CYCLE, SIGN_AGAINST = "↻", "!"


Group = tuple[bool, bool, int]
"""Edges that look alike: whether they stand out, are inferred, and their relation."""


class Names:
    """Pictures of names with their halo, kept between frames."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self._pictures: dict[tuple[str, str, float], QPixmap] = {}
        self.made, self.unfinished = 0, False

    def begin(self) -> None:
        """Count for a new frame."""
        self.made, self.unfinished = 0, False
        if len(self._pictures) > KEPT:
            self._pictures.clear()

    def draw(self, painter: QPainter, text: str, token: str, place: QPointF, *, still: bool) -> None:
        """A name whose left end and baseline are given, on its halo. `still` is for files, which have no pictures."""
        if still:
            _draw_name(painter, self.ink, text, token, place)
            return
        device = painter.device()
        ratio = float(device.devicePixelRatioF()) if device is not None else 1.0
        picture = self._pictures.get((text, token, ratio))
        if picture is None:
            if self.made >= MOST_MADE:
                self.unfinished = True
                return
            self.made += 1
            width, height = self.ink.text.width(text) + 2 * HALO + 2, self.ink.metrics.height() + 2 * HALO
            picture = QPixmap(int(width * ratio + 1), int(height * ratio + 1))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(0, 0, 0, 0))
            with QPainter(picture) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                _stamp_name(inner, self.ink, text, token, QPointF(HALO, HALO + self.ink.metrics.ascent()))
            self._pictures[text, token, ratio] = picture
        painter.drawPixmap(
            QPointF(round(place.x() - HALO), round(place.y() - self.ink.metrics.ascent() - HALO)), picture
        )


def _stamp_name(painter: QPainter, ink: Ink, text: str, token: str, place: QPointF) -> None:
    """As `_draw_name` does, by text around the text: a fifth of the time."""
    painter.setFont(ink.look.font)
    painter.setPen(ink.look.colour("background"))
    for dx, dy in AROUND:
        painter.drawText(place + QPointF(dx, dy), text)
    painter.setPen(ink.look.colour(token))
    painter.drawText(place, text)


def _draw_name(painter: QPainter, ink: Ink, text: str, token: str, place: QPointF) -> None:
    outline = QPainterPath()
    outline.addText(place, ink.look.font, text)
    halo = QPen(ink.look.colour("background"), 2 * HALO)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, halo)
    painter.setFont(ink.look.font)
    painter.setPen(ink.look.colour(token))
    painter.drawText(place, text)


class LineagePainter:
    """Draws parts of one scene where `routes` has them."""

    def __init__(
        self, painter: QPainter, ink: Ink, scene: LineageScene, routes: Routes, *, still: bool = False
    ) -> None:
        """`still` is for files."""
        self.painter, self.ink, self.scene, self.routes, self._still = painter, ink, scene, routes, still
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._strong, self._strong_edges = scene.strong, scene.strong_edges

    def edges(self, edges: NDArray[np.int64]) -> None:
        """Lines first, those that recede below the others, then arrowheads and signs."""
        groups: dict[Group, list[tuple[int, Corners]]] = {}
        graph, layout = self.scene.graph, self.scene.layout
        for edge, corners in zip(edges.tolist(), self._corners(edges), strict=True):
            key = (bool(self._strong_edges[edge]), bool(graph.inferred[edge]), int(graph.relation[edge]))
            groups.setdefault(key, []).append((edge, corners))
        signs: list[tuple[QPainterPath, str]] = []
        for key in sorted(groups):
            for edge, path in self._group(key, groups[key]):
                if layout.ways[edge] >= Way.BACK:
                    signs.append((path, SIGN_CYCLE if layout.cyclic[edge] else SIGN_AGAINST))
        for path, sign in signs:
            self._sign(path.pointAtPercent(0.5), sign)

    def _corners(self, edges: NDArray[np.int64]) -> list[Corners]:
        """The corners of edges; what bends squarely ends not far out of sight, for long lines take long to draw."""
        found = self.routes.corners(edges)
        device = self.painter.device()
        if device is not None and not self._still:
            square = self.scene.layout.ways[edges] < Way.BACK
            most = (device.width() + FAR_OUT, device.height() + FAR_OUT)
            found[square] = np.clip(found[square], -FAR_OUT, most)
        made: list[Corners] = found.tolist()
        return made

    def _group(self, key: Group, edges: list[tuple[int, Corners]]) -> list[tuple[int, QPainterPath]]:
        """Draw edges that look alike. What several have in common is drawn with the longest of them."""
        strong, inferred, relation = key
        style, look = STYLES[RELATIONS[relation]], self.ink.look
        colour = look.colour(style.tone) if strong else look.dimmed(style.tone)
        width = LIT if strong and self.scene.lit_edges is not None else LINE
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if inferred:
            pen.setDashPattern(DASH)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(pen)
        drawn, heads, shared = [], [], set()
        for edge, corners in sorted(edges, key=lambda one: -one[1][2][0]):
            way = int(self.scene.layout.ways[edge])
            trunk = (round(corners[1][0]), round(corners[1][1]))
            if way in (Way.RISE, Way.BUS) and trunk in shared:
                corners[0] = corners[1] = [max(corners[2][0] - ROUND, corners[1][0]), corners[2][1]]
            shared.add(trunk)
            path, tip, toward = path_of(corners, way)
            self.painter.drawPath(path)
            drawn.append((edge, path))
            heads.append((tip, toward))
        self.painter.setPen(QPen(colour, 1.2))
        self.painter.setBrush(colour if style.filled else look.colour("background"))
        for tip, (dx, dy) in heads:
            self.painter.drawPolygon(head(tip, dx, dy, HEAD if width == LINE else HEAD + 2))
        return drawn

    def _sign(self, place: QPointF, sign: str) -> None:
        look, metrics = self.ink.look, self.ink.metrics
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(look.colour("background"))
        self.painter.drawEllipse(place, 8.0, 8.0)
        self.painter.setFont(look.font)
        self.painter.setPen(look.colour("disagreement"))
        half = metrics.horizontalAdvance(sign) / 2
        self.painter.drawText(place + QPointF(-half, metrics.ascent() / 2 - 1), sign)

    def nodes(self, nodes: Iterable[int], hover: int | None = None) -> None:
        """Squares: hollow for a mere name, dotted for one without a date; a ring about the focus."""
        scene, look = self.scene, self.ink.look
        resolved = scene.graph.is_resolved()
        for node in nodes:
            place = QPointF(self.routes.x[node], self.routes.y[node])
            strong = bool(self._strong[node])
            draw_node(
                self.painter, self.ink, place, strong=strong, hollow=not resolved[node],
                guessed=bool(scene.layout.guessed[node]) and bool(resolved[node]),
            )  # fmt: skip
            if scene.selected[node] or node in (scene.focus, hover):
                self.painter.setBrush(Qt.BrushStyle.NoBrush)
                wide = 2.0 if scene.selected[node] or node == scene.focus else 1.0
                self.painter.setPen(QPen(look.colour("accent"), wide))
                self.painter.drawRect(_square(place, HALF + 3.5))


def mark_edge(painter: QPainter, ink: Ink, corners: Corners, way: int) -> None:
    """The edge that the keyboard is on, in the accent's colour over its own."""
    path, tip, (dx, dy) = path_of(corners, way)
    colour = ink.look.colour("accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, QPen(colour, LIT))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(head(tip, dx, dy, HEAD + 3))


def draw_node(
    painter: QPainter, ink: Ink, place: QPointF, *, strong: bool, hollow: bool = False, guessed: bool = False
) -> None:
    """One node: filled, hollow, or with a dotted edge."""
    look = ink.look
    colour = look.colour("release") if strong else look.dimmed("release")
    if hollow or guessed:
        pen = QPen(colour, 1.5)
        if guessed:
            pen.setDashPattern([1.4, 1.4])
        painter.setPen(pen)
        fill = look.dimmed("release", 0.3 if strong else 0.1) if guessed else look.colour("background")
        painter.setBrush(fill)
        painter.drawRect(_square(place, HALF - 0.5))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(_square(place, HALF))


def _square(place: QPointF, half: float) -> QRectF:
    return QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half)


def head(tip: QPointF, dx: float, dy: float, size: float) -> QPolygonF:
    """A small arrowhead that points to (dx, dy)."""
    long = float(np.hypot(dx, dy)) or 1.0
    dx, dy = dx / long, dy / long
    back = QPointF(tip.x() - dx * size, tip.y() - dy * size)
    aside = QPointF(-dy, dx) * (size * 0.42)
    return QPolygonF([tip, back + aside, back - aside])
