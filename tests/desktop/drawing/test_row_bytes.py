"""Looking for room in rows: the same as trying each pixel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.drawing.timeline.row_bytes import nearest, room_before, room_behind

rows = st.binary(min_size=1, max_size=60).map(lambda row: bytearray(byte % 5 == 0 for byte in row))
places = st.integers(-20, 80)


def is_free(row: bytearray, at: float, width: float) -> bool:
    return 1 not in row[max(int(at), 0) : max(int(at + width) + 1, 0)]


@given(rows, places, places, places, st.integers(1, 25))
def test_the_nearest_place_is_free_and_none_is_nearer(row, wanted, first, last, width):
    low, high = min(first, last), max(first, last)
    found = nearest(row, wanted, low, high, width)
    roomy = [at for at in range(low, high + 1) if is_free(row, at - 1, width + 2)]  # a pixel may be left on both sides
    aim = min(max(wanted, low), high)
    if found is None:
        assert not roomy
    else:
        assert is_free(row, found, width)
        assert low <= found <= high
        assert all(abs(found - aim) <= abs(at - aim) for at in roomy)


@pytest.mark.parametrize(
    ("x", "most", "behind", "before"),
    [(10, 5, 5, 5), (10, 20, 10, 9), (0, 50, 0, 50), (21, 4, 4, 0), (-5, 10, 5, 10), (30, 50, 50, 9)],
)
def test_room_ends_at_the_next_thing(x, most, behind, before):
    row = bytearray(40)
    row[0] = row[20] = 1
    assert room_behind(row, x, most) == behind
    assert room_before(row, x, most) == before
