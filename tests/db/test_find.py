"""Finding any entity by what it is called: who comes first, under which name, and what is done about mistakes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, StaticPool, create_engine, insert

from db import models as m
from db import queries, search
from db.search_text import Nearness, nearness

ENTITIES = [
    (1, "release", "deepseek-v3", "DeepSeek-V3", 3, ["V3"]),
    (2, "release", "deepseek-v2", "DeepSeek-V2", 5, []),
    (3, "person", "liang-wenfeng", "Liang Wenfeng", 4, ["梁文锋"]),
    (4, "technique", "mla", "Multi-head latent attention", 2, ["MLA"]),
    (5, "organization", "deepseek", "DeepSeek", 9, ["深度求索"]),
    (6, "event", "founding", "DeepSeek is founded", 1, []),
    (7, "person", "lu-buwei", "Lü Buwei", 1, ["吕不韦"]),
]


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as conn:
        m.metadata.create_all(conn)
        search.create(conn)
        for id_, kind, slug, name, sources, aliases in ENTITIES:
            conn.execute(
                insert(m.entity).values(
                    id=id_, kind=kind, slug=slug, name=name, name_key=name.casefold(), sources=sources
                )
            )
            for text in aliases:
                conn.execute(insert(m.alias).values(entity_id=id_, text=text, key=text.casefold(), role="native"))
        conn.execute(insert(m.relation).values(subject_id=1, property="technique", object_id=4))
        search.rebuild(conn)
        yield conn
    engine.dispose()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("deepseek", ["DeepSeek", "DeepSeek-V2", "DeepSeek-V3", "DeepSeek is founded"]),
        ("deepseek v3", ["DeepSeek-V3"]),
        ("v3", ["DeepSeek-V3"]),
        ("founded", ["DeepSeek is founded"]),
        ("MLA", ["Multi-head latent attention"]),
        ("latent", ["Multi-head latent attention"]),  # and not the release that only uses it
        ("梁文", ["Liang Wenfeng"]),
        ("lwf", ["Liang Wenfeng"]),
        ("liangwenfeng", ["Liang Wenfeng"]),
        ("lvbuwei", ["Lü Buwei"]),
        ("lu buwei", ["Lü Buwei"]),
        ("depseek", ["DeepSeek", "DeepSeek-V2", "DeepSeek-V3", "DeepSeek is founded"]),
        ("wenfegn", ["Liang Wenfeng"]),
        ("v3 latent", ["DeepSeek-V3", "Multi-head latent attention"]),  # no name has both: what is related counts
        ("zzzz", []),
        ("", []),
        ("…", []),
    ],
)
def test_the_best_comes_first(conn: Connection, typed: str, names: list[str]) -> None:
    assert [entity.name for entity in queries.find(conn, typed).found] == names


@pytest.mark.parametrize(
    ("typed", "also"),
    [("mla", "MLA"), ("梁文锋", "梁文锋"), ("lwf", "梁文锋"), ("liang", ""), ("深度", "深度求索"), ("deepseek", "")],
)
def test_the_other_name_that_was_meant_is_told(conn: Connection, typed: str, also: str) -> None:
    assert queries.find(conn, typed).found[0].also == also


def test_the_words_are_those_that_found_something(conn: Connection) -> None:
    assert queries.find(conn, "depseek v3").words == ("deepseek", "v3")
    assert queries.find(conn, "deepseek").words == ("deepseek",)


def test_the_limit_keeps_the_best(conn: Connection) -> None:
    assert [entity.name for entity in queries.find(conn, "deepseek", limit=1).found] == ["DeepSeek"]


def test_slugs_give_entities_in_their_order_without_those_that_are_gone(conn: Connection) -> None:
    found = queries.by_slugs(conn, ["mla", "gone", "deepseek-v3"])
    assert [(entity.slug, entity.kind.value) for entity in found] == [("mla", "technique"), ("deepseek-v3", "release")]
    assert queries.by_slugs(conn, []) == []


@given(st.text(max_size=40))
def test_any_text_can_be_typed(conn: Connection, typed: str) -> None:
    found = queries.find(conn, typed).found
    assert len({entity.id for entity in found}) == len(found)


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("DeepSeek-V3", "deepseek v3", Nearness.EXACT),
        ("DeepSeek-V3", "deep", Nearness.BEGINS),
        ("DeepSeek-V3", "v3", Nearness.WORDS),
        ("DeepSeek-V3", "v3 deep", Nearness.WORDS),
        ("DeepSeek-V3", "seek", Nearness.OTHER),
        ("Lü Buwei", "LU BU", Nearness.BEGINS),
        ("梁文锋", "梁", Nearness.BEGINS),
        ("梁文锋", "文锋", Nearness.WORDS),
    ],
)
def test_nearness(name: str, typed: str, expected: Nearness) -> None:
    assert nearness(name, typed) is expected
