"""Saving and opening views in the window: Ctrl+S, the menu and the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.filters import parse
from desktop.saved.record import SavedView
from desktop.saved.shown import proposed_name

Key = Qt.Key


def menu_texts(program) -> list[str]:
    menu = program.window.top.views.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


# ---- saving ----


def test_the_name_is_proposed_from_the_filter(context, save, overlays):
    context.filters.set(parse("open:yes"))
    assert save() == "Open weights is yes"
    assert overlays.views.find("Open weights is yes").spec == parse("open:yes")


def test_saving_tells_and_returns_the_keyboard(program, context, save, overlays):
    context.releases.table.setFocus()
    save("Mine")
    assert not overlays._panel.isVisible()
    assert QApplication.focusWidget() is context.releases.table
    assert program.window.statusBar().currentMessage() == "“Mine” is saved."


def test_the_same_name_asks_before_it_replaces(context, save, overlays):
    save("Mine")
    context.filters.set(parse("open:yes"))
    save("Mine")
    panel = overlays._panel
    assert panel.isVisible()
    assert panel._remark.text().startswith("“Mine” exists already.")
    assert overlays.views.find("Mine").spec == parse("")
    assert panel.save.text() == "Replace"
    QTest.keyClick(panel.edit, Key.Key_Return)
    assert not panel.isVisible()
    assert overlays.views.find("Mine").spec == parse("open:yes")


def test_another_name_keeps_both(save, overlays):
    save("Mine")
    save("Mine")
    QTest.keyClicks(overlays._panel.edit, " 2")
    assert overlays._panel.save.text() == "Save"
    QTest.keyClick(overlays._panel.edit, Key.Key_Return)
    assert [view.name for view in overlays.views.views()] == ["Mine", "Mine 2"]


def test_no_name_is_not_saved(save, overlays):
    save(" ")
    assert overlays._panel.isVisible()
    assert overlays._panel._remark.text() == "✗ Type a name."
    assert overlays.views.entries() == []


@pytest.mark.parametrize("part", ["edit", "save", "_cancel"])
def test_escape_leaves_everything_as_it_is(context, overlays, settle, part):
    context.filters.set(parse("open:yes"))
    settle()
    overlays.save_view()
    getattr(overlays._panel, part).setFocus()
    QTest.keyClick(getattr(overlays._panel, part), Key.Key_Escape)
    assert not overlays._panel.isVisible()
    assert context.filters.spec == parse("open:yes")
    assert overlays.views.entries() == []


def test_what_cannot_be_written_is_told_in_the_panel(program, save, overlays, settings_file):
    settings_file.with_name("views.json").mkdir()
    save("Mine")
    assert overlays._panel.isVisible()
    assert "views.json" in overlays._panel._remark.text()


def test_a_name_in_other_capitals_asks_before_it_replaces(overlays, save):
    save("B")
    save("b")
    assert overlays._panel.isVisible()
    assert "“B” exists already" in overlays._panel.findChild(QWidget, "save_view_remark").text()
    QTest.keyClick(overlays._panel.edit, Key.Key_Return)
    assert [view.name for view in overlays.views.views()] == ["b"]


# ---- opening ----


def test_opening_restores_all_in_one_step(context, save, overlays, settle):
    columns = context.releases.columns
    first = columns.layout
    context.filters.set(parse("open:yes"))
    columns.set(columns.layout.with_visible(["date", "params"]).sorted_by("params", more=False))
    context.navigation.set_perspective("timeline")
    context.navigation.set_zoom("timeline", (738000.0, 739000.5))
    kept = columns.layout
    save("Mine")
    context.filters.set(parse("org:Beta"))
    columns.set(first)
    context.navigation.set_perspective("releases")
    context.navigation.set_zoom("timeline", None)
    settle()
    overlays.open_view("Mine")
    settle()
    assert context.filters.spec == parse("open:yes")
    assert columns.layout.shown_keys() == kept.shown_keys() == ("name", "date", "params")
    assert columns.layout.sort == (("params", False),)
    assert context.navigation.perspective == "timeline"
    assert context.navigation.zoom("timeline") == (738000.0, 739000.5)
    context.navigation.back()
    assert context.filters.spec == parse("org:Beta")
    assert context.navigation.perspective == "releases"
    assert context.navigation.zoom("timeline") is None


def test_a_view_of_another_version_opens_as_far_as_it_goes(context, overlays, settle):
    overlays.views.put(SavedView("Old", parse("open:yes"), perspective="gone"))
    overlays.open_view("Old")
    settle()
    assert context.filters.spec == parse("open:yes")
    assert context.navigation.perspective == "releases"
    assert "name" in context.releases.columns.layout.shown_keys()


def test_the_menu_lists_the_views_and_opens_them(program, context, save):
    assert menu_texts(program)[-1] == "Nothing is saved yet"
    context.filters.set(parse("open:yes"))
    save("Open & free")
    context.filters.set(parse(""))
    assert menu_texts(program)[-1] == "Open && free"
    action = program.window.top.views.menu().actions()[-1]
    assert not action.isChecked()
    action.trigger()
    assert context.filters.spec == parse("open:yes")
    menu_texts(program)
    assert program.window.top.views.menu().actions()[-1].isChecked()


def test_the_palette_opens_views(context, save, overlays, settle):
    context.filters.set(parse("open:yes"))
    save("Free ones")
    context.filters.set(parse(""))
    overlays.show_palette()
    QTest.keyClicks(overlays._palette.edit, "free")
    settle()
    assert overlays._palette.model.rows()[0].kind == "saved view"
    QTest.keyClick(overlays._palette.edit, Key.Key_Return)
    assert context.filters.spec == parse("open:yes")


def test_a_view_that_another_window_deleted_is_told(program, overlays):
    overlays.open_view("Gone")
    assert program.window.statusBar().currentMessage() == "“Gone” is not there any more."


# ---- words ----


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "All releases"),
        ("open:yes", "Open weights is yes"),
    ],
)
def test_proposed_names(query, name):
    assert proposed_name(parse(query)) == name


def test_a_long_proposal_is_cut_at_a_word():
    name = proposed_name(parse("org:DeepSeek,Meta,Alibaba,Anthropic,OpenAI,Mistral open:yes params:>100B"))
    assert len(name) <= 61
    assert name.endswith("…")
