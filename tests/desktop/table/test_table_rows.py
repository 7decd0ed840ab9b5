"""The rows of the table in the window: sorted, selected, counted, and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QWidget

from tests.desktop.window_use import click_row, id_of, names, press, status, type_filter

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
BY_DATE = ["A-1", "文心 <b>4</b>", "A-2", "B-1", "Bare"]


def test_the_window_opens_on_all_releases_by_date(program):
    assert names(program) == BY_DATE
    assert status(program) == "5 of 5 releases"
    assert "query" in program.window.findChild(QWidget, "query_time").text()
    assert program.window.windowTitle() == "lab.db – Labline"


def test_cells_are_as_precise_as_known(program):
    model = program.context.releases.model
    cells = {
        (name, key): model.text(row, model.column_of(key))
        for row, name in enumerate(names(program))
        for key in ("date", "params", "open", "disagreements")
    }
    assert cells["B-1", "date"] == "2024"
    assert cells["B-1", "params"] == "236B"
    assert (cells["A-1", "open"], cells["B-1", "open"], cells["Bare", "open"]) == ("✓ yes", "✗ no", "–")
    assert (cells["A-2", "disagreements"], cells["A-1", "disagreements"]) == ("⚠ 1", "–")
    assert cells["Bare", "date"] == "–"


def test_a_click_on_a_header_sorts_and_shift_adds_a_key(program, settle):
    releases = program.context.releases
    header, model = releases.table.columns, releases.model

    def click(key: str, modifiers=Modifier.NoModifier) -> None:
        at = model.column_of(key)
        place = QPoint(header.sectionViewportPosition(at) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, modifiers, place)
        settle()

    click("name")
    assert names(program) == ["A-1", "A-2", "B-1", "Bare", "文心 <b>4</b>"]
    click("name")
    assert names(program)[0] == "文心 <b>4</b>"
    click("org")
    click("name", Modifier.ShiftModifier)
    assert releases.columns.layout.sort == (("org", False), ("name", False))
    assert names(program) == ["A-1", "A-2", "B-1", "文心 <b>4</b>", "Bare"]


def test_selecting_rows_counts_them(program, settle):
    def counted() -> str:
        settle()
        return status(program)

    click_row(program, 1)
    assert counted() == "5 of 5 releases · 1 selected"
    click_row(program, 3, Modifier.ShiftModifier)
    assert counted() == "5 of 5 releases · 3 selected"
    click_row(program, 2, Modifier.ControlModifier)
    assert counted() == "5 of 5 releases · 2 selected"
    program.context.releases.select_all()
    assert counted() == "5 of 5 releases · 5 selected"


def test_what_the_filter_hides_stays_selected_and_is_counted(program, settle):
    program.context.releases.select_all()
    type_filter(program, "org:Alpha")
    settle()
    assert names(program) == ["A-1", "A-2"]
    assert status(program) == "2 of 5 releases · 5 selected (3 hidden by the filter)"
    click_row(program, 0)
    settle()
    assert status(program) == "2 of 5 releases · 1 selected"


def test_what_is_no_release_is_counted_apart(program, settle):
    click_row(program, 3)
    ids = program.context.selection.ids
    program.context.selection.set(ids | {id_of(program, "alpha"), id_of(program, "moe")}, id_of(program, "alpha"))
    settle()
    assert status(program) == "5 of 5 releases · 3 selected (2 of other kinds)"
    type_filter(program, "org:Alpha")
    settle()
    assert status(program) == "2 of 5 releases · 3 selected (1 hidden by the filter, 2 of other kinds)"


def test_counts_go_on_while_the_table_is_hidden(program, settle):
    program.window.findChild(QDockWidget, "releases_dock").close()
    type_filter(program, "org:Alpha")
    settle()
    assert status(program) == "2 of 5 releases"
    assert len(program.context.releases.model.ids) == 5
    program.window.findChild(QDockWidget, "releases_dock").show()
    settle()
    assert names(program) == ["A-1", "A-2"]


def test_a_selection_keeps_to_its_releases_when_the_order_changes(program, settle):
    click_row(program, 0)
    focus = program.context.selection.focus
    program.context.releases.columns.sort_by("name", more=False)
    program.context.releases.columns.sort_by("name", more=False)
    settle()
    table = program.context.releases.table
    assert program.context.releases.model.ids[table.currentIndex().row()] == focus
    assert names(program)[table.currentIndex().row()] == "A-1"


@pytest.mark.parametrize(("headers", "keys"), [(False, "Ctrl+C"), (True, "Ctrl+Shift+C")])
def test_copy_gives_tab_separated_text(program, settle, headers, keys):
    program.context.releases.columns.set(
        program.context.releases.columns.layout.with_visible(["name", "params", "open"])
    )
    settle()
    click_row(program, 2)
    click_row(program, 3, Modifier.ControlModifier)
    press(program, Key.Key_C, Modifier.ControlModifier | (Modifier.ShiftModifier if headers else Modifier.NoModifier))
    settle()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[-2:] == ["A-2\t67B\tyes", "B-1\t236B\tno"]
    assert lines[:-2] == (["Name\tTotal parameters\tOpen weights"] if headers else [])
    assert program.window.statusBar().currentMessage() == "2 rows copied."


def test_copying_nothing_says_so(program, settle):
    program.context.releases.copy(headers=False)
    assert "Nothing is selected" in program.window.statusBar().currentMessage()
