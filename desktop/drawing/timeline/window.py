"""What a stretch of days holds at one scale: single marks with rows and labels where there are few, bins where many.

It reaches beyond the sight on both sides, so that panning within it moves all marks together; a window that follows it
keeps the rows of marks that both have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from desktop.drawing.mark_extents import Extents, extents
from desktop.drawing.text_widths import Text
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.bins import Bins, divide
from desktop.drawing.timeline.index import Ints, TimelineIndex
from desktop.drawing.timeline.labels import NONE, Labels, place_labels
from desktop.drawing.timeline.lane_marks import Label, Lane, Pinned
from desktop.drawing.timeline.lanes import Band
from desktop.drawing.timeline.leeway import Leeway
from desktop.drawing.timeline.stacking import Stacked, stack

SAME = 1e-9
"""Scales that differ by a smaller part are the same."""
MARGIN, SMALL_MARGIN = 0.25, 0.05
"""Of the sight, on both sides."""

Settled = dict[int, dict[int, Pinned]]
"""By lane and position."""


@dataclass(frozen=True, slots=True)
class BandMarks:
    """The single marks of one band, from the left."""

    band: Band
    lane: Lane
    stacked: Stacked


@dataclass(frozen=True, eq=False)
class Window:
    """The days `first` to `last` at `per_day` pixels a day; places are pixels from the day `first`."""

    first: int
    last: int
    per_day: float
    bands: tuple[Band, ...]
    positions: Ints
    """Of the single marks: by band, then from the left."""
    extents: Extents
    begins: list[int]
    """Where the marks of each band begin among all, and where the last end."""
    bins: Bins
    still: bool = False
    marks: list[BandMarks] = field(default_factory=list)

    def is_at(self, per_day: float) -> bool:
        """Whether it has this scale, in pixels a day."""
        return abs(per_day / self.per_day - 1) < SAME

    def is_like(self, other: Window) -> bool:
        """Whether another has this scale and these lanes: one may pan from one to the other."""
        return self.is_at(other.per_day) and self.bands is other.bands

    def covers(self, scale: TimeScale, bands: tuple[Band, ...]) -> bool:
        """Whether the sight lies within it, at the same scale and with the same lanes."""
        same = self.is_at(scale.pixels_per_day) and bands is self.bands
        return same and self.first <= scale.first and scale.last <= self.last


def open_window(
    index: TimelineIndex,
    bands: tuple[Band, ...],
    scale: TimeScale,
    text: Text,
    before: Window | None = None,
    *,
    labels: Sequence[Label | None] = (),
    still: bool = False,
) -> Window:
    """The window around a sight; marks of `before` keep their rows and `labels` when the scale is the same.

    A `still` one is no wider than the sight: for pictures that nobody pans.
    """
    # While zooming no window lasts, so that it need not reach far.
    zooming = before is not None and not before.is_at(scale.pixels_per_day)
    margin = 0.0 if still else (SMALL_MARGIN if zooming else MARGIN) * scale.days
    first, last = floor(scale.first - margin), ceil(scale.last + margin)
    per_day = scale.pixels_per_day
    places, bins = divide(index, bands, first, last, per_day)
    at_band = np.zeros(len(index.sizes), np.int64)
    at_band[[band.lane for band in bands]] = np.arange(len(bands))
    positions = index.position[places]
    marks = extents(index.timeline, positions, per_day, first)
    here = np.flatnonzero((marks.right > 0) & (marks.left < (last - first) * per_day))
    band = at_band[index.lane[places[here]]]
    order = np.lexsort((positions[here], marks.left[here], band))
    begins = np.searchsorted(band[order], np.arange(len(bands) + 1)).tolist()
    here = here[order]
    found = Window(first, last, per_day, bands, positions[here], marks.only(here), begins, bins, still)
    _stack(found, index, (scale.first - first) * per_day, text, _settled(before, labels, found))
    return found


def _stack(window: Window, index: TimelineIndex, sight: float, text: Text, settled: Settled) -> None:
    """Give the marks of each band their rows."""
    marks, names = window.extents, index.timeline.names
    weights = -index.timeline.weights[window.positions]
    columns = window.bins.columns(window.first, window.per_day, len(window.bands))
    width = int((window.last - window.first) * window.per_day) + (0 if window.still else 1)
    left = np.clip(marks.left, 0, width).astype(int).tolist()
    right = np.clip(np.floor(marks.right) + 1, 0, width).astype(int).tolist()
    for at, band in enumerate(window.bands):
        own = slice(window.begins[at], window.begins[at + 1])
        positions = window.positions[own]
        lane = Lane(
            band.rows, width, left[own], right[own], marks.shape[own].tolist(),
            marks.reach[own].tolist(), marks.bar[own].tolist(), [names[position] for position in positions.tolist()],
            np.lexsort((positions, weights[own])).tolist(), columns[at], sight, window.still,
        )  # fmt: skip
        known = settled.get(band.lane, {})
        lane.pinned = {i: known[p] for i, p in enumerate(positions.tolist()) if p in known} if known else {}
        alone = Stacked([0] * len(lane.left), list(lane.shape), [False] * len(lane.left))
        window.marks.append(BandMarks(band, lane, alone if band.collapsed else stack(lane, text)))


def _settled(before: Window | None, labels: Sequence[Label | None], window: Window) -> Settled:
    """What the marks of a window had, in pixels of one that it may be panned to, by lane and position."""
    if before is None or not before.is_like(window):
        return {}
    dx = (before.first - window.first) * window.per_day
    found: Settled = {}
    for at, marks in enumerate(before.marks):
        own = slice(before.begins[at], before.begins[at + 1])
        moved = [replace(label, x=label.x + dx) if label and not label.loose else None for label in labels[own]]
        lane, stacked = marks.lane, marks.stacked
        seen = [owns or not lane.is_beyond(i, stacked.shapes[i]) for i, owns in enumerate(stacked.owns)]
        shapes = [x + dx if was else None for x, was in zip(stacked.shapes, seen, strict=True)]
        places = zip(stacked.rows, shapes, stacked.owns, moved, strict=True)
        found[marks.band.lane] = dict(zip(before.positions[own].tolist(), places, strict=True))
    return found


@dataclass(frozen=True, eq=False)
class Placed:
    """The single marks of a window as they are drawn: pixels from its first day and from the top of all lanes."""

    x: NDArray[np.float64]
    """The middle of the shape."""
    y: NDArray[np.float64]
    leeway: NDArray[np.float64]
    """How far labels may move along their bars: the numbers of `Leeway`, a row for each."""
    width: NDArray[np.float64]
    """Of the label; 0 where there is none."""
    right: NDArray[np.float64]
    """Where the mark or its label ends."""
    labels: list[Label | None]
    label_y: list[float]


def placed(window: Window, shown: NDArray[np.bool_], text: Text) -> Placed:
    """Place the labels of what the filter keeps; rows stay as they are."""
    x: list[float] = []
    y: list[float] = []
    leeways: list[Leeway] = []
    labels: list[Label | None] = []
    label_y: list[float] = []
    wanted = shown[window.positions].tolist()
    for at, marks in enumerate(window.marks):
        rows, band = marks.stacked.rows, marks.band
        own = Labels([None] * len(rows), [NONE] * len(rows))
        if not band.collapsed:
            own = place_labels(marks.lane, marks.stacked, wanted[window.begins[at] : window.begins[at + 1]], text)
        middles = [band.middle(row) for row in range(band.rows)]
        x += marks.stacked.shapes
        y += [middles[row] for row in rows]
        leeways += own.leeways
        labels += own.labels
        label_y += [middles[label.row] if label else 0.0 for label in own.labels]
    ends = np.array([label.x + label.width if label else 0.0 for label in labels])
    leeway = np.array(leeways).reshape(len(x), len(NONE)).T
    width = np.array([label.width if label else 0.0 for label in labels])
    right = np.maximum(window.extents.right, ends)
    return Placed(np.array(x), np.array(y), leeway, width, right, labels, label_y)
