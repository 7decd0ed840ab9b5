"""The shared filter and selection: equal values are silent, and every place can be returned to."""

from __future__ import annotations

import pytest

from db.filters import FilterSpec, parse
from desktop.state import FilterState, SelectionState


@pytest.fixture
def selection(qapp):
    return SelectionState()


@pytest.fixture
def filters(selection):
    return FilterState(FilterSpec(), selection)


def heard(signal) -> list:
    got: list = []
    signal.connect(lambda *values: got.append(values))
    return got


def test_setting_an_equal_filter_is_silent(filters):
    got = heard(filters.changed)
    filters.set(parse("open:yes"))
    filters.set(parse("open:yes"))
    assert got == [(parse("open:yes"),)]
    filters.back()
    assert not filters.can_go_back()


def test_back_and_forward_go_through_filters(filters):
    for text in ("open:yes", "open:no", "a"):
        filters.set(parse(text))
    filters.back()
    filters.back()
    assert str(filters.spec) == "open:yes"
    filters.forward()
    assert str(filters.spec) == "open:no"
    filters.set(parse("b"))
    assert not filters.can_go_forward()
    filters.home()
    assert filters.spec == FilterSpec()
    filters.back()
    assert str(filters.spec) == "b"


def test_typing_is_one_step(filters):
    filters.set(parse("x"))
    for text in ("d", "de", "dee"):
        filters.set(parse(text), typing=True)
    filters.back()
    assert str(filters.spec) == "x"
    filters.forward()
    assert str(filters.spec) == "dee"


def test_typing_after_going_back_is_a_new_step(filters):
    filters.set(parse("a"), typing=True)
    filters.back()
    filters.set(parse("b"), typing=True)
    filters.back()
    assert filters.spec == FilterSpec()


def test_a_link_is_a_place_to_return_from(filters, selection):
    selection.set({1, 2}, 1)
    filters.visit(7)
    assert (selection.focus, selection.ids) == (7, {1, 2})
    selection.set_focus(8)
    filters.visit(9)
    filters.back()
    assert selection.focus == 8
    filters.back()
    assert selection.focus == 1
    filters.forward()
    assert selection.focus == 8


def test_visiting_what_has_the_focus_is_no_step(filters, selection):
    selection.set((), 3)
    filters.visit(3)
    assert not filters.can_go_back()


@pytest.mark.parametrize(
    ("ids", "focus", "expected"),
    [({1}, 1, 0), ([1, 1], 1, 0), ({1, 2}, 1, 1), ({1}, None, 1), ((), 1, 1)],
)
def test_selection_tells_of_differences_alone(selection, ids, focus, expected):
    selection.set({1}, 1)
    got = heard(selection.changed)
    selection.set(ids, focus)
    assert len(got) == expected
