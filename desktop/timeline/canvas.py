"""The timeline's canvas: one widget that paints a `TimelineDrawing`, with its zoom, its place and its brush.

What the mouse does is in `timeline_pointer`, what the keys do in `timeline_keys`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.drawing.look import Look
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark, Scene
from desktop.timeline.brush import Span
from desktop.timeline.focus import draw_in_column, in_column, middle_of
from desktop.timeline.gestures import take_gesture, take_wheel
from desktop.timeline.keys import Keys
from desktop.timeline.pointer import Pointer
from desktop.timeline.sight import TimelineSight


class TimelineCanvas(TimelineSight):
    """Paints a scene; the view gives it one, and is told what the user does."""

    laid_out = Signal()
    """A frame has put the lanes elsewhere."""
    painted = Signal()
    brushed = Signal(object)
    """The user brushes these days (a Span), or None."""
    brush_kept = Signal()
    brush_dropped = Signal()
    picked = Signal(int, bool)
    """The user chose the mark at this position of the timeline; True toggles it and keeps the others selected."""
    area_picked = Signal(object, bool)
    """The user chose the positions in an array; True keeps the others selected."""
    walked = Signal(int)
    """The keyboard went on to this position."""
    opened = Signal()
    """The user wants to read about the mark with the focus."""
    cleared = Signal()
    """The user clicked beside all marks."""
    entered = Signal()
    """The keyboard came here."""
    pointed = Signal(object)
    """The pointer is on this position or DrawnBin, or on None."""
    menu_wanted = Signal(object, object)
    """The user wants the menu of a position (or None) at a place on the screen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("timeline_canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.brush: Span | None = None
        self.band: QRectF | None = None
        """The rubber band, while there is one."""
        self.hover: int | None = None
        self.has_card = False
        """Whether a card tells of a mark; Escape takes it away."""
        self._pointer, self._keys = Pointer(self), Keys(self)
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

    def event(self, event: QEvent) -> bool:
        """Pinches, and Escape before the window's shortcut hears of it; all else as usual."""
        if event.type() == QEvent.Type.ShortcutOverride and self._claims(cast(QKeyEvent, event)):
            event.accept()
            return True
        return take_gesture(self, event) or super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        pending = self.brush is not None or self.has_card or self._pointer.is_dragging()
        return pending and event.key() == Qt.Key.Key_Escape

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms about the pointer, with Shift or sideways it pans; two fingers on a touchpad pan."""
        take_wheel(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan, to brush or to select."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or say what is under the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a mark, or look nearer."""
        self._pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self.set_hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pan, zoom, brush."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and (self._pointer.cancel() or self.has_card):
            self.set_hover(None)
            return
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.set_hover(None)
        self.update()

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
