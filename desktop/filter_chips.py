"""The chips of the filter bar: one for each clause of the filter, and one for the range that is brushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from db.texts import tr
from desktop.state import FilterState
from desktop.widgets.chips import ChipRow

if TYPE_CHECKING:
    from db.clauses import Range
    from db.filters import FilterSpec
    from desktop.widgets.brush_chip import BrushChip


class FilterChips(QObject):
    """Shows the clauses in a row of the bar, and the brush in the line of its text; what is crossed out is dropped."""

    resizing = Signal()
    """The row is about to come or to go."""
    activated = Signal(int)
    """The user wants to write the clause with this index."""

    def __init__(self, bar: QWidget, line: QBoxLayout, rows: QBoxLayout) -> None:
        super().__init__(bar)
        self._bar, self._line = bar, line
        self._filters: FilterState | None = None
        self._brush: BrushChip | None = None
        self._brushed: Range | None = None
        self.row = ChipRow(tr("Clauses of the filter"))
        self.row.setObjectName("filter_chips")
        self.row.removed.connect(self._remove)
        self.row.activated.connect(self.activated)
        self.row.hide()
        rows.addWidget(self.row)

    def attach(self, filters: FilterState) -> None:
        """Write to this filter from now on, and show what is brushed in it."""
        self._filters, self._brushed = filters, filters.brush
        self.show_brush()

    def show(self, spec: FilterSpec) -> None:
        """Show a chip for each clause."""
        if self.row.isHidden() == bool(spec.clauses):
            self.resizing.emit()
        self.row.set_chips([clause.describe() for clause in spec.clauses])

    def show_brush(self) -> None:
        """Show the range that is brushed beside the text: a row below it would push the views down in mid-drag."""
        brush = None if self._filters is None else self._filters.brush
        if self._brush is None:
            if brush is None:
                return
            from desktop.widgets.brush_chip import BrushChip

            self._brush = BrushChip(self._bar)
            self._brush.kept.connect(self._keep)
            self._brush.dropped.connect(self._drop)
            self._line.addWidget(self._brush)
        self._brush.show_range("" if brush is None else str(brush).removeprefix(f"{brush.key}:"))

    def what_was_kept(self, before: FilterSpec | None) -> str:
        """What to say of a brush that went into the filter with what was chosen elsewhere, or nothing.

        `before` is the filter without it. Who keeps a brush on purpose knows.
        """
        if self._filters is None:
            return ""
        brush, self._brushed = self._brushed, self._filters.brush
        base = self._filters.base
        if brush is None or before is None or self._brushed is not None or brush not in base.clauses:
            return ""
        if base == before.replace(brush.key, (brush,)):
            return ""
        return tr("What was brushed is part of the filter now: {clause}.", clause=brush.describe())

    def _keep(self) -> None:
        if self._filters is not None:
            self._filters.keep_brush()

    def _drop(self) -> None:
        if self._filters is not None:
            self._filters.set_brush(None)

    def _remove(self, index: int) -> None:
        if self._filters is not None:
            self._filters.set(self._filters.base.without(index))
