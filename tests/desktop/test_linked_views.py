"""Perspectives, and views that follow one filter, brush, selection and focus."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QWidget

from db.clauses import Range
from db.filters import parse
from desktop.perspectives import PERSPECTIVES
from desktop.views import releases
from tests.desktop.window_use import id_of, names, press

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
YEAR = Range("date", "2023", "2023")


def seen(program) -> set[str]:
    """The panels that can be seen."""
    return {name for name, dock in program.window.panels.docks.items() if not dock.visibleRegion().isEmpty()}


def asked(program, monkeypatch) -> list[str]:
    """The keys of the questions that are asked from now on."""
    keys: list[str] = []
    run = program.context.runner.run

    def listen(key, *arguments, **options):
        keys.append(key)
        run(key, *arguments, **options)

    monkeypatch.setattr(program.context.runner, "run", listen)
    return keys


# ---- perspectives ----


@pytest.mark.parametrize("how", ["keys", "button", "menu"])
def test_a_perspective_is_chosen_by_keys_button_and_menu(program, settle, how):
    assert program.context.navigation.perspective == "releases"
    action = next(action for action in program.window.actions() if action.objectName() == "perspective.timeline")
    if how == "keys":
        press(program, Key.Key_2, Modifier.ControlModifier)
    elif how == "button":
        button = program.window.findChild(QAbstractButton, "perspective.timeline_button")
        assert button.accessibleName() == "Timeline"
        QTest.mouseClick(button, Button.LeftButton)
    else:
        assert action in program.window.top.menus["View"].actions()
        action.trigger()
    settle()
    assert action.isChecked()
    assert program.window.panels.current == program.context.navigation.perspective == "timeline"
    assert seen(program) == {"facets_dock", "timeline_dock", "releases_dock", "inspector_dock"}
    docks = program.window.panels.docks
    assert docks["timeline_dock"].height() > docks["releases_dock"].height()
    assert QApplication.focusWidget() is program.context.timeline.focusProxy()


def test_each_perspective_has_a_command_in_order(program):
    numbers = [record.number for record in PERSPECTIVES]
    assert numbers == sorted(set(numbers))
    for record in PERSPECTIVES:
        action = next(one for one in program.window.actions() if one.objectName() == f"perspective.{record.name}")
        assert action.shortcut().toString() == f"Ctrl+{record.number}"


def test_at_the_usual_size_the_table_has_twelve_rows_and_seven_columns(program, settle):
    table = program.context.releases.table
    assert table.viewport().height() >= 12 * 26
    widths = [table.columns.sectionSize(table.columns.logicalIndex(at)) for at in range(7)]
    assert sum(widths) <= table.viewport().width()


def test_back_and_forward_go_through_perspectives_and_filters_by_the_mouse(program, settle):
    context = program.context
    context.filters.set(parse("org:Alpha"))
    context.navigation.set_perspective("timeline")
    context.filters.set(parse("open:yes"))
    settle()
    places = []
    for button in (Button.BackButton, Button.BackButton, Button.BackButton, Button.ForwardButton):
        QTest.mouseClick(program.window.windowHandle(), button, Modifier.NoModifier, QPoint(600, 300))
        settle()
        places.append((program.window.bar.edit.text(), program.window.panels.current))
    assert places == [("org:Alpha", "timeline"), ("org:Alpha", "releases"), ("", "releases"), ("org:Alpha", "releases")]


def test_the_perspective_comes_back_at_the_next_start(start, lab_file):
    first = start(lab_file)
    first.context.navigation.set_perspective("timeline")
    first.window.close()
    second = start(lab_file)
    assert second.window.panels.current == second.context.navigation.perspective == "timeline"
    assert not second.context.navigation.can_go_back()
    action = next(action for action in second.window.actions() if action.objectName() == "perspective.timeline")
    assert action.isChecked()


def test_typing_goes_on_when_the_perspective_changes(program, settle):
    edit = program.window.bar.edit
    edit.setFocus()
    QTest.keyClicks(edit, "org:")
    press(program, Key.Key_2, Modifier.ControlModifier)
    assert QApplication.focusWidget() is edit
    assert edit.text() == "org:"


def test_resetting_the_layout_brings_closed_panels_back(program, settle):
    for name in ("facets_dock", "releases_dock"):
        program.window.findChild(QDockWidget, name).close()
    assert seen(program) == {"timeline_dock", "inspector_dock"}
    next(action for action in program.window.actions() if action.objectName() == "view.reset").trigger()
    settle()
    assert seen(program) == {"facets_dock", "releases_dock", "timeline_dock", "inspector_dock"}


def test_a_message_is_seen_wherever_the_table_is(program):
    program.window.findChild(QDockWidget, "releases_dock").close()
    program.window.message.fail("It is gone.")
    message = program.window.findChild(QWidget, "start_message")
    assert message.isVisible()


# ---- views that cannot be seen ----


def test_hidden_panels_ask_nothing_and_catch_up(program, settle, monkeypatch):
    keys = asked(program, monkeypatch)
    hidden = ("releases_dock", "timeline_dock", "facets_dock", "inspector_dock")
    for name in hidden:
        program.window.findChild(QDockWidget, name).close()
    program.context.filters.set(parse("org:Alpha"))
    program.context.selection.set({id_of(program, "a2")}, id_of(program, "a2"))
    settle()
    assert set(keys) <= {"tally", "filter_bar.spelling"}
    for name in hidden:
        program.window.findChild(QDockWidget, name).show()
    settle()
    assert {"releases", "timeline", "facets", "inspector"} <= set(keys)
    assert names(program) == ["A-1", "A-2"]
    assert program.context.inspector.document.accessibleDescription() == "A-2"


def test_a_panel_behind_a_tab_asks_nothing_before_it_is_in_front(qtbot, program, settle, monkeypatch):
    program.context.navigation.set_perspective("timeline")
    settle()
    assert "charts_dock" not in seen(program)
    keys = asked(program, monkeypatch)
    program.context.filters.set(parse("org:Alpha"))
    settle()
    assert "charts" not in keys
    program.window.panels.docks["charts_dock"].raise_()
    qtbot.waitUntil(lambda: "charts" in keys)
    settle()
    assert "charts_dock" in seen(program)
    assert "releases_dock" not in seen(program)


# ---- one filter, brush, selection and focus ----


def test_a_brush_shows_in_every_view(program, settle):
    context = program.context
    program.window.panels.docks["charts_dock"].show()
    context.filters.set_brush(YEAR)
    settle()
    assert names(program) == ["A-1", "文心 <b>4</b>"]
    assert program.window.findChild(QWidget, "counts").text() == "2 of 5 releases"
    counts = {item.label: item.count for item in context.facets.sections["org"].values._items}
    assert counts == {"Alpha": 1, "Beta & Sons": 1}
    timeline = context.timeline._answer
    shown = {timeline.timeline.names[at] for at in range(len(timeline.timeline.ids)) if timeline.shown[at]}
    assert {"A-1", "文心 <b>4</b>"} <= shown
    assert not shown & {"A-2", "Bare"}
    context.filters.set_brush(None)
    settle()
    assert len(names(program)) == 5


def test_answers_come_while_a_drag_goes_on(program, settle, monkeypatch):
    """Each step asks anew before the last one is answered, and still the table follows."""
    ask = releases.ask

    def slowly(conn, question):
        time.sleep(0.02)
        return ask(conn, question)

    monkeypatch.setattr(releases, "ask", slowly)
    shown = []
    program.context.releases.answered.connect(shown.append)
    for step in range(100):
        program.context.filters.set_brush(Range("date", f"{2000 + step % 20}"))
        QTest.qWait(2)
    assert len(shown) > 3
    settle()


def test_the_focus_comes_into_sight_in_every_view(program, settle):
    context = program.context
    context.timeline.panel.canvas.set_span((600_000.0, 600_010.0))
    program.window.resize(700, 420)
    context.releases.table.verticalScrollBar().setValue(0)
    settle()
    context.navigation.visit(id_of(program, "b1"))
    settle()
    row = context.releases.table.currentIndex()
    assert context.releases.model.text(row.row(), 0) == "B-1"
    assert context.releases.table.viewport().rect().intersects(context.releases.table.visualRect(row))
    canvas = context.timeline.panel.canvas
    day = context.timeline._answer.timeline.first[context.timeline._answer.timeline.position_of(id_of(program, "b1"))]
    assert canvas.scale.first <= day <= canvas.scale.last
    assert context.inspector.document.accessibleDescription() == "B-1"
