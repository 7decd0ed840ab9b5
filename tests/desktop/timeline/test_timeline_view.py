"""The timeline as people use it: by mouse, by keyboard, and together with what is shared."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QWidget

from db.filters import parse
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark
from desktop.timeline.query import usual_days

World = Any
Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CONTROL = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier


def day(text: str) -> float:
    return float(datetime.date.fromisoformat(text).toordinal())


# ---- zoom and pan ----


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


# ---- the brush ----


@pytest.mark.parametrize("where", ["axis", "shift"])
def test_brushing_is_live_and_enter_keeps_it(world: World, where: str) -> None:
    y, modifiers = (world.axis_y, NONE) if where == "axis" else (40, SHIFT)
    seen: list[str] = []
    world.filters.changed.connect(lambda spec: seen.append(str(spec)))
    world.press(QPoint(world.x("2023-06-10"), y), modifiers)
    world.drag_to(QPoint(world.x("2023-08-10"), y), modifiers)
    world.settle()
    assert world.brush() == "date:2023-06..2023-08"
    world.drag_to(QPoint(world.x("2023-12-10"), y), modifiers)
    world.settle()
    assert seen == ["date:2023-06..2023-08", "date:2023-06..2023-12"]
    world.release(QPoint(world.x("2023-12-10"), y), modifiers)
    assert not world.filters.base.clauses
    world.key(Key.Key_Return)
    assert (str(world.filters.base), world.brush()) == ("date:2023-06..2023-12", "")
    world.settle()
    assert world.canvas.brush is None


def test_escape_takes_the_brush_back(world: World) -> None:
    world.filters.set(parse("open:yes date:2024"))
    world.settle()
    world.drag(QPoint(world.x("2023-06-10"), world.axis_y), QPoint(world.x("2023-08-10"), world.axis_y))
    world.settle()
    assert str(world.filters.spec) == "open:yes date:2023-06..2023-08"
    world.key(Key.Key_Escape)
    assert str(world.filters.spec) == "open:yes date:2024"
    assert world.canvas.brush is None


def test_escape_while_dragging_restores_what_was_brushed_before(world: World) -> None:
    y = world.axis_y
    world.drag(QPoint(world.x("2023-06-10"), y), QPoint(world.x("2023-08-10"), y))
    world.settle()
    world.press(QPoint(world.x("2024-06-10"), 40), SHIFT)
    world.drag_to(QPoint(world.x("2024-09-10"), 40), SHIFT)
    world.settle()
    assert world.brush() == "date:2024-06..2024-09"
    world.key(Key.Key_Escape)
    world.settle()
    assert world.brush() == "date:2023-06..2023-08"


def test_the_brush_is_taken_by_its_ends_and_its_middle(world: World) -> None:
    y = world.axis_y
    world.drag(QPoint(world.x("2023-06-10"), y), QPoint(world.x("2023-08-10"), y))
    world.settle()
    edge = QPoint(round(world.canvas.scale.x(world.canvas.brush[1])), y)
    world.drag(edge, QPoint(world.x("2023-10-20"), y))
    world.settle()
    assert world.brush() == "date:2023-06..2023-10"
    start = QPoint(world.x("2023-07-15"), y)
    world.drag(start, QPoint(world.x("2023-09-16"), y))
    world.settle()
    assert world.brush() == "date:2023-08..2023-12"


def test_a_click_on_the_axis_brushes_that_unit_and_beside_it_drops_the_brush(world: World) -> None:
    y = world.axis_y - 20
    world.click(QPoint(world.x("2023-08-10"), y))
    world.settle()
    tick = next(t for t in world.canvas.scale.axis().fine if t.day <= datetime.date(2023, 8, 10).toordinal() < t.end)
    assert world.canvas.brush == (tick.day, tick.end)
    world.click(QPoint(world.x("2024-10-10"), y))
    world.settle()
    assert world.brush() == ""


def test_a_brush_from_elsewhere_is_shown(world: World) -> None:
    world.filters.set_brush(parse("date:2024-03").clauses[0])
    assert world.canvas.brush == (
        datetime.date(2024, 3, 1).toordinal(),
        datetime.date(2024, 4, 1).toordinal(),
    )
    world.filters.set_brush(None)
    assert world.canvas.brush is None


def test_a_brush_out_of_sight_is_told_at_the_edge_and_a_click_there_leads_to_it(world: World) -> None:
    world.filters.set_brush(parse("date:2023-05..2023-07").clauses[0])
    world.canvas.go_to((day("2024-06-01"), day("2024-09-01")))
    world.settle()
    flag = QPoint(20, world.canvas.height() - round(world.canvas.drawing.axis_height()) + 10)
    world.mouse(QEvent.Type.MouseMove, flag, button=Qt.MouseButton.NoButton)
    assert world.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    world.click(flag)
    world.settle()
    assert world.brush() == "date:2023-05..2023-07"
    assert world.canvas.scale.first < day("2023-05-01") < day("2023-08-01") < world.canvas.scale.last


@pytest.mark.parametrize(("key", "ends"), [(Key.Key_Right, (None, "2024-12")), (Key.Key_Left, ("2023-05", None))])
def test_the_keyboard_brushes_no_further_than_there_are_dates(world: World, key: Key, ends: tuple) -> None:
    for _ in range(60):
        world.key(key, SHIFT)
    world.settle()
    brush = world.filters.brush
    assert ends[0] in (None, brush.low)
    assert ends[1] in (None, brush.high)


def test_the_keyboard_takes_a_brush_beyond_all_dates_no_further(world: World) -> None:
    world.filters.set_brush(parse("date:2024-03..2030-06").clauses[0])
    world.settle()
    world.key(Key.Key_Right, SHIFT)
    world.settle()
    assert world.brush() == "date:2024-03..2030-06"
    world.key(Key.Key_Left, SHIFT)
    world.settle()
    assert world.brush() == "date:2024-03..2030-05"


# ---- selecting ----


def test_a_click_selects_and_control_adds(world: World) -> None:
    world.click(world.place("Release 1"))
    assert (world.names(world.selection.ids), world.focus) == ({"Release 1"}, "Release 1")
    world.click(world.place("Founding"), CONTROL)
    assert (world.names(world.selection.ids), world.focus) == ({"Release 1", "Founding"}, "Founding")
    world.click(world.place("Release 1"), CONTROL)
    assert world.names(world.selection.ids) == {"Founding"}
    world.click(QPoint(2, 2))
    assert not world.selection.ids
    assert world.focus == "Release 1"


def test_a_click_moves_nothing(world: World) -> None:
    world.canvas.zoom(1.3)
    before = world.canvas.scale
    world.click(world.place("Release 2"))
    assert world.canvas.scale == before


def test_a_rubber_band_selects_what_the_filter_shows(world: World) -> None:
    everything = world.canvas.rect().adjusted(1, 1, -1, -int(world.canvas.drawing.axis_height()) - 1)
    world.filters.set(parse("open:yes"))
    world.settle()
    world.drag(everything.topLeft(), everything.bottomRight(), CONTROL)
    assert world.names(world.selection.ids) == {"Release 1", "Release 3"}
    assert world.canvas.band is None


def test_a_double_click_opens_the_mark(qtbot, world: World) -> None:
    place = world.place("Release 1")
    world.click(place)
    with qtbot.waitSignal(world.view.opened):
        world.mouse(QEvent.Type.MouseButtonDblClick, world.place("Release 1"))


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


# ---- the keyboard alone ----


def test_the_keyboard_walks_selects_opens_and_filters(qtbot, world: World) -> None:
    opened: list[str | None] = []
    world.view.opened.connect(lambda: opened.append(world.focus))
    world.key(Key.Key_Home)
    assert world.focus == "Release 1"
    world.key(Key.Key_Right)
    assert world.focus == "Release 2"
    world.key(Key.Key_Up)
    assert world.focus == "Founding"
    world.key(Key.Key_Space)
    assert world.names(world.selection.ids) == {"Founding"}
    world.key(Key.Key_Return)
    assert opened == ["Founding"]
    world.key(Key.Key_End)
    assert world.focus == "Release 3"
    world.key(Key.Key_Home)
    world.key(Key.Key_Right, SHIFT)
    world.settle()
    assert world.brush() == "date:2023-05"
    world.key(Key.Key_Right, SHIFT)
    world.key(Key.Key_Right, SHIFT)
    world.settle()
    assert world.brush() == "date:2023-05..2023-07"
    world.key(Key.Key_Left, SHIFT)
    world.settle()
    assert world.brush() == "date:2023-05..2023-06"
    world.key(Key.Key_Return)
    assert str(world.filters.base) == "date:2023-05..2023-06"


def test_a_brush_grows_over_its_own_beginning(world: World) -> None:
    world.selection.set((), world.id("Release 3"))
    for _ in range(3):
        world.key(Key.Key_Left, SHIFT)
    world.settle()
    assert world.brush() == "date:2024-10..2024-12"


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


# ---- the filter ----


def test_the_filter_dims_and_the_counts_follow(world: World) -> None:
    world.filters.set(parse("open:yes"))
    world.settle()
    scene = world.canvas.scene
    kept = {scene.timeline.names[position] for position in range(scene.timeline.dated) if scene.shown[position]}
    assert kept == {"Release 1", "Release 3"}
    headers = {header.lane.label: header.lane.count_text() for header in world.view.panel.headers._lanes.values()}
    assert headers == {"Company": "0 of 1", "Releases": "2 of 3", "Market and policy": "0 of 1"}


def test_walking_passes_over_what_the_filter_leaves_out(world: World) -> None:
    world.filters.set(parse("open:yes"))
    world.settle()
    world.key(Key.Key_Home)
    world.key(Key.Key_Right)
    assert world.focus == "Release 3"


def test_the_strip_ignores_the_dates_of_the_filter(world: World) -> None:
    world.filters.set(parse("open:yes date:2024"))
    world.settle()
    answer = world.view._answer
    dated = range(answer.timeline.dated)
    assert {answer.timeline.names[p] for p in dated if answer.shown[p]} == {"Release 3"}
    assert {answer.timeline.names[p] for p in dated if answer.without_dates[p]} == {"Release 1", "Release 3"}


# ---- menus, cards, failures ----


def test_the_menu_of_a_mark(world: World) -> None:
    position = world.timeline.names.index("Release 2")
    menu = world.view.menus.for_mark(world.timeline, position)
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}
    actions["copy_name"].trigger()
    assert QGuiApplication.clipboard().text() == "Release 2"
    actions["filter_date"].trigger()
    assert str(world.filters.base) == "date:2024-01"
    actions["filter"].trigger()
    assert str(world.filters.base) == 'date:2024-01 "Release 2"'
    actions["exclude"].trigger()
    assert str(world.filters.base).endswith('-name:"Release 2"')


def test_the_card_tells_date_precision_and_source(qtbot, world: World) -> None:
    world.drag_to(world.place("Release 2"))
    card = world.view.hover.card
    qtbot.waitUntil(card.isVisible, timeout=3000)
    assert card.texts[:3] == ("Release 2", "Jan 2024", "known to the month")
    assert any(text.startswith("Source") for text in card.texts[3:])
    world.drag_to(QPoint(2, 2))
    assert not card.isVisible()


def test_the_card_comes_for_the_keyboard_too(qtbot, world: World) -> None:
    world.key(Key.Key_Home)
    qtbot.waitUntil(world.view.hover.card.isVisible, timeout=3000)
    assert world.view.hover.card.texts[0] == "Release 1"
    world.canvas.clearFocus()
    assert not world.view.hover.card.isVisible()


def test_escape_takes_the_card_away_first(qtbot, world: World) -> None:
    """Else it would reach the window, which would clear the filter."""
    world.filters.set_brush(parse("date:2024-03").clauses[0])
    world.key(Key.Key_Home)
    qtbot.waitUntil(world.view.hover.card.isVisible, timeout=3000)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, NONE)
    asked.ignore()
    QApplication.sendEvent(world.canvas, asked)
    assert asked.isAccepted()
    world.key(Key.Key_Escape)
    assert not world.view.hover.card.isVisible()
    assert world.brush() == "date:2024-03"
    world.key(Key.Key_Escape)
    assert world.brush() == ""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, NONE)
    asked.ignore()
    QApplication.sendEvent(world.canvas, asked)
    assert not asked.isAccepted()


def test_a_failure_says_so_and_offers_another_try(qtbot, world: World, monkeypatch) -> None:
    def broken(*_args: object, **_named: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr("desktop.views.timeline.ask", broken)
    world.view.reload()
    qtbot.waitUntil(world.view._empty.isVisible, timeout=3000)
    assert world.view._empty.accessibleDescription() == "the disk is gone"
    monkeypatch.undo()
    world.view._empty.findChild(object, "way0").click()
    qtbot.waitUntil(world.view.panel.isVisible, timeout=3000)


def test_an_empty_database_says_what_would_be_here(world_of) -> None:
    world = world_of([])
    assert world.view._empty.isVisible()
    assert world.view._empty.accessibleName() == "Nothing here can be dated"


def test_where_nothing_has_a_date_the_tray_is_open(world_of) -> None:
    world = world_of([{"kind": "release", "id": "r", "name": "R", "facts": {}}])
    assert world.view.panel.tray.isVisible()
    assert world.view.panel.tray.model.rowCount() == 1
    world.key(Key.Key_Home)
    world.key(Key.Key_Right)
    world.key(Key.Key_Plus)
    assert world.focus is None


def test_another_theme_repaints(world: World) -> None:
    light = world.canvas.grab().toImage().pixelColor(3, 3)
    world.theme.choose("dark")
    assert world.canvas.grab().toImage().pixelColor(3, 3).lightness() < light.lightness()
    world.theme.choose("light")


# ---- screen readers ----


def tree(interface) -> list:
    name, kids = QAccessible.Text.Name, [interface.child(index) for index in range(interface.childCount())]
    return [(kid.text(name), tree(kid)) if kid.childCount() else kid.text(name) for kid in kids]


def test_a_screen_reader_can_walk_the_marks(world: World) -> None:
    root = QAccessible.queryAccessibleInterface(world.canvas)
    assert root.text(QAccessible.Text.Name) == "Timeline"
    assert tree(root) == [
        ("Company", ["Founding"]),
        ("Releases", ["Release 1", "Release 2", "Release 3"]),
        ("Market and policy", ["Ban"]),
    ]
    releases = root.child(1)
    told = [releases.child(index).text(QAccessible.Text.Description) for index in range(3)]
    assert told == ["Release, 2 May 2023", "Release, January 2024", "Release, 10 Dec 2024"]
    world.filters.set(parse("open:yes"))
    world.settle()
    releases = QAccessible.queryAccessibleInterface(world.canvas).child(1)
    assert releases.child(1).text(QAccessible.Text.Description).endswith("left out by the filter")


def test_the_focus_is_told_to_screen_readers(world: World) -> None:
    QAccessible.setActive(True)
    try:
        world.key(Key.Key_Home)
        world.canvas.repaint()
        root = QAccessible.queryAccessibleInterface(world.canvas)
        assert root.focusChild().text(QAccessible.Text.Name) == "Release 1"
        assert root.focusChild().state().focused
    finally:
        QAccessible.setActive(False)


# ---- pictures and links ----


@pytest.mark.parametrize(("which", "title"), [(0, "Timeline, 2024"), (1, "Timeline, 2023–2024")])
def test_the_timeline_is_saved_as_a_picture(qtbot, world: World, tmp_path, which: int, title: str) -> None:
    world.filters.set(parse("open:yes"))
    world.canvas.go_to((datetime.date(2024, 2, 1).toordinal(), datetime.date(2024, 12, 20).toordinal()))
    world.settle()
    world.view.findChild(QWidget, "timeline_picture").click()
    qtbot.waitUntil(lambda: world.view.findChild(QDialog, "picture_dialog") is not None, timeout=5000)
    dialog = world.view.findChild(QDialog, "picture_dialog")
    dialog.findChild(QRadioButton, f"picture_which_{which}").click()
    file = tmp_path / "out.svg"
    with qtbot.waitSignal(dialog.written, timeout=10_000):
        dialog.save(file)
    text = file.read_text(encoding="utf-8")
    assert title in text
    assert ("Release 1" in text) == (which == 1)
    assert ("1 dated" if which == 0 else "2 dated") in text
    qtbot.waitUntil(lambda: world.view.findChild(QDialog, "picture_dialog") is None, timeout=5000)


def test_a_link_to_a_mark_is_copied(qtbot, world: World) -> None:
    menu = world.view.menus.for_mark(world.timeline, world.timeline.names.index("Release 2"))
    with qtbot.waitSignal(world.view.told, timeout=5000):
        next(action for action in menu.actions() if action.objectName() == "copy_link").trigger()
    assert QGuiApplication.clipboard().text() == "labline:entity/r2"


# ---- many marks in a column ----


def test_the_focus_is_seen_and_told_in_a_column(qtbot, worlds, monkeypatch) -> None:
    """A column stands for many marks; the one with the focus shows on it."""
    world = worlds()
    position = world.timeline.names.index("Release 2")
    lane = next(d.lane for d in world.canvas.drawing.drawn() if isinstance(d, DrawnMark) and d.position == position)
    first = float(datetime.date(2023, 1, 1).toordinal())
    column = DrawnBin(lane, first, first + 730, 3, QRectF(100, 40, 200, 30), 3)
    monkeypatch.setattr(world.canvas.drawing, "drawn", lambda: [column])
    world.selection.set_focus(world.id("Release 2"))
    world.canvas.repaint()
    mark = next(one for one in world.canvas.drawn() if isinstance(one, DrawnMark))
    assert (mark.position, mark.lane) == (position, lane)
    assert mark.rect.center().x() == pytest.approx(world.canvas.scale.x(datetime.date(2024, 1, 16).toordinal() + 0.5))
    assert column.rect.contains(mark.rect.center().x(), mark.rect.center().y())
    releases = QAccessible.queryAccessibleInterface(world.canvas).child(1)
    assert tree(releases) == ["3 marks", "Release 2"]
