"""The timeline's frames: honest dates, labels that never overlap, rows that stay, and what was drawn is found again."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from db.timeline import TONES
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark
from tests.desktop.drawn_events import day, drawing_of, generated, lanes_of, picture, scene_of, timeline_of

EVENTS = [
    ("Paper of 2017", "2017", "paper", 3.0),
    ("Model one", "2023-11-02", "release", 9.0),
    ("Model one again", "2023-11-02", "release", 1.0),
    ("Model two", "2024-05", "release", 8.0),
    ("梁文锋 speaks", "2023-07-17", "people", 5.0),
    ("Winter", "2023-24", "market", 2.0),
    ("Conference", "2024-03-04/2024-03-20", "company", 4.0),
    ("Ban", "../2024-01-10", "market", 4.0),
    ("Cluster", "2022~", "system", 4.0),
    ("Study", "2021-09/..", "people", 4.0),
    ("Nobody knows when", "unknown", "release", 4.0),
]
SPAN = (day("2021-01-01"), day("2025-01-01"))


@pytest.fixture
def drawing(qapp):
    return drawing_of(scene_of(timeline_of(EVENTS)))


def marks_of(drawing) -> dict[str, DrawnMark]:
    names = drawing._scene.timeline.names
    return {names[mark.position]: mark for mark in drawing.drawn() if isinstance(mark, DrawnMark)}


def label_rects(drawing) -> list[QRectF]:
    frame = drawing._frame
    return [rect for at in frame.marks if (rect := frame.label_rect(at)) is not None]


def overlapping(drawing) -> list[tuple[QRectF, QRectF]]:
    rects = [rect.adjusted(0, 3, 0, -3) for rect in label_rects(drawing)]
    return [(a, b) for a, b in combinations(rects, 2) if a.intersects(b)]


# ---- honest dates ----


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


# ---- labels and rows ----

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


# ---- density ----


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


# ---- what was drawn is found again ----


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


# ---- colours ----


def count_of(image, colour) -> int:
    return sum(
        image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height())
    )  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_filter_leaves_out_is_thinned(qapp, scheme):
    timeline = timeline_of([("One", "2024-05-05", "release", 1.0)])
    look = Look.named(scheme)
    for shown, there, missing in ((True, "colour", "dimmed"), (False, "dimmed", "colour")):
        drawing = drawing_of(scene_of(timeline, shown=np.array([shown])), scheme)
        image = picture(drawing, (day("2024-05-01"), day("2024-05-11")), (200, 240))
        assert count_of(image, getattr(look, there)("release")) > 30
        assert count_of(image, getattr(look, missing)("release")) < 8  # of softened edges
        assert count_of(image, look.colour("background")) > 20_000


def test_what_the_filter_leaves_out_does_not_shine_out_of_a_bar_that_it_keeps(qapp):
    timeline = timeline_of([("A year", "2024", "release", 9.0), ("A day", "2024-07-05", "release", 1.0)])
    shown = np.array([name == "A year" for name in timeline.names])
    drawing = drawing_of(scene_of(timeline, shown=shown))
    image = picture(drawing, (day("2023-12-01"), day("2025-02-01")), (500, 210))
    marks = marks_of(drawing)
    place = marks["A day"].rect.center().toPoint()
    assert marks["A year"].rect.contains(place)  # they share the only row
    assert image.pixelColor(place) != Look.named("light").dimmed("release")
    bare = image.pixelColor(place.x() - 30, place.y())
    assert image.pixelColor(place).lightness() <= bare.lightness()


def test_selected_focused_and_brushed_are_seen(qapp):
    timeline = timeline_of([("One", "2024-05-05", "release", 1.0), ("Two", "2024-05-08", "paper", 1.0)])
    look, span = Look.named("light"), (day("2024-05-01"), day("2024-05-11"))
    plain = picture(drawing_of(scene_of(timeline)), span)
    assert not count_of(plain, look.colour("selection"))
    chosen = picture(drawing_of(scene_of(timeline, selected=frozenset({1}))), span)
    assert count_of(chosen, look.colour("selection")) > 200
    accent = count_of(plain, look.colour("accent"))
    focused = picture(drawing_of(scene_of(timeline, focus=2)), span)
    assert count_of(focused, look.colour("accent")) > accent + 10
    brushed = picture(drawing_of(scene_of(timeline)), span, brush=(day("2024-05-03"), day("2024-05-06")))
    assert count_of(brushed, look.colour("accent")) > accent + 800
    assert count_of(brushed, look.colour("background")) < count_of(plain, look.colour("background")) - 50_000


def test_an_empty_timeline_has_an_axis(qapp):
    timeline = timeline_of([("Nothing", "unknown", "release", 1.0)])
    drawing = drawing_of(scene_of(timeline))
    first, last = drawing.whole()
    assert last - first in {365, 366}
    picture(drawing, (first, last))
    assert not drawing.drawn()
    assert drawing.next_mark(None, 1, 0) is None


def test_a_scene_of_nothing_at_all(qapp):
    timeline = generated(1)
    empty = scene_of(timeline, order=(), lanes=lanes_of(timeline))
    picture(drawing_of(empty), (0.0 + day("2024-01-01"), 0.0 + day("2025-01-01")))


def test_the_ends_of_the_strips_window_cross_no_year(qapp):
    drawing = drawing_of(scene_of(generated(300)))
    first, last = drawing.whole()
    size, mask = QRectF(0, 0, 900, 32), np.ones(300, bool)
    accent, text = Look.named("light").colour("accent"), round(drawing._ink.small_metrics.height())
    image = QImage(900, 32, QImage.Format.Format_RGB32)
    for share in np.linspace(0, 0.9, 40):  # some of these windows end within the name of a year
        window = TimeScale(first + share * (last - first), first + (share + 0.1) * (last - first), 0, 900)
        with QPainter(image) as painter:
            drawing.draw_overview(painter, size, TimeScale(first, last, 0, 900), window, mask)
        assert count_of(image, accent) > 20
        assert count_of(image.copy(0, 32 - text, 900, text), accent) == 0
