"""Between the canvas's brush and the filter's: live, at most once a frame."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from desktop.state import FilterState
from desktop.timeline.brush import Span, clause, span_of
from desktop.timeline.canvas import TimelineCanvas
from desktop.widgets.announce import announce

FRAME = 16  # milliseconds between two brushes that the other views are told of


class Brushing(QObject):
    """Writes what the user brushes into the filter, and shows on the canvas what is brushed elsewhere."""

    def __init__(self, canvas: TimelineCanvas, filters: FilterState) -> None:
        super().__init__(canvas)
        self._canvas, self._filters = canvas, filters
        self._span: Span | None = None
        self._told = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._tell)
        canvas.brushed.connect(self._take)
        canvas.brush_kept.connect(self._keep)
        canvas.brush_dropped.connect(self._drop)
        filters.written.connect(self.show)

    def is_pending(self) -> bool:
        """Whether the other views have not yet heard of the last change."""
        return self._soon.isActive()

    def show(self) -> None:
        """Show the brush that is in force, unless the user is just brushing another."""
        if not self._soon.isActive():
            self._canvas.set_brush(span_of(self._filters.brush, self._canvas.whole()))

    def _take(self, span: Span | None) -> None:
        """Show it at once, and tell the other views as well, or when a frame has passed since the last time."""
        self._span = span
        self._canvas.set_brush(span)
        if not self._told.isValid() or self._told.hasExpired(FRAME):
            self._tell()
        elif not self._soon.isActive():
            self._soon.start(FRAME - self._told.elapsed())

    def _tell(self) -> None:
        self._soon.stop()
        before = self._filters.brush
        self._filters.set_brush(None if self._span is None else clause(self._span))
        if self._filters.brush == before:
            return
        self._told.start()
        if self._filters.brush is not None:
            announce(self._canvas, self._filters.brush.describe())

    def _keep(self) -> None:
        if self._soon.isActive():
            self._tell()
        self._filters.keep_brush()

    def _drop(self) -> None:
        self._soon.stop()
        self._filters.set_brush(None)
        self.show()
