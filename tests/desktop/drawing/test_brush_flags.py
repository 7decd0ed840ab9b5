"""The days at the ends of a brush: each stands where it is, or at the edge behind which it is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.drawing.brush_flags import brush_flags
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_scale import TimeScale
from tests.desktop.drawing.drawn_events import day

LINE = QRectF(100, 20, 600, 20)
SIGHT = TimeScale(day("2024-03-01"), day("2024-09-01"), 100.0, 600.0)


@pytest.fixture(scope="module")
def ink(qapp) -> Ink:
    return Ink(Look.named("light"))


@pytest.mark.parametrize(
    ("first", "after", "flags"),
    [
        ("2024-04-01", "2024-08-01", [("1 Apr 2024", 0), ("31 Jul 2024", 0)]),
        ("2024-01-01", "2025-01-01", [("← 1 Jan 2024", -1), ("31 Dec 2024 →", 1)]),
        ("2024-01-01", "2024-07-01", [("← 1 Jan 2024", -1), ("30 Jun 2024", 0)]),
        ("2024-01-01", "2024-03-05", [("← 1 Jan 2024", -1), ("4 Mar 2024", 0)]),
        ("2024-05-01", "2025-01-01", [("1 May 2024", 0), ("31 Dec 2024 →", 1)]),
        ("2024-08-30", "2025-01-01", [("30 Aug 2024", 0), ("31 Dec 2024 →", 1)]),
        ("2023-08-01", "2024-01-01", [("← 1 Aug 2023 – 31 Dec 2023", -1)]),
        ("2023-08-01", "2023-08-02", [("← 1 Aug 2023", -1)]),
        ("2025-01-01", "2026-01-01", [("1 Jan 2025 – 31 Dec 2025 →", 1)]),
    ],
)
def test_an_end_out_of_sight_is_told_at_its_edge(ink, first, after, flags):
    found = brush_flags(LINE, SIGHT, (day(first), day(after)), ink)
    assert [(flag.text, flag.beyond) for flag in found] == flags
    for flag in found:
        if flag.beyond < 0:
            assert flag.rect.left() < LINE.left() + 10
        if flag.beyond > 0:
            assert flag.rect.right() > LINE.right() - 10


@given(st.floats(-400, 800), st.floats(1, 900))
def test_flags_lie_beside_each_other_in_the_line(ink, begin, days):
    first = SIGHT.first + begin
    found = brush_flags(LINE, SIGHT, (first, first + days), ink)
    assert all(LINE.contains(flag.rect) for flag in found)
    assert not any(a.rect.intersects(b.rect) for a, b in itertools.pairwise(found))
    ends = zip(found, (first, first + days), strict=False) if len(found) == 2 else ()
    for flag, end in ends:
        assert (flag.beyond == 0) == (SIGHT.first <= end <= SIGHT.last)
