"""The grammar of EDTF (ISO 8601-2) as Labline reads it: one date, or two dates joined by a slash.

Levels 0 and 1, and of level 2 the parts of a year (seasons 21 to 32, quarters 33 to 36, thirds 37 to 39, halves 40 and
41). Days are triples (year, month, day) of whole numbers here, because EDTF reaches years that ``datetime.date`` lacks.
English is read and written by ``db.edtf_english``; the rest of the program uses ``db.edtf`` alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from db.texts import tr

Day = tuple[int, int, int]

MAX_LENGTH = 100
"""Characters that a date may have: longer texts are refused, not read."""

_YEAR_DIGITS = 12  # reaches beyond the age of the universe, and keeps what is written within MAX_LENGTH

BEGINNING: Day = (-(10**_YEAR_DIGITS), 1, 1)
"""Before every day that can be named."""
END: Day = (10**_YEAR_DIGITS, 12, 31)
"""After every day that can be named."""

MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December")  # fmt: skip


class DateError(ValueError):
    """A text is not a date; the message says what is wrong and what to write instead."""


class Precision(StrEnum):
    """The unit that a date is known to."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"  # and EDTF's other parts of a year: thirds and halves
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"  # two ends, each with a precision of its own
    UNKNOWN = "unknown"


class Qualifier(StrEnum):
    """How sure a date is, in EDTF's own signs."""

    EXACT = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


_LOOSE = {Qualifier.APPROXIMATE, Qualifier.BOTH}

# Meteorological seasons. 21 to 24 name no hemisphere and are read as northern. A season over New Year belongs to the
# year in which it begins. Code -> first month, number of months.
_PARTS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
FIRST_QUARTER, FIRST_THIRD, FIRST_HALF = 33, 37, 40


def month_length(year: int, month: int) -> int:
    """The number of days of a month, in the proleptic Gregorian calendar, of any year."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that lie ``months`` after the given month (before it, if negative)."""
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def day_before(day: Day) -> Day:
    """The day before ``day``."""
    year, month, number = day
    if number > 1:
        return year, month, number - 1
    year, month = shift_month(year, month, -1)
    return year, month, month_length(year, month)


def day_after(day: Day) -> Day:
    """The day after ``day``."""
    year, month, number = day
    if number < month_length(year, month):
        return year, month, number + 1
    return (*shift_month(year, month, 1), 1)


def combine(*marks: str) -> Qualifier:
    """The one qualifier that says all that the given ones say."""
    signs = "".join(marks).replace("%", "?~")
    if "?" in signs:
        return Qualifier.BOTH if "~" in signs else Qualifier.UNCERTAIN
    return Qualifier.APPROXIMATE if "~" in signs else Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class Term:
    """One date: the canonical digits of its parts ("" where absent), and its first and last day."""

    year: str
    part: str
    day: str
    qualifier: Qualifier
    precision: Precision
    first: Day
    last: Day

    @property
    def digits(self) -> str:
        """The EDTF without its qualifier."""
        return "-".join(filter(None, (self.year, self.part, self.day)))

    @property
    def edtf(self) -> str:
        """The canonical EDTF."""
        return self.digits + self.qualifier

    @property
    def widened(self) -> tuple[Day, Day]:
        """First and last day with one unit of the date's own precision added on each side.

        Only where the date is not sharp: it is approximate, or it is a season, whose first day nobody agrees on.
        """
        is_season = self.precision is Precision.SEASON and int(self.part) < FIRST_QUARTER
        if self.precision is Precision.UNKNOWN or not (is_season or self.qualifier in _LOOSE):
            return self.first, self.last
        if self.precision is Precision.DAY:
            return day_before(self.first), day_after(self.last)
        months = (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1] + 1
        year, month = shift_month(self.last[0], self.last[1], months)
        return (*shift_month(self.first[0], self.first[1], -months), 1), (year, month, month_length(year, month))


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole EDTF expression. A single date is both ends; an open or unknown end of an interval is None."""

    edtf: str
    start: Term | None
    end: Term | None

    @property
    def is_interval(self) -> bool:
        """Whether two ends were written."""
        return "/" in self.edtf

    @property
    def first(self) -> Day:
        """The first day, or ``BEGINNING``."""
        return self.start.first if self.start else BEGINNING

    @property
    def last(self) -> Day:
        """The last day, or ``END``."""
        return self.end.last if self.end else END


_LIKE_TERM = r"[Yy]?-?[0-9Xx]{4,}(?:-[0-9Xx]{2}){0,2}[?~%]{0,2}"
_LIKE_EDTF = re.compile(rf"{_LIKE_TERM}|(?:{_LIKE_TERM}|\.\.)?/(?:{_LIKE_TERM}|\.\.)?")
_TERM = re.compile(r"(Y-?[0-9]+|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?([?~%]*)")


def looks_like_edtf(text: str) -> bool:
    """Whether ``text`` has the form of EDTF, so that its errors are EDTF errors."""
    return _LIKE_EDTF.fullmatch(text) is not None


def year_digits(year: int) -> str:
    """The EDTF of a year: four digits, with a sign before year 0, and Y before longer ones."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def digits_at(day: Day, precision: Precision) -> str:
    """The EDTF of the unit that holds ``day``; where there is no such unit, its day, or its year if that is long."""
    year, month, number = day
    text = year_digits(year)
    if precision is Precision.YEAR or abs(year) > 9999:
        return text
    if precision is Precision.MONTH:
        return f"{text}-{month:02d}"
    if precision is Precision.QUARTER:
        return f"{text}-{FIRST_QUARTER + (month - 1) // 3}"
    if precision is Precision.DECADE and year >= 0:
        return text[:3] + "X"
    if precision is Precision.CENTURY and year >= 0:
        return text[:2] + "XX"
    return f"{text}-{month:02d}-{number:02d}"


def read_term(text: str) -> Term:
    """Read one date of EDTF in capitals.

    Raises DateError for a date that does not exist or that is not in the part of EDTF that is read.
    """
    match = _TERM.fullmatch(text)
    if match is None:
        raise DateError(_malformed(text))
    year, part, day, marks = match.group(1), match.group(2) or "", match.group(3) or "", match.group(4)
    qualifier = combine(marks)
    if year == "XXXX":
        if part or qualifier:
            raise DateError(tr("an unknown year (XXXX) takes no month, day or qualifier; write XXXX"))
        return Term(year, "", "", qualifier, Precision.UNKNOWN, BEGINNING, END)
    if "X" in year:
        if part:
            raise DateError(tr("an unspecified year (201X, 20XX) takes no month; write the year in full"))
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
        return Term(year, "", "", qualifier, precision, (low, 1, 1), (high, 12, 31))
    if year == "-0000":
        raise DateError(tr("there is no year -0000; the year before 0001 is written 0000"))
    number = int(year.removeprefix("Y"))
    if abs(number) >= END[0]:
        raise DateError(tr("a year has at most {most} digits; write fewer", most=_YEAR_DIGITS))
    if part and year_digits(number).startswith("Y"):
        raise DateError(tr("a year of more than four digits takes no month or day; write the year alone"))
    return _term_in_year(number, part, day, qualifier)


def _term_in_year(year: int, part: str, day: str, qualifier: Qualifier) -> Term:
    digits = year_digits(year)
    if part in {"", "XX"}:
        if day not in {"", "XX"}:
            raise DateError(tr("a day needs its month; write 2023-05-06, or 2023-XX-XX for an unknown month and day"))
        return Term(digits, part, day, qualifier, Precision.YEAR, (year, 1, 1), (year, 12, 31))
    code = int(part)
    if code in _PARTS:
        if day:
            raise DateError(
                tr(
                    "{digits}-{part} is a part of a year and takes no day; write {digits}-{part}",
                    digits=digits,
                    part=part,
                )
            )
        first_month, months = _PARTS[code]
        last_year, last_month = shift_month(year, first_month, months - 1)
        last = (last_year, last_month, month_length(last_year, last_month))
        precision = Precision.QUARTER if FIRST_QUARTER <= code < FIRST_THIRD else Precision.SEASON
        return Term(digits, part, "", qualifier, precision, (year, first_month, 1), last)
    if not 1 <= code <= 12:
        raise DateError(
            tr(
                "there is no month {part}; write 01 to 12, or for two years {digits}/{next}",
                part=part,
                digits=digits,
                next=year_digits(year + 1),
            )
        )
    length = month_length(year, code)
    if day in {"", "XX"}:
        return Term(digits, part, day, qualifier, Precision.MONTH, (year, code, 1), (year, code, length))
    if not 1 <= int(day) <= length:
        month = f"{MONTH_NAMES[code - 1]} {digits}"
        raise DateError(
            tr(
                "{month} has no day {day}; write 01 to {length}, or {digits}-{part} for the whole month",
                month=month,
                day=int(day),
                length=length,
                digits=digits,
                part=part,
            )
        )
    at = (year, code, int(day))
    return Term(digits, part, day, qualifier, Precision.DAY, at, at)


def _malformed(text: str) -> str:
    if "X" in text:
        return tr("X stands for unknown last digits only; write 201X, 20XX, 2023-XX or 2023-05-XX")
    if re.match(r"[0-9]{8}\b", text):
        return tr(
            "a day is written with hyphens; write {year}-{month}-{day}", year=text[:4], month=text[4:6], day=text[6:8]
        )
    return tr("a year has four digits; write 2023, or Y12023 for a longer one")


def read(text: str) -> Reading:
    """Read a whole EDTF expression, in capitals or not.

    Raises DateError also for an interval that ends before it starts or that has no date.
    """
    left, slash, right = text.upper().partition("/")
    if not slash:
        term = read_term(left)
        return Reading(term.edtf, term, term)
    left, right = ("" if side == "XXXX" else side for side in (left, right))
    start = None if left in {"", ".."} else read_term(left)
    end = None if right in {"", ".."} else read_term(right)
    if start is None and end is None and (left, right) != ("..", ".."):
        raise DateError(tr("an interval needs a date; write 2018/2023, 2018/.. or ../2023"))
    if start and end and start.first > end.last:
        raise DateError(tr("the interval ends before it starts; write {end}/{start}", end=end.edtf, start=start.edtf))
    return Reading(f"{start.edtf if start else left}/{end.edtf if end else right}", start, end)
