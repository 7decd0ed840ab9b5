"""The change log: what is logged, what undo brings back, and when it refuses."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table, func, select

from db import models as m
from db.changes import decode, delete, insert, key_from, row_id, update
from db.engine import Database, DatabaseError, memory_database, open_database
from db.history import Edit, edits_of, history
from db.undo import touched, undo

RELEASE = {
    "slug": "v3",
    "kind": "release",
    "name": "DeepSeek-V3",
    "name_key": "deepseek-v3",
    "date_earliest": date(2024, 12, 26),
    "date_latest": date(2024, 12, 31),
}
STATEMENT = {"property": "date", "position": 0, "value": "2024-12", "rank": "normal", "basis": "stated"}


@pytest.fixture
def database() -> Iterator[Database]:
    with memory_database() as database:
        yield database


def state(conn: Connection) -> dict[str, list[tuple[object, ...]]]:
    """All data except the log."""
    tables = [table for table in m.metadata.sorted_tables if table not in (m.edit, m.change)]
    return {t.name: [tuple(row) for row in conn.execute(select(t).order_by(*t.primary_key))] for t in tables}


def edits(database: Database) -> list[tuple[int, str]]:
    with database.read() as conn:
        return [tuple(row) for row in conn.execute(select(m.edit.c.id, m.edit.c.label).order_by(m.edit.c.id))]


def now(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as conn:
        return state(conn)


def fill(database: Database) -> int:
    """An entity with something in tables of every sort of key; returns its id."""
    with database.write("Fill") as conn:
        one, other = insert(conn, m.entity, [RELEASE, {**RELEASE, "slug": "001", "kind": "source", "name": "Source"}])
        insert(conn, m.release, [{"id": one, "params": 671_000_000_000, "open_weights": True}])
        insert(conn, m.source, [{"id": other, "lines": 12}])
        insert(conn, m.section, [{"source_id": other, "first_line": 1, "title": "One"}])
        (variant,) = insert(conn, m.variant, [{"release_id": one, "key": "a", "name": "A", "position": 0}])
        insert(conn, m.term, [{"entity_id": one, "property": "tag", "value": "two words, 梁 %"}])
        common = {**STATEMENT, "entity_id": one, "number": 1 / 3, "source_id": other}
        insert(conn, m.statement, [{**common, "variant_id": None}, {**common, "variant_id": variant}])
        insert(
            conn,
            m.disagreement,
            [{"entity_id": one, "property": "date", "verdict": "refinement", "statements": [1, 2]}],
        )
    return one


def rename(database: Database, entity: int, name: str) -> int:
    with database.write(f"Rename to {name}") as conn:
        assert update(conn, m.entity, entity, {"name": name})
        return int(conn.info["edit_id"])


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


def test_undo_and_redo_of_everything(database):
    empty = now(database)
    entity = fill(database)
    full = now(database)
    rename(database, entity, "V3")
    renamed = now(database)
    for edit_id, expected in [(2, full), (1, empty), (4, full), (3, renamed), (6, full), (2, None)]:
        if expected is None:
            with pytest.raises(DatabaseError, match="is undone already"), database.write("Undo") as conn:
                undo(conn, edit_id)
        else:
            with database.write("Undo") as conn:
                undo(conn, edit_id)
            assert now(database) == expected
    labels = [label for _, label in edits(database)]
    assert labels[2:4] == ["Undo: Rename to V3", "Undo: Fill"]
    assert labels[4] == "Undo: Undo: Fill"


def test_undo_of_a_redoing_waits_for_what_was_redone_on_top_of_it(database):
    entity = fill(database)
    rename(database, entity, "V3")
    for edit_id in (2, 1, 4, 3):  # undo both, redo both
        with database.write("Undo") as conn:
            undo(conn, edit_id)
    with pytest.raises(DatabaseError, match="“Undo: Undo: Rename to V3”"), database.write("Undo") as conn:
        undo(conn, 5)


def test_undo_names_the_edit_in_its_way(database):
    entity = fill(database)
    first, second = rename(database, entity, "V3"), rename(database, entity, "V4")
    before = now(database)
    with pytest.raises(DatabaseError) as caught, database.write("Undo") as conn:
        undo(conn, first)
    assert str(caught.value).startswith("“Rename to V3” cannot be undone: “Rename to V4” (")
    assert str(caught.value).endswith(" changed “V4” since. Undo that edit first.")
    assert now(database) == before
    assert len(edits(database)) == 3
    for edit_id in (second, first):
        with database.write("Undo") as conn:
            undo(conn, edit_id)
    with database.read() as conn:
        assert conn.scalar(select(m.entity.c.name).where(m.entity.c.id == entity)) == "DeepSeek-V3"


def test_undo_spares_what_another_edit_hung_on_a_row(database):
    entity = fill(database)
    with database.write("Add a link") as conn:
        insert(conn, m.link, [{"entity_id": entity, "url": "https://example.org"}])
    with pytest.raises(DatabaseError, match="“Add a link”"), database.write("Undo") as conn:
        undo(conn, 1)
    with database.read() as conn:
        assert conn.scalar(select(func.count()).select_from(m.link)) == 1


REFUSED = [(99, "There is no edit 99"), (2, "is undone already"), (4, "There is no edit 4")]


@pytest.mark.parametrize(("edit_id", "words"), REFUSED)
def test_undo_of_what_cannot_be_undone(database, edit_id, words):
    entity = fill(database)
    rename(database, entity, "V3")
    with database.write("Undo") as conn:
        undo(conn, 2)
    with pytest.raises(DatabaseError, match=words), database.write("Undo") as conn:
        undo(conn, edit_id)


def test_undo_that_would_contradict_a_later_row_is_refused(database):
    entity = fill(database)
    with database.write("Delete") as conn:
        delete(conn, m.entity, [entity])
    with database.write("Another of that name") as conn:
        insert(conn, m.entity, [RELEASE])
    with pytest.raises(DatabaseError, match="contradicts what was added since"), database.write("Undo") as conn:
        undo(conn, 2)


def test_touched_names_each_entity_of_an_edit(database):
    fill(database)
    with database.write("Edit") as conn:
        update(conn, m.statement, 1, {"value": "2025"})
        assert touched(conn, conn.info["edit_id"]) == {1, 2}


def test_history_tells_an_entity_and_its_statements(database):
    entity = fill(database)
    rename(database, entity, "V3")
    with database.write("Sort", who="Ann") as conn:
        update(conn, m.release, entity, {"open_weights": False})
        update(conn, m.statement, 2, {"rank": "preferred"})
        delete(conn, m.statement, [1])
    with database.read() as conn:
        told = history(conn, entity)
        assert [entry.what() for entry in told[:4]] == [
            "statement date “2024-12” removed",
            "statement: rank from “normal” to “preferred”",
            "release: open_weights from “True” to “False”",
            "entity: name from “DeepSeek-V3” to “V3”",
        ]
        assert {entry.what() for entry in told[4:]} == {
            "entity DeepSeek-V3 added",
            "release 1 added",
            "statement date “2024-12” added",
        }
        assert " UTC by Ann: Sort – statement" in str(told[0])
        assert history(conn, entity, limit=2) == told[:2]
        assert {entry.table for entry in history(conn, 2)} == {"entity", "source"}


def test_an_edit_is_one_line(database):
    entity = fill(database)
    rename(database, entity, "V3")
    with database.write("Sort", who="Ann") as conn:
        update(conn, m.statement, 2, {"rank": "preferred"})
        delete(conn, m.statement, [1])
        update(conn, m.release, entity, {"open_weights": False})
    with database.write("Gone", who="Ann") as conn:
        delete(conn, m.statement, [2])
    with database.read() as conn:
        found = edits_of(conn, entity)
        assert [edit.done for edit in found] == [
            ("1 statement removed",),
            ("1 statement changed", "1 statement removed", "open weights changed"),
            ("name changed",),
            ("added",),
        ]
        assert edits_of(conn, entity, limit=1) == found[:1]


def test_the_line_of_an_edit_is_short():
    at = datetime(2026, 11, 21, 12)
    assert str(Edit(at, "Import of my-lab", ("added",))) == "21 Nov 2026, import of my-lab: added"


KEYS = [(m.entity, 7), (m.dossier, "deep seek"), (m.section, (2, 40)), (m.term, (1, "tag", "two words, 梁 %"))]


@pytest.mark.parametrize(("table", "key"), KEYS, ids=str)
def test_keys_survive_the_log(table: Table, key):
    assert key_from(table, row_id(key)) == key


def test_values_survive_the_log():
    assert decode(m.entity.c.date_earliest, "2024-12-26") == date(2024, 12, 26)
    assert decode(m.edit.c.at, "2024-12-26T01:02:03.000004") == datetime(2024, 12, 26, 1, 2, 3, 4)
    assert decode(m.entity.c.name, "2024-12-26") == "2024-12-26"
    assert decode(m.release.c.open_weights, False) is False


STEPS = st.lists(st.tuples(st.sampled_from(["add", "rename", "remove", "undo"]), st.integers(0, 5)), max_size=12)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_undoing_the_latest_edits_leads_back_step_by_step(steps):
    """Whatever was done: undoing each edit, the latest first, gives every state again down to the first."""
    with memory_database() as database:
        states = [now(database)]
        for number, (step, choice) in enumerate(steps):
            with database.write(step) as conn:
                ids = conn.scalars(select(m.entity.c.id)).all()
                if step == "add":
                    (new,) = insert(conn, m.entity, [{**RELEASE, "slug": str(number)}])
                    insert(conn, m.statement, [{**STATEMENT, "entity_id": new}])
                elif ids and step == "rename":
                    update(conn, m.entity, ids[choice % len(ids)], {"name": f"Name {number}"})
                elif ids and step == "remove":
                    delete(conn, m.entity, [ids[choice % len(ids)]])
                elif step == "undo" and (last := conn.scalar(select(func.max(m.change.c.edit_id)))):
                    undo(conn, last)
            if len(edits(database)) == len(states):
                states.append(now(database))
        for number in range(len(states) - 1, 0, -1):
            with database.write("Back") as conn:
                undo(conn, number)
            assert now(database) == states[number - 1]


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
