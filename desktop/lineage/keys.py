"""What the keys do on the lineage: arrows walk the relations, with Shift the edges of a node, with Ctrl they pan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from desktop.lineage.canvas import LineageCanvas

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
PAN, PAGE, LANES, ZOOM = 0.125, 0.8, 52.0, 1.5
"""Of the sight by Ctrl and an arrow, of the sight by Page Up and Page Down, pixels of lanes, times."""
ENTER = (Key.Key_Return, Key.Key_Enter)


def press(canvas: LineageCanvas, event: QKeyEvent) -> bool:
    """Do what a key says. Returns whether it is one of the lineage's."""
    key, modifiers = Key(event.key()), event.modifiers()
    if modifiers & OTHERS:
        return False
    if key in ARROWS:
        _arrow(canvas, *ARROWS[key], modifiers)
    elif key in ENTER:
        return _enter(canvas)
    elif key == Key.Key_Space:
        node = canvas.focus_node()
        if node is not None:
            canvas.picked.emit(node, True)
    elif key in (Key.Key_PageUp, Key.Key_PageDown):
        canvas.scroll_lanes((PAGE if key == Key.Key_PageDown else -PAGE) * canvas.height())
    elif key in (Key.Key_Home, Key.Key_End):
        _to_end(canvas, last=key == Key.Key_End)
    elif key == Key.Key_Escape and canvas.edge is not None:
        canvas.set_edge(None)
    else:
        return _zoom(canvas, event.text())
    return True


def _zoom(canvas: LineageCanvas, text: str) -> bool:
    if text in ("+", "="):
        canvas.zoom(ZOOM)
    elif text in ("-", "−"):
        canvas.zoom(1 / ZOOM)
    elif text == "0":
        canvas.show_all()
    else:
        return False
    return True


def _arrow(canvas: LineageCanvas, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
    if modifiers & CONTROL:
        canvas.pan(dx * PAN * canvas.width())
        canvas.scroll_lanes(dy * LANES)
    elif modifiers & SHIFT:
        _walk_edges(canvas, dx or dy)
    else:
        found = _relative(canvas, dx) if dx else None
        found = _nearest(canvas, dx, dy) if found is None else found
        if found is not None:
            canvas.walked.emit(found)


def _relative(canvas: LineageCanvas, dx: int) -> int | None:
    """A parent (to the left) or a child: of several the one on the nearest lane, and then the nearest in time."""
    scene, node = canvas.scene, canvas.focus_node()
    if scene is None or node is None:
        return None
    graph, layout = scene.graph, scene.layout
    near, far = (graph.parent, graph.child) if dx > 0 else (graph.child, graph.parent)
    others = {other for other in far[near == node].tolist() if other != node}
    return min(
        others,
        key=lambda other: (abs(int(layout.lane[other] - layout.lane[node])), abs(layout.x[other] - layout.x[node])),
        default=None,
    )


def _nearest(canvas: LineageCanvas, dx: int, dy: int) -> int | None:
    """The node of those in sight that lies nearest in a direction; without a focus the first of all."""
    place = canvas.drawing.place_of(node) if (node := canvas.focus_node()) is not None else None
    drawn = canvas.drawing.drawn()
    if place is None:
        return drawn[0].node if drawn else None
    found, least = None, float("inf")
    for one in drawn:
        away = one.rect.center() - place
        ahead, aside = (away.x() * dx, abs(away.y())) if dx else (away.y() * dy, abs(away.x()))
        if one.node != node and ahead > 2 and ahead + 2 * aside < least:
            found, least = one.node, ahead + 2 * aside
    return found


def _walk_edges(canvas: LineageCanvas, step: int) -> None:
    """To the next edge of the node with the focus, or the one before."""
    scene, node = canvas.scene, canvas.focus_node()
    if scene is None or node is None:
        return
    edges = ((scene.graph.child == node) | (scene.graph.parent == node)).nonzero()[0].tolist()
    if edges:
        at = edges.index(canvas.edge) + step if canvas.edge in edges else (0 if step > 0 else -1)
        canvas.set_edge(edges[at % len(edges)])


def _enter(canvas: LineageCanvas) -> bool:
    """Go along the edge that was walked to, to its other end; without one open the node."""
    scene, node = canvas.scene, canvas.focus_node()
    if scene is None or node is None:
        return False
    if canvas.edge is None:
        canvas.opened.emit()
        return True
    parent, child = int(scene.graph.parent[canvas.edge]), int(scene.graph.child[canvas.edge])
    canvas.set_edge(None)
    canvas.walked.emit(parent if child == node else child)
    return True


def _to_end(canvas: LineageCanvas, *, last: bool) -> None:
    scene = canvas.scene
    shown = scene.shown.nonzero()[0] if scene is not None else ()
    if scene is not None and len(shown):
        x = scene.layout.x[shown]
        canvas.walked.emit(int(shown[x.argmax() if last else x.argmin()]))
