"""What charts show, and what each of them offers to a window or a file."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from db.charts import CostClaim, Sizes
from db.timeline import Timeline
from desktop.drawing.look import Look


@dataclass(frozen=True, eq=False)
class ChartScene:
    """Everything there is, and what of it passes the filter: `shown` by position in the timeline, `claims_shown` by
    statement. `selected` and `focus` are entity ids."""

    timeline: Timeline
    sizes: Sizes
    claims: tuple[CostClaim, ...]
    shown: NDArray[np.bool_]
    claims_shown: frozenset[int]
    selected: frozenset[int] = frozenset()
    focus: int | None = None


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A mark of a frame: what tells it from others, the entities it stands for, its place, and what it says."""

    key: Hashable
    ids: tuple[int, ...]
    rect: QRectF
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Where and how to draw: the days in sight for a chart over time, the brush (two days, the second exclusive)."""

    rect: QRectF
    look: Look
    days: tuple[float, float]
    brush: tuple[float, float] | None = None
    hover: Hashable = None


class Chart(Protocol):
    """One chart. It draws frames, and knows what the last one had where."""

    marks: Sequence[ChartMark]
    """The marks of the last frame, in reading order."""

    @property
    def key(self) -> str:
        """Its name in settings and on the command line."""

    @property
    def dated(self) -> bool:
        """Whether it lies along time, so that it can be brushed."""

    def title(self) -> str:
        """What it shows, in the language of the window."""

    def set_scene(self, scene: ChartScene) -> None:
        """Show this from now on."""

    def height(self, rect: QRectF) -> float:
        """How high it has to be: more than the rectangle where it scrolls."""

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw a frame."""

    def day_at(self, x: float) -> float | None:
        """The moment at a place of the last frame; None beside the axis."""

    def remark(self) -> str:
        """What cannot be drawn because it is not known, counted."""

    def empty(self) -> str:
        """Why there is nothing to see, or nothing."""


def mark_at(chart: Chart, point: QPointF, reach: float = 4.0) -> ChartMark | None:
    """The topmost mark at a place, what passes the filter before what does not."""
    near = [mark for mark in chart.marks if mark.rect.adjusted(-reach, -reach, reach, reach).contains(point)]

    def distance(mark: ChartMark) -> tuple[bool, float]:
        apart = mark.rect.center() - point
        return not mark.shown, apart.x() ** 2 + apart.y() ** 2

    return min(near, key=distance, default=None)
