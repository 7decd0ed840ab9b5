"""The palette: every entity, command and saved view from one line, by keyboard, and the keyboard back where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget

from db.search_text import Nearness
from desktop.commands import COMMANDS
from desktop.palette.recent import recent, remember
from desktop.palette.rows import (
    CommandEntry,
    Key,
    Offer,
    ViewEntry,
    alike,
    from_offer,
    in_pinyin,
    recent_rows,
    view_row,
)
from desktop.settings import Settings
from desktop.views import palette as palette_view

Key_, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def palette(program, qtbot):
    """Opened with Ctrl+K from the table."""
    program.context.releases.table.setFocus()
    QTest.keyClick(program.context.releases.table, Key_.Key_K, Modifier.ControlModifier)
    made = program.window.overlays._palette
    assert made is not None
    assert made.isVisible()
    return made


@pytest.fixture
def type_(palette, settle):
    """Type a text and wait for what it finds."""

    def typed(text: str) -> list[str]:
        palette.edit.clear()
        if text.isascii():
            QTest.keyClicks(palette.edit, text)
        else:  # as an input method sends it
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(palette.edit, event)
        settle()
        return [row.text for row in palette.model.rows()]

    return typed


def press(palette, key, modifiers=Modifier.NoModifier) -> None:
    QTest.keyClick(palette.edit, key, modifiers)


def current(palette):
    return palette.list.currentIndex().data(Qt.ItemDataRole.UserRole)


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


# ---- the keyboard ----


def test_keys_move_in_the_list_and_the_line_keeps_the_keyboard(palette, type_):
    texts = type_("a")
    last = len(texts) - 1
    assert last >= 2
    for key, row in [
        (Key_.Key_Down, 1),
        (Key_.Key_Up, 0),
        (Key_.Key_Up, last),
        (Key_.Key_Down, 0),
        (Key_.Key_End, last),
        (Key_.Key_Home, 0),
        (Key_.Key_Tab, 1),
        (Key_.Key_PageDown, last),
        (Key_.Key_PageUp, 0),
    ]:
        press(palette, key)
        assert palette.list.currentIndex().row() == row, key
        assert palette.edit.hasFocus()


def test_escape_returns_the_keyboard_and_leaves_filter_and_selection(program, palette, type_):
    program.context.releases.select_all()
    type_("a")
    press(palette, Key_.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is program.context.releases.table
    assert len(program.context.selection.ids) == 5


def test_the_same_key_closes_it(program, palette):
    press(palette, Key_.Key_K, Modifier.ControlModifier)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is program.context.releases.table


def test_a_click_beside_it_closes_it(program, palette):
    edit = program.window.bar.edit
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(5, 5))
    assert not palette.isVisible()
    assert edit.hasFocus()


def test_it_stays_inside_a_small_window(program, palette, type_):
    program.window.resize(500, 400)
    type_("a")
    assert program.window.rect().contains(palette.geometry().adjusted(12, 12, -12, -12))


# ---- screen readers ----


def test_the_list_and_its_row_are_announced(palette, type_, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(palette_view, "announce", lambda _widget, text: said.append(text))
    found = len(type_("beta"))
    assert said[-1].startswith(f"{found} found. Beta & Sons, organization")
    type_("a")
    press(palette, Key_.Key_Down)
    assert said[-1] == palette.model.rows()[1].spoken()
    type_("qqqq")
    assert said[-1] == "Nothing is called “qqqq”."
    assert palette.edit.accessibleName()
    assert palette.edit.accessibleDescription()
    assert palette.list.accessibleName() == "Found"


def test_a_row_tells_name_kind_and_date(type_, palette):
    type_("a-1")
    assert palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "A-1, release, 2 May 2023"


# ---- what was chosen lately ----


def test_what_was_chosen_comes_first_when_nothing_is_typed(program, palette, type_, settle):
    for text in ("liang", "reload"):
        type_(text)
        press(palette, Key_.Key_Return)
        settle()
        program.window.overlays.show_palette()
        settle()
    assert [row.text for row in palette.model.rows()] == ["Reload", "Liang Wenfeng"]
    press(palette, Key_.Key_Down)
    press(palette, Key_.Key_Return)
    assert not palette.isVisible()


def test_nothing_is_asked_before_typing_when_nothing_was_chosen(program, monkeypatch, settle):
    asked = []
    monkeypatch.setattr(program.context.runner, "run", lambda *args, **_more: asked.append(args[0]))
    program.window.overlays.show_palette()
    assert asked == []


def test_recent_choices_are_few_and_kept(settings_file):
    settings = Settings(settings_file)
    for n in range(20):
        remember(settings, Key("command", f"c{n}"))
    remember(settings, Key("command", "c15", 7))
    assert [key.name for key in recent(settings)] == ["c15", "c19", "c18", "c17", "c16", "c14", "c13", "c12"]


@pytest.mark.parametrize("kept", [None, 3, "x", [["entity"], ["other", "a"], 4, ["view", 5]]])
def test_broken_recent_choices_are_as_if_never_kept(settings_file, kept):
    settings = Settings(settings_file)
    settings.write("palette/recent", kept)
    assert recent(settings) == []


@pytest.mark.parametrize(
    ("typed", "found"), [("chinese", "简体中文"), ("jianti", "简体中文"), ("language english", "English")]
)
def test_languages_are_found_by_what_others_call_them(type_, typed, found):
    assert found in type_(typed)


# ---- ranking ----

OFFER = Offer(
    (
        CommandEntry("a", "Timeline", "Timeline", "View", "Ctrl+2", True),
        CommandEntry("b", "导出", "Export", "文件", "Ctrl+E", True),
        CommandEntry("c", "Time travel", "Time travel", "Go", "", False),
    ),
    (ViewEntry("Timeline of 2024", "Date 2024"), ViewEntry("Large and open", "large and open")),
)


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("timeline", ["Timeline of 2024", "Timeline"]),
        ("time", ["Timeline of 2024", "Timeline", "Time travel"]),
        ("导", ["导出"]),
        ("export", ["导出"]),
        ("文件 导出", ["导出"]),
        (">time", ["Timeline", "Time travel"]),
        ("open", ["Large and open"]),
        ("zzz", []),
    ],
)
def test_commands_and_views_are_ranked(typed, texts):
    assert [one.row.text for one in from_offer(OFFER, typed)] == texts


def test_a_view_tells_what_it_shows_unless_its_name_does():
    assert [view_row(view).also for view in OFFER.views] == ["Date 2024", ""]


def test_what_is_equal_comes_first():
    assert from_offer(OFFER, "timeline")[1].near is Nearness.EXACT


def test_alike_titles_are_found_and_short_words_are_not_guessed():
    assert [one.row.text for one in alike(OFFER.commands, "timelnie")] == ["Timeline"]
    assert alike(OFFER.commands, "tim") == []


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("daochu", ["导出"]), ("dc", ["导出"]), ("dao chu", ["导出"]), (">daoc", ["导出"]), ("d", []),
        ("导", []), ("chu dao", ["导出"]), ("zzz", []),
    ],
)  # fmt: skip
def test_commands_in_chinese_are_found_as_they_are_read(typed, texts):
    assert [one.row.text for one in in_pinyin(OFFER.commands, typed)] == texts


def test_recent_rows_leave_out_what_is_gone():
    keys = [Key("command", "gone"), Key("view", "Large and open"), Key("entity", "gone"), Key("command", "a")]
    texts = [row.text for row in recent_rows(keys, OFFER, ())]
    assert texts == ["Large and open", "Timeline", "Timeline of 2024"]
