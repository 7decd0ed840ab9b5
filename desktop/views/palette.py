"""The palette: one line that finds every entity, command and saved view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.palette.list import PaletteList, PaletteModel
from desktop.palette.recent import recent, remember
from desktop.palette.rows import (
    COMMANDS_ONLY,
    Offer,
    PaletteRow,
    Ranked,
    from_offer,
    look_up,
    recent_rows,
    together,
)
from desktop.settings import Settings
from desktop.theme import COMFORTABLE_ROW_HEIGHT, Theme
from desktop.widgets.announce import announce
from desktop.widgets.floating_panel import PADDING, FloatingPanel
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db.find import Finding, Found
    from desktop.tasks import QueryRunner

WIDTH = 680  # px
PATIENCE = 80  # milliseconds until commands are shown without the entities
TASK = "palette"
STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which the keyboard leaves the line only for a while."""


class Palette(FloatingPanel):
    """Lies over the upper part of a window. Signals come after it is gone and the keyboard is where it was."""

    entity_chosen = Signal(int)
    command_chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, settings: Settings) -> None:
        super().__init__(window, theme)
        self._theme, self._settings = theme, settings
        self._runner: QueryRunner | None = None
        self._offer = Offer()
        self._offered: list[Ranked] = []
        self._waiting = self._entered = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_without_entities)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Go to anything"))
        self._build()

    def open(self, offer: Offer, runner: QueryRunner | None) -> None:
        """Show it, empty, with what was chosen lately; if it is open, close it."""
        if self.isVisible():
            self.leave()
            return
        self._offer, self._runner = offer, runner
        self.edit.clear()
        self._set_rows(())
        self._say(tr("Type a name in any spelling, or what you want to do."))
        self.appear(self.edit)
        self._ask()

    def leave(self) -> None:
        """Close it; the keyboard returns to where it was."""
        self._stop()
        super().leave()

    # ---- what is typed and what it finds ----

    def _ask(self) -> None:
        """Look for what is typed; what is listed stays until there is an answer, which takes some milliseconds."""
        typed = self.edit.text()
        self._entered = False
        self._offered = from_offer(self._offer, typed) if typed.strip() else []
        if self._runner is None or (typed.startswith(COMMANDS_ONLY) and self._offered):
            self._stop()
            self._take([], None)
            return
        self._waiting = True
        self._patience.start()
        if typed.strip():
            work = partial(look_up, typed=typed.strip(), commands=self._offer.commands)
            self._runner.run(TASK, work, self._take_finding, self._fail, urgent=True)
            return
        slugs = [key.name for key in recent(self._settings) if key.sort == "entity"]
        if slugs:
            from db import queries

            self._runner.run(TASK, partial(queries.by_slugs, slugs=slugs), self._take, self._fail, urgent=True)
        else:
            self._take([])

    def _take(self, entities: Sequence[Found], finding: Finding | None = None) -> None:
        """Show what was found, or where nothing is typed, what was chosen lately."""
        self._patience.stop()
        self._waiting = False
        typed = self.edit.text().strip()
        if typed:
            rows = together(self._offered, finding)
            self._say("" if rows else tr("Nothing is called “{typed}”.", typed=typed))
        else:
            rows = recent_rows(recent(self._settings), self._offer, entities)
            self._say(tr("Type a name in any spelling, or what you want to do."))
        self._set_rows(rows)
        if typed:
            self._announce(len(rows))
        if self._entered:
            self._enter()

    def _take_finding(self, answer: tuple[Finding, list[Ranked]]) -> None:
        finding, alike = answer
        known = {one.row.key for one in self._offered}
        self._offered += [one for one in alike if one.row.key not in known]
        self._take([], finding)

    def _show_without_entities(self) -> None:
        """The database is busy: commands need not wait for it."""
        if self.edit.text().strip():
            self._set_rows(together(self._offered, None))

    def _fail(self, error: Exception) -> None:
        self._take([])
        self._say(str(error))

    def _stop(self) -> None:
        self._patience.stop()
        self._waiting = self._entered = False
        if self._runner is not None:
            self._runner.cancel(TASK)

    def _set_rows(self, rows: Sequence[PaletteRow]) -> None:
        self.model.set_rows(rows)
        self.list.setCurrentIndex(self.model.index(0, 0) if rows else QModelIndex())
        self.place()

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _announce(self, found: int) -> None:
        index = self.list.currentIndex()
        count = tr_n("{n} found", "{n} found", found)
        row = index.data(Qt.ItemDataRole.AccessibleTextRole)
        announce(self.edit, f"{count}. {row}" if found else self._hint.text())

    # ---- choosing ----

    def _enter(self) -> None:
        """Go to the current row; an answer that is still awaited is chosen from when it is there."""
        if self._waiting:
            self._entered = True
            return
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if row is None:
            return
        if not row.enabled:
            self._say(tr("“{command}” is not available now.", command=row.text))
            announce(self.edit, self._hint.text())
            self.place()
            return
        remember(self._settings, row.key)
        self.leave()
        if row.key.sort == "entity":
            self.entity_chosen.emit(row.key.id)
        elif row.key.sort == "command":
            self.command_chosen.emit(row.key.name)
        else:
            self.view_chosen.emit(row.key.name)

    # ---- the keyboard and the window ----

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that move in the list; the window's size; the keyboard going elsewhere."""
        kind = event.type()
        if watched is not self.edit:
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in STAYING:
            self._stop()
            self.hide()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key is none of the line's own."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        row, rows = self.list.currentIndex().row(), self.model.rowCount()
        page = max(1, self.list.height() // COMFORTABLE_ROW_HEIGHT - 1)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self._go((row + 1) % max(1, rows))
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self._go((row - 1) % max(1, rows))
            case Qt.Key.Key_PageDown:
                self._go(min(row + page, rows - 1))
            case Qt.Key.Key_PageUp:
                self._go(max(row - page, 0))
            case Qt.Key.Key_Home if not event.modifiers():
                self._go(0)
            case Qt.Key.Key_End if not event.modifiers():
                self._go(rows - 1)
            case _:
                return False
        return True

    def _go(self, row: int) -> None:
        index = self.model.index(row, 0)
        if index.isValid():
            self.list.setCurrentIndex(index)
            announce(self.edit, index.data(Qt.ItemDataRole.AccessibleTextRole))

    def panel_size(self, room: int) -> tuple[int, int]:
        """As high as its rows are, as far as there is room."""
        line = self.edit.sizeHint().height() + 2 * PADDING
        hint = self._hint.sizeHint().height() + 2 * PADDING if self._hint.text() else 0
        rows = self.list.height_for(room - line - hint)
        self.list.setFixedHeight(rows)
        self.list.setVisible(rows > 0)
        return WIDTH, line + rows + hint + (PADDING if rows else 0)

    def place(self) -> None:
        """With the current row in sight."""
        super().place()
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def _build(self) -> None:
        self.edit = QLineEdit()
        self.edit.setObjectName("palette_text")
        self.edit.setAccessibleName(tr("Go to anything"))
        self.edit.setAccessibleDescription(
            tr("Finds entities, commands and saved views. Up and Down choose, Enter goes there, Escape closes.")
        )
        self.edit.setPlaceholderText(tr("Go to anything: a name, a command (or > for commands alone)"))
        self.edit.textChanged.connect(self._ask_if_open)
        self.edit.installEventFilter(self)
        self.model = PaletteModel(self)
        self.list = PaletteList(self.model, self._theme)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(tr("Found"))
        self.list.clicked.connect(self._on_click)
        self._hint = PlainLabel(elide=True)
        self._hint.setObjectName("palette_hint")
        self._hint.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(self.EDGE, self.EDGE, self.EDGE, self.EDGE)
        layout.setSpacing(PADDING)
        for widget in (self.edit, self.list, self._hint):
            layout.addWidget(widget)
        self.setFocusProxy(self.edit)

    def _ask_if_open(self) -> None:
        if self.isVisible():
            self._ask()

    def _on_click(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._enter()
