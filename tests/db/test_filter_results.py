"""What filters find, as a table: query, listing, the slugs found."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql

from db import models as m
from db import queries
from db.clauses import AnyOf, Range, Words
from db.facets import facets
from db.fields import FIELDS, fields_of
from db.filters import FilterSpec, parse, where
from db.kinds import Kind
from db.listings import Listing, Part, base
from db.row_selects import ids_of, order

R, P, O, U, T, S, E, D = (Kind.RELEASE, Kind.PERSON, Kind.ORGANIZATION, Kind.PUBLICATION, Kind.TECHNIQUE, Kind.SYSTEM, Kind.EVENT, Kind.SOURCE)  # fmt: skip  # noqa: E741
ALL_RELEASES = "a1 a2 a2-chat a3 b1 b2 c1 ring-1 ring-2 loop open-end bare"


def slugs(conn: Connection, listing: Listing, query: str) -> set[str]:
    ids = queries.ids(conn, listing, parse(query))
    assert len(set(ids)) == len(ids) == queries.count(conn, listing, parse(query)).matching
    return set(conn.scalars(select(m.entity.c.slug).where(m.entity.c.id.in_(list(ids)))))


FOUND: list[tuple[str, Kind, str]] = [
    ("", R, ALL_RELEASES),
    ("org:Alpha", R, "a1 a2 a2-chat a3"),
    ("org:ALPHA", R, "a1 a2 a2-chat a3"),
    ("org:Alpha,beta", R, "a1 a2 a2-chat a3 b1 b2"),
    ('org:"beta, inc. (“b”)"', R, "a3 b1 b2"),
    ("org:Alpha org:beta", R, "a3"),
    ("org:nobody-knows", R, ""),
    # "is not" keeps the unknown
    ("-org:Alpha", R, "b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("license:MIT", R, "a1 a2"),
    ("-license:MIT", R, "a2-chat a3 b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("license:?", R, "a2-chat c1 ring-1 ring-2 loop open-end bare"),
    ("license:MIT,?", R, "a1 a2 a2-chat c1 ring-1 ring-2 loop open-end bare"),
    ("-license:?", R, "a1 a2 a3 b1 b2"),
    ("-license:MIT,?", R, "a3 b1 b2"),
    ("has:license", R, "a1 a2 a3 b1 b2"),
    ('license:"alpha license, V1"', R, "b1"),
    ("license:Żółw", R, "b2"),
    ("-open:no", R, "a1 a2 a2-chat b1 c1 ring-1 ring-2 loop open-end bare"),
    ("open:yes", R, "a1 a2 a2-chat"),
    ("open:no,unknown", R, "a3 b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("open:yes,no", R, "a1 a2 a2-chat a3 b2"),
    # numbers, of the same variant
    ("params:>100B", R, "a3 b1"),
    ("params:7B", R, "a1 a2"),
    ("params:7B..67B", R, "a1 a2 a3"),
    ("params:>7B..<67B", R, "a3"),
    ("params:>100B active:<10B", R, ""),
    ("params:<100B active:<10B", R, "a3"),
    ("params:>100B active:<40B", R, "a3 b1"),
    ("active:<10B", R, "a3 b2"),
    ("-params:>100B", R, "a1 a2 a2-chat a3 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("-params:>10B", R, "a1 a2 a2-chat b2 c1 ring-1 ring-2 loop open-end bare"),
    ("-params:>100B active:<10B", R, "a3 b2"),
    ("params:?", R, "a2-chat b2 c1 ring-1 ring-2 loop open-end bare"),
    ("-params:?", R, "a1 a2 a3 b1"),
    ("params:? active:>=1B", R, "b2"),
    ("disagreements:0", R, ALL_RELEASES),
    # dates: what may lie in the range
    ("date:2024", R, "a2 a2-chat a3 b1 ring-1 ring-2 loop"),
    ("date:2024-01", R, "a2 a2-chat a3 b1"),
    ("date:2024-01-05", R, "a2 a3 b1"),
    ("date:>=2025", R, "b2 open-end"),
    ("date:>2024", R, "b2 open-end"),
    ("date:<2023", R, "c1"),
    ("date:<=2023-05", R, "a1 b1 c1"),
    ("date:..2022", R, "c1"),
    ("date:>2024-01..<2024-08", R, "a3 b1 ring-1 ring-2"),
    ("date:2030", R, "open-end"),
    ("date:?", R, "bare"),
    ("-date:?", R, "a1 a2 a2-chat a3 b1 b2 c1 ring-1 ring-2 loop open-end"),
    ("-date:2024", R, "a1 b1 b2 c1 open-end bare"),
    ("-date:2024-01", R, "a1 a3 b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("-date:..2022", R, "a1 a2 a2-chat a3 b1 b2 ring-1 ring-2 loop open-end bare"),
    ("-date:>=2025", R, "a1 a2 a2-chat a3 b1 c1 ring-1 ring-2 loop bare"),
    # texts, entities, identity
    ("modality:TEXT", R, "a1 a2"),
    ("modality:text modality:code", R, "a2"),
    ("modality:text,vision", R, "a1 a2 b2"),
    ("technique:MLA", R, "a2 a3"),
    ("technique:moe", R, "a3 b1"),
    ("technique:?", R, "a1 a2-chat b2 c1 ring-1 ring-2 loop open-end bare"),
    ("person:罗福莉", R, "a3"),
    ("person:luo,liang", R, "a1 a3"),
    ("name:ćWIEK", R, "c1"),
    ('name:"zeta 100%_X"', R, "open-end"),
    ("id:a1,B1", R, "a1 b1"),
    ("tag:'", R, ""),
    ('tag:"to check"', R, "b2"),
    ("source:001", R, "a1 a2 a3"),
    ("source:news", R, "a3"),
    ("source:?", R, "a2-chat b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("parent:a-1", R, "a2 loop"),
    ("parent:gpt-2", R, "a3"),
    ("parent:?", R, "a1 b1 b2 c1 open-end bare"),
    ("child:a-2", R, "a1"),
    ("child:?", R, "a2-chat a3 b1 b2 c1 open-end bare"),
    ("has:paper", R, "a2"),
    ("-has:paper", R, "a1 a2-chat a3 b1 b2 c1 ring-1 ring-2 loop open-end bare"),
    ("has:benchmark", R, "a3"),
    ("has:link", R, "a2"),
    ("is:inferred", R, "a3 b1"),
    ("-is:inferred", R, "a1 a2 a2-chat b2 c1 ring-1 ring-2 loop open-end bare"),
    ("is:stated", R, "a1 a2 a3"),
    ("is:disputed", R, "a3"),
    ("disagrees:date", R, "a3"),
    ("disagrees:params", R, ""),
    ("-disagrees:any open:no", R, "b2"),
    # lineage, with cycles and a self-loop
    ("descendant-of:A-1", R, "a2 a2-chat a3 loop"),
    ("descendant-of:a-2", R, "a2-chat a3"),
    ("descendant-of:a-1,a-2", R, "a2 a2-chat a3 loop"),
    ("descendant-of:ring-1", R, "ring-2"),
    ("descendant-of:loop", R, ""),
    ("descendant-of:GPT-2", R, "a3"),
    ("ancestor-of:A-3", R, "a1 a2"),
    ("ancestor-of:ring-2", R, "ring-1"),
    ("-ancestor-of:a3 org:Alpha", R, "a2-chat a3"),
    ("descendant-of:a1 descendant-of:a2", R, "a2-chat a3"),
    # parts
    ("relation:finetune", R, "a2-chat loop"),
    ("relation:successor basis:inferred", R, "a3"),
    ("property:benchmark", R, "a3"),
    # words
    ("ring", R, "ring-1 ring-2"),
    ("latent -experts", R, "a2"),
    ('"latent attention"', R, "a2 a3"),
    ("ring params:>1B", R, ""),
    # across kinds
    ("params:>100B", P, "luo"),
    ("params:<10B", P, "liang"),
    ("params:>100B open:yes", P, ""),
    ("org:Alpha", P, "luo"),
    ("org:beta", P, "liang"),
    ("-org:Alpha", P, "liang nobody"),
    ("-license:MIT", P, "luo"),
    ("date:2023", P, "liang"),
    ("date:2024", P, "luo"),
    ("date:2025", P, "luo"),
    ("date:2025 params:>100B", P, ""),
    ("technique:moe", P, "luo"),
    ('person:"Luo Fuli"', P, "luo"),
    ("luo", P, "luo"),
    ("role:researcher", P, "luo"),
    ("native:罗福莉", P, "luo"),
    ("relation:successor", P, "luo"),
    ("disagrees:date", P, "luo"),
    ("params:<10B", O, "alpha"),
    ("org:Alpha", O, "alpha"),
    ("date:2020", O, "gamma"),
    ("category:company", O, "alpha"),
    ("category:cluster", O, ""),
    ("-has:person", O, "gamma"),
    ("params:>50B", E, "launch"),
    ("params:>100B", E, ""),
    ("org:Alpha", E, "launch prize"),
    ("org:gamma", E, "founding"),
    ("date:2024", E, "launch"),
    ("about:gamma", E, "founding"),
    ("date:2024", U, "paper-a2"),
    ("open:yes", U, "paper-a2"),
    ("params:>100B", U, ""),
    ("open:no", T, "mla moe"),
    ("open:no -license:apache-2.0", T, ""),
    ("technique:mla", T, "mla"),
    ("person:luo", T, ""),
    ("date:2022", S, "cluster"),
    ("org:gamma", S, "cluster"),
    ("params:>100B", S, ""),
    ("params:>100B", D, "001 002"),
    ("author:\"a. writer\"", R, "a1 a2 a3"),
    ("author:x", P, ""),
]  # fmt: skip


@pytest.mark.parametrize(("query", "listing", "expected"), FOUND)
def test_found(few, query, listing, expected):
    assert slugs(few, listing, query) == set(expected.split())


PARTS = [
    ("", Part.VARIANT, "a1 7B, a2 67B, a2 7B, a3 671B, a3 16B, b1 236B, b2 A"),
    ("params:>100B", Part.VARIANT, "a3 671B, b1 236B"),
    ("-params:>100B", Part.VARIANT, "a1 7B, a2 67B, a2 7B, a3 16B, b2 A"),
    ("params:?", Part.VARIANT, "b2 A"),
    ("open:no params:<100B", Part.VARIANT, "a3 16B"),
    ("is:disputed", Part.VARIANT, "a3 671B, a3 16B"),
    ("date:2023", Part.VARIANT, "a1 7B, b1 236B"),
    ("person:luo", Part.VARIANT, "a3 671B, a3 16B"),
    ("relation:finetune", Part.DERIVATION, "a2-chat A-2, loop A-1, loop Loop"),
    ("is:inferred", Part.DERIVATION, "a3 A-2"),
    ("-is:inferred org:beta", Part.DERIVATION, "a3 GPT-2"),
    ("parent_id:?", Part.DERIVATION, "a3 GPT-2"),
    ("open:yes", Part.DERIVATION, "a2 A-1, a2-chat A-2"),
    ("is:inferred", Part.STATEMENT, "a3 benchmark, b1 claim"),
    ("is:stated property:date", Part.STATEMENT, "a1 date, a2 date, a3 date, a3 date"),
    ("disagrees:any", Part.STATEMENT, "a3 date, a3 date"),
    ("-disagrees:date org:beta", Part.STATEMENT, "a3 benchmark, b1 claim"),
    ("source:002", Part.STATEMENT, "a3 benchmark, a3 date, luo award"),
    ("source:?", Part.STATEMENT, "b1 claim"),
    ("date:2022", Part.STATEMENT, "cluster nodes"),
    ("params:>100B date:2024 -source:001", Part.STATEMENT, "a3 benchmark, a3 date, b1 claim"),
    ("value_date:2023", Part.STATEMENT, "a1 date, a3 date"),
    ("kind:person", Part.STATEMENT, "luo award"),
    ("luo", Part.STATEMENT, "a3 benchmark, a3 date, a3 date, luo award"),
    ("", Part.DISAGREEMENT, "a2 params, a3 date"),
    ("is:disputed", Part.DISAGREEMENT, "a3 date"),
    ("is:inferred", Part.DISAGREEMENT, ""),
    ("verdict:refinement", Part.DISAGREEMENT, "a2 params"),
    ("disagrees:date", Part.DISAGREEMENT, "a3 date"),
    ("open:yes", Part.DISAGREEMENT, "a2 params"),
]
SHOWN = {
    Part.VARIANT: ("release_id", "name"), Part.DERIVATION: ("child_id", "parent"),
    Part.STATEMENT: ("entity_id", "property"), Part.DISAGREEMENT: ("entity_id", "property"),
}  # fmt: skip


@pytest.mark.parametrize(("query", "listing", "expected"), PARTS)
def test_parts_found(few, query, listing, expected):
    ids = queries.ids(few, listing, parse(query))
    assert queries.count(few, listing, parse(query)).matching == len(ids)
    rows = queries.rows(few, listing, ids, SHOWN[listing])
    assert sorted(" ".join(row.cells) for row in rows) == sorted(filter(None, expected.split(", ")))


SHAPES = {tuple((type(clause), clause.key) for clause in parse(query).clauses): query for query, *_ in FOUND + PARTS}


@pytest.mark.parametrize("listing", [*Kind, *Part])
def test_every_shape_of_query_runs_on_every_listing_and_compiles_for_postgresql(few, listing):
    for query in SHAPES.values():
        statement = ids_of(listing, parse(query))
        assert len(few.execute(statement).all()) <= queries.count(few, listing, parse("")).total
        statement.compile(dialect=postgresql.dialect())


def test_every_order_is_portable_and_states_where_the_unknown_goes():
    for field in FIELDS:
        for descending in (False, True):
            for key in order(field.listing, field, descending):
                assert "NULLS LAST" in str(key.compile(dialect=postgresql.dialect()))


@pytest.mark.parametrize("listing", [*Kind, *Part])
def test_every_field_is_found_known_or_unknown(few, listing):
    """The known and the unknown rows of a field make up the whole, as its facet counts them."""
    total = queries.count(few, listing, parse("")).total
    for field in fields_of(listing):
        if field.key in ("has", "is"):
            continue
        unknown = queries.count(few, listing, FilterSpec((AnyOf(field.key, ("",)),))).matching
        known = queries.count(few, listing, FilterSpec((AnyOf(field.key, ("",), negated=True),))).matching
        assert unknown + known == total, field.key
        assert facets(few, listing, parse(""), [field.key])[field.key].unknown == unknown, field.key


def test_where_is_a_condition_on_the_listing(few):
    source, _, _ = base(R)
    query = select(m.entity.c.slug).select_from(source).where(where(R, parse("org:beta open:no")))
    assert set(few.scalars(query)) == {"a3", "b2"}


def test_values_never_become_sql(few):
    hostile = "'; DROP TABLE entity; --"
    for clause in (
        Words(hostile),
        AnyOf("org", (hostile,)),
        AnyOf("license", (hostile, "%", "_")),
        AnyOf("id", (hostile,)),
    ):
        statement = ids_of(R, FilterSpec((clause,)))
        assert "DROP" not in str(statement.compile(dialect=postgresql.dialect()))
        assert list(few.scalars(statement)) == []


def test_huge_numbers_are_no_error(few):
    for spec in ("params:<1e300", "params:>1e300", "params:9007199254740993..1e19"):
        queries.count(few, R, parse(spec))
    assert queries.count(few, R, FilterSpec((Range("params", None, 2**70),))).matching == 4


def test_a_select_takes_no_more_tables_than_it_needs():
    assert "entity" not in str(ids_of(R, parse("open:yes")))
    assert "JOIN" not in str(ids_of(R, parse("date:2024")))
    assert "entity JOIN" in str(ids_of(R, parse("date:2024 open:yes")))
