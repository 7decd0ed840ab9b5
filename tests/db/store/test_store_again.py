"""What is stored on top of what is there: added to it, found by its name, or refused."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from db import models as m
from db.dossier import About, Dossier, Entity, Variant
from db.dossier_checks import check_references
from db.kinds import Kind
from db.refresh import refresh
from db.store import StoreError, load, store
from tests.db.store.example_dossier import ABOUT, DOSSIER, LAB, RELEASE, SOURCE, TECHNIQUE, facts, names, rows


def test_another_dossier_adds_to_what_is_there(stored: Connection) -> None:
    more = RELEASE.model_copy(
        update={
            "name": "Example One",
            "tags": ("c",),
            "facts": facts(license="Apache-2.0", open_weights="yes", technique="mla"),
            "variants": (Variant(id="671b", name="671B", facts=facts(params="671B")), RELEASE.variants[0]),
        }
    )
    report = store(stored, Dossier(about=About(id="other", title="Other"), entities=(SOURCE, LAB, TECHNIQUE, more)))
    assert (report.changed, sum(report.unchanged.values())) == ({Kind.RELEASE: 1}, 3)
    release = {entity.id: entity for entity in load(stored).entities}["ex-1"]
    assert (release.name, release.tags, [variant.id for variant in release.variants]) == (
        "Ex-1",
        ("a", "b", "c"),
        ["16b", "1b", "671b"],
    )
    assert [fact.value for fact in release.facts["license"]] == ["MIT", "Apache-2.0"]
    assert [fact.value for fact in release.facts["alias"]] == ["Example One"]
    assert len(release.facts["open_weights"]) == len(release.facts["technique"]) == 1
    assert rows(stored, m.release, "params", "variants", "license") == [(671_000_000_000, 3, "MIT")]
    assert ("ex-1", "license", "disagreement") in rows(stored, m.disagreement, "entity_id", "property", "verdict")


@pytest.mark.parametrize("parent", [
    Entity(kind=Kind.RELEASE, id="ex-0", name="EX-0"),
    Entity(kind=Kind.RELEASE, id="ex-zero", name="Example Zero", facts=facts(alias="ex-0")),
])  # fmt: skip
def test_a_parent_that_was_only_a_name_is_found_when_it_comes(stored: Connection, parent: Entity) -> None:
    store(stored, Dossier(about=About(id="other", title="Other"), entities=(parent,)))
    assert rows(stored, m.derivation, "parent_id", "parent_name")[0] == (parent.id, "Ex-0")
    store(stored, DOSSIER)
    refresh(stored, [1, 2, 3, 4])
    assert rows(stored, m.derivation, "parent_id", "parent_name")[0] == (parent.id, "Ex-0")
    assert {entity.id: entity for entity in load(stored).entities}["ex-1"].facts["parent"][0].name == "Ex-0"


def test_a_parent_named_in_the_same_dossier_is_found(conn: Connection) -> None:
    child = Entity(kind=Kind.RELEASE, id="a", name="A", facts=facts(parent={"name": "the b"}))
    store(
        conn,
        Dossier(about=ABOUT, entities=(child, Entity(kind=Kind.RELEASE, id="b", name="B", facts=facts(alias="The B")))),
    )
    assert rows(conn, m.derivation, "child_id", "parent_id") == [("a", "b")]


def test_a_slug_of_another_kind_is_refused(stored: Connection) -> None:
    with pytest.raises(
        StoreError,
        match="“lab” is among the people of the dossier “Other”, but among the organizations of the database",
    ):
        store(
            stored,
            Dossier(about=About(id="o", title="Other"), entities=(Entity(kind=Kind.PERSON, id="lab", name="x"),)),
        )
    with pytest.raises(StoreError, match="“x” of the dossier “Other” names “nowhere”"):
        store(
            stored,
            Dossier(
                about=About(id="o", title="Other"),
                entities=(Entity(kind=Kind.RELEASE, id="x", name="x", facts=facts(technique="nowhere")),),
            ),
        )


def test_a_dossier_may_name_what_the_database_has(stored: Connection) -> None:
    store(
        stored,
        Dossier(
            about=About(id="o", title="O"),
            entities=(
                Entity(
                    kind=Kind.RELEASE,
                    id="x",
                    name="X",
                    facts=facts(technique="mla", date={"value": "2025", "cite": "paper:10"}),
                ),
            ),
        ),
    )
    assert ("x", "technique", "mla") in rows(stored, m.relation, "subject_id", "property", "object_id")


def test_a_rank_that_changes_changes_what_is_shown(stored: Connection) -> None:
    s = m.statement.c
    stored.execute(m.statement.update().where(s.property == "date", s.value == "2023").values(rank="preferred"))
    stored.execute(
        m.statement.update().where(s.property.in_(["parent", "alias", "open_weights"])).values(rank="deprecated")
    )
    refresh(stored, names(stored))
    assert stored.scalar(select(m.entity.c.date_edtf).where(m.entity.c.slug == "ex-1")) == "2023"
    assert rows(stored, m.derivation, "id") == rows(stored, m.alias, "id") == []
    assert stored.scalar(select(m.release.c.open_weights)) is None


def test_a_choice_of_the_user_stands_when_a_dossier_prefers_something_else(stored: Connection) -> None:
    """And what went in can go out: a dossier prefers one value of a property."""
    s = m.statement.c
    stored.execute(m.statement.update().where(s.property == "date", s.value == "6 May 2024").values(rank="preferred"))
    dates = facts(date=[{"value": "6 May 2024", "rank": "preferred"}, {"value": "2025", "rank": "preferred"}])
    store(stored, Dossier(about=ABOUT, entities=(RELEASE.model_copy(update={"facts": dates}),)))
    ranks = stored.execute(select(s.value, s.rank).where(s.property == "date").order_by(s.position)).all()
    assert [tuple(row) for row in ranks][-2:] == [("6 May 2024", "preferred"), ("2025", "normal")]
    assert list(check_references(load(stored))) == []
