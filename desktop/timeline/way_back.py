"""The way back from days without any mark: at each edge a button that tells how many lie beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from db.texts import tr_n
from desktop.timeline.query import lane_of

if TYPE_CHECKING:
    from desktop.timeline.canvas import TimelineCanvas

SOON = 50  # milliseconds after which the marks in sight are counted: less often than there are frames
INSET = 8  # pixels


class WayBack(QObject):
    """Looks, soon after each move, whether any mark that the filter shows is in sight, and shows the buttons if not."""

    def __init__(self, canvas: TimelineCanvas, over: QWidget) -> None:
        """The buttons lie on `over`, a widget in which the canvas is."""
        super().__init__(over)
        self._canvas, self._over = canvas, over
        self._before, self._after = self._button("timeline_earlier", 0), self._button("timeline_later", 1)
        self._nearest: tuple[int, int] = (-1, -1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.look)
        canvas.painted.connect(self._wait)

    def look(self) -> None:
        """Count what is before, in and after the sight."""
        scene, scale = self._canvas.scene, self._canvas.scale
        if scene is None:
            return
        timeline = scene.timeline
        shown = scene.shown[: timeline.dated]
        first, last = timeline.first[: timeline.dated], timeline.last[: timeline.dated]
        before = np.flatnonzero(shown & (last + 1 <= scale.first))
        after = np.flatnonzero(shown & (first >= scale.last))
        lost = 0 < len(before) + len(after) == int(np.count_nonzero(shown))
        self._nearest = (
            int(before[np.argmax(last[before])]) if len(before) else -1,
            int(after[0]) if len(after) else -1,
        )
        self._show(self._before, f"← {tr_n('{n:,} earlier', '{n:,} earlier', len(before))}", lost and len(before) > 0)
        self._show(self._after, f"{tr_n('{n:,} later', '{n:,} later', len(after))} →", lost and len(after) > 0)

    def _wait(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _button(self, name: str, side: int) -> QPushButton:
        button = QPushButton("→" if side else "←", self._over)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Home and End lead there by keyboard
        button.hide()
        button.clicked.connect(lambda: self._go(side))
        return button

    def _show(self, button: QPushButton, text: str, wanted: bool) -> None:
        if wanted:
            button.setText(text)
            button.adjustSize()
            place, canvas = self._canvas.mapTo(self._over, self._canvas.rect().topLeft()), self._canvas
            high = canvas.height() - round(canvas.drawing.axis_height())
            x = INSET if button is self._before else canvas.width() - INSET - button.width()
            button.move(place.x() + x, place.y() + max(high - button.height(), 0) // 2)
        if wanted != button.isVisible():
            button.setVisible(wanted)
            button.raise_()

    def _go(self, side: int) -> None:
        """Bring the nearest mark of a side into sight."""
        scene, position = self._canvas.scene, self._nearest[side]
        if scene is not None and 0 <= position < scene.timeline.dated:
            self._canvas.show_position(position, lane_of(scene, position))
