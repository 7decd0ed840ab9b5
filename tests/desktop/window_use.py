"""What people do in a window with their hands, and what they read in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db import queries

Modifier = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def names(program) -> list[str]:
    model = program.context.releases.model
    return [model.text(row, 0) for row in range(model.rowCount())]


def id_of(program, slug: str) -> int:
    """The id of an entity."""
    with program.context.runner.database.read() as conn:
        return queries.resolve(conn, slug)


def status(program) -> str:
    return program.window.findChild(QWidget, "counts").text()


def press(program, key, modifiers=Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifiers)


def click_row(program, row: int, modifiers=Modifier.NoModifier, column: int = 0) -> None:
    table = program.context.releases.table
    place = table.visualRect(program.context.releases.model.index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, modifiers, place)


def type_filter(program, text: str) -> None:
    edit = program.window.bar.edit
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:  # QTest knows no keys for these; an input method sends them whole
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(edit, event)


def shown_text(program) -> str:
    return program.context.inspector.document.toPlainText()


def focus_name(program) -> str:
    return program.context.inspector.document.accessibleDescription()


def focus_on(program, settle, name: str) -> None:
    click_row(program, names(program).index(name))
    settle()


def facet(program, key: str):
    """The section of the facets for a field."""
    return program.context.facets.sections[key]
