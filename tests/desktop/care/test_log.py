"""The log: for the user alone, small, without secrets, and dispensable."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from desktop.log import MOST_BYTES, NAME, Log


@pytest.fixture
def log(tmp_path):
    made = Log(tmp_path / "state" / "log")
    made.open()
    yield made
    made.close()


def test_a_line_has_its_time_and_process(log):
    log.note("opened it")
    (line,) = log.text().splitlines()
    assert line[:2] == "20"
    assert line.endswith(f" {os.getpid()} opened it")


def test_the_home_folder_is_a_tilde_and_lines_stay_together(log):
    log.note(f"one\n{Path.home()}/x\n2026-01-01 00:00:00 1 forged\n")
    assert len([line for line in log.text().splitlines() if line.startswith("20")]) == 1
    assert "~/x" in log.text()
    assert str(Path.home()) not in log.text()


def test_percent_signs_and_any_letters_are_letters(log):
    log.note("100 %s \x00 罗福莉 \ud800")
    assert "100 %s" in log.text()
    assert "罗福莉" in log.text()


def test_it_stays_small_and_private(log):
    umask = os.umask(0)
    try:
        for number in range(3000):
            log.note(f"{number} " + "x" * 300)
    finally:
        os.umask(umask)
    files = sorted(path.name for path in log.path.parent.iterdir())
    assert files == [NAME, f"{NAME}.1"]
    for name in files:
        path = log.path.with_name(name)
        assert path.stat().st_size <= MOST_BYTES
        assert path.stat().st_mode & 0o777 == 0o600
    assert log.path.parent.stat().st_mode & 0o777 == 0o700
    assert "2999 x" in log.text()
    assert log.text().index("2998 x") < log.text().index("2999 x")


def test_a_file_that_others_could_read_becomes_private(tmp_path):
    (tmp_path / NAME).write_text("before\n")
    (tmp_path / NAME).chmod(0o644)
    log = Log(tmp_path)
    log.open()
    log.close()
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    assert log.text() == "before\n"


def test_where_nothing_can_be_written_nothing_breaks(tmp_path):
    (tmp_path / "file").touch()
    log = Log(tmp_path / "file" / "log")
    log.open()
    log.note("into the void")
    assert not log.is_open()
    assert log.text() == ""
    log.close()


class Full(io.StringIO):
    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")


def test_what_cannot_be_written_is_lost_in_silence(log, capsys):
    stream, log._handler.stream = log._handler.stream, Full()
    log.note("lost")
    assert capsys.readouterr().err == ""
    log._handler.stream = stream
    log.note("kept")
    assert "lost" not in log.text()
    assert "kept" in log.text()


def test_what_is_closed_says_nothing(tmp_path):
    log = Log(tmp_path)
    log.note("before")
    log.open()
    log.close()
    log.note("after")
    log.close()
    assert log.text() == ""
