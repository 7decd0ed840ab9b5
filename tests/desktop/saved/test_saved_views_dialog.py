"""The dialog of saved views: opened, renamed, deleted and back, ordered, exported and imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from db.filters import parse
from desktop.saved.file import Export
from desktop.saved.record import SavedView
from desktop.theme import tokens
from desktop.views.saved_views import imported

Key, Modifier = Qt.Key, Qt.KeyboardModifier


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


def test_what_was_imported_is_counted():
    views = [SavedView(name) for name in "ABC"]
    remarks = [f"f.json, view 1 “A”: part {n}." for n in range(5)]
    assert imported(Export(views, [], []), {"A": "A", "B": "B", "C": "C"}) == "3 views imported."
    said = imported(Export(views[:1], [], remarks), {"A": "A"})
    assert said == f"1 view imported. {' '.join(remarks[:3])} 2 more parts cannot be shown."
