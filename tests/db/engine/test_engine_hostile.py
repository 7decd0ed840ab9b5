"""What is no sound database of ours is refused, with the reason, and not a byte is changed."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from db import database_file, schema
from db import models as m
from db.engine import DatabaseError, open_database


def sql(*statements: str) -> Callable[[bytes], bytes]:
    """The good database after these statements."""

    def changed(good: bytes) -> bytes:
        db = sqlite3.connect(":memory:")
        with closing(db):
            db.deserialize(good[:18] + b"\x01\x01" + good[20:])  # deserialize knows no WAL
            for statement in statements:
                db.execute("PRAGMA writable_schema=ON")
                db.execute(statement)
            db.commit()
            return db.serialize()

    return changed


def foreign(_good: bytes) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE entity (id)")
        return db.serialize()


def scribbled(good: bytes) -> bytes:
    """Pages towards the end overwritten, header and size as they were."""
    page = int.from_bytes(good[16:18], "big")
    return good[: -9 * page] + b"\xab" * page * 8 + good[-page:]


# name, bytes from the good ones, words that the message holds
HOSTILE: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("empty", lambda good: b"", "is empty (0 bytes)"),
    ("a text", lambda good: b"name,date\nV3,2024-12\n" * 100, "is not a database"),
    ("one byte", lambda good: b"S", "is not a database"),
    ("zeros", lambda good: bytes(8192), "is not a database"),
    ("a header cut short", lambda good: good[:50], "is cut short"),
    ("a header alone", lambda good: good[:100], "its end is missing"),
    ("half of it", lambda good: good[: len(good) // 2], "its end is missing"),
    ("a page too short", lambda good: good[:-4096], "its end is missing"),
    ("overwritten in part", scribbled, "is damaged"),
    ("an impossible page size", lambda good: good[:16] + b"\x00\x07" + good[18:], "is damaged"),
    ("another program's", foreign, "is the database of another program"),
    ("an unmarked one", sql("PRAGMA application_id=0"), "is the database of another program"),
    ("newer", sql(f"PRAGMA user_version={schema.GENERATION + 1}"), "a newer Labline made it"),
    ("unfinished", sql("PRAGMA user_version=0"), "is not marked as a finished database"),
    ("of a negative generation", sql("PRAGMA user_version=-1"), "is not marked as a finished database"),
    ("without a table", sql("DROP TABLE link"), "its table “link” is missing"),
    ("without the search index", sql("DROP TABLE search"), "its table “search” is missing"),
    ("without a column", sql("ALTER TABLE link DROP COLUMN role"), "“role” of its table “link” is missing"),
    ("with a column more", sql("ALTER TABLE link ADD COLUMN x"), "“x” of its table “link” is unknown"),
    ("with a hidden column more", sql("ALTER TABLE link ADD COLUMN x AS (id)"), "“x” of its table “link” is unknown"),
    ("with a trigger", sql("CREATE TRIGGER t AFTER INSERT ON edit BEGIN DELETE FROM entity; END"), "holds a trigger"),
    ("with a view", sql("CREATE VIEW v AS SELECT 1"), "holds a view"),
    ("with a view for a table", sql("DROP TABLE link", "CREATE VIEW link AS SELECT 1"), "holds a view"),
    ("with a virtual table", sql("CREATE VIRTUAL TABLE v USING fts5(a)"), "holds a virtual table"),
    ("of another revision", sql("UPDATE alembic_version SET version_num='beef'"), "is marked as beef, not 0002"),
    ("with a broken schema", sql("UPDATE sqlite_master SET sql='CREATE nonsense' WHERE name='link'"), "is damaged"),
]  # fmt: skip


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_mode)
        for file in sorted(folder.iterdir())
    }


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("make", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_file_is_refused_and_left_as_it_is(tmp_path: Path, good: bytes, make, words: str, read_only: bool):
    path = tmp_path / "hostile.db"
    path.write_bytes(make(good))
    path.chmod(0o644)
    before = snapshot(tmp_path)
    with pytest.raises(DatabaseError, match=re.escape(words)) as caught:
        open_database(path, read_only=read_only)
    assert snapshot(tmp_path) == before
    assert str(caught.value).startswith(f"{path} cannot be opened: ")
    assert str(caught.value).endswith(".")


def test_hostile_cases_differ_from_the_good_one_in_what_they_say_alone(tmp_path: Path, good: bytes):
    path = tmp_path / "same.db"
    path.write_bytes(sql("SELECT 1")(good))
    open_database(path).close()


PLACES: list[tuple[str, Callable[[Path], object], str]] = [
    ("a folder", lambda path: path.mkdir(), "it is a folder"),
    ("a pipe", os.mkfifo, "not a file"),
    ("a link to nowhere", lambda path: path.symlink_to("nowhere.db"), "it is a link to nowhere.db, which is not there"),
    ("a link to itself", lambda path: path.symlink_to(path), "is a link to"),
    ("a half-done change", lambda path: (path.write_bytes(b"SQLite format 3\0" + bytes(52) + b"Labl" + bytes(28)),
        path.with_name(path.name + "-journal").write_bytes(bytes.fromhex("d9d505f920a163d7"))), "half-done"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "words"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_what_is_no_database_file_is_refused(tmp_path: Path, make, words: str):
    path = tmp_path / "odd.db"
    make(path)
    with pytest.raises(DatabaseError, match=words):
        open_database(path)
    assert {file.name for file in tmp_path.iterdir()} <= {"odd.db", "odd.db-journal"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/new.db", "the folder .*missing does not exist"),
        ("file/new.db", "not a directory"),
        ("n" * 300, "File name too long"),
        ("nul\0byte.db", "its name leads to no file"),
    ],
)
def test_impossible_path_is_refused(tmp_path: Path, name: str, words: str):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseError, match=words):
        open_database(tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_missing_file_is_not_made_for_reading(tmp_path: Path):
    with pytest.raises(DatabaseError, match="there is no such file"):
        open_database(tmp_path / "new.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_large_database_is_looked_at_in_part(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "large.db"
    path.write_bytes(scribbled(good))
    monkeypatch.setattr(database_file, "CHECKED_WHOLE", 0)
    with open_database(path) as database, pytest.raises(DatabaseError, match="is damaged"), database.read() as conn:
        for table in m.metadata.sorted_tables:  # what the look left out, SQLite finds as it reads
            conn.execute(select(table)).all()
            for index in table.indexes:
                conn.execute(text(f"SELECT * FROM {table.name} INDEXED BY {index.name} ORDER BY 2")).all()
