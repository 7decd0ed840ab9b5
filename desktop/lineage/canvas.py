"""The lineage's canvas: one widget that paints a `LineageDrawing`, with its zoom and its place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.drawing.lineage.drawing import LineageDrawing
from desktop.drawing.lineage.figure import fitting
from desktop.drawing.lineage.scene import LEAST_PITCH, PAD, PITCH, LineageScene, Sight
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.lineage.keys import press
from desktop.lineage.pointer import Pointer
from desktop.timeline.zoomed_canvas import ZoomedCanvas

LEAST_USUAL = 22.0
"""Pixels of a lane, at first, where not all lanes fit."""
FARTHEST = 3.0
ROOM = 40.0


class LineageCanvas(ZoomedCanvas):
    """Paints a scene; the view gives it one, and is told what the user does. Its marks are nodes.

    `pointed` tells (“node” or “edge”, its place).
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineage_canvas")
        self.drawing = LineageDrawing(look)
        self.scene: LineageScene | None = None
        self.sight = Sight(TimeScale(*self.drawing.whole(), 0.0, 800.0))
        self.edge: int | None = None
        """The edge that the keyboard walked to."""
        self._look = look
        self._all = True  # shows everything, also when it is resized
        self._pointer = Pointer(self)

    # ---- what is shown ----

    def set_look(self, look: Look) -> None:
        """Paint in other colours."""
        self._look = look
        self.drawing.set_look(look)
        self.update()

    def set_scene(self, scene: LineageScene) -> None:
        """Paint this. Of another layout the node with the focus stays where it was."""
        before, focus = self.scene, self.focus_node()
        place = self.drawing.place_of(focus) if before is not None and focus is not None else None
        moved = before is not None and before.layout is not scene.layout
        self.scene = scene
        self.drawing.set_scene(scene)
        if self.edge is not None and (moved or self.edge >= len(scene.graph.parent)):
            self.edge = None
        if before is None or self._all:
            self._fit()
        elif moved and place is not None and scene.focus is not None:
            here = float(self.sight.y(scene.layout.lane[scene.focus]))
            self.sight = self.sight.moved(here - place.y(), scene.layout.lanes, self._room())
        else:
            self.sight = self.sight.moved(0.0, scene.layout.lanes, self._room())
        self.update()

    def set_span(self, span: tuple[float, float] | None) -> None:
        """Show these days, or with None everything."""
        if span is None:
            self._all = True
            self._fit()
        else:
            self._all = False
            self.sight = replace(self.sight, scale=TimeScale(*span, 0.0, float(max(self.width(), 1))))
        self.update()

    def span(self) -> tuple[float, float] | None:
        """The days in sight, None while everything is shown."""
        return None if self._all else (self.sight.scale.first, self.sight.scale.last)

    def show_all(self) -> None:
        """Show everything."""
        self._all = True
        self._fit()
        self._tell()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Go nearer (above 1) or further; what is at the pixel `at`, or at the node with the focus, stays there."""
        focus = self.focus_node()
        place = self.drawing.place_of(focus) if focus is not None else None
        if place is None or not self.rect().contains(place.toPoint()):
            place = QPointF(self.width() / 2, self._room() / 2)
        if at is not None:
            place = QPointF(at, self.mapFromGlobal(self.cursor().pos()).y())
        scale, pitch = self.sight.scale, self.sight.pitch
        first, last = self.drawing.whole()
        factor = max(factor, scale.days / max(FARTHEST * (last - first), scale.days))
        higher = min(max(pitch * factor, LEAST_PITCH), PITCH)
        lane = (place.y() + self.sight.top - PAD) / pitch
        self._all = False
        self.sight = Sight(scale.zoomed(factor, scale.day(place.x())), higher, lane * higher + PAD - place.y())
        self._keep_inside()
        self._tell()

    def pan(self, pixels: float) -> None:
        """Show later days by so many pixels."""
        scale = self.sight.scale
        first, last = self.drawing.whole()
        moved = scale.panned(pixels / scale.pixels_per_day)
        middle = (moved.first + moved.last) / 2
        moved = moved.panned(min(max(middle, first), last) - middle)
        if moved != scale:
            self._all = False
            self.sight = replace(self.sight, scale=moved)
            self._tell()

    def scroll_lanes(self, pixels: float) -> None:
        """Show lower lanes by so many pixels."""
        before = self.sight
        self.sight = replace(self.sight, top=self.sight.top + pixels)
        self._keep_inside()
        if self.sight != before:
            self._tell()

    def set_top(self, top: float) -> None:
        """Show what lies so many pixels below the first lane's upper edge."""
        self.scroll_lanes(top - self.sight.top)

    def hidden_height(self) -> float:
        """By how much the lanes are higher than their room."""
        lanes = self.scene.layout.lanes if self.scene is not None else 0
        return max(self.sight.height_of(lanes) - self._room(), 0.0)

    def show_node(self, node: int) -> None:
        """Bring a node into sight, as near or far as the sight is."""
        if self.scene is None:
            return
        x, y = self._place(node)
        dx = 0.0 if self._all else min(x - ROOM, 0.0) + max(x + 3 * ROOM - self.width(), 0.0)
        dy = min(y - ROOM, 0.0) + max(y + ROOM - self._room(), 0.0)
        if dx:
            self.pan(dx + (self.width() * 0.2 if dx > 0 else -self.width() * 0.2))
        if dy:
            self.scroll_lanes(dy)

    def set_edge(self, edge: int | None) -> None:
        """Mark an edge that the keyboard walked to, or none."""
        self.edge = edge
        self.pointed.emit(("edge", edge) if edge is not None else None)
        self.update()

    def focus_node(self) -> int | None:
        """The node of the entity with the focus."""
        return self.scene.focus if self.scene is not None else None

    def _place(self, node: int) -> tuple[float, float]:
        assert self.scene is not None  # noqa: S101 - asked for nodes of the scene alone
        layout = self.scene.layout
        return self.sight.scale.x(float(layout.x[node])), float(self.sight.y(layout.lane[node]))

    def _room(self) -> float:
        return max(self.height() - self.drawing.axis_height(), 1.0)

    def _fit(self) -> None:
        if self.scene is None or not len(self.scene.layout.x):
            return
        width, room = float(max(self.width(), 1)), self._room()
        scale = fitting(self.scene.layout, QRectF(0, 0, width, room))
        pitch = (room - 2 * PAD) / max(self.scene.layout.lanes, 1)
        self.sight = Sight(scale, min(max(pitch, LEAST_USUAL), PITCH))

    def _keep_inside(self) -> None:
        if self.scene is not None:
            self.sight = self.sight.moved(0.0, self.scene.layout.lanes, self._room())

    def _tell(self) -> None:
        self.set_hover(None)
        self.update()
        self.moved.emit()

    # ---- painting ----

    def sizeHint(self) -> QSize:
        """Some lanes."""
        return QSize(760, 420)

    def minimumSizeHint(self) -> QSize:
        """The axis and a lane."""
        return QSize(160, int(self.drawing.axis_height()) + 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same days in another width."""
        super().resizeEvent(event)
        if self._all:
            self._fit()
        else:
            self.sight = replace(self.sight, scale=self.sight.scale.resized(0.0, float(self.width())))
            self._keep_inside()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a frame."""
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            self.drawing.draw(painter, rect, self.sight, self.hover, self.edge)
            if self.hasFocus():
                painter.setPen(QPen(self._look.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if self.drawing.unfinished:
            QTimer.singleShot(0, self, self.update)
        self.painted.emit()

    # ---- events ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pan, zoom."""
        if not press(self, event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the node under the pointer, or by keyboard of the one with the focus."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            node = self.focus_node()
            place = self.drawing.place_of(node) if node is not None else None
            at = self.mapToGlobal(place.toPoint() if place is not None else self.rect().center())
        else:
            node, at = self.drawing.node_at(QPointF(event.pos())), event.globalPos()
        self.menu_wanted.emit(node, at)

    def set_hover(self, found: tuple[str, int] | None) -> None:
        """Something else is under the pointer."""
        hover = found[1] if found is not None and found[0] == "node" else None
        if hover != self.hover:
            self.hover = hover
            self.update()
        self.pointed.emit(found)

    def rect_of(self, found: tuple[str, int]) -> QRectF:
        """What a node covers, or the middle of an edge, in the last frame."""
        what, at = found
        if what == "node":
            place = self.drawing.place_of(at) or QPointF()
            return QRectF(place.x() - 6, place.y() - 6, 12, 12)
        return self.drawing.rect_of_edge(at)
