"""The export dialog: what it offers, what it shows before it writes, and every part of it by its name and key."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from desktop.export.job import Scope
from tests.desktop.export.export_use import choose, preview, texts

Key = Qt.Key


# ---- what it offers ----


def test_scopes_say_how_many_rows_they_have(opened):
    dialog = opened("params:>=4B", selected=[1, 2])
    assert texts(dialog) == {"selected": "Selected (2)", "filtered": "Filtered (3)", "all": "All (6)"}
    assert all(button.isEnabled() for button in dialog.form.scopes.values())


@pytest.mark.parametrize(
    ("query", "selected", "scope", "disabled"),
    [
        ("", [], Scope.ALL, {"selected": "Nothing is selected.", "filtered": "No filter is set."}),
        ("params:>=4B", [], Scope.FILTERED, {"selected": "Nothing is selected."}),
        ("params:>=4B", [1], Scope.FILTERED, {}),
        ("params:>=4B", [1, 2], Scope.SELECTED, {}),
        ("params:>=4B", [98, 99], Scope.FILTERED, {"selected": "Nothing is selected."}),  # ids of other tables
        ("params:>99B", [], Scope.ALL, {"selected": "Nothing is selected.", "filtered": "The filter matches nothing."}),
    ],
)
def test_scope_without_rows_cannot_be_chosen_and_says_why(opened, query, selected, scope, disabled):
    dialog = opened(query, selected)
    assert dialog.form.scope() is scope
    scopes = dialog.form.scopes.items()
    found = {scope.value: button.accessibleDescription() for scope, button in scopes if not button.isEnabled()}
    assert found == disabled
    shown = dialog.findChild(type(dialog.status.message), "export_reasons").text()
    assert all(reason in shown for reason in disabled.values())


def test_profile_is_offered_where_the_format_has_one(qtbot, opened, runner):
    dialog = opened()
    enabled = {}
    for text in ("CSV", "TSV", "JSON", "Excel"):
        choose(qtbot, runner, dialog.form.format, text)
        enabled[text] = dialog.form.profile.isEnabled()
        assert dialog.findChild(type(dialog.status.message), "export_explanation").text()
    assert enabled == {"CSV": True, "TSV": True, "JSON": False, "Excel": False}


def test_everything_that_can_be_used_has_a_name(opened):
    dialog = opened()
    used = [
        child
        for kind in (QAbstractButton, QComboBox, QLineEdit, QTableView)
        for child in dialog.findChildren(kind)
        if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.objectName() != "qt_scrollarea_viewport"
    ]
    assert len(used) >= 11
    assert [child for child in used if not child.objectName()] == []
    assert [child for child in used if not (child.accessibleName() or getattr(child, "text", str)())] == []


def test_mnemonics_differ(opened):
    dialog = opened()
    titles = [button.text() for button in dialog.findChildren(QAbstractButton)]
    titles += [label.text() for label in dialog.findChildren(type(dialog.status.message)) if label.buddy()]
    keys = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
    keys.remove("c")  # Cancel and Close are never shown together
    assert len(keys) == len(set(keys)) >= 12


# ---- preview ----


def test_preview_is_the_head_of_the_file(qtbot, opened, runner):
    dialog = opened()
    header, *rows = preview(dialog)
    assert header == ["name", "date", "date_earliest", "date_latest", "date_precision", "params", "open"]
    assert rows[0] == ["'-V2", "2024-01", "2024-01-01", "2024-01-31", "month", "1000000000", "no"]
    assert len(rows) == 5
    choose(qtbot, runner, dialog.form.profile, "Lossless")
    assert preview(dialog)[1] == ["-V2", "2024-01", "2024-01-01", "2024-01-31", "month", "1000000000", "false"]
    choose(qtbot, runner, dialog.form.format, "JSON")
    assert preview(dialog)[0] == ["name", "date", "params", "open"]
    assert preview(dialog)[1][::2] == ['"-V2"', "1000000000"]
    choose(qtbot, runner, dialog.form.format, "Excel")
    assert preview(dialog)[1][0] == "-V2"


def test_preview_follows_scope_and_columns(qtbot, opened, runner):
    dialog = opened("params:>=4B", selected=[6, 2])
    assert [row[0] for row in preview(dialog)] == ["name", "Coder", "VL"]
    dialog.form.scopes[Scope.FILTERED].click()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert [row[0] for row in preview(dialog)] == ["name", "R1", "V3", "VL"]
    choose(qtbot, runner, dialog.form.columns, "All")
    assert "id" in preview(dialog)[0]


# ---- by keyboard ----


def test_whole_job_by_keyboard(qtbot, opened, folder):
    dialog = opened("params:>=4B", selected=[1, 2])
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.form.scopes[Scope.SELECTED].hasFocus()
    press = partial(qtbot.keyClick, dialog.windowHandle())  # as the system sends it, for shortcuts
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    press(Key.Key_A, alt)
    qtbot.waitUntil(lambda: dialog.form.scope() is Scope.ALL)
    press(Key.Key_T, alt)
    assert dialog.form.format.hasFocus()
    press(Key.Key_Down)
    assert dialog.form.choice().format == "tsv"
    press(Key.Key_M, alt)
    assert dialog.file.hasFocus()
    press(Key.Key_A, control)
    qtbot.keyClicks(dialog.file, str(folder / "typed"))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.status.message.text().startswith("✓ 6 releases"))
    assert (folder / "typed.tsv").exists()
