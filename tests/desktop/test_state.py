"""What views share: equal values are silent, a brush lies on top of the filter, and every place can be returned to."""

from __future__ import annotations

import pytest

from db.clauses import Range
from db.filters import FilterSpec, parse
from desktop.state import FilterState, NavigationState, SelectionState

SPRING = Range("date", "2024-03", "2024-05")
MAY = Range("date", "2024-05", "2024-05")


@pytest.fixture
def selection(qapp):
    return SelectionState()


@pytest.fixture
def filters(qapp):
    return FilterState(FilterSpec())


@pytest.fixture
def navigation(filters, selection):
    return NavigationState(filters, selection)


def heard(signal) -> list:
    got: list = []
    signal.connect(lambda *values: got.append(values))
    return got


def said(filters) -> tuple[str, str, str]:
    """Base, brush and what is in force, as text."""
    return str(filters.base), str(filters.brush or ""), str(filters.spec)


# ---- the filter ----


def test_setting_an_equal_filter_is_silent(filters, navigation):
    got = heard(filters.changed)
    filters.set(parse("open:yes"))
    filters.set(parse("open:yes"))
    assert got == [(parse("open:yes"),)]
    navigation.back()
    assert not navigation.can_go_back()


def do(filters, *steps: tuple) -> None:
    for name, *values in steps:
        getattr(filters, name)(*values)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("set_brush", SPRING)], ("", "date:2024-03..2024-05", "date:2024-03..2024-05")),
        ([("set_brush", SPRING), ("set_brush", MAY)], ("", "date:2024-05", "date:2024-05")),
        ([("set_brush", SPRING), ("set_brush", None)], ("", "", "")),
        ([("set_brush", MAY), ("keep_brush",)], ("date:2024-05", "", "date:2024-05")),
        ([("keep_brush",)], ("", "", "")),
        ([("set", parse("a date:2023 b")), ("set_brush", MAY)], ("a date:2023 b", "date:2024-05", "a date:2024-05 b")),
        ([("set", parse("date:2023")), ("set_brush", MAY), ("set_brush", None)], ("date:2023", "", "date:2023")),
        ([("set_brush", MAY), ("set", parse("a"))], ("a", "", "a")),
        ([("set_brush", MAY), ("set", FilterSpec())], ("", "", "")),
        ([("set", parse("a")), ("set_brush", MAY), ("set", parse("a date:2024-05"))],
         ("a date:2024-05", "", "a date:2024-05")),
        ([("set", parse("a")), ("set_brush", MAY), ("home",)], ("", "", "")),
    ],
)  # fmt: skip
def test_a_brush_lies_on_top_of_the_filter(filters, steps, expected):
    do(filters, *steps)
    assert said(filters) == expected


@pytest.mark.parametrize(
    ("before", "step", "stepped", "written", "changed"),
    [
        ([], ("set_brush", MAY), 0, 1, 1),
        ([("set_brush", MAY)], ("set_brush", MAY), 0, 0, 0),
        ([("set_brush", MAY)], ("set_brush", None), 0, 1, 1),
        ([("set_brush", MAY)], ("keep_brush",), 1, 1, 0),
        ([], ("keep_brush",), 0, 0, 0),
        ([("set_brush", MAY)], ("set", parse("date:2024-05")), 1, 1, 0),
        ([("set_brush", MAY)], ("set", FilterSpec()), 0, 1, 1),
        ([("set", parse("date:2024-05"))], ("set_brush", MAY), 0, 1, 0),
        ([], ("set", parse("a")), 1, 1, 1),
        ([], ("restore", parse("a")), 0, 1, 1),
    ],
)
def test_each_signal_tells_of_its_differences_alone(filters, before, step, stepped, written, changed):
    do(filters, *before)
    got = [heard(signal) for signal in (filters.stepped, filters.written, filters.changed)]
    do(filters, step)
    assert [len(calls) for calls in got] == [stepped, written, changed]


def test_brushing_is_no_step_and_keeping_is_one(filters, navigation):
    filters.set(parse("a"))
    for clause in (SPRING, MAY, SPRING):
        filters.set_brush(clause)
    navigation.back()
    assert said(filters) == ("", "", "")
    navigation.forward()
    assert said(filters) == ("a", "", "a")
    filters.set_brush(MAY)
    filters.keep_brush()
    navigation.back()
    assert said(filters) == ("a", "", "a")


# ---- places ----


def test_back_and_forward_go_through_filters(filters, navigation):
    for text in ("open:yes", "open:no", "a"):
        filters.set(parse(text))
    navigation.back()
    navigation.back()
    assert str(filters.spec) == "open:yes"
    navigation.forward()
    assert str(filters.spec) == "open:no"
    filters.set(parse("b"))
    assert not navigation.can_go_forward()
    filters.home()
    assert filters.spec == FilterSpec()
    navigation.back()
    assert str(filters.spec) == "b"


def test_typing_is_one_step(filters, navigation):
    filters.set(parse("x"))
    for text in ("d", "de", "dee"):
        filters.set(parse(text), typing=True)
    navigation.back()
    assert str(filters.spec) == "x"
    navigation.forward()
    assert str(filters.spec) == "dee"


def test_typing_after_going_back_is_a_new_step(filters, navigation):
    filters.set(parse("a"), typing=True)
    navigation.back()
    filters.set(parse("b"), typing=True)
    navigation.back()
    assert filters.spec == FilterSpec()


def test_a_link_is_a_place_to_return_from(navigation, selection):
    selection.set({1, 2}, 1)
    navigation.visit(7)
    assert (selection.focus, selection.ids) == (7, {1, 2})
    selection.set_focus(8)
    navigation.visit(9)
    navigation.back()
    assert selection.focus == 8
    navigation.back()
    assert selection.focus == 1
    navigation.forward()
    assert selection.focus == 8


def test_visiting_what_has_the_focus_is_no_step(navigation, selection):
    selection.set((), 3)
    navigation.visit(3)
    assert not navigation.can_go_back()


def where(filters, navigation, selection) -> tuple:
    return str(filters.spec), selection.focus, navigation.perspective, navigation.zoom("timeline")


STEPS = [
    (lambda f, n, s: f.set(parse("a")), ("a", None, "releases", None)),
    (lambda f, n, s: n.set_perspective("timeline"), ("a", None, "timeline", None)),
    (lambda f, n, s: n.set_zoom("timeline", (10.0, 20.0)), ("a", None, "timeline", (10.0, 20.0))),
    (lambda f, n, s: n.visit(5), ("a", 5, "timeline", (10.0, 20.0))),
    (lambda f, n, s: n.set_zoom("timeline", None), ("a", 5, "timeline", None)),
    (lambda f, n, s: n.open(parse("b"), perspective="releases", zooms={"timeline": (1.0, 2.0)}),
     ("b", 5, "releases", (1.0, 2.0))),
    (lambda f, n, s: f.home(), ("", 5, "releases", (1.0, 2.0))),
]  # fmt: skip


@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1))
def test_back_and_forward_walk_filter_focus_perspective_and_zoom(filters, navigation, selection, steps):
    shared = (filters, navigation, selection)
    places = [("", None, "releases", None)]
    for step, place in STEPS[:steps]:
        step(*shared)
        assert where(*shared) == place
        places.append(place)
    for place in reversed(places[:-1]):
        navigation.back()
        assert where(*shared) == place
    assert not navigation.can_go_back()
    for place in places[1:]:
        navigation.forward()
        assert where(*shared) == place
    assert not navigation.can_go_forward()


def test_zooming_on_is_one_step_and_each_view_has_its_own(navigation):
    got = heard(navigation.zoom_changed)
    for first in (1.0, 2.0, 2.0, 3.0):
        navigation.set_zoom("timeline", (first, 9.0))
    navigation.set_zoom("charts", (4.0, 5.0))
    assert got == [("timeline",), ("timeline",), ("timeline",), ("charts",)]
    navigation.back()
    assert (navigation.zoom("timeline"), navigation.zoom("charts")) == ((3.0, 9.0), None)
    navigation.back()
    assert navigation.zoom("timeline") is None
    assert not navigation.can_go_back()


@pytest.mark.parametrize(
    ("act", "signal"),
    [
        (lambda n: n.set_perspective("releases"), "perspective_changed"),
        (lambda n: n.set_zoom("timeline", None), "zoom_changed"),
        (lambda n: n.open(FilterSpec()), "history_changed"),
        (lambda n: n.back(), "history_changed"),
        (lambda n: n.forward(), "history_changed"),
    ],
)
def test_being_there_already_is_silent(navigation, act, signal):
    got = heard(getattr(navigation, signal))
    act(navigation)
    assert got == []
    assert not navigation.can_go_back()


def test_opening_a_place_drops_the_brush(filters, navigation):
    filters.set_brush(MAY)
    navigation.open(FilterSpec())
    assert said(filters) == ("", "", "")


def test_the_history_is_bounded(filters, navigation):
    for number in range(300):
        filters.set(parse(f"w{number}"))
    steps = 0
    while navigation.can_go_back():
        navigation.back()
        steps += 1
    assert steps == 199


@pytest.mark.parametrize(
    ("ids", "focus", "expected"),
    [({1}, 1, 0), ([1, 1], 1, 0), ({1, 2}, 1, 1), ({1}, None, 1), ((), 1, 1)],
)
def test_selection_tells_of_differences_alone(selection, ids, focus, expected):
    selection.set({1}, 1)
    got = heard(selection.changed)
    selection.set(ids, focus)
    assert len(got) == expected
