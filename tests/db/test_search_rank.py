"""Which entities are meant: the nearest names first, also where far more match than are ranked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, StaticPool, create_engine, event, insert

from db import models as m
from db import search, search_rank
from db.find import find
from db.search_text import nearness

NAMED = [
    (1, "release", "o1", 0, []),
    (2, "release", "OpenAI o3", 0, ["o3"]),
    (3, "release", "V3", 0, []),
    (4, "release", "DeepSeek-R1", 3, ["R1"]),
    (5, "person", "Lü Buwei", 1, ["吕不韦"]),
    (6, "organization", "V", 0, []),
    (7, "person", "Muller", 0, []),
    (8, "system", "Grok o1 run", 0, []),
]
RANKED = 20
"""How many of the newest matches are ranked here."""


def crowd() -> Iterator[tuple[int, str, str, int, list[str]]]:
    """Newer entities, more than are ranked, that begin like the named ones or mention them."""
    words = ["o1", "O3", "V3", "r1", "v", "lu", "wu", "Muller"]
    return (
        (100 + at, "release", f"{words[at % 8]}{' x' if at % 96 < 8 else 'x'}{at}", at % 3, []) for at in range(800)
    )


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as conn:
        m.metadata.create_all(conn)
        search.create(conn)
        add(conn, [*NAMED, *crowd()])
        search.rebuild(conn)
        yield conn
    engine.dispose()


@pytest.fixture(autouse=True)
def few_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_rank, "MOST", RANKED)


def add(conn: Connection, rows: Sequence[tuple[int, str, str, int, list[str]]]) -> None:
    for id_, kind, name, sources, aliases in rows:
        values = {"id": id_, "kind": kind, "slug": f"e{id_}", "name": name, "name_key": name.casefold()}
        conn.execute(insert(m.entity).values(**values, sources=sources))
        for text in aliases:
            conn.execute(insert(m.alias).values(entity_id=id_, text=text, key=text.casefold(), role="native"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("o1", 1),
        ("O1", 1),
        ("o3", 2),  # by its other name
        ("V3", 3),
        ("v3", 3),
        ("r1", 4),
        ("v", 6),
        ("muller", 7),
        ("吕不韦", 5),
    ],
)
def test_what_is_called_so_comes_first_among_many(conn: Connection, typed: str, first: int) -> None:
    assert search_rank.ranked(conn, [typed], 5)[0] == first
    assert find(conn, typed, 5).found[0].id == first


@pytest.mark.parametrize("typed", ["o", "v", "m", "o1", "wu", "mu"])
def test_names_that_begin_so_come_before_those_that_hold_it(conn: Connection, typed: str) -> None:
    near = [entity.nearness for entity in find(conn, typed, 10).found]
    assert near == sorted(near)
    assert len(near) == 10


def test_whole_words_are_found_behind_many_longer_ones(conn: Connection) -> None:
    assert 8 in search_rank.ranked(conn, ["o1"], 1_000)


@pytest.mark.parametrize(("typed", "most"), [("o1", 3), ("o", 1), ("o", 0), ("", 5), ("…", 5), ("zzzz", 5)])
def test_no_more_than_asked_for(conn: Connection, typed: str, most: int) -> None:
    assert len(search_rank.ranked(conn, [typed], most)) <= most


def test_equally_near_are_first_those_that_more_sources_tell_of(conn: Connection) -> None:
    found = [(name, sources) for _, _, name, sources, _ in crowd() if name.startswith("wu")]
    best = max(sources for _, sources in found)
    first = find(conn, "wu", 3).found
    assert [entity.name for entity in first] == sorted(
        (name for name, sources in found if sources == best and name in {entity.name for entity in first}),
        key=lambda name: (len(name), name),
    )


def test_all_are_ranked_where_few_match(conn: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked up by itself changes nothing as long as every match is ranked."""
    monkeypatch.setattr(search_rank, "MOST", 10_000)
    for typed in ("o", "v3", "muller", "x1"):
        names = {id_: [name, *aliases] for id_, _, name, _, aliases in (*NAMED, *crowd())}
        ids = search_rank.ranked(conn, [typed], 10_000)
        near = [min(nearness(name, typed) for name in names[id_]) for id_ in ids]
        assert near == sorted(near)
        assert len(ids) == len(set(ids))


@given(st.lists(st.text(max_size=12), max_size=4), st.booleans())
def test_any_words_can_be_looked_for(conn: Connection, words: list[str], names_only: bool) -> None:
    ids = search_rank.ranked(conn, words, 7, names_only=names_only)
    assert len(ids) == len(set(ids)) <= 7


def test_a_rare_word_takes_one_question(conn: Connection) -> None:
    asked: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(conn, "before_cursor_execute", note)
    try:
        assert search_rank.ranked(conn, ["grok"], 5) == [8]
    finally:
        event.remove(conn, "before_cursor_execute", note)
    assert len(asked) == 1
