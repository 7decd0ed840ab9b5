"""Typing mistakes: the words or the filter that were probably meant, where a word is in no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from sqlalchemy import Connection

from db import search
from db.filters import Clause, FilterSpec, Words

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_SHORTEST = 4
"""Letters of a word that is looked at for typing mistakes."""


def respelled(conn: Connection, spec: FilterSpec) -> FilterSpec:
    """The spec with each unknown word replaced by the nearest known one; the same spec where there is nothing to mend.

    Only words that begin no word of the index are mended, so what is spelt rightly always means itself. A word to be
    left out is never mended: that would hide what nobody named.
    """
    words = [clause.text for clause in spec.clauses if _is_mended(clause)]
    nearest = correct(conn, words)
    if not nearest:
        return spec
    return FilterSpec(
        tuple(
            replace(clause, text=nearest.get(clause.text, clause.text)) if _is_mended(clause) else clause
            for clause in spec.clauses
        )
    )


def _is_mended(clause: Clause) -> TypeGuard[Words]:
    return isinstance(clause, Words) and not clause.phrase and not clause.negated


def correct(conn: Connection, words: Iterable[str]) -> dict[str, str]:
    """For each word that begins no indexed word: the nearest indexed one, if any is near; SQLite only."""
    found: dict[str, str] = {}
    for word in words:
        tokens = search.tokens(word)
        if len(tokens) != 1 or len(tokens[0]) < _SHORTEST or tokens[0].isdigit():
            continue
        if not search.begins_a_word(conn, tokens[0]) and (nearest := _nearest(conn, tokens[0])):
            found[word] = nearest
    return found


def _nearest(conn: Connection, word: str) -> str:
    """The indexed word within one edit, or two of a word of six letters and more; a swap of neighbours is one edit.

    Of equally near words the one in most entities; none is an empty text. Not every indexed word is looked at, since
    that takes a second where there are many: two edits are only found behind the first letter.
    """
    most = 2 if len(word) >= 6 else 1
    distance, found = _best(conn, word, word[:2], most)
    if distance > 1:
        found = search.most_frequent(conn, _differently_begun(word)) or found
    if not found and most > 1:
        _, found = _best(conn, word, word[:1], most)
    return found


def _best(conn: Connection, word: str, beginning: str, most: int) -> tuple[int, str]:
    """The nearest indexed word with this beginning, and its distance; beyond `most` there is none."""
    from rapidfuzz import process  # late: 30 ms, and only a typing mistake needs it
    from rapidfuzz.distance import OSA

    words = search.words_from(conn, beginning)
    counts = {term: count for term, count in words.items() if abs(len(term) - len(word)) <= most}
    scored = process.extract(word, counts.keys(), scorer=OSA.distance, score_cutoff=most, limit=None)
    best = min(scored, key=lambda match: (match[1], -counts[match[0]], match[0]), default=None)
    return (int(best[1]), best[0]) if best else (most + 1, "")


def _differently_begun(word: str) -> set[str]:
    """What one edit of the first two letters makes of a word."""
    made = set()
    for at in range(2):
        before, after = word[:at], word[at + 1 :]
        made |= {before + after, before + after[:1] + word[at] + after[1:]}
        made |= {before + letter + rest for letter in _LETTERS for rest in (after, word[at:])}
    return made
