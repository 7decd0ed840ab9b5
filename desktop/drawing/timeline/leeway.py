"""How far labels may move along their bars, so that names stay in sight while a part of the bar does."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.timeline.lane_marks import AFTER, SPACE, Label, Lane
from desktop.drawing.timeline.row_bytes import room_before, room_behind, take


class Leeway(NamedTuple):
    """Behind its shape a label begins from `first` to `last` and ends by `end`; before it, in `before` to `until`."""

    first: float
    last: float
    end: float
    before: float = 0.0
    until: float = 0.0


def leeway(lane: Lane, mark: int, shape: float, label: Label, line: bytearray) -> Leeway:
    """How far a label may move along its wide bar in a row without coming over anything, and take that room."""
    if label.moved:
        return Leeway(label.x, label.x, label.x + label.width)
    begin, end = lane.shape[mark] - lane.reach[mark], lane.shape[mark] + lane.reach[mark]
    head, tail = shape - SIZE / 2 - SPACE, shape + SIZE / 2 + SPACE
    after = label.x + label.width + AFTER
    if label.x < head:
        before, until = label.x - _free(line, label.x, label.x - begin), label.x + label.width
        if label.loose:
            until += max(room_behind(line, after + 2, head - after), 0.0)
        take(line, max(int(before), 0), min(int(until), lane.width))
        return Leeway(inf, inf, inf, before, until)
    last = max(end, label.x)
    stop = after - AFTER + max(room_behind(line, after + 2, last - label.x), 0.0)
    first = label.x - (_free(line, label.x, label.x - max(begin, tail)) if label.loose else 0.0)
    take(line, max(int(first), 0), min(int(stop + AFTER) + 1, lane.width))
    if label.loose:
        return Leeway(first, last, stop)
    room = _free(line, head, head - begin)
    take(line, max(int(head - room), 0), min(int(head), lane.width))
    return Leeway(label.x, last, stop, head - room, head)


def _free(line: bytearray, x: float, most: float) -> float:
    """Free pixels before here, with some space behind what stands there."""
    return max(room_before(line, x, most) - SPACE, 0.0)
