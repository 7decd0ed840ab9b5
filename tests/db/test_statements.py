"""The rules for what is shown and what is a disagreement, as tables of cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edtf import parse
from db.numbers import parse_number
from db.properties import PROPERTIES, ValueType
from db.statements import Stated, Verdict, best, comparable, rivals, verdict


def said(key: str, value: str, **more: object) -> Stated:
    """A statement as the database would hold it."""
    rule = PROPERTIES[key]
    if rule.type is ValueType.NUMBER:
        quantity = parse_number(value)
        more |= {"number": quantity.value, "rounding": quantity.rounding}
    if rule.type is ValueType.DATE:
        more["date"] = parse(value)
    if when := more.get("when"):
        more["when"] = parse(str(when))
    return Stated(property=key, value=value, **more)  # type: ignore[arg-type]


def verdicts(key: str, statements: list[Stated]) -> set[Verdict]:
    return {verdict(PROPERTIES[key], group) for group in comparable(PROPERTIES[key], statements)}


NO, FINER, BAD = Verdict.NONE, Verdict.REFINEMENT, Verdict.DISAGREEMENT
PAIRS = [
    # dates
    ("date", "January 2025", "20 January 2025", FINER),
    ("date", "20 January 2025", "2025-01-20", NO),
    ("date", "20 January 2025", "21 January 2025", BAD),
    ("date", "December 2024", "2025", BAD),
    ("date", "2024", "about 2024", FINER),
    ("founded", "2023", "May 2023", FINER),
    ("birth", "1985", "1986", BAD),
    # numbers, with the rounding that they state
    ("params", "671B", "671B", NO),
    ("params", "671B", "671,000,000,000", NO),
    ("params", "7B", "6.7B", FINER),
    ("params", "7B", "6.4B", BAD),
    ("params", "671B", "685B", BAD),
    ("training_cost", "5.58M", "5.576M", FINER),
    ("training_cost", "5.58M", "5.6M", FINER),
    ("training_cost", "5.58M", "5.5M", BAD),
    ("gpus", "2048", "2,048", NO),
    ("gpus", "10,000", "50,000", BAD),
    ("gpus", "2,000", "2,048", FINER),
    # texts and bools
    ("license", "MIT", "mit", NO),
    ("license", "Apache-2.0", "Apache 2.0", NO),
    ("license", "MIT", "MIT License", FINER),
    ("license", "MIT", "Apache 2.0", BAD),
    ("headquarters", "Hangzhou", "Hangzhou, Zhejiang", FINER),
    ("headquarters", "Zürich", "Zurich", NO),
    ("open_weights", "yes", "no", BAD),
    ("open_weights", "yes", "yes", NO),
]


@pytest.mark.parametrize(("key", "one", "other", "expected"), PAIRS)
def test_two_values(key: str, one: str, other: str, expected: Verdict) -> None:
    assert verdicts(key, [said(key, one), said(key, other)]) == {expected}
    assert verdicts(key, [said(key, other), said(key, one)]) == {expected}


QUALIFIED = [
    ("over", "10,001", "", "50,001", FINER),
    ("over", "10,001", "", "5,001", BAD),
    ("at least", "10,001", "up to", "50,001", NO),
    ("up to", "10,001", "", "50,001", BAD),
    ("up to", "10,001", "", "9,001", FINER),
    ("about", "10,001", "", "10,901", FINER),
    ("approximately", "10,001", "", "12,001", BAD),
    ("about", "10,001", "about", "11,501", NO),
    ("citation needed", "10,001", "", "10,501", BAD),
    ("no more than", "10,001", "", "50,001", BAD),
    ("no more than", "10,001", "", "9,001", FINER),
    ("not less than", "10,001", "", "9,001", BAD),
    ("no fewer than", "10,001", "", "50,001", FINER),
    ("fewer than", "10,001", "", "50,001", BAD),
    ("as many as", "10,001", "", "9,001", FINER),
]


@pytest.mark.parametrize(("how", "one", "other_how", "other", "expected"), QUALIFIED)
def test_qualifiers_widen_numbers(how: str, one: str, other_how: str, other: str, expected: Verdict) -> None:
    statements = [said("gpus", one, qualifier=how), said("gpus", other, qualifier=other_how)]
    assert verdicts("gpus", statements) == {expected}


APART = [
    ("training_cost", {"role": "final run"}, {"role": "hardware"}),
    ("gpus", {"when": "2023"}, {"when": "2024"}),
    ("params", {"variant": 1}, {"variant": 2}),
    ("revenue", {"unit": "USD"}, {"unit": "CNY"}),
]


@pytest.mark.parametrize(("key", "one", "other"), APART)
def test_numbers_of_different_things_are_not_compared(
    key: str, one: dict[str, object], other: dict[str, object]
) -> None:
    assert verdicts(key, [said(key, "5", **one), said(key, "900", **other)]) == set()
    assert verdicts(key, [said(key, "5", **one), said(key, "900", **one)]) == {BAD}


def test_several_values_are_no_disagreement() -> None:
    assert verdicts("feature", [said("feature", "fast"), said("feature", "cheap")]) == set()
    assert verdicts("technique", [said("technique", "MLA", target=1), said("technique", "MoE", target=2)]) == set()


ONE, TWO, THREE = ("000", 1), ("000", 41), ("003", 21)
WHOLE = [
    ("owner", [("High-Flyer", ONE), ("High-Flyer", THREE)], NO),
    ("owner", [("High-Flyer", ONE), ("Liang Wenfeng", TWO)], BAD),  # one document, two lines
    ("owner", [("OpenAI", ONE), ("SoftBank", ONE)], NO),  # one line names both
    ("owner", [("OpenAI", ONE), ("SoftBank", ONE), ("OpenAI", THREE)], FINER),
    ("owner", [("OpenAI", ONE), ("SoftBank", ONE), ("OpenAI", TWO), ("Oracle", TWO)], BAD),
    ("founder", [("Liang Wenfeng", ONE), ("Liang Wenfeng", THREE), ("two classmates", THREE)], FINER),
    ("founder", [("Liang Wenfeng", ONE), ("LIANG  Wenfeng", TWO)], NO),
]


@pytest.mark.parametrize(("key", "named", "expected"), WHOLE)
def test_sets_that_differ(key: str, named: list[tuple[str, tuple[str, int]]], expected: Verdict) -> None:
    statements = [said(key, value, source=source, line=line) for value, (source, line) in named]
    assert verdicts(key, statements) == {expected}
    assert verdicts(key, statements[::-1]) == {expected}


def test_owners_in_different_roles_are_not_compared() -> None:
    parent, operator = (
        said("owner", "A", source="000", role="parent"),
        said("owner", "B", source="001", role="operator"),
    )
    assert verdicts("owner", [parent, operator]) == set()


def test_deprecated_statements_still_disagree_and_the_worst_pair_decides() -> None:
    statements = [said("date", "2024"), said("date", "May 2024"), said("date", "2023", rank="deprecated")]
    assert verdicts("date", statements) == {BAD}
    assert verdicts("date", statements[:2]) == {FINER}


BEST = [
    ([], None),
    ([("2024", {})], "2024"),
    ([("2023", {"rank": "deprecated"})], None),
    ([("2024", {}), ("2023", {"rank": "preferred"})], "2023"),
    ([("2024", {"basis": "inferred"}), ("2023", {})], "2023"),
    ([("2024", {"basis": "inferred", "rank": "preferred"}), ("2023", {})], "2024"),
    ([("2024", {}), ("May 2024", {}), ("6 May 2024", {})], "6 May 2024"),
    ([("6 May 2024", {}), ("May 2024", {})], "6 May 2024"),
    ([("2024", {}), ("6 May 2023", {})], "2024"),
    ([("2024", {}), ("6 May 2024", {"basis": "inferred"})], "2024"),
    ([("2024", {}), ("6 May 2024", {}), ("7 May 2024", {})], "6 May 2024"),
    ([("about 2024", {}), ("2024", {})], "2024"),
    ([("unknown", {}), ("2024", {})], "2024"),
]


@pytest.mark.parametrize(("values", "expected"), BEST)
def test_the_best_date(values: list[tuple[str, dict[str, object]]], expected: str | None) -> None:
    found = best([said("date", value, **more) for value, more in values])
    assert (found and found.value) == expected


def test_of_equal_texts_the_first_is_best() -> None:
    found = best([said("license", "MIT"), said("license", "Apache")])
    assert found is not None
    assert found.value == "MIT"


dates = st.sampled_from(
    ["2023", "2024", "May 2024", "6 May 2024", "about 2024", "2024/2025", "by 2024-12-31", "unknown"]
)


@given(st.lists(dates, min_size=2, max_size=5), st.randoms())
def test_the_verdict_does_not_depend_on_the_order(values: list[str], random: object) -> None:
    statements = [said("date", value) for value in values]
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert verdicts("date", statements) == verdicts("date", shuffled)


RIVALS = [
    ("date", ["Dec 2024", "December 2024", "Jan. 10, 2025", "January 2025"], [[0, 1], [2, 3]]),
    ("date", ["January 2025", "10 January 2025", "December 2024"], [[1, 0], [2]]),
    ("date", ["2024", "January 2024", "March 2024"], [[1, 0], [2, 0]]),
    ("founded", ["February 2016", "2019", "2015", "2015"], [[0], [1], [2, 3]]),
    ("params", ["7B", "6.7B", "13B"], [[1, 0], [2]]),
    ("headquarters", ["Hangzhou", "Beijing", "Hangzhou, Zhejiang"], [[2, 0], [1]]),
    ("date", ["January 2025", "10 January 2025"], [[1, 0]]),
]


@pytest.mark.parametrize(("key", "values", "expected"), RIVALS)
def test_rivals_are_sets_that_agree_within_themselves(key, values, expected):
    group = [said(key, value, id=place) for place, value in enumerate(values)]
    assert [[statement.id for statement in found] for found in rivals(PROPERTIES[key], group)] == expected


def test_rivals_about_whole_sets_are_what_one_line_names():
    named = [("High-Flyer", 1, 5), ("High-Flyer", 2, 7), ("Liang", 3, 9), ("Liang", 2, 8), ("Wu", 2, 8)]
    group = [said("owner", who, source=source, line=line, id=at) for at, (who, source, line) in enumerate(named)]
    found = [[statement.id for statement in rival] for rival in rivals(PROPERTIES["owner"], group)]
    assert found == [[0, 1], [3, 4, 2]]


DAYS = st.builds(lambda year, month, day: f"2024-{month:02}-{day:02}"[: (4, 7, 10)[year]],
                 st.integers(0, 2), st.integers(1, 3), st.integers(1, 3))  # fmt: skip


@given(st.lists(DAYS, min_size=2, max_size=7))
def test_rivals_hold_every_statement_and_no_contradiction(values):
    rule = PROPERTIES["date"]
    group = [said("date", value, id=place) for place, value in enumerate(values)]
    found = rivals(rule, group)
    assert {statement.id for rival in found for statement in rival} == set(range(len(values)))
    assert all(verdict(rule, rival) is not Verdict.DISAGREEMENT for rival in found)
    assert (len(found) > 1) is (verdict(rule, group) is Verdict.DISAGREEMENT)
