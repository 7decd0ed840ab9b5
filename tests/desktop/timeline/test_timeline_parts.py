"""What stands around the canvas: names of lanes, the tray of the undated, the strip of the whole span."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.filters import parse
from tests.desktop.timeline.timeline_world import World, entity
from tests.small_database import fact

Key, Mod, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def labels(world: World) -> list[str]:
    """The names beside the lanes, from the top as they are seen."""
    headers = [header for header in world.view.panel.headers._lanes.values() if header.isVisible()]
    return [header.lane.label for header in sorted(headers, key=QWidget.y)]


def header(world: World, label: str) -> QWidget:
    return next(h for h in world.view.panel.headers._lanes.values() if h.lane.label == label)


def mouse(target: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, QPointF(at), QPointF(target.mapToGlobal(at)), LEFT, held, Mod.NoModifier)
    QApplication.sendEvent(target, event)


def drag(target: QWidget, start: QPoint, end: QPoint) -> None:
    mouse(target, QEvent.Type.MouseButtonPress, start)
    for share in (0.5, 1.0):
        mouse(target, QEvent.Type.MouseMove, (QPointF(start) + share * QPointF(end - start)).toPoint())
    mouse(target, QEvent.Type.MouseButtonRelease, end)


# ---- lanes ----


def test_names_stand_beside_their_lanes(world: World) -> None:
    assert labels(world) == ["Company", "Releases", "Market and policy"]
    for one in world.view.panel.headers._lanes.values():
        rect = world.canvas.drawing.lane_rect(one.lane.number)
        assert abs(one.y() - rect.top()) <= 1
        assert one.geometry().bottom() <= world.view.panel.headers.height()


def test_a_press_folds_a_lane_and_it_stays_folded(worlds: Callable[[], World]) -> None:
    world = worlds()
    world.qtbot.mouseClick(header(world, "Releases"), LEFT)
    world.settle()
    assert header(world, "Releases").folded
    assert world.canvas.drawing.lane_rect(header(world, "Releases").lane.number).height() < 20
    assert "folded" in header(world, "Releases").accessibleName()
    again = worlds()
    assert header(again, "Releases").folded
    assert not header(again, "Company").folded
    again.qtbot.mouseClick(header(again, "Releases"), LEFT)
    again.settle()
    assert not header(again, "Releases").folded


def test_the_keyboard_folds_moves_and_goes_from_lane_to_lane(world: World) -> None:
    panel = world.view.panel
    header(world, "Company").setFocus()
    world.qtbot.keyClick(header(world, "Company"), Key.Key_Down)
    assert header(world, "Releases").hasFocus()
    world.qtbot.keyClick(header(world, "Releases"), Key.Key_Left)
    world.settle()
    assert header(world, "Releases").folded
    world.qtbot.keyClick(header(world, "Releases"), Key.Key_Right)
    world.settle()
    assert not header(world, "Releases").folded
    world.qtbot.keyClick(header(world, "Releases"), Key.Key_Up, Mod.ControlModifier)
    world.settle()
    assert labels(world) == ["Releases", "Company", "Market and policy"]
    assert header(world, "Releases").hasFocus()
    stops = [h for h in panel.headers._lanes.values() if h.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [header(world, "Releases")]


def test_a_lane_is_dragged_and_the_order_is_kept(worlds: Callable[[], World]) -> None:
    world = worlds()
    company, market = header(world, "Company"), header(world, "Market and policy")
    end = company.mapFromGlobal(market.mapToGlobal(QPoint(10, market.height() - 2)))
    drag(company, QPoint(10, 5), end)
    world.settle()
    assert labels(world) == ["Releases", "Market and policy", "Company"]
    assert not company.folded
    assert labels(worlds()) == ["Releases", "Market and policy", "Company"]


def test_lanes_by_organization_are_kept(worlds: Callable[[], World]) -> None:
    world = worlds()
    choice = world.view.panel.corner.by
    world.qtbot.keyClick(choice, Key.Key_Down)
    world.settle()
    assert labels(world) == ["Alpha", "Beta", "Without organization"]
    again = worlds()
    assert labels(again) == ["Alpha", "Beta", "Without organization"]
    assert again.view.panel.corner.by.currentData() == "organization"


def test_a_lane_of_an_entity_filters_by_it(world: World) -> None:
    world.view._regroup("organization")
    world.settle()
    lane = header(world, "Beta").lane
    actions = {action.objectName(): action for action in world.view.panel.headers.menu_for(lane).actions()}
    actions["filter"].trigger()
    assert str(world.filters.base) == "org:Beta"
    actions["exclude"].trigger()
    assert str(world.filters.base) == "org:Beta -org:Beta"
    without = header(world, "Without organization").lane
    assert "filter" not in {action.objectName() for action in world.view.panel.headers.menu_for(without).actions()}


def test_a_focus_from_elsewhere_brings_its_lane_into_sight(world: World) -> None:
    world.view._regroup("organization")
    world.view.resize(900, 140)
    world.settle()
    canvas = world.canvas
    lowest = canvas.scene.order[-1]
    assert canvas.drawing.lane_rect(lowest).bottom() > canvas.height() - canvas.drawing.axis_height()
    world.selection.set_focus(world.id("Founding"))
    world.settle()
    assert canvas.drawing.lane_rect(lowest).bottom() <= canvas.height() - canvas.drawing.axis_height() + 1
    assert canvas.offset > 0
    assert world.view.panel._scroll.value() == round(canvas.offset)


def test_what_was_kept_badly_is_forgotten(worlds: Callable[[], World]) -> None:
    world = worlds()
    for key, value in (("by", "colour"), ("order/kind", 3), ("folded/kind", {"a": 1}), ("zoom", ["x", 1])):
        world.settings.write(f"timeline/{key}", value)
    assert labels(worlds()) == ["Company", "Releases", "Market and policy"]


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


def test_every_control_has_a_name(world: World) -> None:
    stops = [w for w in world.view.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w.objectName() for w in stops if not (w.accessibleName() or w.focusProxy()) and w.isVisible()]
    assert not nameless
    assert all(w.objectName() for w in stops if w.isVisible())


# ---- the order of lanes ----

MANY = [
    {"kind": "source", "id": "s1", "name": "Source", "lines": 90},
    *(entity("organization", name.lower(), name) for name in ("Zeta", "Delta", "Alpha", "Beta")),
    *(entity("release", f"z{n}", f"Z {n}", organization=fact("zeta")) for n in range(9)),  # without a date
    *(entity("release", f"d{n}", f"D {n}", date=fact(f"{n} Jan 2024"), organization=fact("delta"),
             open_weights=fact("yes")) for n in range(1, 4)),
    *(entity("release", f"a{n}", f"A {n}", date=fact(f"{n} Feb 2024"), organization=fact("alpha"))
      for n in range(1, 3)),
    *(entity("release", f"b{n}", f"B {n}", date=fact(f"{n} Mar 2024"), organization=fact("beta"),
             open_weights=fact("yes")) for n in range(1, 3)),
    entity("release", "z", "Z", date=fact("3 May 2024"), organization=fact("zeta")),
    entity("release", "none", "None", date=fact("4 May 2024")),
]  # fmt: skip


def test_lanes_of_organizations_begin_with_most_of_what_the_filter_shows(
    world_of: Callable[[list[dict]], World],
) -> None:
    world = world_of(MANY)
    world.view._regroup("organization")
    world.settle()
    assert labels(world) == ["Delta", "Alpha", "Beta", "Zeta", "Without organization"]
    world.filters.set(parse("org:Beta,Alpha"))
    world.settle()
    assert labels(world) == ["Alpha", "Beta"]
    choice = world.view.panel.corner.by
    assert choice.accessibleDescription().startswith("3 lanes are left out")
    assert choice.accessibleDescription() in choice.toolTip()
    world.filters.set_brush(parse("date:2024-03").clauses[0])
    world.settle()
    assert labels(world) == ["Alpha", "Beta"]  # no lane moves or goes below a brush
    world.filters.set(parse("org:Nobody"))
    world.settle()
    assert len(labels(world)) == 5  # all of them, thin
    assert not choice.accessibleDescription()


def test_lanes_of_kinds_keep_their_places_whatever_the_filter_shows(world: World) -> None:
    before = labels(world)
    world.filters.set(parse("kind:release"))
    world.settle()
    assert labels(world) == before


def test_lanes_that_the_filter_left_out_are_where_they_were_moved(world_of: Callable[[list[dict]], World]) -> None:
    world = world_of(MANY)
    world.view._regroup("organization")
    world.settle()
    drawn = dict(zip(labels(world), world.view.panel.canvas.scene.order, strict=True))
    world.view._reorder(tuple(drawn[name] for name in ("Zeta", "Delta", "Beta", "Alpha", "Without organization")))
    world.filters.set(parse("org:Beta,Alpha"))
    world.settle()
    assert labels(world) == ["Beta", "Alpha"]
    world.view._reorder((drawn["Alpha"], drawn["Beta"]))
    world.settle()
    assert labels(world) == ["Alpha", "Beta"]
    world.filters.set(parse(""))
    world.settle()
    assert labels(world) == ["Zeta", "Delta", "Alpha", "Beta", "Without organization"]
