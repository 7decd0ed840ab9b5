"""Dates in English to EDTF: "2 Nov 2023" is ``2023-11-02``, "by the end of 2017" is ``../2017-12-31``.

A text is rewritten step by step to a plain form (lower case, one kind of range dash, no filler words) and then matched
against few patterns. The result is EDTF text; ``db.edtf_terms`` judges whether such a date exists.
"""

from __future__ import annotations

import re

from db.edtf_terms import (
    FIRST_HALF,
    FIRST_QUARTER,
    FIRST_THIRD,
    MONTH_NAMES,
    DateError,
    Precision,
    Term,
    combine,
    day_after,
    day_before,
    digits_at,
    looks_like_edtf,
    read_term,
)
from db.texts import tr

_MONTHS = {name[:length].lower(): f"{number:02d}" for number, name in enumerate(MONTH_NAMES, 1) for length in (3, 9)}
_MONTHS["sept"] = "09"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_HEMISPHERES = {"": 0, "northern": 4, "southern": 8}  # added to the season's code
_YEAR_PARTS = {"q": FIRST_QUARTER, "quarter": FIRST_QUARTER, "third": FIRST_THIRD, "h": FIRST_HALF, "half": FIRST_HALF}
_COUNTS = {"q": 4, "quarter": 4, "third": 3, "h": 2, "half": 2}
_NUMBERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_UNKNOWN = {"unknown", "undated", "no date", "n d", "date unknown", "unknown date", "?"}
_OPEN = {"present", "now", "today", "ongoing", ".."}


_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        ("[\u2010\u2011\u2212]", "-"),  # hyphens and the minus sign
        ("[\u2012-\u2015]", " – "),  # dashes
        (r"[≈∼]", "~"),
        (r",|(?<=[a-z])\.(?!\.)", " "),
        (r"(?<=\d)(?:st|nd|rd|th)\b", ""),
        (r"\b(?:early|mid|late)[ -]to[ -](?:mid|late)\b", "about"),
        (r"\b(early|mid|late)-", r"\1 "),
        (r"\b(?:the|of|in|on|year)\b", " "),
        (r"\bup to\b|\b(?:no|not) later than\b|\btill\b", "until"),
        (r"\b(?:prior to|earlier than)\b", "before"),
        (r"\blater than\b", "after"),
        # Hyphens inside one date become spaces, those between two dates become dashes.
        (r"\b(\d{1,2})-([a-z]+)-(\d{4})\b", r"\1 \2 \3"),
        (r"\b(\d{4})-([a-z]+)-(\d{1,2})\b", r"\1 \2 \3"),
        (r"-(?=(?:present|now|today|ongoing)\b)", " – "),
        (r"^\s*([a-z]+\d?)-(\d{4})\s*$", r"\1 \2"),
        (r"^\s*(\d{4})-([a-z]+\d?)\s*$", r"\1 \2"),
        (r"(?<=[a-z])-(?=[a-z])|(?<=\d)-(?!xx\b)(?=[a-z])|\s-\s|(?<=\d)-\s*$", " – "),
        (r"(?<![\d-])(\d{4})-(\d{4})(?![\d-])", r"\1 – \2"),
        (r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-])", r"\1 – \2"),
        (r"\s+", " "),
    )
)

_TIMESTAMP = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)? ?(?:Z|[+-]\d{2}(?::?\d{2})?)?",
    re.I | re.A,
)
_SHORT_RANGE = re.compile(r"(\d\d)(\d\d)(?:/| – )(\d\d)", re.A)
_FROM_ON = re.compile(r"(?:(?:from|since|starting) )?(.+?)(?: ?\+| –| onwards?| (?:or|and) later)")
_AND_BEFORE = re.compile(r"(.+?) (?:(?:or|and) (?:before|earlier))")
_RANGE = re.compile(
    r"(?:from |since )?(?P<left>.+?) (?:–|to|until|through|thru) (?P<right>.+)|between (?P<low>.+?) and (?P<high>.+)"
)
_ONE_SIDED = re.compile(r"(until|by|through|before|after|since|from|starting) (end )?(.+)")
_APPROXIMATE = re.compile(
    r"(?:about|around|circa|ca|approximately|approx|roughly|early|mid|middle|late|beginning|start|end) |~ ?|c ?(?=\d)"
)
_DOUBTFUL = re.compile(r"(?:probably|possibly|perhaps|maybe|likely) ")
_MARKED = re.compile(r" ?(?:(\()?(?:uncertain|\?)(?(1)\))|([?~%]+))$")
_UNSPECIFIED = re.compile(r" \((month|day|month and day) unknown\)$")


def to_edtf(text: str) -> str:
    """Translate a date in English, or one date of EDTF, to EDTF, which may still name a day that does not exist.

    Raises DateError for a text that is not understood or could mean several dates.
    """
    if timestamp := _TIMESTAMP.fullmatch(text.strip()):
        return timestamp[1]
    plain = text.lower()
    for pattern, replacement in _REWRITES:
        plain = pattern.sub(replacement, plain)
    plain = plain.strip()
    if plain in _UNKNOWN:
        return "XXXX"
    if plain in {"any time", "anytime"}:
        return "../.."
    if short := _SHORT_RANGE.fullmatch(plain):
        century, year, other = short.groups()
        raise DateError(
            tr(
                "write {both} for two years, {part} for part of one",
                both=f"{century}{year}/{century}{other}",
                part=f"{century}{year}-{other}",
            )
        )
    if match := _FROM_ON.fullmatch(plain):
        return f"{_point(match[1])}/.."
    if match := _AND_BEFORE.fullmatch(plain):
        return f"../{_point(match[1])}"
    if match := _RANGE.fullmatch(plain):
        return _range(match["left"] or match["low"], match["right"] or match["high"])
    if match := _ONE_SIDED.fullmatch(plain):
        return _one_sided(match[1], match[2] or "", match[3])
    return _point(plain)


def _range(left: str, right: str) -> str:
    """Two ends; one may leave out what the other says: "24 – 28 feb 2025", "feb 24 – 28 2025", "jan – mar 2024"."""
    if right in _OPEN:
        return f"{_point(left)}/.."
    if (day := re.fullmatch(r"\d{1,2} ([a-z]+ -?\d{4})", right, re.A)) and re.fullmatch(r"\d{1,2}", left, re.A):
        left = f"{left} {day[1]}"
    elif (month := re.fullmatch(r"([a-z]+) \d{1,2}", left)) and re.fullmatch(r"\d{1,2} -?\d{4}", right, re.A):
        right = f"{month[1]} {right}"
    if not re.search(r"\d{4}|century|\?$|^unknown$", left) and (year := re.search(r" (-?\d{4})$", right)):
        left = f"{left} {year[1]}"
    return "/".join("" if end in _UNKNOWN else _point(end) for end in (left, right))


def _one_sided(word: str, end: str, rest: str) -> str:
    if end and word in {"until", "by", "through", "before"}:
        term = _known(rest)
        return f"../{digits_at(term.last, Precision.DAY)}{term.qualifier}"
    if word in {"until", "by", "through"}:
        return f"../{_point(rest)}"
    if word in {"since", "from", "starting"}:
        return f"{_point(end + rest)}/.."
    term = _known(rest)
    if word == "before":
        return f"../{digits_at(day_before(term.first), term.precision)}{term.qualifier}"
    return f"{digits_at(day_after(term.last), term.precision)}{term.qualifier}/.."


def _known(text: str) -> Term:
    term = read_term(_point(text).upper())
    if term.precision is Precision.UNKNOWN:
        raise DateError(_advised(tr("an unknown date has no before or after")))
    return term


def _point(text: str) -> str:
    """One date with all that is said about its sureness."""
    marks = unspecified = ""
    while True:
        if match := _APPROXIMATE.match(text):
            marks += "~"
        elif match := _DOUBTFUL.match(text):
            marks += "?"
        elif match := _MARKED.search(text):
            marks += match[2] or "?"
        elif not unspecified and (match := _UNSPECIFIED.search(text)):
            unspecified = "-XX-XX" if " and " in match[1] else "-XX"
        else:
            return f"{_bare(text)}{unspecified}{combine(marks)}"
        text = (text[: match.start()] + text[match.end() :]).strip()


_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)", re.A)
_FORMS = tuple(
    re.compile(pattern.replace("YEAR", r"(?P<year>-?\d{4})"), re.ASCII)
    for pattern in (
        r"(?P<unit>q|h|quarter|half) ?(?P<count>\d) YEAR",
        r"YEAR (?P<unit>q|h)(?P<count>\d)",
        r"(?P<count>\d|first|second|third|fourth) (?P<unit>quarter|third|half) YEAR",
        r"(?P<day>\d{1,2}) ?(?P<word>[a-z]+) YEAR",
        r"(?P<word>[a-z]+) (?P<day>\d{1,2}) YEAR",
        r"YEAR (?P<word>[a-z]+)(?: (?P<day>\d{1,2}))?",
        r"(?:(?P<side>northern|southern) )?(?P<word>[a-z]+) YEAR",
        r"YEAR([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"YEAR ?年(?: ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2}) ?[日号])?)?",
        r"(?P<decade>\d{3})0'?s",
        r"(?P<century>[1-9]\d?|100) century",
    )
)


def _bare(text: str) -> str:
    """One date without qualifiers."""
    if looks_like_edtf(text) and "/" not in text:
        return text
    if match := _NUMERIC.fullmatch(text):
        raise DateError(_ambiguous(int(match[1]), int(match[3]), match[4]))
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _from_groups({name: value for name, value in match.groupdict().items() if value})
    if not re.search(r"[0-9]{4}", text) and re.search(r"[0-9]", text):
        raise DateError(_advised(tr("there is no year of four digits")))
    raise DateError(_advised(tr("this is not understood as a date")))


def _from_groups(found: dict[str, str]) -> str:
    if "decade" in found:
        return f"{found['decade']}X"
    if "century" in found:
        return f"{int(found['century']) - 1:02d}XX"
    year, day = found["year"], found.get("day")
    if "unit" in found:
        unit, count = found["unit"], int(_NUMBERS.get(found["count"], found["count"]))
        if not 1 <= count <= _COUNTS[unit]:
            raise DateError(tr("a year has no such part; write a number from 1 to {most}", most=_COUNTS[unit]))
        return f"{year}-{_YEAR_PARTS[unit] + count - 1}"
    month = found.get("month")
    if word := found.get("word"):
        if word in _SEASONS and not day:
            return f"{year}-{_SEASONS[word] + _HEMISPHERES[found.get('side', '')]}"
        month = _MONTHS.get(word)
        if month is None or "side" in found:
            raise DateError(_advised(tr("“{word}” is not a month or a season", word=word)))
    return "-".join(f"{int(part):02d}" if part is not year else part for part in (year, month, day) if part)


def _advised(problem: str) -> str:
    """A problem with what to write instead."""
    advice = tr("write for example 2024-03-04, 4 Mar 2024, Mar 2024, Q1 2024, 2024, about 2024 or 2023/2024")
    return tr("{problem}; {advice}", problem=problem, advice=advice)


def _ambiguous(one: int, two: int, year: str) -> str:
    if len(year) == 2:
        return tr("the year is not clear; write it in full and first, as in 2024-03-04, or write 4 Mar 2024")
    readings = [(day, month) for day, month in ((two, one), (one, two)) if 1 <= month <= 12]
    if not readings:
        return tr("there is no such month; write the year first, as in 2024-03-04")
    choices = [
        tr("{one} or {other}", one=f"{year}-{month:02d}-{day:02d}", other=f"{day} {MONTH_NAMES[month - 1][:3]} {year}")
        for day, month in dict.fromkeys(readings)
    ]
    return tr("it is not clear which number is the month; write {choices}", choices=tr(", or else ").join(choices))
