"""The list of saved views: their names, which can be typed over, their filters in words and their perspectives."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem

from db.texts import tr
from desktop.perspectives import perspective
from desktop.saved.record import Entry, SavedView
from desktop.widgets.highlight import ROW_HEIGHT, HighlightDelegate
from desktop.widgets.plain import plain_tooltip

NAME_WIDTH, PERSPECTIVE_WIDTH = 200, 96
NAME, HITS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1  # nothing is searched for here: no hits


class SavedViewList(QTreeWidget):
    """Enter opens, F2 renames, Delete deletes, Alt and an arrow move: the signals ask for it, others do it."""

    open_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)
    renamed = Signal(str, str)
    """The old name and what was typed over it."""

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setObjectName("saved_view_list")
        self.setAccessibleName(tr("Saved views"))
        self.setAccessibleDescription(tr("Enter opens, F2 renames, Delete deletes, Alt+↑ and Alt+↓ move."))
        self.setHeaderLabels([tr("Name"), tr("Filter"), tr("Perspective")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(HighlightDelegate(HITS, QColor, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, header.ResizeMode.Stretch)
        self.setColumnWidth(0, NAME_WIDTH)
        self.setColumnWidth(2, PERSPECTIVE_WIDTH)
        self.itemChanged.connect(self._on_edited)
        self.itemDoubleClicked.connect(self.open_asked)

    def fill(self, entries: Sequence[Entry], chosen: Collection[str] = ()) -> None:
        """List these; the chosen ones are selected, or else the row that was current."""
        row = self.row()
        self._filling = True
        self.clear()
        self.addTopLevelItems([_item(entry) for entry in entries])
        self._filling = False
        wanted = [item for item in self.items() if item.data(0, NAME) in chosen]
        if not wanted and entries:
            wanted = [self.items()[min(max(row, 0), len(entries) - 1)]]
        for item in wanted[:1]:
            self.setCurrentItem(item)
        for item in wanted:
            item.setSelected(True)

    def items(self) -> list[QTreeWidgetItem]:
        """The rows from the top."""
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def chosen(self) -> list[str]:
        """Names of the selected entries, in the order of the list."""
        return [str(item.data(0, NAME)) for item in self.items() if item.isSelected()]

    def current_name(self) -> str:
        """The name of the current entry, or nothing."""
        item = self.currentItem()
        return str(item.data(0, NAME)) if item is not None else ""

    def row(self) -> int:
        """The current row; -1 is none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item is not None else -1

    def rename_current(self) -> None:
        """Let the user type over the current name."""
        item = self.currentItem()
        if item is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editItem(item, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys beyond those of any list. What an editor leaves to its list is none of them."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open_asked.emit()
            case Qt.Key.Key_Delete:
                self.delete_asked.emit()
            case Qt.Key.Key_Up if alt:
                self.move_asked.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.move_asked.emit(1)
            case _:
                super().keyPressEvent(event)

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.renamed.emit(item.data(0, NAME), item.text(0))


def _item(entry: Entry) -> QTreeWidgetItem:
    """The row of an entry; one that cannot be used says why."""
    if isinstance(entry, SavedView):
        texts = [entry.name, entry.spec.describe(), tr(perspective(entry.perspective).title)]
    else:
        texts = [entry.name, tr("⚠ cannot be used: {problem}", problem=entry.problem), ""]
    item = QTreeWidgetItem(texts)
    item.setData(0, NAME, entry.name)
    item.setSizeHint(0, QSize(0, ROW_HEIGHT))
    for column, text in enumerate(texts):
        item.setData(column, Qt.ItemDataRole.ToolTipRole, plain_tooltip(text))
    if isinstance(entry, SavedView):
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item
