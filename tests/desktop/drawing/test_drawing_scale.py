"""The scale and the axis of time: at any zoom ticks are natural, cover the sight and leave each other room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.drawing.time_axis import GAP, day_text
from desktop.drawing.time_scale import END_DAY, FIRST_DAY, LONGEST, SHORTEST, TimeScale
from tests.desktop.drawing.drawn_events import day

spans = st.tuples(
    st.floats(FIRST_DAY + 1, END_DAY - 10), st.floats(0, 1).map(lambda part: SHORTEST * (LONGEST / SHORTEST) ** part)
)
widths = st.floats(60, 5000)


def scale_of(span: tuple[float, float], width: float, left: float = 0.0) -> TimeScale:
    return TimeScale(span[0], span[0] + span[1], left, width)


@given(spans, widths, st.floats(-500, 500), st.floats(0, 1))
def test_a_day_is_found_where_it_lies(span, width, left, part):
    scale = scale_of(span, width, left)
    moment = scale.first + part * scale.days
    assert scale.day(scale.x(moment)) == pytest.approx(moment, abs=1e-6 * scale.days + 1e-6)
    assert scale.x(scale.first) == left
    assert scale.x(scale.last) == pytest.approx(left + width)


@given(spans, widths, st.floats(0.01, 100), st.floats(0, 1))
def test_zooming_keeps_the_day_under_the_pointer(span, width, factor, part):
    scale = scale_of(span, width)
    at = min(max(scale.first + part * scale.days, FIRST_DAY), END_DAY)
    zoomed = scale.zoomed(factor, at)
    assert SHORTEST * 0.999 <= zoomed.days <= LONGEST * 1.001
    middle = (zoomed.first + zoomed.last) / 2
    if FIRST_DAY + 1 < middle < END_DAY - 1:  # at the ends of the calendar it cannot
        assert zoomed.x(at) == pytest.approx(scale.x(at), abs=0.01)


@given(spans, widths, st.floats(-1e6, 1e6))
def test_panning_stays_within_the_calendar(span, width, days):
    panned = scale_of(span, width).panned(days)
    assert FIRST_DAY - 1e-3 <= (panned.first + panned.last) / 2 <= END_DAY + 1e-3
    assert panned.days == pytest.approx(span[1])


@given(spans, widths)
def test_ticks_cover_the_sight_and_leave_each_other_room(span, width):
    scale = scale_of(span, width)
    axis = scale.axis(lambda text: 8.0 * len(text))
    assert axis.fine[0].day <= max(scale.first, FIRST_DAY)
    assert axis.fine[-1].end >= min(scale.last, END_DAY - 1)
    assert all(one.end == other.day for one, other in pairwise(axis.fine))
    said = [tick for tick in axis.fine if tick.text]
    assert len(said) in {0, len(axis.fine)}
    assert all(8.0 * len(tick.text) + GAP <= scale.x(tick.end) - scale.x(tick.day) + 1e-6 for tick in said)
    assert said or width < 100
    assert len(axis.fine) <= width / 12 + 2


@given(spans, widths)
def test_the_second_line_covers_the_sight_once(span, width):
    scale = scale_of(span, width)
    axis = scale.axis()
    if not axis.step.coarser:
        assert not axis.coarse
        return
    assert axis.coarse[0].day <= max(scale.first, FIRST_DAY)
    assert axis.coarse[-1].end >= min(scale.last, END_DAY - 1)
    assert all(one.end == other.day for one, other in pairwise(axis.coarse))
    said = [tick.text for tick in axis.coarse if tick.text]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("days", "first", "fine", "coarse"),
    [
        (4, "2024-02-28", ["Wed 28", "Thu 29", "Fri 1", "Sat 2"], ["February 2024", "March 2024"]),
        (20, "2024-01-15", ["15", "16", "17"], ["January 2024", "February 2024"]),
        (60, "2024-01-16", ["Mon 15", "Mon 22", "Mon 29"], ["January 2024", "February 2024", "March 2024"]),
        (420, "2023-06-10", ["Jun", "Jul", "Aug"], ["2023", "2024"]),
        (900, "2024-02-15", ["Q1", "Q2", "Q3"], ["2024", "2025", "2026"]),
        (5000, "2024-02-15", ["2024", "2025", "2026"], ["2020s", "2030s"]),
        (16000, "1994-02-15", ["1994", "1996", "1998"], []),
        (40000, "1903-02-15", ["1900", "1905", "1910"], []),
    ],
)
def test_steps_are_natural(days, first, fine, coarse):
    axis = TimeScale(day(first), day(first) + days, 0, 1000).axis()
    assert [tick.text for tick in axis.fine][:3] == fine[:3]
    assert [tick.text for tick in axis.coarse] == coarse


def test_a_sliver_of_a_unit_keeps_its_line_but_not_its_word():
    axis = TimeScale(day("2023-12-30"), day("2024-12-01"), 0, 1000).axis()
    assert [tick.text for tick in axis.coarse] == ["", "2024"]


@pytest.mark.parametrize(("moment", "text"), [(0.0, "28 Jul 2021"), (0.9, "28 Jul 2021"), (-1e6, "1 Jan 1")])
def test_a_day_in_words(moment, text):
    assert day_text(day("2021-07-28") + moment) == text
