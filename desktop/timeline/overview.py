"""The strip below the timeline: the whole span, how much lies where, and the window in sight to drag."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from db.texts import tr
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.drawing import TimelineDrawing
from desktop.drawing.timeline.overview_painter import window_rect
from desktop.timeline.words import sight_text

HEIGHT = 32
NEAR = 6.0  # pixels from an end of the window at which it is taken
SHORTEST = 2.0  # days that the window keeps
STEP, PAGE, ZOOM = 0.1, 0.9, 1.25  # shares of the window, and times
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class OverviewStrip(QAbstractSlider):
    """Dragging the window pans, dragging an end zooms, a press elsewhere brings the window there.

    To screen readers it is a slider, whose value is the place of the window's middle as a percentage.
    """

    span_wanted = Signal(object)
    """The days (a Span) that the user wants in sight."""

    def __init__(self, drawing: TimelineDrawing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_overview")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)
        self._drawing, self._look = drawing, look
        self._window = TimeScale(*drawing.whole(), 0.0, 1.0)
        self._without_dates: NDArray[np.bool_] | None = None
        self._held: tuple[float | None, float] | None = None
        self.setRange(0, 100)
        self.setAccessibleName(tr("Overview"))
        self.valueChanged.connect(self._go_to_share)

    def set_look(self, look: Look) -> None:
        """Other colours."""
        self._look = look
        self.update()

    def set_answer(self, without_dates: NDArray[np.bool_]) -> None:
        """What the filter shows but for its dates, for each position of the timeline."""
        self._without_dates = without_dates
        self.update()

    def set_window(self, window: TimeScale) -> None:
        """The days in sight are these."""
        if window != self._window:
            self._window = window
            self.blockSignals(True)
            self.setValue(round(self._share() * 100))
            self.blockSignals(False)
            self.setAccessibleDescription(sight_text(window))
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the canvas."""
        return QSize(760, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip."""
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            if self._without_dates is None:
                painter.fillRect(rect, self._look.colour("surface"))
            else:
                self._drawing.draw_overview(painter, rect, self._whole(), self._window, self._without_dates)
            if self.hasFocus():
                painter.setPen(QPen(self._look.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the window or one of its ends; elsewhere bring its middle there and take it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        window, day = self._window, self._whole().day(event.position().x())
        end = self._end_at(event.position())
        frame = self._frame()
        if end is not None:
            self._held = (window.last if end == 0 else window.first, 0.0)
            return
        if not frame.left() <= event.position().x() < frame.right():
            first = day - window.days / 2
            self.span_wanted.emit((first, first + window.days))
            self._held = (None, -window.days / 2)
        else:
            self._held = (None, window.first - day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan or zoom."""
        if self._held is None:
            at_end = self._end_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if at_end else Qt.CursorShape.ArrowCursor)
            return
        fixed, off = self._held
        day = self._whole().day(event.position().x())
        if fixed is None:
            self.span_wanted.emit((day + off, day + off + self._window.days))
        elif abs(day - fixed) >= SHORTEST:
            self.span_wanted.emit((min(day, fixed), max(day, fixed)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the middle of the window."""
        self._zoom(ZOOM ** (event.angleDelta().y() / 120))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan and Page keys by a window, Home and End to the ends, + and − zoom, 0 shows all."""
        key, window, whole = event.key(), self._window, self._whole()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in (Key.Key_Left, Key.Key_Right, Key.Key_PageUp, Key.Key_PageDown):
            share = STEP if key in (Key.Key_Left, Key.Key_Right) else PAGE
            self._pan(share * window.days * (1 if key in (Key.Key_Right, Key.Key_PageDown) else -1))
        elif key == Key.Key_Home:
            self._pan(whole.first - window.first)
        elif key == Key.Key_End:
            self._pan(whole.last - window.last)
        elif event.text() in ("+", "=", "-", "−"):
            self._zoom(ZOOM if event.text() in "+=" else 1 / ZOOM)
        elif key == Key.Key_0:
            self.span_wanted.emit(None)
        else:
            super().keyPressEvent(event)

    def _whole(self) -> TimeScale:
        return TimeScale(*self._drawing.whole(), 0.0, float(max(self.width(), 1)))

    def _frame(self) -> QRectF:
        """Where the window is drawn."""
        return window_rect(QRectF(self.rect()), self._whole(), self._window)

    def _end_at(self, place: QPointF) -> int | None:
        """Which end of the window is at a place: 0 or 1."""
        frame = self._frame()
        away = [abs(end - place.x()) for end in (frame.left(), frame.right())]
        nearest = 0 if away[0] < away[1] else 1
        return nearest if away[nearest] <= min(NEAR, frame.width() / 3) else None

    def _share(self) -> float:
        """Where the middle of the window is, from 0 to 1."""
        whole = self._whole()
        return min(max(((self._window.first + self._window.last) / 2 - whole.first) / whole.days, 0.0), 1.0)

    def _go_to_share(self, percent: int) -> None:
        """A screen reader moves the slider."""
        self._pan((percent / 100 - self._share()) * self._whole().days)

    def _pan(self, days: float) -> None:
        self.span_wanted.emit((self._window.first + days, self._window.last + days))

    def _zoom(self, factor: float) -> None:
        scale = self._window.zoomed(factor, (self._window.first + self._window.last) / 2)
        self.span_wanted.emit((scale.first, scale.last))
