"""What Help shows: the log, the versions, and the licences of all that is in the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.commands import COMMANDS
from desktop.licences import licences, notices_folder
from tests.desktop.care.care_use import button, click, dialog, run

Key = Qt.Key


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
