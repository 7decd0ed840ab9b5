"""What is above the views: the menus, and below them the perspectives, the filter bar and a few buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QToolButton, QVBoxLayout, QWidget

from db.texts import spoken, tr
from desktop.actions import Actions
from desktop.commands import COMMANDS, MENUS, PERSPECTIVE, TOOLBAR, Command
from desktop.perspectives import PERSPECTIVES

BUTTON_HEIGHT = 30


class TopBar(QWidget):
    """Menus and buttons for the window's actions. `line` is the row of buttons, to which others may add theirs."""

    def __init__(self, actions: Actions, bar: QWidget) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("top")
        menus = QMenuBar(self)
        menus.setObjectName("menus")
        self.menus: dict[str, QMenu] = {}
        self._submenus: dict[str, QMenu] = {}
        self._buttons: list[QToolButton] = []
        for name in MENUS:
            menu = self.menus[name] = menus.addMenu("")
            menu.setObjectName(f"{name.lower()}_menu")
            self._fill(menu, [(command, actions[command.id]) for command in COMMANDS if command.menu == name])
        self.line = QHBoxLayout()
        self.line.setContentsMargins(8, 4, 8, 8)
        self.line.setSpacing(4)
        for name in TOOLBAR:
            self._add(self._button(name))
        self._add_switch()
        self._bar = bar
        self.line.addWidget(bar)
        self.views = self._views_button()
        self._add(self.views)
        self.export = self._button("file.export", words=True)
        self._add(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setMenuBar(menus)
        layout.addLayout(self.line)
        self._lines = layout
        self.notice: QWidget | None = None
        self.name()

    def name(self) -> None:
        """Give menus and buttons their names, in the language of now."""
        for name, menu in self.menus.items():
            title = MENUS[name]
            menu.setTitle(tr(title))
        for title, menu in self._submenus.items():
            menu.setTitle(tr(title))
        self.views.setText(tr("Saved views"))
        for button in self._buttons:
            button.setAccessibleName(spoken(button.defaultAction().text()))

    def replace_bar(self, bar: QWidget) -> None:
        """Put another filter bar in the place of the one before, which is deleted."""
        self.line.replaceWidget(self._bar, bar)
        self._bar.hide()
        self._bar.deleteLater()
        self._bar = bar

    def put_notice(self, notice: QWidget | None) -> None:
        """Show a line below the buttons in place of the one before, which is deleted."""
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.notice = notice
        if notice is not None:
            self._lines.addWidget(notice)
            notice.show()

    def list_panels(self, shows: Iterable[QAction]) -> None:
        """List in a menu what shows and hides each panel."""
        for show in shows:
            self.menus["View"].insertAction(self._actions["view.reset"], show)

    def _add(self, button: QWidget) -> None:
        self.line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_switch(self) -> None:
        """One button for each perspective, side by side like tabs; the one that is shown is pressed."""
        if len(PERSPECTIVES) < 2:
            return
        self.line.addSpacing(4)
        for record in PERSPECTIVES:
            button = self._button(f"{PERSPECTIVE}{record.name}", words=True)
            button.setProperty("perspective", True)
            self._add(button)
        self.line.addSpacing(4)

    def _button(self, name: str, *, words: bool = False) -> QToolButton:
        """A button for a command: its icon, and with `words` its title."""
        button = QToolButton()
        button.setObjectName(f"{name}_button")
        button.setDefaultAction(self._actions[name])
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        self._buttons.append(button)
        button.setIconSize(QSize(20, 20))
        button.setFixedHeight(BUTTON_HEIGHT)
        return button

    def _views_button(self) -> QToolButton:
        """The button of the saved views; who knows them fills its menu when it opens."""
        button = QToolButton()
        button.setObjectName("saved_views_button")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFixedHeight(BUTTON_HEIGHT)
        menu = QMenu(button)
        menu.setObjectName("saved_views_menu")
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, entries: Sequence[tuple[Command, QAction]]) -> None:
        """Actions with a line between groups."""
        group = entries[0][0].group
        for command, action in entries:
            if command.group != group:
                menu.addSeparator()
                group = command.group
            if not command.submenu:
                menu.addAction(action)
                continue
            if command.submenu not in self._submenus:
                within = self._submenus[command.submenu] = menu.addMenu("")
                within.setObjectName(f"{spoken(command.submenu).lower()}_menu")
            self._submenus[command.submenu].addAction(action)
