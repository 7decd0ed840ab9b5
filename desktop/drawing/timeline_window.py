"""What a stretch of days holds at one scale: single marks with rows and labels where there are few, bins where many.

It reaches beyond the sight on both sides, so that panning within it moves all marks together; a window that follows it
keeps the rows of marks that both have.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from desktop.drawing.mark_extents import Extents, extents
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.time_axis import STEPS, Step, starts_of
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline_index import LAYER_DAYS, LAYERS, Ints, Stretches, TimelineIndex, places_in
from desktop.drawing.timeline_labels import Label, Lane, Stacked, Text, place_labels, stack
from desktop.drawing.timeline_lanes import Band

NARROWEST_BIN = 26.0
"""Pixels of a bin at least: its count has room."""
PITCH = SIZE + 3
FEW = 1000
"""Up to so many marks in all, bins begin only where the marks would not fit."""
LEAST_FILL = 0.25
"""Part of the room that single marks may take among very many: more would slow a frame, and be no clearer."""
MARGIN = 0.5
"""Of the sight, on both sides."""
_LONG_REACH = 20_000.0  # days around the sight in which the middle of a date of more than a year is looked for
_BIN_STEPS = (*STEPS[:5], *(step for step in STEPS[5:] if step.count in {10, 100, 1000}))
_LAYER_STEPS = (STEPS[0], STEPS[2], STEPS[4], next(step for step in STEPS if step.count == 10))


@dataclass(frozen=True, eq=False)
class Bins:
    """Columns that stand for many marks: parallel arrays over them."""

    band: Ints
    """Places in the bands."""
    first: Ints
    """First day of each, and the day after its last."""
    last: Ints
    stretches: tuple[Stretches, ...]
    """One a layer: an empty stretch where the column has no marks of that layer."""
    count: Ints
    coarse: NDArray[np.bool_]
    """Whether marks with shorter dates are drawn over it, in bins of their own or singly."""
    most: Ints
    """The most marks of any such column of the lane, at this scale, in the window."""


@dataclass(eq=False)
class BandMarks:
    """The single marks of one band, from the left: `lane` has their places, `at` the first of them among all."""

    band: Band
    lane: Lane
    stacked: Stacked
    at: int


@dataclass(eq=False)
class Window:
    """The days `first` to `last` at `per_day` pixels a day; places are pixels from the day `first`."""

    first: float
    last: float
    per_day: float
    bands: tuple[Band, ...]
    step: Step
    positions: Ints
    """Of the single marks: by band, then from the left."""
    extents: Extents
    marks: list[BandMarks]
    bins: Bins

    def covers(self, scale: TimeScale, bands: tuple[Band, ...]) -> bool:
        """Whether the sight lies within it, at the same scale and with the same lanes."""
        same = abs(scale.pixels_per_day - self.per_day) < 1e-9 * self.per_day and bands is self.bands
        return same and self.first <= scale.first and scale.last <= self.last


def open_window(
    index: TimelineIndex, bands: tuple[Band, ...], scale: TimeScale, text: Text, before: Window | None
) -> Window:
    """The window around a sight; marks of `before` keep their rows when the scale is the same."""
    per_day = scale.pixels_per_day
    margin = MARGIN * scale.days
    first, last = floor(scale.first - margin), ceil(scale.last + margin)
    step = bin_step(per_day)
    lanes = np.array([band.lane for band in bands], np.int64)
    rows = np.array([band.rows for band in bands])
    fill = min(max(FEW / max(len(index.position), 1), LEAST_FILL), 1.0)
    places: list[Ints] = []
    bins: list[Bins] = []
    for layers in _layers_by_step(step):
        reach = LAYER_DAYS[layers[-1]] / 2 if layers[-1] < len(LAYER_DAYS) else _LONG_REACH
        days = np.array(list(starts_of(_layer_step(step, layers[-1]), first - reach, last + reach)), np.float64)
        found = [index.stretches(lanes, layer, days) for layer in layers]
        count = np.sum([stretches.counts for stretches in found], axis=0)
        dense = count > np.maximum(rows[:, None] * np.diff(days)[None, :] * per_day / PITCH * fill, 1)
        places += [places_in(at.start[~dense], at.stop[~dense]) for at in found]
        bins.append(_bins(days, found, layers, count, dense))
    chosen = np.sort(np.concatenate(places))
    return _stacked(index, bands, (first, last, per_day, step), chosen, _joined(bins), text, before)


def bin_step(per_day: float) -> Step:
    """The finest natural step whose bins are wide enough."""
    return next((step for step in _BIN_STEPS if step.days * per_day >= NARROWEST_BIN), _BIN_STEPS[-1])


def _layer_step(step: Step, layer: int) -> Step:
    """In which bins a layer is counted: none is shorter than the dates of the layer."""
    return max(step, _LAYER_STEPS[layer], key=lambda step: step.days)


def _layers_by_step(step: Step) -> list[list[int]]:
    """The layers that share their bins, the finest first."""
    groups: dict[Step, list[int]] = {}
    for layer in range(LAYERS):
        groups.setdefault(_layer_step(step, layer), []).append(layer)
    return list(groups.values())


def _bins(
    days: NDArray[np.float64], found: list[Stretches], layers: list[int], count: Ints, dense: NDArray[np.bool_]
) -> Bins:
    band, at = np.nonzero(dense)
    stretches = [Stretches(np.zeros(len(band), np.int64), np.zeros(len(band), np.int64)) for _ in range(LAYERS)]
    for layer, stretch in zip(layers, found, strict=True):
        stretches[layer] = Stretches(stretch.start[dense], stretch.stop[dense])
    edges = days.astype(np.int64)
    coarse = np.full(len(band), layers[0] > 0)
    most = np.where(dense, count, 0).max(axis=1, initial=0)
    return Bins(band, edges[:-1][at], edges[1:][at], tuple(stretches), count[dense], coarse, most[band])


def _joined(bins: list[Bins]) -> Bins:
    """The coarse ones first: what is finer is drawn over them."""
    bins = bins[::-1]
    stretches = tuple(
        Stretches(
            np.concatenate([one.stretches[layer].start for one in bins]),
            np.concatenate([one.stretches[layer].stop for one in bins]),
        )
        for layer in range(LAYERS)
    )
    return Bins(
        np.concatenate([one.band for one in bins]),
        np.concatenate([one.first for one in bins]),
        np.concatenate([one.last for one in bins]),
        stretches,
        np.concatenate([one.count for one in bins]),
        np.concatenate([one.coarse for one in bins]),
        np.concatenate([one.most for one in bins]),
    )


def _stacked(
    index: TimelineIndex,
    bands: tuple[Band, ...],
    sight: tuple[int, int, float, Step],
    places: Ints,
    bins: Bins,
    text: Text,
    before: Window | None,
) -> Window:
    first, last, per_day, step = sight
    width = int((last - first) * per_day) + 1
    at_band = np.full(len(index.sizes), 0, np.int64)
    at_band[[band.lane for band in bands]] = np.arange(len(bands))
    positions = index.position[places]
    marks = extents(index.timeline, positions, per_day, first)
    here = (marks.right > 0) & (marks.left < width)
    positions, band = positions[here], at_band[index.lane[places[here]]]
    order = np.lexsort((positions, marks.left[here], band))
    positions, band = positions[order], band[order]
    marks = marks.only(np.flatnonzero(here)[order])
    begins = np.searchsorted(band, np.arange(len(bands) + 1))
    weights = -index.timeline.weights[positions]
    window = Window(first, last, per_day, bands, step, positions, marks, [], bins)
    settled = _settled(before, window)
    for at, place in enumerate(bands):
        own = slice(int(begins[at]), int(begins[at + 1]))
        lane = Lane(
            place.rows, width, marks.left[own].tolist(), marks.right[own].tolist(), marks.shape[own].tolist(),
            marks.last_shape[own].tolist(), [index.timeline.names[i] for i in positions[own]],
            np.lexsort((positions[own], weights[own])).tolist(),
        )  # fmt: skip
        known = settled.get(place.lane, {})
        lane.pinned = {i: known[p] for i, p in enumerate(positions[own].tolist()) if p in known} if known else {}
        flat = place.collapsed
        stacked = Stacked([0] * len(lane.left), list(lane.shape)) if flat else stack(lane, text)
        window.marks.append(BandMarks(place, lane, stacked, own.start))
    return window


def _settled(before: Window | None, window: Window) -> dict[int, dict[int, tuple[int, float]]]:
    """Rows and shapes of the marks of a window at the same scale, by lane and position."""
    if before is None or before.bands is not window.bands or abs(before.per_day / window.per_day - 1) > 1e-9:
        return {}
    moved = (before.first - window.first) * window.per_day
    found = {}
    for marks in before.marks:
        rows, shapes = marks.stacked.rows, marks.stacked.shapes
        positions = before.positions[marks.at : marks.at + len(rows)].tolist()
        places = zip(rows, (shape + moved for shape in shapes), strict=True)
        found[marks.band.lane] = dict(zip(positions, places, strict=True))
    return found


@dataclass(frozen=True, eq=False)
class Placed:
    """The single marks of a window as they are drawn, parallel: pixels from its first day and from the top of all lanes."""

    x: NDArray[np.float64]
    """The middle of the shape."""
    y: NDArray[np.float64]
    left: NDArray[np.float64]
    right: NDArray[np.float64]
    """Where the mark or its label ends."""
    lane: Ints
    labels: list[Label | None]
    label_y: list[float]


def placed(window: Window, shown: NDArray[np.bool_], text: Text) -> Placed:
    """Place the labels of what the filter keeps; rows stay as they are."""
    labels: list[Label | None] = []
    x: list[float] = []
    y: list[float] = []
    lanes: list[int] = []
    label_y: list[float] = []
    for marks in window.marks:
        rows, band = marks.stacked.rows, marks.band
        wanted = shown[window.positions[marks.at : marks.at + len(rows)]].tolist()
        own = [None] * len(rows) if band.collapsed else place_labels(marks.lane, marks.stacked, wanted, text)
        middles = [band.middle(row) for row in range(band.rows)]
        labels += own
        x += marks.stacked.shapes
        y += [middles[row] for row in rows]
        label_y += [middles[label.row] if label else 0.0 for label in own]
        lanes += [band.lane] * len(rows)
    ends = np.array([label.x + label.width if label else 0.0 for label in labels])
    right = np.maximum(window.extents.right, ends)
    return Placed(np.array(x), np.array(y), window.extents.left, right, np.array(lanes, np.int64), labels, label_y)
