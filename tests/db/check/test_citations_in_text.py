"""Numbers, names and dates as they stand in a text."""

from __future__ import annotations

import pytest

from db.citations import has_date, has_name, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2,048 H800s", {2048}),
        ("$5.58M, or 5.6 million", {5.58e6, 5.58, 5.6e6, 5.6}),
        ("14.8T tokens", {14.8e12, 14.8}),
        ("fifteen billion, one-tenth of it", {15e9, 0.1}),
        ("Three thousand and the third", {3000, 3}),
        ("16B-A2.8B on H800s and V2", {16e9, 16, 2.8e9, 2.8}),
        ("someone often eights", set()),
        ("", set()),
    ],
)
def test_numbers_of_a_text(text: str, numbers: set[float]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "name", "whole", "expected"),
    [
        ("The DeepSeek-V2 model", "DeepSeek V2", True, True),
        ("The DeepSeek-V2.5 model", "DeepSeek V2", True, False),
        ("The DeepSeek-V2-chat model", "DeepSeek V2", True, False),
        ("The DeepSeek-V2-chat model", "DeepSeek V2", False, True),
        ("The OpenDeepSeek lab", "DeepSeek", False, False),
        ("deepseeks", "DeepSeek", True, True),
        ("anything", "—", False, False),
    ],
)
def test_a_name_in_a_text(text: str, name: str, whole: bool, expected: bool) -> None:
    assert has_name(text, name, whole=whole) is expected


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("on May 6, 2024, with 7 B", "6 May 2024", True),
        ("on May 6, 2024, with 7 B", "7 May 2024", False),
        ("on May 6, 2024, with 7 B", "May 2024", True),
        ("in May and again in June 2024", "May 2024", True),
        ("in May and again in June 2024", "2024", True),
        ("in May and again in June 2024", "May 2023", False),
        ("in Q1 of 2024", "Q1 2024", True),
        ("begun in 2019, done in 2020", "2019/2020", True),
        ("in 20240 ways", "2024", False),
    ],
)
def test_a_date_in_a_text(text: str, date: str, expected: bool) -> None:
    assert has_date(text, date) is expected
