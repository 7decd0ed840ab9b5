"""How a row of a check list looks: its box, its label and its count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.widgets.highlight import FOCUS, ROW_HEIGHT, one_line, paint_text, tabular

STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NEITHER, INCLUDED, EXCLUDED = range(3)
BOX = 16
GAP = 8
Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


def count_text(count: int) -> str:
    """A count with its thousands apart."""
    return f"{count:,}"


class CheckListDelegate(QStyledItemDelegate):
    """Paints a row from its label, its count (`UserRole`) and its state (`STATE_ROLE`)."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        palette: QPalette = option.palette
        font: QFont = option.font
        state, count = index.data(STATE_ROLE), index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if flags & State.State_MouseOver:
            painter.fillRect(rect, palette.midlight())
        self._paint_box(painter, rect, state, palette)
        label = QFont(font)
        label.setStrikeOut(state == EXCLUDED)
        figures = tabular(font)
        number = count_text(count)
        width = QFontMetrics(figures).horizontalAdvance(number)
        role = QPalette.ColorRole.Text if count or state else QPalette.ColorRole.PlaceholderText
        painter.setFont(label)
        painter.setPen(palette.color(role))
        text = rect.adjusted(4 + BOX + GAP, 0, -(4 + width + GAP), 0)
        paint_text(painter, text, one_line(index.data(Qt.ItemDataRole.DisplayRole)), (), None, right=False)
        painter.setFont(figures)
        painter.setPen(palette.color(QPalette.ColorRole.Shadow))
        paint_text(painter, rect.adjusted(0, 0, -4, 0), number, (), None, right=True)
        if flags & State.State_HasFocus:
            painter.setPen(QPen(palette.accent().color(), FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRect, state: int, palette: QPalette) -> None:
        """The box: empty, a check on the accent, or a bar on the colour of errors."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect.x() + 4.5, rect.y() + (rect.height() - BOX) // 2 + 0.5, BOX - 1, BOX - 1)
        fill = {INCLUDED: palette.accent(), EXCLUDED: palette.brightText()}.get(state)
        painter.setBrush(palette.base() if fill is None else fill)
        painter.setPen(QPen((palette.dark() if fill is None else fill).color(), 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(palette.base().color(), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        x, y = box.x(), box.y()
        if state == INCLUDED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                QPolygonF([QPointF(x + 3.5, y + 8), QPointF(x + 6.5, y + 11), QPointF(x + 11.5, y + 5)])
            )
        elif state == EXCLUDED:
            painter.drawLine(QPointF(x + 4, y + 7.5), QPointF(x + 11, y + 7.5))
