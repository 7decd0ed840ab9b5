"""The file that an export goes to: named by what is in it, until the user names it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from db.filters import FilterSpec, parse
from db.kinds import Kind
from desktop.export.job import Choice, Scope, View, default_name, with_suffix
from tests.desktop.export.export_use import SHOWN, choose


@pytest.mark.parametrize(
    ("query", "scope", "name"),
    [
        ("", Scope.ALL, "releases.csv"),
        ("params:>100B open:yes", Scope.FILTERED, "releases-params-100B-open-yes.csv"),
        ("params:>100B open:yes", Scope.ALL, "releases.csv"),
        ("params:>100B", Scope.SELECTED, "releases-selected.csv"),
        ('"../../etc/passwd"', Scope.FILTERED, "releases-..-..-etc-passwd.csv"),
        ("深度求索", Scope.FILTERED, "releases-深度求索.csv"),
        ("x" * 100, Scope.FILTERED, "releases-" + "x" * 51 + ".csv"),
    ],
)
def test_default_name_says_what_is_in_the_file(query, scope, name):
    view = View(Kind.RELEASE, parse(query) if query else FilterSpec(), frozenset(), SHOWN)
    assert default_name(view, Choice(scope)) == name


@pytest.mark.parametrize(
    ("name", "format_", "expected"),
    [
        ("out.csv", "json", "out.json"),
        ("out.CSV", "xlsx", "out.xlsx"),
        ("out", "tsv", "out.tsv"),
        ("out.txt", "csv", "out.txt"),
        ("/a.csv/out", "json", "/a.csv/out.json"),
        ("", "csv", ""),
    ],
)
def test_suffix_follows_the_format(name, format_, expected):
    assert with_suffix(name, Choice(format=format_).format_()) == expected


def test_name_follows_the_choices_until_the_user_types_one(qtbot, opened, runner, folder):
    dialog = opened("params:>=4B")
    assert dialog.file.text() == str(folder / "releases-params-4B.csv")
    dialog.form.scopes[Scope.ALL].click()
    choose(qtbot, runner, dialog.form.format, "JSON")
    assert dialog.file.text() == str(folder / "releases.json")
    dialog.file.setText("mine.json")
    dialog.form.scopes[Scope.FILTERED].click()
    choose(qtbot, runner, dialog.form.format, "TSV")
    assert dialog.file.text() == "mine.tsv"


def test_browse_gives_the_name(qtbot, opened, folder):
    dialog = opened()
    dialog.findChild(QAbstractButton, "export_browse").click()
    chooser = dialog.findChild(QFileDialog, "export_file_dialog")
    chooser.fileSelected.emit(str(folder / "chosen"))
    chooser.reject()
    assert dialog.file.text() == str(folder / "chosen.csv")
