"""The pages of the manual in `resources/manual`, and the search in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from db.texts import language
from desktop.widgets.markdown_view import blocks_of, matches, units_of

ENGLISH = "en"
MOST_HITS = 200
EXCERPT = 90  # characters
LEAD = 20  # of them before the first word found
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{3,}")


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


def pages() -> tuple[Page, ...]:
    """All pages in their order, in the language of the window as far as they are translated."""
    return _pages(language())


@cache
def _pages(language: str) -> tuple[Page, ...]:
    english = _texts(ENGLISH)
    texts = {name: text for name, text in _texts(language).items() if name in english}
    return tuple(
        Page(name, text.partition("\n")[0].removeprefix("# ").strip(), text)
        for name, text in sorted((english | texts).items())
    )


def _texts(language: str) -> dict[str, str]:
    """The pages of a language by their file's names; none where nobody has translated any."""
    folder = files("resources") / "manual" / language
    found = folder.iterdir() if folder.is_dir() else ()
    return {item.name: item.read_text(encoding="utf-8") for item in found if item.name.endswith(".md")}


def understood(text: str) -> tuple[str, ...]:
    """What is searched for: the words of a text; where nothing has them all, Han characters in pairs.

    Chinese is written without spaces, so that a question is one long word.
    """
    words = tuple(text.split())
    if not any(_HAN_RUN.search(word) for word in words) or search(words):
        return words
    apart: list[str] = []
    for word in words:
        at = 0
        for run in _HAN_RUN.finditer(word):
            apart += [word[at : run.start()], *(run[0][i : i + 2] for i in range(0, len(run[0]), 2))]
            at = run.end()
        apart.append(word[at:])
    return tuple(part for part in apart if part)


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
