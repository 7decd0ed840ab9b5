"""The card of what the pointer or the keyboard rests on, on a canvas that is zoomed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRectF, QTimer

from desktop.tasks import QueryRunner
from desktop.timeline.zoomed_canvas import ZoomedCanvas
from desktop.widgets.hover_card import HoverCard

REST = 300  # milliseconds on a mark before its card comes
Canvas = TypeVar("Canvas", bound=ZoomedCanvas)
Found = TypeVar("Found")


class CanvasHover(QObject, Generic[Canvas, Found]):
    """Waits until the pointer rests; its heir asks for what the card says."""

    def __init__(self, canvas: Canvas, runner: QueryRunner) -> None:
        super().__init__(canvas)
        self._canvas, self._runner = canvas, runner
        self.card = HoverCard(canvas)
        self._found: Found | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask)
        canvas.pointed.connect(self.rest_on)
        canvas.moved.connect(self.hide)

    def rest_on(self, found: Found | None) -> None:
        """The pointer or the keyboard is on this now."""
        if found != self._found:
            self.hide()
            self._found = found
            if found is not None:
                self._rest.start()

    def hide(self) -> None:
        """Take the card away."""
        self._found = None
        self._rest.stop()
        self.card.hide()

    def _ask(self) -> None:
        raise NotImplementedError

    def _tell(self, lines: Sequence[str], rect: QRectF) -> None:
        self.card.tell(lines, self._canvas.on_screen(rect))
