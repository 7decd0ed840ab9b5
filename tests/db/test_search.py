"""Full-text search: what is typed, rightly or wrongly, and what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, StaticPool, create_engine, insert, select
from sqlalchemy.dialects import postgresql

from db import models as m
from db import search
from db.filters import parse
from db.search import SearchTerm
from db.search_text import fold, hits, keys
from db.spelling import correct, respelled

ENTITIES = [
    (1, "release", "deepseek-v3", "DeepSeek-V3", []),
    (2, "release", "openai-o1", "OpenAI o1", []),
    (3, "person", "liang-wenfeng", "Liang Wenfeng", ["梁文锋"]),
    (4, "person", "lue-buwei", "Lü Buwei", ["吕不韦"]),
    (5, "technique", "mla", "Multi-head latent attention", ["MLA"]),
    (6, "organization", "deepseek", "DeepSeek", ["深度求索"]),
    (7, "person", "zeng-wangding", "Zeng Wangding", ["曾旺定"]),
    (8, "release", "qwen2.5", "Qwen2.5-72B", []),
]


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as conn:
        m.metadata.create_all(conn)
        search.create(conn)
        for id_, kind, slug, name, aliases in ENTITIES:
            conn.execute(insert(m.entity).values(id=id_, kind=kind, slug=slug, name=name, name_key=name.casefold()))
            for text in aliases:
                conn.execute(insert(m.alias).values(entity_id=id_, text=text, key=text.casefold(), role="native"))
        conn.execute(insert(m.relation).values(subject_id=1, property="technique", object_id=5))
        conn.execute(insert(m.credit).values(person_id=7, target_id=8))
        conn.execute(
            insert(m.statement).values(
                entity_id=8, property="description", position=0, value="A café of tokens", rank="normal", basis="stated"
            )
        )
        search.rebuild(conn)
        yield conn
    engine.dispose()


def found(conn: Connection, *words: str, phrase: bool = False) -> set[int]:
    terms = [SearchTerm(word, phrase) for word in words]
    return set(conn.scalars(select(m.entity.c.id).where(search.matching(m.entity.c.id, terms))))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("o1", {2}),
        ("V3", {1, 5}),  # and the technique that V3 uses
        ("deepseek", {1, 5, 6}),
        ("deepseek v3", {1, 5}),
        ("deepseekv3", {1, 5}),
        ("梁文锋", {3}),
        ("文锋", {3}),
        ("梁", {3}),
        ("liang wenf", {3}),
        ("liangwenfeng", {3}),
        ("lwf", {3}),
        ("Lüo", set()),
        ("Lü", {4}),
        ("lu", {4}),
        ("lvbuwei", {4}),
        ("zwd", {7, 8}),  # and the release that he is credited on
        ("旺定", {7, 8}),
        ("cafe", {8}),
        ("CAFÉ", {8}),
        ("qwen2.5", {7, 8}),
        ("ｑｗｅｎ２", {7, 8}),
        ("latent", {1, 5}),  # V3 through the technique that it uses
        ("深度", {6}),
        ("求索", {6}),
        ("zzzz", set()),
    ],
)
def test_what_finds_what(conn: Connection, typed: str, expected: set[int]) -> None:
    assert found(conn, *typed.split()) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("latent attention", {1, 5}), ("attention latent", set()), ("head lat", set())],
)
def test_phrases_keep_order_and_whole_words(conn: Connection, phrase: str, expected: set[int]) -> None:
    assert found(conn, phrase, phrase=True) == expected


@given(st.text(max_size=30))
def test_any_text_is_a_valid_search(conn: Connection, typed: str) -> None:
    assert found(conn, *typed.split()) <= {row[0] for row in ENTITIES}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("deepsek", "deepseek"),
        ("depseek", "deepseek"),
        ("Atention", "attention"),
        ("wenfegn", "wenfeng"),
        ("deepseek", None),
        ("deep", None),  # begins a known word
        ("xyz", None),  # too short to guess
        ("abracadabra", None),
        ("20245", None),
        ("梁文峰", None),
    ],
)
def test_typing_mistakes(conn: Connection, typed: str, meant: str | None) -> None:
    assert correct(conn, [typed]).get(typed) == meant


def test_only_mistaken_words_are_respelled(conn: Connection) -> None:
    spec = parse('deepsek -atention "atention head" V3 org:Deepsek')
    assert str(respelled(conn, spec)) == 'deepseek -atention "atention head" V3 org:Deepsek'
    right = parse("deepseek V3")
    assert respelled(conn, right) is right


def test_a_changed_name_is_found_and_the_old_one_is_not(conn: Connection) -> None:
    with conn.begin_nested() as savepoint:
        conn.execute(m.entity.update().where(m.entity.c.id == 5).values(name="Sliding window"))
        search.rebuild(conn, [5])
        search.integrity_check(conn)
        assert found(conn, "sliding") == {1, 5}
        assert found(conn, "latent") == set()
        assert search.size(conn) == len(ENTITIES)
        savepoint.rollback()


def test_the_same_clause_compiles_for_postgresql() -> None:
    clause = search.matching(m.entity.c.id, [SearchTerm("latent"), SearchTerm("a b", True)])
    compiled = clause.compile(dialect=postgresql.dialect())
    assert "to_tsquery" in str(compiled)
    assert "(latent:*) & (a <-> b)" in compiled.params.values()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("DeepSeek-V3", ["v3"], [(9, 11)]),
        ("DeepSeek-V3", ["seek"], []),
        ("Lüo Fuli", ["luo"], [(0, 3)]),
        ("梁文锋", ["文锋"], [(1, 3)]),
        ("a a", ["a"], [(0, 1), (2, 3)]),
        ("latent attention", ["latent attention"], [(0, 16)]),
        ("ﬁne", ["fine"], [(0, 3)]),
        ("x", [""], []),
    ],
)
def test_hits(text: str, words: list[str], expected: list[tuple[int, int]]) -> None:
    assert hits(text, words) == expected


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=3))
def test_hits_are_apart_and_inside(text: str, words: list[str]) -> None:
    ranges = hits(text, words)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(a[1] < b[0] for a, b in pairwise(ranges))


def test_keys_hold_pinyin_in_three_forms() -> None:
    assert {"shan", "tian", "fang", "shantianfang", "tianfang", "stf"} <= set(keys(["单田芳"]).split())
    assert {"chongqing", "zhongqing", "cq"} <= set(keys(["重庆"]).split())
    assert {"lubu", "lvbu", "lu", "bu"} <= set(keys(["吕布"]).split())
    assert fold("Ｌüo 梁") == "luo  梁 "
