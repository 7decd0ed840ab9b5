"""The lineage as people use it: what the filter dims, what is selected and lit, and what is folded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt

from db.engine import open_database
from db.filters import parse
from desktop.drawing.lineage.chains import Way
from desktop.lineage.words import edge_text
from tests.desktop.lineage.lineage_world import World

Mod = Qt.KeyboardModifier
CONTROL = Mod.ControlModifier


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


RELATED = {"V1", "V2", "V3", "R1", "D1", "Lost"}


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
