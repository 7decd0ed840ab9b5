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
        self._older = [0, 0]
        """At most so many objects are in the two older generations."""
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._set_aside()  # what the window is made of stays as long as the program
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread works."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any, or set aside what is too much to walk.

        How much that is follows from what came into a generation. To list the objects themselves would hold tuples
        that another thread is just making, and Python gives up on those.
        """
        counts = gc.get_count()
        due = -1
        for generation, (count, most) in enumerate(zip(counts, gc.get_threshold(), strict=True)):
            if count <= most:
                break
            due = generation
        if due < 0:
            return
        walked = counts[0] + sum(self._older[:due])
        if walked > MOST:
            self._set_aside()
            return
        left = walked - gc.collect(due)
        self._older[:due] = [0] * due
        if due < len(self._older):
            self._older[due] += left
        else:
            self._older[-1] = left

    def _set_aside(self) -> None:
        gc.freeze()
        self._older = [0, 0]
