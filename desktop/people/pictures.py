"""The button that saves the career, or the people around somebody, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from db.texts import tr
from desktop.icons import Icons
from desktop.settings import Settings
from desktop.tasks import QueryRunner
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.drawing.people.figure import PersonFigure
    from desktop.people.query import Person

CAREER, NETWORK = "labline-career", "labline-people"
"""The pictures there are, by the names that their files are proposed."""


class PictureButton(QToolButton):
    """Offers what there is to draw of the person that is shown."""

    told = Signal(str)

    def __init__(
        self, runner: QueryRunner, theme: Theme, icons: Icons, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._theme, self._settings = runner, theme, settings
        self._person: Person | None = None
        self._first = CAREER
        self.setObjectName("save_person_picture")
        self.setText(tr("Save picture…"))
        self.setAccessibleName(tr("Save the career or the people around as a picture"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self.save)
        icons.put(self, "download")
        self.show_person(None)

    def show_person(self, person: Person | None) -> None:
        """Offer the pictures of another person."""
        self._person = person
        self.setEnabled(bool(self._made("")))

    def show_first(self, name: str) -> None:
        """Which picture the user sees: it is proposed first."""
        self._first = name

    def save(self) -> None:
        """Let the user save one as a file."""
        from db.attribution import attribution

        if self._person is not None:
            self._runner.run("people.picture", attribution, self._ask, lambda error: self.told.emit(str(error)))

    def _ask(self, sources: str) -> None:
        from desktop.picture_dialog import Picture, PictureDialog

        made = sorted(self._made(sources).items(), key=lambda pair: pair[0] != self._first)
        pictures = [
            Picture(figure.title(), name, figure.title(), figure.description(), figure.size(), figure.paint)
            for name, figure in made
        ]
        dialog = PictureDialog(pictures, self._settings, self._theme.scheme, self)
        dialog.written.connect(lambda path: self.told.emit(tr("Saved {path}", path=path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _made(self, sources: str) -> dict[str, PersonFigure]:
        if self._person is None:
            return {}
        from desktop.drawing.people.figure import career_figure, network_figure

        profile = self._person.profile
        found = {
            CAREER: career_figure(profile, sources),
            NETWORK: network_figure(profile, self._person.network, sources),
        }
        return {name: figure for name, figure in found.items() if figure is not None}
