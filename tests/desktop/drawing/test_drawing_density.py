"""Many marks in the timeline's frames: each is counted once, and few stay single."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from desktop.drawing.timeline.scene import DrawnBin, DrawnMark
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, picture, scene_of, timeline_of
from tests.desktop.drawing.seen_marks import marks_of


@pytest.mark.parametrize("number", [100, 3000, 50_000])
@pytest.mark.parametrize("size", [(300, 200), (1600, 600)])
def test_every_mark_is_counted_once_and_there_are_fewer_than_pixels(qapp, number, size):
    timeline = generated(number)
    shown = np.random.default_rng(3).random(number) < 0.3
    drawing = drawing_of(scene_of(timeline, shown=shown))
    first, last = drawing.whole()
    picture(drawing, (first - 400, last + 400), size)
    drawn = drawing.drawn()
    singles = [mark.position for mark in drawn if isinstance(mark, DrawnMark)]
    bins = [drawn for drawn in drawn if isinstance(drawn, DrawnBin)]
    assert len(singles) + sum(one.count for one in bins) == number
    assert shown[singles].sum() + sum(one.shown for one in bins) == shown.sum()
    assert len(singles) + len(bins) < 6 * size[0]
    found = drawing.marks_in(QRectF(0, 0, *size))
    assert found.tolist() == list(range(number))


@pytest.mark.parametrize("days", [7, 60, 800, 9000])
def test_a_bin_counts_what_lies_in_its_days(qapp, days):
    timeline = generated(50_000)
    drawing = drawing_of(scene_of(timeline))
    first = day("2024-03-01") if days < 5000 else day("2004-01-01")
    picture(drawing, (first, first + days))
    middles = (timeline.first.astype(float) + timeline.last + 1) / 2
    bins = [drawn for drawn in drawing.drawn() if isinstance(drawn, DrawnBin)]
    assert bins
    for one in bins:
        inside = (middles >= one.first) & (middles < one.last) & (timeline.tones == one.lane)
        long = timeline.last - timeline.first + 1
        assert one.count in {int((inside & mask).sum()) for mask in _layers(long)}
        assert all(long[inside & mask].max(initial=0) <= 31 * 12 for mask in _layers(long))


def _layers(long):
    edges = [0, 1, 31, 366, 10**7]
    return [
        (long > low) & (long <= high)
        for place, low in enumerate(edges)
        for high in edges[place + 1 :]
    ]  # fmt: skip


def test_single_marks_where_there_are_few_though_others_are_many(qapp):
    rows = [("Alone", "2012-05-05", "release", 1.0)]
    rows += [(f"One of many {n}", f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", "release", 1.0) for n in range(400)]
    drawing = drawing_of(scene_of(timeline_of(rows)))
    picture(drawing, (day("2010-01-01"), day("2026-01-01")), (800, 300))
    assert list(marks_of(drawing)) == ["Alone"]
    assert sum(one.count for one in drawing.drawn() if isinstance(one, DrawnBin)) == 400
