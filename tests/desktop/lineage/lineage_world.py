"""A lineage over a small database, with what it shares and gestures on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt

from desktop.views.lineage import LineageView
from tests.desktop.canvas_world import NO_BUTTON, NONE, CanvasWorld


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


class World(CanvasWorld):
    """A lineage with what it shares, and gestures on it."""

    View = LineageView

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

    def hover(self, at: QPointF) -> None:
        self.mouse(QEvent.Type.MouseMove, at, button=NO_BUTTON)

    def click(self, name: str, modifiers=NONE) -> None:
        at = self.place(name)
        self.press(at, modifiers)
        self.release(at, modifiers)
        self.settle()

    def key(self, key: Qt.Key, modifiers=NONE) -> None:
        super().key(key, modifiers)
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
