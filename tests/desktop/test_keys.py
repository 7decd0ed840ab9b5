"""The window of keys: everything that the keyboard does is in it, is found, and is copied as text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from db.texts import ENGLISH, Language, install
from desktop.commands import COMMANDS
from desktop.keys import KEYS
from desktop.views.keys import KeysWindow, Section, as_text, matching, places

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def keys(program):
    """The window, opened with Ctrl+?."""
    QTest.keyClick(program.window, Key.Key_Question, Modifier.ControlModifier)
    window = program.window.overlays._keys
    assert isinstance(window, KeysWindow)
    assert window.isVisible()
    return window


def lines(window: KeysWindow) -> list[tuple[str, str]]:
    tops = [window.list.topLevelItem(row) for row in range(window.list.topLevelItemCount())]
    return [(top.child(row).text(0), top.child(row).text(1)) for top in tops for row in range(top.childCount())]


def test_every_command_with_keys_is_listed(keys):
    shown = lines(keys)
    for command in COMMANDS:
        if command.shortcut:
            assert (command.shortcut, command.title.replace("&", "").rstrip("…")) in shown


def test_every_place_is_listed(keys):
    shown = lines(keys)
    assert len(shown) == sum(bool(command.shortcut) for command in COMMANDS) + sum(len(place.keys) for place in KEYS)
    titles = [keys.list.topLevelItem(row).text(0) for row in range(keys.list.topLevelItemCount())]
    assert titles[:2] == ["File", "Edit"]
    assert titles[-len(KEYS) :] == [place.title for place in KEYS]


def test_no_key_means_two_things_in_one_place():
    for place in KEYS:
        single = [key for record in place.keys for key in record.keys.split(", ")]
        assert len(single) == len(set(single)), place.title


@pytest.mark.parametrize(("typed", "found"), [("brush", "Shift+Left"), ("ctrl+k", "Ctrl+K"), ("FOLD lane", "Enter")])
def test_searching_leaves_the_lines_with_all_words(keys, typed, found):
    QTest.keyClicks(keys.search, typed)
    shown = lines(keys)
    assert 0 < len(shown) < 10
    assert any(found in line[0] for line in shown)


def test_nothing_found_says_so(keys):
    QTest.keyClicks(keys.search, "qqqq")
    assert lines(keys) == []
    assert keys._said.text().startswith("No key does that")
    assert not keys.findChild(QPushButton, "copy_keys").isEnabled()


def test_what_is_shown_is_copied_as_text(keys):
    QTest.keyClicks(keys.search, "saved view")
    keys.findChild(QPushButton, "copy_keys").click()
    text = QGuiApplication.clipboard().text()
    assert "In the list of saved views\n" in text
    assert "F2                renames it\n" in text
    assert keys._said.text() == f"{len(lines(keys))} lines copied."


def test_escape_clears_the_search_then_closes(keys):
    QTest.keyClicks(keys.search, "brush")
    QTest.keyClick(keys.search, Key.Key_Escape)
    assert keys.search.text() == ""
    assert keys.isVisible()
    QTest.keyClick(keys.search, Key.Key_Escape)
    assert not keys.isVisible()


def test_it_closes_with_the_window(program, keys):
    program.window.close()
    assert not keys.isVisible()


def test_it_speaks_the_language_of_the_window():
    install(
        Language("zh_CN", lambda text, _n: {"In the table": "在表格中", "with Shift": "按住 Shift"}.get(text, text))
    )
    try:
        section = next(section for section in places() if section.title == "在表格中")
    finally:
        install(ENGLISH)
    assert ("按住 Shift", "extend the selection") in section.lines


SECTIONS = [Section("One", (("A", "does this"), ("Ctrl+B", "does that"))), Section("Two", (("C", "else"),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SECTIONS),
        ("that", [Section("One", (("Ctrl+B", "does that"),))]),
        ("two", [SECTIONS[1]]),
        ("CTRL one", [Section("One", (("Ctrl+B", "does that"),))]),
        ("none", []),
    ],
)
def test_matching(text, expected):
    assert matching(SECTIONS, text) == expected


def test_text_has_columns():
    assert as_text(SECTIONS) == "One\nA       does this\nCtrl+B  does that\n\nTwo\nC       else\n"
    assert as_text([]) == ""
