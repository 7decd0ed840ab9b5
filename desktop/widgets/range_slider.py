"""A range of numbers, set by two handles over an optional histogram."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from db.texts import tr
from desktop.widgets.range_handle import RADIUS, STEPS, Handle

TRACK = 4
BARS = 36  # height of the histogram
Bound = float | None
Action = QAbstractSlider.SliderAction
MOVES = {  # by key or by a screen reader: up or down, and whether by a page
    Action.SliderSingleStepAdd: (1, False),
    Action.SliderSingleStepSub: (-1, False),
    Action.SliderPageStepAdd: (1, True),
    Action.SliderPageStepSub: (-1, True),
}


class RangeSlider(QWidget):
    """Two handles on a linear or logarithmic scale. A handle at its end of the scale means an open end: None.

    Tab goes from one handle to the other; arrows, Page keys, Home and End move it. `changing` comes while the mouse
    drags, `changed` when it lets go and after each key. `set_range` emits nothing. `format_value` writes a value in
    words, `snap` rounds a value that a handle gives to one that people would write. `step` gives the next value up (1)
    or down (-1), or one a page away; without it a step is a hundredth of the scale, a page a tenth.
    """

    changing = Signal(object, object)
    changed = Signal(object, object)

    def __init__(
        self,
        name: str,
        format_value: Callable[[float], str],
        parent: QWidget | None = None,
        *,
        scale: Literal["linear", "log"] = "linear",
        snap: Callable[[float], float] = float,
        step: Callable[[float, int, bool], float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._format, self._snap, self._step, self._log = format_value, snap, step, scale == "log"
        self._bounds = (1.0, 10.0) if self._log else (0.0, 1.0)
        self._range: tuple[Bound, Bound] = (None, None)
        self._bars: tuple[float, ...] = ()
        self._dragged: Handle | None = None
        self._off = 0.0  # pixels from the dragged handle's middle to where it was taken
        self.setAccessibleName(name)
        self.low = Handle(self, tr("{field}, {end}", field=name, end=tr("from")))
        self.high = Handle(self, tr("{field}, {end}", field=name, end=tr("to")))
        self.low.setObjectName("low")
        self.high.setObjectName("high")
        for handle in (self.low, self.high):
            handle.valueChanged.connect(self._on_moved)
            handle.actionTriggered.connect(partial(self._on_action, handle))
        self._follow()

    @property
    def range(self) -> tuple[Bound, Bound]:
        """The chosen ends; None is open."""
        return self._range

    def set_bounds(self, low: float, high: float) -> None:
        """The ends of the scale: equal where there is one value alone, with nothing to choose.

        Raises ValueError if they are not in order, or not positive on a logarithmic scale.
        """
        if low > high or (self._log and low <= 0):
            raise ValueError(f"A slider cannot go from {low} to {high}.")
        if (low, high) != self._bounds:
            self._bounds = (low, high)
            self.setEnabled(low < high)
            self._follow()

    def set_histogram(self, counts: Sequence[float]) -> None:
        """Bars of equal width on the scale behind the handles, or none."""
        bars = tuple(counts)
        if bars != self._bars:
            self._bars = bars
            self.updateGeometry()
            self._follow()

    def set_range(self, low: Bound, high: Bound) -> None:
        """Show this range, without a signal. Values outside the bounds are kept, with the handle at the end."""
        if (low, high) != self._range:
            self._range = (low, high)
            self._follow()

    def sizeHint(self) -> QSize:
        """The histogram, the track and the line of text."""
        return QSize(200, self._track_y() + RADIUS + 6 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(72, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the handles on the track."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace open the end that has the focus."""
        handle = self.focusWidget()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and isinstance(handle, Handle):
            handle.setValue(0 if handle is self.low else STEPS)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest handle and begin to drag it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        to_low, to_high = (abs(x - self._x(handle.value())) for handle in (self.low, self.high))
        # Of two in one place the one that can move towards the pointer.
        nearer_low = to_low < to_high or (to_low == to_high and x < self._x(self.low.value()))
        self._dragged = self.low if nearer_low or self.low.value() == STEPS else self.high
        # Taken by its dot, a handle does not jump to the pointer's very middle.
        off = x - self._x(self._dragged.value())
        self._off = off if abs(off) <= RADIUS else 0.0
        self._dragged.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged.raise_()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the dragged handle."""
        if self._dragged is not None:
            share = (event.position().x() - self._off - RADIUS - 2) / max(1, self.width() - 2 * RADIUS - 4)
            self._dragged.setValue(round(min(1.0, max(0.0, share)) * STEPS))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the drag."""
        if self._dragged is not None:
            self._dragged = None
            self.changed.emit(*self._range)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the histogram, the track and the two values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, y = self.palette(), self._track_y()
        left, right = self._x(self.low.value()), self._x(self.high.value())
        self._paint_bars(painter, left, right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.mid())
        painter.drawRoundedRect(QRectF(self._x(0), y - TRACK / 2, self._x(STEPS) - self._x(0), TRACK), 2, 2)
        painter.setBrush(palette.accent() if self.isEnabled() else palette.dark())
        painter.drawRoundedRect(QRectF(left, y - TRACK / 2, right - left, TRACK), 2, 2)
        texts = self.rect().adjusted(2, y + RADIUS + 4, -2, 0)
        if self._bounds[0] == self._bounds[1]:
            painter.setPen(palette.text().color())
            middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(texts, middle, self._format(self._bounds[0]))
            return
        for value, bound, side in zip(
            self._range, self._bounds, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            painter.setPen((palette.placeholderText() if value is None else palette.text()).color())
            written = self._format(bound if value is None else value)
            written = self.fontMetrics().elidedText(written, Qt.TextElideMode.ElideRight, texts.width() // 2 - 2)
            painter.drawText(texts, side | Qt.AlignmentFlag.AlignTop, written)

    def _paint_bars(self, painter: QPainter, left: float, right: float) -> None:
        highest = max(self._bars, default=0)
        if not highest:
            return
        start, width = self._x(0), (self._x(STEPS) - self._x(0)) / len(self._bars)
        inside: list[QRectF] = []
        outside: list[QRectF] = []
        for index, count in enumerate(self._bars):
            x = start + index * width
            height = max(1.0, BARS * count / highest)
            if count:
                bar = QRectF(x, BARS - height, max(1.0, width - 1), height)
                (inside if left <= x + width / 2 <= right else outside).append(bar)
        painter.setPen(Qt.PenStyle.NoPen)
        for bars, brush in ((inside, self.palette().dark()), (outside, self.palette().mid())):
            painter.setBrush(brush)
            painter.drawRects(bars)

    def _on_action(self, handle: Handle, action: int) -> None:
        """A key or a screen reader moves a handle by one step: to the next value, however near it lies."""
        move = MOVES.get(Action(action))
        if self._step is None or move is None:
            return
        is_low = handle is self.low
        now = self._range[0 if is_low else 1]
        value = self._step(self._bounds[0 if is_low else 1] if now is None else now, *move)
        other = self._range[1 if is_low else 0]
        if is_low:
            end = None if value <= self._bounds[0] else min(value, self._bounds[1] if other is None else other)
            self._range = (end, other)
        else:
            end = None if value >= self._bounds[1] else max(value, self._bounds[0] if other is None else other)
            self._range = (other, end)
        self._follow()
        handle.setSliderPosition(handle.value())  # in place of where Qt would put it
        if end != now:
            self.changed.emit(*self._range)

    def _on_moved(self) -> None:
        """A handle was moved by the user: keep the two in order and say so."""
        moved = self.sender()
        low, high = self.low.value(), self.high.value()
        if moved is self.low:
            self._show_positions(min(low, high), high)
            self._range = (self._value_of(self.low.value(), 0), self._range[1])
        else:
            self._show_positions(low, max(low, high))
            self._range = (self._range[0], self._value_of(self.high.value(), STEPS))
        self._describe()
        self._place()
        if self._dragged is None:
            self.changed.emit(*self._range)
        else:
            self.changing.emit(*self._range)

    def _follow(self) -> None:
        """Bring handles and words to the range in force."""
        low, high = self._range
        self._show_positions(
            0 if low is None else self._position_of(low), STEPS if high is None else self._position_of(high)
        )
        self._describe()
        self._place()

    def _show_positions(self, low: int, high: int) -> None:
        for handle, position in ((self.low, low), (self.high, high)):
            if handle.value() != position:
                handle.blockSignals(True)
                handle.setValue(position)
                handle.blockSignals(False)

    def _describe(self) -> None:
        for handle, value in zip((self.low, self.high), self._range, strict=True):
            handle.setAccessibleDescription(tr("no limit") if value is None else self._format(value))

    def _place(self) -> None:
        for handle in (self.low, self.high):
            handle.move(round(self._x(handle.value())) - RADIUS - 2, self._track_y() - RADIUS - 2)
        if self.low.value() == STEPS:
            self.low.raise_()  # else the other one, which cannot move, would cover it
        self.update()

    def _track_y(self) -> int:
        return (BARS if self._bars else 0) + RADIUS + 2

    def _x(self, position: int) -> float:
        return RADIUS + 2 + (self.width() - 2 * RADIUS - 4) * position / STEPS

    def _value_of(self, position: int, open_end: int) -> Bound:
        """The value at a position, or None at the open end: a limit that all meet would leave out the unknown alone."""
        (low, high), share = self._bounds, position / STEPS
        value = self._snap(low * (high / low) ** share if self._log else low + (high - low) * share)
        if position == open_end or (open_end == 0 and value <= low) or (open_end == STEPS and value >= high):
            return None
        return value

    def _position_of(self, value: float) -> int:
        low, high = self._bounds
        if low == high:
            return 0 if value <= low else STEPS
        inside = min(high, max(low, value))
        share = math.log(inside / low) / math.log(high / low) if self._log else (inside - low) / (high - low)
        return round(share * STEPS)
