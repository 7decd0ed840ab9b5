"""The inspector: everything known of the entity with the focus, and where it is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from db.texts import tr
from desktop.copy_links import copy_entity_link
from desktop.reading import ReadingState
from desktop.state import NavigationState, SelectionState
from desktop.tasks import QueryRunner
from desktop.theme import Theme
from desktop.when_shown import WhenShown
from desktop.widgets.document_view import DocumentView
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.messages import open_link

if TYPE_CHECKING:
    from db.rows import Details
    from desktop.entity.folds import Folds

PAUSE = 40  # milliseconds: a focus that moves on is not looked up


class Inspector(QWidget):
    """Follows the focus. Links to entities move it, through the history, so that Back returns."""

    told = Signal(str)
    """A short message for the status bar."""

    def __init__(
        self,
        selection: SelectionState,
        navigation: NavigationState,
        runner: QueryRunner,
        *,
        reading: ReadingState,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection, self._navigation, self._runner, self._reading = selection, navigation, runner, reading
        self._shown: int | None = None
        self._details: Details | None = None
        self._folds: Folds | None = None
        self._opening = False
        self.setObjectName("inspector")
        self.document = DocumentView(theme, self)
        self.document.setObjectName("entity")
        self.document.setAccessibleName(tr("Entity"))
        self.document.followed.connect(self._follow)
        self.document.menu_made.connect(self._add_to_menu)
        self._empty = EmptyState(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.document)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._when_shown = WhenShown(self, self._look_up)
        self._timer.timeout.connect(self._when_shown.ask)
        theme.changed.connect(self.document.restyle)
        selection.changed.connect(self._on_selection)
        self.setFocusProxy(self.document)
        self._when_shown.ask()

    def reload(self) -> None:
        """Look the entity up again."""
        self._shown = None
        self._when_shown.ask()

    def open(self) -> None:
        """Give the document the keyboard, as soon as it shows the entity with the focus."""
        self._opening = self._selection.focus is not None and self._selection.focus != self._shown
        if self._stack.currentWidget() is self.document:
            self.document.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selection(self) -> None:
        if self._selection.focus != self._shown:
            self._timer.start()

    def _look_up(self) -> None:
        focus = self._selection.focus
        if focus is None:
            self._shown = None
            self._runner.cancel("inspector")
            way = tr("Choose a row to see what is known of it, and where each fact comes from.")
            self._say(tr("Nothing selected"), way)
        elif focus != self._shown:
            from db import queries

            self._runner.run(
                "inspector", partial(queries.details, entity_id=focus), partial(self._show, focus), self._fail
            )

    def _show(self, asked: int, details: Details | None) -> None:
        from desktop.entity.folds import Folds
        from desktop.entity.text import blocks

        self._shown = asked  # not the focus, which may have moved on meanwhile
        if details is None:
            self._say(tr("Not in this database"), tr("The entity was removed. Choose another row."))
            return
        if self._folds is None or self._details is None or self._details.id != details.id:
            self._folds = Folds()
        self._details = details
        self.document.setAccessibleDescription(details.name)
        self.document.set_blocks(blocks(details, self._folds))
        self._stack.setCurrentWidget(self.document)
        if self._opening:
            self.open()

    def _fail(self, error: Exception) -> None:
        self._shown = None
        self._say(tr("It could not be read"), str(error))

    def _say(self, title: str, text: str) -> None:
        self._empty.set_message(title, text)
        self._stack.setCurrentWidget(self._empty)
        self._opening = False

    def _follow(self, link: str) -> None:
        from desktop.entity.folds import ENTITY, FOLD, READ, WEB, statement_of

        if link.startswith(ENTITY):
            self._navigation.visit(int(link.removeprefix(ENTITY)))
        elif link.startswith(WEB):
            open_link(self, link.removeprefix(WEB))
        elif link.startswith(READ):
            self._reading.ask(*statement_of(link))
        elif link.startswith(FOLD):
            self._turn(link.removeprefix(FOLD))

    def _add_to_menu(self, menu: QMenu, link: str) -> None:
        """Offer a link to the entity under the pointer, or to the one that is shown."""
        from desktop.entity.folds import ENTITY

        target = int(link.removeprefix(ENTITY)) if link.startswith(ENTITY) else self._shown
        if target is not None:
            action = menu.addAction(tr("Copy link"))
            action.setObjectName("copy_link")
            action.triggered.connect(lambda _checked: copy_entity_link(self._runner, target, self.told.emit))

    def _turn(self, fold: str) -> None:
        """Open or close a part of the text."""
        from desktop.entity.text import blocks

        if self._details is not None and self._folds is not None:
            self._folds = self._folds.turn(fold)
            self.document.replace_blocks(blocks(self._details, self._folds))
