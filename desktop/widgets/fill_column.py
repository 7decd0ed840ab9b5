"""A column that takes the room which the others leave, and never less than its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

WIDE = 90  # pixels; narrower columns hold numbers and signs, and need no more
MOST_GROWTH = 1.0  # times the width that it has at least


class FillColumn(QObject):
    """Gives a table's columns their widths, and one of them most of the rest. What the user resizes stays so."""

    def __init__(self, table: QTableView, widths: Sequence[int], filling: int) -> None:
        super().__init__(table)
        self._table, self._filling, self._least = table, filling, tuple(widths)
        self._given = list(widths)
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
        header, room = self._table.horizontalHeader(), self._table.viewport().width()
        if [header.sectionSize(place) for place in range(len(self._given))] != self._given:
            return  # the user's own widths
        growing = [at for at, width in enumerate(self._least) if at != self._filling and width >= WIDE]
        spare = max(room - sum(self._least), 0)
        more = min(spare / 2 / max(sum(self._least[at] for at in growing), 1), MOST_GROWTH)
        self._given = [round(width * (1 + more)) if at in growing else width for at, width in enumerate(self._least)]
        others = sum(self._given) - self._given[self._filling]
        self._given[self._filling] = max(self._least[self._filling], room - others)
        for place, width in enumerate(self._given):
            header.resizeSection(place, width)
