"""The timeline's canvas: one widget that paints a `TimelineDrawing`, with its zoom, its place and its brush.

What the mouse does is in `timeline_pointer`, what the keys do in `timeline_keys`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.drawing.look import Look
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark, Scene
from desktop.timeline.brush import Span
from desktop.timeline.focus import draw_in_column, in_column, middle_of
from desktop.timeline.keys import Keys
from desktop.timeline.pointer import Pointer
from desktop.timeline.sight import TimelineSight


class TimelineCanvas(TimelineSight):
    """Paints a scene; the view gives it one, and is told what the user does. Its marks are positions of the timeline.

    `pointed` tells a position or a DrawnBin.
    """

    laid_out = Signal()
    """A frame has put the lanes elsewhere."""
    brushed = Signal(object)
    """The user brushes these days (a Span), or None."""
    brush_kept = Signal()
    brush_dropped = Signal()
    area_picked = Signal(object, bool)
    """The user chose the positions in an array; True keeps the others selected."""
    entered = Signal()
    """The keyboard came here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("timeline_canvas")
        self.brush: Span | None = None
        self.band: QRectF | None = None
        """The rubber band, while there is one."""
        self.has_card = False
        """Whether a card tells of a mark; Escape takes it away."""
        self._pointer: Pointer = Pointer(self)
        self._keys = Keys(self)
        self._layout: tuple[object, ...] = ()
        self._focus_mark: DrawnMark | None = None
        self.scrolled.connect(lambda: self.set_hover(None))

    def set_scene(self, scene: Scene) -> None:
        """Paint this."""
        super().set_scene(scene)
        self._layout = ()

    def set_brush(self, span: Span | None) -> None:
        """Show these days as brushed."""
        if span != self.brush:
            self.brush = span
            self.update()

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a frame."""
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            self.drawing.draw(
                painter, rect, self.scale, brush=self.brush, hover=self.hover, offset=self.offset
            )  # fmt: skip
            self._draw_focus(painter)
            if self.band is not None:
                painter.fillRect(self.band, self.look.translucent("accent", 0.15))
                painter.setPen(QPen(self.look.colour("accent"), 1))
                painter.drawRect(self.band)
            if self.hasFocus():
                painter.setPen(QPen(self.look.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        if self.drawing.unfinished:
            QTimer.singleShot(0, self, self.update)
        self._tell_layout()
        self.show_wanted_lane()
        self.painted.emit()

    def _draw_focus(self, painter: QPainter) -> None:
        """The mark with the focus where a column holds it."""
        scene, position, self._focus_mark = self.scene, self.focus_position(), None
        if scene is None or position is None or not 0 <= self.scale.x(middle_of(scene, position)) <= self.width():
            return
        self._focus_mark = in_column(scene, self.scale, self.drawing.drawn(), position)
        if self._focus_mark is not None:
            draw_in_column(painter, self.look, scene, self._focus_mark, float(self.width()))

    def _tell_layout(self) -> None:
        lanes = self.scene.order if self.scene is not None else ()
        layout = tuple(self.drawing.lane_rect(lane).getRect() for lane in lanes)
        if (lanes, layout) != self._layout:
            self._layout = (lanes, layout)
            self.laid_out.emit()

    # ---- events ----

    def claims(self, event: QKeyEvent) -> bool:
        """Escape, while it ends something here."""
        pending = self.brush is not None or self.has_card or self._pointer.is_dragging()
        return pending and event.key() == Qt.Key.Key_Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pan, zoom, brush."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and (self._pointer.cancel() or self.has_card):
            self.set_hover(None)
            return
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes here."""
        super().focusInEvent(event)
        self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the mark under the pointer, or by keyboard of the one with the focus."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position = self.focus_position()
            place = self.mapToGlobal(self._place_of(position))
        else:
            position, place = self.drawing.mark_at(QPointF(event.pos())), event.globalPos()
        self.menu_wanted.emit(position, place)

    # ---- marks ----

    def focus_position(self) -> int | None:
        """The position of the entity with the focus, if it has a mark."""
        if self.scene is None or self.scene.focus is None:
            return None
        position = self.scene.timeline.position_of(self.scene.focus)
        return position if position is not None and position < self.scene.timeline.dated else None

    def rect_of(self, position: int | None) -> QRectF | None:
        """Where a mark is in the last frame."""
        return next((one.rect for one in self.drawn() if isinstance(one, DrawnMark) and one.position == position), None)

    def drawn(self) -> Sequence[DrawnMark | DrawnBin]:
        """The marks and columns of the last frame, and the mark with the focus even if a column holds it."""
        drawn = self.drawing.drawn()
        return drawn if self._focus_mark is None else [*drawn, self._focus_mark]

    def set_hover(self, found: int | DrawnBin | None) -> None:
        """Something else is under the pointer."""
        position = None if isinstance(found, DrawnBin) else found
        if position != self.hover:
            self.hover = position
            self.update()
        self.pointed.emit(found)

    def _place_of(self, position: int | None) -> QPoint:
        rect = self.rect_of(position)
        return (rect.center() if rect is not None else QPointF(self.rect().center())).toPoint()
