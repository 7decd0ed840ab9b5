"""Opening a database: what is refused, untouched; what is made, privately; how it is read and written."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from db import database_file, schema
from db import models as m
from db.changes import insert, update
from db.engine import Database, DatabaseError, Interrupted, default_path, memory_database, open_database

ENTITY = {"slug": "v3", "kind": "release", "name": "V3", "name_key": "v3"}


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound database with some contents, as one file."""
    path = tmp_path_factory.mktemp("good") / "good.db"
    with open_database(path) as database, database.write("Fill") as conn:
        insert(conn, m.entity, [{**ENTITY, "slug": f"s{number}"} for number in range(500)])
    assert not database_file.sidecar(path, "-wal").exists()
    return path.read_bytes()


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
    ("of another revision", sql("UPDATE alembic_version SET version_num='beef'"), "is marked as beef, not 0001"),
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


def test_mode_of_an_older_file_becomes_private(tmp_path: Path, good: bytes):
    path = tmp_path / "wide.db"
    path.write_bytes(good)
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


def test_large_database_is_looked_at_in_part(tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "large.db"
    path.write_bytes(scribbled(good))
    monkeypatch.setattr(database_file, "CHECKED_WHOLE", 0)
    with open_database(path) as database, pytest.raises(DatabaseError, match="is damaged"), database.read() as conn:
        for table in m.metadata.sorted_tables:  # what the look left out, SQLite finds as it reads
            conn.execute(select(table)).all()
            for index in table.indexes:
                conn.execute(text(f"SELECT * FROM {table.name} INDEXED BY {index.name} ORDER BY 2")).all()


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


def test_full_disk_leaves_everything_as_it_was(tmp_path: Path):
    path = tmp_path / "a.db"
    with open_database(path) as database:
        with database.write("Edit") as conn:
            insert(conn, m.entity, [ENTITY])
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        with pytest.raises(DatabaseError, match=r"the disk is full .* Free some space"), database.write("Big") as conn:
            conn.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")
            insert(conn, m.entity, [{**ENTITY, "slug": f"s{number}"} for number in range(5000)])
        with database.read() as conn:
            assert conn.scalars(select(m.entity.c.slug)).all() == ["v3"]
            assert conn.scalars(select(m.edit.c.label)).all() == ["Edit"]
    with open_database(path) as database, database.read() as conn:
        assert conn.scalar(text("PRAGMA integrity_check")) == "ok"


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    root = Path(schema.__file__).parent.parent
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=root)


LIMITED = """
import resource, sys
from pathlib import Path
from db import models as m
from db.changes import insert
from db.engine import DatabaseError, open_database
rows = [{"slug": f"t{n}", "kind": "release", "name": "V3", "name_key": "v3"} for n in range(5000)]
if sys.argv[2] == "make":
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
    try:
        open_database(Path(sys.argv[1]))
    except DatabaseError as error:
        print(error)
    sys.exit()
with open_database(Path(sys.argv[1])) as database:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        with database.write("Big") as conn:
            insert(conn, m.entity, rows)
    except DatabaseError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX's")
def test_failing_disk_leaves_everything_as_it_was(tmp_path: Path, good: bytes):
    path = tmp_path / "a.db"
    path.write_bytes(good)
    done = run(LIMITED, path, "write")
    assert (done.returncode, done.stderr) == (0, "")
    assert "the disk cannot be read or written" in done.stdout
    with open_database(path) as database, database.read() as conn:
        assert len(conn.execute(select(m.entity.c.id)).all()) == 500
        assert conn.scalar(text("PRAGMA integrity_check")) == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX's")
def test_database_is_made_whole_or_not_at_all(tmp_path: Path):
    done = run(LIMITED, tmp_path / "a.db", "make")
    assert "it could not be made" in done.stdout
    assert done.stderr == ""
    assert [file.name for file in tmp_path.iterdir()] == ["a.db.lock"]


COUNTING = """
import sys, time
from pathlib import Path
from sqlalchemy import select
from db import models as m
from db.changes import update
from db.engine import open_database
added = waited = 0
while added < 10:
    with open_database(Path(sys.argv[1])) as database:
        if database.read_only:
            waited += 1
            time.sleep(0.01)
            continue
        with database.write("Count") as conn:
            number = conn.scalar(select(m.entity.c.sources).where(m.entity.c.id == 1))
            time.sleep(0.005)
            update(conn, m.entity, 1, {"sources": number + 1})
            added += 1
"""


def test_processes_lose_no_update(tmp_path: Path, good: bytes):
    path = tmp_path / "a.db"
    path.write_bytes(good)
    root = Path(schema.__file__).parent.parent
    command = [sys.executable, "-c", COUNTING, str(path)]
    processes = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=120)[1] for process in processes] == [""] * 3
    with open_database(path) as database, database.read() as conn:
        assert conn.scalar(select(m.entity.c.sources).where(m.entity.c.id == 1)) == 30


def test_second_process_reads_while_the_first_lives(tmp_path: Path):
    code = (
        "import sys; from pathlib import Path; from db.engine import open_database\n"
        "with open_database(Path(sys.argv[1])) as d: print(d.read_only, d.read_only_reason)"
    )
    with open_database(tmp_path / "a.db"):
        assert run(code, tmp_path / "a.db").stdout.startswith("True Another window")
    assert run(code, tmp_path / "a.db").stdout.startswith("False")


FORBIDDEN = """
import os, sys
from pathlib import Path
import filelock, platformdirs, db.search, db.engine
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
for read_only in (False, True):
    try:
        with db.engine.open_database(Path(sys.argv[1]), read_only=read_only) as database, database.read() as conn:
            print(database.read_only, conn.exec_driver_sql("SELECT count(*) FROM entity").scalar())
    except db.engine.DatabaseError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
@pytest.mark.parametrize(
    ("mode", "name", "first", "second"),
    [
        (0o644, "a.db", "you may not write in the folder", "True 500"),
        (0o000, "a.db", "you may not read it", "you may not read it"),
        (0o644, "new.db", "you may not write in the folder", "there is no such file"),
    ],
    ids=["to read", "nothing", "no file"],
)
def test_folder_that_cannot_be_written(good: bytes, mode: int, name: str, first: str, second: str, tmp_path_factory):
    import tempfile

    folder = Path(tempfile.mkdtemp())  # pytest's own are closed to others
    try:
        (folder / "a.db").write_bytes(good)
        (folder / "a.db").chmod(mode)
        folder.chmod(0o555)
        before = {file.name for file in folder.iterdir()}
        done = run(FORBIDDEN, folder / name)
        assert done.stderr == ""
        lines = done.stdout.splitlines()
        assert first in lines[0]
        assert second in lines[1]
        assert {file.name for file in folder.iterdir()} == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_opening_imports_nothing_slow(tmp_path: Path):
    open_database(tmp_path / "a.db").close()
    code = (
        "import sys; import db.engine; slow = {'alembic', 'pydantic', 'filelock', 'platformdirs', 'PySide6', 'numpy'}\n"
        "assert not slow & set(sys.modules), slow & set(sys.modules)\n"
        "from pathlib import Path; db.engine.open_database(Path(sys.argv[1])).close()\n"
        "assert 'alembic' not in sys.modules and 'pydantic' not in sys.modules"
    )
    assert run(code, tmp_path / "a.db").stderr == ""


def test_opening_is_quick(tmp_path: Path, good: bytes):
    path = tmp_path / "a.db"
    path.write_bytes(good)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        open_database(path).close()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.05, taken
