"""The name of one lane of the timeline beside it: to fold the lane, and to move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
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
)
from PySide6.QtWidgets import QAbstractButton

from db.texts import tr
from desktop.drawing.mark_shapes import shape
from desktop.widgets.plain import set_plain_tooltip

if TYPE_CHECKING:
    from desktop.timeline.lanes import Lane, LaneHeaders

CHEVRON, SIGN, GAP = 16, 16, 8  # pixels
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


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
