"""The first steps: explained once, by key and button, in any language and in little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.care import SEEN
from desktop.notices import Notice
from tests.desktop.care.care_use import button, click, notice, run, steps

Key = Qt.Key


@pytest.fixture
def own(start, lab_file, monkeypatch):
    """Start with what the program opens by itself."""
    monkeypatch.setattr("db.engine.default_path", lambda: lab_file)
    return lambda: start(None)


def test_the_first_start_explains_itself_until_it_is_closed(qtbot, own, settings_file):
    program = own()
    card = steps(program)
    assert card is not None
    assert not card.isWindow()
    said = [label.text() for label in card.findChildren(QWidget) if hasattr(label, "text")]
    for wanted in ("Ctrl+F", "Ctrl+1…5", "Ctrl+K", "Ctrl+E", "F1"):
        assert any(wanted in text for text in said), wanted
    assert program.window.bar.edit.hasFocus()  # the keyboard is where it always is
    click(button(card, "first_steps_close"))
    assert steps(program) is None
    program.window.close()
    assert steps(own()) is None


def test_another_file_is_not_explained_but_when_asked(program):
    assert steps(program) is None
    run(program, "help.first_steps")
    card = steps(program)
    assert card is not None
    assert card.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert steps(program) is None
    assert program.window.isAncestorOf(QApplication.focusWidget())


def test_keys_and_their_buttons_do_the_same(qtbot, program):
    run(program, "help.first_steps")
    keys = {one.text(): one for one in steps(program).findChildren(QPushButton)}
    click(keys["Ctrl+F"])
    assert program.window.bar.edit.hasFocus()
    click(keys["Ctrl+K"])
    qtbot.waitUntil(
        lambda: any(w.objectName() == "palette" and w.isVisible() for w in program.window.findChildren(QWidget))
    )


def test_first_steps_leave_room_for_the_inspector(qtbot, program, settle):
    run(program, "help.first_steps")
    card, inspector = steps(program), program.context.inspector
    settle()
    top = card.mapTo(program.window, card.rect().bottomLeft()).y()
    assert inspector.isVisible()
    assert inspector.mapTo(program.window, inspector.rect().topLeft()).y() >= top
    assert inspector.height() > 120
    assert card.height() >= card.heightForWidth(card.width())  # nothing to scroll
    click(button(card, "first_steps_close"))
    settle()
    assert inspector.mapTo(program.window, inspector.rect().topLeft()).y() < top


def test_first_steps_come_in_a_hidden_panel(program):
    program.window.panels.docks["inspector_dock"].hide()
    run(program, "help.first_steps")
    assert steps(program) is not None


def test_another_language_is_spoken_at_once(qtbot, program, settle):
    run(program, "help.first_steps")
    program.window.care.notices.tell(Notice("x", program.window._actions["help.about"].text))
    try:
        run(program, "language.zh_CN")
        qtbot.waitUntil(
            lambda: steps(program) is not None and steps(program).accessibleName() == "入门提示", timeout=10_000
        )
        qtbot.waitUntil(lambda: notice(program).startswith("关于"))
        settle()
    finally:
        run(program, "language.en")
        qtbot.waitUntil(
            lambda: steps(program) is not None and steps(program).accessibleName() == "First steps", timeout=10_000
        )
        settle()


def test_the_key_of_first_steps_is_what_settings_keep(program):
    run(program, "help.first_steps")
    click(button(steps(program), "first_steps_close"))
    assert program._settings.read(SEEN) is True
