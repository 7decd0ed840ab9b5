"""What was drawn is found again: marks, lanes, and the way from mark to mark."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from db.timeline import TONES
from tests.desktop.drawing.drawn_events import drawing_of, picture, scene_of, timeline_of
from tests.desktop.drawing.seen_marks import EVENTS, SPAN, marks_of


def test_a_mark_is_found_where_it_was_drawn(drawing):
    picture(drawing, SPAN)
    frame = drawing._frame
    for at in frame.marks:
        found = drawing.mark_at(QPointF(frame.x[at], frame.y[at]))
        names = drawing._scene.timeline.names
        assert names[found].split()[:2] == names[frame.window.positions[at]].split()[:2]
        label = frame.label_rect(at)
        if label is not None and frame.placed.labels[at].x > frame.window.extents.right[at]:
            assert drawing.mark_at(label.center()) == frame.window.positions[at]
    assert drawing.mark_at(QPointF(-50, -50)) is None


def test_lanes_are_found_by_height_and_leave_no_gap(drawing):
    picture(drawing, SPAN)
    rects = [drawing.lane_rect(lane) for lane in range(len(TONES))]
    assert all(one.bottom() == other.top() for one, other in pairwise(rects))
    assert [drawing.lane_at(rect.center().y()) for rect in rects] == list(range(len(TONES)))
    assert drawing.lane_at(-3) is None
    assert drawing.lane_rect(77).isEmpty()


def test_a_collapsed_lane_is_one_thin_row(qapp):
    timeline = timeline_of(EVENTS)
    drawing = drawing_of(scene_of(timeline, collapsed=frozenset({1})))
    picture(drawing, SPAN)
    assert drawing.lane_rect(1).height() == 14
    assert {mark.rect.center().y() for mark in marks_of(drawing).values() if mark.lane == 1} == {
        drawing.lane_rect(1).center().y()
    }


def test_order_decides_which_lanes_there_are(qapp):
    drawing = drawing_of(scene_of(timeline_of(EVENTS), order=(4, 1)))
    picture(drawing, SPAN)
    assert {mark.lane for mark in drawing.drawn()} == {1, 4}
    assert drawing.lane_rect(4).top() < drawing.lane_rect(1).top()


def test_more_lanes_than_have_room_can_be_scrolled_to(drawing):
    assert drawing.content_height(1000) == 1000
    high = drawing.content_height(120)
    assert high > 120
    picture(drawing, SPAN, (1000, 120), offset=high - 120)
    assert drawing.lane_rect(5).bottom() == pytest.approx(120 - drawing.axis_height(), abs=1)


def test_walking_goes_through_what_is_shown_in_order(qapp):
    timeline = timeline_of(EVENTS)
    shown = np.array([name != "Model one again" for name in timeline.names])
    drawing = drawing_of(scene_of(timeline, shown=shown))
    names = timeline.names

    def walk(start, dx, dy):
        at = drawing.next_mark(start, dx, dy)
        return None if at is None else names[at]

    assert walk(None, 1, 0) == "Conference"
    assert walk(names.index("Model one"), 1, 0) == "Model two"
    assert walk(names.index("Model two"), -1, 0) == "Model one"
    assert walk(names.index("Model one again"), 1, 0) == "Model two"
    assert walk(names.index("Model two"), 1, 0) is None
    assert walk(names.index("Model one"), 0, 1) == "Paper of 2017"
    assert walk(names.index("Model one"), 0, -1) == "Conference"
    assert walk(names.index("Conference"), 0, -1) is None
