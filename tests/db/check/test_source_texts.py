"""The documents of sources: found by their names, repaired, and read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.source_texts import SourceTextError, lines_of, read_documents, repaired


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_read_as_mac_roman_is_repaired(text: str) -> None:
    broken = text.encode().decode("mac_roman")
    assert repaired(broken) == text


@pytest.mark.parametrize("text", ["plain", "café – “quoted”", "梁文锋", "naïve… 50 €"])
def test_text_that_is_whole_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("text", "lines"), [("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n\n", ["a", "b", ""]), ("\n", [""])]
)
def test_lines(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


def named(folder: Path, *names: str) -> Iterator[str]:
    for name in names:
        (folder / name).write_bytes(b"\xff" if "latin" in name else name.encode())
    yield from read_documents(folder, ["001", "00", "ex-1"])


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (["001.txt", "002.txt"], ["001"]),
        (["001_long name.txt", "00 b"], ["001", "00"]),
        (["0011.txt", "x001.txt"], []),
        (["ex-1.5.txt"], ["ex-1"]),
        (["ex-1"], ["ex-1"]),
    ],
)
def test_a_document_is_found_by_the_id_that_its_name_begins_with(
    tmp_path: Path, names: list[str], sources: list[str]
) -> None:
    assert list(named(tmp_path, *names)) == sources


@pytest.mark.parametrize(
    ("names", "message"),
    [(["001.txt", "001_b.txt"], "both begin with “001”"), (["001 latin.txt"], "001 latin.txt:1: not UTF-8")],
)
def test_a_document_that_cannot_be_read(tmp_path: Path, names: list[str], message: str) -> None:
    with pytest.raises(SourceTextError, match=message):
        list(named(tmp_path, *names))
