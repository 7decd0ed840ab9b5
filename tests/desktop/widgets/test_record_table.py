"""The table alone: painting, keys and mouse over a model of a hundred thousand rows."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.item_models import WINDOW, Column, Line, RecordModel
from desktop.theme import qt_palette, tokens
from desktop.widgets.record_table import RecordTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEYS = ("name", "params", "more")
ROWS = 100_000


class Colours:
    def colour(self, name: str) -> QColor:
        return QColor(getattr(tokens("light"), name))


@pytest.fixture
def table(qtbot):
    columns = [Column(key, key, key, key, key == "params", True, "text") for key in KEYS]
    model = RecordModel(columns)
    made = RecordTable(Colours())
    made.setPalette(qt_palette(tokens("light")))
    model.setParent(made)
    made.setModel(model)
    ids = array("q", range(1000, 1000 + ROWS))
    windows = {
        window: [
            Line(i, (None,) * 3, (f"row {i}", "7B", "–"), (((0, 3),), (), ())) for i in ids[window * WINDOW :][:WINDOW]
        ]
        for window in (0, 1)
    }
    model.set_rows(ids, KEYS, windows)
    made.picked = []
    made.rows_picked.connect(lambda first, last, kept, row: pick(made, frozenset(ids[first : last + 1]) | kept, row))
    made.ids_picked.connect(lambda chosen, row: pick(made, chosen, row))
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.isVisible)
    return made


def pick(table: RecordTable, chosen: frozenset[int], row: int) -> None:
    table.show_selection(chosen, row)


def rows(table: RecordTable) -> list[int]:
    return sorted(number - 1000 for number in table.selected())


def place(table: RecordTable, row: int) -> QPoint:
    return table.visualRect(table.model().index(row, 0)).center()


@pytest.mark.parametrize(
    ("keys", "selected", "current"),
    [
        ([(Key.Key_Down, "")], [1], 1),
        ([(Key.Key_Down, ""), (Key.Key_Down, "S"), (Key.Key_Down, "S")], [1, 2, 3], 3),
        ([(Key.Key_Down, "S"), (Key.Key_Up, "S")], [0], 0),
        ([(Key.Key_Down, "C"), (Key.Key_Down, "C"), (Key.Key_Space, "")], [2], 2),
        ([(Key.Key_Space, ""), (Key.Key_Space, "")], [], 0),
        ([(Key.Key_End, "C")], [ROWS - 1], ROWS - 1),
        ([(Key.Key_End, "CS")], "all", ROWS - 1),
        ([(Key.Key_Right, "")], [], 0),
        ([(Key.Key_X, "")], [], 0),
    ],
)
def test_keys_move_and_select(table, keys, selected, current):
    table.setCurrentIndex(table.model().index(0, 0))
    for key, modifiers in keys:
        held = Modifier.NoModifier
        held |= Modifier.ShiftModifier if "S" in modifiers else Modifier.NoModifier
        held |= Modifier.ControlModifier if "C" in modifiers else Modifier.NoModifier
        QTest.keyClick(table, key, held)
    assert rows(table) == (list(range(ROWS)) if selected == "all" else selected)
    assert table.currentIndex().row() == current


def test_dragging_selects_what_it_passes(table):
    view = table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Modifier.NoModifier, place(table, 2))
    QTest.mouseMove(view, place(table, 3))
    QTest.mouseMove(view, place(table, 5))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Modifier.NoModifier, place(table, 5))
    assert rows(table) == [2, 3, 4, 5]


def test_the_right_button_keeps_the_selection_it_is_on(table):
    table.show_selection(frozenset({1002, 1003}), 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, Modifier.NoModifier, place(table, 3))
    assert rows(table) == [2, 3]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, Modifier.NoModifier, place(table, 6))
    assert rows(table) == [6]


def test_enter_and_double_click_open(qtbot, table):
    table.setCurrentIndex(table.model().index(4, 0))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Key.Key_Return)
    assert opened.args == [4]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, place(table, 2))
    assert opened.args == [2]


def test_the_menu_key_asks_for_the_current_cell(qtbot, table):
    index = table.model().index(3, 1)
    table.setCurrentIndex(index)
    with qtbot.waitSignal(table.menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(table.viewport(), event)
    assert asked.args[0] == index
    with qtbot.waitSignal(table.menu_asked) as asked:
        QTest.keyClick(table, Key.Key_F10, Modifier.ShiftModifier)
    assert asked.args[0] == index


def test_the_selection_of_a_hundred_thousand_rows_is_one_step(table):
    table.setCurrentIndex(table.model().index(0, 0))
    table.select_all()
    assert len(table.selected()) == ROWS
    assert len(table.selectionModel().selection()) == 1  # the current row alone, for screen readers


def test_a_screen_reader_hears_whether_the_current_row_is_selected(table):
    index = table.model().index(2, 0)
    table.show_selection(frozenset({1002}), 2)
    assert table.selectionModel().isSelected(index)
    table.show_selection(frozenset({1001}), 2)
    assert not table.selectionModel().isSelected(index)


def pixel(table: RecordTable, x: int, row: int) -> str:
    image = table.viewport().grab().toImage()
    return image.pixelColor(x, place(table, row).y() - 10).name().upper()


def test_rows_are_painted_in_their_colours(table):
    light = tokens("light")
    table.show_selection(frozenset({1002}), None)
    assert pixel(table, 470, 2) == light.selection
    assert pixel(table, 470, 3) == light.background
    image = table.viewport().grab().toImage()
    seen = {image.pixelColor(x, place(table, 1).y()).name().upper() for x in range(100)}
    assert light.hit in seen
    assert image.pixelColor(470, place(table, 1).y() + 13).name().upper() == light.line


def test_scrolling_sideways_leaves_the_first_column(table):
    for column in range(3):
        table.columns.resizeSection(column, 300)
    before = table.viewport().grab().toImage()
    bar = table.horizontalScrollBar()
    bar.setValue(250)
    after = table.viewport().grab().toImage()
    same = [before.pixel(x, 40) == after.pixel(x, 40) for x in range(290)]
    assert all(same)
    assert table.columns.frozen_width() == 300


def test_a_click_on_the_frozen_header_means_the_first_column(qtbot, table):
    for column in range(3):
        table.columns.resizeSection(column, 300)
    table.horizontalScrollBar().setValue(350)
    with qtbot.waitSignal(table.columns.sort_asked) as asked:
        QTest.mouseClick(table.columns.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, QPoint(50, 10))
    assert asked.args == [0, False]


def test_a_double_click_on_a_border_fits_the_column_to_at_most_half_the_table(table):
    model = table._records
    line = Line(1000, (None,) * 3, ("x" * 300, "7B", "–"))
    model.put(0, [line, *(model.line(row) for row in range(1, WINDOW))])
    for column, widest in ((0, table.viewport().width() // 2), (1, 100)):
        border = table.columns.sectionViewportPosition(column) + table.columns.sectionSize(column) - 2
        QTest.mouseDClick(table.columns.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(border, 10))
        assert table.columns.sectionSize(column) <= widest
    assert table.columns.sectionSize(0) > 200
