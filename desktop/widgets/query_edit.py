"""A line of text with its mistake underlined and a list of completions below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

WAVE = 2.0  # pixels up and down, and half its length
COMPLETERS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
MOST = 12  # completions shown without scrolling


class QueryEdit(QLineEdit):
    """`chosen` gives a completion that was picked, `typed` comes with each change that the user makes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mistake: tuple[int, int] | None = None
        self._colour = QColor("red")
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST)
        self._popup = cast(QAbstractItemView, self._completer.popup())
        self._popup.setObjectName("popup")
        self._popup.setAccessibleName("Completions")
        self._popup.installEventFilter(self)
        self._completer.activated.connect(self._choose)

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
        self._words.setStringList(list(words))
        place = self.cursorRect()
        wide = max(self.fontMetrics().horizontalAdvance(word) for word in words) + 48
        place.setWidth(min(max(160, wide), 480))
        place.setTop(0)
        place.setBottom(self.height())
        self._completer.complete(place)
        self._popup.setCurrentIndex(QModelIndex())

    def close_offer(self) -> None:
        """Hide the completions."""
        self._popup.hide()

    def offered(self) -> list[str]:
        """The completions on the screen."""
        return self._words.stringList() if self._popup.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return with no completion marked closes the list and counts as Return here."""
        if watched is self._popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and not self._popup.currentIndex().isValid():
                self.close_offer()
                QTimer.singleShot(0, self.returnPressed.emit)  # a popup that closes gives its owner the keyboard
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the completions first; Tab takes the one that is marked."""
        if self._popup.isVisible() and event.key() in COMPLETERS_KEYS:
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

    def _choose(self, word: str) -> None:
        self.chosen.emit(word)
