"""The window's panels: docks that the user may move, float and hide, the views in them, and when each is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from db.texts import tr
from desktop.arrangements import Arrangements
from desktop.painting import paint_again
from desktop.perspectives import PANELS
from desktop.settings import Settings
from desktop.widgets.place import Place

END = object()


class Panels:
    """Builds a dock for each panel of a window, and fills them. There is no central widget: all can be moved."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        self._window = window
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
        self._arrangements = Arrangements(window, self.docks, self._places, settings)
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
        shown.sort(key=lambda dock: dock.objectName() == self._arrangements.main)
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
        self._places[self._arrangements.main].hold(message)
        self.docks[self._arrangements.main].show()

    def bring(self, panel: str) -> None:
        """Show a panel, before those that share its place, and give it the keyboard."""
        dock = self.docks[panel]
        dock.show()
        dock.raise_()
        self._give_keyboard(panel)

    def give_keyboard(self) -> None:
        """Give the main panel of the perspective the keyboard, if it is there."""
        if self._places[self._arrangements.main].isVisible():
            self._give_keyboard(self._arrangements.main)

    def _give_keyboard(self, panel: str) -> None:
        """Now, or when there is a view that can take it."""
        self._awaited = panel
        self._hand_over(panel)

    def in_order(self) -> list[QDockWidget]:
        """The docks as Tab walks them."""
        return [self.docks[panel.name] for panel in PANELS]

    # ---- perspectives ----

    @property
    def current(self) -> str:
        """The name of the perspective that is shown."""
        return self._arrangements.current

    def show(self, name: str) -> None:
        """Arrange the panels as the user left this perspective, or as it begins."""
        with self._at_once():
            self._arrangements.show(name)

    def reset(self) -> None:
        """Arrange the perspective as it begins."""
        with self._at_once():
            self._arrangements.reset()

    def save(self) -> None:
        """Keep every arrangement between starts."""
        self._arrangements.save()

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
