"""Facets: how many rows of a listing have each value of a field. Each ignores the filter's clauses on its own field."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from db import facet_masks, facet_sql
from db.facet_sql import MOST_VALUES, Spans
from db.fields import BY_KEY
from db.filters import AnyOf, FilterSpec
from db.listings import Field, FieldType, Listing
from db.masks import is_masked, respelled
from db.rows import Facet, FacetValue

__all__ = ["MOST_VALUES", "counted", "facets"]

_BINS = 24
_MOST_YEARS = 400
_MOST_BARS = 24
"""Dates are counted by the finest of months, quarters and years that needs no more bins than these."""


class Side(Protocol):
    """What counts rows: `facet_sql` or `facet_masks`."""

    def values(self, conn: Connection, field: Field, spec: FilterSpec) -> dict[Any, int]:
        """Rows by value."""

    def numbers(
        self, conn: Connection, field: Field, spec: FilterSpec
    ) -> tuple[NDArray[np.float64], NDArray[np.int64], int]:
        """Numbers, the rows of each, and the rows without."""

    def dates(self, conn: Connection, field: Field, spec: FilterSpec) -> Spans:
        """Rows by months."""

    def lists(self, conn: Connection, field: Field, spec: FilterSpec, wanted: set[str]) -> tuple[list[FacetValue], int]:
        """The most frequent values and the rows without."""


def facets(conn: Connection, listing: Listing, spec: FilterSpec, keys: Sequence[str]) -> dict[str, Facet]:
    """The facets of these fields. A facet of numbers has logarithmic bins, one of dates has
    months, quarters or years.

    A date that is only partly known counts in each of them that it may lie in, as the filter finds it there.
    Raises KeyError for a field that the listing does not have.
    """
    found = {}
    spec = respelled(conn, spec)
    for key in keys:
        field = BY_KEY[listing, key]
        by_masks = is_masked(listing, conn) and facet_masks.is_ready(conn, field, spec.except_key(key))
        found[key] = counted(conn, field, spec, facet_masks if by_masks else facet_sql)
    return found


def counted(conn: Connection, field: Field, spec: FilterSpec, side: Side) -> Facet:
    """The facet of a field as one side counts it; the words of the filter as they are."""
    rest = spec.except_key(field.key)
    if field.pairs is not None:
        own = (clause for clause in spec.clauses_of(field.key) if isinstance(clause, AnyOf))
        values, unknown = side.lists(conn, field, rest, {value.casefold() for one in own for value in one.values})
        return Facet(field.key, _sorted(values), unknown)
    if field.type is FieldType.DATE:
        return _of_dates(field.key, *side.dates(conn, field, rest))
    if field.type is FieldType.NUMBER:
        return _of_numbers(field.key, *side.numbers(conn, field, rest))
    return _of_values(field.key, side.values(conn, field, rest))


def _sorted(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda value: (-value.count, value.label.casefold(), value.text)))


def _of_values(key: str, rows_by: dict[Any, int]) -> Facet:
    """Texts, the same in other letter case as one, since a clause finds them together; or yes and no."""
    spellings: dict[str, Counter[str]] = {}
    for value, rows in rows_by.items():
        text = ("yes" if value else "no") if isinstance(value, bool) else value or ""
        spellings.setdefault(text.lower(), Counter())[text] += rows
    unknown = spellings.pop("", Counter[str]()).total()
    values = [(min(counts, key=lambda text: (-counts[text], text)), counts.total()) for counts in spellings.values()]
    return Facet(key, _sorted(FacetValue(text, text, rows) for text, rows in values), unknown)


def _of_numbers(key: str, values: NDArray[np.float64], rows: NDArray[np.int64], unknown: int) -> Facet:
    if not len(values):
        return Facet(key, (), unknown)
    low, high = float(values.min()), float(values.max())
    return Facet(key, (), unknown, low, high, tuple(_logarithmic(values, rows, low, high)))


def _logarithmic(
    values: NDArray[np.float64], rows: NDArray[np.int64], low: float, high: float
) -> Iterable[tuple[float, float, int]]:
    """Bins of equal ratio from low to high, the last with its upper end; of equal width if some are not positive."""
    if low == high:
        return [(low, high, int(rows.sum()))]
    scaled = np.log(values) if low > 0 else values
    first, last = float(scaled.min()), float(scaled.max())
    width = (last - first) / _BINS
    if not width:  # the logarithms of two neighbours among the floats
        return [(low, high, int(rows.sum()))]
    bins = np.zeros(_BINS, np.int64)
    np.add.at(bins, np.minimum((scaled - first) / width, _BINS - 1).astype(np.int64), rows)
    back = math.exp if low > 0 else float
    ends = [low, *(back(first + place * width) for place in range(1, _BINS)), high]
    return [(ends[place], ends[place + 1], count) for place, count in enumerate(bins.tolist())]


def _of_dates(key: str, first: NDArray[np.int64], last: NDArray[np.int64], rows: NDArray[np.int64]) -> Facet:
    known = (first >= 0) | (last >= 0)
    unknown = int(rows[~known].sum())
    first, last, rows = first[known], last[known], rows[known]
    if not len(rows):
        return Facet(key, (), unknown)
    months = np.concatenate([first[first >= 0], last[last >= 0]])
    least, most = int(months.min()), int(months.max())
    width = next((wide for wide in (1, 3) if most // wide - least // wide < _MOST_BARS), 12)
    low, high = least // width, most // width
    changes = np.zeros(high - low + 2, np.int64)
    np.add.at(changes, np.where(first < 0, low, first // width) - low, rows)
    np.subtract.at(changes, np.where(last < 0, high, last // width) - low + 1, rows)
    bins = [
        (place * width / 12, (place + 1) * width / 12, running)
        for place, running in enumerate(np.cumsum(changes)[:-1].tolist(), low)
        if running or high - low <= _MOST_YEARS
    ]
    return Facet(key, (), unknown, bins[0][0], bins[-1][0], tuple(bins))
