"""Python's cyclic collector, kept to the UI thread and to a few milliseconds.

It runs in whichever thread happens to allocate. In a thread that reads the database it would free widgets there, which
ends the process, and stop every thread while many rows are built.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 200  # milliseconds
MOST = 20_000
"""Objects that are walked at once, which takes some ten milliseconds."""


class Collector(QObject):
    """Collects between events, youngest objects first, by Python's own thresholds.

    More than MOST objects at once, such as a library that was imported or the rows of a large file, are set aside for
    good: they end when nothing refers to them, and only those that refer to each other in a circle are kept.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        gc.freeze()  # what the window is made of stays as long as the program
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread works."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any, or set aside what is too much to walk."""
        due = -1
        for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count <= most:
                break
            due = generation
        if due < 0:
            return
        if gc.get_count()[0] > MOST or sum(len(gc.get_objects(older)) for older in range(due + 1)) > MOST:
            gc.freeze()
        else:
            gc.collect(due)
