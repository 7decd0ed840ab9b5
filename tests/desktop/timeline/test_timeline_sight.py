"""The days in sight: zoomed and panned by wheel, hand and key, never lost, and part of the history."""

from __future__ import annotations

import datetime
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from db.filters import parse
from desktop.timeline.query import usual_days
from tests.desktop.timeline.timeline_world import World, day

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CONTROL = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier


@pytest.mark.parametrize("x", [10, 250, 600])
@pytest.mark.parametrize("notches", [1, -1, 3])
@pytest.mark.parametrize("modifiers", [NONE, CONTROL])
def test_the_wheel_keeps_the_day_below_the_pointer(world: World, x: int, notches: int, modifiers: Mod) -> None:
    before, days = world.canvas.scale.day(x), world.canvas.scale.days
    world.wheel(QPoint(x, 50), notches, modifiers)
    assert world.canvas.scale.days == pytest.approx(days / 1.25**notches)
    assert world.canvas.scale.day(x) == pytest.approx(before, abs=1e-6)


@pytest.mark.parametrize(
    ("gesture", "way"),
    [
        ({"notches": -1, "modifiers": SHIFT}, 80),
        ({"notches": -1, "sideways": True}, 80),
        ({"notches": 0.5, "sideways": True}, -40),
        ({"notches": -1, "sideways": True, "pixels": QPoint(-30, 4)}, 30),
    ],
)
def test_shift_sideways_and_two_fingers_pan(world: World, gesture: dict, way: float) -> None:
    world.canvas.zoom(3)
    before = world.canvas.scale
    world.wheel(QPoint(300, 50), **gesture)
    assert world.canvas.scale.days == pytest.approx(before.days)
    assert (world.canvas.scale.first - before.first) * before.pixels_per_day == pytest.approx(way, abs=0.01)


def test_a_pinch_zooms_about_its_middle(world: World) -> None:
    before = world.canvas.scale
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(200, 40)
    pinch = QNativeGestureEvent(Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.5, QPointF())
    QApplication.sendEvent(world.canvas, pinch)
    assert world.canvas.scale.days == pytest.approx(before.days / 1.5)
    assert world.canvas.scale.day(200) == pytest.approx(before.day(200), abs=1e-6)


def test_dragging_pans_with_the_hand(world: World) -> None:
    world.canvas.zoom(3)
    day = world.canvas.scale.day(300)
    world.drag(QPoint(300, 30), QPoint(360, 30))
    assert world.canvas.scale.day(360) == pytest.approx(day, abs=1e-6)


def test_a_press_that_hardly_moves_pans_nothing(world: World) -> None:
    before = world.canvas.scale
    world.drag(QPoint(300, 30), QPoint(302, 31))
    assert world.canvas.scale == before


def test_the_marks_cannot_be_lost_far_away(world: World) -> None:
    for _ in range(100):
        world.canvas.pan(5_000)
    first, last = world.canvas.whole()
    assert first <= (world.canvas.scale.first + world.canvas.scale.last) / 2 <= last
    for _ in range(100):
        world.canvas.zoom(0.5)
    assert world.canvas.scale.days <= 3 * (last - first) + 1


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("nearer", [0, 4, 30])
def test_panning_ends_where_some_of_the_dates_are_still_in_sight(world: World, way: int, nearer: int) -> None:
    for _ in range(nearer):
        world.canvas.zoom(1.25)
    for _ in range(300):
        world.canvas.pan(way * 5_000)
    scale = world.canvas.scale
    inside = min(scale.last, day("2025-01-01")) - max(scale.first, day("2023-05-02"))
    assert inside >= 0.099 * scale.days
    world.canvas.pan(way * 50)
    assert (world.canvas.scale.first, world.canvas.scale.last) == pytest.approx((scale.first, scale.last), abs=1e-6)


def test_days_without_a_mark_show_the_way_back(world: World) -> None:
    earlier, later = (world.view.findChild(QWidget, name) for name in ("timeline_earlier", "timeline_later"))
    assert not earlier.isVisible()
    assert not later.isVisible()
    world.canvas.go_to((day("2023-09-01"), day("2023-10-01")))
    world.settle()
    world.qtbot.waitUntil(earlier.isVisible)
    assert (earlier.text(), later.text()) == ("← 2 earlier", "3 later →")
    days = world.canvas.scale.days
    world.qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    world.settle()
    assert world.canvas.scale.days == pytest.approx(days)
    assert world.canvas.scale.first < day("2023-07-17") < world.canvas.scale.last  # the nearest one
    world.qtbot.waitUntil(lambda: not earlier.isVisible() and not later.isVisible())


def test_the_way_back_counts_what_the_filter_shows(world: World) -> None:
    world.filters.set(parse("Release"))
    world.canvas.go_to((day("2023-07-01"), day("2023-08-01")))
    world.settle()
    world.qtbot.waitUntil(world.view.findChild(QWidget, "timeline_earlier").isVisible)
    assert world.view.findChild(QWidget, "timeline_later").text() == "2 later →"


def test_zoom_is_part_of_the_history(world: World) -> None:
    before = world.canvas.scale
    world.wheel(QPoint(300, 50), 2)
    world.wheel(QPoint(300, 50), 2)
    world.settle()
    after = world.canvas.scale
    assert world.navigation.zoom("timeline") == (after.first, after.last)
    world.navigation.back()
    assert world.canvas.scale == before
    world.navigation.forward()
    assert world.canvas.scale == after


def test_a_double_click_on_nothing_looks_nearer(world: World) -> None:
    before = world.canvas.scale
    world.mouse(QEvent.Type.MouseButtonDblClick, QPoint(5, 5))
    assert world.canvas.scale.days == pytest.approx(before.days / 2)
    assert world.canvas.scale.day(5) == pytest.approx(before.day(5), abs=1e-6)


def test_a_focus_from_elsewhere_comes_into_sight_without_a_zoom(world: World) -> None:
    world.canvas.go_to((datetime.date(2023, 4, 1).toordinal(), datetime.date(2023, 6, 1).toordinal()))
    days = world.canvas.scale.days
    world.selection.set_focus(world.id("Release 3"))
    world.canvas.repaint()
    assert world.canvas.scale.days == pytest.approx(days)
    assert world.canvas.rect().contains(world.place("Release 3"))


def test_a_date_longer_than_the_sight_is_shown_whole(world: World) -> None:
    world.canvas.go_to((datetime.date(2023, 4, 1).toordinal(), datetime.date(2023, 6, 1).toordinal()))
    world.selection.set_focus(world.id("Ban"))
    assert world.canvas.scale.first < datetime.date(2024, 1, 1).toordinal()
    assert world.canvas.scale.last > datetime.date(2024, 12, 31).toordinal()


@pytest.mark.parametrize(
    ("key", "modifiers", "factor", "shift"),
    [
        (Key.Key_Plus, NONE, 1.5, None),
        (Key.Key_Minus, NONE, 1 / 1.5, None),
        (Key.Key_Right, CONTROL, 1, 0.125),
        (Key.Key_Left, CONTROL, 1, -0.125),
        (Key.Key_PageDown, NONE, 1, 0.8),
        (Key.Key_PageUp, NONE, 1, -0.8),
    ],
)
def test_keys_zoom_and_pan(world: World, key: Qt.Key, modifiers: Mod, factor: float, shift: float | None) -> None:
    world.canvas.zoom(4)
    before = world.canvas.scale
    world.key(key, modifiers)
    after = world.canvas.scale
    assert after.days == pytest.approx(before.days / factor)
    if shift is not None:
        assert (after.first - before.first) / before.days == pytest.approx(shift, abs=0.001)


def test_zero_shows_all_days(world: World) -> None:
    world.canvas.zoom(9)
    world.key(Key.Key_0)
    world.settle()
    assert (world.canvas.scale.first, world.canvas.scale.last) == world.canvas.whole()


def test_far_away_marks_do_not_push_the_others_together(world: World, monkeypatch) -> None:
    """What opens is where nearly all marks are; all days are a key away, and stay then."""
    usual = (datetime.date(2024, 1, 1).toordinal(), datetime.date(2025, 1, 1).toordinal())
    monkeypatch.setattr(world.canvas, "usual", lambda: usual)
    world.canvas.set_span(None)
    assert (world.canvas.scale.first, world.canvas.scale.last) == usual
    world.key(Key.Key_0)
    world.settle()
    assert (world.canvas.scale.first, world.canvas.scale.last) == world.canvas.whole()
    assert world.navigation.zoom("timeline") == world.canvas.whole()
    world.navigation.back()
    assert (world.canvas.scale.first, world.canvas.scale.last) == usual


@pytest.mark.parametrize("long_ago", [0, 1, 5])
def test_the_usual_days_leave_out_a_few_far_away(world: World, long_ago: int) -> None:
    timeline = world.timeline
    late = datetime.date(2020, 1, 1).toordinal() + 10 * np.arange(100 - long_ago)
    first = np.concatenate([np.full(long_ago, datetime.date(1980, 1, 1).toordinal()), late]).astype(np.int32)
    many = replace(timeline, first=first, last=first, dated=100, ids=np.arange(100))
    usual = usual_days(many, (float(first[0]), float(first[-1]) + 1))
    assert usual[0] >= datetime.date(2019, 6, 1).toordinal()
    assert usual[1] > first[-1] - 40
    few = replace(many, dated=5)
    assert usual_days(few, (1.0, 2.0)) == (1.0, 2.0)


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right])
def test_the_keys_of_the_history_are_left_alone(world: World, key: Qt.Key) -> None:
    before = world.canvas.scale
    world.key(key, Mod.AltModifier)
    assert (world.canvas.scale, world.focus) == (before, None)


def test_zooming_by_key_keeps_the_focused_mark_where_it_is(world: World) -> None:
    world.key(Key.Key_Home)
    day = datetime.date(2023, 5, 2).toordinal() + 0.5
    x = world.canvas.scale.x(day)
    world.key(Key.Key_Plus)
    assert world.canvas.scale.x(day) == pytest.approx(x, abs=0.01)
