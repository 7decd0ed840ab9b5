"""Where the command line writes to: readers that stop, full devices and poor encodings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
LABLINE = [sys.executable, "-m", "db"]


def test_a_reader_that_stops_early_hears_no_complaint(database: Path) -> None:
    words = [*LABLINE, "export", "--kind", "statement", "--columns", "all", "--db", str(database)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.read(10) == b"entity,ent"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "words", [["list-fields"], ["export", "--kind", "statement", "--db"]], ids=lambda words: words[0]
)
def test_output_that_cannot_be_written_is_one_line(database: Path, words: list[str]) -> None:
    words = [*words, str(database)] if words[-1] == "--db" else words
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*LABLINE, *words], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert done.returncode == 1
    assert (
        done.stderr.startswith(b"labline: standard output was not written: No space left")
        and done.stderr.count(b"\n") == 1
    )


def test_output_in_an_encoding_without_an_ellipsis() -> None:
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*LABLINE, "list-fields"], capture_output=True, env=environment, check=True)
    assert done.stderr == b"" and b"at least, about \\u2026" in done.stdout
