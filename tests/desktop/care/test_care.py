"""What the window tells of itself: first steps, notices, updates, log, licences, and what it can only read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget

from db import start as db_start
from db.database_file import DatabaseError
from desktop.care import SEEN
from desktop.commands import COMMANDS
from desktop.faults import Fault, Faults, log_folder
from desktop.licences import licences, notices_folder
from desktop.notices import Notice, Way
from desktop.text_dialog import TextDialog
from desktop.updates.check import UpdateCheck
from desktop.updates.version import Published, Version
from desktop.views.first_steps import FirstSteps

Key = Qt.Key
PUBLISHED = Published(Version((9, 0, 0)), "https://example.org/get")


def run(program, name: str) -> None:
    program.window._actions[name].trigger()


def steps(program) -> FirstSteps | None:
    found = program.window.findChildren(FirstSteps)
    return next((one for one in found if one.isVisible()), None)


def notice(program) -> str:
    shown = program.window.top.notice
    return "" if shown is None else shown.accessibleName()


def dialog(program, name: str) -> QDialog:
    (found,) = [one for one in program.window.findChildren(QDialog, name) if one.isVisible()]
    return found


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name) or parent.findChild(QToolButton, name)
    assert found is not None, name
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# ---- first steps ----


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


# ---- notices ----


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


# ---- the rest of Help ----


def test_the_log_is_shown(program):
    run(program, "help.log")
    shown = dialog(program, "log")
    assert "opened " in shown.text.toPlainText()
    assert str(Path.home()) not in shown.text.toPlainText()
    run(program, "help.log")
    assert dialog(program, "log") is not shown


def test_the_log_never_holds_what_is_typed(program, settle):
    QTest.keyClicks(program.window.bar.edit, "unspeakable")
    settle()
    assert "unspeakable" not in program.window.care.log.text()


def test_about_tells_versions_and_leads_to_licences(qtbot, program):
    run(program, "help.about")
    shown = dialog(program, "about")
    said = shown.findChild(QWidget, "about_versions").text()
    for name in ("Labline ", "Python ", "Qt ", "SQLite "):
        assert name in said
    click(button(shown, "copy_versions"))
    assert QApplication.clipboard().text() == said
    click(button(shown, "licences"))
    window = program.window.care._licences
    assert window.isVisible()
    assert window.text.toPlainText().startswith("MIT License")
    window.list.setCurrentRow(1)
    assert "ISC" in window.text.toPlainText()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.list, Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("program", "place"),
    [("usr/lib/labline/labline", "usr/share/doc/labline/notices"), ("opt/labline/labline", "opt/labline/notices"),
     ("Labline.app/Contents/MacOS/labline", "Labline.app/Contents/Resources/notices"),
     ("Labline/python/pythonw.exe", "Labline/notices")],
)  # fmt: skip
def test_notices_lie_where_each_system_has_them(tmp_path, program, place):
    folder = tmp_path / place
    for name in ("NOTICES.txt", "Labline/LICENSE", "pydantic/LICENSE", "Qt-third-party.txt", "Debian/libx.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    assert notices_folder(tmp_path / program) == folder
    titles = [licence.title for licence in licences(folder)]
    assert titles == ["NOTICES", "Labline", "Debian/libx", "pydantic", "Qt-third-party"]
    assert licences(folder)[0].text() == "NOTICES.txt"


def test_a_clone_has_the_notices_of_the_project(tmp_path):
    assert notices_folder(tmp_path / "bin" / "python") is None
    assert [licence.title for licence in licences(None)] == ["Labline", "Lucide icons", "qt-material"]


def test_every_command_of_help_works_before_a_database_is_open():
    assert all(not command.needs_database for command in COMMANDS if command.menu == "Help")


def test_the_key_of_first_steps_is_what_settings_keep(program):
    run(program, "help.first_steps")
    click(button(steps(program), "first_steps_close"))
    assert program._settings.read(SEEN) is True
