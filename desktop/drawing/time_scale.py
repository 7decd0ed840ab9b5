"""Where a day lies in the picture, and which day lies at a place of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.drawing.time_axis import Axis, axis_of

FIRST_DAY = datetime.date.min.toordinal()
END_DAY = datetime.date.max.toordinal() + 1
SHORTEST = 2.0
"""Days that are in sight at least."""
LONGEST = float(END_DAY - FIRST_DAY)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days `first` to `last` over `width` pixels from `left`.

    Days are proleptic Gregorian ordinals with a fraction; `last` is exclusive, so that the day d covers d to d + 1.
    """

    first: float
    last: float
    left: float
    width: float

    @property
    def days(self) -> float:
        """How many days are in sight."""
        return self.last - self.first

    @property
    def pixels_per_day(self) -> float:
        """How wide a day is."""
        return self.width / self.days

    def x(self, day: float) -> float:
        """The place of a moment, in pixels; places out of sight too."""
        return self.left + (day - self.first) * self.width / (self.last - self.first)

    def day(self, x: float) -> float:
        """The moment at a place."""
        return self.first + (x - self.left) * (self.last - self.first) / self.width

    def zoomed(self, factor: float, at_day: float) -> TimeScale:
        """`factor` times as large (above 1 nearer), with `at_day` staying where it is, within what dates can say."""
        days = min(max(self.days / factor, SHORTEST), LONGEST)
        first = at_day - (at_day - self.first) * days / self.days
        return replace(self, first=first, last=first + days)._within()

    def panned(self, days: float) -> TimeScale:
        """Moved by days: later with a positive number."""
        return replace(self, first=self.first + days, last=self.last + days)._within()

    def resized(self, left: float, width: float) -> TimeScale:
        """The same days at another place, at least a pixel wide."""
        return replace(self, left=left, width=max(width, 1.0))

    def axis(self, text_width: Callable[[str], float] | None = None) -> Axis:
        """The ticks and the coarser second line; `text_width` measures a label in pixels, else it is estimated."""
        return axis_of(self.first, self.last, self.width, text_width)

    def _within(self) -> TimeScale:
        """Moved so that at least half of the sight lies within the years 1 to 9999."""
        middle = (self.first + self.last) / 2
        moved = min(max(middle, float(FIRST_DAY)), float(END_DAY)) - middle
        return replace(self, first=self.first + moved, last=self.last + moved) if moved else self
