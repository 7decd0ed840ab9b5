"""“Connected to…”: two entities, and the shortest chain of relations between them with who says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from db.texts import tr
from desktop.entity.field import EntityField
from desktop.icons import Icons
from desktop.tasks import QueryRunner
from desktop.theme import Theme
from desktop.widgets.document_view import DocumentView
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db.paths import Chain


class ConnectionPanel(QWidget):
    """Asks for a chain as soon as both ends are chosen."""

    followed = Signal(int)
    """The user wants to go to an entity of the chain."""
    reading_wanted = Signal(int, int)
    """The user wants to read where a source says so: the source and the statement."""

    def __init__(self, runner: QueryRunner, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.chain: Chain | None = None
        self.setObjectName("connection")
        self.setAccessibleName(tr("Connected to…"))
        self.start = EntityField(runner, "connected_from", tr("From: a person, a model, anything"), self)
        self.end = EntityField(runner, "connected_to", tr("To: a person, a model, anything"), self)
        self.turn = QToolButton(self)
        self.turn.setObjectName("turn_connection")
        self.turn.setText(tr("Turn round"))
        self.turn.setAccessibleName(tr("Exchange both ends"))
        self.turn.clicked.connect(self._turn)
        icons.put(self.turn, "rotate-ccw")
        self.document = DocumentView(theme, self)
        self.document.setObjectName("chain")
        self.document.setAccessibleName(tr("Chain of relations"))
        self.document.followed.connect(self._follow)
        self._said = PlainLabel(parent=self)
        self._said.setObjectName("connection_said")
        self._said.setProperty("muted", True)
        self._said.setWordWrap(True)
        self._said.setContentsMargins(8, 4, 8, 4)
        for field in (self.start, self.end):
            field.chosen.connect(self.ask)
        self._build()
        self.ask()
        self.setFocusProxy(self.end)

    def begin(self, id_: int, name: str) -> None:
        """Take an entity for the one end that the user follows, unless it is chosen as the other."""
        if id_ not in (self.start.entity, self.end.entity):
            self.start.hold(id_, name)
            self.ask()

    def ask(self) -> None:
        """Look for the chain again."""
        from db.paths import chain

        one, other = self.start.entity, self.end.entity
        self.chain = None
        self.document.set_blocks(())
        if one is None or other is None:
            self._runner.cancel("connection")
            self._say(tr("Choose two ends: people, releases, papers, organizations, anything."))
        elif one == other:
            self._say(tr("Both ends are the same."))
        else:
            self._say(tr("Looking for the shortest way…"))
            self._runner.run("connection", partial(chain, start=one, end=other), self._show, self._fail)

    def _show(self, chain: Chain | None) -> None:
        from db.paths import DEEPEST
        from desktop.people.chain_text import blocks

        self.chain = chain
        if chain is None:
            self._say(tr("No chain of at most {n} relations connects them.", n=DEEPEST))
            return
        self._say("")
        self.document.set_blocks(blocks(chain))

    def _fail(self, error: Exception) -> None:
        self._say(tr("✗ The connection could not be read: {error}", error=error))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _turn(self) -> None:
        one, other = (self.start.entity, self.start.text()), (self.end.entity, self.end.text())
        for field, (id_, name) in ((self.start, other), (self.end, one)):
            field.entity = id_
            field.setText(name)
        self.ask()

    def _follow(self, link: str) -> None:
        from desktop.entity.folds import ENTITY, READ, statement_of

        if link.startswith(ENTITY):
            self.followed.emit(int(link.removeprefix(ENTITY)))
        elif link.startswith(READ):
            self.reading_wanted.emit(*statement_of(link))

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 4)
        top.setSpacing(8)
        top.addWidget(self.start, 1)
        top.addWidget(self.end, 1)
        top.addWidget(self.turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._said)
        layout.addWidget(self.document, 1)
