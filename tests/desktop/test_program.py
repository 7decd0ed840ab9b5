"""The program around its window: which database is shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from db.engine import open_database
from db.filters import parse


def test_a_database_that_comes_while_another_is_shown_replaces_it(qtbot, program, lab_file, tmp_path):
    built = []
    facets = program.window.show_panel
    program.window.show_panel = lambda name, view: (built.append(name), facets(name, view))
    first, second = (open_database(Path(shutil.copy(lab_file, tmp_path / name))) for name in ("one.db", "two.db"))
    program._show(first)
    program._show(second)
    qtbot.waitUntil(lambda: program.context.runner.database is second)
    assert built == [
        "facets_dock", "inspector_dock", "timeline_dock", "charts_dock", "people_dock", "lineage_dock", "sources_dock",
        "disagreements_dock",
    ]  # fmt: skip
    assert program.window.windowTitle().startswith("two.db")


def test_a_word_that_finds_nothing_is_offered_in_inner_quotes(program, settle):
    program.context.filters.set(parse("zzqqzz"))
    settle()
    ways = [button.text() for button in program.context.releases.findChildren(QAbstractButton)]
    assert "Drop “contains ‘zzqqzz’”: 5" in ways
