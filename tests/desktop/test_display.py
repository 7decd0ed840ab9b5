"""Starting without a display, and which versions are at work."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys

import pytest

from desktop.display import missing_display
from desktop.versions import own_commit

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
    own, python, qt, sqlite, commit = done.stdout.splitlines()
    assert own.startswith("Labline ")
    assert python == f"Python {platform.python_version()}"
    assert qt.startswith("Qt 6.")
    assert sqlite == f"SQLite {sqlite3.sqlite_version}"
    assert commit == f"Commit {own_commit() or 'unknown'}"


@pytest.mark.parametrize(
    ("written", "cloned", "commit"),
    [("0123abc\n", True, "0123abc"), (None, True, r"[0-9a-f]{40}"), (None, False, "")],
    ids=["installed", "a clone", "neither"],
)
def test_the_commit_is_what_an_installer_wrote_or_that_of_the_clone(tmp_path, written, cloned, commit):
    place = tmp_path / "resources"
    place.mkdir()
    if cloned and not shutil.which("git"):
        pytest.skip("there is no git")
    if cloned:
        git = ["git", "-C", tmp_path, "-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
        subprocess.run([*git, "init", "--quiet"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "a commit"], check=True)
    if written:
        (place / "commit.txt").write_text(written, encoding="ascii")
    assert re.fullmatch(commit, own_commit(place))
