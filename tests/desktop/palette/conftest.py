"""The palette, opened over the table, with a way to type into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Key_, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def palette(program, qtbot):
    """Opened with Ctrl+K from the table."""
    program.context.releases.table.setFocus()
    QTest.keyClick(program.context.releases.table, Key_.Key_K, Modifier.ControlModifier)
    made = program.window.overlays._palette
    assert made is not None
    assert made.isVisible()
    return made


@pytest.fixture
def type_(palette, settle):
    """Type a text and wait for what it finds."""

    def typed(text: str) -> list[str]:
        palette.edit.clear()
        if text.isascii():
            QTest.keyClicks(palette.edit, text)
        else:  # as an input method sends it
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(palette.edit, event)
        settle()
        return [row.text for row in palette.model.rows()]

    return typed
