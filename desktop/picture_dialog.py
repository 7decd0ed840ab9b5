"""The dialog that saves a picture of a view: what of it, in which format and colours, under which name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.atomic import WriteError
from db.texts import tr
from desktop.drawing.figure_files import FigureError, Paint, save_figure
from desktop.drawing.look import Look
from desktop.settings import Settings
from desktop.tasks import Job
from desktop.theme import Scheme
from desktop.widgets.plain import PlainLabel

FORMATS = (("svg", 1), ("pdf", 1), ("png", 1), ("png", 2), ("png", 3), ("png", 4))
"""Endings, and how many dots of the file a pixel has."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a view. `label` says which when there are several; `name` is proposed for the file.

    `paint` is called in another thread with the colours, and gives what draws into the size (in pixels).
    """

    label: str
    name: str
    title: str
    description: str
    size: QSizeF
    paint: Callable[[Look], Paint]


class PictureDialog(QDialog):
    """Asks, then writes off the UI thread. `written` has the path."""

    written = Signal(object)

    def __init__(
        self, pictures: Sequence[Picture], settings: Settings, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures, self._settings = pictures, settings
        self._job: Job | None = None
        self.setObjectName("picture_dialog")
        self.setWindowTitle(tr("Save a picture"))
        self._build(scheme)

    def save(self, path: Path) -> None:
        """Write the picture as chosen; an ending that is missing is that of the format."""
        ending, scale = FORMATS[self.format.currentIndex()]
        picture = self._pictures[max(self._which.checkedId(), 0)]
        path = path if path.suffix.lower() in (".svg", ".pdf", ".png") else path.with_name(f"{path.name}.{ending}")
        scheme: Scheme = "dark" if self.colours.currentData() == "dark" else "light"
        self._settings.write("picture", {"format": self.format.currentIndex(), "folder": str(path.parent)})
        self._save.setEnabled(False)
        self._problem.hide()
        look = Look.named(scheme)

        def work(_progress: object, _stopped: object) -> Path:
            paint = picture.paint(look)
            save_figure(path, picture.size, paint, scale=scale, title=picture.title, description=picture.description)
            return path

        self._job = Job(work, self)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._job.start()

    def reject(self) -> None:
        """Close; what is being written is written to its end, for it is there whole or not at all."""
        if self._job is not None:
            self._job.wait()
        super().reject()

    def _finish(self, path: Path) -> None:
        self.written.emit(path)
        self.accept()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, FigureError | WriteError):
            raise error
        self._save.setEnabled(True)
        self._problem.setText(tr("✗ {error}", error=error))
        self._problem.show()

    def _ask_for_name(self) -> None:
        ending, _scale = FORMATS[self.format.currentIndex()]
        dialog = QFileDialog(self, tr("Save the picture as"))
        dialog.setObjectName("picture_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilters([f"{ending.upper()} (*.{ending})", tr("All files (*)")])
        folder = (self._settings.read("picture") or {}).get("folder")
        if isinstance(folder, str) and Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.selectFile(f"{self._pictures[max(self._which.checkedId(), 0)].name}.{ending}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _build(self, scheme: Scheme) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self._which = QButtonGroup(self)
        for place, picture in enumerate(self._pictures):
            button = QRadioButton(picture.label)
            button.setObjectName(f"picture_which_{place}")
            button.setChecked(place == 0)
            self._which.addButton(button, place)
            if len(self._pictures) > 1:
                form.addRow(tr("What") if place == 0 else "", button)
        self.format = QComboBox()
        self.format.setObjectName("picture_format")
        self.format.setAccessibleName(tr("Format"))
        for text in (
            tr("SVG – lines, for the web and to edit"),
            tr("PDF – for print"),
            tr("PNG – as on the screen"),
            tr("PNG – twice as fine"),
            tr("PNG – three times as fine"),
            tr("PNG – four times as fine"),
        ):
            self.format.addItem(text)
        kept = (self._settings.read("picture") or {}).get("format", 0)
        self.format.setCurrentIndex(kept if isinstance(kept, int) and 0 <= kept < len(FORMATS) else 0)
        form.addRow(tr("Format"), self.format)
        self.colours = QComboBox()
        self.colours.setObjectName("picture_colours")
        self.colours.setAccessibleName(tr("Colours"))
        for text, data in ((tr("Light"), "light"), (tr("Dark"), "dark")):
            self.colours.addItem(text, data)
        self.colours.setCurrentIndex(self.colours.findData(scheme))
        form.addRow(tr("Colours"), self.colours)
        self._problem = PlainLabel(selectable=True)
        self._problem.setObjectName("picture_problem")
        self._problem.setProperty("error", True)
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._save = QPushButton(tr("Save as…"))
        self._save.setObjectName("picture_save")
        self._save.setDefault(True)
        self._save.clicked.connect(self._ask_for_name)
        cancel = QPushButton(tr("Cancel"))
        cancel.setObjectName("picture_cancel")
        cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self._save)
        return line
