"""The window of the manual."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Theme
from desktop.views.manual import ManualWindow


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def manual(qtbot: QtBot, theme: Theme) -> ManualWindow:
    window = ManualWindow(theme)
    qtbot.addWidget(window)
    window.open()
    return window
