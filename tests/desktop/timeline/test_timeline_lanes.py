"""The names beside the lanes: folded, moved, dragged, kept between starts, and in the order of what is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from db.filters import parse
from tests.desktop.timeline.mouse_on_widgets import drag
from tests.desktop.timeline.timeline_world import World, entity
from tests.small_database import fact

Key, Mod, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def labels(world: World) -> list[str]:
    """The names beside the lanes, from the top as they are seen."""
    headers = [header for header in world.view.panel.headers._lanes.values() if header.isVisible()]
    return [header.lane.label for header in sorted(headers, key=QWidget.y)]


def header(world: World, label: str) -> QWidget:
    return next(h for h in world.view.panel.headers._lanes.values() if h.lane.label == label)


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
