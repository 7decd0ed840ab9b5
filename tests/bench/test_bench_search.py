"""Search, as typed: beginnings of names, whole names, mistyped ones, Chinese characters and pinyin.

The target is 30 ms for 19 of 20 searches among 100,000 releases. How long that is depends on the machine, so what is
asserted is a ratio, to FTS5's own ranked query for the same names in the same run. Where the ratio was set, 19 of 20 of
those queries took at most 40 ms, so that 0.75 of their time is the target. It is the percentile over all sorts of
words, as the target is; one sort alone is printed and not asserted, since a rare word costs FTS5 less than it costs to
show what was found.
"""

from __future__ import annotations

import random
import sqlite3
from array import array
from collections.abc import Iterator
from itertools import chain
from statistics import quantiles

import pytest
from sqlalchemy import Connection, insert, select

from db import models as m
from db import queries, search
from db.engine import Database
from db.find import Finding
from db.search_text import fold, keys
from db.spelling import correct
from tests.bench.measure import REPORT, Line, spent

pytestmark = pytest.mark.bench

Times = tuple[float, float]
"""Milliseconds of FTS5's own query, and of ours."""
TARGET = 30.0
"""Milliseconds within which 19 of 20 searches should end; printed, not asserted, since machines differ."""
RATIO = 0.75
"""How long they may take, FTS5's ranked queries taking 1."""
LIMIT = 50
"""Entities that are shown."""
SHORT = ["o1", "V3", "R1", "V", "x"]
"""Names of which the first letters begin thousands of others."""


def typed(raw: sqlite3.Connection, count: int = 40) -> dict[str, list[str]]:
    """Words by sort, each what somebody could type."""
    rng = random.Random(5)
    names = [row[0] for row in raw.execute("SELECT name FROM entity WHERE kind = 'release' ORDER BY id LIMIT 20000")]
    native = [row[0] for row in raw.execute("SELECT text FROM alias WHERE role = 'native' ORDER BY id")]
    words = [name.split("-")[0] for name in rng.sample(names, count)]
    persons = rng.sample(native, count)
    return {
        "one letter": [word[:1] for word in words],
        "two letters": [word[:2] for word in words],
        "three to five letters": [word[: rng.randint(3, 5)] for word in words],
        "names": words,
        "beginnings of two words": [" ".join(part[: rng.randint(1, 2)] for part in name.split("-")) for name in names[:count]],
        "mistyped": [_mistyped(rng, word) for word in words],
        "Chinese": [name[-2:] for name in persons],
        "pinyin": [rng.choice(keys([name]).split()) for name in persons],
    }  # fmt: skip


def _mistyped(rng: random.Random, word: str) -> str:
    """The word with two letters exchanged, one left out or one wrong."""
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            f"{word[:at]}q{word[at + 1 :]}",
        )
    )


def fts(conn: Connection, words: str) -> str:
    """The FTS5 query for names with these words, or with what they should have been."""
    meant = correct(conn, words.split())
    return " AND ".join(f'"{" ".join(fold(meant.get(word, word)).split())}"*' for word in words.split())


def by_hand(raw: sqlite3.Connection, query: str) -> list[tuple[int, str, str]]:
    """The best of the names, as FTS5 ranks them."""
    sql = (
        "SELECT entity.id, kind, entity.name FROM search JOIN entity ON entity.id = search.rowid"
        " WHERE search MATCH ? ORDER BY search.rank LIMIT ?"
    )
    return raw.execute(sql, (f"{{name alias keys}} : ({query})", LIMIT)).fetchall()


def check_found(raw: sqlite3.Connection, query: str, finding: Finding) -> None:
    """What was found has the words in its names, is all there is or as much as is shown, and begins with the nearest."""
    sql = "SELECT rowid FROM search WHERE search MATCH ?"
    names = {row[0] for row in raw.execute(sql, (f"{{name alias keys}} : ({query})",))}
    ids = [entity.id for entity in finding.found]
    assert set(ids) <= names
    assert len(ids) == min(LIMIT, len(names))
    near = [entity.nearness for entity in finding.found]
    assert near == sorted(near)


def test_search(database: Database, raw: sqlite3.Connection) -> None:
    """The 95th percentile is at most 0.75 times that of FTS5's own ranked queries."""
    every: list[Times] = []
    with database.read() as conn:
        for sort, words in typed(raw).items():
            asked = [fts(conn, word) for word in words]
            found = [queries.find(conn, word, LIMIT) for word in words]
            for query, finding in zip(asked, found, strict=True):
                check_found(raw, query, finding)
            assert sum(bool(finding.found) for finding in found) >= 0.9 * len(words), sort
            times = [
                (spent(lambda q=q: by_hand(raw, q)), spent(lambda w=w: queries.find(conn, w, LIMIT)))
                for q, w in zip(asked, words, strict=True)
            ]
            every += times
            REPORT.append(_line(f"search, {sort}", times))
    line = _line(f"search, all (target {TARGET:g} ms)", every, RATIO)
    REPORT.append(line)
    assert line.is_fast(), str(line)


def _line(name: str, times: list[Times], limit: float | None = None) -> Line:
    bare, ours = (quantiles(column, n=20)[-1] for column in zip(*times, strict=True))
    return Line(f"{name}, 95th percentile", ours, bare, limit)


class _Undone(Exception):
    """Ends a writing, so that nothing of it is kept."""


@pytest.fixture
def with_short_names(database: Database) -> Iterator[Connection]:
    """A connection that sees entities with short names, older than all others; they are gone afterwards."""
    rows = [
        {"id": -at, "slug": f"short-{at}", "kind": "system", "name": name, "name_key": name.casefold()}
        for at, name in enumerate(SHORT)
    ]
    try:
        with database.write("Short names") as conn:
            conn.execute(insert(m.entity), rows)
            search.rebuild(conn, [row["id"] for row in rows])
            yield conn
            raise _Undone
    except _Undone:
        pass


def test_the_oldest_is_first_if_it_is_called_so(with_short_names: Connection) -> None:
    """One or two letters find what is called just so, however many newer names begin with them."""
    for name in SHORT:
        for word in (name, name.lower(), name.upper()):
            assert queries.find(with_short_names, word, LIMIT).found[0].name == name


def filtered(conn: Connection, word: str) -> array[int]:
    """What a filter does for a word: correct it if nothing begins so, and look up all that match."""
    meant = correct(conn, [word]).get(word, word)
    matching = search.matching(m.entity.c.id, [search.SearchTerm(meant)])
    return array("q", conn.execute(select(m.entity.c.id).where(matching)).scalars())


def filtered_by_hand(raw: sqlite3.Connection, query: str) -> array[int]:
    """The bare statement for all that match."""
    sql = "SELECT id FROM entity WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    return array("q", chain.from_iterable(raw.execute(sql, (query,))))


def test_filter_by_words(database: Database, raw: sqlite3.Connection) -> None:
    """Of all that match a filter's word, the 95th percentile is at most three times that of the bare statements."""
    times = []
    with database.read() as conn:
        words = [word for sort, words in typed(raw, 20).items() if sort != "beginnings of two words" for word in words]
        for word in words:
            query = fts(conn, word)
            assert sorted(filtered(conn, word)) == sorted(filtered_by_hand(raw, query)), word
            times.append((spent(lambda q=query: filtered_by_hand(raw, q)), spent(lambda w=word: filtered(conn, w))))
    line = _line("filter by a word, all rows", times, 3)
    REPORT.append(line)
    assert line.is_fast(), str(line)
