"""Databases under several processes, failing disks and foreign permissions."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import select, text

from db import models as m
from db import schema
from db.changes import insert
from db.engine import DatabaseError, open_database
from tests.db.engine.sound_entity import ENTITY


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
def test_folder_that_cannot_be_written(good: bytes, mode: int, name: str, first: str, second: str):
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
