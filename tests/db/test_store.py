"""Records into the database and back: nothing lost, nothing doubled, typed columns as the statements say."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from db import models as m
from db import search
from db.changes import update
from db.dossier import About, Dossier, Entity, Fact, Section, Variant
from db.dossier_checks import check_references
from db.dossier_files import DossierError, read_dossier
from db.engine import memory_database
from db.exporters.dossier import write_folder
from db.importers import import_path
from db.kinds import Kind
from db.refresh import refresh
from db.store import StoreError, load, store
from db.undo import undo

ABOUT = About(id="ex", title="Example", version="1", license="CC0-1.0", credits="Nobody", about="Made up")


def facts(**values: Any) -> dict[str, tuple[Fact, ...]]:
    """Facts by property: texts, keyword dictionaries, or lists of them."""
    return {
        key: tuple(item if isinstance(item, Fact) else Fact(**({"value": item} if isinstance(item, str) else item)) for item in (value if isinstance(value, list) else [value]))
        for key, value in values.items()
    }  # fmt: skip


SOURCE = Entity(
    kind=Kind.SOURCE,
    id="paper",
    name="A paper",
    lines=100,
    sections=(Section(line=1, title="Abstract"), Section(line=9, title="Results")),
    facts=facts(title="A paper about it", author=["Ann", "Bo"], license="CC BY", link={"value": "https://example.org/p", "role": "reference"}),
)  # fmt: skip
LAB = Entity(
    kind=Kind.ORGANIZATION,
    id="lab",
    name="Lab",
    facts=facts(founded=["May 2023", "July 2023"], founder=[{"value": "liang"}, {"name": "Somebody"}]),
)
PERSON = Entity(
    kind=Kind.PERSON,
    id="liang",
    name="Liang Wenfeng",
    facts=facts(
        alias={"value": "梁文锋", "role": "native"},
        birth="1985",
        affiliation=[{"value": "lab", "role": "PhD student", "when": "2010/2014"}, {"value": "lab", "role": "CEO", "when": "2023"}, {"value": "lab", "role": "research intern"}],
        credit={"value": "ex-1", "role": "author"},
        mentor={"name": "A professor"},
    ),
)  # fmt: skip
RELEASE = Entity(
    kind=Kind.RELEASE,
    id="ex-1",
    name="Ex-1",
    tags=("b", "a"),
    facts=facts(
        description="A model",
        date=[{"value": "6 May 2024", "cite": "paper:12"}, {"value": "May 2024", "cite": ["paper:3-4", "paper p. 7"]}, {"value": "2023", "rank": "deprecated", "ground": "A typing mistake"}],
        organization="lab",
        technique="mla",
        modality=["text", "code"],
        open_weights="yes",
        license="MIT",
        paper="report",
        training_cost=[{"value": "5.58M", "qualifier": "about", "role": "final run"}],
        parent=[{"name": "Ex-0", "role": "finetune", "cite": "paper:5"}, {"value": "ex-1"}],
        link={"value": "https://example.org/ex-1", "role": "huggingface"},
    ),
    variants=(
        Variant(id="16b", name="16B-A2.8B", facts=facts(params={"value": "16B", "cite": "paper:12"}, active_params="2.8B")),
        Variant(id="1b", name="1.0B-A", facts=facts(active_params="1.0B", parent={"value": "ex-1", "role": "distill", "basis": "inferred", "ground": "Its name"})),
    ),
)  # fmt: skip
TECHNIQUE = Entity(kind=Kind.TECHNIQUE, id="mla", name="MLA", facts=facts(introduced_in="ex-1", category="attention"))
PUBLICATION = Entity(
    kind=Kind.PUBLICATION, id="report", name="Report", facts=facts(identifier={"value": "2401.00001", "role": "arxiv"})
)
EVENT = Entity(kind=Kind.EVENT, id="launch", name="Launch", facts=facts(about=["ex-1", "lab"], date="2024-05-06"))
DOSSIER = Dossier(about=ABOUT, entities=(SOURCE, LAB, PERSON, RELEASE, PUBLICATION, TECHNIQUE, EVENT))


@pytest.fixture
def conn() -> Iterator[Connection]:
    database = memory_database()
    with database.write("test") as connection:
        yield connection
    database.close()


@pytest.fixture
def stored(conn: Connection) -> Connection:
    assert list(check_references(DOSSIER)) == []
    store(conn, DOSSIER)
    return conn


def names(conn: Connection) -> dict[int, str]:
    return {row.id: row.slug for row in conn.execute(select(m.entity.c.id, m.entity.c.slug))}


def rows(conn: Connection, table: Any, *columns: str) -> list[tuple[Any, ...]]:
    """Rows as tuples, ids of entities as slugs."""
    slugs = names(conn)
    found = conn.execute(select(*(table.c[column] for column in columns)).order_by(*table.primary_key.columns)).all()
    owners = {column for column in columns if any(key.column is m.entity.c.id for key in table.c[column].foreign_keys)}
    return [
        tuple(
            slugs.get(value, value) if column in owners else value for column, value in zip(columns, row, strict=True)
        )
        for row in found
    ]


def everything(conn: Connection) -> dict[str, list[tuple[Any, ...]]]:
    kept = [table for table in m.metadata.sorted_tables if table.name not in {"edit", "change"}]
    return {
        table.name: [tuple(row) for row in conn.execute(select(table).order_by(*table.primary_key.columns))]
        for table in kept
    }


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


def test_folders_go_in_and_out_without_loss(stored: Connection, tmp_path: Path) -> None:
    write_folder(stored, tmp_path / "out")
    loaded = load(stored)
    assert read_dossier(tmp_path / "out") == loaded
    with memory_database() as database, database.write("import") as conn:
        for path in (tmp_path / "out", tmp_path / "out" / "dossier.yaml"):
            import_path(conn, path)
            assert load(conn) == loaded


@pytest.mark.parametrize(("name", "message"), [("none", "does not exist"), ("a.pdf", "is not of a known format")])
def test_what_cannot_be_imported(conn: Connection, tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(DossierError, match=message):
        import_path(conn, tmp_path / name)


def test_an_empty_database_is_an_empty_dossier(conn: Connection) -> None:
    assert load(conn).entities == ()


def expanded(dossier: Dossier) -> dict[str, Any]:
    """A dossier with a fact for each citation, so that it does not matter how citations were grouped."""

    def each(found: dict[str, tuple[Fact, ...]]) -> dict[str, list[Fact]]:
        return {
            key: [fact.model_copy(update={"cite": (cite,)}) for fact in values for cite in fact.cite or ("",)]
            for key, values in found.items()
        }

    return {
        entity.id: (entity.kind, entity.name, sorted(entity.tags), entity.lines, entity.sections, each(entity.facts), [(variant.id, variant.name, each(variant.facts)) for variant in entity.variants])
        for entity in dossier.entities
    }  # fmt: skip


def test_the_bundled_dossier_goes_in_and_out_without_loss(conn: Connection, tmp_path: Path) -> None:
    bundled = read_dossier(files("resources") / "dossiers" / "deepseek")
    store(conn, bundled)
    assert str(store(conn, bundled)) == f"left {len(bundled.entities)} as they were"
    write_folder(conn, tmp_path)
    again = read_dossier(tmp_path)
    assert again.about == bundled.about
    assert expanded(again) == expanded(bundled)
