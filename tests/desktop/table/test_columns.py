"""The layout of columns: the sort that clicks make, what is kept, and how width is shared."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QPushButton

from db.fields import fields_of
from db.kinds import Kind
from desktop.item_models import Column
from desktop.settings import Settings
from desktop.table.columns import Layout, Shown, default_layout, filling, keep_layout, read_layout
from desktop.widgets.highlight import MARGIN

COLUMNS = tuple(Column.of(field) for field in fields_of(Kind.RELEASE))
USUAL = default_layout(COLUMNS)


@pytest.fixture
def settings(tmp_path, qapp):
    return Settings(tmp_path / "a.ini")


@pytest.mark.parametrize(
    ("clicks", "sort"),
    [
        (["org"], (("org", False),)),
        (["org", "org"], (("org", True),)),
        (["org", "org", "org"], ()),
        (["org", "+name"], (("org", False), ("name", False))),
        (["org", "+name", "+name"], (("org", False), ("name", True))),
        (["org", "+name", "+org"], (("org", True), ("name", False))),
        (["org", "+name", "+org", "+org"], (("name", False),)),
        (["org", "+name", "org"], (("org", False),)),
        (["a", "+b", "+c", "+d", "+e"], (("b", False), ("c", False), ("d", False), ("e", False))),
    ],
)
def test_clicks_sort(clicks, sort):
    layout = Layout(USUAL.columns, (("date", False),))
    for click in clicks:
        layout = layout.sorted_by(click.removeprefix("+"), more=click.startswith("+"))
    assert layout.sort == sort


def test_usual_columns_begin_with_the_name_and_sort_by_date():
    assert USUAL.shown_keys()[:3] == ("name", "date", "org")
    assert USUAL.sort == (("date", False),)


def test_a_layout_comes_back(settings):
    columns = (USUAL.columns[0], *reversed(USUAL.columns[1:]))
    columns = tuple(Shown(c.key, 50 + at, at % 2 == 0) for at, c in enumerate(columns))
    layout = Layout(columns, (("org", True), ("name", False)))
    keep_layout(settings, "t", layout)
    assert read_layout(settings, "t", COLUMNS) == layout
    assert read_layout(settings, "another", COLUMNS) == USUAL


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "text",
        [["gone", 100, True]],
        [["name"], 5, None, ["date", "wide", True]],
        [["date", 108, True], ["name", 160, False]],
        [["name", 160, True], ["name", 160, True]],
    ],
)
def test_damaged_or_old_columns_are_mended(settings, kept):
    settings.write("t/columns", kept)
    layout = read_layout(settings, "t", COLUMNS)
    assert sorted(column.key for column in layout.columns) == sorted(column.key for column in COLUMNS)
    assert layout.columns[0].key == "name"
    assert layout.columns[0].visible


def test_absurd_widths_and_sorts_are_mended(settings):
    settings.write("t/columns", [["name", 10**9, True], ["date", -5, True]])
    settings.write("t/sort", [["gone", True], ["date"], ["org", True], 3])
    layout = read_layout(settings, "t", COLUMNS)
    assert [column.width for column in layout.columns[:2]] == [2000, 40]
    assert layout.sort == (("org", True),)


def test_the_first_column_cannot_be_hidden():
    assert USUAL.with_visible(["date"]).shown_keys() == ("name", "date")


def test_a_wide_table_is_filled_while_widths_are_usual():
    narrow = sum(column.width for column in USUAL.columns if column.visible)
    usual = {column.key: column.width for column in USUAL.columns}
    assert filling(USUAL, COLUMNS, narrow - 1) == usual
    wide = filling(USUAL, COLUMNS, narrow + 400)
    assert sum(wide[key] for key in USUAL.shown_keys()) > narrow + 380
    assert wide["params"] == usual["params"]
    changed = Layout((Shown("name", 300, True), *USUAL.columns[1:]), USUAL.sort)
    assert filling(changed, COLUMNS, narrow + 400)["name"] == 300


def test_headers_are_whole_beside_their_place_in_the_sort(program):
    releases = program.context.releases
    header = releases.table.columns
    for shown in default_layout(releases.model.columns).columns:
        column = releases.model.columns[releases.model.column_of(shown.key)]
        assert shown.width >= header.width_for(column.short), column.short


def test_usual_names_are_whole_and_seven_columns_fit_the_window(program, settle):
    program.window.resize(1280, 720)
    settle()
    table = program.context.releases.table
    shown = [column for column in program.context.releases.columns.layout.columns if column.visible]
    assert sum(column.width for column in shown[:7]) <= table.viewport().width()
    for name in ("DeepSeek-V3.1-Terminus", "DeepSeek-Math Instruct"):
        assert table.fontMetrics().horizontalAdvance(name) <= shown[0].width - 2 * MARGIN


def test_rows_of_the_chooser_have_room_before_and_after_a_move(program):
    program.context.releases.columns.choose()
    chooser = program.window.findChild(QDialog, "column_chooser")
    chosen = chooser.findChild(QListWidget, "column_list")
    chosen.setCurrentRow(2)
    chooser.findChild(QPushButton, "move_down").click()
    assert {chosen.visualItemRect(chosen.item(row)).height() for row in range(chosen.count())} == {26}
    assert chosen.frameShape() != QFrame.Shape.NoFrame
    chooser.close()
