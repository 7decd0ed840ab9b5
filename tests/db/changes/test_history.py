"""The history of an entity, told in words."""

from __future__ import annotations

from datetime import datetime

from db import models as m
from db.changes import delete, update
from db.history import Edit, edits_of, history
from tests.db.changes.logged_rows import fill, rename


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
