"""Figures of the timeline: everything that the filter keeps is named, nothing is cut, and panels cover the time."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from db.engine import open_database
from db.filters import parse
from db.timeline import Lanes
from desktop.drawing.figure_files import save_figure
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.figure import TimelineFigure
from desktop.drawing.timeline.overview_painter import Overview, window_rect
from desktop.drawing.timeline.panels import panels
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, lanes_of, scene_of, timeline_of

EVENTS = [("Born", "1985", "people", 1.0), ("Undated", "unknown", "release", 1.0)]
EVENTS += [(f"Release {n} with a long name", f"2024-{n % 12 + 1:02}-{n % 27 + 1:02}", "release", n) for n in range(40)]
EVENTS += [(f"Paper {n} & <others>", f"20{15 + n % 9}-0{n % 9 + 1}", "paper", n) for n in range(20)]


def figure_of(events=EVENTS, shown=None, **more) -> TimelineFigure:
    timeline = timeline_of(events)
    shown = np.ones(len(timeline.ids), bool) if shown is None else shown
    return TimelineFigure(timeline, lanes_of(timeline), shown, "Filter: all", "Sources: 001.", **more)


def texts_of(path) -> list[tuple[float, float, str]]:
    """Left end, baseline and words of all texts of an SVG."""
    found = re.findall(r'<text [^>]*x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)</text>', path.read_text(encoding="utf-8"))
    return [(float(x), float(y), html.unescape(words).strip()) for x, y, words in found]


def saved(figure, path, size=None) -> list[tuple[float, float, str]]:
    save_figure(path, size or figure.size(), figure.paint(Look.named("light")), title=figure.title())
    return texts_of(path)


def test_everything_that_is_kept_is_named(qapp, tmp_path):
    figure = figure_of()
    said = {words for _, _, words in saved(figure, tmp_path / "a.svg")}
    assert {name for name, *_ in EVENTS} - said == {"Undated"}
    assert {"Timeline, 1985–2024", "Filter: all · 61 dated · 1 without a date is missing", "Sources: 001."} <= said


def test_a_picture_is_drawn_in_one_frame_with_every_label(qapp):
    """The window makes the pictures of labels over several frames; a file has one."""
    figure = figure_of()
    size = figure.size().toSize()
    images = [QImage(size, QImage.Format.Format_RGB32) for _ in range(2)]
    paint = figure.paint(Look.named("light"))
    for image in images:
        with QPainter(image) as painter:
            paint(painter, QRectF(image.rect()))
    assert images[0] == images[1]
    painter = QPainter(images[0])
    assert not MarkPainter(painter, Ink(Look.named("light"), still=True)).pictures
    painter.end()


def test_a_figure_of_days_counts_what_may_lie_in_them(qapp):
    figure = figure_of(
        [("A", "2024-03", "release", 1.0), ("B", "2025", "release", 1.0)], span=(day("2024-01-01"), day("2024-06-30"))
    )
    assert "1 dated" in figure.description()
    assert not figure.is_empty()
    assert figure_of([("B", "2025", "release", 1.0)], span=(day("2024-01-01"), day("2024-06-30"))).is_empty()


def test_what_is_left_out_is_not_in_a_figure_of_all(qapp, tmp_path):
    timeline = timeline_of(EVENTS)
    shown = np.array([name.startswith("Release") for name in timeline.names])
    said = [words for _, _, words in saved(figure_of(shown=shown), tmp_path / "a.svg")]
    assert not [words for words in said if words.startswith(("Paper ", "Born"))]


def test_no_text_is_cut_or_lies_on_another(qapp, tmp_path):
    figure = figure_of()
    size = figure.size()
    font = QFont(Look.named("light").font)
    texts = [
        (x, y, words, QFontMetricsF(font).horizontalAdvance(words)) for x, y, words in saved(figure, tmp_path / "a.svg")
    ]
    names = [text for text in texts if text[2] in {name for name, *_ in EVENTS}]
    assert all(x >= 0 and x + wide <= size.width() - 20 for x, _, _, wide in names)
    for line in {y for _, y, _, _ in names}:
        row = sorted(text for text in names if text[1] == line)
        assert all(one[0] + one[3] <= other[0] for one, other in pairwise(row))


@pytest.mark.parametrize("size", [(1200, 800), (700, 500), (2000, 1600)])
def test_a_figure_of_any_size_has_all_lanes(qapp, tmp_path, size):
    said = {words for _, _, words in saved(figure_of(), tmp_path / "a.svg", QSizeF(*size))}
    assert {"release", "paper", "people"} <= said


def test_a_figure_of_a_span_shows_just_its_days(qapp, tmp_path):
    figure = figure_of(span=(day("2024-03-01") + 0.0, day("2024-05-01") + 0.0))
    assert figure.title() == "Timeline, 2024"
    said = {words for _, _, words in saved(figure, tmp_path / "a.svg")}
    assert "March 2024" in said
    assert "Release 2 with a long name" in said
    assert "Release 5 with a long name" not in said


@pytest.mark.parametrize("events", [EVENTS[:1], EVENTS[1:2]])
def test_little_and_nothing_make_a_figure(qapp, tmp_path, events):
    assert saved(figure_of(events), tmp_path / "a.svg")


def test_many_make_a_figure_with_columns(qapp, tmp_path):
    timeline = generated(5000)
    figure = TimelineFigure(timeline, lanes_of(timeline), np.ones(5000, bool), "", "")
    assert figure.size().height() <= 4000
    assert saved(figure, tmp_path / "a.svg")


def test_a_texts_width_is_fixed_for_other_fonts(qapp, tmp_path):
    saved(figure_of(), tmp_path / "a.svg")
    content = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert content.count("textLength=") == content.count("<text ")
    assert ", sans-serif" in content
    assert "<image" not in content


def test_it_reads_the_database(qapp, lab_file):
    with open_database(lab_file) as database, database.read() as conn:
        figure = TimelineFigure.ask(conn, parse("open:yes"), "organization")
    assert figure.title() == "Timeline, 2023–2024"
    assert figure.description().startswith("Filter: ")
    assert "First source" in figure.sources


# ---- panels ----

marks = st.lists(
    st.tuples(st.integers(700_000, 739_000), st.integers(0, 900), st.integers(0, 3)), min_size=1, max_size=80
)


@settings(max_examples=60)
@given(marks, st.integers(1, 5))
def test_panels_cover_the_time_without_a_gap(rows, most):
    first, long, lane = (np.array(column) for column in zip(*rows, strict=True))
    found = panels(first, first + long, lane, most)
    assert [len(way) for way in found] == list(range(1, len(found) + 1))
    for way in found:
        assert way[0][0] < first.min()
        assert way[-1][1] > (first + long).max() + 1
        assert all(one[1] == other[0] for one, other in pairwise(way))
        assert all(begin < end for begin, end in way)


def test_panels_part_the_crowded_from_the_empty():
    first = np.array([day("1985-01-01"), *(day("2024-01-01") + 6 * n for n in range(100))])
    (_, (early, late), *_) = panels(first, first, np.zeros(101, int), 2)
    assert early[1] == late[0] >= day("2023-01-01")


# ---- the overview ----


def test_the_overview_counts_each_mark_once_whatever_the_lanes(qapp):
    timeline = generated(2000)
    mask = np.random.default_rng(5).random(2000) < 0.4
    overview = Overview(timeline)
    days = np.linspace(timeline.first.min() - 1, timeline.last.max() + 2, 77)
    total, kept = overview.counts(days, mask)
    assert total.sum() == 2000
    assert kept.sum() == mask.sum()
    assert (kept <= total).all()


@pytest.mark.parametrize(
    ("window", "left", "right"), [((0.0, 50.0), 0, 50), ((-100.0, 1000.0), 0, 100), ((40.0, 41.0), 40, 48)]
)
def test_the_window_stays_wide_enough_to_drag(window, left, right):
    whole, rect = TimeScale(0.0, 100.0, 0.0, 100.0), QRectF(0, 0, 100, 40)
    found = window_rect(rect, whole, replace(whole, first=window[0], last=window[1]))
    assert (found.left(), found.right()) == (left, right)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overview_is_darkest_where_most_is_kept(qapp, scheme):
    timeline = timeline_of([(f"E{n}", "2024-06-15" if n else "2020-01-01", "release", 1.0) for n in range(50)])
    drawing, look = drawing_of(scene_of(timeline), scheme), Look.named(scheme)
    whole = TimeScale(day("2020-01-01") - 100, day("2025-01-01"), 0.0, 600.0)
    image = QImage(600, 50, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        drawing.draw_overview(painter, QRectF(0, 0, 600, 50), whole, whole, np.ones(50, bool))
    columns = [x for x in range(600) for y in range(4, 30) if image.pixelColor(x, y) == look.colour("muted")]
    assert columns
    assert abs(max(set(columns), key=columns.count) - whole.x(day("2024-06-15"))) < 5


@pytest.mark.parametrize(
    ("span", "order", "lanes"),
    [
        ((day("2024-01-01"), day("2024-12-31")), (), (0,)),  # of what the filter shows
        ((day("2024-01-01"), day("2024-12-31")), (2, 1, 0), (1, 0)),  # as on the screen, what is thinned too
        ((day("2020-01-01"), day("2020-12-31")), (), (0, 1, 2)),  # rather than nothing
        (None, (), (0, 2)),
    ],
)
def test_no_lane_of_an_organization_is_empty_in_a_figure(qapp, span, order, lanes):
    timeline = timeline_of(
        [("One", "2024-05-05", "release", 1.0), ("Two", "2024-06-06", "paper", 1.0), ("Three", "2022", "paper", 1.0)]
    )
    lane = np.array([{"One": 0, "Two": 1, "Three": 2}[name] for name in timeline.names], np.int32)
    found = Lanes("organization", ("A", "B", "C"), (1, 2, 3), np.arange(3, dtype=np.int32), lane)
    shown = np.array([name != "Two" for name in timeline.names])
    figure = TimelineFigure(timeline, found, shown, "", "", span, order)
    drawn = {
        lane for way in figure._ways(1200, Look.named("light")) for panel in way for lane in panel.drawing._scene.order
    }
    assert drawn == set(lanes)
