"""What all views share: the filter in force and the selection. Views hear of each other through these two alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from db.filters import FilterSpec

LONGEST_HISTORY = 200


class SelectionState(QObject):
    """Which entities are selected, and which one has the focus: the inspector shows that one.

    Selected entities stay selected when a filter hides them.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[int] = frozenset()
        self._focus: int | None = None

    @property
    def ids(self) -> frozenset[int]:
        """Ids of the selected entities."""
        return self._ids

    @property
    def focus(self) -> int | None:
        """Id of the entity with the focus, if any."""
        return self._focus

    def set(self, ids: Iterable[int], focus: int | None) -> None:
        """Select these. An equal selection emits nothing."""
        frozen = ids if isinstance(ids, frozenset) else frozenset(ids)
        if focus == self._focus and (frozen is self._ids or frozen == self._ids):
            return
        self._ids, self._focus = frozen, focus
        self.changed.emit()

    def set_focus(self, focus: int | None) -> None:
        """Move the focus and leave the selection."""
        self.set(self._ids, focus)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was: a filter and the entity looked at."""

    spec: FilterSpec
    focus: int | None


class FilterState(QObject):
    """The filter in force, and the way back to earlier ones and to earlier links followed."""

    changed = Signal(object)
    """The new FilterSpec."""
    history_changed = Signal()

    def __init__(self, spec: FilterSpec, selection: SelectionState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = spec
        self._spec = spec
        self._selection = selection
        self._places = [Place(spec, None)]
        self._index = 0
        self._typing = False

    @property
    def spec(self) -> FilterSpec:
        """The filter in force."""
        return self._spec

    def set(self, spec: FilterSpec, *, typing: bool = False) -> None:
        """Use another filter. An equal one emits nothing.

        With `typing` it continues the one before, if that was typed too: a word is one step back, not five.
        """
        if spec == self._spec:
            return
        continued = typing and self._typing
        self._typing = typing
        if continued:
            self._places[self._index] = Place(spec, self._selection.focus)
        else:
            self._step(Place(spec, self._selection.focus))
        self._show(spec)

    def visit(self, entity_id: int) -> None:
        """Follow a link to an entity: it gets the focus, and `back` returns."""
        if entity_id == self._selection.focus:
            return
        self._typing = False
        self._step(Place(self._spec, entity_id))
        self._selection.set_focus(entity_id)
        self.history_changed.emit()

    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._index > 0

    def can_go_forward(self) -> bool:
        """Whether `back` was used."""
        return self._index + 1 < len(self._places)

    def back(self) -> None:
        """Return to the place before."""
        if self.can_go_back():
            self._go(self._index - 1)

    def forward(self) -> None:
        """Undo `back`."""
        if self.can_go_forward():
            self._go(self._index + 1)

    def home(self) -> None:
        """Show everything again."""
        self.set(self._home)

    def _step(self, place: Place) -> None:
        self._leave()
        self._places = [*self._places[: self._index + 1], place][-LONGEST_HISTORY:]
        self._index = len(self._places) - 1

    def _leave(self) -> None:
        self._places[self._index] = replace(self._places[self._index], focus=self._selection.focus)

    def _go(self, index: int) -> None:
        self._leave()
        self._index = index
        self._typing = False
        place = self._places[index]
        self._selection.set_focus(place.focus)
        self._show(place.spec)

    def _show(self, spec: FilterSpec) -> None:
        differs = spec != self._spec
        self._spec = spec
        if differs:
            self.changed.emit(spec)
        self.history_changed.emit()
