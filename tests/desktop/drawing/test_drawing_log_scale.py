"""The logarithmic scale of charts: there and back, and ticks that leave room."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.drawing.charts.log_scale import LogScale

amounts = st.floats(1e-3, 1e15)


@given(st.lists(amounts, min_size=1, max_size=9), st.floats(20, 3000))
def test_amounts_lie_within_and_come_back(values, length):
    scale = LogScale.around(values, 0, length)
    for value in values:
        assert 0 < scale.at(value) < length
        assert scale.amount(scale.at(value)) == pytest.approx(value, rel=1e-6)


@given(st.lists(amounts, min_size=1, max_size=9), st.floats(60, 3000), st.floats(12, 60), st.booleans())
def test_ticks_are_in_order_inside_and_apart(values, length, room, upward):
    scale = LogScale.around(values, length if upward else 0, 0 if upward else length)
    ticks = scale.ticks(room)
    assert ticks == sorted(set(ticks))
    assert all(scale.low <= tick <= scale.high for tick in ticks)
    places = [scale.at(tick) for tick in ticks]
    assert all(abs(one - other) >= room * 0.99 for one, other in pairwise(places))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1e9, 1e12], [1e9, 1e10, 1e11, 1e12]),
        ([3e5, 6e6], [3e5, 1e6, 3e6]),
        ([], [1, 10]),
        ([math.inf, -1, 0, math.nan, 5], [5]),
    ],
)
def test_ticks_of_usual_ranges(values, expected):
    ticks = LogScale.around(values, 0, 200).ticks(40)
    assert set(expected) <= set(ticks)


def test_what_lies_beyond_lies_at_the_end():
    scale = LogScale(1, 100, 0, 50)
    assert (scale.at(0.1), scale.at(math.inf), scale.at(10)) == (0, 50, 25)
