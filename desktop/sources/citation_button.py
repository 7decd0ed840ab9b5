"""The button that copies a citation, in the form that is chosen in its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.citation_formats import FORMATS
from db.texts import tr
from desktop.icons import Icons


def put_citation(text: str, tell: Callable[[str], object]) -> None:
    """Put a citation on the clipboard, and say so."""
    QGuiApplication.clipboard().setText(text)
    tell(tr("Citation copied: {text}", text=" ".join(text.split())))


class CitationButton(QToolButton):
    """Opens its menu at a click."""

    chosen = Signal(str)
    """A key of `FORMATS`."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy_citation")
        self.setText(tr("Copy citation"))
        self.setAccessibleName(tr("Copy a citation of the source"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.put(self, "quote")
        menu = QMenu(self)
        menu.setObjectName("citation_menu")
        for form, (title, _write) in FORMATS.items():
            action = menu.addAction(tr(title))
            action.setObjectName(f"cite_{form}")
            action.triggered.connect(partial(self._choose, form))
        self.setMenu(menu)

    def _choose(self, form: str, _checked: bool = False) -> None:
        self.chosen.emit(form)
