"""The people in the whole window: their perspective, the filter of the bar, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.filters import parse


def test_ctrl_3_shows_people_linked_to_all_else(qtbot, program, settle):
    context, window = program.context, program.window
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert context.navigation.perspective == "people"
    assert context.people.isVisible()
    people = context.people.people
    qtbot.waitUntil(lambda: people.model.rowCount() == 1)
    assert people.model.text(0, 0) == "Liang Wenfeng 梁文锋"
    context.filters.set(parse("release:B-1"))
    qtbot.waitUntil(lambda: people.model.rowCount() == 0)
    context.filters.home()
    qtbot.waitUntil(lambda: people.model.rowCount() == 1)
    people.picked.emit(frozenset(people.model.ids), people.model.ids[0])
    qtbot.waitUntil(lambda: context.people.person is not None)
    assert "梁文锋" in context.people.profile.head.toPlainText()
    qtbot.waitUntil(lambda: context.inspector._shown == people.model.ids[0])  # the focus is that of all views
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert context.navigation.perspective == "people"


def test_all_is_read_again_on_f5(qtbot, program, settle):
    context = program.context
    context.navigation.set_perspective("people")
    settle()
    with context.runner.database.write("another person") as conn:
        conn.exec_driver_sql(
            "INSERT INTO entity (slug, kind, name, name_key) VALUES ('new', 'person', 'New One', 'new')"
        )
        conn.exec_driver_sql("INSERT INTO person (id) SELECT id FROM entity WHERE slug = 'new'")
    QTest.keyClick(program.window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: context.people.people.model.rowCount() == 2)
