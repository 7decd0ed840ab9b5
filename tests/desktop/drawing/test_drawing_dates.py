"""The timeline's frames tell dates honestly: bars as long as they, marks on their days, what is open and what is about."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from desktop.drawing.look import Look
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, picture, scene_of, timeline_of
from tests.desktop.drawing.seen_marks import EVENTS, SPAN, count_of, marks_of


@pytest.mark.parametrize(
    ("name", "days"), [("Model two", 31), ("Paper of 2017", 365), ("Winter", 91), ("Conference", 17)]
)
def test_a_bar_is_as_long_as_its_date(drawing, name, days):
    first = day("2017-01-01") if name == "Paper of 2017" else day("2023-12-01")
    span = (first - 10.0, first + 390.0)
    picture(drawing, span)
    assert marks_of(drawing)[name].rect.width() == pytest.approx(days * 1000 / 400, abs=1)


def test_a_day_is_a_mark_whatever_the_scale(drawing):
    for days in (3, 30, 300, 3000):
        middle = day("2023-11-02") + 0.5
        picture(drawing, (middle - days / 2, middle + days / 2))
        assert marks_of(drawing)["Model one"].rect.width() < 16


@pytest.mark.parametrize(("name", "left", "right"), [("Ban", 1, 0), ("Study", 0, 1), ("Cluster", 1, 1)])
def test_what_is_open_or_about_reaches_beyond_its_days(drawing, name, left, right):
    picture(drawing, SPAN)
    timeline = drawing._scene.timeline
    at = timeline.names.index(name)
    rect, days = marks_of(drawing)[name].rect, 1000 / (SPAN[1] - SPAN[0])
    assert ((timeline.first[at] - SPAN[0]) * days - rect.left() > 9) == bool(left)
    assert (rect.right() - (timeline.last[at] + 1 - SPAN[0]) * days > 9) == bool(right)


@pytest.mark.parametrize("text", ["2024", "2024-33", "2024-21", "2024-05", "2023-11/2024-08"])
def test_the_mark_of_a_bar_stays_in_the_middle_of_its_days_and_its_name_in_sight(qapp, text):
    drawing = drawing_of(scene_of(timeline_of([("DeepSeek event", text, "company", 1.0)])))
    timeline = drawing._scene.timeline
    begin, end = float(timeline.first[0]), float(timeline.last[0]) + 1
    days, seen = 1.4 * (end - begin), 0
    for share in np.linspace(-1.1, 1.1, 45):  # the bar comes in at one edge and leaves at the other
        first = (begin + end - days) / 2 + share * days
        picture(drawing, (first, first + days))
        if (frame := drawing._frame) is None or not frame.marks:
            continue
        middle = ((begin + end) / 2 - first) * 1000 / days
        assert frame.x == [pytest.approx(middle, abs=1)]
        left, right = (max(min((day - first) * 1000 / days, 1000), 0) for day in (begin, end))
        label = frame.label_rect(0)
        if right - left > 120:
            assert label is not None
            assert 0 <= label.left() < label.right() <= 1000
            assert label.right() <= middle - 5.5 or label.left() >= middle + 5.5
            assert drawing.mark_at(label.center()) == 0
            seen += 0 if 0 <= middle <= 1000 else 1
    assert seen > 4


@pytest.mark.parametrize("days", [200.0, 900.0, 2500.0])
def test_marks_stay_on_their_days_while_panning(qapp, days):
    drawing = drawing_of(scene_of(generated(200, seed=4)))
    first, before, met = day("2019-01-01") + 0.0, {}, 0
    for _step in range(60):
        picture(drawing, (first, first + days))
        frame = drawing._frame
        now = {int(frame.window.positions[at]): frame.x[at] / 1000 * days + first for at in frame.marks}
        seen = {int(frame.window.positions[at]) for at in frame.marks if frame.shape_in_sight(at)}
        for position in seen & before.keys():
            assert now[position] == pytest.approx(before[position], abs=1.5 * days / 1000)
            met += 1
        before = {position: now[position] for position in seen}
        first += days * 0.04
    assert met > 100


def test_marks_of_one_year_in_one_row_stand_side_by_side_about_its_middle(qapp):
    rows = [(f"Event {number}", "2024", "paper", float(number)) for number in range(5)]
    drawing = drawing_of(scene_of(timeline_of(rows), order=(2,)))
    span = day("2023-07-01") + 0.0, day("2025-07-01") + 0.0
    picture(drawing, span, (1000, 80))
    frame = drawing._frame
    assert len({frame.y[at] for at in frame.marks}) == 1
    places = sorted(frame.x)
    assert all(other - one >= 11 for one, other in pairwise(places))
    middle = (day("2024-07-02") - span[0]) * 1000 / (span[1] - span[0])
    assert min(abs(x - middle) for x in places) < 2
    assert all(abs(x - middle) < 200 for x in places)  # on the bar


def test_a_label_that_has_room_is_said_as_a_whole(qapp):
    names = ["DeepSeek-V2-Lite", "An older model", "DeepSeek-Coder-V2"]
    rows = [(name, f"2024-0{number}-11", "release", 1.0) for number, name in enumerate(names, start=2)]
    drawing = drawing_of(scene_of(timeline_of(rows)))
    for step in range(20):
        first = day("2024-01-01") + step / 7
        picture(drawing, (first, first + 155.3))
        frame = drawing._frame
        assert [frame.label_rect(at).width() >= frame.placed.labels[at].width for at in frame.marks] == [True] * 3


def test_the_names_of_marks_that_hide_none_are_all_in_a_picture_of_the_days_in_sight(qapp):
    rows = [("Year before", "2023", "company", 1.0), ("Year after", "2025", "release", 1.0)]
    drawing = drawing_of(scene_of(timeline_of([*rows, ("A day", "2024-05-05", "paper", 1.0)])), still=True)
    picture(drawing, (day("2023-10-01") + 0.0, day("2025-03-10") + 0.0), (800, 300))
    frame = drawing._frame
    rects = [frame.label_rect(at) for at in frame.marks]
    assert len(rects) == 3
    assert all(rect is not None and 0 <= rect.left() < rect.right() <= 800 for rect in rects)


def test_the_focus_is_seen_on_a_bar_whose_mark_is_out_of_sight(qapp):
    timeline = timeline_of([("A year", "2024", "release", 9.0)])
    accent, span = Look.named("light").colour("accent"), (day("2024-01-10"), day("2024-03-01"))
    plain = count_of(picture(drawing_of(scene_of(timeline)), span), accent)
    assert count_of(picture(drawing_of(scene_of(timeline, focus=1)), span), accent) > plain + 50


def test_what_has_no_date_is_not_on_the_axis(drawing):
    picture(drawing, drawing.whole())
    assert set(marks_of(drawing)) == {name for name, *_ in EVENTS} - {"Nobody knows when"}


def test_marks_of_one_day_stand_side_by_side_in_it(drawing):
    begin = day("2023-11-02")
    picture(drawing, (begin - 0.5, begin + 1.5), (1000, 200))
    one, other = marks_of(drawing)["Model one"], marks_of(drawing)["Model one again"]
    frame = drawing._frame
    places = {frame.window.positions[at]: (frame.x[at], frame.y[at]) for at in frame.marks}
    assert places[one.position] != places[other.position]
    assert all(250 <= x <= 750 for x, _ in places.values() if x != 0) or len(places) > 2
