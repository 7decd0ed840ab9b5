"""A view with a canvas over a small database, with what it shares and gestures on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from db.engine import open_database
from desktop.settings import Settings
from tests.desktop.alone import shared_alone

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier


class CanvasWorld:
    """A view with what it shares, and gestures on its canvas."""

    View: type
    """Makes the view of what it shares; it has a panel in which its canvas is."""
    size = (900, 500)

    def __init__(self, qtbot, file: Path, settings_file: Path) -> None:
        self.qtbot = qtbot
        self.settings = Settings(settings_file)
        self.database = open_database(file)
        shared = shared_alone(self.database, self.settings)
        self.filters, self.selection, self.navigation, self.runner = shared.states
        self.theme = shared.theme
        self.view = self.View(shared)
        self.said: list[str] = []
        self.view.told.connect(self.said.append)
        self.panel, self.canvas = self.view.panel, self.view.panel.canvas
        self.view.resize(*self.size)
        self.view.show()
        self.view.activateWindow()
        self.canvas.setFocus()
        self.settle()

    def is_waiting(self) -> bool:
        """Whether something that was done is not asked yet."""
        return self.view._zoom_soon.isActive()

    def settle(self) -> None:
        """Wait until every answer is shown."""
        self.qtbot.waitUntil(lambda: not self.runner.is_busy() and not self.is_waiting(), timeout=10_000)
        self.qtbot.wait(1)
        self.canvas.repaint()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.runner.close()
        self.database.close()
        self.theme.deleteLater()

    # ---- gestures ----

    def mouse(self, kind: QEvent.Type, at: QPoint | QPointF, modifiers=NONE, button=LEFT) -> None:
        held = NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else button
        place = QPointF(at)
        event = QMouseEvent(kind, place, QPointF(self.canvas.mapToGlobal(place.toPoint())), button, held, modifiers)
        QApplication.sendEvent(self.canvas, event)

    def press(self, at: QPoint | QPointF, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, modifiers)

    def drag_to(self, at: QPoint | QPointF, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseMove, at, modifiers)

    def release(self, at: QPoint | QPointF, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, modifiers)

    def drag(self, start: QPoint | QPointF, end: QPoint | QPointF, modifiers=NONE) -> None:
        self.press(start, modifiers)
        self.drag_to((start + end) / 2, modifiers)
        self.drag_to(end, modifiers)
        self.release(end, modifiers)

    def key(self, key: Qt.Key, modifiers=NONE) -> None:
        self.qtbot.keyClick(self.canvas, key, modifiers)


Made = TypeVar("Made", bound=CanvasWorld)


@contextmanager
def closed_after(make: Callable[..., Made]) -> Iterator[Callable[..., Made]]:
    """What makes worlds; all that it made are closed at the end."""
    made: list[Made] = []

    def one(*given: object) -> Made:
        made.append(make(*given))
        return made[-1]

    yield one
    for world in made:
        world.close()
