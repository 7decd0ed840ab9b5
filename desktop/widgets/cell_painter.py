"""Drawing the cells of a table: few calls into Qt, and no text measured twice."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.widgets.highlight import MARGIN, ROW_HEIGHT, one_line, paint_text, tabular

MEASURED = 20_000  # texts whose width is remembered


class Records(Protocol):
    """What the table needs of its model besides Qt's own questions."""

    @property
    def ids(self) -> array[int]:
        """Ids in the order of the rows."""

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""

    def tone(self, row: int, column: int) -> str:
        """The token of its colour."""

    def hits(self, row: int, column: int) -> Sequence[tuple[int, int]]:
        """Character ranges to mark."""

    def is_right(self, column: int) -> bool:
        """Whether a column is set to the right."""


class Colours(Protocol):
    """Colours by name."""

    def colour(self, name: str) -> QColor:
        """The colour in force."""


class CellPainter:
    """Texts in their colours, cut to their columns, with what a search matched marked."""

    def __init__(self, records: Records, colours: Colours) -> None:
        self._records, self._colours = records, colours
        self._measured: dict[tuple[str, int, bool], tuple[str, int]] = {}

    def forget(self) -> None:
        """With another font every text has another width."""
        self._measured.clear()

    def paint(
        self,
        painter: QPainter,
        rows: Sequence[tuple[int, int]],
        spans: Sequence[tuple[int, int, int]],
        font: QFont,
    ) -> None:
        """Draw the cells of some rows, (row, y), in some columns, (column, x, width)."""
        records, hit = self._records, self._colours.colour("hit")
        fonts = (font, tabular(font))
        pen = ""
        for column, x, width in spans:
            right = records.is_right(column)
            metrics = QFontMetrics(fonts[right])
            painter.setFont(fonts[right])
            room = width - 2 * MARGIN
            baseline = (ROW_HEIGHT - 1 + metrics.ascent() - metrics.descent()) / 2
            for row, top in rows:
                tone = records.tone(row, column)
                if tone != pen:
                    pen = tone
                    painter.setPen(self._colours.colour(tone))
                text, ranges = records.text(row, column), records.hits(row, column)
                if ranges:
                    rect = QRect(x + MARGIN, top, room, ROW_HEIGHT - 1)
                    paint_text(painter, rect, text, ranges, hit, right=right)
                    continue
                shown, advance = self._fitted(metrics, text, room, right)
                painter.drawText(QPointF(x + MARGIN + (room - advance if right else 0), top + baseline), shown)

    def _fitted(self, metrics: QFontMetrics, text: str, room: int, right: bool) -> tuple[str, int]:
        """A text cut to the room, and its width. Measuring is the greater part of a paint."""
        key = (text, room, right)
        found = self._measured.get(key)
        if found is None:
            if len(self._measured) >= MEASURED:
                self._measured.clear()
            shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, room)
            found = self._measured[key] = (shown, metrics.horizontalAdvance(shown) if right else 0)
        return found
