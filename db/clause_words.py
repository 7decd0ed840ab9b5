"""The words of clauses: what keys are called, values in a row, and ranges."""

from __future__ import annotations

from collections.abc import Iterable

from db import edtf
from db.numbers import format_number
from db.texts import later, tr

_WORDS = {"": later("unknown"), "yes": later("yes"), "no": later("no")}
"""Values that are no data."""
End = float | str | None


def label_of(key: str) -> str:
    """What a key is called in sentences: the label of the first field or property with it, else the key."""
    from db.fields import FIELDS
    from db.properties import PROPERTIES

    for field in FIELDS:
        if field.key == key:
            return tr(field.label)
    return tr(PROPERTIES[key].label) if key in PROPERTIES else key


def either(values: Iterable[str]) -> str:
    """Values of which any will do: “MIT, Apache 2.0 or unknown”."""
    shown = [tr(_WORDS[value]) if value in _WORDS else value for value in values]
    if len(shown) == 1:
        return shown[0]
    return tr("{values} or {last}", values=tr(", ").join(shown[:-1]), last=shown[-1])


def ends_text(low: End, high: End, low_open: bool, high_open: bool) -> str:
    """A range in words: “from 7B to 70B”, “before 2024”; both ends the same are “in 2024” or “of 7B”.

    Numbers, or dates as EDTF; None is an open end, an end that is itself left out is `low_open` or `high_open`.
    """
    dates = isinstance(low, str) or isinstance(high, str)
    first, last = _shown(low), _shown(high)
    if first == last:
        return tr("in {date}", date=first) if dates else tr("of {number}", number=first)
    lower = _lower(first, dates, low_open) if first else ""
    upper = _upper(last, dates, high_open, bool(first)) if last else ""
    return tr("{lower} {upper}", lower=lower, upper=upper) if lower and upper else lower or upper


def _lower(end: str, dates: bool, without: bool) -> str:
    if without:
        return tr("after {date}", date=end) if dates else tr("above {number}", number=end)
    return tr("from {date}", date=end) if dates else tr("from {number}", number=end)


def _upper(end: str, dates: bool, without: bool, after_another: bool) -> str:
    if without:
        return tr("before {date}", date=end) if dates else tr("below {number}", number=end)
    if after_another:
        return tr("to {date}", date=end) if dates else tr("to {number}", number=end)
    return tr("up to {date}", date=end) if dates else tr("up to {number}", number=end)


def _shown(end: float | str | None) -> str:
    if end is None:
        return ""
    if isinstance(end, str):
        return edtf.format_span(edtf.parse(end))
    return format_number(end) if abs(end) < 1e18 else repr(end)
