"""Masks give what SQL gives: the same entities, order, counts and facets."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, update

from db import facet_masks, facet_sql, masks, queries
from db import models as m
from db.clauses import Range
from db.conditions import row_id
from db.database import Database, Interrupted
from db.engine import memory_database, open_database
from db.facets import counted
from db.fields import FIELDS, fields_of
from db.filters import FilterSpec, parse
from db.kept import Kept, kept
from db.kinds import DATED, Kind
from db.listings import FieldType
from db.reach import units
from db.row_selects import count_of, ids_of, ordered
from tests.db.filter_specs import FINDING, SPECS

KINDS = st.sampled_from(list(Kind))
COUNTED = {kind: [field for field in fields_of(kind) if field.type is not FieldType.LINKS] for kind in Kind}


@st.composite
def sorts(draw: st.DrawFn, kind: Kind) -> list[tuple[str, bool]]:
    keys = st.sampled_from([field.key for field in fields_of(kind)])
    return draw(st.lists(st.tuples(keys, st.booleans()), max_size=2))


def check(conn: Connection, kind: Kind, spec: FilterSpec, sort: list[tuple[str, bool]]) -> None:
    by_sql = list(conn.scalars(ordered(kind, spec, [row_id(kind)], sort)))
    assert list(masks.ids(conn, kind, spec, sort)) == by_sql
    assert np.count_nonzero(masks.mask(conn, kind, spec)) == conn.scalar(count_of(kind, spec)) == len(by_sql)


@given(st.data(), KINDS, FINDING)
@settings(max_examples=150)
def test_ids_are_those_of_sql(few: Connection, data: st.DataObject, kind: Kind, spec: FilterSpec) -> None:
    sort = data.draw(sorts(kind))
    check(few, kind, spec, sort)
    check(few, kind, spec, sort)  # the second time by the order of all


@given(KINDS, SPECS)
@settings(max_examples=60)
def test_any_filter_means_the_same(few: Connection, kind: Kind, spec: FilterSpec) -> None:
    check(few, kind, spec, [])


@given(KINDS, FINDING)
@settings(max_examples=50)
def test_facets_are_those_of_sql(few: Connection, kind: Kind, spec: FilterSpec) -> None:
    for field in COUNTED[kind]:
        assert counted(few, field, spec, facet_masks) == counted(few, field, spec, facet_sql)


@given(KINDS, FINDING | SPECS)
@settings(max_examples=100)
def test_units_together_are_the_filter(few: Connection, kind: Kind, spec: FilterSpec) -> None:
    parts = units(kind, spec.clauses)
    assert sorted(map(str, (clause for unit in parts for clause in unit.clauses))) == sorted(map(str, spec.clauses))
    found = set(few.scalars(ids_of(kind, FilterSpec())))
    for unit in parts:
        found &= set(few.scalars(ids_of(kind, FilterSpec(unit.clauses))))
    assert found == set(few.scalars(ids_of(kind, spec)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("luo fuli -x", [("luo", "fuli"), ("-x",)]),
        ("params:>1B license:MIT active:<9B", [("params:>1B", "active:<9B"), ("license:MIT",)]),
        ("category:company person:luo date:2024", [("person:luo",), ("date:2024",), ("category:company",)]),
        ("-open:no -params:<1B", [("-params:<1B",), ("-open:no",)]),
    ],
)
def test_what_must_hold_together_stays_together(query: str, expected: list[tuple[str, ...]]) -> None:
    assert [tuple(map(str, unit.clauses)) for unit in units(Kind.RELEASE, parse(query).clauses)] == expected


ENDS = st.none() | st.sampled_from(
    [
        "2019",
        "2022",
        "2022-12-31",
        "2023-05-02",
        "2023-06",
        "2024",
        "2024-01-20",
        "2024-02",
        "2025",
        "2025-03-10",
        "2026",
    ]
)


@given(st.sampled_from(sorted(DATED)), ENDS, ENDS, *[st.booleans()] * 3)
@settings(max_examples=100)
def test_a_range_of_days_means_what_it_means_in_sql(
    few: Connection, kind: Kind, low: str | None, high: str | None, low_open: bool, high_open: bool, negated: bool
) -> None:
    try:
        spec = FilterSpec((Range("date", low, high, low_open, high_open, negated),))
    except ValueError:
        return
    check(few, kind, spec, [("date", False)])


def test_a_new_range_asks_no_sql(few: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A brush moves at each frame: what it needs is kept from the frame before."""
    keys = tuple(field.key for field in FIELDS if field.listing is Kind.RELEASE and field.facet)

    def brush(text: str) -> int:
        spec = parse(f"org:Alpha {text}")
        queries.facets(few, Kind.RELEASE, spec, keys)
        queries.shown(few, spec)
        return len(queries.ids(few, Kind.RELEASE, spec)) + queries.count(few, Kind.RELEASE, spec).total

    assert brush("date:2024") and brush("date:2023..2024")

    def fail(*_: object) -> None:
        raise AssertionError("a brush step asked the database")

    monkeypatch.setattr(few, "execute", fail)
    monkeypatch.setattr(few, "scalars", fail)
    assert brush("date:2023") == 1 + 12


# ---- what is kept ----


def name_ids(database: Database, text: str) -> list[int]:
    with database.read() as conn:
        return list(queries.ids(conn, Kind.EVENT, parse(text)))


def event(at: int) -> dict[str, object]:
    return {"id": at, "slug": f"e{at}", "kind": "event", "name": f"E {at}", "name_key": f"e {at}"}


def test_our_own_writing_is_seen(tmp_path: Path) -> None:
    with open_database(tmp_path / "d.db") as database:
        assert name_ids(database, "") == []
        with database.write("one") as conn:
            conn.execute(insert(m.entity), event(1))
            assert list(queries.ids(conn, Kind.EVENT, parse(""))) == [1]
            conn.execute(insert(m.entity), event(2))
            assert list(queries.ids(conn, Kind.EVENT, parse(""))) == [1, 2]
        assert name_ids(database, "") == [1, 2]
        with database.write("rename") as conn:
            conn.execute(update(m.entity).where(m.entity.c.id == 1).values(name="Z", name_key="z"))
        assert name_ids(database, "") == [2, 1]


def test_the_writing_of_others_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    with open_database(path) as database:
        with database.write("one") as conn:
            conn.execute(insert(m.entity), event(1))
        assert name_ids(database, "name:Z") == []
        other = sqlite3.connect(path)
        other.execute("UPDATE entity SET name = 'Z', name_key = 'z'")
        other.commit()
        other.close()
        assert name_ids(database, "name:Z") == [1]


def test_a_snapshot_stays_as_it_is_while_others_write(tmp_path: Path) -> None:
    with open_database(tmp_path / "d.db") as database:
        with database.write("one") as conn:
            conn.execute(insert(m.entity), event(1))
        with database.read() as snapshot:
            assert queries.count(snapshot, Kind.EVENT, parse("")).total == 1
            with database.write("two") as conn:
                conn.execute(insert(m.entity), event(2))
            assert list(queries.ids(snapshot, Kind.EVENT, parse("date:?"))) == [1]
            assert name_ids(database, "") == [1, 2]
            assert list(queries.ids(snapshot, Kind.EVENT, parse("id:e1,e2"))) == [1]
        assert name_ids(database, "id:e1,e2") == [1, 2]


@pytest.mark.parametrize("inner", [False, True])
def test_what_is_rolled_back_is_forgotten(inner: bool) -> None:
    with memory_database() as database:
        with database.write("one") as conn:
            conn.execute(insert(m.entity), event(1))
        with pytest.raises(ZeroDivisionError):
            _write_and_fail(database, inner)
        assert name_ids(database, "") == [1]


def _write_and_fail(database: Database, inner: bool) -> None:
    with database.write("two") as conn:
        if inner:
            with pytest.raises(KeyError), conn.begin_nested():
                conn.execute(insert(m.entity), event(2))
                assert queries.count(conn, Kind.EVENT, parse("")).total == 2
                raise KeyError
            assert queries.count(conn, Kind.EVENT, parse("")).total == 1
        conn.execute(insert(m.entity), event(2))
        assert queries.count(conn, Kind.EVENT, parse("")).total == 2
        raise ZeroDivisionError


def test_an_interrupted_question_keeps_nothing(few: Connection) -> None:
    store = kept(few)

    def fail() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.get("never", fail)
    assert "never" not in store
    assert store.get("never", lambda: 1) == 1


@pytest.mark.parametrize(
    "ask",
    [
        lambda conn: queries.rows(conn, Kind.EVENT, range(1, 500), ["name", "about"]),
        lambda conn: queries.ids(conn, Kind.EVENT, parse("date:2024")),
        queries.timeline,
    ],
)
def test_reading_can_be_stopped(tmp_path: Path, ask: Callable[[Connection], object]) -> None:
    with open_database(tmp_path / "d.db") as database:
        with database.write("many") as conn:
            conn.execute(insert(m.entity), [event(at) for at in range(1, 2_000)])
        with pytest.raises(Interrupted), database.read() as conn:
            driver = conn.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.set_progress_handler(lambda: 1, 50)  # as an interruption that comes in the midst
            try:
                ask(conn)
            finally:
                driver.set_progress_handler(None, 0)


def test_the_longest_unused_goes_first() -> None:
    store = Kept(most=10)
    made: list[str] = []

    def get(key: str, size: int = 4) -> str:
        return store.get(key, lambda: (made.append(key), key)[1], lambda _: size)

    get("a"), get("b"), get("a"), get("c")
    assert [key in store for key in "abc"] == [True, False, True]
    get("large", 11)
    assert [key in store for key in ("a", "c", "large")] == [True, True, False]
    assert made == ["a", "b", "c", "large"]
