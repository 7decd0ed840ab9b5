"""The export dialog: what it offers, what it shows, what it writes, and what it says when it cannot."""

from __future__ import annotations

import csv
import datetime
import json
import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QMessageBox, QTableView
from sqlalchemy import insert

from db import models as m
from db import queries
from db.engine import open_database
from db.exporters import tabular
from db.filters import FilterSpec, parse
from db.kinds import Kind
from desktop.export.job import Choice, Columns, ExportJob, Scope, View, default_name, with_suffix
from desktop.settings import Settings
from desktop.tasks import QueryRunner
from desktop.views.export_dialog import ExportDialog

SHOWN = ("name", "date", "params", "open")
NAMES = ["-V2", "Coder", "LLM", "R1", "V3", "VL"]
Key = Qt.Key


def fill(database) -> None:
    day = datetime.date(2024, 1, 1)
    span = {"date_text": "2024-01", "date_edtf": "2024-01", "date_earliest": day, "date_precision": "month"}
    span |= {"date_latest": datetime.date(2024, 1, 31), "date_qualifier": ""}
    with database.write("test") as conn:
        entities = [
            {"id": at, "slug": f"r{at}", "kind": "release", "name": name, "name_key": name.casefold()} | span
            for at, name in enumerate(NAMES, 1)
        ]
        conn.execute(insert(m.entity), entities)
        releases = [{"id": at, "params": at * 10**9, "open_weights": at % 2 == 0} for at in range(1, len(NAMES) + 1)]
        conn.execute(insert(m.release), releases)
        sizes = [
            {"release_id": row["id"], "key": "x", "name": "x", "position": 0, "params": row["params"]}
            for row in releases
        ]
        conn.execute(insert(m.variant), sizes)


@pytest.fixture
def database(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    with open_database(folder / "labline.db") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def runner(database, qapp):
    runner = QueryRunner(database)
    yield runner
    runner.close()


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "labline.ini")


@pytest.fixture
def folder(tmp_path, settings):
    path = tmp_path / "out"
    path.mkdir()
    settings.write("export/folder", str(path))
    return path


@pytest.fixture
def opened(qtbot, runner, settings, folder):
    """Opens a dialog and waits for its counts and its preview."""
    kept = []  # a dialog without a parent would end with its last reference, before its own children's events do

    def open_(query="", selected=()) -> ExportDialog:
        view = View(Kind.RELEASE, parse(query) if query else FilterSpec(), frozenset(selected), SHOWN)
        dialog = ExportDialog(runner, settings, view)
        qtbot.addWidget(dialog)
        kept.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not runner.is_busy())
        return dialog

    yield open_


def texts(dialog) -> dict[str, str]:
    return {scope.value: button.text().replace("&", "") for scope, button in dialog.form.scopes.items()}


def preview(dialog) -> list[list[str]]:
    model = dialog.preview.model()
    columns = range(model.columnCount())
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    rows = range(model.rowCount())
    return [headers, *([model.index(row, column).data() for column in columns] for row in rows)]


def choose(qtbot, runner, combo: QComboBox, text: str) -> None:
    combo.setCurrentIndex(next(at for at in range(combo.count()) if combo.itemText(at).startswith(text)))
    qtbot.waitUntil(lambda: not runner.is_busy())


def export(qtbot, dialog) -> str:
    """Press Export and wait for what the dialog says."""
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.message.text() != "" and not dialog.cancel.isVisible())
    return dialog.message.text()


def answer(button: QMessageBox.StandardButton, seen: list[str]) -> None:
    """Press a button of the message that comes up next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.button(button).click()

    QTimer.singleShot(50, press)


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
    shown = dialog.findChild(type(dialog.message), "export_reasons").text()
    assert all(reason in shown for reason in disabled.values())


def test_profile_is_offered_where_the_format_has_one(qtbot, opened, runner):
    dialog = opened()
    enabled = {}
    for text in ("CSV", "TSV", "JSON", "Excel"):
        choose(qtbot, runner, dialog.form.format, text)
        enabled[text] = dialog.form.profile.isEnabled()
        assert dialog.findChild(type(dialog.message), "export_explanation").text()
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
    titles += [label.text() for label in dialog.findChildren(type(dialog.message)) if label.buddy()]
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


# ---- the file's name ----


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


# ---- writing ----


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
        dialog.message.setText("✓ old")
        dialog.copy.show()
        seen: list[str] = []
        answer(QMessageBox.StandardButton.Cancel, seen)
        dialog.export.click()
        assert "other.csv exists already" in seen[0]
    assert not dialog.copy.isVisible()
    assert dialog.message.text() == ""


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
    assert dialog.message.property("error") is True
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
    qtbot.waitUntil(lambda: dialog.bar.value() > 0)
    assert not dialog.form.isEnabled()
    assert dialog.bar.maximum() == 6
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()  # the first Esc stops the writing
    go.set()
    qtbot.waitUntil(lambda: dialog.message.text() == "Cancelled. Nothing was written.")
    qtbot.wait(50)
    assert [path.name for path in folder.iterdir()] == ["releases.csv"]
    assert dialog.message.text() == "Cancelled. Nothing was written."
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_export_reads_one_snapshot_while_others_write(qtbot, opened, folder, held, database):
    dialog = opened()
    go = held()
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0)
    with database.write("test") as conn:
        conn.execute(m.entity.delete().where(m.entity.c.id == 6))
    go.set()
    qtbot.waitUntil(lambda: dialog.message.text().startswith("✓ 6"))
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
    qtbot.waitUntil(lambda: dialog.message.text().startswith("✓ 6 releases"))
    assert (folder / "typed.tsv").exists()
