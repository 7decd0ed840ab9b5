"""A window of the program on a screen: what is waited for before it is looked at, and pictures of it.

Nothing waits for a fixed time: `settle` returns when every answer that was asked for is on the screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.hover_card import HoverCard

PICTURES = os.environ.get("LABLINE_PICTURES", "")
"""The folder for pictures of each step; without it none are taken."""
PATIENCE = 30_000  # milliseconds: machines are loaded


class Screen:
    """Has a window of the program open, and takes a picture of each step where pictures are wanted."""

    def __init__(self, qtbot, program, story: str) -> None:
        self.qtbot, self.program, self._story, self._step = qtbot, program, story, 0

    @property
    def context(self):
        return self.program.context

    @property
    def window(self):
        return self.program.window

    def settle(self) -> None:
        """Wait until nothing is typed, asked, built or drawn any more."""
        if QGuiApplication.focusWindow() is None:  # where no window manager gives the keyboard back after a menu
            self.window.activateWindow()
        for _ in range(3):  # an answer lays out what it changes, and a layout may ask
            self.until(self._is_quiet)
            QApplication.processEvents()
        self.until(self._is_quiet)
        QApplication.sendPostedEvents()
        canvases = (self.context.timeline.panel.canvas, self.context.charts.canvas, self.context.lineage.panel.canvas)
        for canvas in canvases:
            if canvas.isVisible():
                canvas.repaint()

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def _is_quiet(self) -> bool:
        context, program = self.context, self.program
        if self.window.findChild(QWidget, "curtain") is not None:  # another language is coming
            return False
        views = context.releases, context.timeline, context.charts, context.facets
        waits = [
            self.window.bar._typing.isActive(), context.inspector._timer.isActive(),
            context.releases._fetch_soon.isActive(), context.timeline._zoom_soon.isActive(),
            context.timeline.brushing.is_pending(), program._theme._soon.isActive(), context.people._pause.is_due(),
            context.lineage._zoom_soon.isActive(), context.sources.is_looking(), context.disagreements.is_waiting(),
            context.edits.is_busy(), context.panels.is_filling(), not context.inspector.document.is_written(),
            not context.people.profile.body.is_written(),
        ]  # fmt: skip
        whole = all(view.window() is self.window for view in views)
        return whole and self.window.updatesEnabled() and not context.runner.is_busy() and not any(waits)

    def picture(self, step: str) -> None:
        """Keep a picture of the window where pictures are wanted."""
        self._step += 1
        if PICTURES:
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            picture = self.window.grab()
            with QPainter(picture) as painter:
                for card in self.window.findChildren(HoverCard):
                    if card.isVisible():
                        painter.drawPixmap(self.window.mapFromGlobal(card.pos()), card.grab())
            assert picture.save(str(folder / f"{self._story}-{self._step:02}-{step}.png"))
