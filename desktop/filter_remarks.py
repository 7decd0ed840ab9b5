"""What the filter bar says of a filter that is no mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.texts import tr

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec


def remarks(conn: Connection, spec: FilterSpec) -> list[str]:
    """What to say of a filter that is no mistake but may not mean what was typed."""
    from db import queries
    from db.clause_words import either, label_of
    from db.kinds import Kind

    understood = queries.respelled(conn, spec)
    pairs = zip(spec.clauses_of(""), understood.clauses_of(""), strict=True)
    taken = [tr("“{word}” was taken for “{meant}”", word=word, meant=meant) for word, meant in pairs if word != meant]
    said = [tr("{taken}: no text has it as typed.", taken=tr(", ").join(taken))] if taken else []
    for key, value, near in queries.unmatched(conn, Kind.RELEASE, spec):
        said.append(tr("{field}: nothing is called “{value}”.", field=label_of(key), value=value))
        if near:
            said.append(tr("Did you mean {names}?", names=either(f"“{name}”" for name in near)))
    return said
