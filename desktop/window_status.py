"""The window's status bar: what is counted, how long the last query took, and whether anything can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.texts import tr
from desktop.widgets.plain import PlainLabel
from desktop.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.tally import Tally

LONG_ENOUGH = 6_000  # milliseconds that a message stays


class WindowStatus(StatusLine):
    """Counts on the left, then messages; the rest on the right."""

    def __init__(self) -> None:
        self._counts = PlainLabel()
        self._counts.setObjectName("counts")
        super().__init__(self._counts)
        self._time = PlainLabel()
        self._time.setObjectName("query_time")
        self._read_only = PlainLabel()
        self._read_only.setObjectName("read_only")
        self._read_only.hide()
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.addPermanentWidget(self._read_only)
        self.addPermanentWidget(self._time)

    def tell(self, text: str) -> None:
        """Say something for a while."""
        self.showMessage(text, LONG_ENOUGH)

    def show_tally(self, tally: Tally) -> None:
        """Say how many releases there are, and how many are selected."""
        self._counts.setText(tally.text())

    def show_time(self, milliseconds: float) -> None:
        """Say how long the last query took."""
        self._time.setText(tr("query {ms:.0f} ms", ms=milliseconds))

    def show_read_only(self, reason: str) -> None:
        """Say that nothing can be changed, and why; an empty reason says nothing."""
        self._read_only.setText(reason and tr("Read only"))
        self._read_only.setVisible(bool(reason))
        self._read_only.setAccessibleDescription(reason)
