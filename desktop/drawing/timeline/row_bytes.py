"""Rows as lines of bytes, one a pixel, 1 where it is taken: looking for room is one search in memory."""

from __future__ import annotations


def take(line: bytearray, begin: int, end: int) -> None:
    """Take pixels; nothing where the end is not behind the begin."""
    if begin < end:
        line[begin:end] = b"\x01" * (end - begin)


def room_behind(line: bytearray, x: float, most: float) -> float:
    """Free pixels from here to the next thing in a row, at most so many."""
    begin = max(int(x), 0)
    found = line.find(1, begin, max(int(x + most) + 1, begin))
    return most if found < 0 else max(found - x, 0.0)


def room_before(line: bytearray, x: float, most: float) -> float:
    """Free pixels from here back to the thing before in a row, at most so many."""
    end = max(int(x), 0)
    found = line.rfind(1, max(int(x - most), 0), end)
    return most if found < 0 else max(x - found - 1, 0.0)


def nearest(line: bytearray, wanted: float, first: float, last: float, width: float) -> float | None:
    """The place from `first` to `last` nearest to the one that is wanted where so many pixels are free, if any is.

    Places out of the row are free, since nothing is known of them.
    """
    after = before = min(max(wanted, first), last)
    while after <= last and (blocked := line.rfind(1, max(int(after), 0), max(int(after + width) + 1, 0))) >= 0:
        after = blocked + 2.0  # past all that is in the way at once
    if after == before:
        return after
    least = max(first, 2 * before - after) if after <= last else first
    while before >= least and (blocked := line.find(1, max(int(before), 0), max(int(before + width) + 1, 0))) >= 0:
        before = blocked - width - 1.0
    if before >= least:
        return before
    return after if after <= last else None


def emptiest(taken: list[bytearray], begin: int, end: int) -> int:
    """The row where these pixels hide least."""
    return min(range(len(taken)), key=lambda row: taken[row].count(1, begin, end))
