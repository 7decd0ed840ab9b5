"""A keystroke: how many match, which in what order, and the rows on the screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from db import queries
from db.edtf import DateSpan
from db.engine import Database
from db.fields import fields_of
from db.filters import parse
from db.kinds import Kind
from db.rows import Ref, Row
from tests.bench import raw_queries
from tests.bench.forgetting import forget_everything, forget_filters
from tests.bench.measure import REPORT, Line, compare, spent
from tests.bench.raw_queries import BY_DATE, Case

pytestmark = pytest.mark.bench

Forget = Callable[[Connection], None]
LISTING = Kind.RELEASE
VISIBLE = 128
KEYS = tuple(field.key for field in fields_of(LISTING) if field.default)
SORTS = {"name": ((), "e.name_key, e.id"), "date": ((("date", False),), BY_DATE)}


def ours(
    database: Database, text: str, sort: tuple[tuple[str, bool], ...], forget: Forget = forget_filters
) -> tuple[Any, Any, list[Row]]:
    """What the program does for a keystroke: a text that was not asked for yet."""
    spec = parse(text)
    with database.read() as conn:
        forget(conn)
        ids = queries.ids(conn, LISTING, spec, sort)
        counts = queries.count(conn, LISTING, spec)
        return counts, ids, queries.rows(conn, LISTING, ids[:VISIBLE], KEYS)


def by_hand(raw: sqlite3.Connection, case: Case, order: str) -> tuple[Any, Any, Any]:
    """The same through sqlite3."""
    ids = raw_queries.ids(raw, case, order)
    return raw_queries.count(raw, case), ids, raw_queries.rows(raw, ids[:VISIBLE])


def plain(value: Any) -> Any:
    """A cell as raw SQL gives it."""
    if isinstance(value, DateSpan):
        days = [None if day is None else day.isoformat() for day in (value.earliest, value.latest)]
        return (value.text, value.edtf, *days, str(value.precision), str(value.qualifier))
    if isinstance(value, tuple):
        return tuple(item.name if isinstance(item, Ref) else item for item in value)
    return value


def check_same(found: tuple[Any, Any, list[Row]], expected: tuple[Any, Any, Any]) -> None:
    """Both gave the same counts, ids and cells."""
    counts, ids, rows = found
    raw_counts, raw_ids, (scalars, lists) = expected
    assert (counts.matching, counts.total) == raw_counts
    assert list(ids) == raw_ids
    single = {row[0]: row for row in scalars}
    several: dict[str, dict[int, list[Any]]] = {key: {} for key in lists}
    for key, pairs in lists.items():
        for owner, value, *_ in pairs:
            several[key].setdefault(owner, []).append(value)
    assert [row.id for row in rows] == raw_ids[:VISIBLE]
    for row in rows:
        _, name, *span, params, active, open_, license_, disagreements = single[row.id]
        expected_cells = {
            "name": name, "date": tuple(span) if span[1] else None, "params": params, "active": active,
            "open": open_, "license": license_, "disagreements": disagreements,
        }  # fmt: skip
        for key, cell in zip(KEYS, row.cells, strict=True):
            wanted = expected_cells[key] if key in expected_cells else tuple(several[key].get(row.id, ()))
            assert plain(cell) == wanted, (row.id, key)


@pytest.mark.parametrize("sort", SORTS)
def test_keystroke(database: Database, raw: sqlite3.Connection, case: Case, sort: str) -> None:
    """At most three times the statements that give the same answers."""
    keys, order = SORTS[sort]
    check_same(ours(database, case.text, keys), by_hand(raw, case, order))
    name = f"keystroke, {case.name}, by {sort}"
    compare(name, lambda: ours(database, case.text, keys), lambda: by_hand(raw, case, order), 3)


def test_first_keystroke(database: Database, raw: sqlite3.Connection, case: Case) -> None:
    """With nothing kept yet; printed."""
    keys, order = SORTS["name"]
    taken = spent(lambda: ours(database, case.text, keys, forget_everything))
    REPORT.append(Line(f"first keystroke, {case.name}", taken, spent(lambda: by_hand(raw, case, order))))
