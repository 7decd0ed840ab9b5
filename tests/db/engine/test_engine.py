"""Opening a database: what is made, privately, and how it is read and written."""

from __future__ import annotations

import os
import shutil
import stat
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from db import database_file, schema
from db import models as m
from db.changes import insert, update
from db.engine import Database, DatabaseError, Interrupted, default_path, memory_database, open_database
from tests.db.engine.sound_entity import ENTITY

NAMES = [
    "plain.db",
    "with space.db",
    "q?mode=memory.db",
    "a#b.db",
    "100%41.db",
    "-v.db",
    "数据库.db",
    "é'\";.db",
    ":memory:",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        with open_database(Path(name)) as database, database.write("Edit") as conn:
            insert(conn, m.entity, [{**ENTITY, "slug": str(time.monotonic_ns())}])
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([name, f"{name}.lock"])
    with open_database(Path(name), read_only=True) as database, database.read() as conn:
        assert len(conn.execute(select(m.entity.c.id)).all()) == 2


def test_link_leads_to_the_lock_of_its_target(tmp_path: Path):
    link = tmp_path / "link.db"
    with open_database(tmp_path / "real.db"):
        link.symlink_to("real.db")
        with open_database(link) as second:
            assert second.read_only
    with open_database(link) as database:
        assert database.path == tmp_path / "real.db"
        assert not database.read_only
    assert link.is_symlink()


def test_files_are_private_from_the_beginning(tmp_path: Path):
    old = os.umask(0)
    try:
        with open_database(tmp_path / "new.db") as database:
            with database.write("Edit") as conn:
                insert(conn, m.entity, [ENTITY])
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(old)
    assert modes == dict.fromkeys(["new.db", "new.db-shm", "new.db-wal", "new.db.lock"], 0o600)


def test_mode_of_an_older_file_becomes_private(tmp_path: Path):
    path = tmp_path / "wide.db"
    open_database(path).close()
    path.chmod(0o664)
    open_database(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_default_place_is_made(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = default_path()
    assert path == tmp_path / "data" / "labline" / "labline.db"
    open_database(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


PRAGMAS = {"foreign_keys": 1, "journal_mode": "wal", "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0,
           "busy_timeout": 5000, "application_id": 0x4C61626C, "user_version": schema.GENERATION}  # fmt: skip


def test_connections_are_guarded(tmp_path: Path):
    with open_database(tmp_path / "new.db") as database:
        for context, more in ((database.read(), {"query_only": 1}), (database.write("Edit"), {"synchronous": 2})):
            with context as conn:
                found = {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS | more}
                assert found == PRAGMAS | more
        with pytest.raises(DatabaseError, match="cannot be written"), database.read() as conn:
            conn.exec_driver_sql("DELETE FROM entity")


def test_leftovers_of_a_crash_are_taken_up(tmp_path: Path):
    """Committed, but still in the -wal file when the process died."""
    crashed = tmp_path / "copy" / "a.db"
    crashed.parent.mkdir()
    with open_database(tmp_path / "a.db") as database:
        with database.write("Edit") as conn:
            insert(conn, m.entity, [ENTITY])
        for ending in ("", "-wal"):
            shutil.copy(database_file.sidecar(tmp_path / "a.db", ending), database_file.sidecar(crashed, ending))
    before = crashed.read_bytes()
    with open_database(crashed, read_only=True) as database, database.read() as conn:
        assert conn.scalar(select(m.entity.c.slug)) == "v3"
    assert crashed.read_bytes() == before
    with open_database(crashed) as database, database.read() as conn:
        assert conn.scalar(select(m.entity.c.slug)) == "v3"


def test_second_opening_reads_what_the_first_writes(tmp_path: Path):
    path = tmp_path / "a.db"
    with open_database(path) as first, open_database(path) as second:
        assert (first.read_only, first.read_only_reason) == (False, "")
        assert second.read_only
        assert "Another window" in second.read_only_reason
        with pytest.raises(DatabaseError, match="Another window"), second.write("Edit"):
            pass
        with first.write("Edit") as conn:
            insert(conn, m.entity, [ENTITY])
        with second.read() as conn:
            assert conn.scalar(select(m.entity.c.slug)) == "v3"
    with open_database(path) as third:
        assert not third.read_only


def test_reader_keeps_its_snapshot(tmp_path: Path):
    with open_database(tmp_path / "a.db") as database, database.read() as reader:
        query = select(m.entity.c.name)
        assert reader.execute(query).all() == []
        with database.write("Edit") as conn:
            insert(conn, m.entity, [ENTITY])
        assert reader.execute(query).all() == []
        with database.read() as other:
            assert other.scalars(query).all() == ["V3"]


def test_threads_lose_no_update(tmp_path: Path):
    with open_database(tmp_path / "a.db") as database:
        with database.write("Edit") as conn:
            insert(conn, m.entity, [ENTITY])

        def count() -> None:
            for _ in range(20):
                with database.write("Count") as conn:
                    number = conn.scalar(select(m.entity.c.sources)) or 0
                    update(conn, m.entity, 1, {"sources": number + 1})

        threads = [threading.Thread(target=count) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with database.read() as conn:
            assert conn.scalar(select(m.entity.c.sources)) == 80


FOREVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_running_query_can_be_stopped(tmp_path: Path):
    with open_database(tmp_path / "a.db") as database:
        with database.read() as bystander:
            timer = threading.Timer(0.1, database.interrupt)
            timer.start()
            with pytest.raises(Interrupted, match="the query was stopped"), database.read() as conn:
                conn.execute(text(FOREVER))
            timer.join()
            database.interrupt(bystander)  # nothing runs there: no harm
            assert bystander.scalar(text("SELECT 1")) == 1
        with database.read() as conn:
            assert conn.scalar(text("SELECT 1")) == 1


def test_closing_stops_readers_and_is_final(tmp_path: Path):
    database = open_database(tmp_path / "a.db")
    stopped: list[BaseException] = []

    def read() -> None:
        try:
            with database.read() as conn:
                started.set()
                conn.execute(text(FOREVER))
        except DatabaseError as error:
            stopped.append(error)

    started = threading.Event()
    thread = threading.Thread(target=read)
    thread.start()
    started.wait()
    time.sleep(0.1)
    database.close()
    database.close()
    thread.join()
    assert [type(error) for error in stopped] == [Interrupted]
    for context in (database.read(), database.write("Edit")):
        with pytest.raises(DatabaseError, match="is closed"), context:
            pass
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.db", "a.db.lock"]


@pytest.mark.parametrize("make", [memory_database, None], ids=["memory", "file"])
def test_writing_inside_writing_is_an_error_not_a_standstill(tmp_path: Path, make):
    database: Database = make() if make else open_database(tmp_path / "a.db")
    with database, database.write("Outer"), pytest.raises(RuntimeError, match="writing already"), database.write("In"):
        pass


def test_mistakes_stay_what_they_are(tmp_path: Path):
    with open_database(tmp_path / "a.db") as database:
        with pytest.raises(IntegrityError), database.write("Edit") as conn:
            insert(conn, m.entity, [{**ENTITY, "kind": "planet"}])
        with pytest.raises(OperationalError, match="no such table"), database.read() as conn:
            conn.execute(text("SELECT * FROM nowhere"))


def test_opening_is_quick(tmp_path: Path):
    path = tmp_path / "a.db"
    with open_database(path) as database, database.write("Fill") as conn:
        insert(conn, m.entity, [{**ENTITY, "slug": f"s{number}"} for number in range(10_000)])
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        open_database(path).close()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.05, taken
