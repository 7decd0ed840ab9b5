"""The counts of all facets, each without the clauses of its own field."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from db import queries
from db.engine import Database
from db.facets import MOST_VALUES
from db.fields import fields_of
from db.filters import parse
from db.kinds import Kind
from db.rows import Facet
from tests.bench import raw_queries
from tests.bench.forgetting import forget_everything, forget_filters
from tests.bench.measure import REPORT, Line, compare, spent
from tests.bench.raw_queries import Case

pytestmark = pytest.mark.bench

KEYS = tuple(field.key for field in fields_of(Kind.RELEASE) if field.facet)
NAMED = ("org", "technique", "source")
Counted = tuple[dict[Any, int], int]


def ours(database: Database, text: str, forget: Callable[[Connection], None] = forget_filters) -> dict[str, Facet]:
    """What the program does for a filter that was not asked for yet."""
    with database.read() as conn:
        forget(conn)
        return queries.facets(conn, Kind.RELEASE, parse(text), KEYS)


def by_hand(raw: sqlite3.Connection, case: Case) -> dict[str, Counted]:
    """One grouped statement a facet, and those for its names and its unknown."""
    found = {key: raw_queries.facet(raw, case, key) for key in KEYS}
    for key in NAMED:
        raw_queries.names(raw, found[key][0], MOST_VALUES)
    return found


def check_same(raw: sqlite3.Connection, case: Case, found: dict[str, Facet], expected: dict[str, Counted]) -> None:
    """Both gave the same counts."""
    for key, facet in found.items():
        counts, known = expected[key]
        if key in ("date", "params"):
            assert facet.unknown == sum(rows for value, rows in counts.items() if set(value) == {None})
            if key == "params":
                assert sum(rows for *_, rows in facet.bins) == sum(counts.values()) - facet.unknown
        elif key in ("open", "license"):
            words = {0: "no", 1: "yes"} if key == "open" else {}
            plain = {words.get(value, value): rows for (value,), rows in counts.items()}
            assert facet.unknown == plain.pop(None, 0)
            assert {value.text: value.count for value in facet.values} == plain
        else:
            total = raw_queries.count(raw, case.without(key))[0]
            assert facet.unknown == total - known
            most = dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES])
            if key in NAMED:
                named = raw_queries.names(raw, counts, MOST_VALUES)
                assert sorted((v.label, v.count) for v in facet.values) == sorted(
                    (named[i], n) for i, n in most.items()
                )
            else:
                assert {value.text: value.count for value in facet.values} == most


def test_facets(database: Database, raw: sqlite3.Connection, case: Case) -> None:
    """At most one and a half times the grouped statements."""
    check_same(raw, case, ours(database, case.text), by_hand(raw, case))
    compare(
        f"all facets, {case.name}",
        lambda: ours(database, case.text),
        lambda: by_hand(raw, case),
        1.5,
        runs=3,
    )


def test_first_facets(database: Database, raw: sqlite3.Connection, case: Case) -> None:
    """With nothing kept yet; printed."""
    taken = spent(lambda: ours(database, case.text, forget_everything))
    REPORT.append(Line(f"first facets, {case.name}", taken, spent(lambda: by_hand(raw, case))))
