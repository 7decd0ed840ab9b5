"""The list of completions below a line of text. Made when there is first one to show: it takes longer than the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from db.texts import tr

MOST = 12  # shown without scrolling
LEAST_WIDTH, MOST_WIDTH = 160, 480  # px
MARGINS = 48  # px beside the longest word


class Completions(QObject):
    """Shows words below `edit`. `chosen` gives the one that was picked."""

    chosen = Signal(str)

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(edit)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST)
        self._completer.activated.connect(self._choose)
        self.popup = cast(QAbstractItemView, self._completer.popup())
        self.popup.setObjectName("popup")
        self.popup.setAccessibleName(tr("Completions"))
        self.popup.installEventFilter(self)

    def show(self, words: Sequence[str]) -> None:
        """Show these words instead of what is shown."""
        self._words.setStringList(list(words))
        place = self._edit.cursorRect()
        wide = max(self._edit.fontMetrics().horizontalAdvance(word) for word in words) + MARGINS
        place.setWidth(min(max(LEAST_WIDTH, wide), MOST_WIDTH))
        place.setTop(0)
        place.setBottom(self._edit.height())
        self._completer.complete(place)
        self.popup.setCurrentIndex(QModelIndex())

    def words(self) -> list[str]:
        """What is on the screen."""
        return self._words.stringList() if self.popup.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return with no completion marked closes the list and counts as Return in the line."""
        if watched is self.popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and not self.popup.currentIndex().isValid():
                self.popup.hide()
                # A popup that closes gives its owner the keyboard.
                QTimer.singleShot(0, self._edit.returnPressed.emit)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, word: str) -> None:
        self.chosen.emit(word)
