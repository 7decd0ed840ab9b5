"""Migrations: the same schema as the models, on SQLite and PostgreSQL; older databases survive them, or stay as they were."""

from __future__ import annotations

import io
import re
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, select

from db import migrate, models, schema, search
from db.changes import insert
from db.engine import DatabaseError, open_database

# What a database holds: at least a row of every table that edits write.
ADDED = datetime(2026, 1, 2)
ROWS = [
    (models.entity, {"id": 1, "slug": "v3", "kind": "release", "name": "DeepSeek-V3", "name_key": "deepseek-v3"}),
    (models.entity, {"id": 2, "slug": "lab", "kind": "organization", "name": "Lab", "name_key": "lab"}),
    (models.entity, {"id": 3, "slug": "liang", "kind": "person", "name": "Liang", "name_key": "liang"}),
    (models.entity, {"id": 4, "slug": "001", "kind": "source", "name": "Source", "name_key": "source"}),
    (models.entity, {"id": 5, "slug": "paper", "kind": "publication", "name": "Paper", "name_key": "paper"}),
    (models.release, {"id": 1, "params": 671_000_000_000, "open_weights": True}),
    (models.person, {"id": 3}),
    (models.source, {"id": 4, "lines": 900}),
    (models.publication, {"id": 5, "arxiv": "2412.19437"}),
    (models.section, {"source_id": 4, "first_line": 1, "title": "Introduction"}),
    (models.document, {"source_id": 4, "name": "a.txt", "sha256": "0" * 64, "added": ADDED, "text": "One\n"}),
    (models.variant, {"id": 1, "release_id": 1, "key": "671b", "name": "671B", "position": 0}),
    (models.alias, {"id": 1, "entity_id": 3, "text": "梁文锋", "key": "梁文锋", "role": "native"}),
    (models.term, {"entity_id": 1, "property": "modality", "value": "text"}),
    (models.link, {"id": 1, "entity_id": 1, "url": "https://example.org"}),
    (models.relation, {"subject_id": 1, "property": "organization", "object_id": 2}),
    (models.credit, {"id": 1, "person_id": 3, "target_id": 1}),
    (models.affiliation, {"id": 1, "person_id": 3, "organization_id": 2}),
    (
        models.derivation,
        {"id": 1, "child_id": 1, "parent_name": "V2", "relation": "successor", "basis": "stated"},
    ),
    (
        models.statement,
        {"id": 1, "entity_id": 1, "property": "date", "position": 0, "value": "2024-12", "rank": "normal",
         "basis": "stated", "source_id": 4, "variant_id": 1},
    ),
    (models.disagreement, {"id": 1, "entity_id": 1, "property": "date", "verdict": "refinement", "statements": [1]}),
    (models.dossier, {"slug": "deepseek", "title": "DeepSeek"}),
]  # fmt: skip

NEXT = '''
"""A later generation, as a test needs it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    with op.batch_alter_table("entity") as batch:  # rebuilds the table to which nearly all others refer
        batch.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
{more}
'''


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as db:
        return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in models.metadata.tables}


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


@pytest.fixture
def populated(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    with open_database(path) as database, database.write("Fill") as conn:
        for table, row in ROWS:
            insert(conn, table, [row])
        search.rebuild(conn)
    assert 0 not in counts(path).values()
    return path


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A function that makes this Labline one generation newer, with a migration that ends in these lines."""

    def make(more: str = "") -> None:
        folder = tmp_path / "migrations"
        (folder / "versions").mkdir(parents=True)
        for file in ("env.py", "script.py.mako", *(f"versions/{f.name}" for f in released())):
            (folder / file).write_bytes((migrate.MIGRATIONS / file).read_bytes())
        (folder / "versions" / "0003_next.py").write_text(NEXT.format(more=more), encoding="utf-8")
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "0003"))
        monkeypatch.setattr(schema, "GENERATION", 3)
        monkeypatch.setattr("db.database_file.GENERATION", 3)
        monkeypatch.setattr(schema, "_columns", lambda db: "")  # the models are those of generation 2

    return make


def released() -> list[Path]:
    return sorted((migrate.MIGRATIONS / "versions").glob("*.py"))


def described(db: sqlite3.Connection) -> dict[tuple[str, str], object]:
    """Each table and index as a set of definitions, whatever their order in the text."""
    objects = db.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'search%' AND sql IS NOT NULL")
    return {
        (type_, name): ({re.sub(r"\s+", " ", line.strip(" ,\t")) for line in sql.splitlines()},
                        db.execute("SELECT * FROM pragma_table_xinfo(?)", (name,)).fetchall())
        for type_, name, sql in objects
    }  # fmt: skip


def test_migrations_make_what_the_models_say():
    engines = [create_engine("sqlite://", isolation_level="AUTOCOMMIT") for _ in range(2)]
    with engines[0].connect() as migrated, engines[1].connect() as made:
        migrate.upgrade(migrated)
        schema.create(made)
        found, expected = (described(conn.connection.driver_connection) for conn in (migrated, made))
        assert found.keys() == expected.keys()
        for key, definition in expected.items():
            assert found[key] == definition, key
    for engine in engines:
        engine.dispose()


def test_generations_are_the_revisions_in_their_order():
    scripts = ScriptDirectory.from_config(migrate.configuration())
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == schema.REVISIONS
    assert scripts.get_heads() == [schema.REVISIONS[-1]]


def test_migrations_compile_for_postgresql():
    output = io.StringIO()
    config = migrate.configuration()
    config.output_buffer = output
    config.set_main_option("sqlalchemy.url", "postgresql+psycopg://host/labline")
    command.upgrade(config, "head", sql=True)
    sql = output.getvalue()
    for table in models.metadata.tables:
        assert re.search(rf'CREATE TABLE "?{table}"? \(', sql), table
    assert "BIGINT" in sql  # parameters of a model exceed 32 bits


def test_each_reference_has_an_index():
    """Without one, deleting a row reads the whole table that refers to it."""
    for table in models.metadata.sorted_tables:
        leading = {next(iter(index.columns)).name for index in table.indexes} | {next(iter(table.primary_key)).name}
        leading |= {next(iter(c.columns)).name for c in table.constraints if len(c.columns or ())}  # type: ignore[attr-defined]
        uncovered = {key.parent.name for key in table.foreign_keys} - leading
        assert not uncovered, f"{table.name}: {uncovered}"


def made_by(path: Path, generation: int) -> Path:
    """A database with rows as a Labline of this generation made it."""
    engine = create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        config = migrate.configuration()
        config.attributes["connection"] = conn
        command.upgrade(config, schema.REVISIONS[generation - 1])
        search.create(conn)
        there = set(inspect(conn).get_table_names())
        for table, row in ROWS:
            if table.name in there:
                conn.execute(table.insert(), [row])
        search.rebuild(conn)
        conn.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        conn.exec_driver_sql(f"PRAGMA user_version = {generation}")
    engine.dispose()
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("generation", range(1, len(schema.REVISIONS)))
def test_a_database_of_an_older_labline_opens_whole_and_leaves_a_backup(tmp_path: Path, generation: int):
    path = made_by(tmp_path / "old.db", generation)
    before = contents(path)
    with open_database(path) as database, database.read() as conn:
        assert not database.read_only
        assert 3 in found(conn, "梁文锋")
        assert conn.exec_driver_sql("SELECT count(*) FROM document").scalar() == 0
    assert {table: count for table, count in counts(path).items() if not count} == dict.fromkeys(
        ("document", "edit", "change"), 0
    )
    assert contents(path.with_name(f"old.db.schema-{generation}.backup")) == before


def test_a_populated_database_migrates(populated: Path, newer):
    before = counts(populated)
    with closing(sqlite3.connect(populated)) as db:
        old = db.execute("SELECT * FROM entity ORDER BY id").fetchall()
    newer()
    with open_database(populated) as database:
        assert not database.read_only
        with database.read() as conn:
            rows = conn.exec_driver_sql("SELECT * FROM entity ORDER BY id").all()
            assert 3 in found(conn, "梁文锋")
            assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        with database.write("After") as conn:
            assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert [tuple(row) for row in rows] == [(*row, "") for row in old]
    assert counts(populated) == before
    with closing(sqlite3.connect(populated)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (3,)
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]


def found(conn: Connection, word: str) -> list[int]:
    matches = search.matching(models.entity.c.id, [search.SearchTerm(word)])
    return list(conn.scalars(select(models.entity.c.id).where(matches)))


def test_backup_is_taken_whole_private_and_never_over_another(populated: Path, newer):
    before = contents(populated)
    taken = populated.with_name("old.db.schema-2.backup")
    taken.write_text("an older backup")
    newer()
    open_database(populated).close()
    backup = populated.with_name("old.db.schema-2-2.backup")
    assert taken.read_text() == "an older backup"
    assert contents(backup) == before
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert sorted(file.name for file in populated.parent.glob(".*")) == []


FAILURES = [
    ("an error in the middle", '    raise RuntimeError("half-way")', "half-way"),
    ("rows lost", '    op.execute("DELETE FROM alias")', "alias had 1 rows and would have 0"),
    ("a table lost", '    op.execute("DROP TABLE link")', "link had 1 rows and would have none"),
    (
        "a reference broken",
        '    op.execute("UPDATE statement SET source_id = 999")',
        "a row of statement names a missing row of entity",
    ),
    ("a trigger left behind", '    op.execute("CREATE TRIGGER t AFTER DELETE ON link BEGIN SELECT 1; END")', "trigger"),
]


@pytest.mark.parametrize(("more", "words"), [case[1:] for case in FAILURES], ids=[case[0] for case in FAILURES])
def test_failed_migration_leaves_the_database_as_it_was(populated: Path, newer, monkeypatch, more: str, words: str):
    before = contents(populated)
    newer(more)
    with pytest.raises(DatabaseError, match=re.escape(words)) as caught:
        open_database(populated)
    assert str(populated) in str(caught.value)
    assert contents(populated) == before
    monkeypatch.undo()
    with open_database(populated) as database:  # the lock is free, and the old Labline still works
        assert not database.read_only


def test_older_database_is_not_opened_for_reading_before_its_migration(populated: Path, newer):
    newer()
    with pytest.raises(DatabaseError, match="Open it once for writing"):
        open_database(populated, read_only=True)
