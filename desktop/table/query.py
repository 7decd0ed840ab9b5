"""What a table asks of the database: one answer for a filter and an order, and the rows that come into view later."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from desktop.item_models import WINDOW, Line, read_lines
from desktop.table.columns import Sort

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec
    from db.kinds import Kind
    from db.listings import Listing
    from db.rows import Counts, Ref

BATCH = 20_000
"""Ids looked at between two chances of other threads to run."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to show: the listing, its filter and order, the fields of the columns, and the entity with the focus."""

    listing: Listing
    spec: FilterSpec
    sort: Sort
    keys: tuple[str, ...]
    focus: int | None


def words_of(spec: FilterSpec) -> tuple[str, ...]:
    """What a filter searches for, to be marked in the cells."""
    from db.filters import Words

    return tuple(clause.text for clause in spec.clauses if isinstance(clause, Words) and not clause.negated)


@dataclass(frozen=True, slots=True)
class Answer:
    """Ids in order, the first rows, and the row of the focus if the filter shows it."""

    question: Question
    words: tuple[str, ...]
    """What was searched for, its typing mistakes mended."""
    counts: Counts
    ids: array[int]
    windows: dict[int, list[Line]]
    focus_row: int | None
    milliseconds: float


def ask(conn: Connection, question: Question) -> Answer:
    """Answer a question."""
    from db import queries

    start = perf_counter()
    meant = queries.respelled(conn, question.spec)
    words = words_of(meant)
    ids = queries.ids(conn, question.listing, meant, question.sort)
    counts = queries.count(conn, question.listing, meant)
    row = position(ids, question.focus)
    wanted = {0, 0 if row is None else row // WINDOW} if ids else set()
    parts = {window: ids[window * WINDOW : (window + 1) * WINDOW] for window in wanted}
    windows = read_windows(conn, question, parts, words)
    return Answer(question, words, counts, ids, windows, row, 1000 * (perf_counter() - start))


def read_windows(
    conn: Connection, question: Question, windows: Mapping[int, Sequence[int]], words: tuple[str, ...]
) -> dict[int, list[Line]]:
    """The rows of some windows, with these words marked."""
    return {window: read_lines(conn, question.listing, ids, question.keys, words) for window, ids in windows.items()}


WaysOut = tuple[list[tuple[int, int]], list[tuple["Kind", "Ref"]]]
"""Clauses whose loss brings rows, by index and count; and entities of other kinds whose names match."""


def ways_out(conn: Connection, listing: Listing, spec: FilterSpec) -> WaysOut:
    """What to offer instead of an empty result."""
    from db import queries

    return queries.rescue(conn, listing, spec), queries.elsewhere(conn, listing, spec)


def position(ids: array[int], wanted: int | None) -> int | None:
    """The row of an id, if it is there."""
    if wanted is None:
        return None
    try:
        return ids.index(wanted)
    except ValueError:
        return None


def batches(ids: array[int]) -> Iterable[array[int]]:
    """The ids in parts, since a single pass over a million would hold the interpreter for long."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def union(ids: array[int], kept: frozenset[int]) -> frozenset[int]:
    """All of these ids, and those kept."""
    result = set(kept)
    for part in batches(ids):
        result.update(part)
    return frozenset(result)
