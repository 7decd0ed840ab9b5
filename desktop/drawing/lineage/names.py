"""Which names of a lineage stand where: behind their nodes above the line, the important first, none over another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from db.lineage_graph import LineageGraph
from desktop.drawing.lineage.routes import Routes
from desktop.drawing.lineage.scene import HALF, LineageScene
from desktop.drawing.text_widths import Text

BEHIND = HALF + 4
"""Pixels from a node to its name."""
RAISED = 4.0
"""Pixels from the line to the foot of the name."""
HIGH = 15.0
ROW = 2.0
NARROWEST = 64.0
STEP = 16.0
MOST, MOST_FAR = 400, 60
AROUND = 24.0
"""Pixels beside a name, with its node, that a layout keeps free."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a frame: its left end and baseline, and what it covers."""

    node: int
    text: str
    token: str
    place: QPointF
    rect: QRectF


def name_of(graph: LineageGraph, node: int, hidden: NDArray[np.int32] | None = None) -> str:
    """The name of a node with what is folded into it: so many variants, so many relatives."""
    variants, more = int(graph.variants[node]), 0 if hidden is None else int(hidden[node])
    return f"{graph.names[node]}{f' ▸{variants}' if variants > 1 else ''}{f' +{more}' if more else ''}"


class Room:
    """What is taken of a rectangle, in rows of bytes, one a pixel."""

    def __init__(self, rect: QRectF) -> None:
        self._rect = rect
        self._rows = [bytearray(max(int(rect.width()), 1) + 1) for _ in range(max(int(rect.height() / ROW) + 4, 1))]

    def take(self, taken: QRectF) -> None:
        """Nothing else may stand here."""
        begin = max(int(taken.left() - self._rect.left()), 0)
        end = min(int(taken.right() - self._rect.left()), int(self._rect.width()))
        if begin < end:
            for row in self._within(taken.top(), taken.bottom()):
                row[begin:end] = b"\x01" * (end - begin)

    def behind(self, wanted: QRectF) -> float:
        """Free pixels from the left side of what is wanted on, as far as that."""
        begin, most = int(wanted.left() - self._rect.left()), int(wanted.width())
        if begin < 0:
            return 0.0
        found = most
        for row in self._within(wanted.top(), wanted.bottom()):
            at = row.find(1, begin, begin + most + 1)
            found = min(found, at - begin if at >= 0 else most)
        return float(found)

    def _within(self, top: float, bottom: float) -> list[bytearray]:
        first = max(int((top - self._rect.top()) / ROW) + 2, 0)
        return self._rows[first : max(int((bottom - self._rect.top()) / ROW) + 3, first)]


def place_names(
    scene: LineageScene, routes: Routes, nodes: NDArray[np.int64], room: Room, text: Text, *, still: bool, near: bool
) -> list[Name]:
    """The names of these nodes that find room; in a `still` picture, and of the focus, all."""
    marks = nodes if near else nodes[:0]
    for x, y in zip(routes.x[marks].tolist(), routes.y[marks].tolist(), strict=True):
        room.take(QRectF(x - HALF - 2, y - HALF, 2 * HALF + 3, 2 * HALF))
    first = scene.selected[nodes] | (nodes == (-1 if scene.focus is None else scene.focus))
    lit = scene.strong[nodes]
    ranked = nodes[np.lexsort((nodes, -scene.layout.weight[nodes], ~lit, ~first))]
    found = []
    for node in ranked.tolist() if still else ranked[: MOST if near else MOST_FAR].tolist():
        x, foot = float(routes.x[node]) + BEHIND, float(routes.y[node]) - RAISED
        name = _name(scene, node, QPointF(x, foot), None if still or node == scene.focus else room, text)
        if name is not None:
            room.take(name.rect.adjusted(0, 1, 4, -2))
            found.append(name)
    return found


def _name(scene: LineageScene, node: int, place: QPointF, room: Room | None, text: Text) -> Name | None:
    """A name at a place, elided where the room is less than it; None where that is too little."""
    words = name_of(scene.graph, node, scene.hidden)
    width = text.width(words)
    if room is not None:
        free = room.behind(QRectF(place.x(), place.y() - HIGH + 3, width + 6, HIGH - 3)) - 6
        if free < width - 1:
            if free < NARROWEST:
                return None
            # By whole steps, so that a picture of it serves while the sight is zoomed.
            words = text.within(words, free // STEP * STEP)
            width = text.width(words)
    token = "text" if scene.strong[node] else "disabled"
    return Name(node, words, token, place, QRectF(place.x(), place.y() - HIGH + 2, width, HIGH + 2))
