"""What somebody sees in the lineage: where its models and relations are, and which stand out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF

from tests.end2end.user import User


def node_place(user: User, name: str) -> QPoint:
    """Where a model is on the canvas of the lineage."""
    canvas = user.context.lineage.panel.canvas
    place = canvas.drawing.place_of(canvas.scene.graph.names.index(name))
    assert place is not None, name
    return place.toPoint()


def lit(user: User) -> set[str]:
    """The models that stand out in the lineage."""
    scene = user.context.lineage.panel.canvas.scene
    return set() if scene.lit is None else {scene.graph.names[at] for at in np.flatnonzero(scene.lit)}


def place_on_edge(user: User, edge: int) -> QPoint:
    """A place of the canvas where nothing but an edge is."""
    drawing, canvas = user.context.lineage.panel.canvas.drawing, user.context.lineage.panel.canvas
    graph = canvas.scene.graph
    one, other = (node_place(user, graph.names[ends[edge]]) for ends in (graph.parent, graph.child))
    area = drawing.rect_of_edge(edge).toAlignedRect().adjusted(0, 0, 1, 1)
    left, right = sorted((one.x(), other.x()))
    for x in (*range((left + right) // 2, right), *range(left, right)):
        for y in range(min(one.y(), other.y(), area.top()) - 2, max(one.y(), other.y(), area.bottom()) + 3):
            at = QPointF(x, y)
            if drawing.node_at(at) is None and drawing.edge_at(at) == edge:
                return at.toPoint()
    raise AssertionError("the edge is nowhere to be seen")
