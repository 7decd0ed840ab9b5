"""A lineage from far: so many lines that they are counted into an image at once instead of drawn one by one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.drawing.lineage.chains import Way
from desktop.drawing.lineage.routes import Routes
from desktop.drawing.lineage.scene import LineageScene
from desktop.drawing.look import Look

MANY = 4_000
"""Nodes above which squares are smaller."""
Drawn = tuple[Routes, NDArray[np.int64], NDArray[np.int64]]


def draw_far(painter: QPainter, rect: QRectF, look: Look, scene: LineageScene, drawn: Drawn) -> None:
    """Thin lines and small squares; what recedes lies below. No pixel says more than that something is there."""
    routes, nodes, edges = drawn
    wide, high = int(rect.width()), int(rect.height())
    if wide < 1 or high < 1:
        return
    # A column more than the picture has, so that what ends at its right edge does not reach into the next row.
    image = np.full((high, wide + 1), _rgb(look.colour("background")), np.uint32)
    strong, strong_edges = scene.strong, scene.strong_edges
    for kept in (False, True):
        some = edges[strong_edges[edges] == kept]
        points = routes.corners(some[scene.layout.ways[some] < Way.BACK]) - (rect.left(), rect.top())
        _draw_lines(image, points, _rgb(look.dimmed("muted", 0.75 if kept else 0.2)))
    for kept in (False, True):
        some = nodes[strong[nodes] == kept]
        places = routes.x[some] - rect.left(), routes.y[some] - rect.top()
        colour = _rgb(look.colour("release") if kept else look.dimmed("release", 0.3))
        _draw_squares(image, *places, colour, 1 if len(nodes) > MANY else 2)
    picture = QImage(image.data, wide, high, (wide + 1) * 4, QImage.Format.Format_RGB32)
    painter.drawImage(rect.topLeft(), picture)


def _draw_squares(
    image: NDArray[np.uint32], x: NDArray[np.float64], y: NDArray[np.float64], colour: int, half: int
) -> None:
    high, wide = image.shape
    column, row = x.astype(np.int64), y.astype(np.int64)
    inside = (column >= half) & (column < wide - 1 - half) & (row >= half) & (row < high - half)
    middle = row[inside] * wide + column[inside]
    flat = image.reshape(-1)
    for down in range(-half, half + 1):
        for aside in range(-half, half + 1):
            flat[middle + (down * wide + aside)] = colour


def _draw_lines(image: NDArray[np.uint32], points: NDArray[np.float64], colour: int) -> None:
    """The level parts and the upright ones of lines; those that lie over each other once."""
    high, wide = image.shape
    x = np.clip(points[:, :, 0], -1, wide - 1).astype(np.int64)
    y = points[:, :, 1].astype(np.int64)
    flat = image.reshape(-1)
    inside = (y[:, 1] >= 0) & (y[:, 1] < high)
    ends = np.clip(np.sort(x[inside, 1:3], axis=1), 0, wide - 1) + (y[inside, 1] * wide)[:, None]
    for begin, end in _united(ends):
        flat[begin:end] = colour
    down = np.clip(y, 0, high)
    for one, other in ((0, 1), (2, 3)):
        column = x[:, other]
        inside = (column >= 0) & (column < wide - 1) & (down[:, one] != down[:, other])
        ends = np.sort(down[inside][:, (one, other)], axis=1) + (column[inside] * (high + 1))[:, None]
        for begin, end in _united(ends):
            at, top = divmod(begin, high + 1)
            image[top : top + end - begin, at] = colour


def _united(ends: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Spans, as (count, 2), as few that do not touch."""
    if not len(ends):
        return []
    ends = ends[np.argsort(ends[:, 0])]
    reached = np.maximum.accumulate(ends[:, 1])
    fresh = np.concatenate([[True], ends[1:, 0] > reached[:-1]])
    last = np.concatenate([np.flatnonzero(fresh)[1:] - 1, [len(ends) - 1]])
    return list(zip(ends[fresh, 0].tolist(), reached[last].tolist(), strict=True))


def _rgb(colour: QColor) -> int:
    return colour.rgb() & 0xFFFFFFFF
