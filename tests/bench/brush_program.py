"""Brush the timeline in the whole program and print how long a step takes, as JSON in milliseconds.

Run in a process of its own: `python brush_program.py DATABASE SETTINGS`. A step is one move of the mouse on the canvas,
until the answers of all views have come and the window has been painted with them; `painted` says of each view how many
of the steps painted it. `repaint` is what Qt takes to paint the same window once, with nothing asked.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.facets.sections import ValueSection
from desktop.program import Program, application
from desktop.settings import Settings
from tests.bench.use_program import User

STEPS = 40
PIXELS = 12  # of a step: some weeks, so that most ask for other days


class Paints(QObject):
    """Counts the steps in which each of some widgets was painted."""

    def __init__(self, watched: dict[str, QWidget]) -> None:
        super().__init__()
        self.steps = dict.fromkeys(watched, 0)
        self._names = {widget: name for name, widget in watched.items()}
        self._seen: set[str] = set()
        for widget in watched.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self._seen.add(self._names[watched])  # type: ignore[index]
        return False

    def end_step(self) -> None:
        """Count what was painted since the last step."""
        for name in self._seen:
            self.steps[name] += 1
        self._seen.clear()


def send(kind: QEvent.Type, canvas: QWidget, place: QPointF) -> None:
    """An event of the mouse whose left button is held with Shift."""
    left = Qt.MouseButton.LeftButton
    button = left if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    shift = Qt.KeyboardModifier.ShiftModifier
    where = canvas.mapToGlobal(place)
    QApplication.sendEvent(canvas, QMouseEvent(kind, place, where, button, left, shift))


def repaint(window: QWidget) -> float:
    """Milliseconds for the whole window as it is, with nothing asked and nothing changed."""
    start = perf_counter()
    window.repaint()
    return 1000 * (perf_counter() - start)


def main() -> None:
    """Open, brush, print."""
    gc.disable()
    program = Program(application(), "light", Settings(Path(sys.argv[2])))
    User(program, Path(sys.argv[1])).open_database()
    context = program.context
    assert context is not None
    canvas = context.timeline.panel.canvas
    section = context.facets.sections["org"]
    assert isinstance(section, ValueSection)
    paints = Paints({
        "table": context.releases.table.viewport(),
        "facets": section.values.view.viewport(),
        "timeline": canvas,
        "status": program.window.status,
    })  # fmt: skip
    at = QPointF(canvas.width() / 10, canvas.height() / 2)
    send(QEvent.Type.MouseButtonPress, canvas, at)
    brushing, before = context.timeline.brushing, context.filters.brush
    times: list[float] = []
    for _ in range(STEPS):  # the first that brushes is not counted
        at += QPointF(PIXELS, 0)
        start = perf_counter()
        send(QEvent.Type.MouseMove, canvas, at)
        QApplication.processEvents()
        while brushing.is_pending() or context.runner.is_busy():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()  # the last paint
        taken = 1000 * (perf_counter() - start)
        paints.end_step()
        if context.filters.brush != before:  # a step within the same days asks nothing
            times.append(taken)
            before = context.filters.brush
    found = {
        "step": round(median(times[1:]), 1), "steps": len(times) - 1, "painted": paints.steps,
        "repaint": round(median(repaint(program.window) for _ in range(15)), 1),
    }  # fmt: skip
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
