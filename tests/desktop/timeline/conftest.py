"""A timeline over a small database, with what it shares and gestures on it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from db.dossier import Dossier
from db.engine import open_database
from db.store import store
from desktop.drawing.timeline.scene import DrawnMark
from desktop.settings import Settings
from desktop.views.timeline import TimelineView
from tests.desktop.alone import shared_alone

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def fact(value: object, **more: object) -> dict:
    return {"value": value, "cite": "s1:1", **more}


def entity(kind: str, slug: str, name: str, **facts: object) -> dict:
    return {"kind": kind, "id": slug, "name": name, "facts": facts}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "Source", "lines": 90},
    entity("organization", "alpha", "Alpha"),
    entity("organization", "beta", "Beta"),
    entity("release", "r1", "Release 1", date=fact("2 May 2023"), organization=fact("alpha"), open_weights=fact("yes")),
    entity("release", "r2", "Release 2", date=fact("Jan 2024"), organization=fact("alpha"), open_weights=fact("no")),
    entity("release", "r3", "Release 3", date=fact("10 Dec 2024"), organization=fact("beta"), open_weights=fact("yes")),
    entity("release", "bare", "<b>Bare</b>", organization=fact("beta")),
    entity("event", "e1", "Founding", date=fact("17 July 2023"), category=fact("company")),
    entity("event", "e2", "Ban", date=fact("about 2024"), category=fact("policy")),
]


class World:
    """A timeline with what it shares, and gestures on it."""

    def __init__(self, qtbot, file: Path, settings_file: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.settings = Settings(settings_file)
        self.database = open_database(file)
        shared = shared_alone(self.database, self.settings)
        self.filters, self.selection, self.navigation, self.runner = shared.states
        self.theme = shared.theme
        self.view = TimelineView(shared)
        self.canvas = self.view.panel.canvas
        self.view.resize(900, 320)
        self.view.show()
        self.view.activateWindow()
        self.canvas.setFocus()
        self.settle()

    def settle(self) -> None:
        view = self.view

        def quiet() -> bool:
            waits = view.brushing.is_pending() or view._zoom_soon.isActive()
            return not self.runner.is_busy() and not waits

        self.qtbot.waitUntil(quiet, timeout=10_000)
        self.qtbot.wait(1)
        self.canvas.repaint()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.runner.close()
        self.database.close()
        self.theme.deleteLater()

    # ---- what is there ----

    @property
    def timeline(self):
        return self.canvas.scene.timeline

    def id(self, name: str) -> int:
        return int(self.timeline.ids[self.timeline.names.index(name)])

    def names(self, ids) -> set[str]:
        return {self.timeline.names[self.timeline.position_of(id_)] for id_ in ids}

    @property
    def focus(self) -> str | None:
        focus = self.selection.focus
        return None if focus is None else self.timeline.names[self.timeline.position_of(focus)]

    def place(self, name: str) -> QPoint:
        self.canvas.repaint()
        position = self.timeline.names.index(name)
        rects = [d.rect for d in self.canvas.drawing.drawn() if isinstance(d, DrawnMark) and d.position == position]
        assert rects, f"{name} is not drawn"
        return rects[0].center().toPoint()

    def x(self, date: str) -> int:
        return round(self.canvas.scale.x(datetime.date.fromisoformat(date).toordinal() + 0.5))

    @property
    def axis_y(self) -> int:
        return self.canvas.height() - 10

    # ---- gestures ----

    def wheel(
        self, at: QPoint, notches: float, modifiers=NONE, *, sideways: bool = False, pixels: QPoint | None = None
    ):
        angle = QPoint(round(120 * notches), 0) if sideways else QPoint(0, round(120 * notches))
        event = QWheelEvent(
            QPointF(at), QPointF(self.canvas.mapToGlobal(at)), pixels or QPoint(), angle, Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def mouse(self, kind: QEvent.Type, at: QPoint, modifiers=NONE, button=LEFT) -> None:
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, QPointF(at), QPointF(self.canvas.mapToGlobal(at)), button, held, modifiers)
        QApplication.sendEvent(self.canvas, event)

    def press(self, at: QPoint, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, modifiers)

    def drag_to(self, at: QPoint, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseMove, at, modifiers)

    def release(self, at: QPoint, modifiers=NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, modifiers)

    def drag(self, start: QPoint, end: QPoint, modifiers=NONE) -> None:
        self.press(start, modifiers)
        self.drag_to((start + end) / 2, modifiers)
        self.drag_to(end, modifiers)
        self.release(end, modifiers)

    def click(self, at: QPoint, modifiers=NONE) -> None:
        self.press(at, modifiers)
        self.release(at, modifiers)

    def key(self, key: Qt.Key, modifiers=NONE) -> None:
        self.qtbot.keyClick(self.canvas, key, modifiers)

    def brush(self) -> str:
        brush = self.filters.brush
        return "" if brush is None else str(brush)


@pytest.fixture(scope="session")
def dated_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dated") / "dated.db"
    dossier = Dossier.model_validate({"about": {"id": "dated", "title": "Dated"}, "entities": ENTITIES})
    with open_database(path) as database, database.write("test") as conn:
        store(conn, dossier)
    return path


@pytest.fixture
def world_of(qtbot, tmp_path: Path, settings_file: Path) -> Iterator[Callable[[list[dict]], World]]:
    """A timeline over other entities."""
    made: list[World] = []

    def make(entities: list[dict]) -> World:
        path = tmp_path / "other.db"
        with open_database(path) as database, database.write("test") as conn:
            if entities:
                store(conn, Dossier.model_validate({"about": {"id": "d", "title": "D"}, "entities": entities}))
        made.append(World(qtbot, path, settings_file))
        return made[-1]

    yield make
    for world in made:
        world.close()


@pytest.fixture
def worlds(qtbot, dated_original: Path, settings_file: Path) -> Iterator[Callable[[], World]]:
    made: list[World] = []

    def make() -> World:
        made.append(World(qtbot, dated_original, settings_file))
        return made[-1]

    yield make
    for world in made:
        world.close()


@pytest.fixture
def world(worlds: Callable[[], World]) -> World:
    return worlds()
