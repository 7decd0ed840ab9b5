"""Arrangements of the window's panels, one for each perspective: as it begins, or as the user left it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from zlib import crc32

from PySide6.QtCore import QByteArray, QMargins, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSizePolicy

from desktop.perspectives import PERSPECTIVES, Part, Perspective, Split, parts_of, perspective, sizes
from desktop.settings import Settings
from desktop.widgets.place import Place

TITLE = 28  # pixels, roughly, of a dock's title
KEPT, GROWS = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding
LEAST_SEEN = 48  # pixels of a floating panel that must be on a screen, or it cannot be grasped


class Arrangements:
    """Puts the docks of a window where a perspective has them; `docks` and `places` are by the panel's name."""

    def __init__(
        self, window: QMainWindow, docks: Mapping[str, QDockWidget], places: Mapping[str, Place], settings: Settings
    ) -> None:
        self._window, self._docks, self._places, self._settings = window, docks, places, settings
        self._current = PERSPECTIVES[0]
        self._arranged = False
        self._kept: dict[str, QByteArray] = {}

    @property
    def current(self) -> str:
        """The name of the perspective that is shown."""
        return self._current.name

    @property
    def main(self) -> str:
        """The panel of it that takes the keyboard."""
        return self._current.main

    def show(self, name: str) -> None:
        """Arrange the panels as the user left this perspective, or as it begins."""
        self._keep()
        self._current = wanted = perspective(name)
        kept = self._kept.get(wanted.name) or self._settings.read_bytes(_key(wanted.name))
        self._measure(wanted)
        if not kept.isEmpty() and self._window.restoreState(kept, self._version()):
            self._bring_back()
        else:
            self._arrange(wanted)
        self._arranged = True

    def reset(self) -> None:
        """Arrange the perspective as it begins."""
        self._measure(self._current)
        self._arrange(self._current)

    def save(self) -> None:
        """Keep every arrangement between starts."""
        self._keep()
        for name, state in self._kept.items():
            self._settings.write_bytes(_key(name), state)

    def _keep(self) -> None:
        """Remember how the user left the perspective."""
        if self._arranged:
            self._kept[self._current.name] = self._window.saveState(self._version())

    def _version(self) -> int:
        """Changes with the panels that there are: a kept arrangement would not know where to put a new one."""
        return crc32(" ".join(self._docks).encode()) >> 1

    def _measure(self, wanted: Perspective) -> None:
        """Say how large each panel begins, and which keep their width when the window grows."""
        around = (self._window.menuWidget(), self._window.statusBar())
        used = sum(part.sizeHint().height() for part in around if part is not None)
        room = self._window.size().shrunkBy(QMargins(0, 0, 0, used))
        for name, (width, height) in sizes(wanted.layout, room.width(), room.height()).items():
            self._places[name].set_usual(width, height - TITLE)
        for part in parts_of(wanted.layout):
            self._docks[part.panel].setSizePolicy(KEPT if part.fixed else GROWS, GROWS)

    def _arrange(self, wanted: Perspective) -> None:
        for dock in self._docks.values():
            if dock.isFloating():  # first: it would go back to the place that it left
                dock.setFloating(False)
            self._window.removeDockWidget(dock)
        parts = list(parts_of(wanted.layout))
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._docks[parts[0].panel])
        self._split(wanted.layout)
        for part in parts:
            self._docks[part.panel].show()
        for name in self._docks.keys() - {part.panel for part in parts}:
            self._window.tabifyDockWidget(self._docks[wanted.main], self._docks[name])  # its place if it is asked for
            self._docks[name].hide()
        if self._window.isVisible():  # before that, the usual sizes of what they hold decide
            docks = [self._docks[part.panel] for part in parts]
            self._window.resizeDocks(docks, [dock.sizeHint().width() for dock in docks], Qt.Orientation.Horizontal)
            self._window.resizeDocks(docks, [dock.sizeHint().height() for dock in docks], Qt.Orientation.Vertical)

    def _split(self, layout: Part | Split) -> None:
        """Put the parts of a split after its first, which is in the window already; then split each in turn."""
        if isinstance(layout, Part):
            return
        heads = [self._docks[next(parts_of(part)).panel] for part in layout.parts]
        across = Qt.Orientation.Vertical if layout.kind == "column" else Qt.Orientation.Horizontal
        for before, dock in itertools.pairwise(heads):
            if layout.kind == "tabs":
                self._window.tabifyDockWidget(before, dock)
            else:
                self._window.splitDockWidget(before, dock, across)
        for part in layout.parts:
            self._split(part)
        if layout.kind == "tabs":
            heads[0].raise_()

    def _bring_back(self) -> None:
        """Put floating panels on a screen that exists: a second monitor may be gone."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for dock in self._docks.values():
            if dock.isFloating():
                dock.setGeometry(on_screen(dock.geometry(), screens))


def on_screen(wanted: QRect, screens: Iterable[QRect]) -> QRect:
    """The rectangle if its upper edge can be grasped on one of the screens, else as much of it on the first."""
    rooms = list(screens)
    edge = QRect(wanted.left(), wanted.top(), wanted.width(), LEAST_SEEN)
    for room in rooms:
        seen = room.intersected(edge)
        if seen.width() >= min(LEAST_SEEN, wanted.width()) and seen.height() >= LEAST_SEEN // 2:
            return wanted
    if not rooms:
        return wanted
    room = rooms[0]
    width, height = min(wanted.width(), room.width()), min(wanted.height(), room.height())
    left = room.left() + (room.width() - width) // 2
    return QRect(left, room.top() + (room.height() - height) // 2, width, height)


def _key(name: str) -> str:
    return f"layout/{name}"
