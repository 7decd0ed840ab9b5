"""What the status bar counts: what the filter shows, and what is selected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.texts import tr, tr_n
from desktop.state import FilterState, SelectionState
from desktop.tasks import QueryRunner

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec
    from db.rows import Counts, Spread


@dataclass(frozen=True, slots=True)
class Tally:
    """Releases that match and all of them; selected ones that the filter shows, that it hides, and of other kinds."""

    matching: int
    total: int
    shown: int
    hidden: int
    others: int

    @classmethod
    def of(cls, counts: Counts, spread: Spread) -> Tally:
        """From the answers of two queries."""
        return cls(counts.matching, counts.total, spread.shown, spread.hidden, spread.others)

    def text(self) -> str:
        """In words: 12 of 31 releases · 3 selected (1 hidden by the filter, 1 of another kind)."""
        found = tr_n(
            "{matching:,} of {n:,} release", "{matching:,} of {n:,} releases", self.total, matching=self.matching
        )
        selected = self.shown + self.hidden + self.others
        if not selected:
            return found
        said = tr("{n:,} selected", n=selected)
        parts = []
        if self.hidden:
            parts.append(tr("{n:,} hidden by the filter", n=self.hidden))
        if self.others:
            parts.append(tr_n("{n:,} of another kind", "{n:,} of other kinds", self.others))
        if parts:
            said = tr("{said} ({parts})", said=said, parts=tr(", ").join(parts))
        return f"{found} · {said}"


class Tallies(QObject):
    """Counts again whenever filter or selection change, whichever views are open."""

    told = Signal(object)
    """A new Tally."""

    def __init__(
        self, filters: FilterState, selection: SelectionState, runner: QueryRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._runner = filters, selection, runner
        filters.changed.connect(self.reload)
        selection.changed.connect(self.reload)

    def reload(self) -> None:
        """Count again."""
        work = partial(_ask, spec=self._filters.spec, selected=self._selection.ids)
        self._runner.run("tally", work, self.told.emit, patient=True)


def _ask(conn: Connection, spec: FilterSpec, selected: frozenset[int]) -> Tally:
    from db import queries
    from db.kinds import Kind

    counts = queries.count(conn, Kind.RELEASE, spec)
    return Tally.of(counts, queries.spread(conn, Kind.RELEASE, spec, selected))
