"""What an empty view says: why it is empty, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.plain import PlainLabel

WIDEST = 480  # pixels: a longer line is hard to read


class EmptyState(QWidget):
    """A centred sentence, its explanation and some buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QWidget(self)
        self._column.setMaximumWidth(WIDEST)
        self._title = PlainLabel(parent=self._column)
        self._title.setObjectName("title")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._text = PlainLabel(parent=self._column, selectable=True)
        self._text.setObjectName("explanation")
        self._text.setProperty("muted", True)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = QVBoxLayout(self._column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addStretch(2)
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        self._ways = QVBoxLayout()
        self._ways.setContentsMargins(0, 8, 0, 0)
        self._ways.setSpacing(4)
        lines.addLayout(self._ways)
        lines.addStretch(3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(self._column)

    def set_message(
        self, title: str, explanation: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        """Say this, with a button for each action: its text and what it does."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self._title.setText(title)
        self._text.setText(explanation)
        self._text.setVisible(bool(explanation))
        while (item := self._ways.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for index, (text, do) in enumerate(actions):
            button = QPushButton(text.replace("&", "&&"), self._column)
            button.setObjectName(f"way{index}")
            button.setFlat(True)
            button.setAutoDefault(False)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
