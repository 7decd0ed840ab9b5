"""The tray of what has no date: it belongs to the timeline and lies nowhere on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from db.texts import tr
from db.timeline import TONES
from desktop.drawing.look import Look
from desktop.drawing.mark_shapes import shape
from desktop.timeline.query import Answer
from desktop.timeline.words import TONE_WORDS
from desktop.widgets.plain import PlainLabel, plain_tooltip

WIDTH = 184
SIGN = 16
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class UndatedModel(QAbstractListModel):
    """The undated, those that the filter leaves out last and dimmed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._answer: Answer | None = None
        self._rows: dict[int, int] = {}
        self._icons: dict[tuple[str, bool], QIcon] = {}

    def set_look(self, look: Look) -> None:
        """Other colours."""
        self._look = look
        self._icons.clear()
        self.layoutChanged.emit()

    def set_answer(self, answer: Answer) -> None:
        """Show what this answer has."""
        self.beginResetModel()
        self._answer = answer
        self._rows = {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many have no date."""
        return 0 if parent.isValid() or self._answer is None else len(self._answer.undated)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What the list and screen readers need."""
        if not index.isValid() or self._answer is None:
            return None
        position = int(self._answer.undated[index.row()])
        timeline, shown = self._answer.timeline, bool(self._answer.shown[position])
        tone = TONES[int(timeline.tones[position])]
        if role == Role.DisplayRole:
            return timeline.names[position]
        if role == Role.ToolTipRole:
            return plain_tooltip(timeline.names[position])
        if role == Role.AccessibleTextRole:
            out = "" if shown else tr(", left out by the filter")
            return f"{timeline.names[position]}, {tr(TONE_WORDS[tone])}, {tr('no date')}{out}"
        if role == Role.ForegroundRole:
            return None if shown else self._look.colour("disabled")
        return self._icon(tone, shown) if role == Role.DecorationRole else None

    def id_of(self, row: int) -> int:
        """The entity in a row."""
        assert self._answer is not None  # noqa: S101  # there are rows
        return int(self._answer.timeline.ids[self._answer.undated[row]])

    def row_of(self, entity_id: int) -> int | None:
        """The row of an entity, if it is undated."""
        return self._known().get(entity_id)

    def rows_of(self, ids: frozenset[int]) -> list[int]:
        """The rows of those that are undated, from the top."""
        rows = self._known()
        if len(ids) < len(rows):
            return sorted(rows[id_] for id_ in rows.keys() & ids)
        return [row for id_, row in rows.items() if id_ in ids]

    def _known(self) -> dict[int, int]:
        if not self._rows and self._answer is not None:
            ids = self._answer.timeline.ids[self._answer.undated]
            self._rows = {id_: row for row, id_ in enumerate(ids.tolist())}
        return self._rows

    def _icon(self, tone: str, shown: bool) -> QIcon:
        if (tone, shown) not in self._icons:
            pixmap = QPixmap(SIGN * 2, SIGN * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.colour(tone) if shown else self._look.dimmed(tone))
                painter.drawPath(shape(tone).translated(SIGN / 2, SIGN / 2))
            self._icons[tone, shown] = QIcon(pixmap)
        return self._icons[tone, shown]


class UndatedTray(QWidget):
    """A list with a heading that counts. Selecting in it selects everywhere."""

    picked = Signal(object, object)
    """The user selected these ids, with the focus on the second."""
    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_tray")
        self.setFixedWidth(WIDTH)
        self.model = UndatedModel(look, self)
        self._heading = PlainLabel(parent=self, elide=True)
        self._heading.setObjectName("undated_heading")
        self._heading.setProperty("muted", True)
        self.list = QListView(self)
        self.list.setObjectName("undated")
        self.list.setAccessibleName(tr("Without a date"))
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(SIGN, SIGN))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self.list)
        self.list.activated.connect(lambda _index: self.opened.emit())
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.list.selectionModel().currentChanged.connect(self._on_selection)
        self._following = False

    def set_answer(self, answer: Answer) -> None:
        """Show what has no date."""
        shown = int(answer.shown[answer.timeline.dated :].sum())
        total = len(answer.undated)
        self._heading.setText(tr("Without a date: {shown:,} of {total:,}", shown=shown, total=total))
        scrolled = self.list.verticalScrollBar().value()
        self._following = True
        self.model.set_answer(answer)
        self._following = False
        self.list.verticalScrollBar().setValue(scrolled)

    def show_selection(self, ids: frozenset[int], focus: int | None) -> None:
        """Show what is selected elsewhere too, and bring the focus into sight."""
        selection = QItemSelection()
        for first, last in _runs(self.model.rows_of(ids)):
            selection.select(self.model.index(first), self.model.index(last))
        row = None if focus is None else self.model.row_of(focus)
        self._following = True
        chosen = self.list.selectionModel()
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row is not None and row != self.list.currentIndex().row():
            chosen.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(self.model.index(row))
        self._following = False

    def _on_selection(self, *_changes: object) -> None:
        if self._following:
            return
        current = self.list.currentIndex()
        ids = [self.model.id_of(index.row()) for index in self.list.selectionModel().selectedIndexes()]
        self.picked.emit(frozenset(ids), self.model.id_of(current.row()) if current.isValid() else None)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows one after the other as first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
