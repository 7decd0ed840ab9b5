"""A lineage over a small database, with what it shares and gestures on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from db.dossier import Dossier
from db.engine import open_database
from db.store import store
from desktop.settings import Settings
from desktop.views.lineage import LineageView
from tests.desktop.alone import shared_alone

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def fact(value: str, line: int = 1, **more: object) -> dict:
    return {"value": value, "cite": f"s1:{line}", **more}


def release(slug: str, name: str, date: str, *parents: dict, sizes: tuple[dict, ...] = ()) -> dict:
    facts: dict = {"parent": list(parents)} | ({"date": fact(date)} if date else {})
    return {"kind": "release", "id": slug, "name": name, "facts": facts, "variants": list(sizes)}


def size(name: str, *parents: dict) -> dict:
    return {"id": name.lower(), "name": name, "facts": {"parent": list(parents)}}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "Source", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    release("v1", "V1", "2023-03"),
    release("v2", "V2", "10 Jan 2024", fact("v1", 4, role="successor")),
    release("v3", "V3", "5 Dec 2024", fact("v2", 5, role="successor"), fact("r1", 6, role="distill")),
    release("r1", "R1", "20 Jan 2025", fact("v3", 7, role="initialized-from"),
            {"name": "Lost", "cite": "s1:9", "role": "merge"}),
    release("d1", "D1", "20 Jan 2025", fact("r1", 8, role="distill", basis="inferred", ground="Its name."),
            sizes=(size("7B", fact("r1", 8, role="distill")), size("70B", fact("r1", 8, role="distill")))),
    release("u1", "<b>U1</b>", "", fact("v2", 11, role="finetune")),
    release("x1", "X1", "2024"),
    release("x2", "X2", "2025-02", fact("x1", 12, role="quantized")),
    release("alone", "Alone", "2024"),
]  # fmt: skip


class World:
    """A lineage with what it shares, and gestures on it."""

    def __init__(self, qtbot, file: Path, settings_file: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.settings = Settings(settings_file)
        self.database = open_database(file)
        shared = shared_alone(self.database, self.settings)
        self.filters, self.selection, self.navigation, self.runner = shared.states
        self.theme = shared.theme
        self.said: list[str] = []
        self.view = LineageView(shared)
        self.view.told.connect(self.said.append)
        self.panel, self.canvas = self.view.panel, self.view.panel.canvas
        self.view.resize(900, 500)
        self.view.show()
        self.view.activateWindow()
        self.canvas.setFocus()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy() and not self.view._zoom_soon.isActive(), timeout=10_000)
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
    def scene(self):
        return self.canvas.scene

    @property
    def names(self) -> tuple[str, ...]:
        return self.scene.graph.names

    def node(self, name: str) -> int:
        return self.names.index(name)

    def id(self, name: str) -> int:
        return int(self.scene.graph.ids[self.node(name)])

    def selected(self) -> set[str]:
        return {name for name, on in zip(self.names, self.scene.selected, strict=True) if on}

    def lit(self) -> set[str]:
        lit = self.scene.lit
        return set() if lit is None else {name for name, on in zip(self.names, lit, strict=True) if on}

    @property
    def focus(self) -> str | None:
        return None if self.scene.focus is None else self.names[self.scene.focus]

    def place(self, name: str) -> QPointF:
        self.canvas.repaint()
        return self.canvas.drawing.place_of(self.node(name))

    # ---- gestures ----

    def mouse(self, kind: QEvent.Type, at: QPointF, modifiers=NONE) -> None:
        held = LEFT if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, QPointF(self.canvas.mapToGlobal(at.toPoint())), LEFT, held, modifiers)
        QApplication.sendEvent(self.canvas, event)

    def hover(self, at: QPointF) -> None:
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, QPointF(self.canvas.mapToGlobal(at.toPoint())), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, NONE,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def click(self, name: str, modifiers=NONE) -> None:
        at = self.place(name)
        self.mouse(QEvent.Type.MouseButtonPress, at, modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, at, modifiers)
        self.settle()

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start)
        self.mouse(QEvent.Type.MouseMove, (start + end) / 2)
        self.mouse(QEvent.Type.MouseMove, end)
        self.mouse(QEvent.Type.MouseButtonRelease, end)

    def key(self, key: Qt.Key, modifiers=NONE) -> None:
        self.qtbot.keyClick(self.canvas, key, modifiers)
        self.settle()

    def choose(self, name: str, action: str) -> None:
        """Choose an entry of the menu of a node."""
        menu = self.view.menus.for_node(self.view._answer, self.node(name))
        found = {one.objectName(): one for one in menu.actions() if one.objectName()}
        assert action in found, f"{action} is none of {sorted(found)}"
        found[action].trigger()
        menu.deleteLater()
        self.settle()

    def entries(self, name: str) -> set[str]:
        menu = self.view.menus.for_node(self.view._answer, self.node(name))
        found = {one.objectName() for one in menu.actions() if one.objectName()}
        menu.deleteLater()
        return found


@pytest.fixture(scope="session")
def lineage_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lineage") / "lineage.db"
    dossier = Dossier.model_validate({"about": {"id": "lineage", "title": "Lineage"}, "entities": ENTITIES})
    with open_database(path) as database, database.write("test") as conn:
        store(conn, dossier)
    return path


@pytest.fixture
def worlds(qtbot, lineage_file: Path, settings_file: Path) -> Iterator[Callable[..., World]]:
    made: list[World] = []

    def make(file: Path = lineage_file) -> World:
        made.append(World(qtbot, file, settings_file))
        return made[-1]

    yield make
    for world in made:
        world.close()


@pytest.fixture
def world(worlds: Callable[..., World]) -> World:
    return worlds()
