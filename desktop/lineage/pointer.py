"""What the mouse does on the lineage: dragging pans, a click selects, with Ctrl it adds, twice it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

if TYPE_CHECKING:
    from desktop.lineage.canvas import LineageCanvas

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Pointer:
    """One press, its moves and its release."""

    def __init__(self, canvas: LineageCanvas) -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False

    def press(self, event: QMouseEvent) -> None:
        """Begin to pan or to select."""
        if event.button() in (LEFT, MIDDLE):
            self._pressed = self._last = event.position()
            self._dragging = False
        else:
            event.ignore()

    def move(self, event: QMouseEvent) -> None:
        """Pan, once the pointer went far enough; without a button say what is below it."""
        canvas, place = self._canvas, event.position()
        if self._pressed is None:
            node = canvas.drawing.node_at(place)
            edge = canvas.drawing.edge_at(place) if node is None else None
            canvas.set_hover(("node", node) if node is not None else ("edge", edge) if edge is not None else None)
            return
        far = (place - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if far or self._dragging:
            self._dragging = True
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            canvas.pan(self._last.x() - place.x())
            canvas.scroll_lanes(self._last.y() - place.y())
            self._last = place

    def release(self, event: QMouseEvent) -> None:
        """End it; without a drag it was a click."""
        canvas, pressed, dragged = self._canvas, self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        canvas.unsetCursor()
        if pressed is None or dragged or event.button() != LEFT:
            return
        node = canvas.drawing.node_at(event.position())
        several = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if node is not None:
            canvas.picked.emit(node, several)
        elif not several:
            canvas.cleared.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """Open a node, or look nearer."""
        if event.button() != LEFT:
            return
        if self._canvas.drawing.node_at(event.position()) is not None:
            self._canvas.opened.emit()
        else:
            self._canvas.zoom(2.0, event.position().x())
