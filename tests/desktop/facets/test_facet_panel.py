"""The panel of facets in little room, and its entries by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea

from db.filters import parse
from desktop.facets.sections import Title


def area(program) -> QScrollArea:
    found = program.context.facets.findChild(QScrollArea, "facets_area")
    assert found is not None
    return found


def test_nothing_is_cut_in_a_narrow_panel(qtbot, program, settle):
    window = program.window
    window.resize(500, 350)
    inside = area(program).widget()
    qtbot.waitUntil(lambda: inside.width() < 150)
    assert inside.width() <= area(program).viewport().width()
    for section in program.context.facets.sections.values():
        if section.isVisible():
            assert section.geometry().right() <= inside.width(), section.key
            assert section.minimumSizeHint().width() <= section.width(), section.key
    window.resize(1280, 720)
    window.reset_docks()
    qtbot.waitUntil(lambda: inside.width() > 180)


def test_a_title_is_whole_again_when_there_is_room(qtbot):
    def drawn(width: int) -> QImage:
        title.resize(width, 24)
        return title.grab().toImage()

    title = Title()
    qtbot.addWidget(title)
    title.setText("Organization")
    title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    before = drawn(200)
    assert drawn(70) != before.copy(0, 0, 70, 24)
    assert drawn(200) == before


def press(program, key) -> None:
    """A key as the system sends it, so that shortcuts hear of it."""
    QTest.keyClick(program.window.windowHandle(), key)


@pytest.mark.parametrize(("typed", "entered"), [("10B", False), ("many", False), ("many", True)])
def test_escape_takes_back_what_was_typed_into_a_facet_first(program, settle, typed, entered):
    program.context.filters.set(parse("params:>=7B"))
    settle()
    section = program.context.facets.sections["params"]
    section.low.setFocus()
    section.low.selectAll()
    QTest.keyClicks(section.low, typed)
    if entered:
        QTest.keyClick(section.low, Qt.Key.Key_Return)
        assert section.mistake.isVisible()
    press(program, Qt.Key.Key_Escape)
    settle()
    assert section.low.text() == "7B"
    assert not section.mistake.isVisible()
    assert str(program.context.filters.spec) == "params:>=7B"
    press(program, Qt.Key.Key_Escape)
    settle()
    assert str(program.context.filters.spec) == ""


def test_a_find_box_takes_part_in_tab_and_escape(program, settle):
    section = program.context.facets.sections["org"]
    section.values.set_items((str(number), f"Lab {number}", 1) for number in range(20))
    program.context.filters.set(parse("open:yes"))
    section.title.setFocus()
    settle()
    section.values.set_items((str(number), f"Lab {number}", 1) for number in range(20))
    press(program, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget() is section.values.box
    QTest.keyClicks(section.values.box, "Lab 7")
    press(program, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is section.values.view
    press(program, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is section.values.box
    press(program, Qt.Key.Key_Escape)
    assert section.values.box.text() == ""
    assert str(program.context.filters.spec) == "open:yes"


def test_a_filter_that_nothing_passes_says_so_in_place_of_values(program, settle):
    facets = program.context.facets
    program.context.filters.set(parse("zzzzqq"))
    settle()
    assert not any(section.isVisible() for section in facets.sections.values())
    hint = facets.findChild(QLabel, "facets_nothing")
    assert hint.isVisible() and "no values" in hint.text()
    program.context.filters.set(parse(""))
    settle()
    assert not hint.isVisible()
