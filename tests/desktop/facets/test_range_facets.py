"""Facets of numbers and dates: what the slider shows, and what one press of a key sets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.filters import parse
from db.rows import Facet
from desktop.facets.range_scales import DateScale, NumberScale
from desktop.widgets.range_slider import RangeSlider
from tests.desktop.window_use import facet

Key = Qt.Key


def filtered(program, settle, text: str) -> None:
    program.context.filters.set(parse(text))
    settle()


def test_a_single_number_is_shown_alone_and_not_the_numbers_before(program, settle):
    slider = facet(program, "params").slider
    assert slider._bounds == (7e9, 236e9)
    filtered(program, settle, "name:B-1")
    assert slider._bounds == (236e9, 236e9)
    assert sum(slider._bars) == 1
    assert not slider.isEnabled()
    filtered(program, settle, "")
    assert slider._bounds == (7e9, 236e9)
    assert slider.isEnabled()


def test_a_date_too_long_for_its_line_begins_with_its_year(program, settle):
    filtered(program, settle, "date:2023-05-02..2023-11-30")
    for entry, said in ((facet(program, "date").low, "2023-05-02"), (facet(program, "date").high, "2023-11-30")):
        assert entry.text() == said
        assert entry.cursorPosition() == 0
        assert said in entry.toolTip()


def test_where_nothing_is_known_there_is_no_slider(program, settle):
    section = facet(program, "params")
    filtered(program, settle, "name:Bare params:>1B")
    assert section.isVisible()
    assert not section.slider.isVisible()
    filtered(program, settle, "")
    assert section.slider.isVisible()


def test_each_press_is_a_month_and_the_first_month_is_open(program, settle):
    low = facet(program, "date").slider.low
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_PageUp):
        low.setFocus()
        QTest.keyClick(low, key)
        settle()
        seen.append(str(program.context.filters.spec))
    assert seen == ["date:2023-06..", "date:2023-07..", "date:2023-06..", "", "date:2024-05.."]


@pytest.mark.parametrize(("start", "direction", "page", "expected"), [
    (7e9, 1, False, 1e10), (1e10, 1, False, 1.5e10), (1.2e10, 1, False, 1.5e10), (1e10, -1, False, 7e9),
    (6.71e11, -1, False, 5e11), (9.5, 1, False, 10), (1, -1, False, 0.7), (3e9, 1, True, 3e10), (3e9, -1, True, 3e8),
])  # fmt: skip
def test_numbers_step_to_the_next_round_one(start, direction, page, expected):
    assert NumberScale().step(start, direction, page) == pytest.approx(expected)


def test_dates_have_a_bar_for_each_of_their_bins():
    found = Facet("date", (), 0, 2023.25, 2023.75, ((2023.25, 2023.5, 4), (2023.5, 2023.75, 0), (2023.75, 2024.0, 1)))
    bounds, bars = DateScale().fit(found)
    assert bars == (4, 0, 1)
    assert [DateScale().text(bound) for bound in bounds] == ["2023-04", "2023-12"]


def test_dragging_to_a_limit_that_everything_meets_leaves_the_end_open(qtbot):
    scale = DateScale()
    slider = RangeSlider("Date", scale.text, snap=scale.snap, step=scale.step)
    qtbot.addWidget(slider)
    slider.set_bounds(2023.0, 2025 + 11 / 12)
    slider.low.setValue(20)  # half a month from the end
    assert slider.range == (None, None)
    slider.high.setValue(slider.high.maximum() - 20)
    assert slider.range == (None, None)
