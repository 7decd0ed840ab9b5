"""Saved views as JSON: nothing is lost, and what cannot be read says why and is kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.filters import AnyOf, FilterSpec
from db.query_text import MAX_LENGTH
from desktop.saved.moments import read_moment, to_the_minute
from desktop.saved.record import SavedView, Unreadable, ViewsError, clean_name, free_name, from_json, to_json
from desktop.table.columns import Layout, Shown
from tests.db.filter_specs import SPECS
from tests.desktop.saved.named_view import view

COLUMNS = st.lists(
    st.builds(Shown, st.text(min_size=1, max_size=12), st.integers(40, 2000), st.booleans()),
    max_size=6,
    unique_by=lambda column: column.key,
)
SORTS = st.lists(st.tuples(st.text(min_size=1, max_size=12), st.booleans()), max_size=4, unique_by=lambda pair: pair[0])
DAYS = st.floats(1, 3_000_000, allow_nan=False)
SPANS = st.tuples(DAYS, DAYS).filter(lambda span: span[0] < span[1])
NAMES = st.text(min_size=1, max_size=60).map(clean_name).filter(bool)
VIEWS = st.builds(
    SavedView,
    NAMES,
    SPECS,
    st.builds(Layout, COLUMNS.map(tuple), SORTS.map(tuple)),
    st.sampled_from(["releases", "timeline", "people", "gone"]),
    st.dictionaries(st.text(min_size=1, max_size=8), SPANS, max_size=3),
)


# ---- as JSON ----


@given(st.lists(VIEWS, max_size=4, unique_by=lambda view: view.name.casefold()))
def test_views_come_back_as_they_were(views: list[SavedView]) -> None:
    assert from_json(to_json(views)) == views


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["name", "filter", "columns", "sort", "zooms", "perspective"]), inner, max_size=6
            )
        ),
    )
)
def test_any_entry_is_a_view_or_says_why_not_and_is_kept(entry) -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [entry]})
    (read,) = from_json(text)
    if isinstance(read, Unreadable):
        assert read.problem
        assert json.loads(to_json([read]))["views"] == json.loads(text)["views"] or entry != entry  # NaN


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "does not hold saved views"),
        ('{"format": "other", "views": []}', "does not hold saved views"),
        ('{"format": "labline-views", "views": []}', "does not say which version"),
        ('{"format": "labline-views", "version": 2, "views": []}', "newer version"),
        ('{"format": "labline-views", "version": 1, "views": {}}', "does not hold saved views"),
        (json.dumps({"format": "labline-views", "version": 1, "views": [1] * 1001}), "more than 1,000"),
    ],
)
def test_what_is_no_file_of_views_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ViewsError, match=problem):
        from_json(text)


@pytest.mark.parametrize(
    ("entry", "name", "problem"),
    [
        (4, "View 2", "no object"),
        ({}, "View 2", "no name"),
        ({"name": " \n"}, "View 2", "no name"),
        ({"name": "A", "filter": "params:>>7"}, "A", "filter “params:>>7” cannot be read"),
        ({"name": "A", "filter": 7}, "A", "filter is no text"),
        ({"name": "A", "columns": {}}, "A", "columns are no list"),
        ({"name": "A", "columns": [["name", "wide", True]]}, "A", "a column is not"),
        ({"name": "A", "sort": [["name"]]}, "A", "a key of its sort"),
        ({"name": "A", "perspective": 1}, "A", "perspective is no text"),
        ({"name": "A", "zooms": []}, "A", "zooms are no object"),
        ({"name": "A", "zooms": {"timeline": [5, 1]}}, "A", "zoom of timeline"),
        ({"name": "A", "zooms": {"timeline": [True, 9]}}, "A", "zoom of timeline"),
    ],
)
def test_a_broken_view_says_which_it_is_and_what_is_wrong(entry, name: str, problem: str) -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [{"name": "Good"}, entry]})
    good, bad = from_json(text)
    assert isinstance(good, SavedView)
    assert isinstance(bad, Unreadable)
    assert bad.name == name
    assert problem in bad.problem


def test_views_of_one_name_are_told_apart() -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [{"name": "A"}, {"name": "A"}]})
    assert [entry.name for entry in from_json(text)] == ["A", "A (2)"]


@given(st.text(max_size=200))
def test_clean_names_are_short_and_on_one_line(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= 120
    assert name.isprintable()
    assert clean_name(name) == name


def test_a_free_name_is_not_longer_than_names_may_be() -> None:
    long = "x" * 120
    assert free_name("A", ["B"]) == "A"
    assert free_name("A", ["A", "A (2)"]) == "A (3)"
    assert len(free_name(long, [long])) == 120


def test_an_empty_filter_is_everything() -> None:
    assert from_json(to_json([replace(view("A"), spec=FilterSpec())])) == [view("A")]


def test_a_filter_too_long_to_be_typed_comes_back() -> None:
    long = FilterSpec(tuple(AnyOf(key, tuple(f"Number {n}" for n in range(500))) for key in ("org", "technique")))
    assert len(str(long)) > MAX_LENGTH
    kept = replace(view("A"), spec=long)
    assert from_json(to_json([kept])) == [kept]


# ---- zooms ----


def test_zooms_are_dates_that_people_can_read_and_write() -> None:
    kept = replace(view("A"), zooms={"timeline": (738886.0, 739000.5), "charts": (-40.0, 738886.25)})
    assert json.loads(to_json([kept]))["views"][0]["zooms"] == {
        "timeline": ["2024-01-01", "2024-04-24T12:00"],
        "charts": [-40.0, "2024-01-01T06:00"],
    }
    assert from_json(to_json([kept])) == [kept]
    ordinals = to_json([kept]).replace('"2024-01-01"', "738886")  # as files had them before
    assert from_json(ordinals) == [kept]


@given(SPANS)
def test_a_zoom_to_the_minute_stays_what_it_is(span: tuple[float, float]) -> None:
    rounded = to_the_minute(span)
    assert to_the_minute(rounded) == rounded
    assert rounded[0] < rounded[1]
    assert rounded == pytest.approx(span, abs=1 / 1440)


@pytest.mark.parametrize("written", ["2024", "soon", "2024-13-01", True, None, float("inf"), [1]])
def test_what_is_no_moment_is_refused(written) -> None:
    assert read_moment(written) is None
