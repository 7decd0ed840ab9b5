"""What was last chosen in the palette, kept between starts."""

from __future__ import annotations

from desktop.palette.rows import Key
from desktop.settings import Settings

KEPT_AS = "palette/recent"
MOST = 8


def recent(settings: Settings) -> list[Key]:
    """What was chosen, the latest first."""
    kept = settings.read(KEPT_AS, [])
    keys = []
    for entry in kept if isinstance(kept, list) else []:
        match entry:
            case [("entity" | "command" | "view") as sort, str(name)]:
                keys.append(Key(sort, name))
    return keys[:MOST]


def remember(settings: Settings, key: Key) -> None:
    """Keep that this was chosen just now."""
    chosen = Key(key.sort, key.name)
    keys = [chosen, *(one for one in recent(settings) if one != chosen)][:MOST]
    settings.write(KEPT_AS, [[one.sort, one.name] for one in keys])
