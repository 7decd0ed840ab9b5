"""What the lineage finds of a selection, however large, and what is made before the window has to draw it."""

from __future__ import annotations

import numpy as np
import pytest

from db.lineage_graph import LineageGraph
from desktop.drawing.lineage.routes import Shape
from desktop.lineage.query import LOOKED_UP, nodes_of
from tests.desktop.lineage.lineage_world import World

IDS = (2, 5, 9, 5, 5, 0, 0)
"""Of releases, then of variants of one of them, then of mere names."""


@pytest.fixture
def graph() -> LineageGraph:
    days, none = np.zeros(len(IDS), np.int32), np.zeros(0, np.int32)
    parts = ("", "", "", "7B", "70B", "", "")
    return LineageGraph(
        np.array(IDS), tuple("abcdefg"), parts, days, days, days, none, none, none.astype(np.uint8), none != 0, ()
    )


@pytest.mark.parametrize("others", [0, 1, LOOKED_UP * len(IDS) + 1], ids=["none", "one", "many"])
@pytest.mark.parametrize("chosen", [set(), {5}, {2, 9}, {2, 5, 9}, {0, 2}])
def test_the_nodes_of_a_selection(graph: LineageGraph, chosen: set[int], others: int) -> None:
    found = nodes_of(graph, frozenset(chosen | set(range(100, 100 + others))))
    assert found.tolist() == [id_ in chosen and id_ != 0 for id_ in IDS]


def test_variants_are_no_wholes(graph: LineageGraph) -> None:
    assert graph.is_whole.tolist() == [True, True, True, False, False, True, True]


def test_where_edges_run_is_made_with_the_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Shape:
        pytest.fail("made again")

    assert world.scene.shape.layout is world.scene.layout
    monkeypatch.setattr(Shape, "of", fail)
    world.canvas.drawing.set_scene(None)
    world.canvas.drawing.set_scene(world.scene)
    world.canvas.repaint()
    assert world.canvas.drawing.drawn_edges()
