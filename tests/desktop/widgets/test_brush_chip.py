"""A brushed range in the filter bar: a chip on top of the filter, kept by Enter, dropped by Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.clauses import Range
from db.filters import parse
from tests.desktop.window_use import names

Key = Qt.Key
SPRING = Range("date", "2023-03", "2023-06")


def chip(program) -> QWidget | None:
    found = program.window.findChild(QWidget, "brush_chip")
    return found if found is not None and found.isVisible() else None


def bar_text(program) -> str:
    return program.window.bar.edit.text()


def type_text(program, text: str) -> None:
    program.window.bar.edit.setFocus()
    program.window.bar.edit.selectAll()
    QTest.keyClicks(program.window.bar.edit, text)


@pytest.fixture
def brushed(program, settle):
    """The program with a filter typed and a range brushed on top of it."""
    type_text(program, "org:Alpha")
    settle()
    program.context.filters.set_brush(SPRING)
    settle()
    return program


def test_a_brush_shows_everywhere_and_leaves_the_text(brushed):
    assert chip(brushed).accessibleName() == "Brushed: 2023-03..2023-06"
    assert "Esc" in chip(brushed).accessibleDescription()
    assert bar_text(brushed) == "org:Alpha"
    assert names(brushed) == ["A-1"]
    assert [one.accessibleName() for one in brushed.window.bar.chips.row.chips()] == ["Organization is Alpha"]


def test_what_is_chosen_elsewhere_takes_the_brush_along_and_says_so(brushed, settle):
    filters, said = brushed.context.filters, brushed.window.bar.explanation
    filters.set(filters.spec.with_clause(parse("open:yes").clauses[0]))  # as facets do
    settle()
    assert bar_text(brushed) == "org:Alpha date:2023-03..2023-06 open:yes"
    assert said.isVisible()
    assert said.text().startswith("What was brushed is part of the filter now: Date from Mar 2023 to Jun 2023")
    filters.set(parse("org:Alpha"))
    settle()
    filters.set_brush(SPRING)
    filters.keep_brush()  # on purpose
    settle()
    assert not said.isVisible()


def test_the_bar_stands_still_while_brushing(brushed, settle):
    height = brushed.window.bar.height()
    for year in ("2021", "2022", "2023"):
        brushed.context.filters.set_brush(Range("date", year))
        settle()
        assert brushed.window.bar.height() == height


@pytest.mark.parametrize("keep", [
    lambda program: QTest.keyClick(program.window.bar.edit, Key.Key_Return),
    lambda program: QTest.mouseClick(chip(program), Qt.MouseButton.LeftButton),
    lambda program: QTest.keyClick(chip(program), Key.Key_Return),
], ids=["Enter in the text", "a click", "Enter on the chip"])  # fmt: skip
def test_keeping_makes_it_a_clause(brushed, settle, keep):
    keep(brushed)
    settle()
    assert chip(brushed) is None
    assert bar_text(brushed) == "org:Alpha date:2023-03..2023-06"
    assert brushed.context.filters.base == parse(bar_text(brushed))
    brushed.context.navigation.back()
    settle()
    assert bar_text(brushed) == "org:Alpha"


def test_escape_drops_the_brush_then_the_text_then_the_selection(brushed, settle):
    brushed.context.selection.set({1}, 1)
    left = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or brushed.window, Key.Key_Escape)
        settle()
        left.append((chip(brushed) is not None, bar_text(brushed), bool(brushed.context.selection.ids)))
    assert left == [(False, "org:Alpha", True), (False, "", True), (False, "", False)]


def test_the_cross_and_delete_drop_it(brushed, settle):
    QTest.keyClick(chip(brushed), Key.Key_Delete)
    settle()
    assert chip(brushed) is None
    assert names(brushed) == ["A-1", "A-2"]


def test_a_mistake_that_is_being_typed_stays_while_brushing(program, settle):
    type_text(program, "parms:7B")
    settle()
    program.context.filters.set_brush(SPRING)
    settle()
    assert bar_text(program) == "parms:7B"
    assert program.window.bar.explanation.isVisible()
    assert names(program) == ["A-1"]
