"""The dialog that exports rows of a table to a file."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.atomic import WriteError, explain
from db.engine import DatabaseError
from db.exporters.tabular import ExportError
from db.texts import tr
from desktop.export.form import ExportForm
from desktop.export.job import (
    PREVIEW_ROWS,
    Choice,
    ExportJob,
    Sample,
    Scope,
    View,
    count_rows,
    default_name,
    sample,
    with_suffix,
)
from desktop.export.settings import ExportSettings
from desktop.export.status import ExportStatus
from desktop.settings import Settings
from desktop.tasks import QueryRunner
from desktop.widgets.messages import Button, plain_message
from desktop.widgets.plain import PlainLabel
from desktop.widgets.sample_table import SampleTable

USUAL_WIDTH = 720
COUNTS, PREVIEW = "export.counts", "export.preview"  # the runner's keys
EXPECTED = (ExportError, WriteError, DatabaseError)
"""Errors whose message says what is wrong and what to do."""


class ExportDialog(QDialog):
    """Shows what a file would hold, and writes it off the UI thread. Esc stops the writing, then closes."""

    def __init__(self, runner: QueryRunner, settings: Settings, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._settings, self._view = runner, ExportSettings(settings), view
        self._job: ExportJob | None = None
        self._counts: dict[Scope, int] = {}
        self._suggested = ""
        self._written = ""
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        choice = self._settings.choice(view)
        self.form = ExportForm(view, choice)
        self._build()
        self._suggest(self._settings.folder())
        self.form.changed.connect(self._choose)
        runner.run(COUNTS, partial(count_rows, view=view), self._show_counts, self._show_error)
        self._ask_preview()
        self.form.scopes[choice.scope].setFocus()

    # ---- building ----

    def _build(self) -> None:
        self._heading = PlainLabel(tr("Previe&w"))
        self.preview = SampleTable(PREVIEW_ROWS)
        self.preview.setObjectName("export_preview")
        self.preview.setAccessibleName(tr("Preview of the file"))
        self._heading.setBuddy(self.preview)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._heading)
        heading.addWidget(self.preview)
        self._inputs = QWidget()
        inputs = QVBoxLayout(self._inputs)
        inputs.setContentsMargins(0, 0, 0, 0)
        inputs.setSpacing(16)
        inputs.addWidget(self.form)
        inputs.addLayout(heading)
        inputs.addLayout(self._file_line())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._inputs)
        self.status = ExportStatus(self._view.things())
        layout.addWidget(self.status)
        layout.addLayout(self._buttons())
        self.resize(USUAL_WIDTH, self.sizeHint().height())

    def _file_line(self) -> QHBoxLayout:
        self.file = QLineEdit()
        self.file.setObjectName("export_file")
        self.file.setAccessibleName(tr("File name"))
        self.file.textChanged.connect(self._forget)
        label = PlainLabel(tr("File na&me"))
        label.setBuddy(self.file)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.file)
        line.addWidget(self._button(tr("&Browse…"), "export_browse", self._browse))
        return line

    def _buttons(self) -> QHBoxLayout:
        self.copy = self._button(tr("Cop&y path"), "export_copy_path", self._copy_path)
        self.copy.hide()
        self.cancel = self._button(tr("&Cancel"), "export_cancel", self.reject)
        self.cancel.hide()
        self.close_button = self._button(tr("&Close"), "export_close", self.reject)
        self.export = self._button(tr("&Export"), "export_start", self._start)
        self.export.setDefault(True)
        self.export.setEnabled(False)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.copy)
        line.addStretch()
        for button in (self.cancel, self.close_button, self.export):
            line.addWidget(button)
        return line

    def _button(self, title: str, name: str, action: object) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    # ---- what the file would hold ----

    def _show_counts(self, counts: dict[Scope, int]) -> None:
        self._counts = counts
        self.form.set_counts(counts)
        self._update()

    def _choose(self) -> None:
        """The user wants something else."""
        self._forget()
        folder, name = os.path.split(self.file.text())
        if name == self._suggested:
            self._suggest(Path(folder))
        else:
            self.file.setText(with_suffix(self.file.text(), self.form.choice().format_()))
        self._update()
        self._ask_preview()

    def _forget(self) -> None:
        """What was said of an export holds no more for the next one."""
        self.copy.hide()
        self.status.say("")

    def _suggest(self, folder: Path) -> None:
        self._suggested = default_name(self._view, self.form.choice())
        self.file.setText(str(folder / self._suggested))

    def _update(self) -> None:
        rows = self._counts.get(self.form.scope(), 0)
        self.export.setEnabled(bool(rows) and self._job is None)
        if rows > PREVIEW_ROWS:
            things = self._view.things()
            said = tr("Previe&w: first {n} of {total:,} {things}", n=PREVIEW_ROWS, total=rows, things=things)
        elif rows:
            said = tr("Previe&w: all {total:,} {things}", total=rows, things=self._view.things())
        else:
            said = tr("Previe&w")
        self._heading.setText(said)

    def _ask_preview(self) -> None:
        work = partial(sample, view=self._view, choice=self.form.choice())
        self._runner.run(PREVIEW, work, self._show_preview, self._show_error)

    def _show_preview(self, found: Sample) -> None:
        self.preview.set_rows(found.headers, found.rows)

    def _browse(self) -> None:
        format_ = self.form.choice().format_()
        dialog = QFileDialog(
            self, tr("Export to"), str(self._path().parent), f"{tr(format_.label)} (*{format_.suffix})"
        )
        dialog.setObjectName("export_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked once, when it is written
        dialog.selectFile(self._path().name)
        dialog.fileSelected.connect(lambda name: self.file.setText(with_suffix(name, format_)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _path(self) -> Path:
        """The file to write; a bare name is one in the usual folder."""
        typed = os.path.expanduser(self.file.text().strip())  # noqa: PTH111  # never raises
        return self._settings.folder() / typed

    # ---- writing ----

    def _start(self) -> None:
        choice = self.form.choice()
        if not os.path.split(self.file.text().strip())[1]:
            self.status.say("✗ " + tr("Not exported: the file has no name; type one."), error=True)
            self.file.setFocus()
            return
        if os.path.isdir(self._path()):  # noqa: PTH112  # as it was typed: with a suffix it would be another name
            self._fail(explain(self._path(), IsADirectoryError(errno.EISDIR, "")))
            return
        self.file.setText(with_suffix(str(self._path()), choice.format_()))
        self._forget()
        path = self._path()
        if os.path.lexists(path) and not os.path.isdir(path) and not self._may_replace(path):  # noqa: PTH112
            return
        self._job = ExportJob(self._runner.database, self._view, choice, path, self)
        self._job.progressed.connect(self.status.show_progress)
        self._job.finished.connect(partial(self._finish, choice))
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(lambda: self._end(tr("Cancelled. Nothing was written.")))
        self.status.show_progress(0, self._counts[choice.scope])
        self._set_writing(True)
        self._job.start()

    def _may_replace(self, path: Path) -> bool:
        answer = plain_message(
            self,
            tr("Replace the file?"),
            tr("{path} exists already. Exporting replaces what is in it.", path=path),
            buttons=Button.Save | Button.Cancel,
            default=Button.Cancel,
            labels={Button.Save: tr("&Replace"), Button.Cancel: tr("&Keep it")},
        )
        return answer == Button.Save

    def _set_writing(self, writing: bool) -> None:
        self._inputs.setEnabled(not writing)
        self.status.set_writing(writing)
        self.close_button.setVisible(not writing)
        self.export.setVisible(not writing)
        self.cancel.setVisible(writing)
        self.copy.hide()
        (self.cancel if writing else self.export).setFocus()

    def _finish(self, choice: Choice, paths: list[Path]) -> None:
        self._settings.keep(choice, paths[0])
        rows = self.status.bar.maximum()
        self._written = str(paths[0])
        things = self._view.things()
        said = "✓ " + tr("{n:,} {things} written to {path}", n=rows, things=things, path=paths[0])
        if len(paths) > 1:
            said += tr(", described by {file} beside it", file=paths[1].name)
        self._end(said)
        self.copy.show()
        self.close_button.setFocus()

    def _fail(self, error: Exception) -> None:
        self._end("")
        self._show_error(error)
        self.file.setFocus()

    def _show_error(self, error: Exception) -> None:
        reason = str(error) if isinstance(error, EXPECTED) else f"{type(error).__name__}: {error}"
        self.status.say("✗ " + tr("Not exported: {reason}", reason=reason), error=True)

    def _end(self, text: str) -> None:
        self._job = None
        self._set_writing(False)
        self._update()
        self.status.say(text)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._written)

    def reject(self) -> None:
        """Stop the writing; without it, close."""
        if self._job is not None:
            self._job.cancel()
            return
        for key in (COUNTS, PREVIEW):
            self._runner.cancel(key)
        super().reject()
