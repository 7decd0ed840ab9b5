"""Brushing days by mouse and by keyboard: live, kept by Enter, taken back by Esc."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from db.filters import parse
from tests.desktop.timeline.timeline_world import World, day

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT = Mod.NoModifier, Mod.ShiftModifier


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


def test_a_brush_grows_over_its_own_beginning(world: World) -> None:
    world.selection.set((), world.id("Release 3"))
    for _ in range(3):
        world.key(Key.Key_Left, SHIFT)
    world.settle()
    assert world.brush() == "date:2024-10..2024-12"
