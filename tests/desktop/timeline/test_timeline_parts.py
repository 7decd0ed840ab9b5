"""What stands around the canvas: the tray of the undated and the strip of the whole span."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from db.filters import parse
from tests.desktop.timeline.mouse_on_widgets import drag, mouse
from tests.desktop.timeline.timeline_world import World

Key = Qt.Key


# ---- the tray ----


def rows(world: World) -> list[str]:
    model = world.view.panel.tray.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_the_tray_lists_the_undated_and_counts_them(worlds: Callable[[], World]) -> None:
    world = worlds()
    panel = world.view.panel
    assert not panel.tray.isVisible()
    panel.corner.tray.click()
    assert panel.tray.isVisible()
    assert sorted(rows(world)) == ["<b>Bare</b>", "Source"]
    world.filters.set(parse('name:"<b>Bare</b>"'))
    world.settle()
    assert rows(world) == ["<b>Bare</b>", "Source"]
    heading = panel.tray.findChild(QWidget, "undated_heading").text()
    assert heading == "Without a date: 1 of 2"
    model = panel.tray.model
    assert model.data(model.index(0), Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(model.index(1), Qt.ItemDataRole.ForegroundRole) is not None
    assert "left out" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert "<b>" not in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert worlds().view.panel.tray.isVisible()


def test_the_tray_selects_and_follows_the_selection(world: World) -> None:
    tray = world.view.panel.tray
    world.view.panel.corner.tray.click()
    tray.list.setFocus()
    tray.list.setCurrentIndex(tray.model.index(rows(world).index("<b>Bare</b>")))
    assert world.names(world.selection.ids) == {"<b>Bare</b>"}
    world.selection.set((world.id("Source"), world.id("Release 1")), world.id("Source"))
    chosen = [tray.model.data(index) for index in tray.list.selectionModel().selectedIndexes()]
    assert chosen == ["Source"]
    assert tray.list.currentIndex().row() == rows(world).index("Source")
    assert world.names(world.selection.ids) == {"Source", "Release 1"}


def test_no_tray_where_everything_has_a_date(world: World) -> None:
    world.view.panel.corner.show_undated(0, 0)
    assert not world.view.panel.corner.tray.isVisible()


# ---- the strip ----


def strip_x(world: World, day: float) -> int:
    return round(world.view.panel.overview._whole().x(day))


@pytest.fixture
def zoomed(world: World) -> World:
    world.canvas.go_to((datetime.date(2024, 1, 1).toordinal(), datetime.date(2024, 4, 1).toordinal()))
    return world


def test_dragging_the_window_pans(zoomed: World) -> None:
    before = zoomed.canvas.scale
    middle = (before.first + before.last) / 2
    to = datetime.date(2024, 9, 1).toordinal()
    drag(zoomed.view.panel.overview, QPoint(strip_x(zoomed, middle), 10), QPoint(strip_x(zoomed, to), 10))
    after = zoomed.canvas.scale
    assert after.days == pytest.approx(before.days)
    assert (after.first + after.last) / 2 == pytest.approx(to, abs=2)


def test_dragging_an_end_zooms(zoomed: World) -> None:
    before = zoomed.canvas.scale
    to = datetime.date(2024, 9, 1).toordinal()
    drag(zoomed.view.panel.overview, QPoint(strip_x(zoomed, before.last), 10), QPoint(strip_x(zoomed, to), 10))
    assert zoomed.canvas.scale.first == pytest.approx(before.first)
    assert zoomed.canvas.scale.last == pytest.approx(to, abs=2)


def test_a_press_beside_the_window_brings_it_there(zoomed: World) -> None:
    to = datetime.date(2023, 7, 1).toordinal()
    mouse(zoomed.view.panel.overview, QEvent.Type.MouseButtonPress, QPoint(strip_x(zoomed, to), 10))
    scale = zoomed.canvas.scale
    assert (scale.first + scale.last) / 2 == pytest.approx(to, abs=2)


@pytest.mark.parametrize(
    ("key", "shift", "factor"),
    [
        (Key.Key_Right, 0.1, 1),
        (Key.Key_Left, -0.1, 1),
        (Key.Key_PageDown, 0.9, 1),
        (Key.Key_PageUp, -0.9, 1),
        (Key.Key_Plus, None, 1.25),
        (Key.Key_Minus, None, 0.8),
    ],
)
def test_the_strip_by_keyboard(zoomed: World, key: Qt.Key, shift: float | None, factor: float) -> None:
    before = zoomed.canvas.scale
    zoomed.qtbot.keyClick(zoomed.view.panel.overview, key)
    after = zoomed.canvas.scale
    assert after.days == pytest.approx(before.days / factor)
    if shift is not None:
        assert (after.first - before.first) / before.days == pytest.approx(shift)


def test_the_strip_is_a_slider_to_screen_readers(zoomed: World) -> None:
    strip = zoomed.view.panel.overview
    told = QAccessible.queryAccessibleInterface(strip)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.Slider, "Overview")
    assert "January 2024" in strip.accessibleDescription() or "Jan 2024" in strip.accessibleDescription()
    share = strip.value()
    told.valueInterface().setCurrentValue(90)
    assert strip.value() == 90 != share
    assert (zoomed.canvas.scale.first + zoomed.canvas.scale.last) / 2 > datetime.date(2024, 9, 1).toordinal()


# ---- all of them ----


def test_every_control_has_a_name(world: World) -> None:
    stops = [w for w in world.view.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w.objectName() for w in stops if not (w.accessibleName() or w.focusProxy()) and w.isVisible()]
    assert not nameless
    assert all(w.objectName() for w in stops if w.isVisible())
