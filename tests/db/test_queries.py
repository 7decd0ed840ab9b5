"""Rows, orders, facets, completion, rescue and details over the small database of `filter_rows.py`."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from db import models as m
from db import queries
from db.edtf import DateSpan, Precision, Qualifier
from db.fields import BY_KEY
from db.filters import FilterSpec, parse
from db.format import text
from db.kinds import Kind
from db.listings import Part
from db.rows import Counts, FacetValue, Ref, Row, Spread

R = Kind.RELEASE


def id_of(conn, slug):
    found = queries.resolve(conn, slug)
    assert found is not None
    return found


def ordered(conn, *sort, query="", listing=R):
    ids = queries.ids(conn, listing, parse(query), sort)
    slugs = {row.id: row.slug for row in conn.execute(select(m.entity.c.id, m.entity.c.slug))}
    return " ".join(slugs[id_] for id_ in ids)


@pytest.mark.parametrize(("sort", "expected"), [
    ((), "a1 a2 a2-chat a3 b1 b2 bare loop ring-1 ring-2 open-end c1"),
    ((("name", True),), "c1 open-end ring-2 ring-1 loop bare b2 b1 a3 a2-chat a2 a1"),
    ((("params", False),), "a1 a2 b1 a3 a2-chat b2 bare loop ring-1 ring-2 open-end c1"),
    ((("params", True),), "a3 b1 a2 a1 a2-chat b2 bare loop ring-1 ring-2 open-end c1"),
    ((("open", True), ("name", True)), "a2-chat a2 a1 b2 a3 c1 open-end ring-2 ring-1 loop bare b1"),
    ((("date", False),), "b1 a1 a2 a3 a2-chat ring-1 ring-2 loop open-end b2 c1 bare"),
    ((("date", True),), "b2 open-end loop ring-2 ring-1 a2-chat a3 a2 a1 b1 c1 bare"),
    ((("org", False),), "a1 a2 a2-chat a3 b1 b2 bare loop ring-1 ring-2 open-end c1"),
    ((("org", True),), "b1 b2 a1 a2 a2-chat a3 bare loop ring-1 ring-2 open-end c1"),
    ((("license", False), ("params", True)), "b1 a3 a2 a1 b2 a2-chat bare loop ring-1 ring-2 open-end c1"),
])  # fmt: skip
def test_orders_put_the_unknown_last(few, sort, expected):
    assert ordered(few, *sort) == expected


def test_an_unknown_sort_key_is_an_error(few):
    with pytest.raises(KeyError):
        queries.ids(few, R, parse(""), [("nonsense", False)])


def test_counts(few):
    assert queries.count(few, R, parse("open:yes")) == Counts(3, 12)
    assert queries.count(few, Kind.PERSON, parse("")) == Counts(3, 3)


def test_rows_keep_the_order_of_the_ids_and_leave_out_what_is_gone(few):
    ids = [id_of(few, "a3"), 10_000, id_of(few, "bare"), id_of(few, "a1")]
    keys = ("name", "org", "date", "params", "variants", "open", "license", "parent", "technique", "source", "link")
    a3, bare, a1 = queries.rows(few, R, ids, keys)
    assert bare == Row(ids[2], ("Bare", (), None, None, (), None, None, (), (), (), ()))
    alpha, beta = id_of(few, "alpha"), id_of(few, "beta")
    day = date(2023, 5, 2)
    assert a1.cells[:4] == (
        "A-1", (Ref(alpha, "Alpha"),),
        DateSpan("2023-05-02", "2023-05-02", day, day, Precision.DAY, Qualifier.EXACT), 7_000_000_000,
    )  # fmt: skip
    assert a3.cells[1] == (Ref(alpha, "Alpha"), Ref(beta, "Beta, Inc. (“B”)"))
    assert a3.cells[2].precision is Precision.YEAR
    assert a3.cells[4:8] == (("671B", "16B"), False, "Apache-2.0", (Ref(id_of(few, "a2"), "A-2"), Ref(None, "GPT-2")))
    assert a3.cells[9] == (Ref(id_of(few, "001"), "Deep dive"), Ref(id_of(few, "002"), "News"))


def test_a_person_credited_twice_on_a_release_has_it_once(few):
    (luo,) = queries.rows(few, Kind.PERSON, [id_of(few, "luo")], ("release", "org", "native"))
    assert luo.cells == ((Ref(id_of(few, "a3"), "A-3"),), (Ref(id_of(few, "alpha"), "Alpha"),), "罗福莉")


def test_no_rows(few):
    assert queries.rows(few, R, [], ("name",)) == []
    assert queries.rows(few, Part.STATEMENT, [1], ("value_date", "page"))[0].cells[1] is None


@pytest.mark.parametrize(("query", "key", "values", "unknown"), [
    ("", "open", "yes 3, no 2", 7),
    ("", "org", "Alpha 4, Beta, Inc. (“B”) 3", 6),
    ("", "license", "MIT 2, Alpha License, v1 1, Apache-2.0 1, Żółw 1", 7),
    ("", "modality", "text 2, code 1, vision 1", 9),
    ("", "parent", "A-1 2, A-2 2, GPT-2 1, Loop 1, Ring-1 1, Ring-2 1", 6),
    ("", "source", "Deep dive 3, News 1", 9),
    # a facet ignores its own clause, and no other
    ("org:Alpha", "org", "Alpha 4, Beta, Inc. (“B”) 3", 6),
    ("org:Alpha open:yes", "org", "Alpha 3", 0),
    ("org:Alpha open:yes", "open", "yes 3, no 1", 0),
    ("-open:no", "open", "yes 3, no 2", 7),
    ("org:Alpha", "technique", "Multi-head Latent Attention 2, Mixture of experts 1", 2),
    ("date:2024 org:Alpha", "modality", "code 1, text 1", 2),
    ("params:>1e20", "org", "", 0),
])  # fmt: skip
def test_facets(few, query, key, values, unknown):
    facet = queries.facets(few, R, parse(query), [key])[key]
    assert ", ".join(f"{value.label} {value.count}" for value in facet.values) == values
    assert [value.count for value in facet.values] == sorted((value.count for value in facet.values), reverse=True)
    assert facet.unknown == unknown


@pytest.mark.parametrize("listing", list(Kind))
@pytest.mark.parametrize("query", ["", "date:2024", "org:Alpha -license:MIT"])
def test_what_a_facet_counts_is_what_its_value_finds(few, listing, query):
    from db.clauses import AnyOf
    from db.fields import fields_of
    from db.listings import FieldType

    spec = parse(query)
    fields = [
        field for field in fields_of(listing) if field.facet and field.type not in (FieldType.NUMBER, FieldType.DATE)
    ]
    facets = queries.facets(few, listing, spec, [field.key for field in fields])
    for key, facet in facets.items():
        for value in (*facet.values, FacetValue("", "unknown", facet.unknown)):
            narrowed = spec.except_key(key).with_clause(AnyOf(key, (value.text,)))
            assert queries.count(few, listing, narrowed).matching == value.count, (key, value)


def months_of(facet) -> list[tuple[str, str, int]]:
    """The bins of dates, each from one month to another."""

    def month(value: float) -> str:
        return f"{round(value * 12) // 12}-{round(value * 12) % 12 + 1:02}"

    return [(month(low), month(high - 1 / 12), count) for low, high, count in facet.bins]


@pytest.mark.parametrize(("query", "width", "first", "last"), [
    ("date:2020", 3, "2022-10", "2025-03"),
    ("params:>=600B", 1, "2024-01", "2024-12"),
])  # fmt: skip
def test_the_facet_of_dates_counts_what_may_lie_in_each_month_or_quarter(few, query, width, first, last):
    facet = queries.facets(few, R, parse(query), ["date"])["date"]
    bins = months_of(facet)
    assert (bins[0][0], bins[-1][1]) == (first, last)
    assert {round((high - low) * 12) for low, high, _ in facet.bins} == {width}
    rest = str(parse(query).except_key("date"))
    for low, high, count in bins:
        assert count == queries.count(few, R, parse(f"{rest} date:{low}..{high}")).matching, low


def test_the_facet_of_dates_has_years_where_quarters_would_be_too_many(few, monkeypatch):
    monkeypatch.setattr("db.facets._MOST_BARS", 6)
    facet = queries.facets(few, R, parse("date:2020"), ["date"])["date"]
    assert (facet.low, facet.high, facet.unknown) == (2022, 2025, 1)
    found = {int(year): count for year, _, count in facet.bins}
    assert found == {year: queries.count(few, R, parse(f"date:{year}")).matching for year in range(2022, 2026)}


def test_the_facet_of_numbers_has_logarithmic_bins(few):
    facet = queries.facets(few, R, parse(""), ["params"])["params"]
    assert (facet.low, facet.high, facet.unknown) == (7e9, 671e9, 8)
    assert sum(count for *_, count in facet.bins) == 4
    assert facet.bins[0][0] == facet.low
    assert facet.bins[-1][1] == facet.high
    ratios = [high / low for low, high, _ in facet.bins]
    assert max(ratios) == pytest.approx(min(ratios))
    one = queries.facets(few, R, parse("org:Alpha open:no"), ["params"])["params"]
    assert one.bins == ((671e9, 671e9, 1),)


def test_rescue_names_the_clauses_whose_loss_brings_rows(few):
    assert queries.rescue(few, R, parse("open:yes params:>100B")) == [(0, 2), (1, 3)]
    assert queries.rescue(few, R, parse("open:yes params:>1e20 date:1999")) == []
    assert queries.rescue(few, R, parse("org:nobody date:2025")) == [(0, 2)]


@pytest.mark.parametrize(("listing", "key", "prefix", "expected"), [
    (R, "org", "", ["Alpha", "Beta, Inc. (“B”)"]),
    (R, "organisation", "aL", ["Alpha"]),
    (R, "license", "a", ["Alpha License, v1", "Apache-2.0"]),
    (R, "name", "ć", ["Ćwiek"]),
    (R, "name", "zeta 100%", ["Zeta 100%_x"]),
    (R, "name", "%", []),
    (R, "name", "_", []),
    (R, "id", "ring", ["ring-1", "ring-2"]),
    (R, "modality", "", ["text", "code", "vision"]),
    (R, "open", "", ["yes", "no", "unknown"]),
    (R, "is", "in", ["inferred"]),
    (R, "has", "pape", ["paper"]),
    (R, "disagrees", "an", ["any"]),
    (R, "descendant-of", "ring", ["Ring-1", "Ring-2"]),
    (Kind.PERSON, "license", "alpha", ["Alpha License, v1"]),
    (Kind.PERSON, "ancestor-of", "a-", ["A-1", "A-2", "A-2 Chat", "A-3"]),
    (R, "relation", "s", ["successor"]),
    (R, "params", "", []),
    (R, "nonsense", "", []),
])  # fmt: skip
def test_values_for_completion(few, listing, key, prefix, expected):
    assert queries.values(few, listing, key, prefix) == expected
    assert queries.values(few, listing, key, prefix, 1) == expected[:1]


def test_slugs(few):
    assert queries.resolve(few, "nonsense") is None


def test_details_of_a_release(few):
    details = queries.details(few, id_of(few, "a3"))
    assert details is not None
    assert (details.slug, details.kind, details.name) == ("a3", R, "A-3")
    assert details.date is not None
    assert details.date.precision is Precision.YEAR
    assert [(v.name, v.active_params) for v in details.variants] == [("671B", 37e9), ("16B", 2.8e9)]
    assert [(s.property, s.value, s.basis) for s in details.statements] == [
        ("date", "2024", "stated"), ("date", "2023", "stated"), ("benchmark", "88.5", "inferred"),
    ]  # fmt: skip
    assert details.statements[0].source == Ref(id_of(few, "001"), "Deep dive")
    assert details.statements[0].locator() == "lines 3–4"
    assert [(d.property, d.verdict, d.statements) for d in details.disagreements] == [("date", "disagreement", (3, 4))]
    related = [(row.label, row.other.name, row.detail) for row in details.relations]
    assert related == [
        ("Parents", "A-2", "successor of it, inferred"), ("Parents", "GPT-2", "distilled from it"),
        ("Organization", "Alpha", ""), ("Organization", "Beta, Inc. (“B”)", ""),
        ("Techniques", "Mixture of experts", ""), ("Techniques", "Multi-head Latent Attention", ""),
        ("People", "Luo Fuli", "author, lead"),
    ]  # fmt: skip
    assert details.relations[1].other.id is None
    assert details.relations[1].kind is None


@pytest.mark.parametrize(("slug", "expected"), [
    ("a2", "Children: A-2 Chat, Papers: The A-2 paper, Events: Launch of A-2"),
    ("loop", "Parents: Loop, Children: Loop"),
    ("alpha", "Releases: A-1, Affiliated people: Luo Fuli"),
    ("luo", "Events: Prize for Luo, Credits: A-3, Affiliations: Alpha"),
    ("mla", "Releases that use it: A-3"),
    ("launch", "About: A-2"),
])  # fmt: skip
def test_relations_in_both_directions(few, slug, expected):
    details = queries.details(few, id_of(few, slug))
    assert details is not None
    assert set(expected.split(", ")) <= {f"{row.label}: {row.other.name}" for row in details.relations}


def test_details_of_a_person(few):
    details = queries.details(few, id_of(few, "luo"))
    assert details is not None
    assert details.aliases == ("罗福莉",)
    assert [row.detail for row in details.relations if row.label == "Affiliations"] == [
        "researcher, 2022 – 2024", "intern, 2021"]  # fmt: skip


def test_details_of_nothing(few):
    assert queries.details(few, 10_000) is None
    assert FilterSpec().describe() == "everything"


@pytest.mark.parametrize(("key", "cell", "expected"), [
    ("params", None, ""), ("params", 671_000_000_000, "671B"), ("disagreements", 0, "0"), ("open", True, "yes"),
    ("open", False, "no"), ("name", "<b>A</b>", "<b>A</b>"), ("modality", ("text", "code"), "text, code"),
    ("org", (Ref(1, "A, Inc."), Ref(None, "B")), "A, Inc.; B"), ("org", (), ""),
    ("link", ("https://a.org", "https://b.org"), "https://a.org https://b.org"),
    ("date", DateSpan("Jan 2024", "2024-01", None, None, Precision.MONTH, Qualifier.EXACT), "Jan 2024"),
])  # fmt: skip
def test_cells_as_people_read_them(key, cell, expected):
    assert text(BY_KEY[R, key], cell) == expected


@pytest.mark.parametrize(
    ("query", "slugs", "expected"),
    [
        ("", "", (0, 0, 0)),
        ("", "a1 a2 bare", (3, 0, 0)),
        ("org:Alpha", "a1 a2 bare", (2, 1, 0)),
        ("org:Alpha", "a1 alpha moe", (1, 0, 2)),
        ("org:Nobody", "a1", (0, 1, 0)),
    ],
)
def test_how_a_selection_stands_to_a_filter(few, query, slugs, expected):
    selected = frozenset(id_of(few, slug) for slug in slugs.split())
    assert queries.spread(few, R, parse(query), selected) == Spread(*expected)
