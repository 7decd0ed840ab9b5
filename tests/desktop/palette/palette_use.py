"""What people do in the palette, and what it has under the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

Modifier = Qt.KeyboardModifier


def press(palette, key, modifiers=Modifier.NoModifier) -> None:
    QTest.keyClick(palette.edit, key, modifiers)


def current(palette):
    return palette.list.currentIndex().data(Qt.ItemDataRole.UserRole)
