"""The list in the palette: one line a row, with its shape, what matched, and words at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.palette.rows import PaletteRow
from desktop.theme import COMFORTABLE_ROW_HEIGHT, Theme
from desktop.widgets.highlight import one_line, paint_text
from desktop.widgets.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
MOST_VISIBLE = 12
MARGIN = 12
SHAPE_WIDTH = 24
GAP = 12
LEAST_NAME = 200  # px that a name keeps before the words at the end are cut


class PaletteModel(QAbstractListModel):
    """Rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The row itself for the delegate, and its words for everybody else."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.UserRole:
            return row
        if role == Role.DisplayRole:
            return row.text
        if role == Role.AccessibleTextRole:
            return row.spoken()
        return plain_tooltip(row.spoken()) if role == Role.ToolTipRole else None

    def rows(self) -> tuple[PaletteRow, ...]:
        """What is listed."""
        return self._rows

    def set_rows(self, rows: Sequence[PaletteRow]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(160, COMFORTABLE_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The shape, the name and its other name, then the kind with what tells it from its like."""
        row: PaletteRow = index.data(Role.UserRole)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.highlight())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, palette.midlight())
        hit = self._theme.colour("hit")
        text = self._theme.colour("text" if row.enabled else "disabled")
        muted = self._theme.colour("muted" if row.enabled else "disabled")
        room = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(self._theme.colour(row.token if row.enabled else "disabled"))
        paint_text(painter, QRect(room.x(), room.y(), SHAPE_WIDTH, room.height()), row.shape, (), None, right=False)
        room.setLeft(room.left() + SHAPE_WIDTH)
        painter.setPen(muted)
        room = self._paint_end(painter, room, row)
        painter.setPen(text)
        used = self._paint_part(painter, room, row.text, row.hits, hit)
        if row.also:
            painter.setPen(muted)
            room.setLeft(room.left() + used + GAP)
            self._paint_part(painter, room, row.also, row.also_hits, hit)
        painter.restore()

    def _paint_end(self, painter: QPainter, room: QRect, row: PaletteRow) -> QRect:
        """The words at the end; returns the room that is left."""
        end = " · ".join(word for word in (row.detail, row.kind, row.unavailable()) if word)
        most = max(0, room.width() - LEAST_NAME)
        width = min(QFontMetrics(painter.font()).horizontalAdvance(end) + 1, most)
        paint_text(painter, QRect(room.right() + 1 - width, room.y(), width, room.height()), end, (), None, right=True)
        return room.adjusted(0, 0, -(width + GAP), 0)

    def _paint_part(self, painter: QPainter, room: QRect, text: str, hits: Sequence[tuple[int, int]], hit: Any) -> int:
        """A text at the left of the room; returns the width that it takes."""
        line = one_line(text)
        if room.width() <= 0:
            return 0
        paint_text(painter, room, line, hits, hit if hits else None, right=False)
        return min(room.width(), QFontMetrics(painter.font()).horizontalAdvance(line))


class PaletteList(QListView):
    """Shows the rows; it never takes the keyboard, which stays in the line above."""

    def __init__(self, model: PaletteModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(PaletteDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def height_for(self, room: int) -> int:
        """The height of all rows, or of as many as there is room for."""
        rows = self.model().rowCount()
        return max(0, min(rows, MOST_VISIBLE, room // COMFORTABLE_ROW_HEIGHT)) * COMFORTABLE_ROW_HEIGHT
