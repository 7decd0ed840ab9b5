"""The lineage in words: for screen readers, the card beside a node or an edge, and its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.kinds import RELATION_WORDS, Basis
from db.lineage_graph import RELATIONS, EdgeNote
from db.texts import tr, tr_n
from desktop.drawing.lineage.names import name_of
from desktop.drawing.lineage.scene import LineageScene
from desktop.timeline.words import days_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.lineage.query import Answer

SOURCES = 4  # that a card names


def date_of(scene: LineageScene, node: int) -> str:
    """The date of a node, or that it has none."""
    first, last = int(scene.graph.first[node]), int(scene.graph.last[node])
    return days_text(first, last + 1) if first else tr("no date")


def node_title(scene: LineageScene, node: int) -> str:
    """The name with what is folded into it."""
    return name_of(scene.graph, node, scene.hidden)


def node_text(answer: Answer, scene: LineageScene, node: int) -> str:
    """What a node is, when, and how many it came from and led to."""
    graph = scene.graph
    parents, children = (
        int(way.starts[node + 1] - way.starts[node]) for way in (answer.up, answer.down)
    )  # fmt: skip
    words = [date_of(scene, node)]
    if not graph.ids[node]:
        words = [tr("only a name so far")]
    words.append(tr_n("{n:,} parent", "{n:,} parents", parents))
    words.append(tr_n("{n:,} child", "{n:,} children", children))
    if not scene.shown[node]:
        words.append(tr("left out by the filter"))
    return ", ".join(words)


def edge_title(scene: LineageScene, edge: int) -> str:
    """Who came from whom."""
    graph = scene.graph
    child, parent = graph.names[graph.child[edge]], graph.names[graph.parent[edge]]
    return tr("{child} ← {parent}", child=child, parent=parent)


def edge_text(scene: LineageScene, edge: int) -> str:
    """What the child is to the parent, of which variants, how sure that is, and what is odd about it."""
    graph, layout = scene.graph, scene.layout
    words = [tr(RELATION_WORDS[RELATIONS[graph.relation[edge]]]), *graph.about[edge]]
    words.append(tr(Basis.INFERRED if graph.inferred[edge] else Basis.STATED))
    if layout.cyclic[edge]:
        words.append(tr("part of a cycle"))
    if layout.contradicted[edge]:
        own = 0 < graph.last[graph.child[edge]] < graph.first[graph.parent[edge]]
        words.append(tr("against the dates") if own else tr("against the date of an ancestor"))
    return ", ".join(words)


def edge_lines(scene: LineageScene, edge: int, notes: Sequence[EdgeNote]) -> list[str]:
    """The card of an edge: the relation, who says so where, and why it is inferred."""
    lines = [edge_title(scene, edge), edge_text(scene, edge)]
    said = dict.fromkeys(tr(", ").join(filter(None, (note.source, note.locator))) for note in notes)
    lines += list(said)[:SOURCES]
    if len(said) > SOURCES:
        lines.append(tr("and {n} more sources", n=len(said) - SOURCES))
    grounds = dict.fromkeys(note.ground for note in notes if note.ground)
    return lines + list(grounds)[:2]
