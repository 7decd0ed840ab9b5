"""The canvas of a chart: paints it, and tells what the mouse and the keys do on it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.drawing.charts.scene import LINE, ChartMark, Frame, Plot, mark_at
from desktop.drawing.look import Look
from desktop.timeline.brush import Span, following, snapped, start, unit_of
from desktop.widgets.canvas_nodes import CanvasNodes, Node, Role
from desktop.widgets.hover_card import HoverCard

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
STEPS = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}
NOTCH, WHEEL_ZOOM, ZOOM = 120, 1.25, 1.5
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
            self._go(mark)
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
        self._zoom(WHEEL_ZOOM ** (event.angleDelta().y() / NOTCH), day)
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
        mark = self._mark(self._hover)
        if mark is not None:
            self._card = self._card or HoverCard(self)
            box = mark.rect.toAlignedRect()
            self._card.tell(mark.text.split(LINE), QRect(self.mapToGlobal(box.topLeft()), box.size()))

    # ---- the keyboard ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the marks, with Shift they brush; Space selects, Enter keeps the brush or opens."""
        key, modifiers = Key(event.key()), event.modifiers()
        if self.chart is None or modifiers & (ALT | CONTROL) or not self._press(key, event.text(), modifiers):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier) -> bool:
        mark = self._mark(self.current)
        if key in STEPS and modifiers & SHIFT:
            return self._grow_brush(STEPS[key])
        if key in STEPS or key in (Key.Key_Home, Key.Key_End):
            return self._walk(key)
        if key == Key.Key_Escape and self._dragging:
            self._pressed, self._dragging = None, False
            self.brushed.emit(self._before)
        elif key == Key.Key_Escape and self.brush is not None:
            self.brushed.emit(None)
        elif key in (Key.Key_Return, Key.Key_Enter) and self.brush is not None:
            self.brush_kept.emit()
        elif key in (Key.Key_Return, Key.Key_Enter) and mark is not None and mark.ids:
            self.opened.emit(mark.ids[0])
        elif key == Key.Key_Space and mark is not None:
            self.picked.emit(mark.ids, True)
        elif text in ("+", "=", "-", "−") and self.chart is not None and self.chart.scale is not None:
            self._zoom(ZOOM if text in "+=" else 1 / ZOOM, sum(self.days) / 2)
        elif text == "0":
            self.zoomed.emit(None)
        else:
            return False
        return True

    def _walk(self, key: Qt.Key) -> bool:
        """To the next mark that passes the filter, in reading order."""
        marks = [mark for mark in self.chart.marks if mark.shown] if self.chart is not None else []
        if not marks:
            return False
        at = next((place for place, mark in enumerate(marks) if mark.key == self.current), None)
        if key == Key.Key_Home or (at is None and key != Key.Key_End):
            at = 0
        elif key == Key.Key_End or at is None:
            at = len(marks) - 1
        else:
            at = min(max(at + STEPS[key], 0), len(marks) - 1)
        self._go(marks[at])
        return True

    def _go(self, mark: ChartMark) -> None:
        self.current = mark.key
        self.nodes.update()
        self.nodes.set_focus(mark.key)
        self.update()

    def _mark(self, key: Hashable) -> ChartMark | None:
        marks = self.chart.marks if self.chart is not None else ()
        return next((mark for mark in marks if mark.key == key), None)

    def _grow_brush(self, step: int) -> bool:
        """Move the end of the brush by a unit; without one begin it at the mark with the keyboard."""
        scale, mark = self.chart.scale if self.chart is not None else None, self._mark(self.current)
        if scale is None:
            return False
        unit = unit_of(scale)
        if self.brush is None:
            day = scale.day(mark.rect.center().x()) if mark is not None else sum(self.days) / 2
            self.brushed.emit((float(start(day, unit)), float(following(day, unit))))
        else:
            end = following(self.brush[1] - 1, unit, 1 + step)
            self.brushed.emit((self.brush[0], float(max(end, following(self.brush[0], unit)))))
        return True

    # ---- time ----

    def _day_at(self, place: QPointF) -> float | None:
        """The moment at a place; None beside the axis, or where there is none."""
        scale = self.chart.scale if self.chart is not None else None
        beside = scale is None or not scale.left <= place.x() <= scale.left + scale.width
        return None if beside or scale is None else scale.day(place.x())

    def _zoom(self, factor: float, day: float) -> None:
        scale = self.chart.scale if self.chart is not None else None
        if scale is not None:
            nearer = scale.zoomed(factor, day)
            self.zoomed.emit((nearer.first, nearer.last))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()
