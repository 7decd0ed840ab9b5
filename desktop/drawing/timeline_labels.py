"""Which row each mark takes, and where its label stands: the important first, and never one over another.

A row is a line of bytes, one a pixel, so that looking for room is one search in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.drawing.mark_shapes import SIZE

WIDEST = 210.0
"""Pixels of a label at most; longer texts are elided."""
NARROWEST = 76.0
"""An elided label shows at least so much."""
SPACE = 3.0
"""Between a mark and its label."""
AFTER = 9.0
"""After a label, before the next mark."""
MOST_LABELS = 500
"""Labels that are tried in a window."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a text stands: its left end, its width and its row; `moved` when that is not its mark's row."""

    text: str
    x: float
    width: float
    row: int
    moved: bool = False


@dataclass(slots=True)
class Lane:
    """The marks of one lane in a window, parallel, in pixels of it, and the rows that they may take."""

    rows: int
    width: int
    left: Sequence[float]
    right: Sequence[float]
    shape: Sequence[float]
    """The middle of the shape; that of a wide bar may stand further right within it."""
    last_shape: Sequence[float]
    """The furthest that the shape may stand: within a wide bar, else where it is."""
    names: Sequence[str]
    by_weight: Sequence[int]
    """Places of the marks, the important first."""
    pinned: Mapping[int, tuple[int, float]] = field(default_factory=dict)
    """Rows and shapes that are settled: of marks that were in sight before."""


@dataclass(slots=True)
class Stacked:
    """The row of each mark, and where the middle of its shape stands."""

    rows: list[int]
    shapes: list[float]


class Text:
    """Widths of texts and their shorter forms, each measured once."""

    def __init__(self, width: Callable[[str], float], elided: Callable[[str, float], str]) -> None:
        self._width, self._elided = width, elided
        self._widths: dict[str, float] = {}
        self._short: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> float:
        """Pixels of a text."""
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self._width(text)
        return found

    def within(self, text: str, room: float) -> str:
        """The text, elided where it is wider than this."""
        if self.width(text) <= room:
            return text
        key = (text, int(room))
        found = self._short.get(key)
        if found is None:
            found = self._short[key] = self._elided(text, room)
        return found


def stack(lane: Lane, text: Text) -> Stacked:
    """The row of each mark: the first with room for it and its label by importance, then wherever the mark alone fits.

    Wide bars for which no row is free lie under other marks, where there is room for their shapes beside those. Marks
    that fit nowhere lie over others, in the row where that hides least.
    """
    taken = [bytearray(lane.width) for _ in range(lane.rows)]
    found = Stacked([-1] * len(lane.left), list(lane.shape))
    for mark, (row, shape) in lane.pinned.items():
        found.rows[mark], found.shapes[mark] = min(row, lane.rows - 1), shape
        left, right = _own(lane, mark, shape)
        _take(taken[found.rows[mark]], left, right)
    for mark in lane.by_weight[:MOST_LABELS]:
        if found.rows[mark] < 0:
            width = min(text.width(lane.names[mark]), WIDEST) + SPACE + AFTER
            _settle(lane, mark, width, taken, found)
    for mark, row in enumerate(found.rows):
        if row < 0 and not _settle(lane, mark, 0.0, taken, found):
            left, right = _own(lane, mark, lane.shape[mark])
            found.rows[mark] = _emptiest(taken, left, right)
            _take(taken[found.rows[mark]], left, right)
    return found


def _settle(lane: Lane, mark: int, label: float, taken: list[bytearray], found: Stacked) -> bool:
    """Give a mark the first row that has room for it with `label` pixels behind; False where none has."""
    left, shape = lane.left[mark], lane.shape[mark]
    right = max(lane.right[mark], _end(lane, mark, shape) + label)
    for row, line in enumerate(taken):
        if _free(line, left, right):
            found.rows[mark] = row
            _take(line, left, right)
            return True
    last = lane.last_shape[mark]
    if last <= shape:
        return False
    for row, line in enumerate(taken):
        at = _gap(line, shape - SIZE / 2, last - SIZE / 2, SIZE + label)
        if at >= 0:
            found.rows[mark], found.shapes[mark] = row, at + SIZE / 2
            _take(line, at, at + SIZE + label)
            return True
    return False


def place_labels(lane: Lane, stacked: Stacked, wanted: Sequence[bool], text: Text) -> list[Label | None]:
    """The label of each mark that is wanted and finds room: beside it, elided beside it, or moved to the next row."""
    taken = [bytearray(lane.width) for _ in range(lane.rows)]
    for mark, row in enumerate(stacked.rows):
        left, right = _own(lane, mark, stacked.shapes[mark])
        _take(taken[row], left, right)
    labels: list[Label | None] = [None] * len(stacked.rows)
    tried = 0
    for mark in lane.by_weight:
        if not wanted[mark]:
            continue
        x = _end(lane, mark, stacked.shapes[mark]) + SPACE
        labels[mark] = _place(lane.names[mark], x, stacked.rows[mark], taken, text)
        tried += 1
        if tried == MOST_LABELS:
            break
    return labels


def _place(name: str, x: float, row: int, taken: list[bytearray], text: Text) -> Label | None:
    short = text.within(name, WIDEST)
    width = text.width(short)
    label = _beside(x, short, width, row, taken)
    for other in (row - 1, row + 1):
        if label is None and 0 <= other < len(taken):
            label = _beside(x, short, width, other, taken, moved=True)
    if label is None:
        room = _room(taken[row], x) - AFTER
        if NARROWEST <= room < width:
            short = text.within(short, room)
            label = _beside(x, short, text.width(short), row, taken)
    return label


def _beside(
    x: float, short: str, width: float, row: int, taken: list[bytearray], *, moved: bool = False
) -> Label | None:
    # A moved label is reached by a line from the mark, over the place that the mark would have in that row.
    begin = x - SPACE - SIZE if moved else x
    if not _free(taken[row], begin, x + width + AFTER):
        return None
    _take(taken[row], begin, x + width + AFTER)
    return Label(short, x, width, row, moved)


def _end(lane: Lane, mark: int, shape: float) -> float:
    """Behind which pixel the label of a mark stands: its shape in a wide bar, else its whole."""
    return shape + SIZE / 2 if lane.last_shape[mark] > lane.shape[mark] else lane.right[mark]


def _own(lane: Lane, mark: int, shape: float) -> tuple[float, float]:
    """What a mark alone takes: a wide bar only its shape, since labels may stand on bars."""
    if lane.last_shape[mark] > lane.shape[mark]:
        return shape - SIZE / 2, shape + SIZE / 2
    return lane.left[mark], lane.right[mark]


# ---- lines of bytes ----


def _take(line: bytearray, left: float, right: float) -> None:
    begin, end = max(int(left), 0), min(int(right) + 1, len(line))
    if begin < end:
        line[begin:end] = b"\x01" * (end - begin)


def _free(line: bytearray, left: float, right: float) -> bool:
    begin, end = max(int(left), 0), int(right) + 1
    return line.find(1, begin, end) < 0


def _room(line: bytearray, x: float) -> float:
    """Free pixels from here to the next thing in a row."""
    begin = max(int(x), 0)
    found = line.find(1, begin, min(begin + int(WIDEST) + 20, len(line)))
    return WIDEST + 20 if found < 0 else found - x


def _gap(line: bytearray, first: float, last: float, width: float) -> float:
    """The first place from `first` to `last` where so many pixels are free; -1 where there is none."""
    at = max(first, 0.0)
    while at <= last and at < len(line):
        begin, end = int(at), int(at + width) + 1
        blocked = line.rfind(1, begin, end)
        if blocked < 0:
            return at
        at = blocked + 2.0
    return -1.0


def _emptiest(taken: list[bytearray], left: float, right: float) -> int:
    begin, end = max(int(left), 0), int(right) + 1
    return min(range(len(taken)), key=lambda row: taken[row].count(1, begin, end))
