"""Choosing what is shown: ranks, what follows from them, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from db import models as m
from db.engine import Database, DatabaseError, memory_database
from db.preference import label, prefer, reason_of, withdraw
from db.undo import undo
from db.undo_steps import Step, newest, steps
from tests.db.changes.logged_rows import state
from tests.small_database import fact, holding, put_in

ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    {"kind": "person", "id": "ann", "name": "Ann"},
    {"kind": "person", "id": "bob", "name": "Bob"},
    {"kind": "organization", "id": "lab", "name": "Lab", "facts": {
        "founder": [fact("ann", "s1:1"), fact("bob", "s1:1"), fact("ann", "s2:1")],
        "headcount": [fact("100", "s1:2", role="researchers"), fact("200", "s2:2", role="researchers"),
                      fact("900", "s1:3", role="all", rank="preferred")],
        "category": [fact("company", "s1:9")],
    }},
    {"kind": "release", "id": "r", "name": "R", "facts": {
        "date": [fact("May 2024", ["s1:4", "s1:5"]), fact("6 May 2024", "s1:6"),
                 fact("9 June 2024", ["s2:6", "s2:7"]),
                 fact("2023", "s2:8", basis="inferred", ground="“2023” stands there"),
                 fact("1 May 2020", "s2:9", rank="deprecated", ground="A misprint")],
        "license": [fact("MIT", "s1:7", rank="preferred", ground="The file says so"), fact("Own", "s2:5")],
    }, "variants": [
        {"id": "7b", "name": "7B", "facts": {"params": [fact("7B", "s1:8"), fact("9B", "s2:4")]}},
        {"id": "67b", "name": "67B", "facts": {"params": [fact("67B", "s1:8", rank="preferred")]}},
    ]},
]  # fmt: skip


@pytest.fixture
def database() -> Iterator[Database]:
    with holding(ENTITIES, "X") as made:
        yield made


def statement(conn: Connection, property_: str, value: str, line: int | None = None) -> int:
    s = m.statement.c
    here = [s.property == property_, s.value == value, *([s.first_line == line] if line else [])]
    found = conn.scalar(select(s.id).where(*here).order_by(s.id).limit(1))
    assert found is not None
    return int(found)


def preferred(conn: Connection, property_: str) -> list[tuple[str, int]]:
    s = m.statement.c
    query = select(s.value, s.first_line).where(s.property == property_, s.rank == "preferred").order_by(s.id)
    return [tuple(row) for row in conn.execute(query)]


def choose(database: Database, property_: str, value: str, line: int | None = None, reason: str = "") -> int:
    with database.write("Choose") as conn:
        prefer(conn, statement(conn, property_, value, line), reason)
        return int(conn.info["edit_id"])


@pytest.mark.parametrize(("property_", "value", "line", "found"), [
    ("date", "9 June 2024", 7, [("9 June 2024", 6), ("9 June 2024", 7)]),
    ("date", "6 May 2024", None, [("6 May 2024", 6)]),
    ("date", "May 2024", None, [("May 2024", 4), ("May 2024", 5)]),
    ("date", "2023", None, [("2023", 8)]),
    ("date", "1 May 2020", None, [("1 May 2020", 9)]),
    ("license", "Own", None, [("Own", 5)]),
    ("founder", "Bob", None, [("Ann", 1), ("Bob", 1)]),
    ("headcount", "200", None, [("200", 2), ("900", 3)]),
    ("params", "9B", None, [("9B", 4), ("67B", 8)]),
])  # fmt: skip
def test_all_citations_of_a_value_are_preferred_and_nothing_beside_it(database, property_, value, line, found):
    choose(database, property_, value, line)
    with database.read() as conn:
        assert preferred(conn, property_) == found


@pytest.mark.parametrize(("property_", "value", "table", "column", "shown"), [
    ("date", "9 June 2024", m.entity, "date_edtf", "2024-06-09"),
    ("date", "May 2024", m.entity, "date_edtf", "2024-05"),
    ("date", "2023", m.entity, "date_edtf", "2023"),
    ("license", "Own", m.release, "license", "Own"),
    ("params", "9B", m.variant, "params", 9_000_000_000),
])  # fmt: skip
def test_typed_columns_follow_and_undoing_brings_everything_back(database, property_, value, table, column, shown):
    with database.read() as conn:
        before = state(conn)
        assert shown not in conn.scalars(select(table.c[column])).all()
    edit = choose(database, property_, value)
    with database.read() as conn:
        assert shown in conn.scalars(select(table.c[column])).all()
        after = state(conn)
        assert after["disagreement"] == before["disagreement"]
    with database.write("Undo") as conn:
        undo(conn, edit)
        again = int(conn.info["edit_id"])
    with database.read() as conn:
        assert state(conn) == before
    with database.write("Redo") as conn:
        undo(conn, again)
    with database.read() as conn:
        assert state(conn) == after


def test_withdrawing_prefers_none_and_leaves_other_groups(database):
    with database.write("x") as conn:
        withdraw(conn, statement(conn, "headcount", "200"))
    with database.read() as conn:
        assert preferred(conn, "headcount") == [("900", 3)]
    choose(database, "date", "May 2024")
    with database.write("x") as conn:
        withdraw(conn, statement(conn, "date", "6 May 2024"))
    with database.read() as conn:
        assert preferred(conn, "date") == []
        assert conn.scalar(select(m.entity.c.date_edtf).where(m.entity.c.slug == "r")) == "2024-05-06"


@pytest.mark.parametrize(("value", "reason", "ground"), [
    ("6 May 2024", "  The paper\nsays so ", "The paper says so"),
    ("6 May 2024", "", ""),
    ("2023", "It is the  first", "“2023” stands there\nIt is the first"),
    ("2023", "", "“2023” stands there"),
])  # fmt: skip
def test_the_reason_is_kept_beside_the_ground_and_goes_with_the_choice(database, value, reason, ground):
    choose(database, "date", value, reason=reason)
    with database.read() as conn:
        row = conn.execute(select(m.statement).where(m.statement.c.value == value)).one()
        assert row.ground == ground
        assert reason_of(row.ground, row.basis, row.rank) == " ".join(reason.split())
    choose(database, "date", "9 June 2024")
    with database.read() as conn:
        row = conn.execute(select(m.statement).where(m.statement.c.value == value)).one()
        assert row.ground == ground.partition("\n")[0] * (row.basis == "inferred")
        assert reason_of(row.ground, row.basis, row.rank) == ""


def test_what_is_preferred_already_is_no_edit(database):
    choose(database, "license", "MIT", reason="The file says so")
    with database.read() as conn:
        assert newest(conn) == 1


def test_a_property_that_is_not_compared_and_a_statement_that_is_gone_are_refused(database):
    with pytest.raises(DatabaseError, match="not compared"), database.write("x") as conn:
        prefer(conn, statement(conn, "category", "company"))
    with pytest.raises(DatabaseError, match="no longer"), database.write("x") as conn:
        prefer(conn, 9_999)


def test_storing_the_dossier_again_leaves_the_choice(database):
    choose(database, "license", "Own", reason="Mine")
    with database.read() as conn:
        before = state(conn)
    with database.write("again") as conn:
        put_in(conn, ENTITIES, "X")
    with database.read() as conn:
        assert state(conn) == before


def test_an_edit_is_called_after_value_property_and_entity(database):
    with database.read() as conn:
        assert label(conn, statement(conn, "params", "9B")) == "Prefer “9B” as Total parameters of R"


def named(conn: Connection, since: int) -> tuple[str, str]:
    found = steps(conn, since)
    return (found.undo.label if found.undo else ""), (found.redo.label if found.redo else "")


def edit(database: Database, name: str) -> None:
    with database.write(name) as conn:
        row = conn.execute(select(m.entity.c.description).where(m.entity.c.slug == "r")).one()
        m_update(conn, row.description + name)


def m_update(conn: Connection, text: str) -> None:
    from db.changes import update

    id_ = conn.scalar(select(m.entity.c.id).where(m.entity.c.slug == "r"))
    assert id_ is not None
    update(conn, m.entity, id_, {"description": text})


def take(database: Database, step: Step | None) -> None:
    assert step is not None
    with database.write("Undo") as conn:
        undo(conn, step.edit_id)


def test_steps_go_back_and_forward_and_a_new_edit_ends_the_way_forward(database):
    with database.read() as conn:
        since = newest(conn)
        assert named(conn, since) == ("", "")
        assert named(conn, 0) == ("fill", "")
    seen = []
    for move in ("a", "b", "undo", "undo", "redo", "redo", "undo", "c", "undo", "undo"):
        with database.read() as conn:
            found = steps(conn, since)
        if move in ("undo", "redo"):
            take(database, found.undo if move == "undo" else found.redo)
        else:
            edit(database, move)
        with database.read() as conn:
            seen.append(named(conn, since))
    assert seen == [("a", ""), ("b", ""), ("a", "b"), ("", "a"), ("a", "b"), ("b", ""), ("a", "b"), ("c", ""),
                    ("a", "c"), ("", "a")]  # fmt: skip


@settings(max_examples=25)
@given(moves=st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=12))
def test_steps_are_those_of_a_stack(moves):
    with memory_database() as made:
        with made.write("fill") as conn:
            put_in(conn, ENTITIES, "X")
        back: list[str] = []
        forward: list[str] = []
        for number, move in enumerate(moves):
            with made.read() as conn:
                found = steps(conn, 1)
            if move == "edit":
                edit(made, f"e{number}")
                back.append(f"e{number}")
                forward.clear()
            elif move == "undo" and back:
                take(made, found.undo)
                forward.append(back.pop())
            elif move == "redo" and forward:
                take(made, found.redo)
                back.append(forward.pop())
            with made.read() as conn:
                assert named(conn, 1) == ("".join(back[-1:]), "".join(forward[-1:]))
