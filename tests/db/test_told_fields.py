"""Fields made from properties: what is stated without a column of its own is told in words, by kind and best rank."""

from __future__ import annotations

import pytest

from db import queries
from db.dossier import About, Dossier, Entity
from db.engine import memory_database
from db.fields import BY_KEY, FIELDS, fields_of
from db.filters import parse
from db.kinds import Kind
from db.listings import FieldType
from db.properties import PROPERTIES, Property
from db.store import store

CASES = [
    (Kind.SYSTEM, "cost", [{"value": "5.58M"}], ["5.58M USD"]),
    (Kind.SYSTEM, "cost", [{"value": "200 million", "unit": "CNY", "role": "construction"}], ["200 million CNY (construction)"]),
    (Kind.SYSTEM, "gpus", [{"value": "1,100", "qualifier": "about", "role": "A100", "when": "2021"}], ["1,100 (about, A100, 2021)"]),
    (Kind.SYSTEM, "gpus", [{"value": "1,100", "role": "A100"}, {"value": "8", "role": "H800"}], ["1,100 (A100)", "8 (H800)"]),
    (Kind.SYSTEM, "nodes", [{"value": "625"}, {"value": "626"}], ["625", "626"]),
    (Kind.SYSTEM, "nodes", [{"value": "625"}, {"value": "626", "rank": "preferred"}], ["626"]),
    (Kind.SYSTEM, "nodes", [{"value": "625"}, {"value": "626", "rank": "deprecated"}], ["625"]),
    (Kind.SYSTEM, "nodes", [{"value": "626", "rank": "deprecated"}], []),
    (Kind.SYSTEM, "gpus", [{"value": "9", "role": "A"}, {"value": "8", "role": "B", "rank": "preferred"}], ["8 (B)", "9 (A)"]),
    (Kind.SYSTEM, "feature", [{"value": "fast"}, {"value": "cheap", "rank": "preferred"}], ["cheap", "fast"]),
    (Kind.ORGANIZATION, "founded", [{"value": "17 July 2023"}, {"value": "Jul 17, 2023"}], ["2023-07-17"]),
    (Kind.ORGANIZATION, "founder", [{"value": "liang"}, {"name": "two classmates"}], ["Liang", "two classmates"]),
    (Kind.ORGANIZATION, "headquarters", [{"value": "Hangzhou", "role": "office", "when": "2023"}], ["Hangzhou"]),
    (Kind.PERSON, "career", [{"value": "lab", "role": "PhD", "when": "2010-2015"}], ["Lab (PhD, 2010/2015)"]),
    (Kind.PERSON, "credit", [{"value": "ex", "role": "author"}], ["Ex (author)"]),
    (Kind.RELEASE, "claim", [{"value": "It is open", "role": "openness", "cite": ("doc:1", "doc:2")}], ["It is open (openness)"]),
    (Kind.EVENT, "market_value", [{"value": "-600 billion", "qualifier": "nearly"}], ["-600 billion USD (nearly)"]),
]  # fmt: skip
PROPERTY_OF = {"career": "affiliation"}


def entity(kind: Kind, id_: str, **facts: object) -> Entity:
    return Entity.model_validate({"kind": kind, "id": id_, "name": id_.capitalize(), "facts": facts})


OTHERS = (
    entity(Kind.PERSON, "liang"),
    entity(Kind.ORGANIZATION, "lab"),
    entity(Kind.RELEASE, "ex"),
    entity(Kind.SOURCE, "doc"),
)


@pytest.mark.parametrize(("kind", "key", "facts", "expected"), CASES)
def test_what_is_told(kind: Kind, key: str, facts: list[dict[str, str]], expected: list[str]) -> None:
    mine = entity(kind, "mine", **{PROPERTY_OF.get(key, key): facts})
    database = memory_database()
    with database.write("all") as conn:
        store(conn, Dossier(about=About(id="x", title="x"), entities=(mine, *OTHERS)))
        id_ = queries.resolve(conn, "mine")
        assert id_ is not None
        (row,) = queries.rows(conn, kind, [id_], [key])
        assert row.cells == (tuple(expected),)
        for value in expected:
            assert list(queries.ids(conn, kind, parse(f'{key}:"{value}"'))) == [id_]
        known = list(queries.ids(conn, kind, parse(f"has:{key}")))
        assert (id_ in known) == bool(expected)
        assert list(queries.ids(conn, kind, parse(""), [(key, False)]))
    database.close()


@pytest.mark.parametrize("rule", PROPERTIES.values(), ids=lambda rule: rule.key)
def test_each_property_of_a_kind_has_a_field(rule: Property) -> None:
    name = {"alias": "aliases"}.get(rule.key, rule.key)
    for kind in rule.kinds:
        assert name in {word for field in fields_of(kind) for word in (field.key, field.property)}, kind


def test_no_key_means_two_fields_and_told_ones_are_shown_on_demand() -> None:
    assert len(BY_KEY) == len(FIELDS)
    made = [
        field
        for field in FIELDS
        if field.type is FieldType.WORDS and not field.property and isinstance(field.listing, Kind)
    ]
    assert {"gpus", "cost", "price", "claim", "figure", "career"} <= {field.key for field in made}
    assert not any(field.default or field.facet for field in made if field.key in PROPERTIES)


REACH = [
    (Kind.RELEASE, "event:Launch", ["ex"]),
    (Kind.RELEASE, "system:Cluster", ["ex"]),
    (Kind.SYSTEM, "release:Ex", ["cluster"]),
    (Kind.EVENT, "event:Launch", ["launch"]),
    (Kind.SYSTEM, "system:Cluster", ["cluster"]),
    (Kind.EVENT, "system:Cluster", ["launch"]),
    (Kind.PERSON, "works_on:Moe", ["liang"]),
    (Kind.RELEASE, 'author:"A. Writer"', ["ex"]),
]


@pytest.mark.parametrize(("kind", "query", "expected"), REACH)
def test_relations_are_found_from_both_ends(kind: Kind, query: str, expected: list[str]) -> None:
    entities = (
        entity(Kind.TECHNIQUE, "moe"),
        entity(Kind.PERSON, "liang", technique={"value": "moe"}),
        entity(Kind.PERSON, "other"),
        entity(Kind.SYSTEM, "cluster"),
        entity(Kind.SYSTEM, "spare"),
        entity(Kind.RELEASE, "ex", system={"value": "cluster", "role": "trained on", "cite": "doc"}),
        entity(Kind.RELEASE, "ey"),
        entity(Kind.EVENT, "launch", about=({"value": "ex"}, {"value": "cluster"})),
        entity(Kind.EVENT, "end"),
        entity(Kind.SOURCE, "doc", author={"value": "A. Writer"}),
    )
    database = memory_database()
    with database.write("all") as conn:
        store(conn, Dossier(about=About(id="x", title="x"), entities=entities))
        found = queries.ids(conn, kind, parse(query))
        assert list(found) == [queries.resolve(conn, slug) for slug in expected]
    database.close()


def test_relations_tell_their_role_from_both_ends() -> None:
    entities = (
        entity(
            Kind.RELEASE,
            "ex",
            system=(
                {"value": "cluster", "role": "trained on", "cite": ("doc:1", "doc:2")},
                {"value": "cluster", "role": "sold with", "rank": "deprecated", "ground": "No more"},
                {"value": "cluster", "role": "run on"},
                {"value": "spare"},
            ),
        ),
        entity(Kind.SYSTEM, "cluster"),
        entity(Kind.SYSTEM, "spare"),
        entity(Kind.SOURCE, "doc"),
    )
    database = memory_database()
    with database.write("all") as conn:
        store(conn, Dossier(about=About(id="x", title="x"), entities=entities))
        details = [queries.details(conn, queries.resolve(conn, slug) or 0) for slug in ("ex", "cluster")]
        seen = [[(row.other.name, row.detail) for row in item.relations] for item in details if item]
    database.close()
    assert seen == [[("Cluster", "trained on, run on"), ("Spare", "")], [("Ex", "trained on, run on")]]
