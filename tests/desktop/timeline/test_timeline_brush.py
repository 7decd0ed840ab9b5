"""Brushed ranges: whole units, and the clauses that they are."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.clauses import Range
from desktop.drawing.time_scale import TimeScale
from desktop.timeline.brush import clause, following, moved, snapped, span_of, start, unit_of
from tests.desktop.timeline.timeline_world import day

DAYS = st.floats(datetime.date(1500, 1, 1).toordinal(), datetime.date(2500, 12, 31).toordinal())
UNITS = st.sampled_from(["day", "month", "year"])


@pytest.mark.parametrize(
    ("days", "unit"),
    [(10, "day"), (200, "day"), (300, "month"), (3650, "month"), (10_000, "year")],
)
def test_the_unit_is_the_finest_that_can_be_aimed_at(days: float, unit: str) -> None:
    assert unit_of(TimeScale(0.0, days, 0.0, 1000.0)) == unit


@pytest.mark.parametrize(
    ("one", "other", "unit", "text"),
    [
        ("2024-03-05", "2024-03-05", "day", "date:2024-03-05"),
        ("2024-03-05", "2024-03-09", "day", "date:2024-03-05..2024-03-08"),
        ("2024-03-09", "2024-03-05", "day", "date:2024-03-05..2024-03-08"),
        ("2024-03-05", "2024-03-09", "month", "date:2024-03"),
        ("2024-03-05", "2024-05-09", "month", "date:2024-03..2024-05"),
        ("2024-03-05", "2024-12-09", "year", "date:2024"),
        ("2023-12-31", "2024-01-02", "year", "date:2023..2024"),
        ("2024-02-01", "2024-02-29", "day", "date:2024-02-01..2024-02-28"),
    ],
)
def test_a_drag_becomes_whole_units(one: str, other: str, unit: str, text: str) -> None:
    assert str(clause(snapped(day(one), day(other), unit))) == text


@pytest.mark.parametrize(
    ("first", "after", "text"),
    [
        ("2024-01-01", "2025-01-01", "date:2024"),
        ("2023-01-01", "2025-01-01", "date:2023..2024"),
        ("2024-02-01", "2024-03-01", "date:2024-02"),
        ("2024-02-01", "2024-03-02", "date:2024-02-01..2024-03-01"),
    ],
)
def test_a_clause_is_written_as_people_would(first: str, after: str, text: str) -> None:
    assert str(clause((day(first), day(after)))) == text


@given(DAYS, DAYS, UNITS)
def test_a_snapped_range_holds_what_was_dragged_and_reads_back(one: float, other: float, unit: str) -> None:
    span = snapped(one, other, unit)
    low, high = min(one, other), max(one, other)
    assert span[0] <= low and high <= span[1]
    assert (start(span[0], unit), start(span[1], unit)) == span
    assert span_of(clause(span), (0.0, 1.0)) == span


@given(DAYS, DAYS, UNITS, st.floats(-4000, 4000))
def test_a_moved_range_keeps_its_length_in_units(one: float, other: float, unit: str, days: float) -> None:
    span = snapped(one, min(other, one + 4000) if other > one else max(other, one - 4000), unit)
    there = moved(span, days, unit)
    count = next(n for n in range(1, 5000) if following(span[0], unit, n) >= span[1])
    assert following(there[0], unit, count) == there[1]


@given(DAYS, UNITS, st.integers(-50, 50))
def test_units_follow_each_other(at: float, unit: str, count: int) -> None:
    there = following(at, unit, count)
    assert start(there, unit) == there
    assert following(there, unit, -count) == start(at, unit)


@pytest.mark.parametrize(
    ("brush", "span"),
    [
        (None, None),
        (Range("date", "2024", "2024", negated=True), None),
        (Range("date", "2024", None), (day("2024-01-01"), day("2030-01-01"))),
        (Range("date", None, "2024-01"), (day("1990-01-01"), day("2024-02-01"))),
        (Range("date", "2035", None), (day("2035-01-01"), day("2035-01-02"))),
    ],
)
def test_open_ends_are_those_of_the_timeline(brush: Range | None, span: tuple[float, float] | None) -> None:
    assert span_of(brush, (day("1990-01-01"), day("2030-01-01"))) == span
