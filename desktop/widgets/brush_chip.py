"""The chip of a range that is brushed: it lies on top of the filter until it is kept or dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.texts import tr
from desktop.widgets.chips import Chip
from desktop.widgets.plain import PlainLabel

ROOM_FOR_HINT = 560  # pixels that the bar needs before the keys are written beside the chip


class BrushChip(QWidget):
    """Shows the range while it changes. A click or Enter keeps it, the × drops it."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("brush")
        self._chip = Chip("", self)
        self._chip.setObjectName("brush_chip")
        self._chip.clicked.connect(self.kept)
        self._chip.remove.connect(self.dropped)
        hint = tr("Enter keeps, Esc drops")
        self._chip.setAccessibleDescription(hint)
        self._hint = PlainLabel(hint)
        self._hint.setObjectName("brush_hint")
        self._hint.setProperty("muted", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._chip)
        line.addWidget(self._hint)

    def show_range(self, text: str) -> None:
        """Show a range; an empty text hides the chip. It only grows meanwhile, so that the bar stands still."""
        self._chip.setMinimumWidth(self._chip.width() if self.isVisible() and text else 0)
        self._chip.set_text(tr("Brushed: {range}", range=text))
        bar = self.parentWidget()
        self._hint.setVisible(bar is not None and bar.width() >= ROOM_FOR_HINT)
        self.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the chip; its own keys are those of a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)
