"""A column that takes the room which the others leave, and never less than its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView


class FillColumn(QObject):
    """Gives a table's columns their widths, and one of them the rest. What the user resizes stays so."""

    def __init__(self, table: QTableView, widths: Sequence[int], filling: int) -> None:
        super().__init__(table)
        self._table, self._filling, self._least = table, filling, widths[filling]
        self._given = self._least
        for place, width in enumerate(widths):
            table.horizontalHeader().resizeSection(place, width)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill the new width."""
        # The type first: at the end of the program, events still come when the table is gone.
        if event.type() == QEvent.Type.Resize and watched is self._table.viewport():
            self._fill()
        return False

    def _fill(self) -> None:
        header = self._table.horizontalHeader()
        if header.sectionSize(self._filling) != self._given:
            return  # the user's own width
        others = header.length() - header.sectionSize(self._filling)
        self._given = max(self._least, self._table.viewport().width() - others)
        header.resizeSection(self._filling, self._given)
