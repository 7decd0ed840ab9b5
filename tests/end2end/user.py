"""Somebody who uses the whole window with hands and eyes, and knows what the database says."""

from __future__ import annotations

from PySide6.QtCore import Qt

from db.filters import parse
from db.kinds import Kind
from db.row_selects import count_of
from tests.end2end.hands import Hands
from tests.end2end.seen import Eyes


class User(Eyes, Hands):
    """Sits before a window of the program."""

    def call(self, text: str) -> None:
        """Find a command or a saved view in the palette, and go to it."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = self.window.overlays._palette
        self.until(palette.edit.hasFocus)
        self.type(text)

        def first() -> str:
            row = palette.list.currentIndex().data(Qt.ItemDataRole.UserRole)
            return "" if row is None else row.text

        self.until(lambda: not palette._waiting and first() == text)
        self.picture("palette")
        self.key(Qt.Key.Key_Return)

    def ask(self, sql: str, *values: object) -> list[tuple]:
        """The rows that a statement of SQL finds."""
        with self.context.runner.database.read() as conn:
            return [tuple(row) for row in conn.exec_driver_sql(sql, values)]

    def matching(self, query: str) -> int:
        """How many releases a filter should show, counted in SQL."""
        with self.context.runner.database.read() as conn:
            return conn.scalar(count_of(Kind.RELEASE, parse(query)))
