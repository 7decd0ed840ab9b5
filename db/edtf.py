"""Dates as people know them: a day, a month, "by the end of 2017", each with its EDTF (ISO 8601-2) and its bounds.

``parse`` reads EDTF and ordinary English; ``format_span`` writes English that ``parse`` reads back to the same EDTF.
A date is never made sharper than it was given: a month stays a month.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from db.edtf_format import from_reading
from db.edtf_terms import (
    MAX_LENGTH,
    DateError,
    Day,
    Precision,
    Qualifier,
    Reading,
    combine,
    digits_at,
    looks_like_edtf,
    month_length,
    read,
)
from db.texts import language, tr

__all__ = [
    "MAX_LENGTH",
    "DateError",
    "DateSpan",
    "Precision",
    "Qualifier",
    "Relation",
    "format_span",
    "parse",
    "relation",
    "span_from_bounds",
]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as given and as understood.

    ``text`` is what was given, ``edtf`` its canonical EDTF. ``earliest`` and ``latest`` are the first and last day that
    the date may mean, both included; None is an open or unknown end, or a day outside the years 1 to 9999.
    """

    text: str
    edtf: str
    earliest: datetime.date | None
    latest: datetime.date | None
    precision: Precision
    qualifier: Qualifier


class Relation(StrEnum):
    """How two dates for the same thing stand to each other."""

    SAME = "same"
    REFINES = "refines"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"


_DAY, _EXACT = Precision.DAY, Qualifier.EXACT
_from_iso = datetime.date.fromisoformat


def parse(text: str) -> DateSpan:
    """Read a date in EDTF or English.

    Seasons are meteorological and northern unless "southern" is said; winter belongs to the year it begins in. "early",
    "mid" and "late" make a date approximate and add no days: "late 2024" is ``2024~``. "until", "by" and "from" include
    the date named, "before" and "after" do not. A time of day is left out: the day is kept as written.

    Raises DateError, and nothing else, for a text that is not a date, naming the text and what to write instead.
    """
    if len(text) == 10 and text[4] == "-" and text[7] == "-":  # not 2023-W01-1, which fromisoformat takes as well
        try:
            day = _from_iso(text)
        except ValueError:
            return _parse(text)
        return DateSpan(text, text, day, day, _DAY, _EXACT)
    return _parse(text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> DateSpan:
    if len(text) > MAX_LENGTH:
        said = tr("{text}: a date has at most {most} characters; shorten it", text=_quoted(text), most=MAX_LENGTH)
        raise DateError(said)
    if not text.strip():
        raise DateError(tr("the date is empty; write for example 2024-03-04, Mar 2024 or unknown"))
    joined = "/".join(side.strip() for side in text.split("/"))
    try:
        if looks_like_edtf(joined):
            return _span(text, read(joined))
        from db.edtf_english import to_edtf  # late: its patterns take longer to compile than all else here to import

        return _span(text, read(to_edtf(text)))
    except DateError as error:
        raise DateError(f"{_quoted(text)}: {error}") from None


def _span(text: str, reading: Reading) -> DateSpan:
    if reading.start and not reading.is_interval:
        precision, qualifier = reading.start.precision, reading.start.qualifier
    else:
        precision = Precision.INTERVAL
        qualifier = combine(*(term.qualifier for term in (reading.start, reading.end) if term))
    return DateSpan(text, reading.edtf, _date(reading.first), _date(reading.last), precision, qualifier)


def _date(day: Day) -> datetime.date | None:
    return datetime.date(*day) if datetime.MINYEAR <= day[0] <= datetime.MAXYEAR else None


def _quoted(text: str) -> str:
    shown = text if len(text) <= 40 else text[:39] + "…"
    return "“" + "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown) + "”"


def format_span(span: DateSpan) -> str:
    """Write a date as people do, from its EDTF alone: "2 Nov 2023", "Summer 2023", "about 2015", "by 31 Dec 2017".

    ``parse`` reads the English result back to the same EDTF; the language is that of the window.
    """
    return _format(span.edtf, language())


@lru_cache(maxsize=8192)
def _format(edtf: str, _language: str) -> str:
    return from_reading(read(edtf))


def relation(a: DateSpan, b: DateSpan) -> Relation:
    """Compare two dates given for the same thing; the order of the two does not matter.

    ``SAME``: the same days, equally sure. ``REFINES``: one lies within the other and is narrower, or covers the same
    days and is sure where the other is approximate or uncertain. ``OVERLAPS``: they share days, each with others of its
    own, or they would if approximate dates reached one unit of their own precision further (``2015~`` one year each
    way, ``2015-03~`` one month); seasons reach one season further, since their first day is a matter of convention.
    ``DISJOINT``: both cannot be true. An open or unknown end reaches without end.
    """
    one, two = read(a.edtf), read(b.edtf)
    if (one.first, one.last) == (two.first, two.last):
        return Relation.SAME if (a.qualifier is _EXACT) == (b.qualifier is _EXACT) else Relation.REFINES
    if (one.first <= two.first and two.last <= one.last) or (two.first <= one.first and one.last <= two.last):
        return Relation.REFINES
    one_first, one_last = _widened(one)
    two_first, two_last = _widened(two)
    return Relation.OVERLAPS if one_first <= two_last and two_first <= one_last else Relation.DISJOINT


def _widened(reading: Reading) -> tuple[Day, Day]:
    first = reading.start.widened[0] if reading.start else reading.first
    return first, reading.end.widened[1] if reading.end else reading.last


def span_from_bounds(earliest: datetime.date | None, latest: datetime.date | None) -> DateSpan:
    """The shortest exact date with just these bounds, both included; None is an open end.

    A day, month, quarter or year where the bounds are those of one, else an interval of years, months or days. The
    text is the EDTF. Raises DateError if ``latest`` is before ``earliest``.
    """
    first = (earliest.year, earliest.month, earliest.day) if earliest else None
    last = (latest.year, latest.month, latest.day) if latest else None
    if first and last:
        for precision in (Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR):
            single = read(digits_at(first, precision))
            if (single.first, single.last) == (first, last):
                return _span(single.edtf, single)
    unit = Precision.DAY
    if (not first or first[2] == 1) and (not last or last[2] == month_length(last[0], last[1])):
        unit = Precision.MONTH
        if (not first or first[1] == 1) and (not last or last[1] == 12):
            unit = Precision.YEAR
    reading = read("/".join(digits_at(day, unit) if day else ".." for day in (first, last)))
    return _span(reading.edtf, reading)
