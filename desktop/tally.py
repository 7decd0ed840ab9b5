"""What the status bar says of a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What the status bar says."""

    matching: int
    total: int
    selected: int
    hidden: int
    milliseconds: float

    def text(self) -> str:
        """In words: 12 of 31 releases · 3 selected (1 hidden by the filter)."""
        shown = f"{self.matching:,} of {self.total:,} {'release' if self.total == 1 else 'releases'}"
        if not self.selected:
            return shown
        hidden = f" ({self.hidden:,} hidden by the filter)" if self.hidden else ""
        return f"{shown} · {self.selected:,} selected{hidden}"
