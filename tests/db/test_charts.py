"""The charts' data, of the bundled dossier: sizes and costs that the documents state."""

from __future__ import annotations

import math

import pytest

from db import charts
from db.filters import parse
from db.start import open_or_create


@pytest.fixture(scope="module")
def conn(tmp_path_factory):
    database = open_or_create(tmp_path_factory.mktemp("charts") / "labline.db")
    with database.read() as conn:
        yield conn
    database.close()


@pytest.mark.parametrize(
    ("label", "total", "active"),
    [
        ("DeepSeek-V3", 671e9, 37e9),
        ("DeepSeek-MoE", 16e9, 2.8e9),
        ("DeepSeek Coder 33B", 33e9, None),
        ("DeepSeek-VL2 Tiny 1.0B-A", None, 1e9),
    ],
)
def test_each_size_is_a_row(conn, label, total, active):
    sizes = charts.sizes(conn)
    at = list(sizes.labels).index(label)
    for found, stated in ((sizes.total[at], total), (sizes.active[at], active)):
        assert math.isnan(found) if stated is None else found == stated


def test_releases_without_a_size_are_counted_and_have_no_row(conn):
    sizes = charts.sizes(conn)
    assert set(sizes.release.tolist()) < set(sizes.releases.tolist())
    assert len(sizes.releases) == 55
    assert not any("OCR" in label for label in sizes.labels)


CLAIMS = [  # entity, what for, as written, low, high, unit
    ("DeepSeek-V3", "training", "5.58M", 5.575e6, 5.585e6, "USD"),
    ("DeepSeek-V3", "training", "6 million", 5.5e6, 6.5e6, "USD"),
    ("DeepSeek-R1", "post-training", "294K", 293_500, 294_500, "USD"),
    ("GPT-4", "training", "100 million", 95e6, math.inf, "USD"),  # at least
    ("Fire-Flyer", "construction", "200 million", 195e6, 205e6, "CNY"),
]


@pytest.mark.parametrize(("entity", "about", "value", "low", "high", "unit"), CLAIMS)
def test_a_claim_of_cost_has_what_its_number_may_mean(conn, entity, about, value, low, high, unit):
    found = {
        (claim.low, claim.high, claim.unit)
        for claim in charts.costs(conn)
        if (claim.entity.name, claim.about, claim.value) == (entity, about, value)
    }
    assert (low, high, unit) in found


def test_claims_name_their_place_and_whether_they_are_inferred(conn):
    claims = [claim for claim in charts.costs(conn) if (claim.entity.name, claim.about) == ("DeepSeek-V3", "training")]
    assert all(claim.source is not None and claim.line for claim in claims)
    assert {claim.inferred for claim in claims} == {True, False}
    assert [claim.amount for claim in claims] == sorted(claim.amount for claim in claims)


@pytest.mark.parametrize(
    ("query", "entities"),
    [
        ("", {"DeepSeek-V3", "DeepSeek-R1", "GPT-4", "DeepSeek", "High-Flyer", "Fire-Flyer"}),
        ("DeepSeek-V3 params:>600B", {"DeepSeek-V3"}),
        ("release:GPT-4", {"GPT-4"}),
    ],
)
def test_the_filter_chooses_claims_by_their_entity(conn, query, entities):
    claims = charts.costs(conn)
    shown = charts.shown_claims(conn, parse(query), claims)
    assert entities <= {claim.entity.name for claim in claims if claim.statement in shown}
    assert query == "" or len(shown) < len(claims)
