"""Asking for newer versions: what that means, whether to do it once a day, and doing it now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.texts import tr
from desktop.updates.check import UpdateCheck
from desktop.updates.version import Published
from desktop.widgets.messages import open_link
from desktop.widgets.plain import PlainLabel

WIDTH = 480


class UpdatesDialog(QDialog):
    """Explains before it asks; what came stands below the button."""

    def __init__(self, check: UpdateCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._page = ""
        self.setObjectName("updates")
        self.setWindowTitle(tr("Updates – Labline"))
        self._build()
        check.changed.connect(self._update)
        check.found.connect(self.show_newer)
        check.newest.connect(self._show_newest)
        check.failed.connect(self._show_failure)
        self._update()

    def show_newer(self, published: Published) -> None:
        """Say that there is a newer version."""
        self._page = published.page
        self._say(tr("Labline {version} is available. You have {own}.", version=published.version, own=self._check.own))
        self._update()

    def _show_newest(self) -> None:
        self._page = ""
        self._say(tr("You have the newest version, {own}.", own=self._check.own))
        self._update()

    def _show_failure(self, reason: str) -> None:
        self._say(tr("Labline could not find out. {reason}", reason=reason), wrong=True)

    def _ask(self) -> None:
        self._page = ""
        self._say(tr("Asking…"))
        self._check.ask_now()

    def _update(self) -> None:
        there = bool(self._check.host)
        for part in (self._daily, self._now, self._said):
            part.setVisible(there)
        self._daily.setChecked(self._check.is_on())
        self._now.setEnabled(not self._check.is_asking())
        self._get.setVisible(bool(self._page))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._said.setProperty("error", wrong)
        self._said.style().polish(self._said)
        self._said.setText(text)
        self._said.setAccessibleName(text)

    def _explained(self) -> str:
        host = self._check.host
        if not host:
            return tr(
                "This build of Labline knows no address to ask for newer versions, so it never asks. You find them "
                "where you have Labline from."
            )
        return tr(
            "Labline can ask {host} whether there is a newer version, once a day when it is open. It fetches one small "
            "file by a secure connection (HTTPS). Nothing about you, your computer or your data is sent; as with every "
            "web page, the server sees the address of your network. Nothing is downloaded or installed by itself.",
            host=host,
        )

    def _build(self) -> None:
        explained = PlainLabel(self._explained())
        explained.setObjectName("explanation")
        explained.setWordWrap(True)
        self._daily = QCheckBox(tr("Ask once a day"))
        self._daily.setObjectName("daily")
        self._daily.setAccessibleDescription(self._explained())
        self._daily.clicked.connect(self._check.turn)
        self._now = QPushButton(tr("Ask now"))
        self._now.setObjectName("ask_now")
        self._now.setAutoDefault(False)
        self._now.clicked.connect(self._ask)
        self._said = PlainLabel(selectable=True)
        self._said.setObjectName("said")
        self._said.setWordWrap(True)
        self._said.setMinimumHeight(2 * self._said.fontMetrics().lineSpacing())
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._get = QPushButton(tr("Open the download page"))
        self._get.setObjectName("get")
        self._get.setAutoDefault(False)
        self._get.clicked.connect(lambda: open_link(self, self._page))
        close = QPushButton(tr("Close"))
        close.setObjectName("close")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._now)
        foot.addWidget(self._get)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (explained, self._daily, self._said):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        """As wide as a line that can be read."""
        return QSize(WIDTH, self._lines.totalHeightForWidth(WIDTH))
