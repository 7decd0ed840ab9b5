"""A text to read, copy and save, with a sentence above that says what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from db.atomic import WriteError, atomic_write
from db.texts import tr
from desktop.widgets.fixed_font import in_fixed_width
from desktop.widgets.plain import PlainLabel

SIZE = QSize(640, 480)


class TextDialog(QDialog):
    """Stays beside the window, which goes on. `title` is bold above the explanation where there is one."""

    def __init__(self, parent: QWidget | None, *, title: str, explanation: str, file_name: str) -> None:
        super().__init__(parent)
        self._file_name = file_name
        self.setModal(False)
        self.resize(SIZE)
        self.setWindowTitle(f"{title} – Labline")
        self.heading = PlainLabel(title)
        font = QFont(self.heading.font())
        font.setBold(True)
        self.heading.setFont(font)
        self.explanation = PlainLabel(explanation, selectable=True)
        self.explanation.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(title)
        self.text.setAccessibleDescription(explanation)
        self.text.setFont(in_fixed_width(self.text.font()))
        self.text.setTabChangesFocus(True)
        self._said = PlainLabel(elide=True)
        self._said.setObjectName("said")
        self._said.setProperty("muted", True)
        self._lay_out()

    def set_text(self, text: str) -> None:
        """Show a text from its top."""
        self.text.setPlainText(text)

    def add_text(self, text: str) -> None:
        """Show more below; what is read and selected stays."""
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)

    def show_end(self) -> None:
        """Scroll to the end."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText(tr("Copied."))

    def save(self) -> None:
        """Ask for a file and write the text into it."""
        dialog = QFileDialog(self, tr("Save as a file"))
        dialog.setObjectName("save_text")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Texts (*.txt)"), tr("All files (*)")])
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the text into a file, and say whether that was possible."""
        try:
            with atomic_write(path) as file:
                file.write(self.text.toPlainText().encode())
        except WriteError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(tr("Saved as {name}.", name=path.name), wrong=False)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._said.setProperty("error", wrong)
        self._said.setProperty("muted", not wrong)
        self._said.style().polish(self._said)
        self._said.setText(text)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        for name, text, do in (
            ("copy", tr("Copy"), self.copy),
            ("save", tr("Save…"), self.save),
            ("close", tr("Close"), self.close),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: do())
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.explanation)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)
