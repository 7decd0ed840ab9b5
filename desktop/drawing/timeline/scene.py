"""What a timeline shows, and what a frame of it drew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from db.timeline import Lanes, Timeline
from desktop.drawing.timeline.index import TimelineIndex


@dataclass(frozen=True, eq=False)
class Scene:
    """A timeline in lanes.

    `order` has the lanes (indices of `lanes.labels`) from top to bottom; those that it leaves out are not drawn.
    `collapsed` lanes take one thin row. `shown` says for each position whether the filter keeps it. `selected` and
    `focus` are entity ids.
    """

    timeline: Timeline
    lanes: Lanes
    order: tuple[int, ...]
    collapsed: frozenset[int]
    shown: NDArray[np.bool_]
    selected: frozenset[int] = frozenset()
    focus: int | None = None
    index: TimelineIndex | None = None
    """Of this timeline and these lanes; made when it is missing, which takes a tenth of a second at a million marks."""


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """One mark of a frame: the entity's position in the timeline, its lane, and what it covers without its label."""

    position: int
    lane: int
    rect: QRectF


@dataclass(frozen=True, slots=True)
class DrawnBin:
    """Marks drawn as one column: `count` of them lie in the days `first` up to, and without, `last`; `shown` pass."""

    lane: int
    first: float
    last: float
    count: int
    rect: QRectF
    shown: int = 0
