"""Tells of faults while the window is open: in the log, and once for each mistake in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db.texts import tr
from desktop.crash.report import report, summary
from desktop.faults import Fault
from desktop.text_dialog import TextDialog

MOST_SHOWN = 5
"""Reports in one dialog; more say nothing new."""
MOST_LOGGED = 50
"""In one session: a mistake in what is painted comes with each picture."""


class CrashReporter(QObject):
    """Nothing is sent: the user may read a report, copy it, save it, or close it."""

    _came = Signal(object)

    def __init__(self, window: QWidget, note: Callable[[str], object]) -> None:
        """`note` writes into the log."""
        super().__init__(window)
        self._window, self._note = window, note
        self._seen: set[str] = set()
        self._logged = 0
        self._reports: list[str] = []
        self._dialog: TextDialog | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take(self, fault: Fault) -> None:
        """Tell of a fault soon; from any thread."""
        with suppress(RuntimeError):  # the window may be gone
            self._came.emit(fault)

    def _show(self, fault: Fault) -> None:
        mistake = summary(fault)
        if mistake in self._seen or self._logged >= MOST_LOGGED:
            return
        self._seen.add(mistake)
        self._logged += 1
        text = report(fault)
        self._note(text)
        if fault.grave:
            self.show_report(text)

    def show_report(self, text: str) -> None:
        """Show a report, below the one that is open already."""
        if self._dialog is None:
            self._dialog = self._made()
            self._dialog.destroyed.connect(self._closed)
            self._dialog.show()
        if len(self._reports) < MOST_SHOWN:
            again = "\n" + text.partition("\n\n")[2]  # on what the program runs is told already
            self._dialog.add_text(again if self._reports else text)
            self._reports.append(text)

    def show_left(self, text: str) -> None:
        """Show what a crash of the last time has left."""
        dialog = _dialog(
            self._window,
            tr("Labline ended unexpectedly"),
            tr(
                "This is what the last session could still write down. It says where the program was, holds no data "
                "and nothing that you typed, and is sent nowhere: copy or save it if you want to tell the developers."
            ),
        )
        dialog.set_text(text)
        dialog.show()

    def _made(self) -> TextDialog:
        # A dialog that waits for an answer lets nothing but its own windows be used.
        return _dialog(
            QApplication.activeModalWidget() or self._window,
            tr("Something went wrong"),
            tr(
                "It is a mistake of the program. Labline goes on and your data is safe, but what you did last may not "
                "have worked. This report says where it happened. It holds no data and nothing that you typed, and it "
                "is sent nowhere: copy or save it if you want to tell the developers."
            ),
        )

    def _closed(self) -> None:
        self._dialog = None
        self._reports.clear()


def _dialog(parent: QWidget, title: str, explanation: str) -> TextDialog:
    dialog = TextDialog(parent, title=title, explanation=explanation, file_name="labline-report.txt")
    dialog.setObjectName("crash_report")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
