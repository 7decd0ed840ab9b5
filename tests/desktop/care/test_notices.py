"""Notices in the window: one after the other, of what can only be read, of mistakes and of newer versions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db import start as db_start
from db.database_file import DatabaseError
from desktop.faults import Fault, Faults, log_folder
from desktop.notices import Notice, Way
from desktop.text_dialog import TextDialog
from desktop.updates.check import UpdateCheck
from desktop.updates.version import Published, Version
from tests.desktop.care.care_use import button, click, dialog, notice, run

Key = Qt.Key


# ---- one after the other ----


def test_notices_come_one_after_the_other(program):
    notices = program.window.care.notices
    program.context.releases.setFocus()
    done = []
    notices.tell(Notice("a", lambda: "First", (Way(lambda: "Do", lambda: done.append(1)),)))
    notices.tell(Notice("b", lambda: "Second"))
    assert notice(program) == "First"
    way = button(program.window.top.notice, "notice_way0")
    way.setFocus()
    QTest.keyClick(way, Key.Key_Space)
    assert done == [1]
    assert notice(program) == "Second"
    close = button(program.window.top.notice, "notice_close")
    close.setFocus()
    QTest.keyClick(close, Key.Key_Escape)
    assert notice(program) == ""
    assert program.context.releases.isAncestorOf(QApplication.focusWidget())


def test_a_notice_of_one_name_replaces_the_other(program):
    notices = program.window.care.notices
    notices.tell(Notice("a", lambda: "First"))
    notices.tell(Notice("a", lambda: "Second"))
    assert notice(program) == "Second"
    notices.drop("a")
    assert notice(program) == ""


def test_tab_reaches_a_notice_after_the_buttons(program):
    program.window.care.notices.tell(Notice("a", lambda: "First", (Way(lambda: "Do", lambda: None),)))
    program.window.bar.edit.setFocus()
    reached = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    assert "notice_way0" in reached
    assert "notice_close" in reached


# ---- what can only be read ----


@pytest.mark.parametrize(
    ("reason", "said"),
    [(db_start.READ, "Nothing can be written in the database’s folder"), ("", "It was opened for reading")],
)
def test_why_nothing_can_be_written_is_told(qtbot, start, lab_file, monkeypatch, reason, said):
    given = {"why": reason} if reason else {}
    monkeypatch.setattr(db_start, "open_to_see", lambda path: db_start.open_database(path, read_only=True, **given))
    program = start(lab_file)
    assert said in notice(program)
    assert (str(lab_file.parent) in notice(program)) is bool(reason)
    assert not program.window._actions["file.import"].isEnabled()


def test_a_start_where_nothing_can_be_written_shows_a_copy(qtbot, start, monkeypatch, tmp_path):
    from db.locks import unwritable

    def refuse(path: Path):
        if path.parent == tmp_path:
            raise unwritable(path, PermissionError())
        return db_start_open(path)

    db_start_open = db_start.open_or_create
    monkeypatch.setattr(db_start, "open_or_create", refuse)
    monkeypatch.setattr("db.engine.default_path", lambda: tmp_path / "labline.db")
    program = start(None)
    assert "a copy of the bundled dossier" in notice(program)
    assert str(tmp_path) in notice(program)
    assert program.context.runner.database.read_only
    assert list(tmp_path.glob("labline.db*")) == []


def test_what_cannot_be_opened_is_logged_without_the_home(program):
    program.window.care.failed(DatabaseError(f"{Path.home()}/x.db cannot be opened"))
    program.window.care.failed(ValueError("secret"))
    last, mistake = program.window.care.log.text().splitlines()[-2:]
    assert last.endswith("not opened: ~/x.db cannot be opened")
    assert mistake.endswith("not opened: a mistake, ValueError")


# ---- mistakes and crashes ----


@pytest.mark.qt_no_exception_capture
def test_a_mistake_is_told_in_the_window(qtbot, program, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_caught: None)
    faults = Faults()
    faults.watch()
    try:
        program.window.care.begin(faults)
        program.context.runner.run("x", lambda _conn: {}["query text"], lambda _answer: None, lambda _error: None)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(TextDialog, "crash_report")))
        text = dialog(program, "crash_report").text.toPlainText()
        assert "KeyError (its message is left out" in text
        assert "KeyError" in program.window.care.log.text()
    finally:
        faults.end()


def test_a_crash_of_the_last_time_is_told_quietly(qtbot, program):
    log_folder().mkdir(parents=True, exist_ok=True)
    (log_folder() / "crash-1.txt").write_text(f'Fatal Python error\n  File "{Path.home()}/labline/x.py", line 3 in f\n')
    program.window.care.begin(Faults())
    assert "ended unexpectedly last time" in notice(program)
    assert not (log_folder() / "crash-1.txt").exists()
    click(button(program.window.top.notice, "notice_way0"))
    assert notice(program) == ""
    text = dialog(program, "crash_report").text.toPlainText()
    assert 'File "~/labline/x.py", line 3 in f' in text
    assert text.splitlines()[1].startswith("Labline ")


def test_faults_that_waited_are_told(qtbot, program):
    faults = Faults()
    faults._take(Fault(ValueError()))
    program.window.care.begin(faults)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(TextDialog, "crash_report")))


# ---- updates ----


PUBLISHED = Published(Version((9, 0, 0)), "https://example.org/get")


def test_a_build_without_an_address_says_so(program):
    run(program, "help.updates")
    shown = dialog(program, "updates")
    assert "knows no address to ask" in shown.findChild(QWidget, "explanation").text()
    assert not button(shown, "ask_now").isVisible()
    assert not program.window.care.updates.is_on()


def test_a_newer_version_is_a_quiet_line(program, monkeypatch):
    opened = []
    monkeypatch.setattr("desktop.widgets.messages.open_link", lambda _parent, page: opened.append(page))
    program.window.care.updates.found.emit(PUBLISHED)
    assert notice(program).startswith("Labline 9.0.0 is available.")
    assert QApplication.activeModalWidget() is None
    click(button(program.window.top.notice, "notice_way0"))
    assert opened == ["https://example.org/get"]
    click(button(program.window.top.notice, "notice_way1"))
    assert notice(program) == ""
    assert program._settings.read("updates/skipped") == "9.0.0"


def test_who_looks_at_the_answer_needs_no_line(program):
    care = program.window.care
    care.updates = UpdateCheck(program._settings, program.window, address="https://example.org/v.json")
    care.updates.found.connect(care._tell_newer)
    run(program, "help.updates")
    care.updates.found.emit(PUBLISHED)
    assert notice(program) == ""
    assert "9.0.0 is available" in dialog(program, "updates").findChild(QWidget, "said").text()
    assert button(dialog(program, "updates"), "get").isVisible()
