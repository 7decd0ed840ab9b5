"""Python's cyclic collector, kept to the UI thread.

It runs in whichever thread happens to allocate. In a thread that reads the database it would free widgets there, which
ends the process, and stop every thread while many rows are built.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500  # milliseconds


class Collector(QObject):
    """Collects between events, youngest objects first, by Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread works."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any."""
        due = -1
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count <= most:
                break
            due = generation
        if due >= 0:
            gc.collect(due)
