"""Where to cut a long time into panels of their own scale, so that no part of it is crowded while another is empty."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from desktop.drawing.time_axis import STEPS, starts_of

MOST_CUTS = 60
"""Places that are tried."""
PARTS = 7
"""Parts of a panel, each about as wide as a mark with its label."""
PANEL = 2.5
"""Rows that a panel takes for its axis."""
MANY = 12
"""Marks of a year from which on it may be cut."""
_QUARTER = next(step for step in STEPS if (step.unit, step.count) == ("month", 3))

Span = tuple[float, float]
Days = NDArray[np.int64]


def panels(first: Days, last: Days, lane: Days, most: int) -> list[list[Span]]:
    """For one panel up to `most`: the panels whose fullest parts are the lowest together.

    `first` and `last` are ordinals, both inclusive, one for each mark in its lane. Cuts are where years begin, and
    where quarters begin within years that have many marks.
    """
    middles = (first + last) / 2
    cuts = _cuts(int(first.min()), int(last.max()) + 1, middles)
    lanes = [np.sort(middles[lane == one]) for one in np.unique(lane)]
    rows = [[_rows(lanes, a, b) if b > a else inf for b in cuts] for a in cuts]
    # best[count][place]: the fewest rows of `count` panels up to the cut at this place, and the cut before it
    best = [[(0.0 if place == 0 else inf, 0) for place in range(len(cuts))]]
    for _count in range(min(most, len(cuts) - 1)):
        before = best[-1]
        best.append([min((before[a][0] + rows[a][b], a) for a in range(len(cuts))) for b in range(len(cuts))])
    found = []
    for count in range(1, len(best)):
        places = [len(cuts) - 1]
        for step in range(count, 0, -1):
            places.append(best[step][places[-1]][1])
        edges = [cuts[place] for place in reversed(places)]
        found.append(list(pairwise(edges)))
    return found


def _cuts(begin: int, end: int, middles: NDArray[np.float64]) -> list[float]:
    """The ends of the time, a little wider, and the beginnings of units within it."""
    years = next(step for step in STEPS if step.unit == "year" and (end - begin) / step.days <= MOST_CUTS)
    inner = set(starts_of(years, begin, end))
    for start, after in pairwise(sorted(inner)):
        if np.count_nonzero((middles >= start) & (middles < after)) >= MANY and years.count == 1:
            inner |= set(starts_of(_QUARTER, start, after))
    margin = max((end - begin) * 0.004, 1.0)
    return [begin - margin, *(float(day) for day in sorted(inner) if begin < day < end), end + margin]


def _rows(lanes: list[NDArray[np.float64]], begin: float, end: float) -> float:
    """About how many rows a panel takes: in each lane as many as its fullest part has marks."""
    edges = np.linspace(begin, end, PARTS + 1)
    fullest = (int(np.diff(np.searchsorted(middles, edges)).max()) for middles in lanes)
    return PANEL + sum(fullest)
