"""Dossiers from their folders into the database and back: nothing is lost."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from db.dossier import Dossier, Fact
from db.dossier_files import DossierError, read_dossier
from db.engine import memory_database
from db.exporters.dossier import write_folder
from db.importers import import_path
from db.store import load, store


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
