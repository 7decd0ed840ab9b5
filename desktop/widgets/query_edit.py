"""A line of text with its mistake underlined and a list of completions below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from desktop.widgets.completions import Completions

WAVE = 2.0  # pixels up and down, and half its length
COMPLETERS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)


class QueryEdit(QLineEdit):
    """`chosen` gives a completion that was picked, `typed` comes with each change that the user makes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mistake: tuple[int, int] | None = None
        self._colour = QColor("red")
        self._completions: Completions | None = None

    def set_mistake(self, place: tuple[int, int] | None, colour: QColor) -> None:
        """Underline these characters, from the first to before the last, or nothing."""
        self._mistake, self._colour = place, colour
        self.update()

    def mistake(self) -> tuple[int, int] | None:
        """What is underlined."""
        return self._mistake

    def offer(self, words: Sequence[str]) -> None:
        """Show completions at the cursor, or none."""
        if not words or not self.hasFocus():
            self.close_offer()
            return
        if self._completions is None:
            from desktop.widgets.completions import Completions

            self._completions = Completions(self)
            self._completions.chosen.connect(self.chosen)
        self._completions.show(words)

    def close_offer(self) -> None:
        """Hide the completions."""
        if self._completions is not None:
            self._completions.popup.hide()

    def offered(self) -> list[str]:
        """The completions on the screen."""
        return self._completions.words() if self._completions is not None else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the completions first; Tab takes the one that is marked."""
        if self.offered() and event.key() in COMPLETERS_KEYS:
            event.ignore()  # the completer takes it
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a wave under the mistake."""
        super().paintEvent(event)
        if self._mistake is None:
            return
        left, right = (self._x(place) for place in self._mistake)
        right = max(right, left + self.fontMetrics().averageCharWidth())
        cursor = self.cursorRect()
        y = min(self.height() - 4.0, cursor.bottom() - 1.0)
        wave = QPolygonF()
        x, up = max(left, 4.0), True
        while x <= min(right, self.width() - 4.0):
            wave.append(QPointF(x, y - WAVE / 2 if up else y + WAVE / 2))
            x, up = x + WAVE, not up
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.2))
        painter.drawPolyline(wave)

    def _x(self, place: int) -> float:
        """Where a character begins, from where the cursor is: the text may be scrolled."""
        metrics, text, cursor = self.fontMetrics(), self.text(), self.cursorPosition()
        here = metrics.horizontalAdvance(text[:cursor])
        return self.cursorRect().center().x() + metrics.horizontalAdvance(text[:place]) - here
