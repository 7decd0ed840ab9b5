"""EDTF to English, as people write dates: ``2023-11-02`` is "2 Nov 2023", ``../2017`` is "until 2017"."""

from __future__ import annotations

from db.edtf_terms import (
    FIRST_HALF,
    FIRST_QUARTER,
    FIRST_THIRD,
    MONTH_NAMES,
    Precision,
    Qualifier,
    Reading,
    Term,
)

_SEASON_NAMES = ("Spring", "Summer", "Autumn", "Winter")


def _short(month: int) -> str:
    return MONTH_NAMES[month - 1][:3]


def from_reading(reading: Reading) -> str:
    """Write a date in English that ``db.edtf_english.to_edtf`` translates back."""
    start, end = reading.start, reading.end
    if start and end:
        if not reading.is_interval:
            return _phrase(start)
        return f"{_without_shared(start, end)} – {_phrase(end)}"
    if start:
        return f"from {_phrase(start)}" if reading.edtf.endswith("..") else f"{_phrase(start)} – unknown"
    if end:
        if not reading.edtf.startswith(".."):
            return f"unknown – {_phrase(end)}"
        return f"{'by' if end.precision is Precision.DAY else 'until'} {_phrase(end)}"
    return "any time"


def _without_shared(start: Term, end: Term) -> str:
    """The start of an interval, without the year, or the year and month, that its end repeats."""
    plain = start.qualifier is end.qualifier is Qualifier.EXACT and "X" not in start.digits + end.digits
    if plain and start.precision is end.precision and start.year == end.year:
        if start.precision is Precision.DAY:
            return f"{int(start.day)}" if start.part == end.part else f"{int(start.day)} {_short(int(start.part))}"
        if start.precision in {Precision.MONTH, Precision.QUARTER}:
            return _words(start).removesuffix(f" {start.year}")
    return _phrase(start)


def _phrase(term: Term) -> str:
    words = _words(term)
    if term.part == "XX":
        words += " (month and day unknown)" if term.day else " (month unknown)"
    elif term.day == "XX":
        words += " (day unknown)"
    if term.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH}:
        words = f"about {words}"
    return f"{words} (uncertain)" if term.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH} else words


def _words(term: Term) -> str:
    match term.precision:
        case Precision.UNKNOWN:
            return "unknown"
        case Precision.CENTURY:
            return f"{_ordinal(int(term.year[:2]) + 1)} century"
        case Precision.DECADE:
            return f"{term.year[:3]}0s"
        case Precision.DAY:
            return f"{int(term.day)} {_short(int(term.part))} {term.year}"
        case Precision.MONTH:
            return f"{_short(int(term.part))} {term.year}"
        case Precision.QUARTER:
            return f"Q{int(term.part) - FIRST_QUARTER + 1} {term.year}"
        case Precision.SEASON:
            return f"{_season(int(term.part))} {term.year}"
        case _:
            return term.year


def _season(code: int) -> str:
    if code >= FIRST_HALF:
        return f"H{code - FIRST_HALF + 1}"
    if code >= FIRST_THIRD:
        return f"{_ordinal(code - FIRST_THIRD + 1)} third of"
    hemisphere, season = divmod(code - 21, 4)
    name = _SEASON_NAMES[season]
    return name if hemisphere == 0 else f"{('Northern', 'Southern')[hemisphere - 1]} {name.lower()}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
