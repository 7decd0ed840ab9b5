"""The command line as a user types it, and the tables that it writes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from db.__main__ import main
from db.exporters.delimited import BOM


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8").removeprefix(BOM), newline="")))


def run(capfd: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capfd.readouterr()
    return code, out, err


def imported(capfd: pytest.CaptureFixture[str], table: Path, text: str, new: Path) -> None:
    table.write_text(text, newline="")
    code, _, err = run(capfd, "import", table, "--db", new)
    assert (code, err) == (0, "")


def exported(capfd: pytest.CaptureFixture[str], new: Path, kind: str, columns: str) -> list[dict[str, str]]:
    _, out, _ = run(capfd, "export", "--kind", kind, "--columns", columns, "--sort", "name", "--db", new)
    return list(csv.DictReader(io.StringIO(out, newline="")))
