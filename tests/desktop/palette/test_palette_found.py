"""What the palette finds in the window, where it leads, and what was chosen lately."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget

from desktop.commands import COMMANDS
from desktop.palette.rows import Key
from tests.desktop.palette.palette_use import current, press

Key_, Modifier = Qt.Key, Qt.KeyboardModifier


# ---- finding ----


@pytest.mark.parametrize(
    ("typed", "first", "kind"),
    [
        ("a-2", "A-2", "release"),
        ("mixture", "Mixture of experts", "technique"),
        ("lwf", "Liang Wenfeng", "person"),
        ("梁文", "Liang Wenfeng", "person"),
        ("wenfegn", "Liang Wenfeng", "person"),
        ("first source", "First source", "source"),
        ("beta", "Beta & Sons", "organization"),
        ("export", "Export", "command"),
        ("reload", "Reload", "command"),
        ("file import", "Import", "command"),
    ],
)
def test_what_is_typed_finds(type_, palette, typed, first, kind):
    assert type_(typed)[0] == first
    assert current(palette).kind == kind


def test_text_from_data_is_shown_letter_by_letter(type_, palette):
    assert type_("文心") == ["文心 <b>4</b>"]
    assert "&lt;b&gt;" in palette.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_what_matched_is_marked(type_, palette):
    type_("liang")
    assert current(palette).hits == ((0, 5),)
    type_("梁")
    assert (current(palette).hits, current(palette).also, current(palette).also_hits) == ((), "梁文锋", ((0, 1),))


def test_nothing_found_is_said(type_, palette):
    assert type_("qqqq") == []
    assert palette._hint.text() == "Nothing is called “qqqq”."


def test_a_mistyped_command_is_found(type_):
    assert "Export" in type_("exprot")


def test_after_the_sign_come_commands_alone(type_, palette):
    assert len(type_(">")) == len(COMMANDS) - 1  # without the palette itself
    assert {row.kind for row in palette.model.rows()} == {"command"}
    assert type_(">reload") == ["Reload"]


def test_every_command_is_found_by_its_title(program, palette, type_):
    missing = []
    for command in COMMANDS:
        title = command.title.replace("&", "").rstrip("…")
        if command.id != "go.anything" and title not in [text.removesuffix(" ✓") for text in type_(f">{title}")]:
            missing.append(command.id)
    assert missing == []


@pytest.mark.parametrize(
    ("typed", "found"), [("chinese", "简体中文"), ("jianti", "简体中文"), ("language english", "English")]
)
def test_languages_are_found_by_what_others_call_them(type_, typed, found):
    assert found in type_(typed)


# ---- going there ----


def test_enter_goes_to_an_entity_and_back_returns(program, palette, type_, settle):
    type_("mixture")
    press(palette, Key_.Key_Return)
    settle()
    assert not palette.isVisible()
    assert program.context.inspector.document.accessibleDescription() == "Mixture of experts"
    assert QApplication.focusWidget() is program.context.inspector.document
    program.context.navigation.back()
    assert program.context.selection.focus is None


def test_a_hidden_inspector_comes_back_for_an_entity(program, palette, type_, settle):
    dock = program.window.findChild(QDockWidget, "inspector_dock")
    dock.close()
    type_("mixture")
    press(palette, Key_.Key_Return)
    settle()
    assert dock.isVisible()
    assert program.context.inspector.document.accessibleDescription() == "Mixture of experts"


def test_enter_runs_a_command_with_the_keyboard_where_it_was(program, palette, type_, settle):
    type_("select all rows")
    press(palette, Key_.Key_Return)
    settle()
    assert len(program.context.selection.ids) == 5
    assert QApplication.focusWidget() is program.context.releases.table


def test_enter_at_once_waits_for_the_answer(program, palette, settle):
    QTest.keyClicks(palette.edit, "liang")
    press(palette, Key_.Key_Return)
    settle()
    assert program.context.inspector.document.accessibleDescription() == "Liang Wenfeng"


def test_a_command_that_cannot_be_used_now_says_so_and_does_not_run(program, palette, type_):
    assert not program.context.navigation.can_go_back()
    type_("back")
    assert current(palette).text == "Back"
    assert current(palette).spoken().endswith("not available now")
    press(palette, Key_.Key_Return)
    assert palette.isVisible()
    assert palette._hint.text() == "“Back” is not available now."


def test_a_click_goes_there(program, palette, type_, settle):
    type_("liang")
    place = palette.list.visualRect(palette.model.index(0, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, place)
    settle()
    assert program.context.inspector.document.accessibleDescription() == "Liang Wenfeng"


def test_another_language_is_chosen_from_it_and_it_speaks_that(program, palette, type_, qtbot):
    try:
        type_("简体")
        press(palette, Key_.Key_Return)
        qtbot.waitUntil(lambda: not program.context.runner.is_busy() and "overlays" not in vars(program.window))
        program.window.overlays.show_palette()
        other = program.window.overlays._palette
        assert other is not palette
        assert other.edit.accessibleName() == "转到任意内容"
        other.edit.setText("导出")
        qtbot.waitUntil(lambda: other.model.rows()[0].key == Key("command", "file.export"))
        other.edit.setText("export")  # who learnt the English words finds them still
        qtbot.waitUntil(lambda: other.model.rows()[0].also == "Export")
    finally:
        program.window.choose_language("en")
