"""What happens before the first paint: little, so that the window opens about as fast as an empty one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROBE = """
import json, os, sys
class AtWindow:
    def find_spec(name, path=None, target=None):
        if name == "desktop.main_window":
            from PySide6.QtWidgets import QApplication
            run = QApplication.exec
            def probed(*app):
                watch(next(window for window in QApplication.topLevelWidgets() if window.isVisible()))
                return run()
            QApplication.exec = probed
def watch(window):
    from PySide6.QtCore import QEvent, QObject
    class Probe(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                tell()
            return False
    window.probe = Probe()
    window.installEventFilter(window.probe)
def tell():
    import builtins, gc
    from PySide6.QtWidgets import QApplication
    app = QApplication.instance()
    seen = {
        "modules": sorted(sys.modules), "sheet": bool(app.styleSheet()), "collects": gc.isenabled(),
        "hooked": "feature" in repr(builtins.__import__),
    }
    app.setStyleSheet("")  # which is a style of its own around the other
    seen["style"] = app.style().name()
    print(json.dumps(seen), flush=True)
    os._exit(0)
sys.meta_path.insert(0, AtWindow)
import desktop.__main__
sys.exit(desktop.__main__.main(sys.argv[1:]))
"""
OURS = {
    "db", "db.__main__", "db.texts", "resources",
    "desktop", "desktop.__main__", "desktop.actions", "desktop.arrangements", "desktop.collector", "desktop.commands",
    "desktop.copy_links", "desktop.display", "desktop.faults", "desktop.icons", "desktop.kept_places",
    "desktop.language", "desktop.main_window", "desktop.painting", "desktop.panels", "desktop.perspectives",
    "desktop.program", "desktop.settings", "desktop.start_message", "desktop.state", "desktop.tab_order",
    "desktop.theme", "desktop.top_bar", "desktop.views", "desktop.views.filter_bar", "desktop.widgets",
    "desktop.widgets.curtain", "desktop.widgets.empty_state", "desktop.widgets.place", "desktop.widgets.plain",
    "desktop.widgets.query_edit", "desktop.widgets.status_line", "desktop.window_status",
}  # fmt: skip
"""What the empty shell is made of. Anything else is imported after the first paint: views where they are built, the rest
where it is used."""
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}
LATE = {"sqlalchemy", "numpy", "pydantic", "lark", "yaml", "markdown_it", "alembic", "xlsxwriter"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is there when the window is painted for the first time."""
    home = tmp_path_factory.mktemp("home")
    places = {name: str(home / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(home / "some.db")],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"},
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_only_the_shell_is_imported(seen: dict[str, Any]) -> None:
    """A module more is a cost of each start: see OURS before adding to it."""
    ours = {name for name in seen["modules"] if name.partition(".")[0] in ("db", "desktop", "resources")}
    assert not ours - OURS
    assert {name for name in seen["modules"] if name.startswith("PySide6.Qt")} <= QT
    assert not LATE & {name.partition(".")[0] for name in seen["modules"]}


def test_the_shell_is_styled_and_nothing_slows_it(seen: dict[str, Any]) -> None:
    assert seen["style"] == "fusion"
    assert seen["sheet"]
    assert not seen["collects"]
    assert not seen["hooked"]
