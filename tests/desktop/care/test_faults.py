"""Catching what nothing else caught, in the window's thread, in others, in Qt's calls, and when the process ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from desktop.crash.left import left_behind
from desktop.crash.reporter import MOST_SHOWN, CrashReporter
from desktop.faults import MOST_KEPT, Fault, Faults
from desktop.text_dialog import TextDialog

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def silent(monkeypatch):
    """Python's own hooks print nothing here."""
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, lambda *_caught: None)


@pytest.fixture
def faults(silent, tmp_path):
    made = Faults(tmp_path / "log")
    made.watch()
    yield made
    made.end()


def told(faults: Faults) -> list[Fault]:
    heard: list[Fault] = []
    faults.tell(heard.append)
    return heard


class Paints(QWidget):
    def paintEvent(self, _event):
        raise LookupError("while it is painted")

    def event(self, event):
        if event.type() == QEvent.Type.User:
            raise TypeError("in an event")
        return super().event(event)


# ---- where it comes from ----


def test_in_a_slot(qtbot, faults):
    heard = told(faults)

    def slot():
        raise ValueError("in a slot")

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(heard))
    assert (type(heard[0].error), heard[0].thread, heard[0].grave) == (ValueError, "", True)


def test_in_a_method_that_qt_calls(qtbot, faults):
    heard = told(faults)
    widget = Paints()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(heard))
    assert type(heard[0].error) is LookupError


def test_in_another_thread(qtbot, faults):
    heard = told(faults)

    def work():
        raise ValueError("elsewhere")

    thread = threading.Thread(target=work, name="labline-job")
    thread.start()
    thread.join()
    assert (type(heard[0].error), heard[0].thread) == (ValueError, "labline-job")


def test_while_something_is_freed(faults):
    heard = told(faults)

    class Freed:
        def __del__(self):
            raise ValueError("at its end")

    Freed()
    assert [fault.grave for fault in heard] == [False]


def test_what_comes_before_the_window_waits_for_it(faults):
    for _ in range(MOST_KEPT + 5):
        sys.excepthook(ValueError, ValueError("early"), None)
    assert len(told(faults)) == MOST_KEPT


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(1)])
def test_to_be_ended_is_no_mistake(faults, error):
    heard = told(faults)
    sys.excepthook(type(error), error, None)
    assert heard == []


def test_afterwards_everything_is_as_before(silent, tmp_path):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Faults(tmp_path)
    made.watch()
    assert sys.excepthook is not before[0]
    made.end()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert list(tmp_path.iterdir()) == []


# ---- the dialog ----


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def reporter(window, faults):
    notes: list[str] = []
    made = CrashReporter(window, notes.append)
    made.notes = notes
    faults.tell(made.take)
    return made


def dialogs(window) -> list[TextDialog]:
    return [dialog for dialog in window.findChildren(TextDialog, "crash_report") if dialog.isVisible()]


def mistake(number: int) -> Fault:
    try:
        exec(compile("\n" * number + "None.missing", f"place{number}.py", "exec"))
    except AttributeError as error:
        return Fault(error)
    raise AssertionError


def test_a_mistake_is_told_and_the_program_goes_on(qtbot, window, reporter):
    QTimer.singleShot(0, lambda: {}["of the user"])
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialog = dialogs(window)[0]
    assert not dialog.isModal()
    assert "KeyError" in dialog.text.toPlainText()
    assert "of the user" not in dialog.text.toPlainText().replace('lambda: {}["of the user"]', "")
    assert reporter.notes == [dialog.text.toPlainText()]
    went_on = []
    QTimer.singleShot(0, lambda: went_on.append(True))
    qtbot.waitUntil(lambda: bool(went_on))


def test_a_second_mistake_opens_no_second_dialog(qtbot, window, reporter):
    for number in range(MOST_SHOWN + 3):
        reporter.take(mistake(number))
    qtbot.waitUntil(lambda: len(reporter.notes) == MOST_SHOWN + 3)
    assert len(dialogs(window)) == 1
    text = dialogs(window)[0].text.toPlainText()
    assert text.count("AttributeError") == MOST_SHOWN
    assert text.count("SQLite ") == 1


def test_the_same_mistake_is_told_once(qtbot, window, reporter):
    for _ in range(100):
        reporter.take(mistake(3))
    qtbot.waitUntil(lambda: bool(reporter.notes))
    qtbot.wait(50)
    assert len(reporter.notes) == 1
    dialogs(window)[0].close()
    qtbot.waitUntil(lambda: not dialogs(window))
    reporter.take(mistake(3))
    qtbot.wait(50)
    assert not dialogs(window)
    reporter.take(mistake(4))
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert dialogs(window)[0].text.toPlainText().count("AttributeError") == 1


def test_what_is_not_grave_is_for_the_log_alone(qtbot, window, reporter):
    reporter.take(Fault(mistake(1).error, grave=False))
    qtbot.waitUntil(lambda: bool(reporter.notes))
    assert not dialogs(window)


def test_from_another_thread_the_dialog_is_in_the_windows(qtbot, window, reporter):
    def work():
        raise ValueError

    threading.Thread(target=work, name="labline-queries").start()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert "In the thread labline-queries:" in dialogs(window)[0].text.toPlainText()


def test_a_report_is_copied_and_saved(qtbot, qapp, window, reporter, tmp_path):
    reporter.take(mistake(1))
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialog = dialogs(window)[0]
    dialog.copy()
    assert qapp.clipboard().text() == dialog.text.toPlainText()
    dialog.write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text() == dialog.text.toPlainText()
    assert dialog._said.text() == "Saved as report.txt."
    dialog.write(tmp_path / "none" / "report.txt")
    assert "its folder does not exist" in dialog._said.text()


# ---- crashes that end the process ----

CRASH = """
import os, signal, sys
from pathlib import Path
from desktop.faults import Faults
Faults(Path(sys.argv[1])).watch()
def falls():
    os.kill(os.getpid(), int(sys.argv[2]))
falls()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize(("sent", "told_of"), [(signal.SIGSEGV, True), (signal.SIGABRT, True), (signal.SIGKILL, False)])
def test_a_crash_leaves_where_it_was(tmp_path, sent, told_of):
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path), str(int(sent))],
        cwd=ROOT,
        timeout=30,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -sent
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    text = left_behind(tmp_path)
    assert ("in falls" in text) is told_of
    assert list(tmp_path.iterdir()) == []
    assert left_behind(tmp_path) == ""  # told once


def test_a_session_that_lives_has_left_nothing(faults, tmp_path):
    (file,) = (tmp_path / "log").iterdir()
    assert left_behind(tmp_path / "log") == ""
    assert file.exists()


def test_without_a_folder_everything_else_works(silent, tmp_path):
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file" / "log"):
        made = Faults(folder)
        made.watch()
        sys.excepthook(ValueError, ValueError(), None)
        assert len(told(made)) == 1
        made.end()
    assert left_behind(tmp_path / "file" / "log") == ""


def test_a_link_in_the_place_of_the_file_is_not_followed(silent, tmp_path):
    (tmp_path / "other").write_text("mine")
    (tmp_path / f"crash-{os.getpid()}.txt").symlink_to(tmp_path / "other")
    made = Faults(tmp_path)
    made.watch()
    made.end()
    assert (tmp_path / "other").read_text() == "mine"
