"""Clauses of a filter: frozen values that print as the query language and as a sentence.

What a clause means in SQL is in `conditions.py`, how its text is read in `query_text.py`. Nothing here needs
SQLAlchemy, so that the window can hold filters before it is loaded.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from db import edtf
from db.clause_words import either, ends_text, label_of
from db.numbers import NumberError, format_number, parse_number
from db.texts import later, tr

UNKNOWN = ""
"""The value, among a clause's values, of a row whose value is unknown; `?` in text."""
IS_VALUES = (later("inferred"), later("stated"), later("disputed"))
LINEAGE_KEYS = ("descendant-of", "ancestor-of")
ANY = "any"
"""`disagrees:any`: about whatever property."""

_BARE_VALUE = re.compile(r"[^\s\",:“”\\<>?()]+")
OPERATORS = ("OR", "||", "|", "AND", "&&", "NOT")
"""What other query languages join words by; here they are words only between quotes, and brackets likewise."""
BRACKETS = "(（"
_BARE_WORD = re.compile(rf"(?!(?:{'|'.join(map(re.escape, OPERATORS))})\Z)[^\s\":“”\\{BRACKETS}-][^\s\":“”]*")


def quoted(text: str) -> str:
    """The text between quotes, as the query language reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def value_text(value: str) -> str:
    """A value as the query language writes it: bare where that is safe, quoted otherwise, `?` for the unknown."""
    if value == UNKNOWN:
        return "?"
    return value if _BARE_VALUE.fullmatch(value) else quoted(value)


def number_text(value: float) -> str:
    """A number as the query language writes it, without loss: 7B, 1.5, 2048."""
    text = format_number(value).replace(",", "")
    try:
        if parse_number(text).value == value:
            return text
    except NumberError:
        pass
    return repr(value)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(values))
    if not found:
        raise ValueError(tr("a clause needs a value"))
    return found


class EmptyRange(ValueError):
    """A range that ends before it begins."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, matched from its beginning, or a phrase, in an entity's text. A word that needs quotes is a phrase."""

    text: str
    phrase: bool = False
    negated: bool = False
    key: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(tr("words need some text"))
        if not _BARE_WORD.fullmatch(self.text):
            object.__setattr__(self, "phrase", True)

    def __str__(self) -> str:
        return ("-" if self.negated else "") + (quoted(self.text) if self.phrase else self.text)

    def describe(self) -> str:
        """A sentence for people: contains “latent attention”."""
        return (
            tr("does not contain “{text}”", text=self.text) if self.negated else tr("contains “{text}”", text=self.text)
        )


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The field has any of the values; the empty text is the unknown. Negated: none of them, and unknown stays."""

    key: str
    values: tuple[str, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", _distinct(self.values))

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"{self.key}:" + ",".join(value_text(value) for value in self.values)

    def describe(self) -> str:
        """A sentence for people: Licence is MIT or unknown."""
        field, values = label_of(self.key), either(self.values)
        if not self.negated:
            return tr("{field} is {values}", field=field, values=values)
        said = tr("{field} is not {values}", field=field, values=values)
        return said if UNKNOWN in self.values else tr("{clause} (unknown stays)", clause=said)


@dataclass(frozen=True, slots=True)
class Range:
    """A number's or a date's range; an end that is None is open, `low_open` and `high_open` leave the end itself out.

    Ends are numbers, or dates as EDTF (“2024-01” begins on its first day and ends on its last). A date that is only
    partly known matches when it may lie in the range; negated, it is left out only when it certainly does. The unknown
    never matches a range and always matches a negated one. Raises ValueError for a range that holds nothing.
    """

    key: str
    low: float | str | None = None
    high: float | str | None = None
    low_open: bool = False
    high_open: bool = False
    negated: bool = False

    def __post_init__(self) -> None:
        for name in ("low", "high"):
            object.__setattr__(self, name, _end(getattr(self, name)))
        object.__setattr__(self, "low_open", self.low_open and self.low is not None)
        object.__setattr__(self, "high_open", self.high_open and self.high is not None)
        if self.low is None and self.high is None:
            raise ValueError(tr("a range needs at least one end"))
        if isinstance(self.low, str) != isinstance(self.high, str) and None not in (self.low, self.high):
            raise ValueError(tr("a range has two numbers or two dates"))
        if self._empty():
            raise EmptyRange(tr("a range ends after it begins"))

    def is_date(self) -> bool:
        """Whether the ends are dates."""
        return isinstance(self.low, str) or isinstance(self.high, str)

    def days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """First and last day of a range of dates, both included; None is an open end."""
        low = edtf.parse(self.low) if isinstance(self.low, str) else None
        high = edtf.parse(self.high) if isinstance(self.high, str) else None
        day = datetime.timedelta(days=1)
        first = None if low is None else low.latest + day if self.low_open and low.latest else low.earliest
        last = None if high is None else high.earliest - day if self.high_open and high.earliest else high.latest
        return first, last

    def _empty(self) -> bool:
        if self.is_date():
            first, last = self.days()
            return first is not None and last is not None and first > last
        if not isinstance(self.low, int | float) or not isinstance(self.high, int | float):
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __str__(self) -> str:
        low, high = (
            "" if end is None else end if isinstance(end, str) else number_text(end) for end in (self.low, self.high)
        )
        if not high:
            text = f">{low}" if self.low_open else f"{low}.." if self.is_date() else f">={low}"
        elif not low:
            text = f"<{high}" if self.high_open else f"..{high}" if self.is_date() else f"<={high}"
        elif low == high:
            text = low
        else:
            text = (">" if self.low_open else "") + low + ".." + ("<" if self.high_open else "") + high
        return ("-" if self.negated else "") + f"{self.key}:{text}"

    def describe(self) -> str:
        """A sentence for people: Total parameters from 7B to 70B; Date in 2024, as far as known."""
        text = ends_text(self.low, self.high, self.low_open, self.high_open)
        field = label_of(self.key)
        if self.negated:
            said = tr("{field} not {range}", field=field, range=text)
            return tr("{clause} (unknown stays)", clause=said)
        said = tr("{field} {range}", field=field, range=text)
        return tr("{clause} (or possibly so)", clause=said) if self.is_date() else said


def _end(value: float | str | None) -> float | str | None:
    """One end of a range in its one form; raises ValueError."""
    if value is None:
        return None
    if isinstance(value, str):
        span = edtf.parse(value)
        if span.earliest is None or span.latest is None or span.precision is edtf.Precision.INTERVAL:
            raise ValueError(
                tr("“{value}” cannot end a range; write a year, month or day such as 2024-03", value=value[:40])
            )
        if datetime.date.min in (span.earliest, span.latest) or datetime.date.max in (span.earliest, span.latest):
            raise ValueError(tr("“{value}” is too far away", value=value[:40]))
        return span.edtf
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(tr("a range of numbers has finite ends"))
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


@dataclass(frozen=True, slots=True)
class Has:
    """The field or property is known."""

    field: str
    negated: bool = False
    key: ClassVar[str] = "has"

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"has:{value_text(self.field)}"

    def describe(self) -> str:
        """A sentence for people: Paper is known."""
        field = label_of(self.field)
        return tr("{field} is unknown", field=field) if self.negated else tr("{field} is known", field=field)


@dataclass(frozen=True, slots=True)
class Is:
    """Some fact is inferred, some is stated, or sources disagree (disputed)."""

    value: str
    negated: bool = False
    key: ClassVar[str] = "is"

    def __post_init__(self) -> None:
        if self.value not in IS_VALUES:
            raise ValueError(tr("“{value}” is none of {values}", value=self.value[:40], values=", ".join(IS_VALUES)))

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"is:{self.value}"

    def describe(self) -> str:
        """A sentence for people: has inferred facts."""
        kind = tr(self.value)
        return tr("has no {kind} facts", kind=kind) if self.negated else tr("has {kind} facts", kind=kind)


@dataclass(frozen=True, slots=True)
class Disagrees:
    """Sources contradict each other about this field or property, or about `any`."""

    about: str
    negated: bool = False
    key: ClassVar[str] = "disagrees"

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"disagrees:{value_text(self.about)}"

    def describe(self) -> str:
        """A sentence for people: sources disagree about Date."""
        about = tr("anything") if self.about == ANY else label_of(self.about)
        if self.negated:
            return tr("sources do not disagree about {field}", field=about)
        return tr("sources disagree about {field}", field=about)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Descends from, or leads to, any of these releases, over any number of derivations."""

    key: str
    values: tuple[str, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        if self.key not in LINEAGE_KEYS:
            raise ValueError(tr("“{value}” is none of {values}", value=self.key[:40], values=", ".join(LINEAGE_KEYS)))
        object.__setattr__(self, "values", _distinct(self.values))
        if UNKNOWN in self.values:
            raise ValueError(tr("a lineage starts from a release"))

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"{self.key}:" + ",".join(value_text(value) for value in self.values)

    def describe(self) -> str:
        """A sentence for people: is a descendant of DeepSeek-V3."""
        values = either(self.values)
        if self.key == "descendant-of":
            if self.negated:
                return tr("is not a descendant of {releases}", releases=values)
            return tr("is a descendant of {releases}", releases=values)
        if self.negated:
            return tr("is not an ancestor of {releases}", releases=values)
        return tr("is an ancestor of {releases}", releases=values)


Clause = Words | AnyOf | Range | Has | Is | Disagrees | Lineage
