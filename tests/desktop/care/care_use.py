"""What people do with what the window tells of itself, and what they read of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

from desktop.views.first_steps import FirstSteps


def run(program, name: str) -> None:
    program.window._actions[name].trigger()


def steps(program) -> FirstSteps | None:
    found = program.window.findChildren(FirstSteps)
    return next((one for one in found if one.isVisible()), None)


def notice(program) -> str:
    shown = program.window.top.notice
    return "" if shown is None else shown.accessibleName()


def dialog(program, name: str) -> QDialog:
    (found,) = [one for one in program.window.findChildren(QDialog, name) if one.isVisible()]
    return found


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name) or parent.findChild(QToolButton, name)
    assert found is not None, name
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
