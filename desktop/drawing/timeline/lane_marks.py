"""The marks of one lane in a window, and what stands for each: a label, or what was settled of it before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.timeline.row_bytes import take

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
PATIENCE = 20
MOST_LABELS = 500
"""Labels that are tried in a window."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a text stands: its left end, its width and its row; `moved` when that is not its mark's row.

    `before` when it ends where its mark begins, `loose` when it stands on a bar whose shape is out of the window.
    """

    text: str
    x: float
    width: float
    row: int
    moved: bool = False
    before: bool = False
    loose: bool = False


Pinned = tuple[int, float | None, bool, Label | None]
"""Row, shape (None for one that was out of the window), whether it owns its bar, and label."""


@dataclass(slots=True)
class Lane:
    """The marks of one lane in a window, parallel, in pixels of it, and the rows that they may take."""

    rows: int
    width: int
    left: Sequence[int]
    right: Sequence[int]
    """Where marks begin, and the pixel after their last, within the window."""
    shape: Sequence[float]
    """The middle of their days, where the shape stands unless another does."""
    reach: Sequence[float]
    """How far from there the shape may stand within wide days; 0 for others."""
    bars: Sequence[bool]
    """Whether it is drawn as a bar, not as a point."""
    names: Sequence[str]
    by_weight: Sequence[int]
    """Places of the marks, the important first."""
    blocked: Sequence[tuple[int, int]] = ()
    """Where columns stand, over all rows."""
    sight: float = 0.0
    """Where the sight begins; it ends as far from the window's other end."""
    still: bool = False
    """Whether nobody pans: labels end within the window, and stand before marks where there is no room behind."""
    pinned: Mapping[int, Pinned] = field(default_factory=dict)
    """What is settled: of marks that were in the window before."""

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

    def begin(self, mark: int, shape: float) -> float:
        """Before which pixel a label that stands before its mark ends: on wide days the shape, else the whole mark."""
        return shape - SIZE / 2 if self.reach[mark] else float(self.left[mark])

    def end(self, mark: int, shape: float) -> float:
        """Behind which pixel the label of a mark stands: on wide days the shape, else the whole mark."""
        return shape + SIZE / 2 if self.reach[mark] else float(self.right[mark])

    def own(self, mark: int, shape: float) -> tuple[int, int]:
        """What a mark alone takes: on wide days only its shape, since labels may stand on bars."""
        if self.reach[mark]:
            return max(int(shape - SIZE / 2), 0), min(int(shape + SIZE / 2) + 1, self.width)
        return self.left[mark], self.right[mark]

    def is_wide_bar(self, mark: int) -> bool:
        """Whether a mark is a bar that a label may stand on."""
        return self.bars[mark] and self.reach[mark] > 0

    def is_beyond(self, mark: int, shape: float) -> bool:
        """Whether the shape of a wide bar is out of the window."""
        return self.is_wide_bar(mark) and not 0 <= shape < self.width


def span(label: Label, width: int) -> tuple[int, int]:
    """The pixels that a label takes, with the place of its line when it was moved."""
    left = label.x - (SPACE + SIZE if label.moved else AFTER if label.before else 0)
    right = label.x + label.width + (0 if label.before else AFTER)
    return max(int(left), 0), min(int(right) + 1, width)
