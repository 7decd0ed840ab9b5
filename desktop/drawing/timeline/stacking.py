"""Which row each mark of a lane takes, and where in its days its shape stands: in the middle, or beside another."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.text_widths import Text
from desktop.drawing.timeline.lane_marks import AFTER, LONGEST, MOST_LABELS, SPACE, WIDEST, Lane, span
from desktop.drawing.timeline.row_bytes import emptiest, nearest, take

NEAR = SIZE + 3
"""Pixels by which a shape stands off the middle of its days at most to have its label beside it."""


@dataclass(slots=True)
class Stacked:
    """The row of each mark, where the middle of its shape stands, and whether no other shape may stand on its bar."""

    rows: list[int]
    shapes: list[float]
    owns: list[bool]


def stack(lane: Lane, text: Text) -> Stacked:
    """The row of each mark: the first with room for it and its label by importance, then wherever the mark alone fits.

    Wide bars for which no row is free lie under other marks, their shapes beside those and as near to the middle of
    their days as a row allows. Marks that fit nowhere lie over others, in the row where that hides least.
    """
    return _Stacking(lane, text).found


class _Stacking:
    """The rows while they are filled with marks and the room for their labels."""

    def __init__(self, lane: Lane, text: Text) -> None:
        self.lane, self._text = lane, text
        self._taken = lane.lines()
        self._labels: dict[int, int] = {}  # pixels that are kept for the labels of marks
        self.found = Stacked([-1] * len(lane.left), list(lane.shape), [False] * len(lane.left))
        self._pin()
        failed = 0
        for mark in lane.by_weight[:MOST_LABELS]:
            if self.found.rows[mark] < 0 and failed < lane.patience:
                width = min(text.width(lane.names[mark]), WIDEST) + SPACE + AFTER
                failed = 0 if self._settle(mark, width) else failed + 1
        self._lay_over([mark for mark, row in enumerate(self.found.rows) if row < 0 and not self._settle(mark, 0.0)])

    def _pin(self) -> None:
        """Leave marks where they are; shapes that nobody saw look for room once more."""
        lane, found = self.lane, self.found
        for mark, (row, shape, owns, label) in lane.pinned.items():
            if shape is not None:
                self._put(mark, row, shape)
                found.owns[mark] = owns
            if owns:
                take(self._taken[row], lane.left[mark], lane.right[mark])
            if label is not None:
                take(self._taken[label.row], *span(label, lane.width))
                self._labels[mark] = int(label.width)
        unseen = [mark for mark, (_row, shape, *_) in lane.pinned.items() if shape is None]
        drawn = self._drawn(unseen)
        for mark in unseen:
            row = lane.pinned[mark][0]
            at = self._beside(drawn[row], mark, SIZE)
            self._put(mark, row, lane.shape[mark] if at is None else at)
            take(drawn[row], *lane.own(mark, found.shapes[mark]))

    def _settle(self, mark: int, label: float) -> bool:
        """Give a mark the first row that has room for it with `label` pixels behind; False where none has."""
        lane = self.lane
        left, right, shape = lane.left[mark], lane.right[mark], lane.shape[mark]
        if label:
            end, full = lane.end(mark, shape), min(self._text.width(lane.names[mark]), LONGEST)
            if lane.still and end + SPACE + full > lane.width:
                left = max(min(left, int(lane.begin(mark, shape) - SPACE - full - AFTER)), 0)
            else:
                right = max(right, min(int(end + label) + 1, lane.width))
        for row, line in enumerate(self._taken):
            if line.find(1, left, right) < 0:
                self.found.rows[mark], self.found.owns[mark] = row, True
                self._labels[mark] = int(label)
                take(line, left, right)
                return True
        return bool(lane.reach[mark]) and self._share(mark, self._taken, label)

    def _lay_over(self, marks: list[int]) -> None:
        """Lay marks over others: wide ones over bars, their shapes beside what is drawn there if they can be."""
        lane, found = self.lane, self.found
        wide = [mark for mark in marks if lane.reach[mark]]
        drawn = self._drawn(wide)
        for mark in wide:
            if self._share(mark, drawn, 0.0):
                take(drawn[found.rows[mark]], *lane.own(mark, found.shapes[mark]))
        for mark in marks:
            if found.rows[mark] < 0:
                self._put(mark, emptiest(self._taken, *lane.own(mark, lane.shape[mark])), lane.shape[mark])

    def _drawn(self, marks: list[int]) -> list[bytearray]:
        """The rows with shapes and labels alone, without bars: where these marks may have theirs; none for no marks."""
        if not marks:
            return []
        lane, labels = self.lane, self._labels
        begin, end = min(lane.left[mark] for mark in marks), max(lane.right[mark] for mark in marks)
        lines = lane.lines()
        for mark, row in enumerate(self.found.rows):
            label = labels.get(mark, 0)
            if row >= 0 and lane.left[mark] < end and lane.right[mark] + label > begin:
                left, right = lane.own(mark, self.found.shapes[mark])
                take(lines[row], left, min(right + label, lane.width))
        return lines

    def _share(self, mark: int, lines: list[bytearray], label: float) -> bool:
        """Give the shape the place nearest to the middle of its days that any row has."""
        middle, best = self.lane.shape[mark], None
        for row, line in enumerate(lines):
            at = self._beside(line, mark, SIZE + label)
            if at is not None and (best is None or abs(at - middle) < abs(best[1] - middle)):
                best = row, at
                if at == middle:
                    break
        if best is not None:
            self._put(mark, *best, label)
        return best is not None

    def _beside(self, line: bytearray, mark: int, width: float) -> float | None:
        """Where in a row the middle of a shape has so much room, shape and label, as near as can be to its days'."""
        first, reach = self.lane.shape[mark] - SIZE / 2, self.lane.reach[mark]
        if width > SIZE:
            reach = min(reach, NEAR)
        at = nearest(line, first, first - reach, first + reach, width)
        return None if at is None else at + SIZE / 2

    def _put(self, mark: int, row: int, shape: float, label: float = 0.0) -> None:
        """A mark's row and shape, with so many pixels behind it."""
        self.found.rows[mark], self.found.shapes[mark] = row, shape
        self._labels[mark] = int(label)
        left, right = self.lane.own(mark, shape)
        take(self._taken[row], left, min(right + int(label), self.lane.width))
