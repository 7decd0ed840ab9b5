"""The manual says the same in every language: the same pages, headings, tables, examples and links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

MANUAL = Path(__file__).resolve().parent.parent / "resources" / "manual"
ENGLISH = sorted(path.name for path in (MANUAL / "en").glob("*.md"))
OTHERS = sorted(path.name for path in MANUAL.iterdir() if path.is_dir() and path.name != "en")


def text(language: str, page: str) -> str:
    return (MANUAL / language / page).read_text(encoding="utf-8")


def headings(markdown: str) -> list[int]:
    """The level of each heading, in order."""
    prose = re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    return [len(marks) for marks in re.findall(r"^(#+) ", prose, flags=re.MULTILINE)]


def examples(markdown: str) -> list[tuple[str, list[str]]]:
    """Each block of code: its kind and its lines; of filters without what is said beside them."""
    blocks = re.findall(r"^```(.*?)\n(.*?)^```", markdown, flags=re.DOTALL | re.MULTILINE)
    return [
        (kind, [re.split(r" {2,}", line)[0] if kind.startswith("query") else line for line in code.splitlines()])
        for kind, code in blocks
    ]


def rows(markdown: str) -> list[int]:
    """How many cells each row of a table has."""
    return [line.replace(r"\|", "").count("|") for line in markdown.splitlines() if line.startswith("|")]


def keys(markdown: str) -> list[str]:
    """What begins the rows of tables, where it is code."""
    return re.findall(r"^\| (\**`[^`]+`\**)", markdown, flags=re.MULTILINE)


def links(markdown: str) -> list[str]:
    return sorted(re.findall(r"\]\(([^)]+)\)", markdown))


@pytest.mark.parametrize("language", OTHERS)
def test_pages_are_the_same(language):
    assert sorted(path.name for path in (MANUAL / language).iterdir()) == ENGLISH


@pytest.mark.parametrize("part", [headings, examples, rows, keys, links], ids=lambda part: part.__name__)
@pytest.mark.parametrize("page", ENGLISH)
@pytest.mark.parametrize("language", OTHERS)
def test_page_has_the_same_parts(language, page, part):
    assert part(text(language, page)) == part(text("en", page))
