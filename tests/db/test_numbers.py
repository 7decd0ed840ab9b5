"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.numbers import NumberError, Quantity, format_number, parse_number


@pytest.mark.parametrize(
    ("text", "value", "rounding"),
    [
        ("671B", 671e9, 0.5e9),
        ("1.5b", 1.5e9, 0.05e9),
        ("5.58M", 5.58e6, 5e3),
        ("6 million", 6e6, 0.5e6),
        ("14.8T", 14.8e12, 0.05e12),
        ("2,048", 2048, 0.5),
        ("2,000", 2000, 50),
        ("2000", 2000, 50),
        ("10,000", 10_000, 500),
        ("200", 200, 5),
        ("50", 50, 0.5),
        ("1,100", 1100, 50),
        ("0.07", 0.07, 0.005),
        ("0", 0, 0.5),
        ("000", 0, 0.5),
        ("-3.5", -3.5, 0.05),
        (" 96 ", 96, 0.5),
        ("1.3 trillion", 1.3e12, 0.05e12),
    ],
)
def test_what_is_read(text: str, value: float, rounding: float) -> None:
    found = parse_number(text)
    assert found == Quantity(pytest.approx(value), pytest.approx(rounding))


@pytest.mark.parametrize("text", ["", "B", "7Q", "1,10", "1.2.3", "seven", "1e5", "nan", "9" * 100, "½", "٣"])
def test_what_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="is not a number; write"):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (671e9, "671B"), (1.5e9, "1.5B"), (15_700_000_000, "15.7B"), (2048, "2,048"), (10_000, "10K"), (1100, "1,100"),
        (12_345_678, "12,345,678"), (0.07, "0.07"), (0, "0"), (1.3e12, "1.3T"), (-7e9, "-7B"),
    ],
)  # fmt: skip
def test_what_is_written(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_survives_the_round_trip(value: int) -> None:
    assert parse_number(format_number(value)).value == value


@given(st.text(max_size=80))
def test_nothing_but_number_error(text: str) -> None:
    try:
        found = parse_number(text)
    except NumberError:
        return
    assert found.rounding > 0
