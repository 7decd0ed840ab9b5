"""What charts show, and what each of them offers to a window or a file."""

from __future__ import annotations

import datetime
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
from desktop.drawing.time_scale import TimeScale

LEAST_HEIGHT = 220.0
"""Pixels below which a chart along time scrolls: its scale and names would lie on each other."""
LINE = "\n"
"""Between the lines of what a mark says."""


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


class Plot(Protocol):
    """What a canvas shows. It draws frames, and knows what the last one had where."""

    @property
    def marks(self) -> Sequence[ChartMark]:
        """The marks of the last frame, in reading order."""

    @property
    def scale(self) -> TimeScale | None:
        """Where the days were in the last frame; None for a chart that does not lie along time."""

    def title(self) -> str:
        """What it shows, in the language of the window."""

    def height(self, rect: QRectF) -> float:
        """How high it has to be: more than the rectangle where it scrolls."""

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw a frame."""


class Chart(Plot, Protocol):
    """One chart of what passes the filter."""

    @property
    def key(self) -> str:
        """Its name in settings and on the command line."""

    def set_scene(self, scene: ChartScene) -> None:
        """Show this from now on."""

    def days(self) -> tuple[float, float] | None:
        """The days to begin with: of everything that it can place, with a little room. None without time."""

    def remark(self, days: tuple[float, float]) -> str:
        """What passes the filter and is not in its place among the marks of these days, counted by the reason."""

    def empty(self) -> str:
        """Why there is nothing to see, or nothing."""


def roomy(first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[float, float]:
    """The days from the first to the last with a little room at both ends; the year 2024 when there are none."""
    if not len(first):
        return float(datetime.date(2024, 1, 1).toordinal()), float(datetime.date(2025, 1, 1).toordinal())
    begin, end = float(first.min()), float(last.max()) + 1
    room = max((end - begin) * 0.03, 3.0)
    return begin - room, end + room


def mark_at(chart: Plot, point: QPointF, reach: float = 4.0) -> ChartMark | None:
    """The topmost mark at a place, what passes the filter before what does not."""
    near = [mark for mark in chart.marks if mark.rect.adjusted(-reach, -reach, reach, reach).contains(point)]

    def distance(mark: ChartMark) -> tuple[bool, float]:
        apart = mark.rect.center() - point
        return not mark.shown, apart.x() ** 2 + apart.y() ** 2

    return min(near, key=distance, default=None)
