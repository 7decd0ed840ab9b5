"""The texts of sources that the user attached, and whether their lines say what is cited of them.

They are in the user's own database alone: no dossier and no export has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.changes import delete, insert, update
from db.citations import cited_fault, ground_fault
from db.database_file import DatabaseError
from db.dossier import Entity, Fact
from db.kinds import Basis, Kind
from db.refresh import chunks
from db.source_texts import lines_of, read_text
from db.texts import tr
from db.unload import fact_of, same_fact

Row = Mapping[str, Any]
Lines = tuple[str, ...]
_d, _s, _e = m.document.c, m.statement.c, m.entity.c


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was read: its name, its text and the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """An attached text. `cited_lines` is how many lines the source's record gives it; `added` is UTC."""

    source_id: int
    source: str
    name: str
    sha256: str
    added: datetime
    lines: Lines
    cited_lines: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement whose cited lines do not say it, and what is wrong; lines count from 1."""

    statement_id: int
    first: int
    last: int
    problem: str


def read_file(path: Path) -> TextFile:
    """Read a text file of bounded size in a known encoding; raises SourceTextError."""
    text, digest = read_text(path)
    return TextFile(path.name[:300], text, digest)


def attach(conn: Connection, source_id: int, file: TextFile) -> None:
    """Keep a text as that of a source, in place of any other, within the running edit."""
    kind = conn.scalar(select(_e.kind).where(_e.id == source_id))
    if kind != Kind.SOURCE:
        raise DatabaseError(tr("The source is no longer in the database. Reload, and choose again."))
    row = {
        "name": file.name, "sha256": file.sha256, "added": datetime.now(UTC).replace(tzinfo=None), "text": file.text
    }  # fmt: skip
    before = conn.scalar(select(_d.sha256).where(_d.source_id == source_id))
    if before is None:
        insert(conn, m.document, [{"source_id": source_id, **row}])
    elif before != file.sha256:
        update(conn, m.document, source_id, row)


def detach(conn: Connection, source_id: int) -> None:
    """Let go of the text of a source, within the running edit."""
    delete(conn, m.document, [source_id])


def document_of(conn: Connection, source_id: int) -> Document | None:
    """The text that is attached to a source, if one is."""
    query = (
        select(m.document, _e.name.label("source"), m.source.c.lines.label("cited_lines"))
        .join_from(m.document, m.entity, _e.id == _d.source_id)
        .join(m.source, m.source.c.id == _d.source_id)
        .where(_d.source_id == source_id)
    )
    row = conn.execute(query).one_or_none()
    if row is None:
        return None
    lines = tuple(lines_of(row.text))
    return Document(source_id, row.source, row.name, row.sha256, row.added, lines, row.cited_lines)


def differences(conn: Connection, source_id: int) -> tuple[Difference, ...]:
    """Where the attached text of a source does not say what is cited of it, in the order of the text.

    Citations without lines are not looked for. An inferred fact is looked at if all texts that it rests on are there.
    """
    lines = _texts(conn, [source_id]).get(source_id)
    if lines is None:
        return ()
    query = select(m.statement).where(_s.source_id == source_id, _s.first_line.is_not(None))
    rows = [dict(row) for row in conn.execute(query.order_by(_s.first_line, _s.last_line, _s.id)).mappings()]
    source = conn.scalar(select(_e.name).where(_e.id == source_id)) or ""
    checks = _Checks(conn, source, rows)
    found = ((row, checks.fault(row, lines)) for row in rows)
    return tuple(
        Difference(row["id"], row["first_line"], row["last_line"], problem) for row, problem in found if problem
    )


class _Checks:
    """What is needed to look at the statements of one source."""

    def __init__(self, conn: Connection, source: str, rows: list[dict[str, Any]]) -> None:
        self._source = source
        self._entities, self._slugs = _targets(conn, {row["target_id"] for row in rows if row["target_id"] is not None})
        self._inferred = _inferred(conn, {row["entity_id"] for row in rows if row["basis"] == Basis.INFERRED})
        cited = {row["source_id"] for same in self._inferred.values() for row in same if row["source_id"] is not None}
        self._texts = _texts(conn, cited)

    def fault(self, row: Row, lines: Lines) -> str:
        """What is wrong with a citation of these lines, or an empty text."""
        if row["first_line"] > len(lines):
            return tr("the text has only {n} lines", n=len(lines))
        fact = fact_of(row, (), self._slugs)
        if row["basis"] == Basis.INFERRED:
            return self._ground_fault(fact, self._inferred[same_fact(row)])
        return cited_fault(_cited(row, lines), self._source, row["property"], fact, self._entities)

    def _ground_fault(self, fact: Fact, rows: list[Row]) -> str:
        places = [(row, self._texts.get(row["source_id"])) for row in rows]
        texts = [_cited(row, lines) for row, lines in places if lines is not None]
        return ground_fault(fact, texts) if len(texts) == len(rows) else ""


def _cited(row: Row, lines: Lines) -> str:
    first = row["first_line"]
    return "\n".join(lines if first is None else lines[first - 1 : row["last_line"]])


def _texts(conn: Connection, sources: Iterable[int]) -> dict[int, Lines]:
    """The attached texts of some sources as lines."""
    query = select(_d.source_id, _d.text).where(_d.source_id.in_(list(sources)))
    return {source: tuple(lines_of(text)) for source, text in conn.execute(query)}


def _inferred(conn: Connection, entities: Iterable[int]) -> dict[tuple[Any, ...], list[Row]]:
    """The inferred statements of some entities, together where they are citations of one fact."""
    found: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for chunk in chunks(entities):
        query = select(m.statement).where(_s.entity_id.in_(chunk), _s.basis == Basis.INFERRED.value)
        for row in conn.execute(query.order_by(_s.position, _s.id)).mappings():
            found[same_fact(dict(row))].append(dict(row))
    return found


def _targets(conn: Connection, ids: Iterable[int]) -> tuple[dict[str, Entity], dict[int, str]]:
    """The entities that values name, with all their names, by slug; and their slugs by id."""
    names: defaultdict[int, dict[str, list[Fact]]] = defaultdict(dict)
    entities, slugs = {}, {}
    for chunk in chunks(ids):
        for id_, key, value in _other_names(conn, chunk):
            names[id_].setdefault(key, []).append(Fact.model_construct(value=value))
        for id_, slug, kind, name in conn.execute(select(_e.id, _e.slug, _e.kind, _e.name).where(_e.id.in_(chunk))):
            facts = {key: tuple(found) for key, found in names[id_].items()}
            entities[slug] = Entity.model_construct(kind=Kind(kind), id=slug, name=name, facts=facts)
            slugs[id_] = slug
    return entities, slugs


def _other_names(conn: Connection, ids: list[int]) -> Iterator[tuple[int, str, str]]:
    wanted = (_s.entity_id.in_(ids), _s.property.in_(("alias", "identifier")))
    rows = conn.execute(select(_s.entity_id, _s.property, _s.value).where(*wanted))
    yield from ((id_, key, value) for id_, key, value in rows)
