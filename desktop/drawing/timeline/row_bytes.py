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


def gap(line: bytearray, first: float, last: float, width: float) -> float:
    """The first place from `first` to `last` where so many pixels are free; -1 where there is none."""
    at = max(first, 0.0)
    while at <= last and at < len(line):
        begin, end = int(at), int(at + width) + 1
        blocked = line.rfind(1, begin, end)
        if blocked < 0:
            return at
        at = blocked + 2.0
    return -1.0


def emptiest(taken: list[bytearray], begin: int, end: int) -> int:
    """The row where these pixels hide least."""
    return min(range(len(taken)), key=lambda row: taken[row].count(1, begin, end))
