"""Records in the database: nothing lost, nothing doubled, typed columns as the statements say."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from db import models as m
from db.dossier import Dossier
from db.store import load, store
from tests.db.store.example_dossier import ABOUT, DOSSIER, EVENT, SOURCE, everything, rows


def test_what_is_loaded_is_what_was_stored(stored: Connection) -> None:
    loaded = load(stored)
    assert loaded.model_copy(update={"entities": ()}) == DOSSIER.model_copy(update={"entities": ()})
    by_id = {entity.id: entity for entity in loaded.entities}
    expected = {
        entity.id: entity.model_copy(update={"tags": tuple(sorted(entity.tags))}) for entity in DOSSIER.entities
    }
    assert by_id == expected


def test_storing_twice_changes_nothing(stored: Connection) -> None:
    before = everything(stored)
    changes = stored.scalar(select(func.count()).select_from(m.change))
    report = store(stored, DOSSIER)
    assert str(report) == "left 7 as they were"
    assert everything(stored) == before
    assert stored.scalar(select(func.count()).select_from(m.change)) == changes


def test_the_report_counts_by_kind(conn: Connection) -> None:
    assert (
        str(store(conn, Dossier(about=ABOUT, entities=(SOURCE, EVENT.model_copy(update={"facts": {}})))))
        == "added 1 source and 1 event"
    )


def test_typed_columns(stored: Connection) -> None:
    row = stored.execute(select(m.entity).where(m.entity.c.slug == "ex-1")).mappings().one()
    assert (row["name_key"], row["description"], row["date_edtf"], row["date_precision"], row["sources"]) == (
        "ex-1",
        "A model",
        "2024-05-06",
        "day",
        1,
    )
    assert row["disagreements"] == 1
    assert rows(stored, m.release, "params", "active_params", "variants", "open_weights", "license") == [
        (16_000_000_000, 2_800_000_000, 2, True, "MIT")
    ]
    assert rows(stored, m.variant, "key", "position", "params", "active_params") == [
        ("16b", 0, 16_000_000_000, 2_800_000_000),
        ("1b", 1, None, 1_000_000_000),
    ]
    assert rows(stored, m.person, "native_name", "birth_edtf") == [("梁文锋", "1985")]
    assert rows(stored, m.publication, "arxiv", "doi") == [("2401.00001", None)]
    assert rows(stored, m.source, "author", "title", "url", "license", "lines") == [
        ("Ann, Bo", "A paper about it", "https://example.org/p", "CC BY", 100)
    ]


def test_relation_tables(stored: Connection) -> None:
    assert sorted(rows(stored, m.relation, "subject_id", "property", "object_id")) == [
        ("ex-1", "organization", "lab"),
        ("ex-1", "paper", "report"),
        ("ex-1", "technique", "mla"),
        ("lab", "founder", "liang"),
        ("launch", "about", "ex-1"),
        ("launch", "about", "lab"),
        ("mla", "introduced_in", "ex-1"),
    ]
    assert sorted(rows(stored, m.term, "entity_id", "property", "value")) == [
        ("ex-1", "modality", "code"),
        ("ex-1", "modality", "text"),
        ("ex-1", "tag", "a"),
        ("ex-1", "tag", "b"),
        ("mla", "category", "attention"),
    ]
    assert rows(stored, m.alias, "entity_id", "text", "role") == [("liang", "梁文锋", "native")]
    assert rows(stored, m.link, "entity_id", "url", "role") == [
        ("paper", "https://example.org/p", "reference"),
        ("ex-1", "https://example.org/ex-1", "huggingface"),
    ]
    assert rows(stored, m.credit, "person_id", "target_id", "role") == [("liang", "ex-1", "author")]
    assert rows(stored, m.affiliation, "role", "type", "date_edtf") == [
        ("PhD student", "education", "2010/2014"),
        ("CEO", "employment", "2023"),
        ("research intern", "internship", ""),
    ]
    assert rows(stored, m.derivation, "child_id", "parent_id", "parent_name", "relation", "basis") == [
        ("ex-1", None, "Ex-0", "finetune", "stated"),
        ("ex-1", "ex-1", "Ex-1", "based-on", "stated"),
        ("ex-1", "ex-1", "Ex-1", "distill", "inferred"),
    ]


def test_statements_keep_where_they_were_said(stored: Connection) -> None:
    s = m.statement.c
    query = (
        select(s.value, s.section, s.first_line, s.last_line, s.page, s.value_edtf)
        .where(s.property == "date")
        .order_by(s.id)
    )
    assert [tuple(row) for row in stored.execute(query)][:4] == [
        ("6 May 2024", "Results", 12, 12, "", "2024-05-06"),
        ("May 2024", "Abstract", 3, 4, "", "2024-05"),
        ("May 2024", "", None, None, "7", "2024-05"),
        ("2023", "", None, None, "", "2023"),
    ]
    cost = stored.execute(select(m.statement).where(s.property == "training_cost")).mappings().one()
    assert (cost["number"], cost["rounding"], cost["unit"], cost["qualifier"]) == (5_580_000, 5_000, "USD", "about")


def test_disagreements_are_kept_with_their_statements(stored: Connection) -> None:
    found = rows(stored, m.disagreement, "entity_id", "property", "verdict")
    assert found == [("lab", "founded", "disagreement"), ("ex-1", "date", "disagreement")]
    ids = stored.scalars(select(m.disagreement.c.statements)).all()[1]
    values = stored.scalars(
        select(m.statement.c.value).where(m.statement.c.id.in_(ids)).order_by(m.statement.c.id)
    ).all()
    assert values == ["6 May 2024", "May 2024", "May 2024", "2023"]
