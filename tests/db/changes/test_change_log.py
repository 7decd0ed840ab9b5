"""The change log: what is logged, what comes back from it, and what it costs."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Table, select

from db import models as m
from db.changes import decode, delete, insert, key_from, row_id, update
from db.engine import DatabaseError, open_database
from db.undo import undo
from tests.db.changes.logged_rows import RELEASE, edits, fill, now


@pytest.mark.parametrize(
    "work",
    [
        lambda conn: insert(conn, m.entity, [RELEASE]),
        lambda conn: update(conn, m.entity, 1, {"name": "x"}),
        lambda conn: delete(conn, m.entity, [1]),
        lambda conn: undo(conn, 1),
    ],
    ids=["insert", "update", "delete", "undo"],
)
def test_change_outside_an_edit_is_refused(database, work):
    fill(database)
    with database.read() as conn, pytest.raises(RuntimeError, match=r"Database\.write"):
        work(conn)


def test_insert_logs_each_row_whole(database):
    entity = fill(database)
    with database.read() as conn:
        rows = conn.execute(select(m.change).where(m.change.c.table_name == "entity")).all()
        assert [(row.row_id, row.field, row.old) for row in rows] == [("1", "", None), ("2", "", None)]
        assert rows[0].new == {
            **RELEASE, "id": entity, "date_earliest": "2024-12-26", "date_latest": "2024-12-31"
        }  # fmt: skip
        edit = conn.execute(select(m.edit)).one()
        assert (edit.label, bool(edit.who)) == ("Fill", True)
        assert abs((edit.at - datetime.now(UTC).replace(tzinfo=None)).total_seconds()) < 60


def test_update_logs_the_changed_fields_alone(database):
    entity = fill(database)
    with database.write("Edit", who="Ann") as conn:
        values = {"name": "V3", "date_latest": date(2024, 12, 31), "date_earliest": None}
        assert update(conn, m.entity, entity, values)
        assert not update(conn, m.entity, entity, values)
        edit_id = conn.info["edit_id"]
    with database.read() as conn:
        log = conn.execute(select(m.change).where(m.change.c.edit_id == edit_id)).all()
        assert {row.field: (row.old, row.new) for row in log} == {
            "name": ("DeepSeek-V3", "V3"),
            "date_earliest": ("2024-12-26", None),
        }
        assert conn.scalar(select(m.edit.c.who).where(m.edit.c.id == edit_id)) == "Ann"


def test_edit_without_a_change_leaves_no_entry(database):
    fill(database)
    with database.write("Nothing") as conn:
        update(conn, m.entity, 1, {"name": RELEASE["name"]})
    assert [label for _, label in edits(database)] == ["Fill"]


def test_failed_edit_leaves_nothing(database):
    before = now(database)
    with pytest.raises(ZeroDivisionError), database.write("Fails") as conn:
        insert(conn, m.entity, [RELEASE])
        1 / 0  # noqa: B018
    assert now(database) == before
    assert edits(database) == []
    with database.write("Works") as conn:  # the connection is usable, and the edit is a new one
        insert(conn, m.entity, [RELEASE])


def test_delete_logs_what_goes_with_a_row(database):
    entity = fill(database)
    before = now(database)
    with database.write("Delete") as conn:
        assert delete(conn, m.entity, [entity]) == 7
        edit_id = conn.info["edit_id"]
        logged = conn.scalars(select(m.change.c.table_name).where(m.change.c.edit_id == edit_id)).all()
    tables = ["disagreement", "entity", "release", "statement", "statement", "term", "variant"]
    assert sorted(logged) == tables
    with database.write("Undo") as conn:
        assert undo(conn, edit_id) == {1, 2}
    assert now(database) == before


def test_delete_of_what_others_name_is_refused(database):
    fill(database)
    before = now(database)
    with pytest.raises(DatabaseError, match="2 rows of statement name it"), database.write("Delete") as conn:
        delete(conn, m.entity, [2])
    assert now(database) == before


def test_ids_are_never_used_twice(database):
    with database.write("One") as conn:
        assert insert(conn, m.entity, [{**RELEASE, "slug": f"s{n}"} for n in range(10)]) == list(range(1, 11))
    with database.write("Two") as conn:
        delete(conn, m.entity, range(4, 11))
        assert insert(conn, m.entity, [{**RELEASE, "slug": "new"}]) == [11]
        assert insert(conn, m.entity, [{**RELEASE, "slug": "newer"}]) == [12]


def test_rows_of_different_or_unknown_columns_are_refused(database):
    with database.write("Rows") as conn:
        for rows in ([RELEASE, {**RELEASE, "id": 4}], [{**RELEASE, "colour": "red"}]):
            with pytest.raises(ValueError, match="same, known columns"):
                insert(conn, m.entity, rows)
        assert insert(conn, m.entity, []) == []
        with pytest.raises(LookupError, match="no row 99"):
            update(conn, m.entity, 99, {"name": "x"})


KEYS = [(m.entity, 7), (m.dossier, "deep seek"), (m.section, (2, 40)), (m.term, (1, "tag", "two words, 梁 %"))]


@pytest.mark.parametrize(("table", "key"), KEYS, ids=str)
def test_keys_survive_the_log(table: Table, key):
    assert key_from(table, row_id(key)) == key


def test_values_survive_the_log():
    assert decode(m.entity.c.date_earliest, "2024-12-26") == date(2024, 12, 26)
    assert decode(m.edit.c.at, "2024-12-26T01:02:03.000004") == datetime(2024, 12, 26, 1, 2, 3, 4)
    assert decode(m.entity.c.name, "2024-12-26") == "2024-12-26"
    assert decode(m.release.c.open_weights, False) is False


def test_logged_insert_costs_at_most_three_times_the_bare_one(tmp_path):
    """CPU time, the best of five: the log writes a second row, with JSON, for each."""
    rows = [{**RELEASE, "slug": f"s{n}", "date_text": "December 2024", "date_edtf": "2024-12"} for n in range(10_000)]
    plain = [tuple(str(value) for value in row.values()) for row in rows]
    statement = f"INSERT INTO entity ({', '.join(rows[0])}) VALUES ({', '.join('?' * len(rows[0]))})"
    ratios = []
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        open_database(path).close()
        bare = sqlite3.connect(path, isolation_level=None)
        start = time.process_time()
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(statement, plain)
        middle = time.process_time()
        bare.execute("ROLLBACK")
        bare.close()
        with open_database(path) as database, database.write("Many") as conn:
            begin = time.process_time()
            insert(conn, m.entity, rows)
            ratios.append((time.process_time() - begin) / (middle - start))
    assert min(ratios) < 3, ratios
