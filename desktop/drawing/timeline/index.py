"""How many marks of a lane lie in any stretch of days, and which: in the same time for a thousand and for a million.

Marks are sorted once by lane, layer and the middle of their days. How many lie between two days is then the difference
of two places in that order, and how many of them a filter keeps the difference of two prefix sums. Layers part marks by
how long they are: a mark is counted only in stretches that are at least as long as its own days, so that a year is
never counted as a day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from db.timeline import TONES, Lanes, Timeline

LAYER_DAYS = (1, 31, 366)
"""The longest marks of the layers; those of the last one are longer."""
LAYERS = len(LAYER_DAYS) + 1
_DAY_BITS = 24  # twice an ordinal fits
_MIXED = 0.6

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Marks between consecutive days, for lanes × stretches: places in the index's order, from `start` up to `stop`."""

    start: Ints
    stop: Ints

    @property
    def counts(self) -> Ints:
        """How many there are in each."""
        return self.stop - self.start

    def only(self, places: Ints) -> Stretches:
        """Some of them, where they are a plain row."""
        return Stretches(self.start[places], self.stop[places])


class TimelineIndex:
    """The dated marks of a timeline in lanes. It takes a second for ten million, and any thread may make it."""

    def __init__(self, timeline: Timeline, lanes: Lanes) -> None:
        self.timeline, self.lanes = timeline, lanes
        dated = lanes.position < timeline.dated
        position, lane = lanes.position[dated].astype(np.int64), lanes.lane[dated].astype(np.int64)
        first, last = timeline.first[position].astype(np.int64), timeline.last[position].astype(np.int64)
        layer = np.searchsorted(LAYER_DAYS, last - first + 1)
        key = ((lane * LAYERS + layer) << _DAY_BITS) + first + last + 1
        order = np.argsort(key)
        self.position: Ints = position[order]
        self.lane: Ints = lane[order]
        self._key: Ints = key[order]
        self.sizes = np.bincount(lane, minlength=len(lanes.labels))
        """Marks of each lane."""
        self.lane_tones = self._main_tones(timeline.tones[position], lane)
        """The tone of most marks of each lane; -1 where no tone has the most by far."""
        self._in_lane: dict[int, Ints] = {}
        self._shown: NDArray[np.bool_] | None = None
        self._kept: Ints = np.arange(len(key) + 1, dtype=np.int64)

    def _main_tones(self, tones: NDArray[np.uint8], lane: Ints) -> Ints:
        table = np.bincount(lane * len(TONES) + tones, minlength=len(self.sizes) * len(TONES)).reshape(-1, len(TONES))
        return np.where(table.max(axis=1, initial=0) >= _MIXED * self.sizes, table.argmax(axis=1), -1)

    def set_shown(self, shown: NDArray[np.bool_]) -> None:
        """Count these as kept from now on; the same array is not counted again."""
        if shown is not self._shown:
            self._shown = shown
            self._kept = np.concatenate([[0], np.cumsum(shown[self.position], dtype=np.int64)])

    def stretches(self, lanes: Ints, layer: int, days: NDArray[np.float64]) -> Stretches:
        """The marks of a layer whose middle lies from each of the rising `days` up to the next, for each lane."""
        halves = np.clip(np.ceil(2 * days), 0, (1 << _DAY_BITS) - 1).astype(np.int64)
        keys = ((lanes * LAYERS + layer) << _DAY_BITS)[:, None] + halves[None, :]
        places = np.searchsorted(self._key, keys)
        return Stretches(places[:, :-1], places[:, 1:])

    def kept(self, stretches: Stretches) -> Ints:
        """How many of the marks in each stretch the filter keeps."""
        return self._kept[stretches.stop] - self._kept[stretches.start]

    def in_lane(self, lane: int) -> Ints:
        """The positions of the marks of a lane, rising: in order of time."""
        found = self._in_lane.get(lane)
        if found is None:
            start, stop = np.searchsorted(self._key, [(lane + at) * LAYERS << _DAY_BITS for at in (0, 1)])
            found = self._in_lane[lane] = np.sort(self.position[start:stop])
        return found

    def is_in(self, position: int, lane: int) -> bool:
        """Whether a mark is in a lane."""
        marks = self.in_lane(lane)
        place = int(np.searchsorted(marks, position))
        return place < len(marks) and int(marks[place]) == position


def places_in(start: Ints, stop: Ints) -> Ints:
    """All places from each start up to its stop, one after the other."""
    sizes = stop - start
    before = np.cumsum(sizes) - sizes
    return np.repeat(start - before, sizes) + np.arange(int(sizes.sum()), dtype=np.int64)
