"""The canvas of a chart: paints it, and tells what the mouse and the keys do on it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.charts.keys import press
from desktop.drawing.charts.scene import LINE, ChartMark, Frame, Plot, mark_at
from desktop.drawing.look import Look
from desktop.timeline.brush import Span, snapped, unit_of
from desktop.widgets.canvas_nodes import CanvasNodes, Node, Role
from desktop.widgets.hover_card import HoverCard

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NOTCH, WHEEL_ZOOM = 120, 1.25
REST = 300  # milliseconds on a mark before its card comes


class ChartCanvas(QWidget):
    """Shows one chart. Dragging along time brushes days, a click selects, the wheel zooms about the pointer."""

    brushed = Signal(object)
    """The user brushes these days (a Span), or takes the brush back with None."""
    brush_kept = Signal()
    picked = Signal(object, bool)
    """The user chose the entities of a mark (a tuple of ids); True adds them to the selection or takes them out."""
    cleared = Signal()
    """The user clicked beside all marks."""
    opened = Signal(int)
    """The user wants to read about an entity."""
    zoomed = Signal(object)
    """The user wants these days in sight (a Span), or with None all."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart_canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.chart: Plot | None = None
        self.days: Span = (0.0, 1.0)
        self.brush: Span | None = None
        self.current: Hashable = None
        """The key of the mark that the keyboard is on."""
        self._look = look
        self._hover: Hashable = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._before: Span | None = None
        self._card: HoverCard | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._show_card)
        self.nodes = CanvasNodes(self, Role.Chart, self._nodes)

    # ---- what is shown ----

    def show_chart(self, chart: Plot, days: Span) -> None:
        """Show a chart with these days in sight, as high as it has to be."""
        self.chart, self.days = chart, days
        self.setAccessibleName(chart.title())
        self.setMinimumHeight(int(chart.height(QRectF(0, 0, self.width(), 0))))
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Paint in other colours."""
        self._look = look
        self.update()

    def set_brush(self, span: Span | None) -> None:
        """Show these days as brushed."""
        if span != self.brush:
            self.brush = span
            self.update()

    def refresh(self) -> None:
        """The chart has something else to show."""
        self.nodes.update()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a dozen names."""
        return QSize(760, 240)

    def minimumSizeHint(self) -> QSize:
        """The axes and a little between them."""
        return QSize(200, 120)

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a frame."""
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            painter.fillRect(rect, self._look.colour("background"))
            if self.chart is not None:
                hover = self._hover if self._hover is not None else self.current if self.hasFocus() else None
                self.chart.draw(painter, Frame(rect, self._look, self.days, self.brush, hover))
            if self.hasFocus():
                painter.setPen(QPen(self._look.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self.nodes.update()

    def _nodes(self) -> list[Node]:
        marks = self.chart.marks if self.chart is not None else ()
        return [
            Node(
                mark.key,
                Role.ListItem,
                mark.text.replace(LINE, ", "),
                "",
                mark.rect.toAlignedRect(),
                self._is_current(mark),
            )
            for mark in marks
        ]

    def _is_current(self, mark: ChartMark) -> bool:
        return mark.key == self.current

    # ---- the mouse ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a brush."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging, self._before = event.position(), False, self.brush
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Brush, or say what is under the pointer."""
        place, chart = event.position(), self.chart
        if chart is None:
            return
        if self._pressed is None:
            self._point(place)
            return
        far = (place - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        began, scale = self._day_at(self._pressed), chart.scale
        if began is not None and scale is not None and (self._dragging or far):
            self._dragging = True
            day = min(max(scale.day(place.x()), self.days[0]), self.days[1])
            self.brushed.emit(snapped(began, day, unit_of(scale)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked, unless it was a brush."""
        pressed, dragged = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is None or dragged or self.chart is None:
            return
        mark = mark_at(self.chart, event.position())
        if mark is not None:
            self.go(mark)
            self.picked.emit(mark.ids, bool(event.modifiers() & CONTROL))
        elif not event.modifiers() & (CONTROL | SHIFT):
            self.cleared.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Read about a mark; beside all marks show all days."""
        mark = mark_at(self.chart, event.position()) if self.chart is not None else None
        if mark is not None and mark.ids:
            self.opened.emit(mark.ids[0])
        elif mark is None:
            self.zoomed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer where there is time; elsewhere the wheel scrolls."""
        day = self._day_at(event.position())
        if day is None or not event.angleDelta().y():
            event.ignore()
            return
        self.zoom(WHEEL_ZOOM ** (event.angleDelta().y() / NOTCH), day)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._set_hover(None)

    def _point(self, place: QPointF) -> None:
        mark = mark_at(self.chart, place) if self.chart is not None else None
        self._set_hover(None if mark is None else mark.key)

    def _set_hover(self, key: Hashable) -> None:
        if key == self._hover:
            return
        self._hover = key
        self.update()
        if self._card is not None:
            self._card.hide()
        if key is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _show_card(self) -> None:
        """Tell of the mark that the pointer rests on."""
        mark = self.mark(self._hover)
        if mark is not None:
            self._card = self._card or HoverCard(self)
            box = mark.rect.toAlignedRect()
            self._card.tell(mark.text.split(LINE), QRect(self.mapToGlobal(box.topLeft()), box.size()))

    # ---- the keyboard ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the marks, with Shift they brush; Space selects, Enter keeps the brush or opens."""
        if not press(self, event):
            super().keyPressEvent(event)

    def take_back_drag(self) -> bool:
        """Brush what was brushed before the drag that is under way. Returns whether there is one."""
        if not self._dragging:
            return False
        self._pressed, self._dragging = None, False
        self.brushed.emit(self._before)
        return True

    def go(self, mark: ChartMark) -> None:
        """Put the keyboard on a mark."""
        self.current = mark.key
        self.nodes.update()
        self.nodes.set_focus(mark.key)
        self.update()

    def mark(self, key: Hashable) -> ChartMark | None:
        """The mark with a key, if the chart has it."""
        marks = self.chart.marks if self.chart is not None else ()
        return next((mark for mark in marks if mark.key == key), None)

    # ---- time ----

    def _day_at(self, place: QPointF) -> float | None:
        """The moment at a place; None beside the axis, or where there is none."""
        scale = self.chart.scale if self.chart is not None else None
        beside = scale is None or not scale.left <= place.x() <= scale.left + scale.width
        return None if beside or scale is None else scale.day(place.x())

    def zoom(self, factor: float, day: float) -> None:
        """Ask for fewer days, or more, with one of them where it is."""
        scale = self.chart.scale if self.chart is not None else None
        if scale is not None:
            nearer = scale.zoomed(factor, day)
            self.zoomed.emit((nearer.first, nearer.last))
