"""Where the labels of a lane stand: the important first, and never one over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.text_widths import Text
from desktop.drawing.timeline.lane_marks import (
    AFTER,
    LONGEST,
    MOST_LABELS,
    NARROWEST,
    SPACE,
    WIDEST,
    Label,
    Lane,
    span,
)
from desktop.drawing.timeline.leeway import Leeway, leeway
from desktop.drawing.timeline.row_bytes import nearest, room_behind, take
from desktop.drawing.timeline.stacking import Stacked

INFINITE = float("inf")
NONE = Leeway(0.0, 0.0, 0.0)


@dataclass(slots=True)
class Labels:
    """The label of each mark, and how far it may move along its bar."""

    labels: list[Label | None]
    leeways: list[Leeway]


def place_labels(lane: Lane, stacked: Stacked, wanted: Sequence[bool], text: Text) -> Labels:
    """The labels of the marks that are wanted and find room: beside them, elided beside them, or in the next row.

    Those that marks had stay where they are, unless something else stands there by now.
    """
    placing = _Placing(lane, stacked, text)
    labels: list[Label | None] = [None] * len(wanted)
    for mark in lane.pinned:
        if wanted[mark]:
            labels[mark] = placing.keep(mark)
    tried = [mark for mark in lane.by_weight if wanted[mark]][:MOST_LABELS]
    failed = 0
    for mark in tried:
        if labels[mark] is None and failed < lane.patience:
            labels[mark] = placing.place(mark)
            failed = 0 if labels[mark] else failed + 1
    for mark in tried:
        label = labels[mark]
        if label is not None and label.text != lane.names[mark]:
            labels[mark] = placing.longer(mark, label)
    leeways = [NONE] * len(labels)
    for mark, label in enumerate(labels):
        if label is not None and lane.is_wide_bar(mark):
            leeways[mark] = placing.leeway(mark, label)
        elif label is not None:
            leeways[mark] = Leeway(label.x, label.x, label.x + label.width)
    return Labels(labels, leeways)


class _Placing:
    """The rows of a lane while its labels find their places between the shapes."""

    def __init__(self, lane: Lane, stacked: Stacked, text: Text) -> None:
        self.lane, self._rows, self._shapes, self._text = lane, stacked.rows, stacked.shapes, text
        self._taken = lane.lines()
        for mark, row in enumerate(stacked.rows):
            take(self._taken[row], *lane.own(mark, stacked.shapes[mark]))

    def keep(self, mark: int) -> Label | None:
        """The label that a mark had, if its mark still is where it was."""
        _row, shape, _owns, label = self.lane.pinned[mark]
        if label is None or shape is None or abs(shape - self._shapes[mark]) >= 1:
            return None
        left, right = span(label, self.lane.width)
        # What came into the window since may stand there now, and no label lies over anything.
        return self._take(label) if self._taken[label.row].find(1, left, right) < 0 else None

    def place(self, mark: int) -> Label | None:
        """A place for a label, if there is one."""
        lane, text, name = self.lane, self._text, self.lane.names[mark]
        shape, row = self._shapes[mark], self._rows[mark]
        if lane.is_beyond(mark, shape):
            return self._loose(mark)
        x = lane.end(mark, shape) + SPACE
        if lane.still and x + min(text.width(name), LONGEST) > lane.width:
            label = self._before(mark)
            if label is not None:
                return label
        limit = lane.width if lane.still else INFINITE
        short = text.within(name, WIDEST)
        width = text.width(short)
        if x + width <= limit:
            label = self._beside(x, short, row) or (self._before(mark) if lane.is_wide_bar(mark) else None)
            for other in (row - 1, row + 1):
                if label is None and 0 <= other < lane.rows:
                    label = self._beside(x, short, other, moved=True)
            if label is not None:
                return label
        room = min(room_behind(self._taken[row], x, WIDEST + AFTER) - AFTER, limit - x)
        return self._beside(x, text.within(short, room), row) if NARROWEST <= room < width else None

    def _loose(self, mark: int) -> Label | None:
        """A label on the part of a wide bar in the window, where its shape is not, as near to the sight as may be."""
        lane, shape, row = self.lane, self._shapes[mark], self._rows[mark]
        middle, reach = lane.shape[mark], lane.reach[mark]
        for room in (LONGEST, WIDEST, NARROWEST):
            short = self._text.within(lane.names[mark], room)
            width = self._text.width(short)
            if shape < 0:
                wanted, first = lane.sight, lane.end(mark, shape) + SPACE
                last = min(middle + reach, lane.width - width) if lane.still else middle + reach
            else:
                wanted, first = lane.width - lane.sight - width, middle - reach
                last = min(lane.width, lane.begin(mark, shape) - SPACE) - width
            first = max(first, SPACE)
            at = nearest(self._taken[row], wanted, first, last, width + AFTER) if first <= last else None
            if at is not None:
                return self._take(Label(short, at, width, row, loose=True))
        return None

    def _before(self, mark: int) -> Label | None:
        """A label that ends where its mark begins; where one pans, it stands on the bar as a whole."""
        lane, row = self.lane, self._rows[mark]
        short = self._text.within(lane.names[mark], LONGEST)
        end = lane.begin(mark, self._shapes[mark]) - SPACE
        x = end - self._text.width(short)
        begin = int(x - AFTER)
        on_bar = x >= lane.shape[mark] - lane.reach[mark]
        if begin < 0 or not (on_bar or lane.still) or self._taken[row].find(1, begin, int(end)) >= 0:
            return None
        return self._take(Label(short, x, end - x, row, before=True))

    def _beside(self, x: float, short: str, row: int, *, moved: bool = False) -> Label | None:
        # A moved label is reached by a line from the mark, over the place that the mark would have in that row.
        line, width = self._taken[row], self._text.width(short)
        begin = max(int(x - SPACE - SIZE if moved else x), 0)
        end = min(int(x + width + AFTER) + 1, self.lane.width)
        if begin < end and line.find(1, begin, end) >= 0:
            return None
        take(line, begin, end)
        return Label(short, x, width, row, moved)

    def longer(self, mark: int, label: Label) -> Label:
        """An elided label with all the room that is left behind it."""
        line, end = self._taken[label.row], label.x + label.width + AFTER
        more = room_behind(line, end + 2, LONGEST)
        if self.lane.still:
            more = min(more, self.lane.width - label.x - label.width)
        if more < SPACE or label.before:
            return label
        text = self._text.within(self.lane.names[mark], min(label.width + more, LONGEST))
        return self._take(replace(label, text=text, width=self._text.width(text)))

    def leeway(self, mark: int, label: Label) -> Leeway:
        """How far a label may move."""
        return leeway(self.lane, mark, self._shapes[mark], label, self._taken[label.row])

    def _take(self, label: Label) -> Label:
        take(self._taken[label.row], *span(label, self.lane.width))
        return label
