"""A logarithmic scale between amounts and pixels, with its ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1.0, 2.0, 5.0)
"""What lies between two powers of ten when there is room: 1, 2, 5, 10."""


@dataclass(frozen=True, slots=True)
class LogScale:
    """Amounts from `low` to `high` (both above 0) along pixels from `start` to `end`; the end may lie above or left."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def around(cls, amounts: Iterable[float], start: float, end: float) -> LogScale:
        """A scale that holds all amounts with room at both ends; what is infinite or not positive does not count."""
        usual = [amount for amount in amounts if math.isfinite(amount) and amount > 0]
        low, high = (min(usual), max(usual)) if usual else (1.0, 10.0)
        room = max(math.log10(high / low) * 0.06, 0.15)
        return cls(low / 10**room, high * 10**room, start, end)

    def at(self, amount: float) -> float:
        """Where an amount lies; what is beyond an end lies at it."""
        if amount <= self.low:
            return self.start
        if amount >= self.high:
            return self.end
        share = math.log(amount / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)

    def amount(self, pixel: float) -> float:
        """The amount at a pixel."""
        share = (pixel - self.start) / (self.end - self.start)
        return float(self.low * (self.high / self.low) ** share)

    def ticks(self, room: float) -> list[float]:
        """Amounts to write at the scale, at least `room` pixels apart: powers of ten, with 2 and 5 where they fit."""
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        decade = abs(self.end - self.start) / max(math.log10(self.high / self.low), 1e-9)
        fine = STEPS if decade * math.log10(2) >= room else (1.0, 3.0) if decade * math.log10(3) >= room else (1.0,)
        every = max(math.ceil(room / decade), 1) if decade else 1
        powers = [power for power in range(first, last + 1) if power % every == 0]
        found = [step * 10.0**power for power in powers for step in fine]
        return [amount for amount in found if self.low <= amount <= self.high]
