"""Line icons, tinted from the palette: Lucide's drawings in `resources/icons`."""

from __future__ import annotations

import weakref
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

import resources
from desktop.theme import Theme

EDGE = 60
"""Pixels: the largest icon, of 20 pixels, on the densest screen. Qt makes the smaller ones of it as they are shown."""


def window_icon() -> QIcon:
    """The program's own, for the frames of windows where the desktop does not know it by the menu entry."""
    return QIcon(str(Path(resources.__path__[0]) / "labline.svg"))


class Icons(QObject):
    """Icons by name in the colours in force. Those put on a button or an action change with the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._made: dict[tuple[str, str, str], QIcon] = {}
        self._users: dict[int, tuple[weakref.ref[QAbstractButton | QAction], str, str]] = {}
        theme.changed.connect(self._retint)

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon `name` (a file's stem) in a token's colour. Raises FileNotFoundError for a name that is none."""
        key = (self._theme.scheme, name, role)
        if key not in self._made:
            self._made[key] = self._make(name, role)
        return self._made[key]

    def put(self, target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
        """Give a button or an action an icon, now and after each change of the theme."""
        target.setIcon(self.icon(name, role))
        self._users = {key: user for key, user in self._users.items() if user[0]() is not None}
        self._users[id(target)] = (weakref.ref(target), name, role)

    def _make(self, name: str, role: str) -> QIcon:
        from PySide6.QtSvg import QSvgRenderer

        drawing = (Path(resources.__path__[0]) / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        icon = QIcon()
        for mode, token in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "disabled")):
            colour = self._theme.colour(token).name()
            pixmap = QPixmap(EDGE, EDGE)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode())).render(painter)
            painter.end()
            icon.addPixmap(pixmap, mode)
        return icon

    def _retint(self) -> None:
        for key, (reference, name, role) in list(self._users.items()):
            target = reference()
            if target is None or not shiboken6.isValid(target):
                del self._users[key]
            else:
                target.setIcon(self.icon(name, role))
