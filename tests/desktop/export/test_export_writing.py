"""Writing an export: what is written, remembered, asked about, explained where it fails, and cancelled."""

from __future__ import annotations

import csv
import json
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from db import models as m
from db import queries
from db.exporters import tabular
from db.filters import FilterSpec
from db.kinds import Kind
from desktop.export.job import Choice, Columns, ExportJob, Scope, View
from tests.desktop.export.export_use import SHOWN, answer, choose, export

Key = Qt.Key


def test_export_writes_what_was_chosen_and_copies_its_path(qtbot, opened, folder):
    dialog = opened("params:>=4B", selected=[2, 6])
    said = export(qtbot, dialog)
    path = folder / "releases-selected.csv"
    assert said == f"✓ 2 releases written to {path}"
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["name", "Coder", "VL"]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == str(path)


@pytest.mark.parametrize("change", ["name", "option", "question"])
def test_an_export_is_forgotten_when_the_next_one_begins(qtbot, opened, runner, folder, change):
    dialog = opened()
    (folder / "other.csv").write_text("old")
    assert export(qtbot, dialog).startswith("✓")
    assert dialog.copy.isVisible()
    if change == "option":
        choose(qtbot, runner, dialog.form.format, "JSON")
    else:
        dialog.file.setText("other.csv")
    if change == "question":
        dialog.status.message.setText("✓ old")
        dialog.copy.show()
        seen: list[str] = []
        answer(QMessageBox.StandardButton.Cancel, seen)
        dialog.export.click()
        assert "other.csv exists already" in seen[0]
    assert not dialog.copy.isVisible()
    assert dialog.status.message.text() == ""


def test_lossless_csv_is_described_beside_it(qtbot, opened, runner, folder):
    dialog = opened("params:>=4B")
    choose(qtbot, runner, dialog.form.profile, "Lossless")
    assert export(qtbot, dialog).endswith("releases-params-4B.csv, described by datapackage.json beside it")
    [resource] = json.loads((folder / "datapackage.json").read_text())["resources"]
    labline = resource["labline"]
    assert (labline["query"], labline["rows"], labline["of"], labline["scope"]) == ("params:>=4B", 3, 6, "filtered")


def test_dialog_remembers_the_last_export(qtbot, opened, runner, tmp_path):
    dialog = opened()
    choose(qtbot, runner, dialog.form.format, "TSV")
    choose(qtbot, runner, dialog.form.profile, "Lossless")
    choose(qtbot, runner, dialog.form.columns, "Essential")
    (tmp_path / "other").mkdir()
    dialog.file.setText(str(tmp_path / "other" / "x"))
    export(qtbot, dialog)
    again = opened()
    assert again.form.choice() == Choice(Scope.ALL, Columns.ESSENTIAL, "tsv", True)
    assert again.file.text() == str(tmp_path / "other" / "releases.tsv")


def test_nonsense_in_the_settings_is_passed_over(opened, settings, folder):
    for key, value in (("format", ["x"]), ("columns", 7), ("lossless", "yes"), ("folder", "/nowhere/at/all")):
        settings.write(f"export/{key}", value)
    assert opened().form.choice() == Choice(Scope.ALL)


@pytest.mark.parametrize(
    ("button", "content"), [(QMessageBox.StandardButton.Cancel, "old"), (QMessageBox.StandardButton.Save, "name,")]
)
def test_replacing_a_file_is_asked_about(qtbot, opened, folder, button, content):
    path = folder / "releases.csv"
    path.write_text("old")
    dialog = opened()
    seen: list[str] = []
    answer(button, seen)
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(seen) and not dialog.cancel.isVisible())
    qtbot.waitUntil(lambda: path.read_text("utf-8-sig").startswith(content))
    assert seen == [f"{path} exists already. Exporting replaces what is in it."]
    qtbot.waitUntil(dialog.export.isVisible)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "✗ Not exported: the file has no name; type one."),
        ("missing/x.csv", "missing/x.csv was not written: its folder does not exist; make it first or choose another"),
        ("folder.csv", "folder.csv was not written: it is a folder; add a file name"),
        ("plain", "plain was not written: it is a folder; add a file name"),
        ("y" * 300, ".csv was not written: its name is too long; choose a shorter one"),
        ("~nobody-at-all/x.csv", "its folder does not exist"),
    ],
)
def test_error_is_shown_in_place_with_what_to_do(qtbot, opened, folder, name, said):
    (folder / "folder.csv").mkdir()
    (folder / "plain").mkdir()
    dialog = opened()
    dialog.file.setText(name)
    shown = export(qtbot, dialog)
    assert shown.startswith("✗ Not exported: ")
    assert said in shown
    assert dialog.status.message.property("error") is True
    assert dialog.export.isEnabled()
    assert dialog.file.hasFocus() or not dialog.isActiveWindow()
    dialog.file.setText("fine.csv")
    assert export(qtbot, dialog).startswith("✓ 6 releases written to")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device; free some space or choose another folder"),
        (PermissionError(13, "Permission denied"), "you may not write there"),
    ],
)
def test_failing_disk_is_explained(qtbot, opened, folder, monkeypatch, error, said):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("db.atomic.os.fsync", fail)
    assert said in export(qtbot, opened())
    assert list(folder.iterdir()) == []


def test_too_many_rows_for_a_sheet_are_explained(qtbot, opened, runner, monkeypatch):
    monkeypatch.setattr("db.exporters.documents.XLSX_ROWS", 3)
    dialog = opened()
    choose(qtbot, runner, dialog.form.format, "Excel")
    assert export(qtbot, dialog) == (
        "✗ Not exported: an XLSX sheet holds 3 rows at most; narrow the filter or export CSV"
    )


# ---- cancelling ----


@pytest.fixture
def held(monkeypatch):
    """Rows are read one by one, and the second only when the event is set."""
    go, reached = threading.Event(), threading.Event()
    read = tabular._partition

    def slow(*arguments):
        if reached.is_set():
            go.wait(10)
        reached.set()
        return read(*arguments)

    def hold() -> threading.Event:
        monkeypatch.setattr(tabular, "PARTITION", 1)
        monkeypatch.setattr(tabular, "_partition", slow)
        return go

    yield hold
    go.set()


def test_cancelled_export_stays_cancelled_and_leaves_nothing(qtbot, opened, folder, held):
    (folder / "releases.csv").write_text("old")
    dialog = opened()
    dialog.file.setText(str(folder / "new.csv"))
    go = held()
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.status.bar.value() > 0)
    assert not dialog.form.isEnabled()
    assert dialog.status.bar.maximum() == 6
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()  # the first Esc stops the writing
    go.set()
    qtbot.waitUntil(lambda: dialog.status.message.text() == "Cancelled. Nothing was written.")
    qtbot.wait(50)
    assert [path.name for path in folder.iterdir()] == ["releases.csv"]
    assert dialog.status.message.text() == "Cancelled. Nothing was written."
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_export_reads_one_snapshot_while_others_write(qtbot, opened, folder, held, database):
    dialog = opened()
    go = held()
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.status.bar.value() > 0)
    with database.write("test") as conn:
        conn.execute(m.entity.delete().where(m.entity.c.id == 6))
    go.set()
    qtbot.waitUntil(lambda: dialog.status.message.text().startswith("✓ 6"))
    assert len((folder / "releases.csv").read_text("utf-8-sig").splitlines()) == 7


def test_ui_thread_reads_and_writes_nothing(qtbot, opened, monkeypatch):
    threads = set()
    ids = queries.ids
    monkeypatch.setattr(queries, "ids", lambda *given: (threads.add(threading.current_thread()), ids(*given))[1])
    export(qtbot, opened(selected=[1, 2]))
    assert threads
    assert threading.main_thread() not in threads


def test_job_cancelled_before_it_starts_writes_nothing(qtbot, database, tmp_path):
    job = ExportJob(database, View(Kind.RELEASE, FilterSpec(), frozenset(), SHOWN), Choice(), tmp_path / "x.csv")
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        job.start()
    job.wait()
    assert not (tmp_path / "x.csv").exists()
