"""What the lineage asks of the database: the graph as it is folded, its layout, and what the filter keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QFontMetricsF

from db.lineage_graph import LineageGraph, lineage, lineage_shown
from db.lineage_walks import Neighbours, family_of, path, steps_from
from desktop.drawing.lineage.figure import laid_out
from desktop.drawing.lineage.layout import Layout
from desktop.drawing.lineage.routes import Shape

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

EVERY = 99
"""Steps up or down that are all of them."""
LOOKED_UP = 3
"""Times as many ids as nodes, from which on each node is looked up among them."""


@dataclass(frozen=True, slots=True)
class Folding:
    """Ids of releases: whose variants are shown, whose descendants are folded into them, and what is shown at all."""

    unfolded: frozenset[int] = frozenset()
    folded: frozenset[int] = frozenset()
    only: frozenset[int] | None = None


@dataclass(frozen=True, eq=False)
class Answer:
    """A lineage under a filter. Positions are places among the nodes of `graph`."""

    spec: FilterSpec
    folding: Folding
    whole: LineageGraph
    """With what is folded away."""
    graph: LineageGraph
    hidden: NDArray[np.int32]
    """How many relatives are folded into each node."""
    layout: Layout
    shape: Shape
    shown: NDArray[np.bool_]
    down: Neighbours
    up: Neighbours
    counts: tuple[int, int]
    """Releases that the filter keeps, and all."""


def ask(
    conn: Connection, spec: FilterSpec, folding: Folding, room: tuple[QFont, float], known: Answer | None = None
) -> Answer:
    """The lineage under a filter. The layout of a `known` answer stays where only the filter is another one.

    In a new one every name has `room`: in this font, when all days take this many pixels.
    """
    whole = lineage(conn, folding.unfolded)
    if known is None or known.whole is not whole or known.folding != folding:
        graph, hidden = _folded(whole, folding)
        count = len(graph.ids)
        layout = laid_out(graph, room[1], QFontMetricsF(room[0]), hidden)
        shape = Shape.of(graph, layout)
        down, up = Neighbours.of(graph.parent, graph.child, count), Neighbours.of(graph.child, graph.parent, count)
    else:
        graph, hidden, down, up = known.graph, known.hidden, known.down, known.up
        layout, shape = known.layout, known.shape
    shown = lineage_shown(conn, graph, spec)
    resolved = graph.is_resolved()
    counts = len(np.unique(graph.ids[shown & resolved])), len(np.unique(graph.ids[resolved]))
    return Answer(spec, folding, whole, graph, hidden, layout, shape, shown, down, up, counts)


def _folded(whole: LineageGraph, folding: Folding) -> tuple[LineageGraph, NDArray[np.int32]]:
    count = len(whole.ids)
    down, up = Neighbours.of(whole.parent, whole.child, count), Neighbours.of(whole.child, whole.parent, count)
    kept, hidden = np.ones(count, np.bool_), np.zeros(count, np.int32)
    if folding.only is not None:
        wanted = np.array(sorted(folding.only), np.int64)
        starts = np.flatnonzero(np.isin(whole.ids, wanted) & (whole.ids != 0))
        kept = (steps_from(starts, down) >= 0) | (steps_from(starts, up) >= 0)
    for id_ in sorted(folding.folded):
        root = whole.node_of(id_)
        if root is not None and kept[root]:
            family = family_of(root, down, up) & kept
            hidden[root] += int(family.sum()) + int(hidden[family].sum())
            kept &= ~family
    graph, places = whole.kept(kept)
    return graph, hidden[places]


# ---- what stands out ----


@dataclass(frozen=True, eq=False)
class Lit:
    """Nodes and edges that stand out."""

    nodes: NDArray[np.bool_]
    edges: NDArray[np.bool_]


def related(answer: Answer, nodes: NDArray[np.int64], up: int, down: int) -> Lit:
    """These nodes, their ancestors so many steps up and their descendants so many steps down, and the edges between.

    EVERY stands for all steps.
    """
    graph = answer.graph
    above = steps_from(nodes, answer.up, None if up >= EVERY else up)
    below = steps_from(nodes, answer.down, None if down >= EVERY else down)
    edges = (above[graph.child] >= 0) & (above[graph.parent] >= 0)
    edges |= (below[graph.child] >= 0) & (below[graph.parent] >= 0)
    return Lit((above >= 0) | (below >= 0), edges)


def between(answer: Answer, one: int, other: int) -> Lit | None:
    """A shortest path between two nodes; None where they are not related."""
    found = path(one, other, answer.down, answer.up)
    if found is None:
        return None
    lit = Lit(np.zeros(len(answer.graph.ids), np.bool_), np.zeros(len(answer.graph.parent), np.bool_))
    lit.nodes[found[0]] = True
    lit.edges[found[1]] = True
    return lit


def nodes_of(graph: LineageGraph, ids: frozenset[int]) -> NDArray[np.bool_]:
    """The nodes of these entities; variants are of their release."""
    nodes = len(graph.ids)
    if len(ids) < LOOKED_UP * nodes:
        found: NDArray[np.bool_] = np.isin(graph.ids, np.fromiter(ids, np.int64, len(ids)))
    else:
        found = np.fromiter(map(ids.__contains__, graph.ids.tolist()), np.bool_, nodes)
    return found & graph.is_resolved()
