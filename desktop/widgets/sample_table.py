"""The first rows of something, as plain text in a small table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from db.texts import tr
from desktop.widgets.highlight import ROW_HEIGHT, HighlightDelegate
from desktop.widgets.plain import plain_tooltip

WIDEST = 240  # pixels of a column
NARROWEST = 64
ROOM = 4  # beyond what a text measures, lest rounding cut it
LONGEST_CELL = 200  # characters painted; the whole value is in the tooltip
HEADER = 28  # pixels of the header's height
RANGES = Qt.ItemDataRole.UserRole  # where the delegate looks for hits: there are none
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class SampleModel(QAbstractTableModel):
    """Headers and rows of texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headers: list[str] = []
        self._rows: list[list[str]] = []

    def set_rows(self, headers: list[str], rows: list[list[str]]) -> None:
        """Show these."""
        self.beginResetModel()
        self._headers, self._rows = headers, rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many headers there are."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell's text on one line, and the whole of it as its tooltip."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Role.DisplayRole:
            return " ".join(text[:LONGEST_CELL].split())
        if role == Role.ToolTipRole:
            return plain_tooltip(text)
        if role == Role.AccessibleTextRole:
            return f"{self._headers[index.column()]}: {text or tr('empty')}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """A column's header, or a row's number."""
        if role == Role.DisplayRole:
            return self._headers[section] if orientation == Qt.Orientation.Horizontal else section + 1
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class SampleTable(QTableView):
    """A table that is as high as its `most` rows."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SampleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HighlightDelegate(RANGES, lambda: self.palette().text().color(), self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.horizontalHeader().setFixedHeight(HEADER)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(HEADER + most * ROW_HEIGHT + self.horizontalScrollBar().sizeHint().height())

    def set_rows(self, headers: list[str], rows: list[list[str]]) -> None:
        """Show these, each column as wide as what it holds, within bounds."""
        self._model.set_rows(headers, rows)
        self.resizeColumnsToContents()
        for column in range(len(headers)):
            self.setColumnWidth(column, max(NARROWEST, min(WIDEST, self.columnWidth(column) + ROOM)))
