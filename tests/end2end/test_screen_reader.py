"""What a screen reader finds in the running program, read over the accessibility bus as it would (Linux)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.dossier import Dossier
from db.engine import open_database
from db.store import store

ROOT = Path(__file__).parents[2]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LAUNCHER = next((path for path in LAUNCHERS if Path(path).exists()), "")
TOOLS = ("xvfb-run", "dbus-run-session", "gdbus", "xdotool")
PATIENCE = 90  # seconds

missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the accessibility bus is Linux's"),
    pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}"),
    pytest.mark.skipif(not LAUNCHER, reason="not installed: at-spi2-core"),
]

# Starts the bus and the program, gives the timeline the keyboard, walks to a mark and prints the tree.
SESSION = """
"$LAUNCHER" --launch-immediately 2>/dev/null & bus=$!
"$PYTHON" -m desktop "$FILE" --theme light 2>"$LOG" & program=$!
read_tree() { "$PYTHON" packaging/screen_reader_tree.py Timeline --role chart --json 2>/dev/null; }
for _ in $(seq 60); do sleep 1; read_tree | grep -q "$WANTED" && break; done
window=$(xdotool search --onlyvisible --name Labline | head -n 1)
read_tree >"$BEFORE"
place=$("$PYTHON" -c "import json, sys; x, y, w, h = json.load(open(sys.argv[1]))['extents']; print(x + 3, y + 3)" "$BEFORE")
xdotool mousemove $place click 1; sleep 1
xdotool key Home; sleep 1
read_tree >"$AFTER"
kill "$program" "$bus"; wait "$program" "$bus" 2>/dev/null
"""


def fact(value: object) -> dict:
    return {"value": value, "cite": "s1:1"}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "Source", "lines": 9},
    {"kind": "release", "id": "r1", "name": "Model One", "facts": {"date": fact("2 May 2023")}},
    {"kind": "release", "id": "r2", "name": "模型二", "facts": {"date": fact("Jan 2024")}},
    {"kind": "event", "id": "e1", "name": "Founding",
     "facts": {"date": fact("17 July 2023"), "category": fact("company")}},
]  # fmt: skip


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, dict]:
    """The timeline as it opens, and after a click into it and the Home key."""
    folder = tmp_path_factory.mktemp("screen-reader")
    file = folder / "lab.db"
    dossier = Dossier.model_validate({"about": {"id": "lab", "title": "Lab"}, "entities": ENTITIES})
    with open_database(file) as database, database.write("test") as conn:
        store(conn, dossier)
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LAUNCHER": LAUNCHER,
        "PYTHON": sys.executable, "FILE": str(file), "WANTED": "Model One", "LOG": str(folder / "log"),
        "BEFORE": str(folder / "before.json"), "AFTER": str(folder / "after.json"), "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": str(folder / "cache"),
    }  # fmt: skip
    folder.chmod(0o700)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", "bash", "-c", SESSION]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE * 2, check=False
    )
    said = f"{done.stderr}\n{(folder / 'log').read_text()}"
    trees = [(folder / name).read_text() for name in ("before.json", "after.json")]
    assert all(trees), said
    return json.loads(trees[0]), json.loads(trees[1])


def test_the_lanes_hold_the_marks_with_their_dates(trees: tuple[dict, dict]) -> None:
    tree = trees[0]
    assert (tree["role"], tree["name"]) == ("chart", "Timeline")
    told = {
        (lane["role"], lane["name"]): [(mark["role"], mark["name"], mark["description"]) for mark in lane["children"]]
        for lane in tree["children"]
    }
    assert told == {
        ("list", "Company"): [("list item", "Founding", "Company event, 17 Jul 2023")],
        ("list", "Releases"): [
            ("list item", "Model One", "Release, 2 May 2023"),
            ("list item", "模型二", "Release, January 2024"),
        ],
    }


def test_the_focus_is_on_the_mark_that_the_keyboard_went_to(trees: tuple[dict, dict]) -> None:
    focused = [
        mark["name"] for lane in trees[1]["children"] for mark in lane["children"] if "focused" in mark["states"]
    ]
    assert focused == ["Model One"]


def test_marks_lie_within_the_timeline_on_the_screen(trees: tuple[dict, dict]) -> None:
    tree = trees[0]
    left, top, width, height = tree["extents"]
    assert width > 200
    for lane in tree["children"]:
        for mark in lane["children"]:
            x, y, wide, high = mark["extents"]
            assert left <= x and x + wide <= left + width
            assert top <= y and y + high <= top + height
