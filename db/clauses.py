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
from db.numbers import NumberError, format_number, parse_number

UNKNOWN = ""
"""The value, among a clause's values, of a row whose value is unknown; `?` in text."""
IS_VALUES = ("inferred", "stated", "disputed")
LINEAGE_KEYS = ("descendant-of", "ancestor-of")
ANY = "any"
"""`disagrees:any`: about whatever property."""

_BARE_VALUE = re.compile(r"[^\s\",:“”\\<>?()]+")
_BARE_WORD = re.compile(r"[^\s\":“”\\-][^\s\":“”]*")


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


def label_of(key: str) -> str:
    """What a key is called in sentences: the label of the first field or property with it, else the key."""
    from db.fields import FIELDS
    from db.properties import PROPERTIES

    for field in FIELDS:
        if field.key == key:
            return field.label
    return PROPERTIES[key].label if key in PROPERTIES else key


def _either(values: Iterable[str]) -> str:
    shown = [value if value != UNKNOWN else "unknown" for value in values]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(values))
    if not found:
        raise ValueError("a clause needs a value")
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """A word, matched from its beginning, or a phrase, in an entity's text. A word that needs quotes is a phrase."""

    text: str
    phrase: bool = False
    negated: bool = False
    key: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("words need some text")
        if not _BARE_WORD.fullmatch(self.text):
            object.__setattr__(self, "phrase", True)

    def __str__(self) -> str:
        return ("-" if self.negated else "") + (quoted(self.text) if self.phrase else self.text)

    def describe(self) -> str:
        """A sentence for people: contains “latent attention”."""
        verb = "does not contain" if self.negated else "contains"
        return f"{verb} “{self.text}”"


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
        if not self.negated:
            return f"{label_of(self.key)} is {_either(self.values)}"
        stays = "" if UNKNOWN in self.values else " (unknown stays)"
        return f"{label_of(self.key)} is not {_either(self.values)}{stays}"


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
            raise ValueError("a range needs at least one end")
        if isinstance(self.low, str) != isinstance(self.high, str) and None not in (self.low, self.high):
            raise ValueError("a range has two numbers or two dates")
        if self._empty():
            raise ValueError("a range ends after it begins")

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
            text = (">" if self.low_open else ">=") + low
        elif not low:
            text = ("<" if self.high_open else "<=") + high
        elif low == high:
            text = low
        else:
            text = (">" if self.low_open else "") + low + ".." + ("<" if self.high_open else "") + high
        return ("-" if self.negated else "") + f"{self.key}:{text}"

    def describe(self) -> str:
        """A sentence for people: Total parameters from 7B to 70B; Date in 2024, as far as known."""
        low, high = _shown(self.low), _shown(self.high)
        if low == high:
            text = f"in {low}" if self.is_date() else f"of {low}"
        elif not high:
            text = f"{'after' if self.is_date() else 'above'} {low}" if self.low_open else f"from {low}"
        elif not low:
            text = f"{'before' if self.is_date() else 'below'} {high}" if self.high_open else f"up to {high}"
        else:
            lower = "after" if self.low_open and self.is_date() else "above" if self.low_open else "from"
            upper = "before" if self.high_open and self.is_date() else "below" if self.high_open else "to"
            text = f"{lower} {low} {upper} {high}"
        sure = " (or possibly so)" if self.is_date() and not self.negated else ""
        return f"{label_of(self.key)} {'not ' if self.negated else ''}{text}{' (unknown stays)' * self.negated}{sure}"


def _end(value: float | str | None) -> float | str | None:
    """One end of a range in its one form; raises ValueError."""
    if value is None:
        return None
    if isinstance(value, str):
        span = edtf.parse(value)
        if span.earliest is None or span.latest is None or span.precision is edtf.Precision.INTERVAL:
            raise ValueError(f"“{value[:40]}” cannot end a range; write a year, month or day such as 2024-03")
        if datetime.date.min in (span.earliest, span.latest) or datetime.date.max in (span.earliest, span.latest):
            raise ValueError(f"“{value[:40]}” is too far away")
        return span.edtf
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("a range of numbers has finite ends")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _shown(end: float | str | None) -> str:
    if end is None:
        return ""
    if isinstance(end, str):
        return edtf.format_span(edtf.parse(end))
    return format_number(end) if abs(end) < 1e18 else repr(end)


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
        return f"{label_of(self.field)} is {'un' if self.negated else ''}known"


@dataclass(frozen=True, slots=True)
class Is:
    """Some fact is inferred, some is stated, or sources disagree (disputed)."""

    value: str
    negated: bool = False
    key: ClassVar[str] = "is"

    def __post_init__(self) -> None:
        if self.value not in IS_VALUES:
            raise ValueError(f"“{self.value[:40]}” is none of {', '.join(IS_VALUES)}")

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"is:{self.value}"

    def describe(self) -> str:
        """A sentence for people: has inferred facts."""
        return f"{'has no' if self.negated else 'has'} {self.value} facts"


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
        about = "anything" if self.about == ANY else label_of(self.about)
        return f"sources {'do not disagree' if self.negated else 'disagree'} about {about}"


@dataclass(frozen=True, slots=True)
class Lineage:
    """Descends from, or leads to, any of these releases, over any number of derivations."""

    key: str
    values: tuple[str, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        if self.key not in LINEAGE_KEYS:
            raise ValueError(f"“{self.key[:40]}” is none of {', '.join(LINEAGE_KEYS)}")
        object.__setattr__(self, "values", _distinct(self.values))
        if UNKNOWN in self.values:
            raise ValueError("a lineage starts from a release")

    def __str__(self) -> str:
        return ("-" if self.negated else "") + f"{self.key}:" + ",".join(value_text(value) for value in self.values)

    def describe(self) -> str:
        """A sentence for people: is a descendant of DeepSeek-V3."""
        word = "a descendant" if self.key == "descendant-of" else "an ancestor"
        return f"is {'not ' if self.negated else ''}{word} of {_either(self.values)}"


Clause = Words | AnyOf | Range | Has | Is | Disagrees | Lineage
