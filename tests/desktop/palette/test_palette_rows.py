"""The rows of the palette: how commands and views are ranked, and which come first that were chosen lately."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from db.search_text import Nearness
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
from tests.desktop.palette.palette_use import press

Key_ = Qt.Key


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
