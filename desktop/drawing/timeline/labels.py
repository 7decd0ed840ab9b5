"""Which row each mark takes, and where its label stands: the important first, and never one over another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.text_widths import Text
from desktop.drawing.timeline.row_bytes import emptiest, gap, room_behind, take

WIDEST = 210.0
"""Pixels that are kept for a label; longer texts are elided, unless there is room when all have found theirs."""
LONGEST = 480.0
"""Pixels of a label at most."""
NARROWEST = 76.0
"""An elided label shows at least so much."""
SPACE = 3.0
"""Between a mark and its label."""
AFTER = 9.0
"""After a label, before the next mark."""
INFINITE = float("inf")
PATIENCE = 20
MOST_LABELS = 500
"""Labels that are tried in a window."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a text stands: its left end, its width and its row; `moved` when that is not its mark's row.

    `before` when it ends where its mark begins.
    """

    text: str
    x: float
    width: float
    row: int
    moved: bool = False
    before: bool = False


Pinned = tuple[int, float, bool, Label | None]
"""Row, shape, whether it owns its bar, and label."""
UNSETTLED: Pinned = (0, 0.0, False, None)


@dataclass(slots=True)
class Lane:
    """The marks of one lane in a window, parallel, in pixels of it, and the rows that they may take."""

    rows: int
    width: int
    left: Sequence[int]
    right: Sequence[int]
    """Where marks begin, and the pixel after their last, within the window."""
    shape: Sequence[float]
    """The middle of the shape; that of a wide bar may stand further right within it."""
    last_shape: Sequence[float]
    """The furthest that the shape may stand: within a wide bar, else where it is."""
    names: Sequence[str]
    by_weight: Sequence[int]
    """Places of the marks, the important first."""
    blocked: Sequence[tuple[int, int]] = ()
    """Where columns stand, over all rows."""
    sight: float = 0.0
    """Where the sight begins: shapes of wide bars that begin before it look for room from here."""
    still: bool = False
    """Whether nobody pans: labels end within the window, and stand before marks where there is no room behind."""
    pinned: Mapping[int, Pinned] = field(default_factory=dict)
    """What is settled: of marks that were in sight before."""

    @property
    def patience(self) -> int:
        """After how many in a row without room no more are tried: a lane that is full stays full."""
        return MOST_LABELS if self.still else PATIENCE

    def lines(self) -> list[bytearray]:
        """The rows, with what no mark may take."""
        line = bytearray(self.width)
        for left, right in self.blocked:
            take(line, left, min(right, self.width))
        return [bytearray(line) for _ in range(self.rows)]


@dataclass(slots=True)
class Stacked:
    """The row of each mark, where the middle of its shape stands, and whether no other shape may stand on its bar."""

    rows: list[int]
    shapes: list[float]
    owns: list[bool]


def stack(lane: Lane, text: Text) -> Stacked:
    """The row of each mark: the first with room for it and its label by importance, then wherever the mark alone fits.

    Wide bars for which no row is free lie under other marks, where there is room for their shapes beside those. Marks
    that fit nowhere lie over others, in the row where that hides least.
    """
    taken = lane.lines()
    found = Stacked([-1] * len(lane.left), list(lane.shape), [False] * len(lane.left))
    _pin(lane, taken, found)
    failed = 0
    for mark in lane.by_weight[:MOST_LABELS]:
        if found.rows[mark] < 0 and failed < lane.patience:
            width = min(text.width(lane.names[mark]), WIDEST) + SPACE + AFTER
            failed = 0 if _settle(lane, mark, width, found, taken=taken, text=text) else failed + 1
    for mark, row in enumerate(found.rows):
        if row < 0 and not _settle(lane, mark, 0.0, found, taken=taken, text=text):
            left, right = _own(lane, mark, lane.shape[mark])
            found.rows[mark] = emptiest(taken, left, right)
            take(taken[found.rows[mark]], left, right)
    return found


def _pin(lane: Lane, taken: list[bytearray], found: Stacked) -> None:
    """Leave marks in their rows. The shape of a bar that lies under others looks for room in sight once more."""
    for mark, (row, shape, owns, label) in lane.pinned.items():
        found.rows[mark], found.shapes[mark], found.owns[mark] = row, shape, owns
        if label is not None:
            take(taken[label.row], *_span(label, lane.width))
        if owns or lane.last_shape[mark] <= lane.shape[mark]:
            left, right = (lane.left[mark], lane.right[mark]) if owns else _own(lane, mark, shape)
            take(taken[row], left, right)
    for mark, (row, shape, owns, _label) in lane.pinned.items():
        last = lane.last_shape[mark]
        if not owns and last > lane.shape[mark]:
            first = max(shape if shape > lane.sight else lane.shape[mark], min(lane.sight, last)) - SIZE / 2
            at = gap(taken[row], first, last - SIZE / 2, SIZE)
            if at >= 0:
                found.shapes[mark] = at + SIZE / 2
            take(taken[row], *_own(lane, mark, found.shapes[mark]))


def _settle(lane: Lane, mark: int, label: float, found: Stacked, *, taken: list[bytearray], text: Text) -> bool:
    """Give a mark the first row that has room for it with `label` pixels behind; False where none has."""
    left, right = lane.left[mark], lane.right[mark]
    shape, last = lane.shape[mark], lane.last_shape[mark]
    if label:
        end = int(_end(lane, mark, shape) + label) + 1
        full = min(text.width(lane.names[mark]), LONGEST)
        if lane.still and _end(lane, mark, shape) + SPACE + full > lane.width:
            left = max(left - int(SPACE + full + AFTER), 0)
        else:
            right = max(right, min(end, lane.width))
    for row, line in enumerate(taken):
        if line.find(1, left, right) < 0:
            found.rows[mark], found.owns[mark] = row, True
            take(line, left, right)
            return True
    if last <= shape:
        return False
    first, last = max(shape - SIZE / 2, min(lane.sight, last - SIZE / 2)), last - SIZE / 2
    for row, line in enumerate(taken):
        at = gap(line, first, last, SIZE + label)
        if at >= 0:
            found.rows[mark], found.shapes[mark] = row, at + SIZE / 2
            take(line, int(at), min(int(at + SIZE + label) + 1, lane.width))
            return True
    return False


@dataclass(slots=True)
class Labels:
    """The label of each mark, and by how many pixels a wide bar's shape and label may move on along it."""

    labels: list[Label | None]
    slides: list[float]


def place_labels(lane: Lane, stacked: Stacked, wanted: Sequence[bool], text: Text) -> Labels:
    """The labels of the marks that are wanted and find room: beside them, elided beside them, or in the next row.

    Those that marks had stay where they are, unless something else stands there by now.
    """
    taken = lane.lines()
    for mark, row in enumerate(stacked.rows):
        left, right = _own(lane, mark, stacked.shapes[mark])
        take(taken[row], left, right)
    found = Labels([None] * len(stacked.rows), [0.0] * len(stacked.rows))
    for mark in lane.by_weight:
        _row, shape, _owns, label = lane.pinned.get(mark, UNSETTLED)
        if wanted[mark] and label is not None and abs(shape - stacked.shapes[mark]) < 1:
            left, right = _span(label, lane.width)
            # What came into the window since may stand there now, and no label lies over anything.
            if taken[label.row].find(1, left, right) < 0:
                found.labels[mark] = label
                take(taken[label.row], left, right)
    tried = [mark for mark in lane.by_weight if wanted[mark]][:MOST_LABELS]
    failed = 0
    for mark in tried:
        if found.labels[mark] is None and failed < lane.patience:
            found.labels[mark] = _place(lane, mark, stacked, taken, text)
            failed = 0 if found.labels[mark] else failed + 1
    for mark in tried:
        label = found.labels[mark]
        if label is not None and label.text != lane.names[mark]:
            found.labels[mark] = _longer(label, lane, mark, taken, text)
    for mark, owns in enumerate(stacked.owns):
        most = lane.last_shape[mark] - stacked.shapes[mark]
        if owns and most > 0:
            label = found.labels[mark]
            end = label.x + label.width + AFTER if label and not label.moved else stacked.shapes[mark] + SIZE / 2
            found.slides[mark] = min(most, room_behind(taken[stacked.rows[mark]], end + 2, most))
    return found


def _span(label: Label, width: int) -> tuple[int, int]:
    """The pixels that a label takes, with the place of its line when it was moved."""
    left = label.x - (SPACE + SIZE if label.moved else AFTER if label.before else 0)
    right = label.x + label.width + (0 if label.before else AFTER)
    return max(int(left), 0), min(int(right) + 1, width)


def _longer(label: Label, lane: Lane, mark: int, taken: list[bytearray], text: Text) -> Label:
    """An elided label with all the room that is left behind it."""
    end = label.x + label.width + AFTER
    more = room_behind(taken[label.row], end + 2, LONGEST)
    if lane.still:
        more = min(more, lane.width - label.x - label.width)
    if more < SPACE or label.before:
        return label
    longer = text.within(lane.names[mark], min(label.width + more, LONGEST))
    width = text.width(longer)
    line = taken[label.row]
    take(line, max(int(end), 0), min(int(label.x + width + AFTER) + 1, len(line)))
    return Label(longer, label.x, width, label.row, label.moved)


def _place(lane: Lane, mark: int, stacked: Stacked, taken: list[bytearray], text: Text) -> Label | None:
    x, row = _end(lane, mark, stacked.shapes[mark]) + SPACE, stacked.rows[mark]
    if lane.still and x + min(text.width(lane.names[mark]), LONGEST) > lane.width:
        label = _before(lane, mark, row, taken, text)
        if label is not None:
            return label
    limit = lane.width if lane.still else INFINITE
    short = text.within(lane.names[mark], WIDEST)
    width = text.width(short)
    if x + width <= limit:
        label = _beside(x, short, width, row, taken)
        for other in (row - 1, row + 1):
            if label is None and 0 <= other < len(taken):
                label = _beside(x, short, width, other, taken, moved=True)
        if label is not None:
            return label
    room = min(room_behind(taken[row], x, WIDEST + AFTER) - AFTER, limit - x)
    if NARROWEST <= room < width:
        short = text.within(short, room)
        return _beside(x, short, text.width(short), row, taken)
    return None


def _before(lane: Lane, mark: int, row: int, taken: list[bytearray], text: Text) -> Label | None:
    """A label that ends where its mark begins."""
    short = text.within(lane.names[mark], LONGEST)
    end = lane.left[mark] - SPACE
    x = end - text.width(short)
    begin = int(x - AFTER)
    if begin < 0 or taken[row].find(1, begin, int(end)) >= 0:
        return None
    take(taken[row], begin, int(end))
    return Label(short, x, end - x, row, before=True)


def _beside(
    x: float, short: str, width: float, row: int, taken: list[bytearray], *, moved: bool = False
) -> Label | None:
    # A moved label is reached by a line from the mark, over the place that the mark would have in that row.
    line = taken[row]
    begin = max(int(x - SPACE - SIZE if moved else x), 0)
    end = min(int(x + width + AFTER) + 1, len(line))
    if begin < end and line.find(1, begin, end) >= 0:
        return None
    take(line, begin, end)
    return Label(short, x, width, row, moved)


def _end(lane: Lane, mark: int, shape: float) -> float:
    """Behind which pixel the label of a mark stands: its shape in a wide bar, else its whole."""
    return shape + SIZE / 2 if lane.last_shape[mark] > lane.shape[mark] else float(lane.right[mark])


def _own(lane: Lane, mark: int, shape: float) -> tuple[int, int]:
    """What a mark alone takes: a wide bar only its shape, since labels may stand on bars."""
    if lane.last_shape[mark] > lane.shape[mark]:
        return max(int(shape - SIZE / 2), 0), min(int(shape + SIZE / 2) + 1, lane.width)
    return lane.left[mark], lane.right[mark]
