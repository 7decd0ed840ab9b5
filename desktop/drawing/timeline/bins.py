"""Which marks are drawn singly and which as columns: columns stand where single marks would not fit their lane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.time_axis import STEPS, Step, starts_of
from desktop.drawing.timeline.index import LAYER_DAYS, LAYERS, Ints, Stretches, TimelineIndex, places_in
from desktop.drawing.timeline.lanes import Band

NARROWEST_BIN = 30.0
"""Pixels of a bin at least: its count has room."""
PITCH = SIZE + 3
FEW = 400
"""Up to so many marks in all, bins begin only where the marks would not fit."""
PILE = 12.0
"""Bars of a month, a year or a decade that a row holds, one over the other."""
LEAST_FILL = 0.25
"""Part of the room that single marks may take among very many: more would slow a frame, and be no clearer."""
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
    tier: Ints
    """0 for columns of the finest dates; 1 and more for those whose dates are no shorter than their bin: soft bars."""
    most: Ints
    """The most marks of any such column of the lane, at this scale, in the window."""

    def columns(self, first: int, per_day: float, bands: int) -> list[list[tuple[int, int]]]:
        """Where columns stand in each band without a gap, in pixels from a day; coarse ones leave room for marks."""
        found: list[list[tuple[int, int]]] = [[] for _ in range(bands)]
        band, start, end = (part[self.tier == 0] for part in (self.band, self.first, self.last))
        apart = (np.diff(band) != 0) | (start[1:] != end[:-1])
        begins = np.concatenate([[True], apart])[: len(band)]
        ends = np.concatenate([apart, [True]])[-len(band) :] if len(band) else begins
        left = np.maximum((start[begins] - first) * per_day, 0).astype(int).tolist()
        right = np.maximum((end[ends] - first) * per_day + 1, 0).astype(int).tolist()
        for at, *place in zip(band[begins].tolist(), left, right, strict=True):
            found[at].append((place[0], place[1]))
        return found


def divide(index: TimelineIndex, bands: tuple[Band, ...], first: int, last: int, per_day: float) -> tuple[Ints, Bins]:
    """The places in the index of what is drawn singly around these days, rising, and the columns of the rest."""
    step = bin_step(per_day)
    lanes = np.array([band.lane for band in bands], np.int64)
    rows = np.array([band.rows for band in bands])
    fill = min(max(FEW / max(len(index.position), 1), LEAST_FILL), 1.0)
    places: list[Ints] = []
    bins: list[Bins] = []
    for layers in _layers_by_step(step):
        reach = LAYER_DAYS[layers[-1]] / 2 if layers[-1] < len(LAYER_DAYS) else _LONG_REACH
        days = np.array(list(starts_of(_layer_step(step, layers[-1]), first - reach, last + reach)), np.float64)
        parts = [index.stretches(lanes, layer, days) for layer in layers]
        count = np.sum([stretches.counts for stretches in parts], axis=0)
        room = np.diff(days) * per_day / PITCH
        if layers[0] > 0:  # bars as long as their bin lie side by side in the sight alone
            room = np.minimum(room, PILE)
        dense = count > np.maximum(rows[:, None] * room[None, :] * fill, 1)
        places += [places_in(at.start[~dense], at.stop[~dense]) for at in parts]
        bins.append(_bins(days, parts, layers, count, dense))
    return np.sort(np.concatenate(places)), _joined(bins)


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
    tier = np.full(len(band), layers[0])  # of the finest of its layers; 0 has the days
    most = np.where(dense, count, 0).max(axis=1, initial=0)
    return Bins(band, edges[:-1][at], edges[1:][at], tuple(stretches), count[dense], tier, most[band])


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
        np.concatenate([one.tier for one in bins]),
        np.concatenate([one.most for one in bins]),
    )
