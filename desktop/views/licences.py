"""The licences of Labline and of what it is built on: a list, and the text of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QWidget

from db.texts import tr
from desktop.licences import Licence

SIZE = (860, 600)
LIST_WIDTH = 220


class LicencesWindow(QWidget):
    """Shows the first; Esc closes."""

    def __init__(self, licences: Sequence[Licence], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._licences = tuple(licences)
        self.setObjectName("licences")
        self.setWindowTitle(tr("Licences – Labline"))
        self.resize(*SIZE)
        self.list = QListWidget()
        self.list.setObjectName("licences_list")
        self.list.setAccessibleName(tr("Licences"))
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        for licence in self._licences:
            self.list.addItem(QListWidgetItem(licence.title))
        self.text = QPlainTextEdit()
        self.text.setObjectName("licence_text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(split)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._licences):
            return
        licence = self._licences[row]
        try:
            text = licence.text()
        except OSError as error:
            text = tr("{path} cannot be read: {reason}", path=licence.path, reason=error.strerror or error)
        self.text.setPlainText(text)
        self.text.setAccessibleName(licence.title)
