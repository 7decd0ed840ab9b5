"""The timeline's widgets and how they keep together: names beside lanes, the strip's window, screen readers' tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from db.texts import tr
from desktop.drawing.look import Look
from desktop.drawing.timeline.scene import Scene
from desktop.icons import Icons
from desktop.timeline.canvas import TimelineCanvas
from desktop.timeline.corner import TimelineCorner
from desktop.timeline.lanes import Lane, LaneHeaders
from desktop.timeline.nodes import focus_key, lane_nodes
from desktop.timeline.overview import OverviewStrip
from desktop.timeline.query import Answer, left_out
from desktop.timeline.tray import UndatedTray
from desktop.timeline.way_back import WayBack
from desktop.timeline.words import sight_text
from desktop.widgets.canvas_nodes import CanvasNodes, Node


class TimelinePanel(QWidget):
    """Names, canvas and tray beside each other, the strip below the canvas, buttons in the corner beside it."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corner = TimelineCorner(icons, self)
        self.headers = LaneHeaders(look, self)
        self.canvas = TimelineCanvas(look, self)
        self.canvas.setAccessibleName(tr("Timeline"))
        self.overview = OverviewStrip(self.canvas.drawing, look, self)
        self.tray = UndatedTray(look, self)
        self._answer: Answer | None = None
        self._labels: Sequence[str] = ()
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setObjectName("timeline_scroll")
        self._scroll.setAccessibleName(tr("Scroll lanes"))
        self._lay_out()
        self.way_back = WayBack(self.canvas, self)
        self.nodes = CanvasNodes(self.canvas, QAccessible.Role.Chart, self._nodes)
        self._scroll.valueChanged.connect(lambda value: self.canvas.set_offset(float(value)))
        self.headers.scrolled.connect(self.canvas.scroll_lanes)
        self.canvas.laid_out.connect(self._place_lanes)
        self.canvas.painted.connect(self._on_painted)
        self.canvas.moved.connect(self.show_sight)
        self.canvas.entered.connect(self._on_entered)
        self.overview.span_wanted.connect(self.canvas.go_to)
        self.corner.nearer.connect(lambda: self.canvas.zoom(1.5))
        self.corner.further.connect(lambda: self.canvas.zoom(1 / 1.5))
        self.corner.all_wanted.connect(self.canvas.show_all)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.headers, 1)
        names.addWidget(self.corner)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.addWidget(self.canvas, 0, 0)
        grid.addWidget(self._scroll, 0, 1)
        grid.addWidget(self.overview, 1, 0)
        grid.setRowStretch(0, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(names)
        layout.addLayout(grid, 1)
        layout.addWidget(self.tray)

    def set_look(self, look: Look) -> None:
        """Other colours."""
        for part in (self.canvas, self.headers, self.overview, self.tray.model):
            part.set_look(look)

    def show_answer(self, answer: Answer) -> None:
        """The strip and the tray of an answer."""
        self.overview.set_answer(answer.without_dates)
        self.tray.set_answer(answer)
        self._answer = answer
        self.corner.show_undated(int(answer.shown[answer.timeline.dated :].sum()), len(answer.undated))

    def show_scene(self, scene: Scene, lanes: Sequence[Lane], labels: Sequence[str]) -> None:
        """Marks, and names beside their lanes. `labels` are those of all lanes."""
        self._labels = labels
        if self._answer is not None:
            self.corner.show_left_out(left_out(self._answer, scene.order))
        self.headers.set_lanes(lanes, scene.collapsed)  # first: setting the scene places them
        self.canvas.set_scene(scene)

    def show_sight(self) -> None:
        """The window of the strip and the words follow the days in sight."""
        text = sight_text(self.canvas.scale)
        self.overview.set_window(self.canvas.scale)
        self.canvas.setAccessibleDescription(text)

    def _place_lanes(self) -> None:
        """Names beside their lanes, and a scroll bar where lanes are hidden."""
        canvas = self.canvas
        order = canvas.scene.order if canvas.scene is not None else ()
        rects = {lane: canvas.drawing.lane_rect(lane) for lane in order}
        self.corner.setFixedHeight(self.overview.height() + round(canvas.drawing.axis_height()))
        self.headers.place(rects)
        hidden = canvas.hidden_height()
        self._scroll.blockSignals(True)
        self._scroll.setRange(0, round(hidden))
        self._scroll.setPageStep(canvas.height())
        self._scroll.setValue(round(canvas.offset))
        self._scroll.blockSignals(False)
        self._scroll.setVisible(hidden >= 1)

    def _on_painted(self) -> None:
        self.nodes.update()
        if QAccessible.isActive():
            self.nodes.set_focus(focus_key(self.canvas.drawn(), self.canvas.focus_position()))

    def _on_entered(self) -> None:
        """Have the mark with the focus read out, after the canvas itself."""
        if QAccessible.isActive():
            QTimer.singleShot(0, self, self.nodes.tell_focus)

    def _nodes(self) -> list[Node]:
        canvas = self.canvas
        if canvas.scene is None:
            return []
        rects = {lane: canvas.drawing.lane_rect(lane) for lane in canvas.scene.order}
        return lane_nodes(canvas.scene, self._labels, canvas.drawn(), rects)
