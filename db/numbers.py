"""Numbers as people write them: 671B, 5.58M, 1,100; read with the rounding that they state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from db.texts import tr

_SCALES = {"": 0, "K": 3, "M": 6, "B": 9, "T": 12}
_WORDS = {"thousand": "K", "million": "M", "billion": "B", "trillion": "T"}
_NUMBER = re.compile(r"([+-]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(?:\.(\d{1,12}))?\s*([KMBT]?)", re.IGNORECASE | re.ASCII)
MAX_LENGTH = 60


class NumberError(ValueError):
    """A text that is no number; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and half of the last place that its writer gave: 5.58M is 5,580,000 ± 5,000.

    Zeros that end a whole number after its first two digits count as rounding: 2,000 is 2,000 ± 50, so that 2,048
    refines it, and 10,000 is 10,000 ± 500.
    """

    value: float
    rounding: float


def parse_number(text: str) -> Quantity:
    """Read a number with an optional K, M, B or T (or the word); raise NumberError."""
    folded = text.strip()
    for word, letter in _WORDS.items():
        if folded.lower().endswith(word):
            folded = folded[: -len(word)].rstrip() + letter
    match = _NUMBER.fullmatch(folded) if len(folded) <= MAX_LENGTH else None
    if match is None:
        raise NumberError(tr("“{text}” is not a number; write for example 7B, 1.5M or 2048", text=text[:40]))
    sign, whole, fraction, scale = match.groups(default="")
    digits = whole.replace(",", "")
    power = _SCALES[scale.upper()]
    exact = Decimal(f"{sign}{digits}.{fraction or 0}").scaleb(power)
    zeros = len(digits) - max(len(digits.rstrip("0")), 2) if not fraction and digits.strip("0") else 0
    place = power - len(fraction) + max(zeros, 0)
    return Quantity(float(exact), float(Decimal(1).scaleb(place) / 2))


def format_number(value: float) -> str:
    """Shortest exact form with a scale letter: 671B, 1.5B, 2,048."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    for letter in "TBMK":
        unit = Decimal(1).scaleb(_SCALES[letter])
        if abs(exact) >= (unit if letter != "K" else 10 * unit):
            scaled = (exact / unit).normalize()
            if -int(scaled.as_tuple().exponent) <= 3:
                return f"{scaled:f}{letter}"
            break
    return f"{exact.normalize():,f}"
