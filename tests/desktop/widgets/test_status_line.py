"""The status bar: messages stand beside the counts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.tally import Tally


@pytest.mark.parametrize(
    ("tally", "text"),
    [
        (Tally(12, 31, 0, 0, 0), "12 of 31 releases"),
        (Tally(1, 1, 0, 0, 0), "1 of 1 release"),
        (Tally(1200, 31000, 1500, 0, 0), "1,200 of 31,000 releases · 1,500 selected"),
        (Tally(12, 31, 1, 1, 1), "12 of 31 releases · 3 selected (1 hidden by the filter, 1 of another kind)"),
        (Tally(12, 31, 0, 2, 0), "12 of 31 releases · 2 selected (2 hidden by the filter)"),
        (Tally(12, 31, 0, 0, 4), "12 of 31 releases · 4 selected (4 of other kinds)"),
    ],
)
def test_the_words_of_the_counts(tally, text):
    assert tally.text() == text


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
