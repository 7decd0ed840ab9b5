"""How numbers and dates lie on a slider, and how they are written and read beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from db.rows import Facet

End = float | str | None
Bounds = tuple[float, float] | None
ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
NEAR = 1e-6  # of a number: what is nearer is the same
BESIDE = 12  # empty bars on each side of a single one


class Scale(Protocol):
    """Between the ends of a range and places on a slider."""

    kind: Literal["linear", "log"]

    def text(self, value: float) -> str:
        """A place in words."""

    def snap(self, value: float) -> float:
        """The nearest place that people would write."""

    def step(self, value: float, direction: int, page: bool) -> float:
        """The next place that people would write, up (1) or down (-1), or with `page` one further away."""

    def fit(self, facet: Facet) -> tuple[Bounds, tuple[int, ...]]:
        """The bounds of the slider, equal for a single value, or None where nothing is known; and its bars."""

    def position(self, end: End, *, high: bool) -> float | None:
        """Where an end lies."""

    def end(self, value: float | None, *, high: bool) -> End:
        """The end at a place."""

    def typed(self, end: float | str) -> str:
        """An end as people write it."""

    def read(self, text: str) -> End:
        """What was typed; None for nothing. Raises ValueError with what to write."""


def _alone(counts: tuple[int, ...]) -> tuple[int, ...]:
    """A single bar in the middle: over the whole width it would look like a range."""
    beside = (0,) * BESIDE
    return (*beside, sum(counts), *beside)


class NumberScale:
    """Numbers on a logarithmic scale: 7B, 671B."""

    kind: Literal["linear", "log"] = "log"

    def text(self, value: float) -> str:
        """A number in words."""
        from db.numbers import format_number

        return format_number(value)

    def snap(self, value: float) -> float:
        """Two figures."""
        if value <= 0:
            return value
        unit = 10.0 ** (math.floor(math.log10(value)) - 1)
        return round(value / unit) * unit

    def step(self, value: float, direction: int, page: bool) -> float:
        """The next of 1, 1.5, 2, 3, 5 and 7, times a power of ten; a page is tenfold."""
        if page:
            return value * 10.0**direction
        power = math.floor(math.log10(value))
        near = [round_ * 10.0**exponent for exponent in range(power - 1, power + 2) for round_ in ROUND]
        if direction > 0:
            return next(number for number in near if number > value * (1 + NEAR))
        return next(number for number in reversed(near) if number < value * (1 - NEAR))

    def fit(self, facet: Facet) -> tuple[Bounds, tuple[int, ...]]:
        """From the smallest to the largest number."""
        if facet.low is None or facet.high is None or facet.low <= 0:
            return None, ()
        counts = tuple(count for _low, _high, count in facet.bins)
        return (facet.low, facet.high), _alone(counts) if facet.low == facet.high else counts

    def position(self, end: End, *, high: bool) -> float | None:  # noqa: ARG002  # a number has no length
        """The number itself."""
        return float(end) if isinstance(end, int | float) and end > 0 else None

    def end(self, value: float | None, *, high: bool) -> End:  # noqa: ARG002
        """The number itself."""
        return value

    def typed(self, end: float | str) -> str:
        """As 7B."""
        return end if isinstance(end, str) else self.text(end)

    def read(self, text: str) -> End:
        """A number with K, M, B or T."""
        from db.numbers import parse_number

        return parse_number(text).value if text.strip() else None


class DateScale:
    """Dates in years: 2024.5 is July 2024. The ends of a slider are whole months, both included."""

    kind: Literal["linear", "log"] = "linear"

    def text(self, value: float) -> str:
        """The month that begins there."""
        year, month = self._month(value)
        return f"{year:04}-{month:02}"

    def snap(self, value: float) -> float:
        """The nearest beginning of a month."""
        return round(value * 12) / 12

    def step(self, value: float, direction: int, page: bool) -> float:
        """A month; a page is a year."""
        return (round(value * 12) + direction * (12 if page else 1)) / 12

    def fit(self, facet: Facet) -> tuple[Bounds, tuple[int, ...]]:
        """From the first month to the last, with a bar for each month, quarter or year."""
        if not facet.bins:
            return None, ()
        width = round((facet.bins[0][1] - facet.bins[0][0]) * 12)
        counts = {round(low * 12): count for low, _high, count in facet.bins}
        first, last = min(counts), max(counts)
        bars = tuple(counts.get(month, 0) for month in range(first, last + 1, width))
        bounds = first / 12, (last + width - 1) / 12
        return bounds, _alone(bars) if bounds[0] == bounds[1] else bars

    def position(self, end: End, *, high: bool) -> float | None:
        """Where the month of a lower end's first day lies, or of a higher one's last day."""
        from db.edtf import parse

        if not isinstance(end, str):
            return None
        span = parse(end)
        day = span.latest if high else span.earliest
        return None if day is None else day.year + (day.month - 1) / 12

    def end(self, value: float | None, *, high: bool) -> End:
        """The month at a place; a year where it begins or ends there."""
        if value is None:
            return None
        year, month = self._month(value)
        whole = month == (12 if high else 1)
        return f"{year:04}" if whole else f"{year:04}-{month:02}"

    def typed(self, end: float | str) -> str:
        """As EDTF: short enough for the entry."""
        return str(end)

    def read(self, text: str) -> End:
        """Any date that is a year, month or day."""
        from db.edtf import parse

        return parse(text).edtf if text.strip() else None

    def _month(self, value: float) -> tuple[int, int]:
        months = round(value * 12)
        return months // 12, months % 12 + 1
