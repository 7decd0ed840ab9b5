"""Links as people use them: copied from menus, opened at the start, handed to a running window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.filters import parse
from desktop import __main__ as command_line
from desktop.links import EntityLink, ViewLink, read_link
from tests.desktop.window_use import id_of


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def do(program, command: str) -> None:
    next(action for action in program.window.actions() if action.objectName() == command).trigger()


def choose(action: str) -> None:
    """In the menu that opens next, take an action."""

    def take() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        {entry.objectName(): entry for entry in menu.actions()}[action].trigger()
        menu.close()

    QTimer.singleShot(0, take)


@pytest.fixture
def focused(program, settle):
    """The program with the entity a2 selected."""
    program.context.selection.set({id_of(program, "a2")}, id_of(program, "a2"))
    settle()
    return program


def test_a_link_to_the_focused_entity_is_copied(focused, settle):
    do(focused, "edit.copy_link")
    settle()
    assert clipboard() == "labline:entity/a2"
    assert "labline:entity/a2" in focused.window.statusBar().currentMessage()


def test_without_a_focus_copying_says_so(program):
    QGuiApplication.clipboard().setText("before")
    do(program, "edit.copy_link")
    assert "Nothing is selected" in program.window.statusBar().currentMessage()
    assert clipboard() == "before"


def test_a_link_to_the_view_brings_it_back(program, settle):
    context = program.context
    context.filters.set(parse("org:Alpha params:>10B"))
    context.navigation.set_perspective("timeline")
    context.navigation.set_zoom("timeline", (738_886.0, 738_900.0))
    do(program, "edit.copy_view_link")
    link = read_link(clipboard())
    context.filters.home()
    context.navigation.set_perspective("releases")
    context.navigation.set_zoom("timeline", None)
    program.links.open(link)
    settle()
    assert program.window.bar.edit.text() == "org:Alpha params:>10B"
    assert context.navigation.perspective == program.window.panels.current == "timeline"
    assert context.navigation.zoom("timeline") == (738_886.0, 738_900.0)
    context.navigation.back()
    assert context.filters.base == parse("")


def test_a_row_s_menu_copies_its_link(program, settle):
    releases = program.context.releases
    choose("copy_link")
    releases._show_menu(releases.model.index(0, 0), QPoint(0, 0))
    settle()
    assert clipboard() == "labline:entity/a1"


def test_the_inspector_s_menu_copies_a_link(focused, settle):
    document = focused.context.inspector.document
    choose("copy_link")
    place = QPoint(document.width() - 20, document.height() - 20)
    QApplication.sendEvent(
        document.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, document.viewport().mapToGlobal(place)),
    )
    settle()
    assert clipboard() == "labline:entity/a2"


def test_a_link_to_nothing_says_so_and_changes_nothing(focused, settle):
    before = focused.context.navigation.place
    focused.links.open(EntityLink("no-such-thing"))
    settle()
    assert "no-such-thing" in focused.window.statusBar().currentMessage()
    assert focused.context.navigation.place == before


@pytest.mark.parametrize(
    ("link", "expected"),
    [(EntityLink("alpha"), ("", "alpha")), (ViewLink(parse("open:yes")), ("open:yes", None))],
    ids=["entity", "view"],
)
def test_a_link_opens_with_the_window(start, lab_file, qtbot, link, expected):
    program = start(lab_file, link)
    qtbot.waitUntil(lambda: not program.context.runner.is_busy())
    focus = None if expected[1] is None else id_of(program, expected[1])
    assert (str(program.context.filters.spec), program.context.selection.focus) == (expected[0], focus)


def test_a_running_window_takes_a_link_from_the_command_line(start, lab_file, qtbot, monkeypatch, settings_file):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    program = start(lab_file)
    if not program.links._server.is_listening():
        pytest.skip("the path of the test's folder is too long for a socket")
    monkeypatch.setattr("desktop.settings.default_path", lambda: settings_file)
    code = f"""
import sys
from pathlib import Path
from desktop import __main__, settings
settings.default_path = lambda: Path({str(settings_file)!r})
__main__.window = lambda *_: 7
sys.exit(__main__.main([{str(lab_file)!r}, "labline:view?filter=open:no"]))
"""
    process = subprocess.Popen([sys.executable, "-c", code])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    assert process.returncode == 0
    qtbot.waitUntil(lambda: str(program.context.filters.spec) == "open:no")


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        (["labline:entity/a1"], (None, None, EntityLink("a1"))),
        (["x.db", "LABLINE:entity/a1"], (Path("x.db"), None, EntityLink("a1"))),
        (["--theme", "dark", "labline:view?filter=a"], (None, "dark", ViewLink(parse("a")))),
    ],
)
def test_without_a_window_a_link_opens_one(monkeypatch, arguments, opened):
    got = []
    monkeypatch.setattr(command_line, "window", lambda *given: got.append(given) or 0)
    monkeypatch.setattr(command_line, "_hand_over", lambda file, link: False)
    assert command_line.main(arguments) == 0
    assert got == [opened]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["labline:entity/../x"], "names no entity"),
        (["x.db", "labline:view?filter=parms:7"], "params"),
        (["x.db", "y.db"], "begins with"),
    ],
)
def test_a_wrong_link_is_one_line_of_error(monkeypatch, capsys, arguments, said):
    monkeypatch.setattr(command_line, "window", lambda *_: pytest.fail("no window is wanted"))
    assert command_line.main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("labline: ")
    assert said in error
    assert len(error.splitlines()) == 1


def paste(program, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    edit = program.window.bar.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Paste))


def test_a_link_pasted_into_the_filter_bar_is_offered_and_opened(program, settle):
    program.context.filters.set(parse("org:Alpha"))
    settle()
    paste(program, " labline:entity/b1 ")
    settle()
    bar = program.window.bar
    assert bar.explanation.text() == "This is a link. Enter opens it."
    assert bar.edit.mistake() is None
    QTest.keyClick(bar.edit, Qt.Key.Key_Return)
    settle()
    assert program.context.selection.focus == id_of(program, "b1")
    assert str(program.context.filters.spec) == bar.edit.text() == "org:Alpha"
    assert not bar.explanation.isVisible()
    paste(program, str(ViewLink(parse("open:yes"), "timeline")))
    QTest.keyClick(bar.edit, Qt.Key.Key_Return)
    settle()
    assert str(program.context.filters.spec) == bar.edit.text() == "open:yes"
    assert program.context.navigation.perspective == "timeline"


def test_a_wrong_link_in_the_filter_bar_is_explained_as_a_link(program, settle):
    paste(program, "labline:nothing/b1")
    settle()
    bar = program.window.bar
    assert "A link leads to an entity" in bar.explanation.text()
    QTest.keyClick(bar.edit, Qt.Key.Key_Return)
    settle()
    assert bar.edit.text() == "labline:nothing/b1"
    assert program.context.selection.focus is None


def test_a_link_opens_from_the_bar_in_another_language_too(qtbot, program, settle):
    program.window.choose_language("zh_CN")
    qtbot.waitUntil(lambda: program.window.bar.edit.accessibleName() != "Filter")
    qtbot.waitUntil(lambda: program.window.findChild(QWidget, "curtain") is None)
    settle()
    paste(program, "labline:entity/b1")
    QTest.keyClick(program.window.bar.edit, Qt.Key.Key_Return)
    settle()
    assert program.context.selection.focus == id_of(program, "b1")


def test_the_window_that_stays_takes_links_once_the_first_is_closed(qtbot, start, lab_file):
    first = start(lab_file)
    if not first.links._server.is_listening():
        pytest.skip("no folder here is this user's alone")
    second = start(lab_file)
    assert not second.links._server.is_listening()
    first.window.close()
    QApplication.sendEvent(second.window, QEvent(QEvent.Type.WindowActivate))
    assert second.links._server.is_listening()
