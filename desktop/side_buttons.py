"""The mouse's own buttons for back and forward."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions

COMMANDS = {Qt.MouseButton.BackButton: "filter.back", Qt.MouseButton.ForwardButton: "filter.forward"}


class SideButtons(QObject):
    """They work wherever the pointer is in a window that is shown: widgets would pass over them."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._actions = actions
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Do what a button is for."""
        if event.type() == QEvent.Type.MouseButtonPress:
            name = COMMANDS.get(cast(QMouseEvent, event).button())
            if name is not None:
                self._actions[name].trigger()
                return True
        return False
