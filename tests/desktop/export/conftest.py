"""An export dialog over a few releases, with what it reads and where it writes."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import insert

from db import models as m
from db.engine import open_database
from db.filters import FilterSpec, parse
from db.kinds import Kind
from desktop.export.job import View
from desktop.settings import Settings
from desktop.tasks import QueryRunner
from desktop.views.export_dialog import ExportDialog
from tests.desktop.export.export_use import SHOWN

NAMES = ["-V2", "Coder", "LLM", "R1", "V3", "VL"]


def fill(database) -> None:
    day = datetime.date(2024, 1, 1)
    span = {"date_text": "2024-01", "date_edtf": "2024-01", "date_earliest": day, "date_precision": "month"}
    span |= {"date_latest": datetime.date(2024, 1, 31), "date_qualifier": ""}
    with database.write("test") as conn:
        entities = [
            {"id": at, "slug": f"r{at}", "kind": "release", "name": name, "name_key": name.casefold()} | span
            for at, name in enumerate(NAMES, 1)
        ]
        conn.execute(insert(m.entity), entities)
        releases = [{"id": at, "params": at * 10**9, "open_weights": at % 2 == 0} for at in range(1, len(NAMES) + 1)]
        conn.execute(insert(m.release), releases)
        sizes = [
            {"release_id": row["id"], "key": "x", "name": "x", "position": 0, "params": row["params"]}
            for row in releases
        ]
        conn.execute(insert(m.variant), sizes)


@pytest.fixture
def database(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    with open_database(folder / "labline.db") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def runner(database, qapp):
    runner = QueryRunner(database)
    yield runner
    runner.close()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "labline.ini")


@pytest.fixture
def folder(tmp_path, settings):
    path = tmp_path / "out"
    path.mkdir()
    settings.write("export/folder", str(path))
    return path


@pytest.fixture
def opened(qtbot, runner, settings, folder):
    """Opens a dialog and waits for its counts and its preview."""
    kept = []  # a dialog without a parent would end with its last reference, before its own children's events do

    def open_(query="", selected=()) -> ExportDialog:
        view = View(Kind.RELEASE, parse(query) if query else FilterSpec(), frozenset(selected), SHOWN)
        dialog = ExportDialog(runner, settings, view)
        qtbot.addWidget(dialog)
        kept.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not runner.is_busy())
        return dialog

    yield open_
