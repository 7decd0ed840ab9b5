"""The panel of facets in little room, and its entries by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea

from desktop.facet_sections import Title


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
