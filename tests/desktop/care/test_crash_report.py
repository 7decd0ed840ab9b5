"""Reports on the program's own mistakes: what they hold, and what they never hold."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from db.database_file import DatabaseError
from desktop.crash.report import LONGEST, anonymous, report, summary
from desktop.faults import Fault, is_mistake

SECRET = "Liang Wenfeng earns 1 dollar"


def raised(make) -> Fault:
    try:
        make()
    except Exception as error:
        return Fault(error)
    raise AssertionError("nothing was raised")


def missing() -> None:
    None.missing  # noqa: B018


def chained() -> None:
    try:
        {}[SECRET]
    except KeyError as error:
        raise ValueError(SECRET) from error


def while_handling() -> None:
    try:
        int(SECRET)
    except ValueError:
        missing()


def query() -> None:
    sqlite3.connect(":memory:").execute(f"SELECT '{SECRET}' FROM nowhere")


def noted() -> None:
    error = RuntimeError(SECRET)
    error.add_note(SECRET)
    raise error


def parsed() -> None:
    compile(f"{SECRET}!", SECRET, "exec")


def deep(levels: int = 0) -> None:
    deep(levels + 1)


def test_a_report_says_what_runs_and_where_it_happened(qapp):
    text = report(raised(missing))
    for said in ("Labline ", "Python ", "Qt ", "SQLite ", "In the window’s thread:", "line ", "in missing"):
        assert said in text
    assert text.endswith("AttributeError: 'NoneType' object has no attribute 'missing'\n")
    assert 'File "tests/desktop/care/test_crash_report.py"' in text
    assert "None.missing" in text  # the line of the program


def test_a_report_names_the_thread(qapp):
    fault = raised(missing)
    assert "In the thread labline-job:" in report(Fault(fault.error, "labline-job"))


@pytest.mark.parametrize("mistake", [chained, while_handling, query, noted, parsed])
def test_no_message_that_may_hold_data_is_repeated(qapp, mistake):
    fault = raised(mistake)
    text = report(fault)
    assert SECRET not in text
    assert type(fault.error).__name__ in text
    assert SECRET not in summary(fault)


@pytest.mark.parametrize(
    ("mistake", "said"), [(chained, "That led to:"), (while_handling, "While this was dealt with:")]
)
def test_what_led_to_it_is_told_before(qapp, mistake, said):
    text = report(raised(mistake))
    before, after = text.split(said)
    assert "Error" in before.splitlines()[-2]
    assert "Error" in after.splitlines()[-1]


def test_an_endless_recursion_makes_a_short_report(qapp):
    text = report(raised(deep))
    assert len(text) < LONGEST
    assert "more places" in text
    assert "RecursionError: maximum recursion depth exceeded" in text


def test_a_circle_of_causes_ends(qapp):
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert report(Fault(one)).count("That led to:") == 9


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{home}/.local/share/labline/labline.db", "~/.local/share/labline/labline.db"),
        ('File "{home}/a b/c.py", line 3', 'File "~/a b/c.py", line 3'),
        ("at {home}", "at ~"),
        ("{home}ward/x", "{home}ward/x"),
        ("/elsewhere/x", "/elsewhere/x"),
    ],
)
@pytest.mark.parametrize("home", ["/home/anna", "/home/anna maria", "/home/安娜", "/home/a+b(c)"])
def test_the_home_folder_is_a_tilde(monkeypatch, home, text, shown):
    monkeypatch.setenv("HOME", home)
    assert anonymous(text.format(home=home)) == shown.format(home=home)


def test_a_home_that_is_a_link_is_a_tilde_too(monkeypatch, tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    monkeypatch.setenv("HOME", str(tmp_path / "link"))
    assert anonymous(f"{tmp_path}/link/a {tmp_path}/real/b") == "~/a ~/b"


def test_root_as_home_hides_nothing(monkeypatch):
    monkeypatch.setenv("HOME", "/")
    assert anonymous("/usr/lib") == "/usr/lib"


def test_two_places_are_two_mistakes():
    assert summary(raised(missing)) == summary(raised(missing))
    assert summary(raised(missing)) != summary(raised(chained))
    assert not Path(summary(raised(missing)).split(" ")[1]).is_absolute()
    assert os.sep not in summary(raised(missing)).split(" ")[0]


@pytest.mark.parametrize(
    ("error", "mistake"),
    [(KeyError(), True), (ZeroDivisionError(), True), (sqlite3.ProgrammingError(), True), (DatabaseError(), False),
     (OSError(), False), (PermissionError(), False), (MemoryError(), False)],
)  # fmt: skip
def test_what_is_a_mistake(error, mistake):
    assert is_mistake(error) is mistake
