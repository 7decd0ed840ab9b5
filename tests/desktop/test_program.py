"""The program around its window: which database is shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from db.engine import open_database
from db.filters import parse


def test_a_database_that_comes_while_another_is_shown_replaces_it(qtbot, program, lab_file, tmp_path):
    built = []
    hold = program.window.panels.hold
    program.window.panels.hold = lambda name, view: (built.append(name), hold(name, view))
    first, second = (open_database(Path(shutil.copy(lab_file, tmp_path / name))) for name in ("one.db", "two.db"))
    program._show(first)
    program._show(second)
    qtbot.waitUntil(lambda: program.context.runner.database is second)
    assert built == ["releases_dock", "facets_dock", "inspector_dock", "timeline_dock"]
    assert program.window.windowTitle().startswith("two.db")


@pytest.mark.parametrize(
    ("panel", "view"),
    [("people_dock", "people"), ("charts_dock", "charts"), ("lineage_dock", "lineage"), ("sources_dock", "sources"),
     ("disagreements_dock", "disagreements")],
)  # fmt: skip
def test_a_view_is_made_when_its_panel_is_seen_and_no_window_flashes(qtbot, program, settle, panel, view):
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched.objectName())
            return False

    watch = Watch()
    assert panel not in program.window.panels.filled()
    QApplication.instance().installEventFilter(watch)
    program.window.panels.bring(panel)
    qtbot.waitUntil(lambda: panel in program.window.panels.filled())
    settle()
    QApplication.instance().removeEventFilter(watch)
    made = getattr(program.context, view)
    assert made.isVisible()
    assert made in program.context.views()
    assert made.isAncestorOf(QApplication.focusWidget())
    assert shown == []
    assert program.window.isActiveWindow()


def test_a_word_that_finds_nothing_is_offered_in_inner_quotes(program, settle):
    program.context.filters.set(parse("zzqqzz"))
    settle()
    ways = [button.text() for button in program.context.releases.findChildren(QAbstractButton)]
    assert "Drop “contains ‘zzqqzz’”: 5" in ways


def test_windows_have_the_program_s_icon_once_they_are_shown(program, settle):
    settle()
    icon = QApplication.windowIcon()
    for edge in (16, 64):
        picture = icon.pixmap(edge, edge).toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(edge) for y in range(edge)}
        assert {"#6cb6f0", "#f29355"} <= colours, f"{edge} pixels: {len(colours)} colours"
