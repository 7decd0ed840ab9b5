"""Arrays that stand for what a database holds: ids, places among ids, days as numbers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_EPOCH = datetime.date(1970, 1, 1).toordinal()


def nbytes(found: NDArray[Any]) -> int:
    """How many bytes an array takes."""
    return int(found.nbytes)


def read_only(*arrays: NDArray[Any]) -> None:
    """Forbid to write to arrays that several share."""
    for found in arrays:
        found.flags.writeable = False


def column(values: Sequence[Any]) -> NDArray[np.int64]:
    """Whole numbers that a query gave, as an array."""
    return np.fromiter(values, np.int64, len(values))


def positions(known: NDArray[np.int64], ids: NDArray[np.int64]) -> NDArray[np.int32]:
    """Where each of some ids is among the known ones, which rise; -1 for those that are not."""
    if not len(known):
        return np.full(len(ids), -1, np.int32)
    places = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    return np.where(known[places] == ids, places, -1).astype(np.int32)


def distinct_pairs(
    one: NDArray[Any], other: NDArray[Any]
) -> tuple[tuple[NDArray[np.int32], NDArray[np.int32]], NDArray[np.int64]]:
    """The distinct pairs of two parallel arrays of numbers from 0, in order, and the place of each among them."""
    width = int(other.max(initial=0)) + 1
    found, places = np.unique(one.astype(np.int64) * width + other, return_inverse=True)
    return ((found // width).astype(np.int32), (found % width).astype(np.int32)), places


def ordinals(texts: Iterable[str | None]) -> NDArray[np.int32]:
    """`date.toordinal()` of ISO days, 0 of none."""
    found = np.array([text or "NaT" for text in texts], dtype="datetime64[D]")
    return np.where(np.isnat(found), 0, found.astype(np.int64) + _EPOCH).astype(np.int32)


def months(found: NDArray[np.int32]) -> NDArray[np.int64]:
    """Months since the year 0 of ordinals."""
    since = (found.astype(np.int64) - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return since + 1970 * 12
