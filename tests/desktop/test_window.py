"""The whole window: from panel to panel by keyboard alone, and one database after another."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from tests.desktop.window_use import click_row, focus_name, focus_on, names, press, shown_text, status, type_filter

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_panels_keep_their_widths_between_starts(start, lab_file):
    docks = ("facets_dock", "inspector_dock")

    def widths(program):
        return [program.window.findChild(QWidget, name).width() for name in docks]

    first = start(lab_file)
    first.window.resize(780, 600)  # a larger window than the screen comes back as large as the screen
    QApplication.processEvents()
    usual = widths(first)
    first.window.close()
    second = start(lab_file)
    assert widths(second) == usual
    second.window.resizeDocks([second.window.findChild(QWidget, docks[0])], [180], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    changed = widths(second)
    assert changed != usual
    second.window.close()
    third = start(lab_file)
    assert widths(third) == changed
    assert third.context.releases.width() >= 200


def test_the_whole_job_by_keyboard_alone(program, settle):
    """Filter, go to the rows, select two, read about one, copy both."""
    press(program, Key.Key_F, Modifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "org:Alpha")
    settle()
    program.window.bar.edit.close_offer()
    press(program, Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is program.context.releases.table
    press(program, Key.Key_Home, Modifier.ControlModifier)
    press(program, Key.Key_Space)
    press(program, Key.Key_Down, Modifier.ShiftModifier)
    settle()
    assert status(program) == "2 of 5 releases · 2 selected"
    settle()
    press(program, Key.Key_Return)
    assert QApplication.focusWidget() is program.context.inspector.document
    assert focus_name(program) == "A-2"
    press(program, Key.Key_C, Modifier.ControlModifier)
    settle()
    assert [line.split("\t")[0] for line in QGuiApplication.clipboard().text().splitlines()] == ["A-1", "A-2"]


def test_tab_goes_through_every_panel_and_back(program, settle):
    type_filter(program, "open:yes")
    settle()
    click_row(program, 0)
    settle()
    program.window.bar.edit.setFocus()
    seen = []
    for _ in range(80):
        press(program, Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
        if seen[-1] == "filter_text":
            break
    at = [seen.index(name) for name in ("facet_org_title", "find", "release_table", "entity", "filter_text")
          if name in seen]  # fmt: skip
    assert at == sorted(at) and {"facet_org_title", "release_table", "entity"} <= set(seen)
    assert seen[-1] == "filter_text"
    press(program, Key.Key_Backtab, Modifier.ShiftModifier)
    assert QApplication.focusWidget().objectName() == seen[-2]


def test_panels_are_reached_by_f6(program, settle):
    context = program.context
    focus_on(program, settle, "A-2")
    program.window.bar.edit.setFocus()
    reached = []
    for _ in range(5):
        press(program, Key.Key_F6)
        focused = QApplication.focusWidget()
        reached.append(next(panel for panel in (context.bar, *context.views()) if panel.isAncestorOf(focused)))
    assert reached == [context.facets, context.releases, context.timeline, context.inspector, context.bar]


def test_f6_passes_over_an_inspector_with_nothing_in_it(program):
    program.context.timeline.focusProxy().setFocus()
    press(program, Key.Key_F6)
    assert QApplication.focusWidget() is program.window.bar.edit


def test_what_people_act_on_has_a_name(program):
    kinds = (QLineEdit, QPushButton)
    widgets = [w for kind in kinds for w in program.window.findChildren(kind)]
    widgets += [program.context.releases.table, program.context.inspector.document]
    for widget in widgets:
        assert widget.objectName(), widget
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()


def test_shortcuts_are_unique_and_every_menu_is_filled(program):
    keys = [action.shortcut().toString() for action in program.window.actions() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    for menu in program.window.menuWidget().findChildren(QMenu):
        menu.aboutToShow.emit()  # some are filled when they open
        assert [action for action in menu.actions() if not action.isSeparator()]


def test_reload_shows_what_another_program_wrote(program, settle, lab_file):
    with sqlite3.connect(lab_file) as other:
        other.execute("UPDATE entity SET name = 'A-1 renamed' WHERE slug = 'a1'")
    other.close()
    press(program, Key.Key_F5)
    settle()
    assert names(program)[0] == "A-1 renamed"


def test_a_file_that_is_no_database_is_explained_in_the_window(qtbot, start, settings_file, tmp_path, lab_file):
    from desktop.program import Program
    from desktop.settings import Settings

    bad = tmp_path / "bad.db"
    bad.write_text("no database" * 100)
    program = Program(QApplication.instance(), "dark", Settings(settings_file))
    program.start(bad)

    def message() -> QWidget:
        return program.window.findChild(QWidget, "start_message")

    qtbot.waitUntil(lambda: "cannot be opened" in message().accessibleName(), timeout=10_000)
    assert "bad.db" in message().accessibleDescription()
    assert message().findChild(QPushButton, "way0").text() == "Open another file…"
    program.window.file_chosen.emit(lab_file)
    qtbot.waitUntil(lambda: program.context is not None, timeout=10_000)
    assert program.window.windowTitle() == "lab.db – Labline"
    program.window.close()
    assert bad.read_text() == "no database" * 100


def test_a_second_window_reads_only_and_says_so(start, lab_file):
    start(lab_file)
    second = start(lab_file)
    sign = second.window.findChild(QWidget, "read_only")
    assert sign.isVisible()
    assert sign.text() == "Read only"


def test_another_database_replaces_the_first(qtbot, program, settle, tmp_path):
    before = program.context
    type_filter(program, "open:yes")
    settle()
    program.window.new_wanted.emit(tmp_path / "new.db")
    qtbot.waitUntil(lambda: program.context is not before, timeout=10_000)
    settle()
    assert status(program) == "0 of 0 releases"
    assert program.window.bar.edit.text() == ""
    assert "Import" in program.window.findChild(QWidget, "no_releases").accessibleDescription()


def test_the_theme_changes_at_once(program, settle):
    focus_on(program, settle, "A-2")
    for name in ("theme.dark", "theme.light"):
        action = next(action for action in program.window.actions() if action.objectName() == name)
        action.trigger()
        assert action.isChecked()
    assert "A-2" in shown_text(program)
