"""Full-text search over names, native names, aliases, text and the names of what is directly related.

FTS5 on SQLite and a tsvector on PostgreSQL behind the same functions; nothing else knows which. The table `search`
holds folded text (`search_text.fold`), one row an entity, and is written here alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    TextClause,
    bindparam,
    func,
    literal,
    select,
    text,
    union,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from db import models as m
from db.search_text import fold, keys

COLUMNS = ("name", "alias", "keys", "body", "related")
_BODY = ("description", "claim", "feature", "title", "venue", "author", "role", "category", "modality")
_BATCH = 2_000
_MAX_TERM = 100


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A word, matched from its beginning, or a phrase, matched as it stands."""

    text: str
    phrase: bool = False


def create(conn: Connection) -> None:
    """Make the index; called when a database is made."""
    if conn.dialect.name == "sqlite":
        conn.execute(
            text(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5({', '.join(COLUMNS)},"
                " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
            )
        )
        conn.execute(text("CREATE VIRTUAL TABLE IF NOT EXISTS search_terms USING fts5vocab(search, row)"))
        return
    joined = " || ' ' || ".join(COLUMNS)
    columns = ", ".join(f"{column} text NOT NULL" for column in COLUMNS)
    conn.execute(
        text(
            f"CREATE TABLE IF NOT EXISTS search (id integer PRIMARY KEY REFERENCES entity ON DELETE CASCADE, {columns},"
            f" document tsvector GENERATED ALWAYS AS (to_tsvector('simple', {joined})) STORED)"
        )
    )
    conn.execute(text("CREATE INDEX IF NOT EXISTS ix_search_document ON search USING gin (document)"))


def integrity_check(conn: Connection) -> None:
    """Raise the driver's error when the index contradicts its own contents. SQLite only."""
    if conn.dialect.name == "sqlite":
        conn.execute(text("INSERT INTO search(search) VALUES ('integrity-check')"))


def _neighbours(conn: Connection, ids: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of one of these entities and another that is directly related to it, sorted."""
    pairs = [
        (m.relation.c.subject_id, m.relation.c.object_id),
        (m.credit.c.person_id, m.credit.c.target_id),
        (m.affiliation.c.person_id, m.affiliation.c.organization_id),
        (m.derivation.c.child_id, m.derivation.c.parent_id),
    ]
    # With the ids outside the union, SQLite would read each table to its end.
    halves = [select(a, b).where(a.in_(ids), a != b) for one, other in pairs for a, b in ((one, other), (other, one))]
    return sorted((a, b) for a, b in conn.execute(union(*halves)))


def rebuild(conn: Connection, ids: Iterable[int] | None = None) -> None:
    """Index these entities anew, and those whose text names them; None is everything."""
    if ids is None:
        wanted = list(conn.scalars(select(m.entity.c.id).order_by(m.entity.c.id)))
        conn.execute(text("DELETE FROM search"))
    else:
        changed = set(ids)
        wanted = sorted(changed | _beside(conn, sorted(changed)))
        row_id = "rowid" if conn.dialect.name == "sqlite" else "id"
        for start in range(0, len(wanted), _BATCH):
            conn.execute(
                text(f"DELETE FROM search WHERE {row_id} = :id"),
                [{"id": id_} for id_ in wanted[start : start + _BATCH]],
            )
    for start in range(0, len(wanted), _BATCH):
        _index(conn, wanted[start : start + _BATCH])


def _beside(conn: Connection, ids: Sequence[int]) -> set[int]:
    batches = (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
    return {other for batch in batches for _, other in _neighbours(conn, batch)}


def _called(conn: Connection, ids: Sequence[int]) -> defaultdict[int, dict[str, None]]:
    """The names of entities, then their other names."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        for query in (
            select(m.entity.c.id, m.entity.c.name).where(m.entity.c.id.in_(batch)),
            select(m.alias.c.entity_id, m.alias.c.text).where(m.alias.c.entity_id.in_(batch)),
        ):
            for id_, names in _grouped(conn, query).items():
                found[id_] |= names
    return found


def _index(conn: Connection, ids: Sequence[int]) -> None:
    names = {
        row.id: row.name for row in conn.execute(select(m.entity.c.id, m.entity.c.name).where(m.entity.c.id.in_(ids)))
    }
    aliases = _grouped(conn, select(m.alias.c.entity_id, m.alias.c.text).where(m.alias.c.entity_id.in_(ids)))
    s = m.statement.c
    body = _grouped(conn, select(s.entity_id, s.value).where(s.entity_id.in_(ids), s.property.in_(_BODY)).distinct())
    terms = _grouped(conn, select(m.term.c.entity_id, m.term.c.value).where(m.term.c.entity_id.in_(ids)))
    variants = _grouped(conn, select(m.variant.c.release_id, m.variant.c.name).where(m.variant.c.release_id.in_(ids)))
    pairs = _neighbours(conn, ids)
    called = _called(conn, sorted({other for _, other in pairs}))
    related: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for id_, other in pairs:
        related[id_] |= called[other]
    unresolved = select(m.derivation.c.child_id, m.derivation.c.parent_name)
    parents = _grouped(conn, unresolved.where(m.derivation.c.child_id.in_(ids), m.derivation.c.parent_id.is_(None)))
    rows = [
        {
            "id": id_,
            "name": fold(name),
            "alias": fold(" \n ".join(aliases[id_])),
            "keys": keys([name, *aliases[id_]]),
            "body": fold(" \n ".join({**body[id_], **terms[id_], **variants[id_]})),
            "related": fold(" \n ".join({**related[id_], **parents[id_]})) + " " + keys(related[id_]),
        }
        for id_, name in names.items()
    ]
    row_id = "rowid" if conn.dialect.name == "sqlite" else "id"
    values = ", ".join(f":{column}" for column in COLUMNS)
    if rows:
        conn.execute(text(f"INSERT INTO search ({row_id}, {', '.join(COLUMNS)}) VALUES (:id, {values})"), rows)


def _grouped(conn: Connection, query: Select[Any]) -> defaultdict[int, dict[str, None]]:
    """Distinct texts by entity, in order."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for id_, value in conn.execute(query):
        found[id_][value] = None
    return found


class _Matches(FunctionElement[bool]):
    """`id` is among the rows that match; the second argument is FTS5's query, the third PostgreSQL's."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: object = None) -> Self:  # noqa: ARG002 - the signature is SQLAlchemy's
        """As it is: SQLite, asked for “… = 1”, would try each row instead of looking up those that match."""
        return self


@compiles(_Matches, "sqlite")
def _sqlite(element: _Matches, compiler: Any, **kw: Any) -> str:
    id_, query, _ = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{id_} IN (SELECT rowid FROM search WHERE search MATCH {query})"


@compiles(_Matches)
def _postgresql(element: _Matches, compiler: Any, **kw: Any) -> str:
    id_, _, query = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"{id_} IN (SELECT id FROM search WHERE document @@ to_tsquery('simple', {query}))"


def tokens(word: str) -> list[str]:
    """The words as the index has them; a hyphen parts two, and each Han character is one."""
    kept = "".join(char if char.isalnum() else " " for char in fold(word[:_MAX_TERM]))
    return kept.split()


def is_searchable(text_: str) -> bool:
    """Whether there is a letter, digit or character in it that the index holds."""
    return bool(tokens(text_))


def matching(
    id_column: ColumnElement[int], terms: Sequence[SearchTerm], *, names_only: bool = False
) -> ColumnElement[bool]:
    """Whether the entity matches all terms; `names_only`: by its own names, on SQLite."""
    lite, post = _queries(terms, names_only=names_only)
    return _Matches(id_column, bindparam(None, lite), bindparam(None, post)) if lite else literal(True)


def _queries(terms: Sequence[SearchTerm], *, names_only: bool) -> tuple[str, str]:
    """What asks for all terms: FTS5's query and PostgreSQL's; both empty where there is nothing to look for."""
    lite, post = [], []
    for term in terms:
        found = tokens(term.text)
        if found:
            lite.append(f'"{" ".join(found)}"{"" if term.phrase else "*"}')
            post.append(f"({' <-> '.join(found)}{'' if term.phrase else ':*'})")
    wanted = " AND ".join(lite)
    return (f"{{name alias keys}} : ({wanted})" if names_only and wanted else wanted), " & ".join(post)


class Indexed(NamedTuple):
    """An entity as the index knows it: names folded, the other ones each on a line; and how many sources tell of it."""

    id: int
    name: str
    alias: str
    sources: int


def newest(conn: Connection, terms: Sequence[SearchTerm], most: int, *, names_only: bool = False) -> list[Indexed]:
    """Those added last, at most so many, of the entities that match all terms; `names_only` as for `matching`.

    The index is read from its end and no further than asked, so that a letter which begins a word of every entity
    costs little more than a rare word. FTS5's own rank would first count all matches of each term.
    """
    match, query = _match(conn, terms, names_only=names_only)
    statement = _indexed(conn, f"WHERE {match} ORDER BY 1 DESC LIMIT :most")
    if not query:
        return []
    rows = conn.execute(statement, {"query": query, "most": most}).all()  # much faster than one by one
    return list(map(Indexed._make, rows))


def is_common(conn: Connection, terms: Sequence[SearchTerm], most: int, *, names_only: bool = False) -> bool:
    """Whether more than so many entities match all terms; the index is read no further than it takes to know."""
    match, query = _match(conn, terms, names_only=names_only)
    statement = text(f"SELECT 1 FROM search WHERE {match} LIMIT 1 OFFSET :most")
    return bool(query) and conn.scalar(statement, {"query": query, "most": most}) is not None


def _match(conn: Connection, terms: Sequence[SearchTerm], *, names_only: bool) -> tuple[str, str]:
    """The condition for all terms, and its `query`; that is empty where there is nothing to look for."""
    lite, post = _queries(terms, names_only=names_only)
    if conn.dialect.name == "sqlite":
        return "search MATCH :query", lite
    return "document @@ to_tsquery('simple', :query)", post


def indexed(conn: Connection, ids: Iterable[int]) -> list[Indexed]:
    """These entities as they are indexed, in no order."""
    query = _indexed(conn, "WHERE entity.id IN :ids").bindparams(bindparam("ids", expanding=True))
    return list(map(Indexed._make, conn.execute(query, {"ids": list(ids)}).all()))


def _indexed(conn: Connection, which: str) -> TextClause:
    row_id = "search.rowid" if conn.dialect.name == "sqlite" else "search.id"
    names = f"{row_id}, search.name, search.alias, entity.sources"
    return text(f"SELECT {names} FROM search JOIN entity ON entity.id = {row_id} {which}")


def begins_a_word(conn: Connection, beginning: str) -> bool:
    """Whether an indexed word begins so; always true where the words cannot be listed, which is so on PostgreSQL."""
    if conn.dialect.name != "sqlite":
        return True
    known = text("SELECT 1 FROM search_terms WHERE term >= :low AND term < :high LIMIT 1")
    return conn.scalar(known, {"low": beginning, "high": beginning + "\U0010ffff"}) is not None


def words_from(conn: Connection, beginning: str) -> dict[str, int]:
    """The indexed words that begin so, each with how many entities have it. SQLite only."""
    near = text("SELECT term, doc FROM search_terms WHERE term >= :low AND term < :high")
    rows = conn.execute(near, {"low": beginning, "high": beginning + "\U0010ffff"}).all()
    return dict(map(tuple, rows))


def most_frequent(conn: Connection, words: Iterable[str]) -> str:
    """The one of these words that is in most entities; an empty text if none is indexed. SQLite only."""
    query = text("SELECT term FROM search_terms WHERE term IN :words ORDER BY doc DESC, term LIMIT 1")
    return conn.scalar(query.bindparams(bindparam("words", expanding=True)), {"words": sorted(words)}) or ""


def size(conn: Connection) -> int:
    """How many entities are indexed."""
    return conn.scalar(select(func.count()).select_from(text("search"))) or 0
