"""Facets in the window: they filter by list, entry and slider, and show what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.desktop.window_use import facet, names, press, type_filter

Key = Qt.Key


def counts(program, key: str) -> dict[str, int]:
    return {item.label: item.count for item in facet(program, key).values._items}


def test_facets_filter_and_ignore_their_own_clause(program, settle):
    assert counts(program, "org") == {"Alpha": 2, "Beta & Sons": 2, "unknown": 1}
    view = facet(program, "org").values.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0))
    press(program, Key.Key_Space)
    settle()
    assert program.window.bar.edit.text() == "org:Alpha"
    assert counts(program, "org") == {"Alpha": 2, "Beta & Sons": 2, "unknown": 1}
    assert counts(program, "open") == {"yes": 2}
    view.setCurrentIndex(view.model().index(1))
    press(program, Key.Key_Space)
    settle()
    assert program.window.bar.edit.text() == 'org:Alpha,"Beta & Sons"'
    assert len(names(program)) == 4


def test_facets_exclude_and_reset(program, settle):
    view = facet(program, "org").values.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0))
    press(program, Key.Key_Minus)
    settle()
    assert program.window.bar.edit.text() == "-org:Alpha"
    assert names(program) == ["文心 <b>4</b>", "B-1", "Bare"]
    reset = program.window.findChild(QWidget, "facet_org_reset")
    assert reset.isVisible()
    reset.click()
    settle()
    assert program.window.bar.edit.text() == ""
    assert not reset.isVisible()


def test_a_facet_shows_what_was_typed(program, settle):
    type_filter(program, "-open:yes date:2024 params:>=7B")
    settle()
    assert facet(program, "open").values.state == ((), ("yes",))
    assert (facet(program, "date").low.text(), facet(program, "date").high.text()) == ("2024", "2024")
    assert (facet(program, "params").low.text(), facet(program, "params").high.text()) == ("7B", "")
    assert facet(program, "params").slider.range == (7e9, None)


def type_into(program, name: str, text: str) -> None:
    entry = program.window.findChild(QLineEdit, name)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Key.Key_Return)


def test_ends_of_a_range_can_be_typed(program, settle):
    type_into(program, "facet_params_from", "10B")
    settle()
    assert program.window.bar.edit.text() == "params:>=10B"
    assert names(program) == ["A-2", "B-1"]
    type_into(program, "facet_date_to", "Jan 2024")
    settle()
    assert program.window.bar.edit.text() == "params:>=10B date:..2024-01"
    type_into(program, "facet_params_to", "many")
    mistake = program.window.findChild(QWidget, "facet_params_mistake")
    assert mistake.isVisible()
    assert "not a number" in mistake.text()
    assert program.window.bar.edit.text() == "params:>=10B date:..2024-01"


def test_a_slider_sets_a_range(program, settle):
    section = facet(program, "date")
    section.slider.low.setFocus()
    press(program, Key.Key_PageUp)
    settle()
    clause = program.context.filters.spec.clauses_of("date")[0]
    assert clause.low is not None
    assert clause.high is None


def test_folding_is_kept(qtbot, start, lab_file):
    first = start(lab_file)
    first.window.findChild(QWidget, "facet_org_title").click()
    assert facet(first, "org").body.isHidden()
    first.window.close()
    assert facet(start(lab_file), "org").body.isHidden()
