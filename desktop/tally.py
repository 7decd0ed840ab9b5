"""What the status bar says of a table."""

from __future__ import annotations

from dataclasses import dataclass

from db.texts import tr, tr_n


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
        shown = tr_n(
            "{matching:,} of {n:,} release", "{matching:,} of {n:,} releases", self.total, matching=self.matching
        )
        if not self.selected:
            return shown
        if self.hidden:
            said = tr("{n:,} selected ({hidden:,} hidden by the filter)", n=self.selected, hidden=self.hidden)
        else:
            said = tr("{n:,} selected", n=self.selected)
        return f"{shown} · {said}"
