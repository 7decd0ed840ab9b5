"""A lineage from far: so many lines that they are counted into an image at once instead of drawn one by one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.drawing.lineage_chains import Way
from desktop.drawing.lineage_routes import Routes
from desktop.drawing.lineage_scene import LineageScene
from desktop.drawing.look import Look

Drawn = tuple[Routes, NDArray[np.int64], NDArray[np.int64]]


def draw_far(painter: QPainter, rect: QRectF, look: Look, scene: LineageScene, drawn: Drawn) -> None:
    """Thin lines and small squares; what recedes lies below. No pixel says more than that something is there."""
    routes, nodes, edges = drawn
    wide, high = int(rect.width()), int(rect.height())
    if wide < 1 or high < 1:
        return
    image = np.full((high, wide), _rgb(look.colour("background")), np.uint32)
    strong, strong_edges = scene.strong(), scene.strong_edges()
    for kept in (False, True):
        some = edges[strong_edges[edges] == kept]
        lines = _lines(routes.corners[some], scene.layout.ways[some], rect, (high, wide))
        image[lines] = _rgb(look.dimmed("muted", 0.75 if kept else 0.2))
    size = 1 if len(nodes) > 4_000 else 2
    for kept in (False, True):
        some = nodes[strong[nodes] == kept]
        colour = _rgb(look.colour("release") if kept else look.dimmed("release", 0.3))
        x, y = (routes.x[some] - rect.left()).astype(int), (routes.y[some] - rect.top()).astype(int)
        for dx in range(-size, size + 1):
            for dy in range(-size, size + 1):
                inside = (x + dx >= 0) & (x + dx < wide) & (y + dy >= 0) & (y + dy < high)
                image[y[inside] + dy, x[inside] + dx] = colour
    picture = QImage(image.data, wide, high, wide * 4, QImage.Format.Format_RGB32)
    painter.drawImage(rect.topLeft(), picture)


def _lines(
    corners: NDArray[np.float64], ways: NDArray[np.uint8], rect: QRectF, size: tuple[int, int]
) -> NDArray[np.bool_]:
    """The pixels that any of these lines crosses: of each the level parts and the upright ones."""
    high, wide = size
    forward = ways < Way.BACK
    points = corners[forward] - (rect.left(), rect.top())
    x = np.clip(points[:, :, 0].astype(np.int64), 0, wide)
    y = np.clip(points[:, :, 1].astype(np.int64), -1, high)
    level = np.zeros((high + 2, wide + 1), np.int16)
    row = y[:, 1] + 1
    begin, end = np.minimum(x[:, 1], x[:, 2]), np.maximum(x[:, 1], x[:, 2])
    inside = (row > 0) & (row <= high)
    np.add.at(level, (row[inside], begin[inside]), 1)
    np.add.at(level, (row[inside], end[inside]), -1)
    found: NDArray[np.bool_] = np.cumsum(level, axis=1, dtype=np.int16)[1 : high + 1, :wide] > 0
    upright = np.zeros((high + 2, wide + 1), np.int16)
    y = np.clip(y, 0, high)
    for one, other in ((0, 1), (2, 3)):
        column = x[:, other]
        begin, end = np.minimum(y[:, one], y[:, other]), np.maximum(y[:, one], y[:, other])
        inside = (column > 0) & (column < wide) & (end > begin)
        np.add.at(upright, (begin[inside], column[inside]), 1)
        np.add.at(upright, (end[inside], column[inside]), -1)
    found |= np.cumsum(upright, axis=0, dtype=np.int16)[:high, :wide] > 0
    return found


def _rgb(colour: QColor) -> int:
    return colour.rgb() & 0xFFFFFFFF
