"""Zooms in files of saved views: moments as ISO text that people can read and write, to the minute."""

from __future__ import annotations

import datetime
import math

MINUTES = 1440
"""Of a day."""
Span = tuple[float, float]


def to_the_minute(span: Span) -> Span:
    """Days as ordinals with fractions, each at a whole minute; the second stays after the first."""
    first, last = (round(day * MINUTES) for day in span)
    return first / MINUTES, max(last, first + 1) / MINUTES


def moment_text(day: float) -> str | float:
    """An ordinal as a date, with the time where it is not midnight; out of the calendar it stays a number."""
    whole, minutes = divmod(round(day * MINUTES), MINUTES)
    if not datetime.date.min.toordinal() <= whole <= datetime.date.max.toordinal():
        return day
    date = datetime.date.fromordinal(whole).isoformat()
    return f"{date}T{minutes // 60:02}:{minutes % 60:02}" if minutes else date


def read_moment(written: object) -> float | None:
    """What `moment_text` wrote, or an ordinal; None for anything else."""
    if isinstance(written, str):
        try:
            moment = datetime.datetime.fromisoformat(written)
        except ValueError:
            return None
        return (moment.toordinal() * MINUTES + moment.hour * 60 + moment.minute) / MINUTES
    if isinstance(written, int | float) and not isinstance(written, bool) and math.isfinite(written):
        return float(written)
    return None
