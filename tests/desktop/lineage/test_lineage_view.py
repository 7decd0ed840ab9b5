"""The lineage as people use it: by mouse, by keyboard, and together with what is shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt

from db.engine import open_database
from db.filters import parse
from desktop.drawing.lineage.chains import Way
from desktop.lineage.words import edge_text

World = Any
Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CONTROL = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier
RELATED = {"V1", "V2", "V3", "R1", "D1", "Lost"}


# ---- the filter ----


def test_a_filter_dims_and_nothing_jumps(world: World) -> None:
    before = {name: world.place(name) for name in world.names}
    layout = world.scene.layout
    world.filters.set(parse("date:2025"))
    world.settle()
    assert {name for name, on in zip(world.names, world.scene.shown, strict=True) if on} == {"R1", "D1", "X2"}
    assert world.scene.layout is layout
    assert {name: world.place(name) for name in world.names} == before
    assert world.panel.bar.count.text() == "3 of 8 models"


@pytest.mark.parametrize(
    ("action", "text"), [("descendants", "descendant-of:V3"), ("ancestors", "ancestor-of:V3"), ("exclude", "-name:V3")]
)
def test_the_menu_writes_clauses(world: World, action: str, text: str) -> None:
    world.choose("V3", action)
    assert str(world.filters.spec) == text


def test_a_mere_name_has_less_to_offer(world: World) -> None:
    assert world.entries("Lost") == {"descendants", "copy_name"}
    world.click("Lost")
    assert not world.selection.ids
    assert "only a name" in world.said[-1]


# ---- the selection ----


def test_a_click_selects_and_lights_ancestors_and_descendants(world: World) -> None:
    world.click("R1")
    assert world.selected() == {"R1"}
    assert world.lit() == RELATED
    lit = {edge_text(world.scene, edge) for edge in np.flatnonzero(world.scene.lit_edges)}
    assert not any("quantized" in text for text in lit)


@pytest.mark.parametrize(
    ("up", "down", "lit"),
    [(0, 0, {"V2"}), (1, 0, {"V1", "V2"}), (0, 1, {"V2", "V3", "<b>U1</b>"}), (99, 99, {"V1", "V2", "V3", "R1", "D1", "<b>U1</b>"})],
)  # fmt: skip
def test_depths(world: World, up: int, down: int, lit: set[str]) -> None:
    world.panel.bar.show_depths(up, down)
    world.click("V2")
    assert world.lit() == lit


def test_depths_are_kept(worlds) -> None:
    world = worlds()
    world.panel.bar.up.setCurrentIndex(1)
    world.panel.bar.depth_chosen.emit()
    world.settings.save()
    assert worlds().panel.bar.depths() == (0, 99)


def test_control_adds_and_a_click_beside_clears(world: World) -> None:
    world.click("V1")
    world.click("X2", CONTROL)
    assert world.selected() == {"V1", "X2"}
    world.click("V1", CONTROL)
    assert world.selected() == {"X2"}
    at = QPointF(world.canvas.width() - 3, 3)
    world.mouse(QEvent.Type.MouseButtonPress, at)
    world.mouse(QEvent.Type.MouseButtonRelease, at)
    assert not world.selection.ids
    assert world.scene.lit is None


def test_a_selection_from_elsewhere_shows_and_comes_into_sight(world: World) -> None:
    world.canvas.zoom(40, 5.0)
    id_ = world.id("X2")
    assert not world.canvas.rect().contains(world.place("X2").toPoint())
    world.selection.set((id_,), id_)
    world.settle()
    assert world.selected() == {"X2"}
    assert world.canvas.rect().contains(world.place("X2").toPoint())


def test_the_path_between_two(world: World) -> None:
    assert not world.panel.bar.path.isEnabled()
    world.selection.set((world.id("V1"), world.id("D1")), world.id("V1"))
    assert world.panel.bar.path.isEnabled()
    world.panel.bar.path.click()
    assert world.lit() == {"V1", "V2", "V3", "R1", "D1"}
    assert int(world.scene.lit_edges.sum()) == 4
    world.selection.set((world.id("V1"),), world.id("V1"))
    assert not world.panel.bar.path.isChecked()


def test_two_that_are_not_related_have_no_path(world: World) -> None:
    world.selection.set((world.id("V1"), world.id("X2")), world.id("V1"))
    world.panel.bar.path.click()
    assert world.said[-1] == "The two are not related."
    assert not world.panel.bar.path.isChecked()


# ---- folding ----


def test_variants_unfold_and_fold(world: World) -> None:
    place = world.place("R1")
    world.selection.set_focus(world.id("R1"))
    world.choose("D1", "unfold_variants")
    assert {"D1 7B", "D1 70B"} < set(world.names)
    assert world.place("R1").y() == pytest.approx(place.y(), abs=60)
    world.click("D1 7B")
    assert world.selection.ids == {world.id("D1")}
    world.choose("D1", "fold_variants")
    assert "D1 7B" not in world.names


def test_a_family_folds_with_its_count(world: World) -> None:
    world.choose("X1", "fold")
    assert "X2" not in world.names
    assert world.scene.hidden[world.node("X1")] == 1
    assert world.entries("X1") >= {"unfold"}
    assert world.panel.bar.whole.isVisible()
    world.choose("X1", "unfold")
    assert "X2" in world.names


def test_only_what_is_related_and_everything_again(world: World) -> None:
    world.click("X1")
    world.panel.bar.only.click()
    world.settle()
    assert set(world.names) == {"X1", "X2"}
    world.panel.bar.whole.click()
    world.settle()
    assert len(world.names) == 9


# ---- the keyboard ----


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


# ---- what is told ----


def test_the_card_of_an_edge_says_who_says_so(world: World) -> None:
    edge = next(
        at for at, (p, c) in enumerate(zip(world.scene.graph.parent, world.scene.graph.child, strict=True))
        if (world.names[p], world.names[c]) == ("V1", "V2")
    )  # fmt: skip
    middle = (world.place("V1") + world.place("V2")) / 2
    assert world.canvas.drawing.edge_at(middle) == edge
    world.hover(middle)
    world.qtbot.waitUntil(world.view.hover.card.isVisible, timeout=5_000)
    assert world.view.hover.card.texts == ("V2 ← V1", "successor of it, stated", "Source, Start, line 4")


def test_the_card_of_a_node_says_when_and_that_text_is_plain(world: World) -> None:
    world.hover(world.place("<b>U1</b>"))
    world.qtbot.waitUntil(world.view.hover.card.isVisible, timeout=5_000)
    assert world.view.hover.card.texts[:2] == ("<b>U1</b>", "no date")
    assert "No date: it stands beside its relatives" in world.view.hover.card.texts


def test_screen_readers_walk_nodes_and_their_edges(world: World) -> None:
    nodes = world.panel.nodes
    keys = nodes.keys_in(None)
    told = {nodes.node(key).name: nodes.node(key) for key in keys}
    assert set(told) == {"V1", "V2", "V3", "R1", "D1 ▸2", "<b>U1</b>", "X1", "X2", "Lost"}
    assert told["V2"].description == "10 Jan 2024, 1 parent, 2 children"
    inner = {(child.name, child.description) for child in told["D1 ▸2"].children}
    assert inner == {("D1 ← R1", "distilled from it, 7B, 70B, stated")}
    assert told["Lost"].description.startswith("only a name so far")


# ---- files ----


@pytest.mark.parametrize("name", ["edges.csv", "edges.graphml", "edges.dot", "edges"])
def test_edges_are_saved(world: World, tmp_path: Path, name: str) -> None:
    world.view.files.write_edges(tmp_path / name)
    world.settle()
    assert world.said[-1] == "Saved 8 relations"
    (made,) = [path for path in tmp_path.iterdir() if path.stem == "edges"]
    assert made.suffix in (".csv", ".graphml", ".dot")
    assert "Lost" in made.read_text("utf-8-sig")


def test_a_place_that_cannot_be_written_is_told(world: World, tmp_path: Path) -> None:
    world.view.files.write_edges(tmp_path / "nowhere" / "edges.csv")
    world.settle()
    assert "its folder does not exist" in world.said[-1]


def test_pictures_are_offered(world: World, tmp_path: Path) -> None:
    world.click("R1")
    world.panel.bar.picture_wanted.emit()
    world.settle()
    dialog = next(child for child in world.view.children() if child.objectName() == "picture_dialog")
    assert len(dialog._pictures) == 2
    with world.qtbot.waitSignal(dialog.written, timeout=10_000):
        dialog.save(tmp_path / "lineage.svg")
    text = (tmp_path / "lineage.svg").read_text("utf-8")
    assert ">R1</text>" in text and "First" not in text
    assert "closes a cycle" in text


# ---- empty, theme ----


def test_without_derivations_it_says_so(worlds, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_database(path).close()
    world = worlds(path)
    assert world.view._empty.isVisible()
    assert world.view._empty.accessibleName() == "No lineage is known yet"


def test_the_legend_folds_and_stays_so(worlds) -> None:
    world = worlds()
    assert world.panel.legend.isVisible()
    world.panel.bar.legend.click()
    assert not world.panel.legend.isVisible()
    world.settings.save()
    assert not worlds().panel.legend.isVisible()


def test_another_theme_paints_anew(world: World) -> None:
    light = world.canvas.grab().toImage().pixelColor(5, 5)
    world.theme.choose("dark")
    world.settle()
    assert world.canvas.grab().toImage().pixelColor(5, 5) != light


def test_the_cycle_is_drawn_against_time(world: World) -> None:
    ways = [Way(way) for way in world.scene.layout.ways.tolist()]
    assert ways.count(Way.BACK) == 1
    assert int(world.scene.layout.cyclic.sum()) == 2
