"""The pages of the manual in `resources/manual`, and the search in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from desktop.widgets.markdown_view import blocks_of, matches, units_of

LANGUAGE = "en"
MOST_HITS = 200
EXCERPT = 90  # characters
LEAD = 20  # of them before the first word found


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file's name, which links use, its title and its Markdown."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all words occur: the `nth` on its page, counted from 0, under a heading."""

    page: Page
    heading: str
    excerpt: str
    nth: int


@cache
def pages() -> tuple[Page, ...]:
    """All pages in their order."""
    folder = files("resources") / "manual" / LANGUAGE
    found = sorted((item for item in folder.iterdir() if item.name.endswith(".md")), key=lambda item: item.name)
    texts = ((item.name, item.read_text(encoding="utf-8")) for item in found)
    return tuple(Page(name, text.partition("\n")[0].removeprefix("# ").strip(), text) for name, text in texts)


def search(words: Iterable[str]) -> list[Hit]:
    """Where all words occur, page by page. No words find nothing."""
    wanted = [word for word in words if word]
    hits: list[Hit] = []
    for page in pages() if wanted else ():
        found = [unit for unit in units_of(blocks_of(page.text)) if matches(unit.text, wanted)]
        hits += [Hit(page, unit.heading, _excerpt(unit.text, wanted[0]), nth) for nth, unit in enumerate(found)]
    return hits[:MOST_HITS]


def _excerpt(text: str, word: str) -> str:
    """Some of a text around a word, on one line."""
    line = " ".join(text.split())
    start = max(0, line.casefold().find(word.casefold()) - LEAD)
    cut = line[start : start + EXCERPT]
    return ("…" if start else "") + cut + ("…" if start + EXCERPT < len(line) else "")
