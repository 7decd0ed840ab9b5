"""The profile of one person: names, a career chart, credits and statements in one area that scrolls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from db.texts import tr
from desktop.charts.canvas import ChartCanvas
from desktop.drawing.look import Look
from desktop.theme import Theme
from desktop.widgets.whole_document import WholeDocument

if TYPE_CHECKING:
    from db.person import Profile

NO_DAYS = (0.0, 1.0)


class ProfilePanel(QScrollArea):
    """Shows one profile at a time."""

    followed = Signal(int)
    """The user wants to go to an entity."""
    opened = Signal(int)
    """The user wants to read about the entity of a mark of the career."""
    picked = Signal(object, bool)
    """The user chose the entities of a mark of the career; True adds them to the selection."""
    reading_wanted = Signal(int, int)
    """The user wants to read where a source says something: the source and the statement."""
    left = Signal(str)
    """The user wants to open an address out of the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        from desktop.entity.folds import Folds

        super().__init__(parent)
        self._theme = theme
        self.profile: Profile | None = None
        self._folds = Folds()
        self.setObjectName("profile")
        self.setAccessibleName(tr("Profile"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self.viewport())
        self.head = self._document("profile_head", tr("Person"))
        self.body = self._document("profile_body", tr("Credits and statements"))
        self.career = ChartCanvas(Look.of(theme), self._inside)
        self.career.setObjectName("career")
        self.career.picked.connect(self.picked)
        self.career.opened.connect(self.opened)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (self.head, self.career, self.body):
            lines.addWidget(part)
        lines.addStretch(1)
        self.setWidget(self._inside)
        self.setFocusProxy(self.head)

    def show_profile(self, profile: Profile) -> None:
        """Show another person from the top, or the same one again as the user left it."""
        from desktop.entity.folds import Folds
        from desktop.people.text import head

        if self.profile is None or self.profile.details.id != profile.details.id:
            self._folds = Folds()
            self.verticalScrollBar().setValue(0)
        self.profile = profile
        self.setAccessibleDescription(profile.details.name)
        self.head.set_blocks(head(profile))
        self._show_career(profile)
        self._write()

    def restyle(self) -> None:
        """Show it in the colours and the font now in force."""
        self.career.set_look(Look.of(self._theme))
        if self.profile is not None:
            self._show_career(self.profile)
        self.head.restyle()
        self.body.restyle()

    def _show_career(self, profile: Profile) -> None:
        from desktop.drawing.people.career import career_of
        from desktop.drawing.people.career_chart import CareerChart

        career = career_of(profile)
        self.career.setVisible(bool(career.rows or career.undated))
        chart = CareerChart(career, profile.details.name, Look.of(self._theme))
        self.career.current = None
        self.career.show_chart(chart, NO_DAYS)
        self.career.setFixedHeight(round(chart.height(self.rect().toRectF())))

    def _write(self) -> None:
        from desktop.people.text import body

        if self.profile is not None:
            self.body.set_blocks(body(self.profile, self._folds))

    def _document(self, name: str, title: str) -> WholeDocument:
        document = WholeDocument(self._theme, self._inside)
        document.setObjectName(name)
        document.setAccessibleName(title)
        document.followed.connect(self._follow)
        document.reached.connect(partial(self._bring, document))
        return document

    def _bring(self, document: WholeDocument, place: QRect) -> None:
        """Bring the link that the keyboard came to into sight."""
        point = document.viewport().mapTo(self._inside, place.center())
        self.ensureVisible(point.x(), point.y(), 0, 40)

    def _follow(self, link: str) -> None:
        from desktop.entity.folds import ENTITY, FOLD, READ, WEB, statement_of

        if link.startswith(ENTITY):
            self.followed.emit(int(link.removeprefix(ENTITY)))
        elif link.startswith(WEB):
            self.left.emit(link.removeprefix(WEB))
        elif link.startswith(READ):
            self.reading_wanted.emit(*statement_of(link))
        elif link.startswith(FOLD):
            self._folds = self._folds.turn(link.removeprefix(FOLD))
            self._rewrite()

    def _rewrite(self) -> None:
        """The same with another part open, at the same place."""
        from desktop.people.text import body

        place = self.verticalScrollBar().value()
        if self.profile is not None:
            self.body.replace_blocks(body(self.profile, self._folds))
        self.verticalScrollBar().setValue(place)
