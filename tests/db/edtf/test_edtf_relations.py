"""How two dates lie to each other: the same, refined, overlapping or apart."""

from __future__ import annotations

import pytest

from db.edtf import Relation, parse, relation


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2025-01-20", "20 January 2025", "same"),
        ("2024-01", "2024-01-01/2024-01-31", "same"),
        ("2023", "2023-XX", "same"),
        ("2015~", "2015~", "same"),
        ("../2017", "until 31 Dec 2017", "same"),
        ("unknown", "XXXX", "same"),
        ("January 2025", "20 January 2025", "refines"),
        ("2015~", "2015", "refines"),
        ("late 2024", "26 December 2024", "refines"),
        ("by the end of 2017", "March 2016", "refines"),
        ("since 2021", "2023", "refines"),
        ("unknown", "2023", "refines"),
        ("2018/2020", "2019/2022", "overlaps"),
        ("../2020", "2019/..", "overlaps"),
        ("about 2024", "January 2025", "overlaps"),
        ("about 2024", "2023", "overlaps"),
        ("about March 2024", "2024-04-30", "overlaps"),
        ("2024-03-04~", "2024-03-05", "overlaps"),
        ("201X~", "2005", "overlaps"),
        ("2018/2020~", "2021", "overlaps"),
        ("Summer 2023", "10 September 2023", "overlaps"),
        ("2024", "January 2025", "disjoint"),
        ("2024?", "2025", "disjoint"),
        ("about 2024", "2026", "disjoint"),
        ("about March 2024", "2024-05-01", "disjoint"),
        ("2024-03-04~", "2024-03-06", "disjoint"),
        ("201X~", "1999", "disjoint"),
        ("2018~/2020", "2021", "disjoint"),
        ("Summer 2023", "December 2023", "disjoint"),
        ("Q2 2024", "July 2024", "disjoint"),
        ("before 2019", "2019", "disjoint"),
        ("-0044", "-0043", "disjoint"),
        ("Y17000002", "2024", "disjoint"),
    ],
)
def test_relation(one: str, two: str, expected: str) -> None:
    assert relation(parse(one), parse(two)) is Relation(expected)
    assert relation(parse(two), parse(one)) is Relation(expected)
