"""Where the facts of a picture come from, in one line below it: its sources, dossiers and licences."""

from __future__ import annotations

from sqlalchemy import Connection, select

from db import models as m
from db.kinds import Kind
from db.texts import tr

MOST_SOURCES = 6


def attribution(conn: Connection) -> str:
    """The sources by name, the first few, then the dossiers with their licences."""
    e, d = m.entity.c, m.dossier.c
    names = list(conn.scalars(select(e.name).where(e.kind == Kind.SOURCE.value).order_by(e.name_key, e.id)))
    said = []
    if names:
        text = "; ".join(names[:MOST_SOURCES])
        more = tr(" and {n} more", n=len(names) - MOST_SOURCES) if len(names) > MOST_SOURCES else ""
        said.append(tr("Sources: {names}.", names=text + more))
    for title, licence in conn.execute(select(d.title, d.license).order_by(d.slug)):
        said.append(tr("Data: {title}, {licence}.", title=title, licence=licence) if licence else f"{title}.")
    return " ".join([*said, tr("Made with Labline.")])
