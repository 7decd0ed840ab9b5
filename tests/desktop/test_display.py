"""Starting without a display, and which versions are at work."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.display import missing_display

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")


def labline(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env=kept | environment
    )  # fmt: skip


@linux
@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":7654"}, "the display :7654 cannot be opened"),
        ({"QT_QPA_PLATFORM": "xcb"}, "there is no display"),
    ],
)
def test_without_a_display_it_says_so_and_ends(environment, said):
    done = labline(**environment)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first.startswith(f"labline: {said}")
    assert "graphical session" in second


@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_other_platforms_are_left_to_qt(environment):
    assert missing_display(environment) == ""


def test_versions_are_printed_without_a_display():
    done = labline("--version")
    assert done.returncode == 0, done.stderr
    own, python, qt, sqlite = done.stdout.splitlines()
    assert own.startswith("Labline ")
    assert python == f"Python {platform.python_version()}"
    assert qt.startswith("Qt 6.")
    assert sqlite == f"SQLite {sqlite3.sqlite_version}"


def test_about_shows_the_same(program, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or QMessageBox.StandardButton.Ok)
    next(action for action in program.window.actions() if action.objectName() == "help.about").trigger()
    assert f"SQLite {sqlite3.sqlite_version}" in said[0]
