"""Where marks lie along the time, in pixels: points, bars as long as their dates, and how far their ends are soft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.edtf import Precision
from db.timeline import APPROXIMATE, OPEN_END, OPEN_START, Timeline
from desktop.drawing.mark_shapes import SIZE

RUN_OFF = 40.0
"""Pixels over which an open range fades out, with its arrow at the end."""
LEAST_FADE = 10.0
"""Pixels by which an approximate date reaches beyond its days at least."""
SOFT = 0.4
"""Part of a month, a year and so on that is soft at each end."""
WIDE_DAY = 40.0
"""From this width on, marks of the same day stand side by side in it."""
INSIDE = 16.0
"""From this width on, a bar holds its shape, and its label stands on it; a narrower one has its label behind it."""

Floats = NDArray[np.float64]
_EPOCH = 719163  # ordinal of 1970-01-01
_INTERVAL = tuple(Precision).index(Precision.INTERVAL)


@dataclass(frozen=True, slots=True)
class Extents:
    """Parallel arrays over marks, in pixels from a common origin."""

    left: Floats
    """Where the whole mark begins, with its shape, its fade and its arrow."""
    right: Floats
    start: Floats
    """Where its first day begins."""
    end: Floats
    """Where its last day ends."""
    shape: Floats
    """The middle of its shape: in the middle of its days, which says least of a day that nobody knows."""
    reach: Floats
    """How far from there the shape may stand within wide days, beside others that share them; 0 where it may not."""
    bar: NDArray[np.bool_]
    """Whether it is drawn as a bar: all but a single day that is sure."""
    soft_start: Floats
    """Over how many pixels from `start - fade` the bar appears; 0 for a day that is known."""
    soft_end: Floats
    fade: Floats
    """By how much an approximate date reaches beyond its days, on both sides."""

    def only(self, places: NDArray[np.int64]) -> Extents:
        """Those of some marks, in this order."""
        return Extents(*(getattr(self, name)[places] for name in self.__slots__))


def extents(timeline: Timeline, positions: NDArray[np.int64], per_day: float, origin: float) -> Extents:
    """The places of marks at a scale; `origin` is the day at pixel 0."""
    first, last = timeline.first[positions].astype(np.float64), timeline.last[positions].astype(np.float64)
    flags = timeline.flags[positions]
    start, end = (first - origin) * per_day, (last + 1 - origin) * per_day
    long = end - start
    around = (flags & APPROXIMATE) != 0
    open_start, open_end = (flags & OPEN_START) != 0, (flags & OPEN_END) != 0
    days = last - first + 1
    bar = (days > 1) | around | open_start | open_end
    fade = np.where(around, np.maximum(0.5 * long, LEAST_FADE), 0.0)
    unit = _uncertain_days(timeline, positions, days)
    soft_start = np.minimum(unit * per_day, SOFT * long) + fade * 1.5
    soft_end = soft_start.copy()
    soft_start[open_start], soft_end[open_end] = RUN_OFF, RUN_OFF
    middle = np.floor((start + end) / 2) + 0.5
    wide = long >= np.where(bar, INSIDE, WIDE_DAY)
    reach = np.where(wide, (long - SIZE) / 2, 0.0)
    # A point takes no more than its shape, however wide its day is.
    left = np.minimum(np.where(bar, start - fade - np.where(open_start, RUN_OFF, 0.0), middle), middle - SIZE / 2)
    right = np.maximum(np.where(bar, end + fade + np.where(open_end, RUN_OFF, 0.0), middle), middle + SIZE / 2)
    return Extents(left, right, start, end, middle, reach, bar, soft_start, soft_end, fade)


def _uncertain_days(timeline: Timeline, positions: NDArray[np.int64], days: Floats) -> Floats:
    """How many days at each end of a date are uncertain: all of a month or year, none of an interval between days.

    An interval from the first day of a year to the last of one is taken for one between years, one from the first day
    of a month to the last of one for one between months: that is how they were written.
    """
    first, after = timeline.first[positions], timeline.last[positions] + 1
    months = _at_start(first, "M") & _at_start(after, "M")
    years = _at_start(first, "Y") & _at_start(after, "Y")
    interval = np.where(years, 365.0, np.where(months, 30.0, 0.0))
    return np.where(timeline.precisions[positions] == _INTERVAL, interval, np.where(days > 1, days, 0.0))


def _at_start(days: NDArray[Any], unit: str) -> NDArray[np.bool_]:
    """Whether each day is the first of its month or year."""
    dates = (days.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    return np.asarray(dates.astype(f"datetime64[{unit}]").astype("datetime64[D]") == dates)
