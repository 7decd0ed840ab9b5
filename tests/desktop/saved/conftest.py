"""A window in which views are saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def context(program):
    return program.context


@pytest.fixture
def overlays(program):
    return program.window.overlays


@pytest.fixture
def save(program, overlays, settle):
    """Save what is shown with Ctrl+S, under a name or the one proposed."""

    def saved(name: str = "") -> str:
        settle()
        QTest.keyClick(QApplication.focusWidget() or program.window, Key.Key_S, Modifier.ControlModifier)
        panel = overlays._panel
        assert panel.isVisible()
        if name:
            QTest.keyClicks(panel.edit, name)
        name = panel.edit.text()
        QTest.keyClick(panel.edit, Key.Key_Return)
        return name

    return saved
