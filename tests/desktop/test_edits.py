"""Edits in the window: they are told, undone and redone by key, and refused where they cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from sqlalchemy import select

from db import models as m
from db.changes import update
from db.engine import open_database
from desktop.edits import EditState
from desktop.tasks import QueryRunner

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, BOTH = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier


def rename(name: str):
    def work(database) -> str:
        with database.write(f"Rename to {name}") as conn:
            update(conn, m.entity, conn.scalar(select(m.entity.c.id).where(m.entity.c.slug == "a1")), {"name": name})
        return f"Renamed to {name}"

    return work


def name_of(database) -> str:
    with database.read() as conn:
        return conn.scalar(select(m.entity.c.name).where(m.entity.c.slug == "a1"))


@pytest.fixture
def quiet(qtbot, program, settle):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.context.edits.is_busy(), timeout=10_000)
        settle()

    return wait


def shown(program) -> set[str]:
    model = program.context.releases.model
    return {model.text(row, 0) for row in range(model.rowCount())}


def enabled(program) -> tuple[bool, bool]:
    return tuple(program.window._actions[f"edit.{name}"].isEnabled() for name in ("undo", "redo"))


def said(program) -> str:
    return program.window.statusBar().currentMessage()


def test_keys_undo_and_redo_what_was_edited_here_and_say_so(program, quiet):
    window, edits = program.window, program.context.edits
    assert enabled(program) == (False, False)
    edits.make(rename("Other"))
    quiet()
    assert ("Other" in shown(program), said(program)) == (True, "Renamed to Other")
    assert enabled(program) == (True, False)
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    quiet()
    assert ("A-1" in shown(program), said(program)) == (True, "Undone: Rename to Other")
    assert enabled(program) == (False, True)
    QTest.keyClick(window, Key.Key_Z, BOTH)
    quiet()
    assert ("Other" in shown(program), said(program)) == (True, "Redone: Rename to Other")
    assert enabled(program) == (True, False)


def test_edits_that_come_together_are_made_in_order(program, quiet):
    edits = program.context.edits
    for number in range(4):
        edits.make(rename(f"Name {number}"))
    edits.undo()
    edits.undo()
    quiet()
    assert "Name 1" in shown(program)
    assert enabled(program) == (True, True)


def test_an_edit_that_fails_is_explained_and_what_waits_is_dropped(qtbot, program, quiet, monkeypatch):
    messages = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: messages.append(box.text()) or QMessageBox.StandardButton.Ok)

    def fail(database) -> str:
        raise OSError("The disk is full.")

    program.context.edits.make(fail)
    program.context.edits.make(rename("Never"))
    quiet()
    assert messages == ["The disk is full."]
    assert "Never" not in shown(program)


def test_undo_is_there_after_another_language(program, quiet, qtbot):
    program.context.edits.make(rename("Other"))
    quiet()
    before = program.context
    program.window.choose_language("zh_CN")
    qtbot.waitUntil(lambda: program.context is not before, timeout=20_000)
    quiet()
    assert enabled(program) == (True, False)
    program.window.activateWindow()
    quiet()
    QTest.keyClick(program.window, Key.Key_Z, CONTROL)
    quiet()
    assert "A-1" in shown(program)
    program.window.choose_language("en")
    qtbot.waitUntil(lambda: program.context is not before, timeout=20_000)
    quiet()


def test_what_is_read_only_has_nothing_to_undo(qtbot, lab_file):
    with open_database(lab_file, read_only=True) as database:
        runner = QueryRunner(database)
        edits = EditState(runner)
        edits.reload()
        assert not runner.is_busy()
        assert not (edits.can_edit() or edits.can_undo() or edits.can_redo())
        runner.close()


def test_edits_before_the_window_was_opened_stay(qtbot, lab_file):
    with open_database(lab_file) as database:
        rename("Earlier")(database)
        runner = QueryRunner(database)
        edits = EditState(runner)
        qtbot.waitUntil(lambda: not runner.is_busy())
        assert not edits.can_undo()
        edits.undo()
        qtbot.waitUntil(lambda: not edits.is_busy() and not runner.is_busy())
        assert name_of(database) == "Earlier"
        runner.close()
