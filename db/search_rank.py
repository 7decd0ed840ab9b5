"""Which few entities are meant by what is typed: the nearest names first, in a keystroke's time at any size.

A filter asks which rows match, and all of them count; here only the best matter, so the index is read no further than
its newest matches. What they might lack in a large database is looked up by itself: names that are, or begin with, just
what was typed, and whole words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, Connection, Select, bindparam, func, select, union

from db import models as m
from db import search
from db.search import Indexed, SearchTerm
from db.search_text import Asked, Nearness

MOST = 2_000
"""Matches that are ranked: the newest; or of names that begin with what was typed, the first."""
SHORT = 3
"""Letters of a beginning that the index reads bit by bit; it gathers all matches of a longer one first."""
_Key = tuple[Nearness, int, int, str, int]
"""What entities are ranked by, the least first: nearness, sources (negative), the name's length, the name, the id."""
_LAST = "\U0010ffff"
"""After every character that a name may have."""


def ranked(conn: Connection, words: Sequence[str], limit: int, *, names_only: bool = True) -> list[int]:
    """Ids of the entities, at most `limit`, whose own names match all words, from their beginnings: the nearest first.

    Equally near are those first of which more sources tell, then the shorter names. Without `names_only`, and always on
    PostgreSQL, their text and the names of what is related match too.
    """
    asked = Asked(" ".join(words))
    parts = [SearchTerm(word) for word in words]
    whole = [SearchTerm(word, phrase=True) for word in words]

    def newest(terms: Sequence[SearchTerm], most: int) -> set[_Key]:
        return _keys(search.newest(conn, terms, most, names_only=names_only), asked)

    keys: set[_Key] = set()
    if len(words) == 1 and len(words[0]) <= SHORT and search.is_common(conn, parts, MOST, names_only=names_only):
        keys = _keys(search.indexed(conn, _called(conn, words[0], limit)), asked)
    if sum(near <= Nearness.BEGINS for near, *_ in keys) >= limit:
        keys |= newest(whole, limit)  # even then: a name with accents is what was typed without them
    else:
        found = newest(parts, MOST)
        if len(found) == MOST:
            keys |= newest(whole, MOST) | _keys(search.indexed(conn, _called(conn, " ".join(words), limit)), asked)
        keys |= found
    return [key[-1] for key in nsmallest(limit, keys)]


def _keys(rows: Iterable[Indexed], asked: Asked) -> set[_Key]:
    return {(_nearness(name, alias, asked), -sources, len(name), name, id_) for id_, name, alias, sources in rows}


def _nearness(name: str, alias: str, asked: Asked) -> Nearness:
    """How near the nearest of an entity's indexed names is."""
    own = asked.nearness(name)
    if own is Nearness.EXACT or not alias:
        return own
    return min(own, *map(asked.nearness, alias.split("\n")))


def _called(conn: Connection, typed: str, limit: int) -> set[int]:
    """Entities of exactly this name or alias, and those whose names begin with it: up to the limit of each."""
    key = typed.casefold()
    return set(conn.scalars(_by_key(), {"key": key, "end": key + _LAST, "limit": limit}).all())


@lru_cache(maxsize=1)
def _by_key() -> CompoundSelect[Any]:
    e, a = m.entity.c, m.alias.c
    key: BindParameter[str] = bindparam("key")
    end: BindParameter[str] = bindparam("end")
    limit: BindParameter[int] = bindparam("limit")
    queries: list[Select[Any]] = []
    for id_, column in ((e.id, e.name_key), (a.entity_id, a.key)):
        queries.append(select(id_.label("id")).where(column == key).limit(limit))
        begun = select(id_.label("id"), column.label("key")).where(column >= key, column < end)
        some = begun.order_by(column).limit(MOST).subquery()
        told = select(some.c.id).join(m.entity, e.id == some.c.id)
        queries.append(told.order_by(e.sources.desc(), func.length(some.c.key), some.c.key).limit(limit))
    return union(*(select(query.subquery().c.id) for query in queries))
