"""Between the timeline and what is selected everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.state import SelectionState
from desktop.timeline.hover import TimelineHover
from desktop.timeline.panel import TimelinePanel
from desktop.timeline.query import lane_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Selecting(QObject):
    """Writes what the user selects on canvas and tray, and shows on both what is selected elsewhere."""

    def __init__(self, panel: TimelinePanel, selection: SelectionState, hover: TimelineHover) -> None:
        super().__init__(panel)
        self._panel, self._canvas, self._selection, self._hover = panel, panel.canvas, selection, hover
        self._followed: int | None = None
        selection.changed.connect(self.show)
        canvas = panel.canvas
        canvas.picked.connect(self.pick)
        canvas.area_picked.connect(self._pick_area)
        canvas.walked.connect(self._walk)
        canvas.cleared.connect(self._clear)
        panel.tray.picked.connect(selection.set)

    def show(self) -> None:
        """Show what is selected; bring a focus that came from elsewhere into sight."""
        canvas, focus = self._canvas, self._selection.focus
        if canvas.scene is None:
            return
        canvas.set_scene(replace(canvas.scene, selected=self._selection.ids, focus=focus))
        self._panel.tray.show_selection(self._selection.ids, focus)
        position = canvas.focus_position()
        if focus != self._followed and position is not None:
            canvas.show_position(position, lane_of(canvas.scene, position))
        self._followed = focus

    def pick(self, position: int, toggle: bool) -> None:
        """Select a mark; with `toggle` add it to the others or take it away."""
        chosen = self._id_of(position)
        if chosen is not None:
            self._followed = chosen  # it is in sight: the marks stay where they are
            ids = self._selection.ids.symmetric_difference((chosen,)) if toggle else frozenset((chosen,))
            self._selection.set(ids, chosen)

    def pick_for_menu(self, position: int) -> None:
        """Select a mark unless it is one of those that are selected."""
        if self._id_of(position) not in self._selection.ids:
            self.pick(position, toggle=False)

    def _pick_area(self, positions: NDArray[np.int64], add: bool) -> None:
        scene = self._canvas.scene
        if scene is not None:
            ids = frozenset(scene.timeline.ids[positions[scene.shown[positions]]].tolist())
            self._selection.set(self._selection.ids | ids if add else ids, self._selection.focus)

    def _walk(self, position: int) -> None:
        """The keyboard goes on to a mark: it gets the focus, comes into sight, and its card comes after a rest."""
        chosen = self._id_of(position)
        if chosen is not None:
            self._selection.set_focus(chosen)
            self._hover.rest_on(position)

    def _clear(self) -> None:
        self._selection.set((), self._selection.focus)

    def _id_of(self, position: int) -> int | None:
        scene = self._canvas.scene
        return None if scene is None else int(scene.timeline.ids[position])
