"""What the table says when the filter shows no release: why, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.texts import tr
from desktop.shared import Shared
from desktop.table.query import Answer, WaysOut, ways_out
from desktop.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from db.filters import FilterSpec
    from db.rows import Ref


class NothingFound(EmptyState):
    """Offers to drop the clause that is in the way, and what else is called so; what fills a database that is empty."""

    import_wanted = Signal()

    def __init__(self, shared: Shared, parent: QWidget) -> None:
        super().__init__(parent)
        self._filters, _selection, self._navigation, self._runner = shared.states
        self.setObjectName("no_releases")

    def explain(self, answer: Answer) -> None:
        """Say why an answer has no rows, at once; the ways out when they are known."""
        if answer.counts.total == 0:
            from desktop.empty_database import advise

            advise(self, self._runner.database, self.import_wanted.emit)
            return
        self.set_message(tr("No release matches"), self._filters.spec.describe())
        spec, listing = answer.question.spec, answer.question.listing
        self._runner.run("releases.rescue", partial(ways_out, listing=listing, spec=spec), partial(self._offer, spec))

    def _offer(self, spec: FilterSpec, ways_out: WaysOut) -> None:
        if spec != self._filters.spec:
            return
        ways, others = ways_out
        actions: list[tuple[str, Callable[[], object]]] = [
            (
                tr("Drop “{clause}”: {n:,}", clause=_within(spec.clauses[index].describe()), n=count),
                partial(self._filters.set, spec.without(index)),
            )
            for index, count in ways
            if count
        ]
        if not actions or len(spec.clauses) > 1:
            actions.append((tr("Show all releases"), self._filters.home))
        said = (
            tr("Each of these would bring some back.") if ways else tr("Dropping any one clause brings nothing back.")
        )
        if others:
            said = f"{tr('But something else is called so.')} {said if ways else ''}".strip()
            found = [
                (f"{tr(kind.value).capitalize()}: {other.name}", partial(self._visit, other)) for kind, other in others
            ]
            actions = [*found, *actions]
        self.set_message(tr("No release matches"), said, actions)

    def _visit(self, other: Ref) -> None:
        if other.id is not None:
            self._navigation.visit(other.id)


def _within(text: str) -> str:
    """A text to be quoted, with its own quotation marks as the inner ones."""
    return text.translate(str.maketrans("“”", "‘’"))
