"""Tabs that panels share go with their perspective."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from desktop.perspectives import PERSPECTIVES


def tabs(program) -> set[tuple[str, ...]]:
    bars = program.window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {tuple(map(bar.tabText, range(bar.count()))) for bar in bars if bar.isVisible() and bar.count() > 1}


def test_no_tabs_of_another_perspective_stay(qtbot, program):
    navigation, first = program.context.navigation, {}
    for record in (*PERSPECTIVES, *PERSPECTIVES, *reversed(PERSPECTIVES)):
        navigation.set_perspective(record.name)
        qtbot.wait(50)
        assert tabs(program) == first.setdefault(record.name, tabs(program)), record.name
    assert any(first.values())
