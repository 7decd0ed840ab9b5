"""What a lineage shows, from where it is looked at, and how its relations look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from db.kinds import Relation
from db.lineage_graph import RELATIONS, LineageGraph
from db.texts import later
from desktop.drawing.lineage.layout import Layout
from desktop.drawing.time_scale import TimeScale

if TYPE_CHECKING:
    from desktop.drawing.lineage.routes import Shape

PITCH = 26.0
"""Pixels of a lane at its full height."""
LEAST_PITCH = 0.4
PAD = 30.0
"""Pixels above the first lane and below the last."""
HALF = 4.5
"""Half the side of a node's square."""


@dataclass(frozen=True, slots=True)
class Style:
    """A colour of the theme, whether the arrowhead is filled, and what the edge means."""

    tone: str
    filled: bool
    words: str


STYLES: dict[Relation, Style] = {
    Relation.SUCCESSOR: Style("muted", True, later("successor")),
    Relation.VARIANT_OF: Style("muted", False, later("variant")),
    Relation.FINETUNE: Style("company", True, later("fine-tuned")),
    Relation.ADAPTER: Style("company", False, later("adapter")),
    Relation.INITIALIZED_FROM: Style("release", True, later("initialized from")),
    Relation.BASED_ON: Style("release", False, later("based on")),
    Relation.DISTILL: Style("system", True, later("distilled")),
    Relation.TRAINED_ON_OUTPUTS_OF: Style("system", False, later("trained on outputs")),
    Relation.MERGE: Style("paper", True, later("merged")),
    Relation.QUANTIZED: Style("people", True, later("quantized")),
}
"""In the order of the legend. Relations differ in colour, or in the arrowhead, never in colour alone."""
TONE_OF = tuple(STYLES[relation].tone for relation in RELATIONS)


@dataclass(frozen=True, eq=False)
class LineageScene:
    """A graph as it is laid out; arrays are parallel to its nodes or edges.

    `shown` nodes are kept by the filter. `lit` nodes and edges stand out and let the rest recede; without any, nothing
    does. `focus` is a node.
    """

    graph: LineageGraph
    layout: Layout
    shown: NDArray[np.bool_]
    selected: NDArray[np.bool_]
    focus: int | None = None
    lit: NDArray[np.bool_] | None = None
    lit_edges: NDArray[np.bool_] | None = None
    hidden: NDArray[np.int32] | None = None
    """How many relatives are folded into each node."""
    shape: Shape | None = None
    """Where its edges run, if that is made already; else it is when they are drawn."""

    @cached_property
    def strong(self) -> NDArray[np.bool_]:
        """The nodes that do not recede: kept by the filter, or lit where anything is."""
        return self.shown if self.lit is None else self.lit

    @cached_property
    def strong_edges(self) -> NDArray[np.bool_]:
        """The edges that do not recede: both ends kept by the filter, or lit where anything is."""
        if self.lit_edges is not None:
            return self.lit_edges
        found: NDArray[np.bool_] = self.shown[self.graph.parent] & self.shown[self.graph.child]
        return found


@dataclass(frozen=True, slots=True)
class Sight:
    """What is in sight: the days over the width, how high lanes are, and how many pixels lie above the upper edge."""

    scale: TimeScale
    pitch: float = PITCH
    top: float = 0.0

    def height_of(self, lanes: int) -> float:
        """Pixels of so many lanes with the room around them."""
        return lanes * self.pitch + 2 * PAD

    def y(self, lane: NDArray[Any]) -> NDArray[np.float64]:
        """The middle of lanes, in pixels from the upper edge of the picture."""
        found: NDArray[np.float64] = PAD + (lane + 0.5) * self.pitch - self.top
        return found

    def moved(self, down: float, lanes: int, height: float) -> Sight:
        """Lower lanes by so many pixels, as far as there are any."""
        most = max(self.height_of(lanes) - height, 0.0)
        return replace(self, top=min(max(self.top + down, 0.0), most))
