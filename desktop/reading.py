"""What is read of which source: views ask for lines through this, and the one that shows documents hears of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ReadingState(QObject):
    """The source whose lines somebody wants to read, and the statement that cites them, if one does."""

    asked = Signal(int, int)
    """A source and a statement, 0 for none: also when the same is asked for again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.last: tuple[int, int] | None = None
        """What was asked for last; who is made only then begins with it."""

    def ask(self, source_id: int, statement_id: int = 0) -> None:
        """Show where a source says something."""
        self.last = source_id, statement_id
        self.asked.emit(source_id, statement_id)
