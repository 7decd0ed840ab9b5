"""What the lineage tells: cards with their sources, screen readers, and files of edges and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.lineage.lineage_world import World


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
