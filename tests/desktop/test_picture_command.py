"""`labline picture`: pictures without a window, from the command line, and what it says to wrong wishes."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import picture


def run(capsys, *arguments):
    code = picture.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_query_may_stand_behind_options(capsys, lab_file, tmp_path):
    out = tmp_path / "chart.svg"
    code, _said, wrong = run(capsys, "chart", "--chart", "months", "-o", out, "--db", lab_file, "org:Alpha")
    assert (code, wrong) == (0, "")
    assert out.exists()


@pytest.mark.parametrize(
    "what",
    [("timeline",), ("lineage",), ("chart",), ("chart", "--chart", "months"), ("chart", "--chart", "costs"),
     ("career", "liang")],
)  # fmt: skip
@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")])
def test_each_picture_in_each_format(qapp, capsys, tmp_path, lab_file, what, name, begins):
    out = tmp_path / name
    code, said, wrong = run(capsys, *what, "-o", out, "--db", lab_file, "--theme", "dark")
    assert (code, wrong) == (0, "")
    assert said.startswith(f"{out}: ")
    assert out.read_bytes().startswith(begins)


def words(path) -> str:
    return " ".join(re.findall(r">([^<>]+)</text>", path.read_text("utf-8")))


def test_the_query_is_told_and_what_it_leaves_out_is_not_named(qapp, capsys, tmp_path, lab_file):
    out = tmp_path / "a.svg"
    assert run(capsys, "timeline", "org:Alpha", "-o", out, "--db", lab_file)[0] == 0
    assert "A-1" in words(out) and "B-1" not in words(out)
    assert "Organization is Alpha" in words(out) and "First source" in words(out)


@pytest.mark.parametrize("name", ["Liang Wenfeng", "梁文锋", "wenfeng"])
def test_a_career_is_found_by_any_of_its_names(qapp, capsys, tmp_path, lab_file, name):
    out = tmp_path / "a.svg"
    code, said, _wrong = run(capsys, "career", name, "-o", out, "--db", lab_file)
    assert (code, said) == (0, f"{out}: Career of Liang Wenfeng\n")
    assert all(part in words(out) for part in ("梁文锋", "A-2", "First source"))


def test_size_and_days_are_as_asked(qapp, capsys, tmp_path, lab_file):
    out = tmp_path / "a.svg"
    code, *_ = run(capsys, "chart", "-o", out, "--db", lab_file, "--size", "700x500", "--days", "2023-03..2023-09")
    assert code == 0
    assert 'viewBox="0 0 700 500"' in out.read_text("utf-8")
    assert "2023" in words(out) and "2024" not in words(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["timeline", "-o", "a.gif"], "use one of .svg, .png, .pdf"),
        (["timeline", "params:>>3", "-o", "a.svg"], "write the sign"),
        (["timeline", "org:Nobody", "-o", "a.svg"], "nothing to draw"),
        (["career", "-o", "a.svg"], "a career is that of a person"),
        (["career", "Nobody", "-o", "a.svg"], "“Nobody” names nobody here"),
        (["chart", "-o", "a.svg", "--size", "big"], "write for example 1200x800"),
        (["chart", "-o", "a.svg", "--size", "99999x9"], "1 to 20,000 pixels"),
        (["chart", "-o", "a.svg", "--days", "2024.."], "no range of days with two ends"),
        (["chart", "-o", "nowhere/a.svg"], "its folder does not exist"),
        (["chart", "-o", "a.svg", "--db", "missing.db"], "missing.db does not exist"),
    ],
)
def test_a_wrong_wish_is_answered_in_a_line_and_writes_nothing(
    qapp, capsys, tmp_path, lab_file, monkeypatch, arguments, said
):
    monkeypatch.chdir(tmp_path)
    options = arguments if "--db" in arguments else [*arguments, "--db", str(lab_file)]
    code, _, wrong = run(capsys, *options)
    assert code == 1
    assert said in wrong and wrong.count("\n") == 1
    assert {path.suffix for path in tmp_path.iterdir()} <= {".db", ".db-wal", ".db-shm", ".lock"}


ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "resources/manual/en/10-command-line.md").read_text("utf-8")
SECTION = MANUAL.partition("## labline picture")[2]
FENCES = re.findall(r"```sh picture\n(.*?)```", SECTION + (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
EXAMPLES = [line for fence in FENCES for line in fence.splitlines()]


def test_each_option_and_choice_is_in_the_manual():
    for action in picture._parser()._actions:
        if not isinstance(action, argparse._HelpAction):
            assert all(f"`{option}" in SECTION for option in action.option_strings), action.option_strings
            if action.dest not in ("what", "scale"):
                assert all(f"`{choice}`" in SECTION for choice in action.choices or ()), action.choices


@pytest.mark.parametrize("command", EXAMPLES)
def test_each_example_of_the_manual_runs(qapp, capsys, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    code, _, wrong = run(capsys, *shlex.split(command)[2:])
    assert (code, wrong) == (0, "")


def test_it_needs_no_display(tmp_path, lab_file):
    """As a program of its own, with no window system to be found."""
    out = tmp_path / "a.png"
    environment = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [
        sys.executable,
        "-m",
        "desktop",
        "picture",
        "chart",
        "-o",
        str(out),
        "--db",
        str(lab_file),
        "--scale",
        "2",
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.exists()
