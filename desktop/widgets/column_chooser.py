"""A list of columns to show or hide and to bring in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.texts import tr
from desktop.widgets.highlight import ROW_HEIGHT
from desktop.widgets.plain import PlainLabel, plain_tooltip

KEY = Qt.ItemDataRole.UserRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ColumnChooser(QDialog):
    """Checks say which columns are shown; dragging, buttons, or Alt and an arrow move them. `changed` comes at once.

    The first column stays first and shown.
    """

    changed = Signal(list)
    """(key, whether shown) from left to right."""
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column_chooser")
        self.setWindowTitle(tr("Columns"))
        self._list = QListWidget()
        self._list.setObjectName("column_list")
        self._list.setAccessibleName(tr("Columns"))
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.installEventFilter(self)
        self._list.itemChanged.connect(self._tell)
        self._list.model().rowsMoved.connect(self._tell)
        hint = PlainLabel(tr("Checked columns are shown. Drag them, or press Alt+↑ and Alt+↓, to bring them in order."))
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self._up, self._down = self._button(tr("Move up"), "move_up", -1), self._button(tr("Move down"), "move_down", 1)
        usual = QPushButton(tr("Default columns"))
        usual.setObjectName("usual_columns")
        usual.setAutoDefault(False)
        usual.clicked.connect(self.reset_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        buttons.addStretch()
        buttons.addWidget(usual)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        layout.addWidget(closing)
        self.resize(400, 560)

    def set_columns(self, columns: Sequence[tuple[str, str, str, bool]]) -> None:
        """Show these: key, label, meaning, whether shown."""
        self._list.blockSignals(True)
        row = max(0, self._list.currentRow())
        self._list.clear()
        for place, (key, label, about, shown) in enumerate(columns):
            item = QListWidgetItem(label)
            item.setData(KEY, key)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(plain_tooltip(about))
            item.setCheckState(CHECKED if shown else UNCHECKED)
            if place == 0:
                item.setFlags(item.flags() & ~(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled))
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, len(columns) - 1))
        self._list.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move the current column."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, name: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._move(step))
        return button

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        target = row + step
        if row >= 1 and 1 <= target < self._list.count():
            self._list.blockSignals(True)
            item = self._list.takeItem(row)
            self._list.insertItem(target, item)
            self._list.setCurrentRow(target)
            self._list.blockSignals(False)
            self._tell()

    def _tell(self, *_ignored: object) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        self.changed.emit([(item.data(KEY), item.checkState() == CHECKED) for item in items])
