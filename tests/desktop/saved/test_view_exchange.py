"""Saved views for others: exported, read again, and what cannot be shown of them is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.saved.file import Export, read_export, write
from desktop.saved.record import ViewsError
from tests.desktop.saved.named_view import view


def test_an_export_is_read_again(tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    write(target, [view("A"), view("B", "open:yes")])
    assert read_export(target) == Export([view("A"), view("B", "open:yes")], [], [])


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ({"perspective": "cinema"}, "there is no perspective “cinema”, so Releases is shown."),
        ({"zooms": {"map": ["2024-01-01", "2024-02-01"]}}, "“map” cannot be zoomed, so that zoom is passed over."),
        ({"zooms": {"charts": [4e6, 5e6]}}, "the zoom of charts lies outside the calendar, so other days are shown."),
        ({"sort": [["name", True], ["colour", True]]}, "there is no column “colour” to sort by, so that key is passed over."),
        ({"columns": [["name", 90, True], ["colour", 90, True]]}, "there is no column “colour”, so none is shown."),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_of_a_view_is_told_with_its_place(tmp_path: Path, part: dict, problem: str) -> None:
    source = tmp_path / "theirs.json"
    views = [{"name": "Good"}, {"name": "Odd", "filter": "open:yes", **part}]
    source.write_text(json.dumps({"format": "labline-views", "version": 1, "views": views}), encoding="utf-8")
    read = read_export(source)
    assert [one.name for one in read.good] == ["Good", "Odd"]
    assert read.remarks == [f"theirs.json, view 2 “Odd”: {problem}"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "not JSON"), (b"\xff", "not UTF-8"), (b"{}", "does not hold"), (None, "No such file")],
)
def test_a_file_that_cannot_be_imported_is_named(tmp_path: Path, content: bytes | None, problem: str) -> None:
    source = tmp_path / "theirs.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(ViewsError, match=problem) as caught:
        read_export(source)
    assert str(source) in str(caught.value)
