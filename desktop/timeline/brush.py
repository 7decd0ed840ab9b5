"""A brushed range of days: whole days, months or years as the zoom allows, and the clause that it is in a filter."""

from __future__ import annotations

import datetime
from typing import Literal

from db.clauses import Range
from desktop.drawing.time_scale import TimeScale

Unit = Literal["day", "month", "year"]
Span = tuple[float, float]
"""First day and the day after the last, as ordinals."""
DAY_ROOM, MONTH_ROOM = 4.0, 6.0  # pixels: a unit narrower than that is not hit on purpose
MONTH, YEAR = 30.44, 365.24  # days, on average
FIRST_YEAR, LAST_YEAR = 2, 9998  # a range's end may not be the last day that there is


def unit_of(scale: TimeScale) -> Unit:
    """The finest unit that can be aimed at."""
    if scale.pixels_per_day >= DAY_ROOM:
        return "day"
    return "month" if scale.pixels_per_day * MONTH >= MONTH_ROOM else "year"


def _date(day: float) -> datetime.date:
    first, last = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
    return datetime.date.fromordinal(min(max(int(day // 1), first.toordinal()), last.toordinal()))


def start(day: float, unit: Unit) -> int:
    """The first day of the unit that holds a moment."""
    date = _date(day)
    if unit == "day":
        return date.toordinal()
    return date.replace(month=1 if unit == "year" else date.month, day=1).toordinal()


def following(day: float, unit: Unit, count: int = 1) -> int:
    """The first day of the unit that is `count` after (or before) the one that holds a moment."""
    date = _date(start(day, unit))
    if unit == "day":
        return _date(date.toordinal() + count).toordinal()
    months = date.year * 12 + date.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return datetime.date(min(max(year, FIRST_YEAR), LAST_YEAR + 1), month + 1, 1).toordinal()


def snapped(one: float, other: float, unit: Unit) -> Span:
    """The whole units from one moment to another, whichever is the earlier; at least one."""
    first, last = min(one, other), max(one, other)
    begin, end = start(first, unit), start(last, unit)
    # A moment that is just the beginning of a unit ends the range before it.
    return float(begin), float(end if end == last and end > begin else following(last, unit))


def moved(span: Span, days: float, unit: Unit) -> Span:
    """The range so many days later, as many units long as before."""
    count = 0
    while following(span[0], unit, count) < span[1]:
        count += 1
    begin = start(span[0] + days, unit)
    return float(begin), float(following(begin, unit, max(count, 1)))


def clause(span: Span) -> Range:
    """The range as a clause, its ends written as years, months or days, whichever says it best."""
    first, last = _date(span[0]), _date(span[1] - 1)
    return Range("date", *_ends(first, last))


def _ends(first: datetime.date, last: datetime.date) -> tuple[str, str]:
    if first.day == 1 and (last + datetime.timedelta(days=1)).day == 1:
        if first.month == 1 and last.month == 12:
            return f"{first.year:04}", f"{last.year:04}"
        return f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return first.isoformat(), last.isoformat()


def span_of(brush: Range | None, whole: Span) -> Span | None:
    """The days of a clause; an open end is that of the whole timeline."""
    if brush is None or brush.negated:
        return None
    first, last = brush.days()
    begin = whole[0] if first is None else float(first.toordinal())
    return begin, max(whole[1] if last is None else float(last.toordinal() + 1), begin + 1)
