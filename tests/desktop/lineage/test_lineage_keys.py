"""The lineage by keyboard: walking relations, edges that are read out, zooming and panning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.lineage.words import edge_text
from tests.desktop.lineage.lineage_world import World

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT, CONTROL = Mod.ShiftModifier, Mod.ControlModifier


def test_arrows_walk_relations(world: World) -> None:
    world.selection.set_focus(world.id("V1"))
    found = [world.focus]
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        world.key(key)
        found.append(world.focus)
    assert found[:3] == ["V1", "V2", "V3"] and found[4] == "V3"
    assert found[3] == "R1"


def test_home_end_up_and_down(world: World) -> None:
    world.key(Key.Key_Home)
    first = world.focus
    world.key(Key.Key_End)
    assert (first, world.focus) == ("V1", "X2")
    world.key(Key.Key_Up)
    assert world.focus != "X2"


def test_walking_leaves_the_whole_lineage_in_sight(world: World) -> None:
    days = world.canvas.sight.scale
    world.key(Key.Key_Home)
    world.key(Key.Key_End)
    assert world.canvas.sight.scale == days
    assert world.canvas.span() is None


def test_edges_are_walked_read_out_and_followed(world: World) -> None:
    world.selection.set_focus(world.id("V3"))
    said = set()
    for _ in range(4):
        world.key(Key.Key_Right, SHIFT)
        said.add(edge_text(world.scene, world.canvas.edge))
    assert "successor of it, stated" in said
    assert "distilled from it, stated, part of a cycle, against the dates" in said
    while "successor" not in edge_text(world.scene, world.canvas.edge):
        world.key(Key.Key_Left, SHIFT)
    world.key(Key.Key_Return)
    assert world.focus == "V2"
    assert world.canvas.edge is None


def test_space_selects_and_enter_opens(world: World, qtbot) -> None:
    world.key(Key.Key_Home)
    world.key(Key.Key_Space)
    assert world.selected() == {"V1"}
    with qtbot.waitSignal(world.view.opened, timeout=500):
        world.key(Key.Key_Return)


def test_zoom_pan_and_everything_again(world: World) -> None:
    days = world.canvas.sight.scale.days
    world.key(Key.Key_Plus)
    assert world.canvas.sight.scale.days < days
    world.qtbot.waitUntil(lambda: world.navigation.zoom("lineage") is not None)
    first = world.canvas.sight.scale.first
    world.key(Key.Key_Right, CONTROL)
    assert world.canvas.sight.scale.first > first
    world.key(Key.Key_0)
    assert world.canvas.sight.scale.days == pytest.approx(days)
    world.qtbot.waitUntil(lambda: world.navigation.zoom("lineage") is None)
    world.navigation.set_zoom("lineage", (first, first + 90))
    assert world.canvas.sight.scale.days == pytest.approx(90)


def test_a_drag_pans(world: World) -> None:
    world.canvas.zoom(3, 100.0)
    first = world.canvas.sight.scale.first
    world.drag(QPointF(700, 10), QPointF(500, 10))
    assert world.canvas.sight.scale.first > first
    assert not world.selection.ids
