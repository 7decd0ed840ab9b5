"""Widths of texts, and how they are shortened."""

from __future__ import annotations

from collections.abc import Callable


class Text:
    """Widths of texts and their shorter forms, each measured once."""

    def __init__(self, width: Callable[[str], float], elided: Callable[[str, float], str]) -> None:
        self._width, self._elided = width, elided
        self._widths: dict[str, float] = {}
        self._short: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> float:
        """Pixels of a text."""
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self._width(text)
        return found

    def within(self, text: str, room: float) -> str:
        """The text, elided where it is wider than this."""
        if self.width(text) <= room:
            return text
        key = (text, int(room))
        found = self._short.get(key)
        if found is None:
            found = self._short[key] = self._elided(text, room)
        return found
