"""The names of the timeline's lanes beside them: to fold a lane, to move it, and to filter by what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QWidget

from db.texts import tr
from desktop.drawing.look import Look
from desktop.drawing.mark_shapes import shape
from desktop.widgets.plain import set_plain_tooltip

CHEVRON, SIGN, GAP = 16, 16, 8  # pixels
NARROWEST, WIDEST = 200, 240
WHEEL = 40 / 120  # pixels, by a unit of the wheel
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane by its number: what it is called, the tone of its sign if it is of one kind, and how many it holds."""

    number: int
    label: str
    tone: str
    shown: int
    total: int
    entity: bool
    """Whether it stands for an entity, which a filter can name."""

    def count_text(self) -> str:
        """How many of its marks the filter shows."""
        if self.shown == self.total:
            return f"{self.total:,}"
        return tr("{n:,} of {total:,}", n=self.shown, total=self.total)

    def longest_text(self) -> str:
        """As long as the count can become, whatever the filter shows."""
        return tr("{n:,} of {total:,}", n=self.total, total=self.total)


class LaneHeader(QAbstractButton):
    """One name: a press folds the lane, dragging moves it. Arrows go from one to the next, with Ctrl they move it."""

    def __init__(self, headers: LaneHeaders, lane: Lane, *, folded: bool) -> None:
        super().__init__(headers)
        self.lane, self._headers = lane, headers
        self.folded = folded
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setObjectName(f"lane{lane.number}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda: headers.fold(lane.number, not self.folded))
        self.describe()

    def describe(self) -> None:
        """Bring the words for screen readers and the tooltip up to date."""
        count = tr("{shown:,} of {total:,} shown", shown=self.lane.shown, total=self.lane.total)
        state = tr("folded") if self.folded else tr("unfolded")
        self.setAccessibleName(f"{self.lane.label}, {count}, {state}")
        self.setAccessibleDescription(tr("Space folds it, Ctrl and the up or down arrow move it"))
        set_plain_tooltip(self, f"{self.lane.label}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the name and for any count, so that days do not move away below a brush."""
        words = self.fontMetrics().horizontalAdvance(f"{self.lane.label} {self.lane.longest_text()}")
        return QSize(CHEVRON + (SIGN if self.lane.tone else 0) + words + 3 * GAP, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chevron, the sign of the kind, the name and the count."""
        palette, look = self.palette(), self._headers.look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self._dragging:
                painter.fillRect(self.rect(), palette.midlight())
            middle = min(self.height() / 2, 16.0)
            self._paint_chevron(painter, QPointF(CHEVRON / 2 + 2, middle))
            left = CHEVRON + 4
            if self.lane.tone:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour(self.lane.tone))
                painter.drawPath(shape(self.lane.tone).translated(left + SIGN / 2 - 2, middle))
                left += SIGN
            line = QRectF(left, middle - 12, self.width() - left - GAP, 24)
            self._paint_words(painter, line, palette)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(palette.accent().color(), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_chevron(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self.palette().shadow().color(), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((-2, -4), (2, 0), (-2, 4)) if self.folded else ((-4, -2), (0, 2), (4, -2))
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) for x, y in points]))

    def _paint_words(self, painter: QPainter, line: QRectF, palette: QPalette) -> None:
        metrics, middle = self.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        count = self.lane.count_text()
        room = line.width() - metrics.horizontalAdvance(count) - GAP
        painter.setPen(palette.shadow().color())
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, count)
        painter.setPen(palette.text().color() if self.lane.shown else palette.placeholderText().color())
        label = metrics.elidedText(self.lane.label, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold, move, or go to another lane."""
        key, headers, number = event.key(), self._headers, self.lane.number
        step = {Key.Key_Up: -1, Key.Key_Down: 1}.get(Key(key))
        if event.modifiers() & CONTROL and step is not None:
            headers.move_lane(number, step)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step is not None:
            headers.go(number, step)
        elif key in (Key.Key_Left, Key.Key_Right):
            headers.fold(number, key == Key.Key_Left)
        elif key in (Key.Key_Return, Key.Key_Enter):
            headers.fold(number, not self.folded)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, for a drag."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the lane would go."""
        if self._pressed is None:
            return
        away = abs(event.position().toPoint().y() - self._pressed.y())
        if self._dragging or away >= QGuiApplication.styleHints().startDragDistance():
            self._dragging = True
            self.setDown(False)
            self._headers.show_drop(self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the lane there; without a drag it was a press."""
        dragged, self._dragging, self._pressed = self._dragging, False, None
        if dragged:
            self._headers.drop(self.lane.number, self.mapToParent(event.position().toPoint()).y())
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the lane."""
        menu = self._headers.menu_for(self.lane)
        menu.exec(event.globalPos())
        menu.deleteLater()


class LaneHeaders(QWidget):
    """All names in a column. `place` puts them beside their lanes after each frame that moved those."""

    folded = Signal(int, bool)
    """A lane is to be folded or unfolded."""
    reordered = Signal(object)
    """The lanes are to stand in this order."""
    filter_wanted = Signal(int, bool)
    """Filter to what a lane stands for; True excludes it."""
    scrolled = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName("timeline_lanes")
        self.setAccessibleName(tr("Lanes"))
        self._order: tuple[int, ...] = ()
        self._lanes: dict[int, LaneHeader] = {}
        self._current: int | None = None
        self._line = QFrame(self)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Accent)
        self._line.hide()
        self._rects: Mapping[int, QRectF] = {}

    def set_look(self, look: Look) -> None:
        """Other colours."""
        self.look = look
        self.update()

    def set_lanes(self, lanes: Sequence[Lane], folded: frozenset[int]) -> None:
        """Show these lanes from top to bottom; names that stay keep the keyboard."""
        self._order = tuple(lane.number for lane in lanes)
        gone = {number: header for number, header in self._lanes.items() if number not in self._order}
        for number, header in gone.items():
            del self._lanes[number]
            header.hide()
            header.deleteLater()
        for lane in lanes:
            self._show_lane(lane, folded=lane.number in folded)
        widest = max((header.sizeHint().width() for header in self._lanes.values()), default=NARROWEST)
        self.setFixedWidth(min(max(widest, NARROWEST), WIDEST))
        if self._current not in self._order:
            self._set_current(self._order[0] if self._order else None)

    def _show_lane(self, lane: Lane, *, folded: bool) -> None:
        header = self._lanes.get(lane.number)
        if header is None:
            header = self._lanes[lane.number] = LaneHeader(self, lane, folded=folded)
        elif (header.lane, header.folded) != (lane, folded):
            header.lane, header.folded = lane, folded
            header.describe()

    def place(self, rects: Mapping[int, QRectF]) -> None:
        """Put the names beside these lanes."""
        self._rects = rects
        for number, header in self._lanes.items():
            rect = rects.get(number, QRectF())
            top, end = round(rect.top()), min(round(rect.bottom()), self.height())
            header.setGeometry(QRect(0, top, self.width() - 1, max(end - top, 0)))
            header.setVisible(not rect.isNull() and end - top >= 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer names have room."""
        super().resizeEvent(event)
        self.place(self._rects)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the canvas."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().base())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the lanes."""
        self.scrolled.emit(-event.angleDelta().y() * WHEEL)
        event.accept()

    # ---- what the names do ----

    def fold(self, number: int, folded: bool) -> None:
        """Ask for a lane to be folded or not."""
        if self._lanes[number].folded != folded:
            self.folded.emit(number, folded)

    def go(self, number: int, step: int) -> None:
        """Give the keyboard to the lane above (-1) or below."""
        place = self._order.index(number) + step
        if 0 <= place < len(self._order):
            self._set_current(self._order[place])
            self._lanes[self._order[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def move_lane(self, number: int, step: int) -> None:
        """Ask for a lane to stand one higher (-1) or lower."""
        place = self._order.index(number)
        self._put(number, place + step)

    def show_drop(self, y: int) -> None:
        """Show between which lanes a dragged one would go."""
        place = self._place_at(y)
        header = self._lanes[self._order[min(place, len(self._order) - 1)]]
        top = header.y() if place < len(self._order) else header.geometry().bottom()
        self._line.setGeometry(0, max(top - 1, 0), self.width(), 2)
        self._line.show()
        self._line.raise_()

    def drop(self, number: int, y: int) -> None:
        """Ask for a dragged lane to stand where it was let go."""
        self._line.hide()
        place = self._place_at(y)
        self._put(number, place - (1 if place > self._order.index(number) else 0))

    def _place_at(self, y: int) -> int:
        """How many lanes have their middle above a height."""
        return sum(self._lanes[number].geometry().center().y() < y for number in self._order)

    def _put(self, number: int, place: int) -> None:
        rest = [other for other in self._order if other != number]
        rest.insert(min(max(place, 0), len(rest)), number)
        if tuple(rest) != self._order:
            self.reordered.emit(tuple(rest))

    def menu_for(self, lane: Lane) -> QMenu:
        """The context menu of a lane."""
        menu = QMenu(self)
        menu.setObjectName("lane_menu")
        for name, text, do in self._actions(lane):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(do)
        return menu

    def _actions(self, lane: Lane) -> Iterator[tuple[str, str, Callable[[], object]]]:
        number = lane.number
        is_folded = self._lanes[number].folded
        yield "fold", tr("Unfold") if is_folded else tr("Fold"), lambda: self.fold(number, not is_folded)
        yield "move_up", tr("Move up"), lambda: self.move_lane(number, -1)
        yield "move_down", tr("Move down"), lambda: self.move_lane(number, 1)
        if lane.entity:
            name = lane.label.replace("&", "&&")
            yield "filter", tr("Filter to {name}", name=name), lambda: self.filter_wanted.emit(number, False)
            yield "exclude", tr("Exclude {name}", name=name), lambda: self.filter_wanted.emit(number, True)

    def _set_current(self, number: int | None) -> None:
        """Tab stops at one name."""
        self._current = number
        for other, header in self._lanes.items():
            header.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus)
