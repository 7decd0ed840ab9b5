"""What a screen reader finds in the running program, read over the accessibility bus as it would (Linux)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_database import fact, write_file

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

# Starts the bus and the program, walks by keyboard through timeline, lineage, people and sources, and prints what is read.
SESSION = """
"$LAUNCHER" --launch-immediately 2>/dev/null & bus=$!
"$PYTHON" -m desktop "$FILE" --theme light 2>"$LOG" & program=$!
read_trees() { "$PYTHON" packaging/screen_reader_tree.py "$@" --json 2>/dev/null; }
until_read() { text=$1 out=$OUT/$2; shift 2; for _ in $(seq 30); do read_trees "$@" >"$out"; grep -q "$text" "$out" && break; sleep 1; done; }
sleep 3
until_read "Model One" timeline Timeline --role chart
place=$("$PYTHON" -c "import json, sys; x, y, w, h = json.load(open(sys.argv[1]))['extents']; print(x + 3, y + 3)" "$OUT/timeline")
xdotool mousemove $place click 1; sleep 1
xdotool key Home; sleep 1
read_trees Timeline --role chart >"$OUT/timeline-focus"
xdotool key ctrl+4; sleep 2
xdotool key Home; sleep 1
until_read '"focused"' lineage Lineage --role chart
xdotool key shift+Right; sleep 1
read_trees Lineage --role chart >"$OUT/lineage-edge"
xdotool key ctrl+3; sleep 2
xdotool key Home
until_read "lead" career "Career of Guo Jing" --role chart
read_trees People --role table >"$OUT/people"
read_trees Person "Credits and statements" --role label >"$OUT/profile"
xdotool key ctrl+5; sleep 1
until_read "9 May" sources Sources "Statements of the source" --role table
kill "$program" "$bus"; wait "$program" "$bus" 2>/dev/null
"""


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "Source", "lines": 9},
    {"kind": "source", "id": "s2", "name": "Another", "lines": 9},
    {"kind": "organization", "id": "lab", "name": "Lab"},
    {"kind": "release", "id": "r1", "name": "Model One",
     "facts": {"date": [fact("2 May 2023"), fact("9 May 2023", "s2:3")]}},
    {"kind": "release", "id": "r2", "name": "模型二",
     "facts": {"date": fact("Jan 2024"), "parent": fact("r1", role="successor", basis="inferred", ground="Name.")}},
    {"kind": "person", "id": "p1", "name": "Guo Jing",
     "facts": {"alias": fact("郭靖", role="native"), "credit": fact("r1", role="lead"),
               "affiliation": fact("lab", role="researcher", when="2021/2023")}},
    {"kind": "event", "id": "e1", "name": "Founding",
     "facts": {"date": fact("17 July 2023"), "category": fact("company")}},
]  # fmt: skip


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    """What was read in each step: a tree for each thing that was looked for."""
    folder = tmp_path_factory.mktemp("screen-reader")
    file, out = folder / "lab.db", folder / "out"
    out.mkdir()
    write_file(file, ENTITIES, "Lab")
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LAUNCHER": LAUNCHER,
        "PYTHON": sys.executable, "FILE": str(file), "OUT": str(out), "LOG": str(folder / "log"),
        "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": str(folder / "cache"),
    }  # fmt: skip
    folder.chmod(0o700)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", "bash", "-c", SESSION]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE * 3, check=False
    )
    read = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    assert all(read.values()), f"{done.stderr}\n{(folder / 'log').read_text()}\n{read}"
    return {name: [json.loads(line) for line in text.splitlines()] for name, text in read.items()}


def test_the_lanes_hold_the_marks_with_their_dates(trees: dict[str, list[dict]]) -> None:
    (tree,) = trees["timeline"]
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


def walk(tree: dict) -> Iterator[dict]:
    """All within a thing, not itself."""
    for child in tree["children"]:
        yield child
        yield from walk(child)


@pytest.mark.parametrize(
    ("step", "name"),
    [("timeline-focus", "Model One"), ("lineage", "Model One"), ("lineage-edge", "模型二 ← Model One"),
     ("people", "Name: Guo Jing 郭靖"), ("sources", "Name: Another")],
)  # fmt: skip
def test_the_focus_is_where_the_keyboard_went(trees: dict[str, list[dict]], step: str, name: str) -> None:
    assert [one["name"] for one in walk(trees[step][0]) if "focused" in one["states"]] == [name]


@pytest.mark.parametrize("step", ["timeline", "lineage", "career"])
def test_marks_lie_within_their_canvas_on_the_screen(trees: dict[str, list[dict]], step: str) -> None:
    (tree,) = trees[step]
    left, top, width, height = tree["extents"]
    assert width > 200
    assert tree["children"]
    for mark in walk(tree):
        x, y, wide, high = mark["extents"]
        assert left <= x and x + wide <= left + width, mark["name"]
        assert top <= y and y + high <= top + height, mark["name"]


def test_models_of_the_lineage_hold_their_relations(trees: dict[str, list[dict]]) -> None:
    (tree,) = trees["lineage"]
    assert (tree["role"], tree["name"]) == ("chart", "Lineage")
    told = {
        (node["role"], node["name"], node["description"]): [
            (edge["role"], edge["name"], edge["description"]) for edge in node["children"]
        ]
        for node in tree["children"]
    }
    relation = ("label", "模型二 ← Model One", "successor of it, inferred")
    assert told == {
        ("list item", "Model One", "2 May 2023, 0 parents, 1 child"): [relation],
        ("list item", "模型二", "January 2024, 1 parent, 0 children"): [relation],
    }


def test_people_are_rows_and_a_profile_can_be_read(trees: dict[str, list[dict]]) -> None:
    (table,) = trees["people"]
    cells = [one["name"] for one in table["children"] if one["role"] == "cell"]
    assert cells[:4] == ["Name: Guo Jing 郭靖", "Credits: 1", "Part: contributor", "Years: 2021–2023"]
    (career,) = trees["career"]
    assert [mark["name"] for mark in career["children"]] == [
        "Lab, researcher, Employment, 2021 – 2023, Source · line 1", "Model One, release, 2 May 2023, lead",
    ]  # fmt: skip
    head, body = trees["profile"]
    assert "Guo Jing 郭靖" in head["text"].splitlines()
    assert any("Model One  lead, 2 May 2023  Source · line 1" in line for line in body["text"].splitlines())


def test_sources_and_what_one_states_are_rows(trees: dict[str, list[dict]]) -> None:
    sources, statements = trees["sources"]
    names = [one["name"] for one in sources["children"] if one["name"].startswith("Name: ")]
    assert names == ["Name: Another", "Name: Source"]
    cells = [one["name"] for one in statements["children"] if one["role"] == "cell"]
    assert cells == ["Line: 3", "Text: unknown", "Entity: Model One", "Property: Date", "Value: 9 May 2023"]
