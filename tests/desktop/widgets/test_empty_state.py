"""What stands where nothing is to be shown: why, and the ways out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain import PlainLabel
from tests.desktop.widgets.widget_in_window import HTML, shown

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def test_empty_state_says_why_and_offers_ways(qtbot) -> None:
    state = EmptyState()
    shown(qtbot, state)
    pressed: list[str] = []
    state.set_message("Nothing", "first", [("A & B", partial(pressed.append, "old"))])
    state.set_message(
        HTML, "why", [("Drop x", partial(pressed.append, "drop")), ("Clear", partial(pressed.append, "clear"))]
    )
    qtbot.waitUntil(lambda: any(button.isVisible() for button in state.findChildren(QPushButton)))
    buttons = [button for button in state.findChildren(QPushButton) if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Drop x", "Clear"]
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Key.Key_Space)
    qtbot.mouseClick(buttons[1], LEFT)
    assert pressed == ["drop", "clear"]
    assert state.findChild(PlainLabel, "title").text() == HTML
