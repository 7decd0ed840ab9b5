"""A table for a million rows: it paints what is on the screen and selects by id.

Qt's own selection keeps ranges of rows, which a new order of the rows breaks up and each paint walks through. Here the
owner holds a set of ids. Qt's selection model knows of the current row alone, since screen readers ask for that one.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop.widgets.cell_painter import CellPainter, Colours, Records
from desktop.widgets.column_header import ColumnHeader
from desktop.widgets.highlight import ROW_HEIGHT

Index = QModelIndex | QPersistentModelIndex
Modifier = Qt.KeyboardModifier
Flag = QItemSelectionModel.SelectionFlag
Role = QPalette.ColorRole


class RecordTable(QTableView):
    """Rows with one height, a first column that stays, and a selection of ids."""

    rows_picked = Signal(int, int, object, int)
    """First and last row to select, the ids to keep selected, and the row of the focus."""
    ids_picked = Signal(object, int)
    """The ids to select and the row of the focus."""
    opened = Signal(int)
    """Enter or a double click on a row."""
    menu_asked = Signal(QModelIndex, QPoint)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._selected: frozenset[int] = frozenset()
        self._anchor = 0
        self._away = False
        self.columns = ColumnHeader(self)
        self.setHorizontalHeader(self.columns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        # Else a press on a header would make the first row on the screen the current one.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.hide()
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        # With a style sheet Qt fills the whole viewport before each paint and cannot scroll by moving pixels.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.columns.sectionResized.connect(lambda: self.viewport().update())

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model that is also `Records`. Headers get selection models of their own: they would ask each row."""
        super().setModel(model)
        if model is None:
            return
        self._records = cast(Records, model)
        self._painter = CellPainter(self._records, self._colours)
        for header in (self.columns, self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(model, header))

    def selected(self) -> frozenset[int]:
        """The ids shown as selected."""
        return self._selected

    def show_selection(self, selected: frozenset[int], row: int | None, *, away: bool = False) -> None:
        """Show these ids as selected, and the focus in a row, or with `away` in none: it is on what has no row here."""
        self._selected = selected
        self._away = away and row is None
        if row is None:
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != row:
            self._anchor = row
            column = max(self.currentIndex().column(), self.columns.logicalIndex(0))
            self.setCurrentIndex(self.model().index(row, column))
        self._tell_screen_reader()
        self.viewport().update()

    def select_all(self) -> None:
        """Select every row."""
        if self._records.ids:
            self.rows_picked.emit(0, len(self._records.ids) - 1, self._selected, max(0, self.currentIndex().row()))

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells that `event` covers, row by row."""
        painter = QPainter(self.viewport())
        rect, palette = event.rect(), self.palette()
        painter.fillRect(rect, palette.color(Role.Base))
        first = self.rowAt(rect.top())
        if first < 0:
            return
        last = self.rowAt(rect.bottom())
        rows = range(first, (last if last >= 0 else len(self._records.ids) - 1) + 1)
        frozen = self.columns.frozen_width()
        moving, fixed = self.columns.spans(rect.left(), rect.right())
        tops = [(row, self.rowViewportPosition(row)) for row in rows]
        for row, top in tops:
            if self._records.ids[row] in self._selected:
                painter.fillRect(0, top, self.width(), ROW_HEIGHT, palette.color(Role.Highlight))
        if frozen:
            painter.setClipRect(frozen, rect.top(), self.width(), rect.height())
        self._painter.paint(painter, tops, moving, self.font())
        painter.setClipping(False)
        self._painter.paint(painter, tops, fixed, self.font())
        for _row, top in tops:
            painter.fillRect(0, top + ROW_HEIGHT - 1, self.width(), 1, palette.color(Role.Mid))
        if frozen:
            painter.fillRect(frozen - 1, rect.top(), 1, rect.height(), palette.color(Role.Mid))
        current = self.currentIndex()
        if self.hasFocus() and (current.isValid() or self._away):
            ring = self.visualRect(current) if current.isValid() else self.viewport().rect()
            painter.setPen(QPen(palette.color(Role.Accent), 2))
            painter.drawRect(QRectF(ring).adjusted(1, 1, -1, -1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """A sideways scroll would carry the first column away: draw anew."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.columns.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is; those of the first column are always at the edge."""
        rect = super().visualRect(index)
        if index.isValid() and index.column() == self.columns.logicalIndex(0):
            rect.moveLeft(0)
        return rect

    def indexAt(self, position: QPoint) -> QModelIndex:
        """The cell at a place of the viewport."""
        index = super().indexAt(position)
        if position.x() < self.columns.frozen_width():
            row = self.rowAt(position.y())
            return self.model().index(row, self.columns.logicalIndex(0)) if row >= 0 else QModelIndex()
        return index

    def sizeHintForColumn(self, column: int) -> int:
        """What a double click on a border makes the width: a very long text takes half of the table and no more."""
        return min(super().sizeHintForColumn(column), self.viewport().width() // 2)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view, out from under the first column."""
        bar = self.horizontalScrollBar()
        if not index.isValid() or index.column() == self.columns.logicalIndex(0):
            before = bar.value()
            super().scrollTo(index, hint)
            bar.setValue(before)
            return
        super().scrollTo(index, hint)
        hidden = self.columns.sectionSize(self.columns.logicalIndex(0)) - super().visualRect(index).left()
        if bar.value() and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def changeEvent(self, event: QEvent) -> None:
        """With another font every text has another width."""
        super().changeEvent(event)
        if self.model() is not None and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.forget()

    # ---- choosing ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select and open by keyboard."""
        before = self.currentIndex()
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if before.isValid():
                self.opened.emit(before.row())
        elif key == Qt.Key.Key_Space:
            self._toggle(before.row())
        elif key == Qt.Key.Key_F10 and modifiers & Modifier.ShiftModifier:
            self._ask_for_menu(before)
        elif key == Qt.Key.Key_A and modifiers == Modifier.ControlModifier:
            self.select_all()
        elif event.text().isprintable() and event.text() and not modifiers & Modifier.ControlModifier:
            event.ignore()  # Qt's search as you type would read a million rows
        else:
            super().keyPressEvent(event)
            row = self.currentIndex().row()
            if row != before.row() and row >= 0:
                self._pick(
                    row, modifiers, moved_only=bool(modifiers & Modifier.ControlModifier) and not self._jumps(key)
                )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a row; with Control another one, with Shift all up to it. The right button keeps what it is on."""
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0:
            return
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & Modifier.ControlModifier:
            self._toggle(row)
        elif event.button() == Qt.MouseButton.LeftButton or self._records.ids[row] not in self._selected:
            self._pick(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select the rows that a drag passes."""
        before = self.currentIndex().row()
        super().mouseMoveEvent(event)
        row = self.currentIndex().row()
        if event.buttons() & Qt.MouseButton.LeftButton and row not in (before, -1):
            self._pick(row, Modifier.ShiftModifier)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row."""
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a cell: of the current one when a key was pressed."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu(self.currentIndex())
        elif (index := self.indexAt(event.pos())).isValid():
            self.menu_asked.emit(index, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A row is current, so that the ring shows where the keys go; with the focus away, it is round the table."""
        none = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if none and self._away:
            self.setCurrentIndex(QModelIndex())  # Qt takes the first row
        elif none and self._records.ids and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(max(0, self.rowAt(1)), self.columns.logicalIndex(0)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard there is no ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _ask_for_menu(self, index: QModelIndex) -> None:
        """The menu of a cell, at the cell."""
        if index.isValid():
            self.menu_asked.emit(index, self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _jumps(self, key: int) -> bool:
        return key in (Qt.Key.Key_Home, Qt.Key.Key_End)

    def _pick(self, row: int, modifiers: Modifier, *, moved_only: bool = False) -> None:
        if moved_only:
            self.ids_picked.emit(self._selected, row)
        elif modifiers & Modifier.ShiftModifier:
            self.rows_picked.emit(min(self._anchor, row), max(self._anchor, row), frozenset(), row)
        else:
            self._anchor = row
            self.ids_picked.emit(frozenset((self._records.ids[row],)), row)

    def _toggle(self, row: int) -> None:
        if row >= 0:
            self._anchor = row
            self.ids_picked.emit(self._selected ^ {self._records.ids[row]}, row)

    def _tell_screen_reader(self) -> None:
        current = self.currentIndex()
        chosen = current.isValid() and self._records.ids[current.row()] in self._selected
        flag = Flag.ClearAndSelect | Flag.Rows if chosen else Flag.Clear
        self.selectionModel().select(current, flag)
