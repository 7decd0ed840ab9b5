"""The header of a table: columns that move, sort by several keys, and a first one that never scrolls away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from db.texts import tr

HEIGHT = 28
NARROWEST = 40
MARGIN = 8
ARROW = 7  # width of a sort arrow, and as much again for its number
BESIDE = 4  # right of it
Role = QPalette.ColorRole
Span = tuple[int, int, int]
"""A column's logical index, where it begins and how wide it is, in pixels."""


class ColumnHeader(QHeaderView):
    """Paints its sections itself. A click asks to sort by a column, with Shift to sort by it next."""

    sort_asked = Signal(int, bool)
    menu_asked = Signal(int, QPoint)
    arranged = Signal()
    """The user moved or resized a column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort: tuple[tuple[int, bool], ...] = ()
        self._grabbed = False
        self.setObjectName("columns")
        self.setAccessibleName(tr("Columns"))
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(HEIGHT)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionMoved.connect(self.arranged)
        self.sectionResized.connect(self.arranged)

    def set_sort(self, sort: Sequence[tuple[int, bool]]) -> None:
        """Show that rows are sorted by these columns: (logical index, whether descending)."""
        self._sort = tuple(sort)
        self.viewport().update()

    def width_for(self, text: str) -> int:
        """The width at which a label is whole beside its arrow and its number in the sort, in pixels."""
        return self.fontMetrics().horizontalAdvance(text) + MARGIN + 2 + 2 * ARROW + BESIDE + 1

    def frozen_width(self) -> int:
        """How much of the first column covers the others, in pixels: all of it once they scroll."""
        return self.sectionSize(self.logicalIndex(0)) if self.offset() and self.count() else 0

    def spans(self, left: int, right: int) -> tuple[list[Span], list[Span]]:
        """The columns between two pixels, both included: those that scroll, and the first one."""
        moving = []
        for place in range(1, self.count()):
            column = self.logicalIndex(place)
            x, width = self.sectionViewportPosition(column), self.sectionSize(column)
            if not self.isSectionHidden(column) and x <= right and x + width > left:
                moving.append((column, x, width))
        first = self.logicalIndex(0)
        return moving, [(first, 0, self.sectionSize(first))]

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """One column's label, and its place in the sort."""
        palette = self.palette()
        painter.fillRect(rect, palette.color(Role.Window))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.color(Role.Mid))
        painter.fillRect(rect.right(), rect.y() + 6, 1, rect.height() - 12, palette.color(Role.Mid))
        place = next((place for place, (column, _down) in enumerate(self._sort) if column == logical), None)
        room = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if place is not None:
            room.setRight(rect.right() - BESIDE - ARROW * (2 if len(self._sort) > 1 else 1) - 2)
            self._paint_arrow(painter, rect, place)
        alignment = self.model().headerData(logical, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        text = str(self.model().headerData(logical, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        painter.setPen(palette.color(Role.Text if place is not None else Role.Shadow))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(alignment), shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sections, then the first one over those that scrolled under it."""
        super().paintEvent(event)
        width = self.frozen_width()
        if width:
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, width, self.height()), self.logicalIndex(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Presses on the frozen column are meant for it, not for what lies below."""
        self._grabbed = event.position().x() < self.frozen_width()
        super().mousePressEvent(self._meant(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag where it began."""
        over = event.position().x() < self.frozen_width()
        grabbed = self._grabbed if event.buttons() else over
        super().mouseMoveEvent(self._meant(event) if grabbed else event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag where it began."""
        super().mouseReleaseEvent(self._meant(event))
        self._grabbed = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the columns."""
        x = event.pos().x()
        logical = self.logicalIndex(0) if x < self.frozen_width() else self.logicalIndexAt(x)
        self.menu_asked.emit(logical, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """No hover effect of the style below our own painting."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.HoverLeave):
            return True
        return super().viewportEvent(event)

    def _meant(self, event: QMouseEvent) -> QMouseEvent:
        """The event where the first column would be if it scrolled."""
        if not self._grabbed:
            return event
        place = event.position() - QPointF(self.offset(), 0)
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _paint_arrow(self, painter: QPainter, rect: QRect, place: int) -> None:
        down = self._sort[place][1]
        many = len(self._sort) > 1
        x = rect.right() - BESIDE - ARROW * (2 if many else 1)
        middle = rect.center().y() + 0.5
        tip = 2.5 if down else -2.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(Role.Accent)
        painter.setPen(QPen(colour, 1.5))
        ends = ((x, -tip), (x + ARROW / 2, tip), (x + ARROW, -tip))
        painter.drawPolyline(QPolygonF([QPointF(at, middle + off) for at, off in ends]))
        if many:
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * 0.75)
            painter.setFont(font)
            beside = QRectF(x + ARROW, rect.y(), ARROW + 2, rect.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.restore()

    def _on_clicked(self, logical: int) -> None:
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.sort_asked.emit(logical, shift)
