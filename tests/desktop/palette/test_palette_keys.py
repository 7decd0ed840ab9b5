"""The palette by keyboard and for screen readers, and the keyboard back where it was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.views import palette as palette_view
from tests.desktop.palette.palette_use import press

Key_, Modifier = Qt.Key, Qt.KeyboardModifier


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
