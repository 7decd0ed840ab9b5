"""The filter bar: typing, mistakes, completions, the ways out of an empty result, and the keys that clear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.desktop.window_use import click_row, focus_name, names, press, status, type_filter

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def test_typing_filters_and_shows_chips(program, settle):
    type_filter(program, "open:yes params:>10B")
    settle()
    assert names(program) == ["A-2"]
    chips = [chip.accessibleName() for chip in program.window.bar.chips.row.chips()]
    assert chips == ["Open weights is yes", "Total parameters above 10B"]
    program.window.bar.chips.row.removed.emit(1)
    settle()
    assert program.window.bar.edit.text() == "open:yes"
    assert names(program) == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("open:yes parms:7B", (9, 14), "params"),
        ("params:many", (7, 11), "not a number"),
        ("date:soonish", (5, 12), "date"),
    ],
)
def test_a_mistake_is_marked_and_explained_and_the_last_good_result_stays(program, settle, text, place, said):
    type_filter(program, "open:no")
    settle()
    type_filter(program, text)
    settle()
    bar = program.window.bar
    assert bar.edit.mistake() == place
    assert bar.explanation.isVisible()
    assert said in bar.explanation.text()
    assert names(program) == ["B-1"]
    type_filter(program, "open:yes")
    settle()
    assert bar.edit.mistake() is None
    assert not bar.explanation.isVisible()


def test_what_the_search_matched_is_marked(program, settle):
    type_filter(program, "文心")
    settle()
    assert names(program) == ["文心 <b>4</b>"]
    assert program.context.releases.model.hits(0, 0) == ((0, 2),)


def test_a_typing_mistake_is_mended_and_said(program, settle):
    type_filter(program, "Mixtuer")
    settle()
    assert names(program) == ["A-2"]
    note = program.window.findChild(QWidget, "filter_mistake")
    assert note.text() == "“Mixtuer” was taken for “mixture”: no text has it as typed."
    assert program.window.bar.edit.text() == "Mixtuer"
    type_filter(program, "Mixture")
    settle()
    assert not note.isVisible()


def test_an_empty_result_offers_what_else_is_called_so(program, settle):
    type_filter(program, "First source")
    settle()
    empty = program.window.findChild(QWidget, "no_releases")
    buttons = [button for button in empty.findChildren(QPushButton) if button.text() == "Source: First source"]
    assert len(buttons) == 1
    QTest.mouseClick(buttons[0], LEFT)
    settle()
    assert focus_name(program).startswith("First source")


def test_completion_offers_fields_and_values(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "techn")
    qtbot.waitUntil(lambda: edit.offered() == ["technique:"])
    QTest.keyClick(edit._completions.popup, Key.Key_Down)
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    qtbot.waitUntil(lambda: edit.offered() == ['"Mixture of experts"'])
    assert edit.text() == "technique:"
    QTest.keyClick(edit._completions.popup, Key.Key_Down)
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    settle()
    assert edit.text() == 'technique:"Mixture of experts" '
    assert names(program) == ["A-2"]


def test_escape_closes_the_completions_first(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "techn")
    qtbot.waitUntil(lambda: bool(edit.offered()))
    QTest.keyClick(program.window, Key.Key_Escape)
    assert (edit.text(), edit.offered()) == ("techn", [])


def test_return_without_a_marked_completion_goes_to_the_table(qtbot, program, settle):
    edit = program.window.bar.edit
    type_filter(program, "a")
    qtbot.waitUntil(lambda: bool(edit.offered()))
    QTest.keyClick(edit._completions.popup, Key.Key_Return)
    settle()
    assert edit.offered() == []
    assert QApplication.focusWidget() is program.context.releases.table


def test_escape_clears_the_text_then_the_selection(program, settle):
    type_filter(program, "open:yes")
    settle()
    click_row(program, 0)
    press(program, Key.Key_Escape)
    settle()
    assert program.window.bar.edit.text() == ""
    assert status(program) == "5 of 5 releases · 1 selected"
    press(program, Key.Key_Escape)
    settle()
    assert status(program) == "5 of 5 releases"


def test_the_clear_button_appears_with_text(program, settle):
    button = program.window.findChild(QWidget, "clear_filter")
    assert not button.isVisible()
    type_filter(program, "parms:")
    settle()
    assert button.isVisible()
    button.click()
    settle()
    assert (program.window.bar.edit.text(), program.window.bar.edit.mistake()) == ("", None)
    assert not button.isVisible()


def test_back_and_forward_by_keyboard(program, settle):
    for text in ("open:yes", "open:no"):
        type_filter(program, text)
        settle()
        press(program, Key.Key_Return)
    assert program.window.findChild(QWidget, "filter.back_button").isEnabled()
    press(program, Key.Key_Left, Modifier.AltModifier)
    settle()
    assert program.window.bar.edit.text() == ""
    press(program, Key.Key_Right, Modifier.AltModifier)
    settle()
    assert names(program) == ["B-1"]


def test_an_empty_result_says_which_clause_to_drop(program, settle):
    type_filter(program, "open:no org:Alpha")
    settle()
    state = program.window.findChild(QWidget, "no_releases")
    assert state.isVisible()
    ways = [button.text() for button in state.findChildren(QPushButton) if button.isVisible()]
    assert ways == ["Drop “Open weights is no”: 2", "Drop “Organization is Alpha”: 1", "Show all releases"]
    state.findChild(QPushButton, "way0").click()
    settle()
    assert program.window.bar.edit.text() == "org:Alpha"
    assert not state.isVisible()
