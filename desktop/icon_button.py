"""Buttons with an icon alone, in the strips beside the canvases."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.icons import Icons
from desktop.widgets.plain import set_plain_tooltip

SIZE, HEIGHT = 16, 24
"""Pixels of the icon, and of every control in such a strip."""


def icon_button(name: str, icon: str, text: str, icons: Icons, parent: QWidget) -> QToolButton:
    """A square button; `text` says what it does, in the tooltip and to screen readers."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    set_plain_tooltip(button, text)
    button.setIconSize(QSize(SIZE, SIZE))
    button.setFixedSize(HEIGHT, HEIGHT)
    icons.put(button, icon)
    return button
