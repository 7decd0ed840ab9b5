"""The columns of a table: the user's order, widths and sort, kept between starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from db.texts import tr
from desktop.item_models import RecordModel
from desktop.settings import Settings
from desktop.table.columns import Layout, Shown, Sort, default_layout, filling, keep_layout, read_layout
from desktop.widgets.column_chooser import ColumnChooser
from desktop.widgets.record_table import RecordTable


class TableColumns(QObject):
    """Holds the layout in force. `refetch` comes when rows are needed in another order or with other fields."""

    refetch = Signal()

    def __init__(self, table: RecordTable, model: RecordModel, settings: Settings, name: str) -> None:
        super().__init__(table)
        self._table, self._model, self._settings, self._name = table, model, settings, name
        self._header = table.columns
        self._chooser: ColumnChooser | None = None
        self._arranging = False
        self._keep_soon = QTimer(self, singleShot=True, interval=200)
        self._keep_soon.timeout.connect(self._keep)
        self.layout = read_layout(settings, name, model.columns)
        self._arrange()
        table.viewport().installEventFilter(self)
        self._header.arranged.connect(self._on_arranged)
        self._header.sort_asked.connect(lambda at, more: self.sort_by(model.columns[at].key, more=more))
        self._header.menu_asked.connect(self._show_menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Columns of a usual width fill a wider table."""
        # The type first: at the end of the program, events still come when the table is gone.
        if event.type() == QEvent.Type.Resize and watched is self._table.viewport():
            self._fit()
        return False

    def set(self, layout: Layout) -> None:
        """Use another layout, and keep it."""
        before, self.layout = self.layout, layout
        if layout == before:
            return
        self._keep()
        self._arrange()
        if layout.sort != before.sort or not set(layout.shown_keys()) <= set(before.shown_keys()):
            self.refetch.emit()

    def sort_by(self, key: str, *, more: bool) -> None:
        """Sort by a column, or with `more` by it after those in force."""
        self.set(self.layout.sorted_by(key, more=more))

    def choose(self) -> None:
        """Open the list of columns."""
        if self._chooser is None:
            self._chooser = ColumnChooser(self._table)
            self._chooser.changed.connect(self._take)
            self._chooser.reset_asked.connect(self._usual)
        self._fill_chooser()
        self._chooser.show()
        self._chooser.raise_()
        self._chooser.activateWindow()

    def add_sort_actions(self, menu: QMenu, key: str) -> None:
        """Add what can be done with the order of rows and with a column."""
        label = self._model.columns[self._model.column_of(key)].label.replace("&", "&&")
        kept = tuple(pair for pair in self.layout.sort if pair[0] != key)
        sorts: list[tuple[str, Sort]] = [
            (tr("Sort by {field}, ascending", field=label), ((key, False),)),
            (tr("Sort by {field}, descending", field=label), ((key, True),)),
        ]
        if kept:
            sorts += [
                (tr("Then by {field}, ascending", field=label), (*kept, (key, False))),
                (tr("Then by {field}, descending", field=label), (*kept, (key, True))),
            ]
        for text, sort in sorts:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(self.layout.sort == sort)
            action.triggered.connect(partial(self._sort, sort))
        menu.addSeparator()
        if key != self.layout.columns[0].key:
            hide = menu.addAction(tr("Hide {field}", field=label))
            hide.setObjectName("hide_column")
            hide.triggered.connect(lambda: self.set(self.layout.with_visible({*self.layout.shown_keys()} - {key})))
        choose = menu.addAction(tr("Columns…"))
        choose.setObjectName("choose_columns")
        choose.triggered.connect(self.choose)

    def _sort(self, sort: tuple[tuple[str, bool], ...], _checked: bool = False) -> None:
        self.set(replace(self.layout, sort=sort))

    def _show_menu(self, logical: int, place: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setObjectName("column_menu")
        self.add_sort_actions(menu, self._model.columns[max(0, logical)].key)
        menu.exec(place)
        menu.deleteLater()

    def _take(self, columns: Sequence[tuple[str, bool]]) -> None:
        widths = {column.key: column.width for column in self.layout.columns}
        first = self.layout.columns[0].key
        shown = [Shown(key, widths[key], visible or key == first) for key, visible in columns]
        shown.sort(key=lambda column: column.key != first)
        self.set(replace(self.layout, columns=tuple(shown)))

    def _usual(self) -> None:
        self.set(replace(default_layout(self._model.columns), sort=self.layout.sort))
        self._fill_chooser()

    def _fill_chooser(self) -> None:
        if self._chooser is not None:
            known = {column.key: column for column in self._model.columns}
            shown = [(c.key, known[c.key].label, known[c.key].about, c.visible) for c in self.layout.columns]
            self._chooser.set_columns(shown)

    def _keep(self) -> None:
        keep_layout(self._settings, self._name, self.layout)

    def _arrange(self) -> None:
        """Give the header the layout in force."""
        header = self._header
        self._arranging = True
        for place, column in enumerate(self.layout.columns):
            logical = self._model.column_of(column.key)
            header.moveSection(header.visualIndex(logical), place)
            header.setSectionHidden(logical, not column.visible)
        header.set_sort([(self._model.column_of(key), down) for key, down in self.layout.sort])
        self._arranging = False
        self._fit()
        self._table.viewport().update()

    def _fit(self) -> None:
        """Give each column its width of now."""
        self._arranging = True
        for key, width in filling(self.layout, self._model.columns, self._table.viewport().width()).items():
            self._header.resizeSection(self._model.column_of(key), width)
        self._arranging = False

    def _on_arranged(self) -> None:
        """The user moved or resized a column in the header."""
        if self._arranging:
            return
        header = self._header
        widths = {column.key: column.width for column in self.layout.columns}
        columns = []
        for place in range(header.count()):
            logical = header.logicalIndex(place)
            key = self._model.columns[logical].key
            hidden = header.isSectionHidden(logical)
            columns.append(Shown(key, widths[key] if hidden else header.sectionSize(logical), not hidden))
        self.layout = replace(self.layout, columns=tuple(columns))
        self._keep_soon.start()
        self._fill_chooser()
