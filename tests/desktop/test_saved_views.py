"""Saved views in the window: Ctrl+S, the menu, the palette and the dialog, by mouse and by keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from db.filters import parse
from desktop.saved.file import Export
from desktop.saved.record import SavedView
from desktop.saved.shown import proposed_name
from desktop.theme import tokens
from desktop.views.saved_views import imported

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def context(program):
    return program.context


@pytest.fixture
def overlays(program):
    return program.window.overlays


@pytest.fixture
def save(program, overlays, settle):
    """Save what is shown with Ctrl+S, under a name or the one proposed."""

    def saved(name: str = "") -> str:
        settle()
        QTest.keyClick(QApplication.focusWidget() or program.window, Key.Key_S, Modifier.ControlModifier)
        panel = overlays._panel
        assert panel.isVisible()
        if name:
            QTest.keyClicks(panel.edit, name)
        name = panel.edit.text()
        QTest.keyClick(panel.edit, Key.Key_Return)
        return name

    return saved


@pytest.fixture
def dialog(program, overlays, save, context):
    """The dialog with the views A, B and C."""
    for name, query in (("A", ""), ("B", "open:yes"), ("C", "org:Alpha")):
        context.filters.set(parse(query))
        save(name)
    QTest.keyClick(program.window, Key.Key_S, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert overlays._dialog.isVisible()
    return overlays._dialog


def listed(dialog) -> list[str]:
    return [item.text(0) for item in dialog.list.items()]


def button(dialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def choose(dialog, *names: str) -> None:
    dialog.list.clearSelection()
    for item in dialog.list.items():
        if item.text(0) in names:
            dialog.list.setCurrentItem(item)
    for item in dialog.list.items():
        item.setSelected(item.text(0) in names)


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


# ---- the dialog ----


def test_enter_opens_the_current_view(dialog, context):
    choose(dialog, "B")
    QTest.keyClick(dialog.list, Key.Key_Return)
    assert not dialog.isVisible()
    assert context.filters.spec == parse("open:yes")


def test_renaming_in_place(dialog, overlays, qtbot):
    choose(dialog, "B")
    QTest.keyClick(dialog.list, Key.Key_F2)
    editor = dialog.list.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Better")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: overlays.views.find("Better") is not None)
    assert listed(dialog) == ["A", "Better", "C"]
    assert overlays.views.find("Better").spec == parse("open:yes")
    assert dialog.list.current_name() == "Better"


@pytest.mark.parametrize(("typed", "problem"), [("C", "“C” exists already"), (" ", "needs a name")])
def test_a_name_that_cannot_be_is_taken_back_and_told(dialog, qtbot, typed, problem):
    dialog.list.items()[1].setText(0, typed)
    qtbot.waitUntil(lambda: problem in dialog.message.text())
    assert listed(dialog) == ["A", "B", "C"]


def test_deleting_can_be_undone(dialog, overlays):
    choose(dialog, "A", "B")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    assert listed(dialog) == ["C"]
    assert dialog.message.text() == "2 views were deleted."
    button(dialog, "undo_delete").click()
    assert listed(dialog) == ["A", "B", "C"]
    assert not button(dialog, "undo_delete").isVisible()
    assert [view.name for view in overlays.views.views()] == ["A", "B", "C"]


def test_ctrl_z_brings_back_what_was_deleted(dialog, overlays):
    choose(dialog, "B")
    QTest.keyClick(dialog.list, Key.Key_Delete)
    assert listed(dialog) == ["A", "C"]
    QTest.keyClick(dialog.list, Key.Key_Z, Modifier.ControlModifier)
    assert listed(dialog) == ["A", "B", "C"]
    QTest.keyClick(dialog.list, Key.Key_Z, Modifier.ControlModifier)  # there is nothing more to bring back
    assert [view.name for view in overlays.views.views()] == ["A", "B", "C"]


def test_a_button_that_deletes_nothing_looks_so(dialog):
    enabled = button(dialog, "delete_view").grab().toImage()
    choose(dialog, "A", "B", "C")
    button(dialog, "delete_view").click()
    assert not button(dialog, "delete_view").isEnabled()
    error = QColor(tokens("light").error)
    colours = {enabled.pixelColor(x, 0).name() for x in range(enabled.width())}
    gone = button(dialog, "delete_view").grab().toImage()
    assert error.name() in colours
    assert error.name() not in {gone.pixelColor(x, 0).name() for x in range(gone.width())}


def test_a_name_in_other_capitals_asks_before_it_replaces(overlays, save):
    save("B")
    save("b")
    assert overlays._panel.isVisible()
    assert "“B” exists already" in overlays._panel.findChild(QWidget, "save_view_remark").text()
    QTest.keyClick(overlays._panel.edit, Key.Key_Return)
    assert [view.name for view in overlays.views.views()] == ["b"]


def test_bringing_in_order(dialog):
    choose(dialog, "A")
    QTest.keyClick(dialog.list, Key.Key_Down, Modifier.AltModifier)
    assert listed(dialog) == ["B", "A", "C"]
    button(dialog, "view_down").click()
    assert listed(dialog) == ["B", "C", "A"]
    assert not button(dialog, "view_down").isEnabled()
    QTest.keyClick(dialog.list, Key.Key_Up, Modifier.AltModifier)
    assert listed(dialog) == ["B", "A", "C"]


def test_export_and_import(dialog, overlays, tmp_path: Path):
    target = tmp_path / "mine.json"
    choose(dialog, "A", "C")
    assert button(dialog, "export_views").text() == "Export 2…"
    dialog.export_to(target, dialog.list.chosen())
    assert dialog.message.text() == f"2 views exported to {target}."
    overlays.views.put(SavedView("A", parse("org:Beta")))
    dialog.import_from(target)
    assert listed(dialog) == ["A", "B", "C", "A (2)"]
    assert dialog.message.text() == "1 view imported. 1 was there already. “A” was taken: the new one is “A (2)”."


def test_an_import_says_which_view_is_broken(dialog, tmp_path: Path):
    source = tmp_path / "theirs.json"
    views = [{"name": "Good", "filter": "open:yes"}, {"name": "Bad", "filter": "color:green"}]
    source.write_text(json.dumps({"format": "labline-views", "version": 1, "views": views}), encoding="utf-8")
    dialog.import_from(source)
    assert listed(dialog) == ["A", "B", "C", "Good"]
    assert "“Bad” was left out: its filter “color:green” cannot be read" in dialog.message.text()


def test_a_file_of_something_else_is_refused(dialog, tmp_path: Path):
    source = tmp_path / "theirs.json"
    source.write_text("[1, 2]", encoding="utf-8")
    dialog.import_from(source)
    assert dialog.message.text() == f"✗ {source} cannot be used: It does not hold saved views of Labline."
    assert listed(dialog) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("name", "shown"), [("export_views", "export_views_dialog"), ("import_views", "import_views_dialog")]
)
def test_files_are_asked_for(dialog, name, shown):
    button(dialog, name).click()
    asked = dialog.findChild(QFileDialog, shown)
    assert asked.isVisible()
    asked.reject()


def test_a_broken_view_is_listed_and_cannot_be_opened(program, overlays, settings_file):
    file = settings_file.with_name("views.json")
    views = [{"name": "<b>Bad</b>", "filter": "color:green"}]
    file.write_text(json.dumps({"format": "labline-views", "version": 1, "views": views}), encoding="utf-8")
    overlays.edit_views()
    dialog = overlays._dialog
    assert listed(dialog) == ["<b>Bad</b>"]
    assert "color:green" in dialog.list.items()[0].text(1)
    assert not button(dialog, "open_view").isEnabled()
    QTest.keyClick(dialog.list, Key.Key_Return)
    assert dialog.isVisible()


def test_a_damaged_file_is_told(program, overlays, settings_file):
    settings_file.with_name("views.json").write_text("{", encoding="utf-8")
    overlays.edit_views()
    assert "views-damaged-1.json" in overlays._dialog.message.text()


def test_everything_in_the_dialog_has_a_name(dialog):
    assert dialog.list.accessibleName() == "Saved views"
    assert all(each.text() for each in dialog.findChildren(QPushButton))


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


def test_what_was_imported_is_counted():
    views = [SavedView(name) for name in "ABC"]
    remarks = [f"f.json, view 1 “A”: part {n}." for n in range(5)]
    assert imported(Export(views, [], []), {"A": "A", "B": "B", "C": "C"}) == "3 views imported."
    said = imported(Export(views[:1], [], remarks), {"A": "A"})
    assert said == f"1 view imported. {' '.join(remarks[:3])} 2 more parts cannot be shown."
