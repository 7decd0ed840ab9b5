"""What people do in the export dialog, and what they read in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox

SHOWN = ("name", "date", "params", "open")


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
    qtbot.waitUntil(lambda: dialog.status.message.text() != "" and not dialog.cancel.isVisible())
    return dialog.status.message.text()


def answer(button: QMessageBox.StandardButton, seen: list[str]) -> None:
    """Press a button of the message that comes up next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        box.button(button).click()

    QTimer.singleShot(50, press)
