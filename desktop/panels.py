"""The window's panels: docks that the user may move, float and hide, in an arrangement for each perspective."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from zlib import crc32

from PySide6.QtCore import QByteArray, QMargins, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSizePolicy, QTabWidget, QWidget

from db.texts import tr
from desktop.perspectives import PANELS, PERSPECTIVES, Part, Perspective, Split, parts_of, perspective, sizes
from desktop.settings import Settings
from desktop.widgets.painting import paint_again
from desktop.widgets.place import Place

TITLE = 28  # pixels, roughly, of a dock's title
KEPT, GROWS = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding
END = object()
LEAST_SEEN = 48  # pixels of a floating panel that must be on a screen, or it cannot be grasped


class Panels:
    """Builds a dock for each panel of a window, and arranges them. There is no central widget: all can be moved."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings
        self._current = PERSPECTIVES[0]
        self._arranged = False
        self._kept: dict[str, QByteArray] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._places: dict[str, Place] = {}
        self._makers: dict[str, Callable[[QWidget], QWidget]] = {}
        self._made: dict[str, QWidget] = {}  # not shown yet
        self._awaited = ""  # the panel that gets the keyboard once it shows a view
        self._arranging = False
        self._sights: dict[str, bool] = {}  # of panels that came into sight or went while they were arranged
        self._held: list[QWidget] = []  # what was arranged and is not painted yet
        self._due: list[str] = []  # panels that came into sight and show nothing yet
        self._filling: Iterator[None] = iter(())
        self._soon = QTimer(window, interval=1)  # not 0: paints and other timers come between
        self._soon.timeout.connect(self._fill_on)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for panel in PANELS:
            dock = self.docks[panel.name] = QDockWidget(window)
            dock.setObjectName(panel.name)
            place = self._places[panel.name] = Place(panel.least_width, panel.least_height)
            dock.setWidget(place)
            dock.visibilityChanged.connect(partial(self._on_seen, panel.name))
            dock.toggleViewAction().setObjectName(f"show_{panel.name}")
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
            window.removeDockWidget(dock)  # else it would be shown with the window, wherever that is
        self.name()

    def name(self) -> None:
        """Give every panel its title, in the language of now."""
        for panel in PANELS:
            self.docks[panel.name].setWindowTitle(tr(panel.title))

    # ---- what they hold ----

    def hold(self, panel: str, view: QWidget) -> None:
        """Show a view in a panel."""
        self._makers.pop(panel, None)
        self._made.pop(panel, None)
        self._places[panel].hold(view)
        self._hand_over(panel)

    def offer(self, panel: str, make: Callable[[QWidget], QWidget]) -> None:
        """Have a view made, for the parent that is given, when its panel is first seen; what it showed is dropped."""
        self._makers[panel] = make
        if (view := self._made.pop(panel, None)) is not None:
            view.deleteLater()
        self._places[panel].clear()
        if self._places[panel].is_seen and panel not in self._due:
            self._due.append(panel)

    def place(self, panel: str) -> QWidget:
        """Where the view of a panel stands: its parent, from the beginning."""
        return self._places[panel]

    def view(self, panel: str) -> QWidget | None:
        """What a panel shows, made now if nobody has seen it yet."""
        if panel in self._makers:
            self.hold(panel, self._made.get(panel) or self._make(panel))
        return self._places[panel].currentWidget()

    def _make(self, panel: str) -> QWidget:
        return self._makers[panel](self.place(panel))

    def filled(self) -> list[str]:
        """The panels that show something, in order."""
        return [panel.name for panel in PANELS if self._places[panel.name].currentWidget() is not None]

    def is_filling(self) -> bool:
        """Whether panels in sight wait for their turn to show their views."""
        return bool(self._held or self._due)

    def fill(self) -> Iterator[None]:
        """Paint what was arranged, and show the views of the panels that came into sight.

        In steps, a panel or less each, for what showing brings about takes its time. A view is made in one of its own.
        """
        while self._held:
            paint_again(self._held.pop())
            yield
        while self._due:
            panel = self._due[0]
            if panel in self._makers:
                self._made[panel] = self._make(panel)
                yield
                self.view(panel)
            if panel in self._due:
                self._due.remove(panel)
            self._places[panel].set_seen(True)
            self._hand_over(panel)
            yield

    def _on_seen(self, panel: str, seen: bool) -> None:
        """Show or hide a view with its panel; while panels are arranged, they come and go."""
        if self._arranging:
            self._sights[panel] = seen
            return
        if panel in self._due:
            self._due.remove(panel)
        if seen and panel in self._makers:
            self._due.append(panel)
            self._fill_soon()
        self._places[panel].set_seen(seen)

    def _settle(self) -> None:
        """The panels are arranged: hide what went out of sight, and show what came into it, a view a turn."""
        self._arranging = False
        for panel, seen in self._sights.items():
            place = self._places[panel]
            if not seen:
                self._on_seen(panel, seen=False)
            elif panel in self._makers or not place.is_seen:
                self._due.append(panel)
        self._sights.clear()
        self._hold()
        self._fill_soon()

    def paint_in_turn(self) -> None:
        """What comes next gives all panels other sizes: have them painted one a turn, not all at once."""
        if self._window.isVisible():
            self._window.setUpdatesEnabled(False)
            self._hold()
            self._fill_soon()

    def _hold(self) -> None:
        """The main panel comes first, after the window around them."""
        for dock in self.docks.values():
            dock.setUpdatesEnabled(not dock.isVisible())
        shown = [dock for dock in self.docks.values() if dock.isVisible()]
        shown.sort(key=lambda dock: dock.objectName() == self._current.main)
        self._held = [*shown, self._window]

    def _fill_soon(self) -> None:
        if self.is_filling() and not self._soon.isActive():
            self._filling = self.fill()
            self._soon.start()

    def _fill_on(self) -> None:
        if next(self._filling, END) is END:
            self._soon.stop()

    def _hand_over(self, panel: str) -> None:
        """Give the view of a panel the keyboard that waits for it."""
        view = self._places[panel].currentWidget()
        if panel == self._awaited and view is not None and self._places[panel].is_seen:
            self._awaited = ""
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_above(self, panel: str, widget: QWidget | None) -> None:
        """Show something above what a panel shows."""
        self._places[panel].put_above(widget)

    def say(self, message: QWidget) -> None:
        """Show a message in the main panel, wherever the user has put that."""
        self._places[self._current.main].hold(message)
        self.docks[self._current.main].show()

    def bring(self, panel: str) -> None:
        """Show a panel, before those that share its place, and give it the keyboard."""
        dock = self.docks[panel]
        dock.show()
        dock.raise_()
        self._give_keyboard(panel)

    def give_keyboard(self) -> None:
        """Give the main panel of the perspective the keyboard, if it is there."""
        if self._places[self._current.main].isVisible():
            self._give_keyboard(self._current.main)

    def _give_keyboard(self, panel: str) -> None:
        """Now, or when there is a view that can take it."""
        self._awaited = panel
        self._hand_over(panel)

    def in_order(self) -> list[QDockWidget]:
        """The docks as Tab walks them."""
        return [self.docks[panel.name] for panel in PANELS]

    # ---- arrangements ----

    @property
    def current(self) -> str:
        """The name of the perspective that is shown."""
        return self._current.name

    def show(self, name: str) -> None:
        """Arrange the panels as the user left this perspective, or as it begins."""
        self._keep()
        self._current = wanted = perspective(name)
        kept = self._kept.get(wanted.name) or self._settings.read_bytes(_key(wanted.name))
        with self._at_once():
            self._measure(wanted)
            if not kept.isEmpty() and self._window.restoreState(kept, _version()):
                self._bring_back()
            else:
                self._arrange(wanted)
        self._arranged = True

    def reset(self) -> None:
        """Arrange the perspective as it begins."""
        with self._at_once():
            self._measure(self._current)
            self._arrange(self._current)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Paint nothing before all panels are arranged, nor show views of panels that only come and go meanwhile."""
        if not self._window.isVisible():
            yield
            return
        self._window.setUpdatesEnabled(False)
        self._arranging = True
        yield
        self._settle()

    def save(self) -> None:
        """Keep every arrangement between starts."""
        self._keep()
        for name, state in self._kept.items():
            self._settings.write_bytes(_key(name), state)

    def _keep(self) -> None:
        """Remember how the user left the perspective."""
        if self._arranged:
            self._kept[self._current.name] = self._window.saveState(_version())

    def _measure(self, wanted: Perspective) -> None:
        """Say how large each panel begins, and which keep their width when the window grows."""
        around = (self._window.menuWidget(), self._window.statusBar())
        used = sum(part.sizeHint().height() for part in around if part is not None)
        room = self._window.size().shrunkBy(QMargins(0, 0, 0, used))
        for name, (width, height) in sizes(wanted.layout, room.width(), room.height()).items():
            self._places[name].set_usual(width, height - TITLE)
        for part in parts_of(wanted.layout):
            self.docks[part.panel].setSizePolicy(KEPT if part.fixed else GROWS, GROWS)

    def _arrange(self, wanted: Perspective) -> None:
        for dock in self.docks.values():
            if dock.isFloating():  # first: it would go back to the place that it left
                dock.setFloating(False)
            self._window.removeDockWidget(dock)
        parts = list(parts_of(wanted.layout))
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.docks[parts[0].panel])
        self._split(wanted.layout)
        for part in parts:
            self.docks[part.panel].show()
        for name in self.docks.keys() - {part.panel for part in parts}:
            self._window.tabifyDockWidget(self.docks[wanted.main], self.docks[name])  # its place if it is asked for
            self.docks[name].hide()
        if self._window.isVisible():  # before that, the usual sizes of what they hold decide
            docks = [self.docks[part.panel] for part in parts]
            self._window.resizeDocks(docks, [dock.sizeHint().width() for dock in docks], Qt.Orientation.Horizontal)
            self._window.resizeDocks(docks, [dock.sizeHint().height() for dock in docks], Qt.Orientation.Vertical)

    def _split(self, layout: Part | Split) -> None:
        """Put the parts of a split after its first, which is in the window already; then split each in turn."""
        if isinstance(layout, Part):
            return
        heads = [self.docks[next(parts_of(part)).panel] for part in layout.parts]
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
        for dock in self.docks.values():
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


def _version() -> int:
    """Changes with the panels that there are: a kept arrangement would not know where to put a new one."""
    return crc32(" ".join(panel.name for panel in PANELS).encode()) >> 1


def _key(name: str) -> str:
    return f"layout/{name}"
