"""What is being typed at the cursor of a filter's text, for completion. Mistakes elsewhere do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from db.query_keys import field_key

_TOKEN = re.compile(r'(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s"])+', re.DOTALL)
_PIECE = re.compile(r'(?:"(?:[^"\\]|\\.)*(?:"|$)|[^,"])*', re.DOTALL)
_KEY = re.compile(r"-?([^\W\d_][\w-]*):")


class Typing(StrEnum):
    """What stands at the cursor."""

    KEY = "key"
    """A word without a colon: it may become a field, or stay a word to look for."""
    VALUE = "value"
    """A value after `key:`, after a comma or an operator too."""
    NOTHING = "nothing"
    """A quoted phrase, or a value of an unknown field: nothing to offer."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What is typed: `prefix` is its text up to the cursor, `start` and `end` are what a choice replaces.

    A chosen key is written with its colon, a chosen value by `value_text`.
    """

    what: Typing
    key: str
    prefix: str
    start: int
    end: int


def complete(text: str, cursor: int) -> Completion:
    """What stands at the cursor: a key, or a value of a key, and the part of it typed so far."""
    token = next((match for match in _TOKEN.finditer(text) if match.start() < cursor <= match.end()), None)
    if token is None:
        return Completion(Typing.KEY, "", "", cursor, cursor)
    key = _KEY.match(text, token.start(), token.end())
    if key is None or cursor < key.end():
        start = token.start() + text.startswith("-", token.start())
        end = key.end() if key else token.end()
        what = Typing.NOTHING if text.startswith('"', start) else Typing.KEY
        return Completion(what, "", text[start:cursor], min(start, cursor), end)
    known = field_key(key[1])
    place = key.end()
    while True:
        piece = _PIECE.match(text, place, token.end())
        end = piece.end() if piece else place
        if cursor <= end:
            break
        place = end + 1
    typed = text[place:cursor]
    if typed.startswith('"'):
        typed = re.sub(r"\\(.)", r"\1", typed[1:].removesuffix('"'), flags=re.DOTALL)
    return Completion(Typing.VALUE if known else Typing.NOTHING, known or "", typed, place, end)
