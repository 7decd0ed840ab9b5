"""The frame in the table is on the entity that the inspector shows, and a single selection follows links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView

from db import queries
from db.filters import parse

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def context(program):
    return program.context


@pytest.fixture
def ids(context) -> dict[str, int]:
    with context.runner.database.read() as conn:
        slugs = ("a1", "a2", "b1", "bare", "alpha")
        return {slug: id_ for slug in slugs if (id_ := queries.resolve(conn, slug)) is not None}


def framed(context) -> int | None:
    """The id of the row with the frame."""
    row = context.releases.table.currentIndex().row()
    return None if row < 0 else context.releases.model.ids[row]


def choose(context, *chosen: int) -> None:
    ids = frozenset(chosen)
    context.releases.table.ids_picked.emit(ids, context.releases.model.ids.index(chosen[-1]))


def test_one_selected_row_follows_a_link_and_back(context, settle, ids):
    choose(context, ids["a2"])
    context.navigation.visit(ids["a1"])
    settle()
    assert (context.selection.ids, framed(context)) == ({ids["a1"]}, ids["a1"])
    context.navigation.back()
    settle()
    assert (context.selection.ids, framed(context)) == ({ids["a2"]}, ids["a2"])


def test_several_selected_rows_stay(context, settle, ids):
    choose(context, ids["a2"], ids["b1"])
    context.navigation.visit(ids["a1"])
    settle()
    assert (context.selection.ids, framed(context)) == ({ids["a2"], ids["b1"]}, ids["a1"])


def test_moving_the_frame_alone_selects_nothing(context, settle, ids):
    choose(context, ids["a1"])
    table = context.releases.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert context.selection.ids == {ids["a1"]}
    assert framed(context) != ids["a1"]


@pytest.mark.parametrize("reason", list(Qt.FocusReason)[:6])
def test_there_is_no_frame_while_the_focus_has_no_row(program, context, settle, ids, reason):
    choose(context, ids["a1"])
    program.window.bar.edit.setFocus()
    context.navigation.visit(ids["alpha"])
    settle()
    context.releases.table.setFocus(reason)
    assert framed(context) is None
    assert context.selection.ids == {ids["a1"]}
    QTest.keyClick(context.releases.table, Qt.Key.Key_Down)
    settle()
    assert framed(context) == context.releases.model.ids[0] == context.selection.focus


def test_what_a_link_led_to_is_selected_once_the_filter_shows_it(context, settle, ids):
    choose(context, ids["a2"])
    context.filters.set(parse("name:A-2"))
    settle()
    context.navigation.visit(ids["b1"])
    settle()
    assert framed(context) is None
    context.filters.home()
    settle()
    assert (context.selection.ids, framed(context)) == ({ids["b1"]}, ids["b1"])


def at(header: QHeaderView, logical: int) -> QPoint:
    return QPoint(header.sectionViewportPosition(logical) + 30, header.height() // 2)


def test_the_frame_stays_on_its_row_when_columns_are_sorted_and_moved(context, settle, ids):
    choose(context, ids["b1"])
    releases = context.releases
    header = releases.table.columns
    date, org = releases.model.column_of("date"), releases.model.column_of("org")
    QTest.mouseClick(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(header, org))
    assert framed(context) == ids["b1"]
    settle()
    assert framed(context) == ids["b1"]
    QTest.mousePress(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(header, date))
    for step in range(0, 140, 10):
        QTest.mouseMove(header.viewport(), at(header, date) + QPoint(step, 0))
    QTest.mouseRelease(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(header, date) + QPoint(140, 0))
    settle()
    assert framed(context) == ids["b1"]
    assert context.selection.focus == ids["b1"]
