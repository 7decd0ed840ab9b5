"""What all views share: the filter in force, the selection, and where the user is. Views know each other through these.

The history walks places: filter, focus, perspective and zooms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from db.clauses import Range
    from db.filters import FilterSpec

LONGEST_HISTORY = 200
FIRST_PERSPECTIVE = "releases"
Span = tuple[float, float]
"""First and last day that a view shows, as ordinals of `datetime.date` with fractions."""


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


class FilterState(QObject):
    """The filter in force: what the user wrote or clicked together, and a brushed range of dates on top of it."""

    stepped = Signal(bool)
    """The base is another one: a step to return from. True while the user is typing it."""
    written = Signal()
    """The base or the brush is another one, even if both together still say the same."""
    changed = Signal(object)
    """The new FilterSpec in force. Comes after the other two."""

    def __init__(self, spec: FilterSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = spec
        self._base = self._spec = spec
        self._brush: Range | None = None

    @property
    def spec(self) -> FilterSpec:
        """The filter in force, with the brush: what every view shows."""
        return self._spec

    @property
    def base(self) -> FilterSpec:
        """The filter without the brush: what the bar's text says."""
        return self._base

    @property
    def brush(self) -> Range | None:
        """A clause on the date that is not yet part of the filter."""
        return self._brush

    def set(self, spec: FilterSpec, *, typing: bool = False) -> None:
        """Use another filter. An equal one emits nothing.

        A brush is dropped; it stays in force as part of `spec` where that was made from the filter in force. With
        `typing` it continues the one before, if that was typed too: a word is one step back, not five.
        """
        self._write(spec, None, step=True, typing=typing)

    def restore(self, spec: FilterSpec) -> None:
        """Use an earlier filter: no step, since the history has it."""
        self._write(spec, None, step=False)

    def home(self) -> None:
        """Show everything again."""
        self.set(self._home)

    def set_brush(self, clause: Range | None) -> None:
        """Put a range of dates in place of the filter's own while the user brushes it, or take it away again."""
        self._write(self._base, clause, step=False)

    def keep_brush(self) -> None:
        """Make the brush part of the filter."""
        if self._brush is not None:
            self.set(self._spec)

    def _write(self, base: FilterSpec, brush: Range | None, *, step: bool, typing: bool = False) -> None:
        if (base, brush) == (self._base, self._brush):
            return
        steps = step and base != self._base
        before = self._spec
        self._base, self._brush = base, brush
        self._spec = base if brush is None else base.replace(brush.key, (brush,))
        if steps:
            self.stepped.emit(typing)
        self.written.emit()
        if self._spec != before:
            self.changed.emit(self._spec)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was: the filter, the entity looked at, the arrangement of views and how far each is zoomed."""

    spec: FilterSpec
    focus: int | None
    perspective: str = FIRST_PERSPECTIVE
    zooms: Mapping[str, Span] = field(default_factory=dict)


class NavigationState(QObject):
    """The perspective and the zoom of each view, and the way back to earlier places."""

    perspective_changed = Signal(str)
    zoom_changed = Signal(str)
    """The view whose zoom is another one."""
    history_changed = Signal()

    def __init__(
        self,
        filters: FilterState,
        selection: SelectionState,
        parent: QObject | None = None,
        *,
        perspective: str = FIRST_PERSPECTIVE,
    ) -> None:
        super().__init__(parent)
        self._filters, self._selection = filters, selection
        self._perspective = perspective
        self._zooms: dict[str, Span] = {}
        self._places = [self._here()]
        self._index = 0
        self._run = ""  # what the last step was, if more of the same belongs to it
        filters.stepped.connect(self._on_filter)

    @property
    def place(self) -> Place:
        """Where the user is now."""
        return self._here()

    @property
    def perspective(self) -> str:
        """The name of the arrangement of views."""
        return self._perspective

    def set_perspective(self, name: str) -> None:
        """Use another arrangement. The same one emits nothing."""
        if name != self._perspective:
            self._leave()
            self._perspective = name
            self._step()
            self.perspective_changed.emit(name)

    def zoom(self, view: str) -> Span | None:
        """The days that a view shows; None fits everything."""
        return self._zooms.get(view)

    def set_zoom(self, view: str, span: Span | None) -> None:
        """Zoom a view. Zooming and panning on is one step; an equal span emits nothing."""
        if span != self._zooms.get(view):
            self._leave()
            self._put_zoom(view, span)
            self._step(f"zoom {view}")
            self.zoom_changed.emit(view)

    def begin(self, zooms: Mapping[str, Span]) -> None:
        """Zoom views as they were when the program ended; all that is in force is where the user begins, no step."""
        self._zooms = dict(zooms)
        self._places, self._index, self._run = [self._here()], 0, ""
        for view in zooms:
            self.zoom_changed.emit(view)

    def visit(self, entity_id: int) -> None:
        """Follow a link to an entity: it gets the focus, and `back` returns."""
        if entity_id != self._selection.focus:
            self._leave()
            self._selection.set_focus(entity_id)
            self._step()

    def open(
        self,
        spec: FilterSpec,
        *,
        focus: int | None = None,
        perspective: str | None = None,
        zooms: Mapping[str, Span] | None = None,
    ) -> None:
        """Go to a place that was kept or linked, in one step. What is None stays as it is."""
        here = self._here()
        place = Place(
            spec,
            here.focus if focus is None else focus,
            perspective or here.perspective,
            here.zooms if zooms is None else zooms,
        )
        self._filters.set_brush(None)
        if place != here:
            self._leave()
            self._show(place)
            self._step()

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

    def _here(self) -> Place:
        return Place(self._filters.base, self._selection.focus, self._perspective, dict(self._zooms))

    def _on_filter(self, typing: bool) -> None:
        self._leave()
        self._step("typing" if typing else "")

    def _leave(self) -> None:
        """Note the entity looked at last: moving the focus is no step of its own."""
        self._places[self._index] = replace(self._places[self._index], focus=self._selection.focus)

    def _step(self, run: str = "") -> None:
        """Note where the user is now; in place of the last step if both are parts of one run."""
        continued = run != "" and run == self._run
        self._run = run
        if continued:
            self._places[self._index] = self._here()
            return
        self._places = [*self._places[: self._index + 1], self._here()][-LONGEST_HISTORY:]
        self._index = len(self._places) - 1
        self.history_changed.emit()

    def _go(self, index: int) -> None:
        self._leave()
        self._index = index
        self._run = ""
        self._show(self._places[index])
        self.history_changed.emit()

    def _show(self, place: Place) -> None:
        """Make all that is shared say what a place says. Whatever does not differ is silent."""
        self._selection.set_focus(place.focus)
        self._filters.restore(place.spec)
        if place.perspective != self._perspective:
            self._perspective = place.perspective
            self.perspective_changed.emit(place.perspective)
        for view in {*self._zooms, *place.zooms}:
            span = place.zooms.get(view)
            if span != self._zooms.get(view):
                self._put_zoom(view, span)
                self.zoom_changed.emit(view)

    def _put_zoom(self, view: str, span: Span | None) -> None:
        if span is None:
            self._zooms.pop(view, None)
        else:
            self._zooms[view] = span
