"""How facets read and write clauses, and how ranges lie on sliders."""

from __future__ import annotations

import pytest

from db.filters import parse
from db.rows import Facet
from desktop.facets.clauses import chosen, limits, with_limits, with_unknown, with_values
from desktop.facets.range_scales import DateScale, NumberScale


def texts(clauses) -> list[str]:
    return [str(clause) for clause in clauses]


@pytest.mark.parametrize(
    ("text", "included", "excluded"),
    [
        ("org:A,B", ("A", "B"), ()),
        ("-org:A org:B", ("B",), ("A",)),
        ("org:A org:B", ("A", "B"), ()),
        ("org:?", ("",), ()),
        ("params:>7B", (), ()),
    ],
)
def test_chosen_values(text, included, excluded):
    assert chosen(parse(text).clauses) == (included, excluded)


@pytest.mark.parametrize(
    ("before", "included", "excluded", "after"),
    [
        ("", ("A",), (), ["org:A"]),
        ("org:A", ("A", "B"), (), ["org:A,B"]),
        ("org:A,B", ("B",), (), ["org:B"]),
        ("org:A", (), (), []),
        ("org:A", (), ("A",), ["-org:A"]),
        ("org:A org:B", ("A", "B", "C"), (), ["org:A", "org:B,C"]),
        ("org:A org:B", ("A",), (), ["org:A"]),
        ("org:A", ("A", ""), ("B",), ["org:A,?", "-org:B"]),
    ],
)
def test_a_choice_of_values_becomes_clauses(before, included, excluded, after):
    assert texts(with_values("org", parse(before).clauses, included, excluded)) == after


@pytest.mark.parametrize(
    ("before", "low", "high", "after"),
    [
        ("", 7e9, None, ["params:>=7B"]),
        ("params:>1B", 7e9, 70e9, ["params:7B..70B"]),
        ("params:?", None, 7e9, ["params:<=7B"]),
        ("params:>1B", None, None, []),
        ("-params:8B", 7e9, None, ["-params:8B", "params:>=7B"]),
    ],
)
def test_a_range_becomes_a_clause(before, low, high, after):
    made = with_limits("params", parse(before).clauses, low, high)
    assert texts(made) == after
    assert limits(made) == (low, high)


def test_a_range_that_holds_nothing_is_refused():
    with pytest.raises(ValueError, match="ends after it begins"):
        with_limits("params", (), 9e9, 1e9)


@pytest.mark.parametrize(
    ("before", "included", "excluded", "after"),
    [
        ("params:>7B", True, False, ["params:?"]),
        ("params:>7B", False, True, ["params:>7B", "-params:?"]),
        ("params:?", False, False, []),
        ("-params:?", True, False, ["params:?"]),
    ],
)
def test_the_unknown_alone_or_left_out(before, included, excluded, after):
    assert texts(with_unknown("params", parse(before).clauses, included=included, excluded=excluded)) == after


NUMBERS = Facet("params", (), 0, 1e9, 1e12, ((1e9, 1e10, 3), (1e10, 1e11, 0), (1e11, 1e12, 2)))
DATES = Facet("date", (), 0, 2023.0, 2025.0, ((2023.0, 2024.0, 1), (2025.0, 2026.0, 4)))


def test_numbers_fill_their_slider():
    scale = NumberScale()
    assert scale.fit(NUMBERS) == ((1e9, 1e12), (3, 0, 2))
    assert scale.snap(6_711_000_000) == 6.7e9
    assert scale.position(7e9, high=False) == 7e9
    assert scale.position("2024", high=False) is None
    assert (scale.text(6.7e9), scale.read(" 7B "), scale.read(" ")) == ("6.7B", 7e9, None)
    with pytest.raises(ValueError, match="not a number"):
        scale.read("big")


@pytest.mark.parametrize(
    "facet",
    [Facet("params", (), 3), Facet("params", (), 0, 0.0, 5.0)],
)
def test_a_slider_without_a_range_is_off(facet):
    assert NumberScale().fit(facet) == (None, ())


def test_a_single_value_is_one_bar():
    bounds, bars = NumberScale().fit(Facet("params", (), 0, 7.0, 7.0, ((7.0, 7.0, 1),)))
    assert bounds == (7.0, 7.0)
    assert [bar for bar in bars if bar] == [1]


def test_years_fill_their_slider_without_gaps():
    bounds, bars = DateScale().fit(DATES)
    assert bounds == (2023.0, pytest.approx(2025 + 11 / 12))
    assert bars == (1, 0, 4)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (2024.0, "2024", "2024-01"),
        (2024 + 11 / 12, "2024-12", "2024"),
        (2024.5, "2024-07", "2024-07"),
        (None, None, None),
    ],
)
def test_slider_places_are_whole_months_or_years(value, low, high):
    scale = DateScale()
    assert (scale.end(value, high=False), scale.end(value, high=True)) == (low, high)


@pytest.mark.parametrize(
    ("end", "low", "high"),
    [("2024", 2024.0, 2024 + 11 / 12), ("2024-07", 2024.5, 2024.5), ("2024-07-31", 2024.5, 2024.5)],
)
def test_ends_have_a_place(end, low, high):
    scale = DateScale()
    assert scale.position(end, high=False) == pytest.approx(low)
    assert scale.position(end, high=True) == pytest.approx(high)


def test_typed_dates():
    scale = DateScale()
    assert scale.read("Jan 2024") == "2024-01"
    assert scale.read("") is None
    with pytest.raises(ValueError, match=r"."):
        scale.read("soon")
