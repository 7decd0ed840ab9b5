"""A timeline over a small database, with what it shares and gestures on it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.drawing.timeline.scene import DrawnMark
from desktop.views.timeline import TimelineView
from tests.desktop.canvas_world import NONE, CanvasWorld
from tests.small_database import fact


def day(text: str) -> float:
    """The ordinal of an ISO day."""
    return float(datetime.date.fromisoformat(text).toordinal())


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


class World(CanvasWorld):
    """A timeline with what it shares, and gestures on it."""

    View = TimelineView
    size = (900, 320)

    def is_waiting(self) -> bool:
        return super().is_waiting() or self.view.brushing.is_pending()

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

    def click(self, at: QPoint, modifiers=NONE) -> None:
        self.press(at, modifiers)
        self.release(at, modifiers)

    def brush(self) -> str:
        brush = self.filters.brush
        return "" if brush is None else str(brush)
