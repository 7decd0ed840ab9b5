"""What somebody sees who looks at the window: rows, facets, marks of the timeline and the chart, and their ink."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from db.kinds import Kind
from desktop.drawing.timeline.scene import DrawnMark
from desktop.facets.sections import ValueSection
from desktop.timeline.lane_header import LaneHeader
from tests.end2end.screen import Screen

POINT = 20  # pixels; a wider mark is a bar with soft ends


@dataclass(frozen=True)
class Seen:
    """What the window shows: all of it must be as it was when a place is returned to."""

    text: str
    brush: str
    perspective: str
    status: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sort: tuple[tuple[str, bool], ...]
    facets: tuple[tuple[str, str, int], ...]
    lanes: tuple[tuple[str, int, int], ...]
    shown: tuple[str, ...]
    """Marks of the timeline that the filter shows, and those that it dims, by name."""
    dimmed: tuple[str, ...]
    chart: tuple[str, ...]
    """What the marks of the chart say that the filter shows."""
    span: tuple[float, float] = field(compare=False)
    """The days that the timeline shows; see `is_as`."""

    def is_as(self, other: Seen) -> bool:
        """Whether all is as it was, the days in sight but for less than a pixel."""
        tolerance = (other.span[1] - other.span[0]) / 1000
        return self == other and all(abs(a - b) < tolerance for a, b in zip(self.span, other.span, strict=True))


class Eyes(Screen):
    """Read what is on the screen. What cannot be seen is not read."""

    def look(self) -> Seen:
        """What is on the screen now. What cannot be seen is not read."""
        self.settle()
        context, model = self.context, self.context.releases.model
        canvas, chart = context.timeline.panel.canvas, context.charts
        self.until(lambda: not model.missing(0, model.rowCount() - 1))
        chip = self.window.findChild(QWidget, "brush_chip")
        lanes = [header.lane for header in context.timeline.panel.headers.findChildren(LaneHeader)]
        layout = context.releases.columns.layout
        return Seen(
            self.window.bar.edit.text(),
            chip.accessibleName() if chip is not None and chip.isVisible() else "",
            self.window.panels.current,
            self.window.status._counts.text(),
            tuple(model.text(row, 0) for row in range(model.rowCount())),
            layout.shown_keys(),
            layout.sort,
            self._facets(),
            tuple(sorted((lane.label, lane.shown, lane.total) for lane in lanes)),
            self.marks(shown=True) if canvas.isVisible() else (),
            self.marks(shown=False) if canvas.isVisible() else (),
            tuple(mark.text for mark in chart.chart.marks if mark.shown) if chart.canvas.isVisible() else (),
            (canvas.scale.first, canvas.scale.last),
        )

    def _facets(self) -> tuple[tuple[str, str, int], ...]:
        """The values that each facet lists, with their counts."""
        sections = self.context.facets.sections.values()
        return tuple(
            (section.key, item.value, item.count)
            for section in sections
            if isinstance(section, ValueSection)
            for item in section.values._items
        )

    def marks(self, *, shown: bool) -> tuple[str, ...]:
        """Names of the marks in the timeline's last frame that the filter shows, or of those that it dims."""
        canvas = self.context.timeline.panel.canvas
        scene = canvas.scene
        found = [one.position for one in canvas.drawing.drawn() if isinstance(one, DrawnMark)]
        return tuple(sorted(scene.timeline.names[at] for at in found if bool(scene.shown[at]) is shown))

    def releases_on_timeline(self) -> set[int]:
        """Ids of the releases that the timeline and its tray show, not dimmed."""
        scene = self.context.timeline.panel.canvas.scene
        kinds = scene.timeline.kinds == tuple(Kind).index(Kind.RELEASE)
        return {int(id_) for id_ in scene.timeline.ids[scene.shown & kinds]}

    def marks_in_chart(self) -> list[tuple[tuple[int, ...], bool]]:
        """The releases that each mark of the chart stands for, and whether it is not dimmed; none if it is not seen."""
        view = self.context.charts
        return [(mark.ids, mark.shown) for mark in view.chart.marks] if view.canvas.isVisible() else []

    def inks(self) -> dict[str, float]:
        """How much each mark of the timeline that touches no other stands out from the ground: 1 is black on white."""
        canvas = self.context.timeline.panel.canvas
        drawn = canvas.drawing.drawn()
        ground = self.program._theme.colour("background").lightnessF()
        image = canvas.grab().toImage()
        found = {}
        for one in drawn:
            area = one.rect.toAlignedRect()
            beside = one.rect.adjusted(-4, -4, 4, 4)
            alone = not any(other is not one and other.rect.intersects(beside) for other in drawn)
            if isinstance(one, DrawnMark) and alone and area.width() <= POINT and image.rect().contains(area):
                places = itertools.product(range(area.left(), area.right()), range(area.top(), area.bottom()))
                ink = max(abs(image.pixelColor(x, y).lightnessF() - ground) for x, y in places)
                found[canvas.scene.timeline.names[one.position]] = ink
        return found
