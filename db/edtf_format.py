"""Dates as people write them: ``2023-11-02`` is "2 Nov 2023", ``../2017`` is "until 2017".

The English form is one that ``db.edtf_english`` reads back; other languages have their own words and order.
"""

from __future__ import annotations

from db.edtf_terms import (
    FIRST_HALF,
    FIRST_QUARTER,
    FIRST_THIRD,
    Precision,
    Qualifier,
    Reading,
    Term,
)
from db.texts import language, later, tr

_MONTHS = (later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"),
           later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec"))  # fmt: skip
_SEASONS = (
    later("Spring"), later("Summer"), later("Autumn"), later("Winter"),
    later("Northern spring"), later("Northern summer"), later("Northern autumn"), later("Northern winter"),
    later("Southern spring"), later("Southern summer"), later("Southern autumn"), later("Southern winter"),
)  # fmt: skip
"""In the order of EDTF's codes from 21."""


def from_reading(reading: Reading) -> str:
    """Write a date; in English so that ``db.edtf_english.to_edtf`` translates it back."""
    start, end = reading.start, reading.end
    if start and end:
        return _interval(start, end) if reading.is_interval else _phrase(start)
    if start:
        first = _phrase(start)
        return tr("from {date}", date=first) if reading.edtf.endswith("..") else tr("{date} – unknown", date=first)
    if end:
        last = _phrase(end)
        if not reading.edtf.startswith(".."):
            return tr("unknown – {date}", date=last)
        return tr("by {date}", date=last) if end.precision is Precision.DAY else tr("until {date}", date=last)
    return tr("any time")


def _interval(start: Term, end: Term) -> str:
    """Both ends; the year, or the year and month, that they share is said once: last in English, else first."""
    short = _without_shared(start, end)
    if short is None:
        return f"{_phrase(start)} – {_phrase(end)}"
    return f"{short[0]} – {_phrase(end)}" if language() == "en" else f"{_phrase(start)} – {short[1]}"


def _without_shared(start: Term, end: Term) -> tuple[str, str] | None:
    """Each end without what both share, or None where nothing can be left out."""
    plain = start.qualifier is end.qualifier is Qualifier.EXACT and "X" not in start.digits + end.digits
    if not plain or start.precision is not end.precision or start.year != end.year:
        return None
    match start.precision:
        case Precision.DAY if start.part == end.part:
            return tr("{day}", day=int(start.day)), tr("{day}", day=int(end.day))
        case Precision.DAY:
            return _day_of_year(start), _day_of_year(end)
        case Precision.MONTH:
            return _month(start), _month(end)
        case Precision.QUARTER:
            return tr("Q{quarter}", quarter=_quarter(start)), tr("Q{quarter}", quarter=_quarter(end))
    return None


def _phrase(term: Term) -> str:
    words = _words(term)
    if term.part == "XX":
        unknown = tr("{date} (month and day unknown)", date=words), tr("{date} (month unknown)", date=words)
        words = unknown[0] if term.day else unknown[1]
    elif term.day == "XX":
        words = tr("{date} (day unknown)", date=words)
    if term.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH}:
        words = tr("about {date}", date=words)
    return tr("{date} (uncertain)", date=words) if term.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH} else words


def _words(term: Term) -> str:
    year = term.year
    match term.precision:
        case Precision.UNKNOWN:
            return tr("unknown")
        case Precision.CENTURY:
            return tr("{nth} century", nth=_ordinal(int(year[:2]) + 1))
        case Precision.DECADE:
            return tr("{year}s", year=f"{year[:3]}0")
        case Precision.DAY:
            return tr("{day} {month} {year}", day=int(term.day), month=_month(term), year=year)
        case Precision.MONTH:
            return tr("{month} {year}", month=_month(term), year=year)
        case Precision.QUARTER:
            return tr("Q{quarter} {year}", quarter=_quarter(term), year=year)
        case Precision.SEASON:
            return _season(int(term.part), year)
        case _:
            return tr("{year}", year=year)


def _month(term: Term) -> str:
    name = _MONTHS[int(term.part) - 1]
    return tr(name)


def _quarter(term: Term) -> int:
    return int(term.part) - FIRST_QUARTER + 1


def _day_of_year(term: Term) -> str:
    return tr("{day} {month}", day=int(term.day), month=_month(term))


def _season(code: int, year: str) -> str:
    if code >= FIRST_HALF:
        return tr("H1 {year}", year=year) if code == FIRST_HALF else tr("H2 {year}", year=year)
    if code >= FIRST_THIRD:
        return tr("{nth} third of {year}", nth=_ordinal(code - FIRST_THIRD + 1), year=year)
    name = _SEASONS[code - 21]
    return tr("{season} {year}", season=tr(name), year=year)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    pattern = {"st": later("{n}st"), "nd": later("{n}nd"), "rd": later("{n}rd"), "th": later("{n}th")}[ending]
    return tr(pattern, n=number)
