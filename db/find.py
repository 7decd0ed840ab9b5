"""Finding entities of any kind by what they are called, for a palette: the best first, while it is typed.

Names, native names and other names, their beginnings and pinyin come first; where no name matches, a typing mistake is
mended, and at last all that is indexed is looked through.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select, union

from db import models as m
from db import search
from db.kinds import Kind
from db.search import SearchTerm
from db.search_text import Nearness, nearness

MOST_RANKED = 2_000  # the newest of those that match
MOST_BEGUN = 200  # whose whole name begins as typed
LONGEST = 200  # characters that are looked at
MOST_WORDS = 12
_BATCH = 500
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Found:
    """An entity. `also` is the other name that was meant, where it is not the first; `date` is as its source has it."""

    id: int
    slug: str
    kind: Kind
    name: str
    also: str = ""
    date: str = ""
    nearness: Nearness = Nearness.OTHER


@dataclass(frozen=True, slots=True)
class Finding:
    """The entities, and the words they were found by: not always those that were typed."""

    words: tuple[str, ...]
    found: tuple[Found, ...]


def find(conn: Connection, typed: str, limit: int = 50) -> Finding:
    """Entities that are called so, the best first; equals by how many sources speak of them, then by name."""
    words = typed[:LONGEST].split()[:MOST_WORDS]
    if not any(search.is_searchable(word) for word in words):
        return Finding((), ())
    ids = _ids(conn, words, names_only=True)
    if not ids:
        nearest = search.correct(conn, words)
        mended = [nearest.get(word, word) for word in words]
        ids = _ids(conn, mended, names_only=True) if nearest else []
        words = mended if ids else words
        ids = ids or _ids(conn, mended, names_only=False)
    found = _ranked(conn, ids, " ".join(words))
    return Finding(tuple(words), tuple(found[:limit]))


def by_slugs(conn: Connection, slugs: Sequence[str]) -> list[Found]:
    """The entities with these slugs, in this order, without those that are gone."""
    e = m.entity.c
    query = select(e.id, e.slug, e.kind, e.name, e.date_text).where(e.slug.in_(list(slugs)))
    known = {slug: Found(id_, slug, Kind(kind), name, date=date) for id_, slug, kind, name, date in conn.execute(query)}
    return [known[slug] for slug in slugs if slug in known]


def _ids(conn: Connection, words: Sequence[str], *, names_only: bool) -> list[int]:
    """Who may be meant: the newest that match all words, and those whose whole name begins as typed."""
    e, a = m.entity.c, m.alias.c
    matching = search.matching(e.id, [SearchTerm(word) for word in words], names_only=names_only)
    newest = conn.scalars(select(e.id).where(matching).order_by(e.id.desc()).limit(MOST_RANKED)).all()
    if len(newest) < MOST_RANKED:
        return list(newest)
    typed = " ".join(words).casefold()
    begun: list[Select[tuple[int]]] = [
        select(e.id).where(e.name_key >= typed, e.name_key < typed + "\U0010ffff").order_by(e.name_key),
        select(a.entity_id).where(a.key >= typed, a.key < typed + "\U0010ffff").order_by(a.key),
    ]
    halves = [select(half.limit(MOST_BEGUN).subquery()) for half in begun]
    return list({*newest, *conn.scalars(union(*halves))})


def _ranked(conn: Connection, ids: Sequence[int], typed: str) -> list[Found]:
    e, a = m.entity.c, m.alias.c
    found: list[tuple[int, Found]] = []
    for start in range(0, len(ids), _BATCH):
        some = list(ids[start : start + _BATCH])
        others: defaultdict[int, list[str]] = defaultdict(list)
        for id_, text in conn.execute(select(a.entity_id, a.text).where(a.entity_id.in_(some)).order_by(a.id)):
            others[id_].append(text)
        query = select(e.id, e.slug, e.kind, e.name, e.date_text, e.sources).where(e.id.in_(some))
        for id_, slug, kind, name, date, sources in conn.execute(query):
            near, also = _best_name(name, others[id_], typed)
            found.append((sources, Found(id_, slug, Kind(kind), name, also, date, near)))
    found.sort(key=lambda pair: (pair[1].nearness, -pair[0], len(pair[1].name), pair[1].name.casefold(), pair[1].id))
    return [entity for _sources, entity in found]


def _best_name(name: str, others: Sequence[str], typed: str) -> tuple[Nearness, str]:
    """How near the best of the names is, and that name if it is not the first.

    What is near in no spelling was typed in pinyin: then it is the first name in Han characters.
    """
    best, also = nearness(name, typed), ""
    for other in others:
        near = nearness(other, typed)
        if near < best:
            best, also = near, other
    if best is Nearness.OTHER:
        also = next((other for other in others if _HAN.search(other)), "")
    return best, also
