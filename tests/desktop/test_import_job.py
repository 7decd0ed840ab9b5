"""A file that is not there, an empty database, and imports in the window."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QPushButton, QWidget

from db.dossier import Dossier
from db.dossier_files import write_dossier
from db.engine import open_database
from db.kinds import Kind
from desktop import import_job
from desktop.import_job import ImportJob, run_import
from desktop.program import Program
from desktop.settings import Settings

TABLE = "name,date,params\nFirst,May 2024,7B\nSecond,June 2024,16B\n"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A database without any entity."""
    path = tmp_path / "it's empty.db"
    open_database(path).close()
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two releases."""
    path = tmp_path / "two.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def action(program: Program, name: str):
    return next(action for action in program.window.actions() if action.objectName() == name)


def counts(program: Program) -> str:
    return program.window.findChild(QWidget, "counts").text()


def imported(qtbot, program: Program, path: Path, kind: Kind = Kind.RELEASE) -> None:
    with qtbot.waitSignal(program.context.releases.told, timeout=10_000):
        run_import(program.context, path, kind)


def messages(monkeypatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or QMessageBox.StandardButton.Ok)
    return said


# ---- a file that is not there ----


@pytest.fixture
def mistyped(qtbot, settings_file, tmp_path):
    """The program, started with the name of no file."""
    program = Program(QApplication.instance(), "light", Settings(settings_file))
    program.start(tmp_path / "new.db")
    qtbot.waitUntil(lambda: program.window.findChild(QPushButton, "way1") is not None, timeout=20_000)
    yield program
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()


def test_a_file_that_does_not_exist_is_not_made_unasked(qtbot, mistyped, tmp_path):
    message = mistyped.window.findChild(QWidget, "start_message")
    assert message.accessibleName() == "new.db does not exist"
    assert str(tmp_path / "new.db") in message.accessibleDescription()
    assert not list(tmp_path.glob("new.db*"))
    create, other = (mistyped.window.findChild(QPushButton, f"way{index}") for index in (0, 1))
    assert (create.text(), other.text()) == ("Create an empty database", "Open another file…")
    create.click()
    qtbot.waitUntil(lambda: mistyped.context is not None, timeout=20_000)
    assert (tmp_path / "new.db").exists()


def test_a_missing_file_does_not_replace_an_open_database(qtbot, program, monkeypatch, tmp_path):
    said = messages(monkeypatch)
    program.window.file_chosen.emit(tmp_path / "gone.db")
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "gone.db does not exist" in said[0]
    assert counts(program) == "5 of 5 releases"


# ---- an empty database ----


def test_an_empty_database_names_the_command_for_itself(qtbot, start, empty):
    message = start(empty).window.findChild(QWidget, "no_releases")
    assert f"labline import PATH --db {shlex.quote(str(empty))}" in message.accessibleDescription()
    ways = message.findChildren(QPushButton)
    assert [way.text() for way in ways] == ["Import…"]
    ways[0].click()
    assert message.window().findChild(QFileDialog, "import_dialog") is not None


def test_a_read_only_database_takes_no_imports(start, empty, lab_file):
    start(empty)
    second = start(empty)
    assert not action(second, "file.import").isEnabled()
    message = second.window.findChild(QWidget, "no_releases")
    assert "cannot be changed here" in message.accessibleDescription()
    assert not message.findChildren(QPushButton)
    assert action(start(lab_file), "file.import").isEnabled()


# ---- importing ----


def test_an_imported_table_is_shown_and_is_one_edit(qtbot, start, empty, table):
    program = start(empty)
    imported(qtbot, program, table)
    qtbot.waitUntil(lambda: counts(program) == "2 of 2 releases", timeout=10_000)
    assert "added 1 source and 2 releases" in program.window.statusBar().currentMessage()
    with program.context.runner.database.read() as conn:
        assert conn.exec_driver_sql("SELECT label FROM edit").all() == [("Import of two.csv",)]


def test_a_dossier_is_its_folder_or_its_file(qtbot, start, empty, tmp_path):
    folder = tmp_path / "lab"
    about = {"about": {"id": "lab", "title": "Lab"}, "entities": [{"kind": "person", "id": "li", "name": "Li"}]}
    write_dossier(Dossier.model_validate(about), folder)
    program = start(empty)
    imported(qtbot, program, folder / "dossier.yaml")
    assert program.window.statusBar().currentMessage() == "lab: added 1 person"
    imported(qtbot, program, folder)
    assert program.window.statusBar().currentMessage() == "lab: left 1 as they were"


def test_the_dialogs_lead_to_an_import(qtbot, start, empty, tmp_path):
    program = start(empty)
    people = tmp_path / "people.csv"
    people.write_text("name\nLi\n", encoding="utf-8")
    action(program, "file.import").trigger()
    program.window.findChild(QFileDialog, "import_dialog").fileSelected.emit(str(people))
    kind = program.window.findChild(QInputDialog, "import_kind")
    assert kind.textValue() == "Releases"
    kind.setTextValue("People")
    with qtbot.waitSignal(program.context.releases.told, timeout=10_000) as told:
        kind.accept()
    assert told.args == ["people.csv: added 1 source and 1 person"]


def test_mistakes_are_told_with_their_lines_and_nothing_is_kept(qtbot, start, empty, table, monkeypatch):
    said = messages(monkeypatch)
    bad = "".join(f"Row {n},no day,7B\n" for n in range(30))
    table.write_text(f"name,date,params\n{bad}", encoding="utf-8")
    program = start(empty)
    run_import(program.context, table)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    lines = said[0].splitlines()
    assert lines[0] == f"Nothing was imported from {table}."
    assert "two.csv" in lines[2]
    assert "2" in lines[2]
    assert len(lines) <= import_job.SHOWN + 3
    assert counts(program) == "0 of 0 releases"


def test_a_cancelled_import_leaves_nothing(qtbot, start, empty, table, monkeypatch):
    program = start(empty)
    database = program.context.runner.database
    job = ImportJob(database, table, Kind.RELEASE)
    store = import_job.import_path

    def cancelled_meanwhile(*arguments):
        job.cancel()
        return store(*arguments)

    monkeypatch.setattr(import_job, "import_path", cancelled_meanwhile)
    with qtbot.waitSignal(job.cancelled, timeout=10_000):
        job.start()
    with database.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM entity").scalar() == 0
