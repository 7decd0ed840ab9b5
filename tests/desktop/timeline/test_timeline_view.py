"""The timeline as people use it: selecting, walking, what the filter leaves, and what stands where nothing is."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QDialog, QRadioButton, QWidget

from db.filters import parse
from tests.desktop.timeline.timeline_world import World

Key, Mod = Qt.Key, Qt.KeyboardModifier
SHIFT, CONTROL = Mod.ShiftModifier, Mod.ControlModifier


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


# ---- failures, emptiness, theme ----


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


# ---- pictures ----


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
