"""The timeline in words: for screen readers, the hover card and the line above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.texts import later, tr
from desktop.drawing.time_axis import day_text, long_months

if TYPE_CHECKING:
    from desktop.drawing.time_scale import TimeScale

import datetime

from db.timeline import APPROXIMATE, OPEN_END, OPEN_START, UNCERTAIN, UNDATED, Timeline

LANES_BY = {
    "kind": later("Lanes by kind"),
    "organization": later("Lanes by organization"),
    "technique": later("Lanes by technique"),
    "person": later("Lanes by person"),
}
"""What lanes can be made by, as people read it."""
TONE_WORDS = {
    "company": later("Company event"),
    "release": later("Release"),
    "paper": later("Paper"),
    "system": later("System"),
    "people": later("People event"),
    "market": later("Market or policy event"),
}
FINE = 120  # days in sight below which the days themselves are named


def days_text(first: float, last: float) -> str:
    """The days from `first` up to, and without, `last`: as a year, a month or a day where they are just that."""
    begin, end = _date(first), _date(last - 1)
    if begin == end:
        return day_text(first)
    whole_months = begin.day == 1 and (end + datetime.timedelta(days=1)).day == 1
    if whole_months and (begin.month, end.month) == (1, 12):
        return str(begin.year) if begin.year == end.year else tr("{first} to {last}", first=begin.year, last=end.year)
    if whole_months and (begin.year, begin.month) == (end.year, end.month):
        return month_text(first)
    if whole_months:
        return tr("{first} to {last}", first=month_text(first), last=month_text(last - 1))
    return tr("{first} to {last}", first=day_text(first), last=day_text(last - 1))


def month_text(day: float) -> str:
    """The month of a day: January 2024."""
    date = _date(day)
    return tr("{month} {year}", month=long_months()[date.month - 1], year=date.year)


def sight_text(scale: TimeScale) -> str:
    """What is in sight, as exactly as it can be told apart."""
    if scale.days <= FINE:
        return tr("{first} to {last}", first=day_text(scale.first), last=day_text(scale.last))
    return tr("{first} to {last}", first=month_text(scale.first), last=month_text(scale.last))


def date_text(timeline: Timeline, position: int) -> str:
    """The date of a mark."""
    flags = int(timeline.flags[position])
    if flags & UNDATED:
        return tr("no date")
    days = days_text(int(timeline.first[position]), int(timeline.last[position]) + 1)
    if flags & OPEN_START:
        return tr("until {date}", date=days)
    if flags & OPEN_END:
        return tr("from {date} on", date=days)
    if flags & APPROXIMATE:
        days = tr("about {date}", date=days)
    return tr("{date}, uncertain", date=days) if flags & UNCERTAIN else days


def _date(day: float) -> datetime.date:
    return datetime.date.fromordinal(min(max(int(day // 1), 1), datetime.date.max.toordinal()))
