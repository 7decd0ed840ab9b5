"""A dossier with something in every table, and what a database holds of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.dossier import About, Dossier, Entity, Fact, Section, Variant
from db.kinds import Kind

ABOUT = About(id="ex", title="Example", version="1", license="CC0-1.0", credits="Nobody", about="Made up")


def facts(**values: Any) -> dict[str, tuple[Fact, ...]]:
    """Facts by property: texts, keyword dictionaries, or lists of them."""
    return {
        key: tuple(item if isinstance(item, Fact) else Fact(**({"value": item} if isinstance(item, str) else item)) for item in (value if isinstance(value, list) else [value]))
        for key, value in values.items()
    }  # fmt: skip


SOURCE = Entity(
    kind=Kind.SOURCE,
    id="paper",
    name="A paper",
    lines=100,
    sections=(Section(line=1, title="Abstract"), Section(line=9, title="Results")),
    facts=facts(title="A paper about it", author=["Ann", "Bo"], license="CC BY", link={"value": "https://example.org/p", "role": "reference"}),
)  # fmt: skip
LAB = Entity(
    kind=Kind.ORGANIZATION,
    id="lab",
    name="Lab",
    facts=facts(founded=["May 2023", "July 2023"], founder=[{"value": "liang"}, {"name": "Somebody"}]),
)
PERSON = Entity(
    kind=Kind.PERSON,
    id="liang",
    name="Liang Wenfeng",
    facts=facts(
        alias={"value": "梁文锋", "role": "native"},
        birth="1985",
        affiliation=[{"value": "lab", "role": "PhD student", "when": "2010/2014"}, {"value": "lab", "role": "CEO", "when": "2023"}, {"value": "lab", "role": "research intern"}],
        credit={"value": "ex-1", "role": "author"},
        mentor={"name": "A professor"},
    ),
)  # fmt: skip
RELEASE = Entity(
    kind=Kind.RELEASE,
    id="ex-1",
    name="Ex-1",
    tags=("b", "a"),
    facts=facts(
        description="A model",
        date=[{"value": "6 May 2024", "cite": "paper:12"}, {"value": "May 2024", "cite": ["paper:3-4", "paper p. 7"]}, {"value": "2023", "rank": "deprecated", "ground": "A typing mistake"}],
        organization="lab",
        technique="mla",
        modality=["text", "code"],
        open_weights="yes",
        license="MIT",
        paper="report",
        training_cost=[{"value": "5.58M", "qualifier": "about", "role": "final run"}],
        parent=[{"name": "Ex-0", "role": "finetune", "cite": "paper:5"}, {"value": "ex-1"}],
        link={"value": "https://example.org/ex-1", "role": "huggingface"},
    ),
    variants=(
        Variant(id="16b", name="16B-A2.8B", facts=facts(params={"value": "16B", "cite": "paper:12"}, active_params="2.8B")),
        Variant(id="1b", name="1.0B-A", facts=facts(active_params="1.0B", parent={"value": "ex-1", "role": "distill", "basis": "inferred", "ground": "Its name"})),
    ),
)  # fmt: skip
TECHNIQUE = Entity(kind=Kind.TECHNIQUE, id="mla", name="MLA", facts=facts(introduced_in="ex-1", category="attention"))
PUBLICATION = Entity(
    kind=Kind.PUBLICATION, id="report", name="Report", facts=facts(identifier={"value": "2401.00001", "role": "arxiv"})
)
EVENT = Entity(kind=Kind.EVENT, id="launch", name="Launch", facts=facts(about=["ex-1", "lab"], date="2024-05-06"))
DOSSIER = Dossier(about=ABOUT, entities=(SOURCE, LAB, PERSON, RELEASE, PUBLICATION, TECHNIQUE, EVENT))


def names(conn: Connection) -> dict[int, str]:
    return {row.id: row.slug for row in conn.execute(select(m.entity.c.id, m.entity.c.slug))}


def rows(conn: Connection, table: Any, *columns: str) -> list[tuple[Any, ...]]:
    """Rows as tuples, ids of entities as slugs."""
    slugs = names(conn)
    found = conn.execute(select(*(table.c[column] for column in columns)).order_by(*table.primary_key.columns)).all()
    owners = {column for column in columns if any(key.column is m.entity.c.id for key in table.c[column].foreign_keys)}
    return [
        tuple(
            slugs.get(value, value) if column in owners else value for column, value in zip(columns, row, strict=True)
        )
        for row in found
    ]


def everything(conn: Connection) -> dict[str, list[tuple[Any, ...]]]:
    kept = [table for table in m.metadata.sorted_tables if table.name not in {"edit", "change"}]
    return {
        table.name: [tuple(row) for row in conn.execute(select(table).order_by(*table.primary_key.columns))]
        for table in kept
    }
