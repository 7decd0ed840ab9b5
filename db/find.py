"""Finding entities of any kind by what they are called, for a palette: the best first, while it is typed.

Names, native names and other names, their beginnings and pinyin come first; where no name matches, a typing mistake is
mended, and at last all that is indexed is looked through.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from db import models as m
from db import search
from db.edtf import DateSpan, parse
from db.kinds import Kind
from db.search_rank import ranked
from db.search_text import Nearness, nearness
from db.spelling import correct

LONGEST = 200  # characters that are looked at
MOST_WORDS = 12
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Found:
    """An entity. `also` is the other name that was meant, where it is not the first."""

    id: int
    slug: str
    kind: Kind
    name: str
    also: str = ""
    date: DateSpan | None = None
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
    ids = ranked(conn, words, limit)
    if not ids:
        nearest = correct(conn, words)
        mended = [nearest.get(word, word) for word in words]
        ids = ranked(conn, mended, limit) if nearest else []
        words = mended if ids else words
        ids = ids or ranked(conn, mended, limit, names_only=False)
    return Finding(tuple(words), tuple(_shown(conn, ids, " ".join(words))))


def by_slugs(conn: Connection, slugs: Sequence[str]) -> list[Found]:
    """The entities with these slugs, in this order, without those that are gone."""
    e = m.entity.c
    query = select(e.id, e.slug, e.kind, e.name, e.date_edtf).where(e.slug.in_(list(slugs)))
    known = {
        slug: Found(id_, slug, Kind(kind), name, date=_span(edtf))
        for id_, slug, kind, name, edtf in conn.execute(query)
    }
    return [known[slug] for slug in slugs if slug in known]


def _shown(conn: Connection, ids: Sequence[int], typed: str) -> list[Found]:
    """The entities with these ids, in this order, as they are shown."""
    e, a = m.entity.c, m.alias.c
    others: defaultdict[int, list[str]] = defaultdict(list)
    for id_, text in conn.execute(select(a.entity_id, a.text).where(a.entity_id.in_(ids)).order_by(a.id)):
        others[id_].append(text)
    found = {}
    for id_, slug, kind, name, edtf in conn.execute(
        select(e.id, e.slug, e.kind, e.name, e.date_edtf).where(e.id.in_(ids))
    ):
        near, also = _best_name(name, others[id_], typed)
        found[id_] = Found(id_, slug, Kind(kind), name, also, _span(edtf), near)
    return [found[id_] for id_ in ids]


def _span(edtf: str) -> DateSpan | None:
    return parse(edtf) if edtf else None


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
