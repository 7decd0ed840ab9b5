"""Parts of a query's text with their places, and the mistakes in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
