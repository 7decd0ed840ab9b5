"""The slider with two handles: ranges by keyboard and mouse, on linear and logarithmic scales."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from desktop.widgets.range_handle import STEPS
from desktop.widgets.range_slider import RangeSlider
from tests.desktop.widgets.widget_in_window import colours, shown

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(qtbot) -> RangeSlider:
    slider = RangeSlider("Parameters", lambda value: f"{value:.0f}B", scale="log")
    slider.set_bounds(1, 1000)
    shown(qtbot, slider)
    return slider


@pytest.mark.parametrize(
    ("end", "keys", "expected"),
    [
        ("low", [Key.Key_PageUp], (2.0, None)),
        ("low", [Key.Key_PageUp] * 5 + [Key.Key_Home], (None, None)),
        ("low", [Key.Key_Right, Key.Key_Left], (None, None)),
        ("low", [Key.Key_End], (1000.0, None)),
        ("high", [Key.Key_PageDown] * 3, (None, 125.9)),
        ("high", [Key.Key_Home], (None, 1.0)),
        ("high", [Key.Key_PageDown, Key.Key_Delete], (None, None)),
    ],
)
def test_range_by_keyboard(slider: RangeSlider, qtbot, end: str, keys, expected) -> None:
    got: list[tuple] = []
    slider.changed.connect(lambda low, high: got.append((low, high)))
    handle = getattr(slider, end)
    handle.setFocus()
    for key in keys:
        qtbot.keyClick(handle, key)
    assert tuple(value and round(value, 1) for value in got[-1]) == expected
    assert slider.range == got[-1]


def test_tab_goes_from_low_to_high(slider: RangeSlider, qtbot) -> None:
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_Tab)
    assert slider.high.hasFocus()


def test_handles_do_not_cross(slider: RangeSlider, qtbot) -> None:
    slider.set_range(None, 10)
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_End)
    assert slider.low.value() == slider.high.value()
    assert slider.range == (pytest.approx(10, rel=0.01), 10)


def test_range_by_mouse(slider: RangeSlider, qtbot) -> None:
    changing, changed = [], []
    slider.changing.connect(lambda low, high: changing.append((low, high)))
    slider.changed.connect(lambda low, high: changed.append((low, high)))
    middle = slider.high.geometry().center()
    qtbot.mousePress(slider, LEFT, pos=middle)
    for x in (300, 250, slider.width() // 2):
        qtbot.mouseMove(slider, QPoint(x, middle.y()))
    assert len(changing) == 3
    assert changed == []
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(slider.width() // 2, middle.y()))
    assert len(changed) == 1
    assert changed[0][0] is None
    assert changed[0][1] == pytest.approx(31.6, rel=0.05)


def test_setting_a_range_is_silent_and_exact(slider: RangeSlider, qtbot) -> None:
    with qtbot.assertNotEmitted(slider.changed), qtbot.assertNotEmitted(slider.changing):
        slider.set_range(7, 5000)
        slider.set_bounds(0.1, 2000)
    assert slider.range == (7, 5000)
    assert slider.high.value() == STEPS
    slider.high.setFocus()
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_Right)
    assert slider.range[1] == 5000


def test_slider_speaks(slider: RangeSlider, qtbot) -> None:
    slider.set_range(10, None)
    low = QAccessible.queryAccessibleInterface(slider.low)
    assert low.role() == QAccessible.Role.Slider
    assert low.text(QAccessible.Text.Name) == "Parameters, from"
    assert low.text(QAccessible.Text.Description) == "10B"
    assert slider.high.accessibleDescription() == "no limit"
    assert int(low.text(QAccessible.Text.Value)) == slider.low.value()
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_PageUp)
    assert low.text(QAccessible.Text.Description) == "20B"


@pytest.mark.parametrize(("scale", "low", "high"), [("log", 0, 10), ("log", -1, 10), ("linear", 5, 1)])
def test_wrong_bounds_are_an_error(qtbot, scale, low, high) -> None:
    slider = RangeSlider("x", str, scale=scale)
    qtbot.addWidget(slider)
    with pytest.raises(ValueError, match="cannot go"):
        slider.set_bounds(low, high)


def test_values_snap(qtbot) -> None:
    slider = RangeSlider("Year", str, snap=round)
    slider.set_bounds(2017, 2025)
    shown(qtbot, slider)
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_PageUp)
    assert slider.range == (2018, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(value=st.floats(1, 1000))
def test_position_and_value_agree(slider: RangeSlider, value: float) -> None:
    assert slider._value_of(slider._position_of(value), -1) == pytest.approx(value, rel=0.0004)


def test_histogram_is_drawn_behind(slider: RangeSlider) -> None:
    before = slider.sizeHint().height()
    slider.set_histogram([1, 5, 2])
    assert slider.sizeHint().height() > before
    assert slider.palette().dark().color().name() in colours(slider)
