"""The status bar: messages stand beside the counts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def test_a_message_stands_beside_the_counts_and_goes(qtbot, program, settle):
    counts = program.window.findChild(QWidget, "counts")
    bar = program.window.statusBar()
    before = counts.geometry()
    bar.showMessage("3 rows copied.", 200)
    said = program.window.findChild(QWidget, "status_message")
    qtbot.waitUntil(lambda: said.width() > 0)
    assert counts.isVisible()
    assert counts.geometry() == before
    assert said.isVisible()
    assert said.text() == "3 rows copied."
    assert said.geometry().left() > counts.geometry().right()
    qtbot.waitUntil(lambda: bar.currentMessage() == "")
    assert counts.isVisible()
