"""From statements to typed rows, where the store's tests leave a choice open."""

from __future__ import annotations

import pytest

from db.kinds import Kind
from db.properties import PROPERTIES, ValueType
from db.statements import Stated
from db.typed import RELATIONS, affiliation, columns_of, rows_of

ROLES = [
    ("", "employment"), ("CEO", "employment"), ("PhD student", "education"), ("Ph.D.", "education"), ("BS in physics", "education"),
    ("M.S.", "education"), ("Master's student", "education"), ("undergraduate", "education"), ("research intern", "internship"),
    ("internship during the PhD", "internship"), ("mentored by Ann", "mentoring"), ("supervisor", "mentoring"),
    ("international sales", "employment"), ("head of base models", "employment"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "expected"), ROLES)
def test_the_type_of_an_affiliation(role: str, expected: str) -> None:
    assert affiliation(role) == expected


@pytest.mark.parametrize("key", [key for key, rule in PROPERTIES.items() if rule.type is ValueType.ENTITY])
def test_every_relation_has_a_table(key: str) -> None:
    tables = rows_of(1, "x", [Stated(key, "y", target=2)])
    filled = [table for table, rows in tables.items() if rows]
    assert filled == [{"credit": "credit", "affiliation": "affiliation", "parent": "derivation"}.get(key, "relation")]
    assert (key in RELATIONS) == (filled == ["relation"])


SIZES = [
    ([(16, 2.8), (671, 37)], (671, 37)),
    ([(671, None), (16, 2.8)], (671, None)),
    ([(None, 1.0), (None, 2.0)], (None, 2.0)),
    ([], (None, None)),
]


@pytest.mark.parametrize(("sizes", "expected"), SIZES)
def test_a_release_shows_its_largest_variant(
    sizes: list[tuple[float | None, float | None]], expected: tuple[float | None, float | None]
) -> None:
    statements = [
        Stated(key, str(number), number=number * 1e9, variant=position)
        for position, pair in enumerate(sizes, 1)
        for key, number in zip(("params", "active_params"), pair, strict=True)
        if number is not None
    ]
    own = columns_of(Kind.RELEASE, statements, list(range(1, len(sizes) + 1))).own
    assert (own["params"], own["active_params"], own["variants"]) == (
        *(n and round(n * 1e9) for n in expected),
        len(sizes),
    )


AGREEING = [
    (["MIT", "MIT"], [], "MIT"),
    (["MIT", "Apache-2.0"], [], None),
    (["MIT", "Apache-2.0"], ["GPL-3.0"], "GPL-3.0"),
]


@pytest.mark.parametrize(("parts", "whole", "expected"), AGREEING)
def test_parts_speak_for_the_whole_only_if_they_agree(parts: list[str], whole: list[str], expected: str | None) -> None:
    statements = [Stated("license", value, variant=position) for position, value in enumerate(parts, 1)]
    statements += [Stated("license", value) for value in whole]
    assert columns_of(Kind.RELEASE, statements, [1, 2]).own["license"] == expected


def test_a_name_is_no_alias_of_itself_and_repetitions_are_one_row() -> None:
    statements = [Stated("alias", "X"), Stated("alias", "Y"), Stated("alias", "Y", source=1)]
    assert [row["text"] for row in rows_of(1, "X", statements)["alias"]] == ["Y"]


def test_a_derivation_that_anybody_states_is_stated() -> None:
    statements = [Stated("parent", "Y", basis="inferred"), Stated("parent", "Y")]
    assert [row["basis"] for row in rows_of(1, "X", statements)["derivation"]] == ["stated"]
