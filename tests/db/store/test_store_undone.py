"""What went in can go out again, whatever dates it brought."""

from __future__ import annotations

from sqlalchemy import select

from db import models as m
from db import search
from db.changes import update
from db.engine import memory_database
from db.refresh import refresh
from db.store import store
from db.undo import undo
from tests.db.store.example_dossier import DOSSIER, everything


def test_it_can_be_found_and_undone() -> None:
    with memory_database() as database:
        with database.write("import") as conn:
            store(conn, DOSSIER)
            edit = conn.info["edit_id"]
            search.integrity_check(conn)
            found = conn.scalars(
                select(m.entity.c.slug).where(search.matching(m.entity.c.id, [search.SearchTerm("liang")]))
            ).all()
            assert "liang" in found
        with database.write("undo") as conn:
            undo(conn, edit)
            assert everything(conn) == {
                table.name: [] for table in m.metadata.sorted_tables if table.name not in {"edit", "change"}
            }
            assert search.size(conn) == 0
            undoing = conn.info["edit_id"]
        with database.write("redo") as conn:
            undo(conn, undoing)
            assert search.size(conn) == len(DOSSIER.entities)


def test_a_preference_can_be_undone_whatever_dates_it_brought() -> None:
    """2023 is shown, then a day of 2024: going back end by end would pass a date that ends before it begins."""
    with memory_database() as database:
        with database.write("import") as conn:
            store(conn, DOSSIER)
        for value in ("2023", "6 May 2024"):
            with database.write("prefer") as conn:
                before = everything(conn)
                s = m.statement.c
                which = select(s.id, s.entity_id).where(s.property == "date", s.value == value)
                chosen, entity = conn.execute(which).one()
                update(conn, m.statement, chosen, {"rank": "preferred"})
                refresh(conn, [entity])
                edit = conn.info["edit_id"]
        with database.write("undo") as conn:
            undo(conn, edit)
            assert everything(conn) == before
