"""The mark of each kind of entity: a shape and a token of the palette, so that colour is never the only sign."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A character and the name of its colour."""

    shape: str
    token: str


MARKS: dict[str, Mark] = {
    "organization": Mark("●", "company"),
    "release": Mark("■", "release"),
    "publication": Mark("▲", "paper"),
    "technique": Mark("◇", "paper"),
    "system": Mark("◆", "system"),
    "person": Mark("▼", "people"),
    "event": Mark("★", "policy"),
    "source": Mark("○", "muted"),
}
