"""The list of values that are included and excluded, by keyboard, mouse and menu."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.widgets.check_list import CheckList
from tests.desktop.widgets.widget_in_window import shown

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
ITEMS = [("ds", "DeepSeek", 31), ("meta", "Meta", 1204), ("mi", "Mistral", 0)]


@pytest.fixture
def check_list(qtbot) -> CheckList:
    widget = CheckList("Organization")
    shown(qtbot, widget)
    widget.set_items(ITEMS)
    widget.got = []
    widget.changed.connect(lambda *state: widget.got.append(state))
    widget.view.setFocus()
    return widget


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["space"], (("ds",), ())),
        (["space", "space"], ((), ())),
        (["-"], ((), ("ds",))),
        (["shift space"], ((), ("ds",))),
        (["space", "-"], ((), ("ds",))),
        (["-", "-"], ((), ())),
        (["down", "down", "space", "up", "-", "up", "space"], (("ds", "mi"), ("meta",))),
    ],
)
def test_check_list_by_keyboard(check_list: CheckList, qtbot, keys, expected) -> None:
    press = {
        "space": (Key.Key_Space,),
        "shift space": (Key.Key_Space, SHIFT),
        "-": (Key.Key_Minus,),
        "down": (Key.Key_Down,),
        "up": (Key.Key_Up,),
    }
    for key in keys:
        qtbot.keyClick(check_list.view, *press[key])
    assert check_list.got[-1] == expected
    assert check_list.state == expected


def click_row(check_list: CheckList, qtbot, row: int, *modifiers: Qt.KeyboardModifier) -> None:
    view = check_list.view
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, *modifiers, pos=place)


def test_check_list_by_mouse(check_list: CheckList, qtbot) -> None:
    click_row(check_list, qtbot, 1)
    click_row(check_list, qtbot, 2, SHIFT)
    assert check_list.got == [(("meta",), ()), (("meta",), ("mi",))]


def test_dragging_away_changes_nothing(check_list: CheckList, qtbot) -> None:
    view = check_list.view
    first, last = (view.visualRect(view.model().index(row, 0)).center() for row in (0, 2))
    qtbot.mousePress(view.viewport(), LEFT, pos=first)
    qtbot.mouseMove(view.viewport(), last)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=last)
    assert check_list.got == []


def test_check_list_by_menu(check_list: CheckList, qtbot) -> None:
    menu = check_list.view.menu_for(check_list.view.model().index(0, 0))
    actions = {action.text(): action for action in menu.actions()}
    actions["Exclude"].trigger()
    actions["Only this"].trigger()
    assert check_list.got == [((), ("ds",)), (("ds",), ())]
    menu = check_list.view.menu_for(check_list.view.model().index(0, 0))
    next(action for action in menu.actions() if action.text() == "Clear all").trigger()
    assert check_list.state == ((), ())


def test_setting_state_and_items_is_silent(check_list: CheckList) -> None:
    check_list.set_state(["mi"], ["meta"])
    check_list.set_items(ITEMS[::-1])
    assert check_list.got == []
    assert check_list.state == (("mi",), ("meta",))


def test_a_chosen_value_that_is_gone_stays(check_list: CheckList, qtbot) -> None:
    check_list.set_state(["gone"], [])
    assert check_list.view.model().rowCount() == 4
    qtbot.keyClick(check_list.view, Key.Key_Space)
    assert check_list.state == (("ds", "gone"), ())


def test_current_value_stays_current(check_list: CheckList, qtbot) -> None:
    qtbot.keyClick(check_list.view, Key.Key_Down)
    check_list.set_items(ITEMS[::-1])
    assert check_list.view.currentIndex().data() == "Meta"
    check_list.set_items([*ITEMS[:2][::-1]])
    assert check_list.view.currentIndex().row() == 0


@pytest.mark.parametrize(("number", "visible"), [(12, False), (13, True)])
def test_long_lists_have_a_filter_box(check_list: CheckList, qtbot, number: int, visible: bool) -> None:
    check_list.set_items([(str(i), f"Value {i}", i) for i in range(number)])
    assert check_list.box.isVisible() is visible
    if visible:
        check_list.set_state(["3"], [])
        qtbot.keyClicks(check_list.box, "vALUE 12")
        assert check_list.view.model().rowCount() == 1
        assert check_list.state == (("3",), ())
        click_row(check_list, qtbot, 0)
        assert check_list.got == [(("3", "12"), ())]


def test_check_list_speaks(check_list: CheckList) -> None:
    check_list.set_state(["ds"], ["meta"])
    model = check_list.view.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["DeepSeek, 31, included", "Meta, 1,204, excluded", "Mistral, 0"]
    assert QAccessible.queryAccessibleInterface(check_list.view).text(QAccessible.Text.Name) == "Organization"


def test_two_hundred_rows_are_quick(check_list: CheckList, qtbot) -> None:
    items = [(str(i), f"Value {i}", i) for i in range(200)]
    durations = []
    for shift in range(3):
        start = time.perf_counter()
        check_list.set_items([(value, label, count + shift) for value, label, count in items])
        check_list.view.viewport().repaint()
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.05
    assert len(check_list.findChildren(QWidget)) < 30
