"""How high lanes are, and how many rows of marks each has: by how much is in them, never by what is in sight."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

ROW = 20.0
"""Height of a row of marks with their labels, in pixels, at least."""
LEAST_ROW, HIGHEST_ROW = 16.0, 26.0
"""The least where each lane has a single row and they would not all be in sight else; and the most."""
GAP = 8.0
"""White space between lanes."""
THIN = 14.0
"""Height of a collapsed lane."""
MOST_ROWS = 16


@dataclass(frozen=True, slots=True)
class Band:
    """The place of a lane: `top` and `height` in pixels from the top of all lanes, its `rows` of `row_height`."""

    lane: int
    top: float
    height: float
    rows: int
    row_height: float
    collapsed: bool

    def middle(self, row: float) -> float:
        """The middle of a row, from the top of all lanes."""
        return self.top + GAP / 2 + (row + 0.5) * self.row_height


def bands(
    order: Sequence[int],
    collapsed: frozenset[int],
    sizes: Mapping[int, int] | Sequence[int],
    height: float,
    most: Mapping[int, int] | None = None,
) -> tuple[Band, ...]:
    """The places of lanes in `height` pixels; they take more when it does not hold a row for each.

    A row more goes to the lane with the most marks a row, where a lane with four times the marks asks for twice the
    rows: as many as fit, none for a lane that has as many rows as marks, or the `most` that it may have.
    """
    open_lanes = [lane for lane in order if lane not in collapsed]
    fixed = GAP * len(open_lanes) + THIN * (len(order) - len(open_lanes))
    rows = dict.fromkeys(open_lanes, 1)
    left = int((height - fixed) // ROW) - len(open_lanes)
    wanting = [(-sqrt(sizes[lane]), place, lane) for place, lane in enumerate(open_lanes)]
    heapq.heapify(wanting)
    while left > 0 and wanting:
        _, place, lane = heapq.heappop(wanting)
        if rows[lane] < min(sizes[lane], most[lane] if most else MOST_ROWS):
            rows[lane] += 1
            left -= 1
            heapq.heappush(wanting, (-sqrt(sizes[lane]) / rows[lane], place, lane))
    return _piled(order, collapsed, rows, height - fixed)


def wanted_bands(order: Sequence[int], rows: Mapping[int, int], height: float) -> tuple[Band, ...]:
    """The places of lanes with as many rows as each wants, where `height` holds them; else with a share of them."""
    if len(order) * GAP + sum(rows[lane] for lane in order) * ROW > height:
        return bands(order, frozenset(), {lane: rows[lane] ** 2 for lane in order}, height, rows)
    return _piled(order, frozenset(), rows, height - len(order) * GAP)


def height_of(order: Sequence[int], rows: Mapping[int, int]) -> float:
    """Pixels of lanes with these rows."""
    return len(order) * GAP + sum(rows[lane] for lane in order) * ROW


def _piled(order: Sequence[int], collapsed: frozenset[int], rows: Mapping[int, int], height: float) -> tuple[Band, ...]:
    """One below the other; `height` is what the rows share, and more than they need makes them higher up to a limit."""
    total = sum(rows[lane] for lane in order if lane not in collapsed)
    single = all(rows[lane] == 1 for lane in order if lane not in collapsed)
    pitch = min(max(height / total if total else ROW, LEAST_ROW if single else ROW), HIGHEST_ROW)
    found, top = [], 0.0
    for lane in order:
        tall = THIN if lane in collapsed else GAP + rows[lane] * pitch
        found.append(
            Band(lane, top, tall, rows.get(lane, 1), THIN - GAP if lane in collapsed else pitch, lane in collapsed)
        )
        top += tall
    return tuple(found)
