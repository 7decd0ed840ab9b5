"""The names of the timeline's lanes beside them: in their order, which can be changed, and with their menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from db.texts import tr
from desktop.drawing.look import Look
from desktop.timeline.lane_header import LaneHeader

NARROWEST, WIDEST = 200, 240  # pixels
WHEEL = 40 / 120  # pixels, by a unit of the wheel


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
