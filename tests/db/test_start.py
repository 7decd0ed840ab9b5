"""The first start fills the database from the bundled dossier; a failure leaves no half-made file."""

from __future__ import annotations

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
