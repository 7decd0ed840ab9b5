"""The first start fills the database from the bundled dossier; a failure leaves no half-made file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db import models as m
from db import start
from db.dossier_files import DossierError
from db.engine import open_database


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dossier in the place of the bundled one."""
    folder = tmp_path / "dossiers" / start.BUNDLED
    folder.mkdir(parents=True)
    (folder / "dossier.yaml").write_text("id: ex\ntitle: Example\n")
    (folder / "releases.yaml").write_text("- {id: ex-1, name: Ex-1}\n")
    monkeypatch.setattr(start, "files", lambda package: tmp_path)
    return folder


def test_a_new_database_is_filled_once(bundled: Path, tmp_path: Path) -> None:
    for _ in range(2):
        with start.open_or_create(tmp_path / "a.db") as database, database.read() as conn:
            assert conn.scalars(select(m.entity.c.slug)).all() == ["ex-1"]
            assert conn.scalars(select(m.edit.c.label)).all() == [start.LABEL]


def test_an_emptied_database_stays_empty(bundled: Path, tmp_path: Path) -> None:
    with start.open_or_create(tmp_path / "a.db") as database, database.write("empty it") as conn:
        conn.execute(m.entity.delete())
    with start.open_or_create(tmp_path / "a.db") as database, database.read() as conn:
        assert conn.scalar(select(func.count()).select_from(m.entity)) == 0


def test_a_first_start_that_was_ended_early_is_made_good(bundled: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "a.db").close()
    with start.open_or_create(tmp_path / "a.db") as database, database.read() as conn:
        assert conn.scalars(select(m.entity.c.slug)).all() == ["ex-1"]


def test_a_dossier_that_cannot_be_read_leaves_nothing(bundled: Path, tmp_path: Path) -> None:
    (bundled / "releases.yaml").write_text("- {id: ex-1}\n")
    with pytest.raises(DossierError, match="ex-1 › name: is missing"):
        start.open_or_create(tmp_path / "a.db")
    assert not list(tmp_path.glob("a.db*"))


def test_the_bundled_dossier_loads(tmp_path: Path) -> None:
    with start.open_or_create(tmp_path / "a.db") as database, database.read() as conn:
        assert conn.scalar(select(func.count()).select_from(m.release))
        assert conn.scalars(select(m.edit.c.label)).all() == [start.LABEL]


UNPRIVILEGED = """
import os, sys, tempfile
from pathlib import Path
import db.start
with tempfile.TemporaryDirectory() as folder:  # Python itself may lie where only root can read what is imported late
    db.start.open_or_create(Path(folder) / "a.db").close()
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    with getattr(db.start, sys.argv[1])(Path(sys.argv[2])) as database, database.read() as conn:
        print(database.read_only, database.read_only_reason, database.path)
        print(conn.exec_driver_sql("SELECT count(*) FROM release").scalar())
except db.engine.DatabaseError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
@pytest.mark.parametrize(
    ("opening", "there", "mode", "reason", "elsewhere"),
    [
        ("open_own", True, 0o555, start.READ, False),
        ("open_own", False, 0o555, start.COPY, True),
        ("open_own", False, 0o000, start.COPY, True),
        ("open_own", False, 0o755, start.COPY, True),  # of somebody else
        ("open_to_see", True, 0o555, start.READ, False),
    ],
)
def test_where_nothing_can_be_written_there_is_something_to_read(opening, there, mode, reason, elsewhere):
    folder = Path(tempfile.mkdtemp(prefix="a home 家 "))  # pytest's own are closed to others
    own = folder / "labline.db"
    if there:
        start.open_or_create(own).close()
        own.chmod(0o644)
    before = sorted(folder.iterdir())
    folder.chmod(mode)
    if os.geteuid() != 0 and mode == 0o755:
        pytest.skip("only root can make what is somebody else's")
    try:
        done = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, opening, str(own)],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    finally:
        folder.chmod(0o755)
    assert done.stderr == ""
    said, count = done.stdout.splitlines()
    assert said.startswith(f"True {reason} ")
    path = Path(said.removeprefix(f"True {reason} "))
    assert int(count) > 30
    assert (path != own) is elsewhere
    assert path.exists() is not elsewhere  # the copy is gone with the process
    assert sorted(folder.iterdir()) == before
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_another_file_is_never_replaced_by_a_copy():
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, "open_to_see", str(folder / "new.db")],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    folder.rmdir()
    assert "you may not write in the folder" in done.stdout
