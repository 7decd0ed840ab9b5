"""From mark to mark by keyboard: among those that the filter keeps."""

from __future__ import annotations

import numpy as np

from desktop.drawing.timeline.index import Ints, TimelineIndex
from desktop.drawing.timeline.scene import Scene


def next_mark(scene: Scene, index: TimelineIndex, position: int | None, dx: int, dy: int) -> int | None:
    """The neighbour of a mark in its lane (`dx` in time), or the nearest in time in the lane `dy` below its own.

    Lanes without a mark that the filter keeps are passed over. For None the first mark of the top lane that has one.
    None when there is no such neighbour.
    """
    lanes = [lane for lane in scene.order if len(_kept(scene, index, lane))]
    if not lanes:
        return None
    if position is None:
        return int(_kept(scene, index, lanes[0])[0])
    own = next((lane for lane in scene.order if index.is_in(position, lane)), None)
    if own is None:
        return None
    if dy:
        place = scene.order.index(own)
        below = [lane for lane in lanes if (scene.order.index(lane) - place) * dy > 0]
        if len(below) < abs(dy):
            return None
        lane = below[dy - 1] if dy > 0 else below[dy]
        return _nearest(scene, index, lane, position)
    marks = _kept(scene, index, own)
    # Positions are in order of time; a mark that is not kept stands between its kept neighbours.
    place = int(np.searchsorted(marks, position))
    there = place < len(marks) and marks[place] == position
    to = place + dx if there or dx < 0 else place + dx - 1
    return int(marks[to]) if 0 <= to < len(marks) else None


def _kept(scene: Scene, index: TimelineIndex, lane: int) -> Ints:
    marks = index.in_lane(lane)
    return marks[scene.shown[marks]]


def _nearest(scene: Scene, index: TimelineIndex, lane: int, position: int) -> int | None:
    marks = _kept(scene, index, lane)
    others = marks[marks != position]
    if not len(others):
        return None
    middles = scene.timeline.first.astype(np.int64) + scene.timeline.last
    return int(others[np.argmin(np.abs(middles[others] - middles[position]))])
