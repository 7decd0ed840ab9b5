"""Parts of a query's text with their places, and the mistakes in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.clauses import BRACKETS, OPERATORS, quoted
from db.texts import tr


class QueryError(ValueError):
    """A mistake in a query: `message` says what to do, `start` and `end` where, `expected` what could stand there."""

    def __init__(self, message: str, start: int = 0, end: int = 0, expected: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = max(start, end)
        self.expected = tuple(expected)


@dataclass(frozen=True, slots=True)
class Atom:
    """A value as it stands in the text: its characters and whether they were quoted."""

    text: str
    start: int
    end: int
    quoted: bool = False

    def error(self, message: str, expected: Iterable[str] = ()) -> QueryError:
        """A mistake at this place."""
        return QueryError(message, self.start, self.end, expected)


def refuse_operators(word: Atom) -> None:
    """Say what to write in place of what other query languages have and this one has not. Raises QueryError."""
    refuse_brackets(word)
    if word.quoted or word.text not in OPERATORS:
        return
    text = quoted(word.text)
    if word.text == "NOT":
        said = tr(
            "in place of NOT write “-” right before what is excluded: -word, -org:A; or quote it: {text}", text=text
        )
    elif word.text in ("AND", "&&"):
        said = tr("leave this out: all that stands in the filter must hold; or quote it: {text}", text=text)
    else:
        said = tr("this joins nothing; write several values with commas: org:A,B; or quote it: {text}", text=text)
    raise word.error(said)


def refuse_brackets(atom: Atom) -> None:
    """Say that brackets do not group. Raises QueryError."""
    if not atom.quoted and atom.text.startswith(tuple(BRACKETS)):
        raise atom.error(
            tr("brackets group nothing; leave them out, write several values with commas: org:A,B; or quote the text")
        )
