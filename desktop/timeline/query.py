"""What the timeline asks of the database, and how the lanes of its answer are ordered. NumPy is loaded with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from db import queries
from db.timeline import Lanes, Timeline
from desktop.drawing.timeline.index import TimelineIndex
from desktop.drawing.timeline.scene import Scene

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

FEW, EARLY, LATE = 20, 0.08, 0.02  # marks, and shares of them that may lie far away
MUCH_LESS, AROUND = 0.6, 0.04  # shares of days


@dataclass(frozen=True, eq=False)
class Answer:
    """The timeline under a filter.

    `shown` says for each position whether the filter keeps it, `without_dates` whether it would but for its dates.
    `totals` and `counts` have for each lane how many dated ones there are, and are shown; `matching` how many would be
    shown but for the filter's dates.
    """

    spec: FilterSpec
    timeline: Timeline
    lanes: Lanes
    shown: NDArray[np.bool_]
    without_dates: NDArray[np.bool_]
    totals: tuple[int, ...]
    counts: tuple[int, ...]
    matching: tuple[int, ...]
    undated: NDArray[np.int64]
    """Positions of what has no date: what the filter shows first, each part by name."""
    shown_dated: int
    """How many marks the filter shows."""
    index: TimelineIndex


def ask(conn: Connection, spec: FilterSpec, by: str, known: TimelineIndex | None = None) -> Answer:
    """The timeline under a filter, in lanes by one of `db.timeline.LANES_BY`. A `known` index is not remade."""
    timeline, lanes = queries.timeline(conn), queries.lanes(conn, by)
    fits = known is not None and known.timeline is timeline and known.lanes is lanes
    index = known if known is not None and fits else TimelineIndex(timeline, lanes)
    shown = queries.shown(conn, spec)
    undated_spec = spec.replace("date", ())
    without_dates = shown if undated_spec == spec else queries.shown(conn, undated_spec)
    dated = lanes.position < timeline.dated
    totals = np.bincount(lanes.lane[dated], minlength=len(lanes.labels))
    counts = np.bincount(lanes.lane[dated & shown[lanes.position]], minlength=len(lanes.labels))
    matching = counts
    if without_dates is not shown:
        matching = np.bincount(lanes.lane[dated & without_dates[lanes.position]], minlength=len(lanes.labels))
    undated = np.arange(timeline.dated, len(timeline.ids))
    undated = np.concatenate([undated[shown[undated]], undated[~shown[undated]]])
    return Answer(
        spec, timeline, lanes, shown, without_dates, tuple(totals.tolist()), tuple(counts.tolist()),
        tuple(matching.tolist()), undated, int(np.count_nonzero(shown[: timeline.dated])), index,
    )  # fmt: skip


def ordered(answer: Answer, kept: Iterable[str]) -> tuple[int, ...]:
    """The lanes with a mark, those that the user moved in their order; a new one behind the one it follows usually.

    Those of kinds are always there, in a fixed order. Of others the one comes first of which the filter shows most, and
    those of which it shows nothing are left out, unless that is all of them: its dates apart, so that no lane moves
    below a brush. What stands for no entity comes last.
    """
    labels = answer.lanes.labels
    usual = _with_marks(answer)
    if answer.lanes.by != "kind":
        usual = [lane for lane in usual if answer.matching[lane]] or usual
        usual.sort(key=lambda lane: _place(answer, lane))
    rank = {label: place for place, label in enumerate(kept)}
    order: list[int] = sorted((lane for lane in usual if labels[lane] in rank), key=lambda lane: rank[labels[lane]])
    for place, lane in enumerate(usual):
        if labels[lane] not in rank:
            before = order.index(usual[place - 1]) + 1 if place else 0
            order.insert(before, lane)
    return tuple(order)


def left_out(answer: Answer, order: tuple[int, ...]) -> int:
    """How many lanes with a mark are not among these."""
    return len(_with_marks(answer)) - len(order)


def _with_marks(answer: Answer) -> list[int]:
    return [lane for lane in range(len(answer.lanes.labels)) if answer.totals[lane]]


def _place(answer: Answer, lane: int) -> tuple[bool, int, int, str, int]:
    if answer.lanes.ids[lane] is None:
        return True, 0, 0, "", lane
    return False, -answer.matching[lane], -answer.totals[lane], answer.lanes.labels[lane].casefold(), lane


def lane_of(scene: Scene, position: int) -> int | None:
    """The uppermost lane that shows a position."""
    lanes = set(scene.lanes.lane[scene.lanes.position == position].tolist())
    return next((lane for lane in scene.order if lane in lanes), None)


def usual_days(timeline: Timeline, whole: tuple[float, float]) -> tuple[float, float]:
    """The days of nearly all marks, if a few far away would leave them little room; else the `whole`."""
    if timeline.dated < FEW:
        return whole
    early = int(timeline.dated * EARLY)
    late = timeline.dated - 1 - int(timeline.dated * LATE)
    begin, end = float(timeline.first[early]), float(np.partition(timeline.last[: timeline.dated], late)[late]) + 1
    room = (end - begin) * AROUND
    days = (max(begin - room, whole[0]), min(end + room, whole[1]))
    return days if days[1] - days[0] < MUCH_LESS * (whole[1] - whole[0]) else whole
