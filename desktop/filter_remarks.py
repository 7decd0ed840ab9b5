"""What the filter bar says of a filter that is no mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec


def remarks(conn: Connection, spec: FilterSpec) -> list[str]:
    """What to say of a filter that is no mistake but may not mean what was typed."""
    from db import queries
    from db.clauses import label_of
    from db.kinds import Kind

    understood = queries.respelled(conn, spec)
    pairs = zip(spec.clauses_of(""), understood.clauses_of(""), strict=True)
    taken = [f"“{word}” was taken for “{meant}”" for word, meant in pairs if word != meant]
    said = [f"{', '.join(taken)}: no text has it as typed."] if taken else []
    for key, value, near in queries.unmatched(conn, Kind.RELEASE, spec):
        meant = f" Did you mean {' or '.join(f'“{name}”' for name in near)}?" if near else ""
        said.append(f"{label_of(key)}: nothing is called “{value}”.{meant}")
    return said
