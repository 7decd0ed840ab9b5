"""The lineage for screen readers: the nodes of the last frame, and in each its relations."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from desktop.lineage.words import edge_text, edge_title, node_text, node_title
from desktop.widgets.canvas_nodes import Node

if TYPE_CHECKING:
    from desktop.lineage.canvas import LineageCanvas
    from desktop.lineage.query import Answer

Role = QAccessible.Role
MOST = 400
"""Nodes that are told of; further away the whole is told by its table."""


def nodes(canvas: LineageCanvas, answer: Answer | None) -> list[Node]:
    """A node for each that was drawn, from the upper left, with one for each edge that ends at it or leaves it."""
    scene = canvas.scene
    if scene is None or answer is None or scene.graph is not answer.graph:
        return []
    found = []
    for one in canvas.drawing.drawn()[:MOST]:
        edges = [*_edges(answer, one.node, up=True), *_edges(answer, one.node, up=False)]
        inner = tuple(
            Node(("edge", one.node, edge), Role.StaticText, edge_title(scene, edge), edge_text(scene, edge),
                 canvas.drawing.rect_of_edge(edge).toAlignedRect())
            for edge in edges
        )  # fmt: skip
        title, text = node_title(scene, one.node), node_text(answer, scene, one.node)
        selected = bool(scene.selected[one.node])
        found.append(Node(("node", one.node), Role.ListItem, title, text, one.rect.toAlignedRect(), selected, inner))
    return found


def focus_key(canvas: LineageCanvas) -> Hashable:
    """The node with the focus, or the edge of it that the keyboard is on."""
    node = canvas.focus_node()
    if node is None:
        return None
    return ("node", node) if canvas.edge is None else ("edge", node, canvas.edge)


def _edges(answer: Answer, node: int, *, up: bool) -> list[int]:
    way = answer.up if up else answer.down
    found: list[int] = way.edges[way.starts[node] : way.starts[node + 1]].tolist()
    return found
