"""Labels and rows in the timeline's frames: they never overlap, and stay while panning."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from db.timeline import TONES
from desktop.drawing.timeline.scene import DrawnMark
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, picture, scene_of, timeline_of


def label_rects(drawing) -> list[QRectF]:
    frame = drawing._frame
    return [rect for at in frame.marks if (rect := frame.label_rect(at)) is not None]


def overlapping(drawing) -> list[tuple[QRectF, QRectF]]:
    rects = [rect.adjusted(0, 3, 0, -3) for rect in label_rects(drawing)]
    return [(a, b) for a, b in combinations(rects, 2) if a.intersects(b)]


names = st.text("abc DeepSeek 梁文锋", min_size=1, max_size=40)
dates = st.one_of(
    st.dates(
        min_value=__import__("datetime").date(2020, 1, 1), max_value=__import__("datetime").date(2025, 12, 31)
    ).map(str),
    st.sampled_from(["2023", "2024-03", "2024-03~", "2022/2024", "2023-05-06/..", "../2024-02-01", "2024-21"]),
)
events = st.lists(st.tuples(names, dates, st.sampled_from(TONES), st.floats(0, 10)), min_size=1, max_size=60)


@settings(max_examples=40)
@given(events, st.floats(0, 5), st.floats(1, 3.3), st.integers(120, 700))
def test_labels_never_overlap(qapp, rows, start, zoom, height):
    drawing = drawing_of(scene_of(timeline_of(rows)))
    first = day("2020-01-01") + start * 365
    picture(drawing, (first, first + 10**zoom), (1000, height))
    assert not overlapping(drawing)


@pytest.mark.parametrize("number", [60, 200, 500])
@pytest.mark.parametrize("jump", [-3.0, -0.7, 0.4, 0.9, 1.4, 2.5])
def test_labels_never_overlap_after_a_jump(qapp, number, jump):
    drawing = drawing_of(scene_of(generated(number)))
    days = 1200.0
    first = day("2014-01-01") + 0.0
    for _step in range(6):
        for _frame in range(3):
            picture(drawing, (first, first + days), (540, 330))
            assert not overlapping(drawing)
        first += days * jump * 0.5
        jump = -jump * 0.8


@settings(max_examples=40)
@given(events, st.floats(0, 5), st.floats(1, 3.3))
def test_labels_stand_on_no_shape_of_another_mark(qapp, rows, start, zoom):
    drawing = drawing_of(scene_of(timeline_of(rows)))
    first = day("2020-01-01") + start * 365
    picture(drawing, (first, first + 10**zoom))
    frame = drawing._frame
    for at in frame.marks:
        rect = frame.label_rect(at)
        if rect is not None:
            over = [i for i in frame.marks if i != at and rect.adjusted(1, 2, -1, -2).contains(frame.x[i], frame.y[i])]
            assert not over


def test_the_important_are_labelled_first_and_the_rest_on_zoom(qapp):
    rows = [(f"Event number {n}", f"2024-01-{n:02}", "release", float(n)) for n in range(1, 31)]
    drawing = drawing_of(scene_of(timeline_of(rows)))
    picture(drawing, (day("2023-12-20"), day("2024-02-20")), (1000, 120))
    named = {int(label.text.split()[-1]) for label in drawing._placed.labels if label and "…" not in label.text}
    assert 30 in named
    assert 0 < len(named) < 30
    seen = set(named)
    for first in range(1, 31, 2):
        picture(drawing, (day("2024-01-01") + first - 1, day("2024-01-01") + first + 2), (1000, 120))
        seen |= {int(label.text.split()[-1]) for label in drawing._placed.labels if label and "…" not in label.text}
    assert seen == set(range(1, 31))


@pytest.mark.parametrize("number", [60, 600, 6000])
@pytest.mark.parametrize("days", [40.0, 400.0, 2000.0])
def test_rows_stay_while_panning(qapp, number, days):
    drawing = drawing_of(scene_of(generated(number)))
    rows: dict[tuple[int, int], float] = {}
    first, met = day("2022-01-01") + 0.0, 0
    for _step in range(25):
        picture(drawing, (first, first + days))
        now = {(m.position, m.lane): m.rect.center().y() for m in drawing.drawn() if isinstance(m, DrawnMark)}
        for key, y in now.items():
            assert rows.get(key, y) == y
            met += key in rows
        rows = now
        first += days * 0.11
    assert met or number == 6000 or days == 40


@pytest.mark.parametrize("days", [300.0, 900.0, 2500.0])
@pytest.mark.parametrize("height", [130, 400])
def test_labels_in_sight_stay_while_panning(qapp, days, height):
    drawing = drawing_of(scene_of(generated(350)))
    first, before, met = day("2019-01-01") + 0.0, set(), 0
    for _step in range(40):
        picture(drawing, (first, first + days), (1000, height))
        frame = drawing._frame
        at_position = {int(frame.window.positions[at]): at for at in frame.marks if 20 < frame.x[at] < 800}
        now = {position for position, at in at_position.items() if frame.placed.labels[at] is not None}
        assert before & set(at_position) <= now
        met += len(before & now)
        before = now
        first += days * 0.03
    assert met
