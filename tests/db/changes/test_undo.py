"""Undo: what it brings back, and when it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from db import models as m
from db.changes import delete, insert, update
from db.engine import DatabaseError, memory_database
from db.undo import touched, undo
from tests.db.changes.logged_rows import RELEASE, STATEMENT, edits, fill, now, rename


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
