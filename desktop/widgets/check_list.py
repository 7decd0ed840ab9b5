"""A list of values to include or exclude, each with its count: a facet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from db.texts import later, tr
from desktop.widgets.check_list_delegate import EXCLUDED, INCLUDED, NEITHER, STATE_ROLE, CheckListDelegate, count_text
from desktop.widgets.entry import Entry
from desktop.widgets.highlight import ROW_HEIGHT
from desktop.widgets.plain import plain_tooltip

FILTER_FROM = 13  # values: fewer are seen at a glance
VISIBLE_ROWS = 8
WORDS = {NEITHER: "", INCLUDED: later("included"), EXCLUDED: later("excluded")}
CHECKS = {
    NEITHER: Qt.CheckState.Unchecked,
    INCLUDED: Qt.CheckState.Checked,
    EXCLUDED: Qt.CheckState.PartiallyChecked,
}
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Item:
    """One value: what it is in a query, what people read, how many there are."""

    value: str
    label: str
    count: int


class CheckListModel(QAbstractListModel):
    """The items that the filter box leaves, with the state of each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[Item] = []
        self._shown: list[Item] = []
        self._needle = ""
        self.states: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many items the filter box leaves."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What the delegate, tooltips and screen readers need."""
        if not index.isValid():
            return None
        item = self._shown[index.row()]
        state = self.states.get(item.value, NEITHER)
        if role == Role.DisplayRole:
            return item.label
        if role == Role.UserRole:
            return item.count
        if role == STATE_ROLE:
            return state
        if role == Role.CheckStateRole:
            return CHECKS[state]
        if role == Role.AccessibleTextRole:
            word = WORDS[state]
            return ", ".join([item.label, count_text(item.count), *([tr(word)] if word else [])])
        return plain_tooltip(f"{item.label}: {count_text(item.count)}") if role == Role.ToolTipRole else None

    def item(self, row: int) -> Item:
        """The item in a row."""
        return self._shown[row]

    def reset(self, items: Sequence[Item] | None = None, needle: str | None = None) -> None:
        """Take other items or another word to filter them by."""
        self.beginResetModel()
        self.items = self.items if items is None else list(items)
        self._needle = self._needle if needle is None else needle.casefold()
        self._shown = [item for item in self.items if self._needle in item.label.casefold()]
        self.endResetModel()

    def set_states(self, states: dict[str, int]) -> None:
        """Take other states; the same are not painted again."""
        if states == self.states:
            return
        self.states = states
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))


class CheckListView(QListView):
    """The rows. Space includes, Minus or Shift and Space excludes; a click includes, with Shift it excludes."""

    asked = Signal(str, int)  # value, the state to toggle
    only = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget, model: CheckListModel) -> None:
        super().__init__(parent)
        self._items = model
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setItemDelegate(CheckListDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)  # a part of its panel, not a box in it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle the current row; all else as in any list."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            self._ask(self.currentIndex(), EXCLUDED if shift else INCLUDED)
        elif event.key() == Qt.Key.Key_Minus:
            self._ask(self.currentIndex(), EXCLUDED)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row, so that dragging away from it changes nothing."""
        super().mousePressEvent(event)
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the row under the pointer if it is the one that was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._pressed == index:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._ask(index, EXCLUDED if shift else INCLUDED)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A row is always current, so that the ring shows where the keys go."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._items.rowCount():
            self.setCurrentIndex(self._items.index(0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by menu."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            menu = self.menu_for(index)
            menu.exec(self.viewport().mapToGlobal(place))
            menu.deleteLater()

    def menu_for(self, index: QModelIndex) -> QMenu:
        """The context menu of a row."""
        item, state = self._items.item(index.row()), index.data(STATE_ROLE)
        menu = QMenu(self)
        for text, wanted in ((tr("Include"), INCLUDED), (tr("Exclude"), EXCLUDED)):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(state == wanted)
            action.triggered.connect(partial(self._ask, QPersistentModelIndex(index), wanted))
        menu.addAction(tr("Only this")).triggered.connect(lambda: self.only.emit(item.value))
        menu.addSeparator()
        clear = menu.addAction(tr("Clear all"))
        clear.setEnabled(bool(self._items.states))
        clear.triggered.connect(self.cleared)
        return menu

    def sizeHint(self) -> QSize:
        """As many rows as there are, up to a limit; beyond it the list scrolls."""
        return QSize(160, ROW_HEIGHT * max(1, min(VISIBLE_ROWS, self._items.rowCount())))

    def minimumSizeHint(self) -> QSize:
        """The same height, narrower."""
        return QSize(72, self.sizeHint().height())

    def _ask(self, index: Index, state: int, _checked: bool = False) -> None:
        if index.isValid():
            self.asked.emit(self._items.item(index.row()).value, state)


class CheckList(QWidget):
    """Values with counts, each included, excluded or neither; long lists get a box that filters them.

    `changed` gives the included and the excluded values, in the order of the list. `set_items` and `set_state` emit
    nothing. A value of the state that is no item stays in the state and is shown at the end, as `label` says, with a
    count of 0.
    """

    changed = Signal(tuple, tuple)

    def __init__(self, name: str, label: Callable[[str], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CheckListModel(self)
        self._label = label
        self._items: tuple[Item, ...] = ()
        self.box = Entry(lambda: bool(self.box.text()), self)
        self.box.undone.connect(self.box.clear)
        self.box.setObjectName("find")
        self.box.setPlaceholderText(tr("Find…"))
        self.box.setClearButtonEnabled(True)
        self.box.setAccessibleName(tr("Find in {field}", field=name))
        self.view = CheckListView(self, self._model)
        self.view.setObjectName("values")
        self.view.setAccessibleName(name)
        self.view.setAccessibleDescription(tr("Space includes, minus excludes"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.view)
        self.box.textChanged.connect(self._filter)
        self.view.asked.connect(self._toggle)
        self.view.only.connect(lambda value: self._take({value: INCLUDED}))
        self.view.cleared.connect(lambda: self._take({}))
        self._show()

    @property
    def state(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The included and the excluded values."""
        states = self._model.states
        known = [item.value for item in self._model.items]
        return tuple(v for v in known if states.get(v) == INCLUDED), tuple(
            v for v in known if states.get(v) == EXCLUDED
        )

    def set_items(self, items: Iterable[tuple[str, str, int]]) -> None:
        """Show these values: each with its label and its count."""
        taken = tuple(Item(*item) for item in items)
        if taken != self._items:
            self._items = taken
            self._show()

    def set_state(self, included: Iterable[str], excluded: Iterable[str]) -> None:
        """Show this choice."""
        states = dict.fromkeys(included, INCLUDED) | dict.fromkeys(excluded, EXCLUDED)
        if states != self._model.states:
            self._model.set_states(states)
            self._show()

    def _show(self) -> None:
        """Bring the rows up to date; the current value stays current, and the list where it was scrolled to."""
        known = {item.value for item in self._items}
        missing = tuple(Item(value, self._label(value), 0) for value in self._model.states if value not in known)
        items = list(self._items + missing)
        if items != self._model.items:
            current = self.view.currentIndex()
            value = self._model.item(current.row()).value if current.isValid() else None
            scrolled = self.view.verticalScrollBar().value()
            self._model.reset(items)
            rows = [row for row in range(self._model.rowCount()) if self._model.item(row).value == value]
            if rows:
                self.view.setCurrentIndex(self._model.index(rows[0]))
            self.view.verticalScrollBar().setValue(scrolled)
        self.box.setVisible(len(items) >= FILTER_FROM)
        if len(items) < FILTER_FROM:
            self.box.clear()
        self.view.setFixedHeight(self.view.sizeHint().height())

    def _filter(self, text: str) -> None:
        self._model.reset(needle=text)
        self.view.setFixedHeight(self.view.sizeHint().height())

    def _toggle(self, value: str, state: int) -> None:
        states = dict(self._model.states)
        if states.get(value) == state:
            del states[value]
        else:
            states[value] = state
        self._take(states)

    def _take(self, states: dict[str, int]) -> None:
        if states != self._model.states:
            self._model.set_states(states)
            self.changed.emit(*self.state)
