"""The menu of a cell: it filters, copies, and opens links after a look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.desktop.window_use import names


def run_menu(program, row: int, key: str, action: str) -> None:
    """Open the menu of a cell, and choose an entry by its object name."""
    releases = program.context.releases

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        entries = {entry.objectName(): entry for entry in menu.actions()}
        entries[action].trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    releases._show_menu(releases.model.index(row, releases.model.column_of(key)), QPoint(0, 0))


@pytest.mark.parametrize(
    ("key", "action", "text", "shown"),
    [
        ("org", "filter", "org:Alpha", ["A-1", "A-2"]),
        ("org", "exclude", "-org:Alpha", ["文心 <b>4</b>", "B-1", "Bare"]),
        ("date", "filter", "date:2023-05-02", ["A-1"]),
        ("params", "exclude", "-params:7B", ["文心 <b>4</b>", "A-2", "B-1", "Bare"]),
    ],
)
def test_the_menu_of_a_cell_filters(program, settle, key, action, text, shown):
    run_menu(program, 0, key, action)
    settle()
    assert program.window.bar.edit.text() == text
    assert names(program) == shown


def test_the_menu_copies_a_value(program):
    run_menu(program, 1, "name", "copy_value")
    assert QGuiApplication.clipboard().text() == "文心 <b>4</b>"


def test_a_link_opens_after_a_look(program, settle, monkeypatch):
    columns = program.context.releases.columns
    columns.set(columns.layout.with_visible(["name", "link"]))
    settle()
    asked = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(50, refuse)
    run_menu(program, 0, "link", "open_link")
    assert asked == ["https://example.org/a1"]
