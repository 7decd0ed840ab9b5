"""Where the keyboard and the scroll bars of a window are, while its views are built anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

PATIENCE = 2000
"""Milliseconds in which a view may fill itself; what is not as long then stays where it is."""


class KeptPlaces:
    """Notes places by the names of widgets, and finds them again in widgets of the same names."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        focused = window.focusWidget()
        self._focus = focused.objectName() if focused is not None else ""
        self._scrolled: dict[str, tuple[int, int]] = {}
        for area in window.findChildren(QAbstractScrollArea):
            place = (area.horizontalScrollBar().value(), area.verticalScrollBar().value())
            if area.objectName() and any(place):
                self._scrolled[area.objectName()] = place

    def restore(self) -> None:
        """Put everything back, once what the views ask for has come."""
        for name, (x, y) in self._scrolled.items():
            area = self._window.findChild(QAbstractScrollArea, name)
            if area is not None:
                _Return(area.horizontalScrollBar(), x)
                _Return(area.verticalScrollBar(), y)
        target = self._window.findChild(QWidget, self._focus) if self._focus else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


class _Return(QObject):
    """Moves a scroll bar as soon as it is long enough, unless the user moves it first."""

    def __init__(self, bar: QScrollBar, value: int) -> None:
        super().__init__(bar)
        self._bar, self._value = bar, value
        if not self._try():
            bar.rangeChanged.connect(self._try)
            bar.actionTriggered.connect(self.deleteLater)
            QTimer.singleShot(PATIENCE, self, self.deleteLater)

    def _try(self) -> bool:
        if self._bar.maximum() < self._value:
            return False
        self._bar.setValue(self._value)
        self.deleteLater()
        return True
