"""About Labline: what it is, which versions are at work, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.texts import tr
from desktop.versions import versions
from desktop.widgets.plain import PlainLabel

WIDTH = 440


class AboutDialog(QDialog):
    """Says it; the versions can be copied for a letter to the developers."""

    licences_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(tr("About Labline"))
        name = PlainLabel("Labline")
        font = QFont(name.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.6)
        name.setFont(font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(name)
        for text, key in (
            (tr("The history of AI labs, with the source of every fact."), "what"),
            (versions(), "versions"),
            (
                tr(
                    "Labline is under the MIT licence, its dossier under CC BY 4.0. What it is built on, Qt under the "
                    "LGPL among it, has licences of its own."
                ),
                "licence",
            ),
        ):
            label = PlainLabel(text, selectable=key == "versions")
            label.setObjectName(f"about_{key}")
            label.setWordWrap(key != "versions")
            layout.addWidget(label)
        layout.addLayout(self._foot())
        self.setMinimumWidth(WIDTH)

    def copy(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(versions())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for name, text, do in (
            ("licences", tr("Licences…"), self.licences_wanted.emit),
            ("copy_versions", tr("Copy versions"), self.copy),
            ("close", tr("Close"), self.close),
        ):
            if name == "close":
                foot.addStretch(1)
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: do())
            foot.addWidget(button)
        return foot
