"""The timeline on a QPainter: lanes, marks, labels, axis and today; the overview strip; and what was drawn where.

The names of lanes are not part of it: the window has widgets for them, a figure writes them beside `lane_rect`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.drawing.axis_painter import axis_height, draw_axis, draw_brush, draw_grid, draw_today, flag_line
from desktop.drawing.brush_flags import Flag, brush_flags
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.frame import Frame
from desktop.drawing.timeline.index import TimelineIndex
from desktop.drawing.timeline.lanes import Band, bands, height_of, wanted_bands
from desktop.drawing.timeline.lanes_painter import draw_lanes
from desktop.drawing.timeline.overview_painter import Overview
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark, Scene
from desktop.drawing.timeline.walk import next_mark
from desktop.drawing.timeline.window import Placed, Window, open_window, placed

MARGIN, LABEL_MARGIN = 0.02, 0.1
"""Of the whole span, left free before it and, for the last labels, after it."""
MOST_WANTED, ROWS_OF_COLUMNS = 30, 4
"""Rows that a lane gets at most, and those for columns: in a picture whose lanes get the rows they ask for."""
REACH = 3.0
"""Pixels by which a pointer may miss a mark."""


class TimelineDrawing:
    """Draws frames of one scene, and keeps what they share."""

    def __init__(self, look: Look, *, still: bool = False) -> None:
        """`still` is for a picture that nobody pans: no label is cut by its edge, and lanes get the rows they need."""
        self._ink = Ink(look, still=still)
        self._still = still
        self._rows: dict[int, int] = {}
        self._scene: Scene | None = None
        self._index: TimelineIndex | None = None
        self._bands: tuple[Band, ...] = ()
        self._bands_of: tuple[object, ...] = ()
        self._window: Window | None = None
        self._placed: Placed | None = None
        self._placed_of: NDArray[np.bool_] | None = None
        self._frame: Frame | None = None
        self._overview: Overview | None = None

    @property
    def unfinished(self) -> bool:
        """Whether pictures of labels are still to be made: draw once more soon."""
        return self._ink.unfinished

    def set_look(self, look: Look) -> None:
        """Draw in other colours or type from now on."""
        self._ink = Ink(look, still=self._still)
        self._window = None

    def set_scene(self, scene: Scene) -> None:
        """Draw this from now on. What is the same object as before is not counted again."""
        index = scene.index or self._index
        if index is None or index.timeline is not scene.timeline or index.lanes is not scene.lanes:
            index = TimelineIndex(scene.timeline, scene.lanes)
        if index is not self._index:
            self._window = None
            self._overview = None
        index.set_shown(scene.shown)
        self._index, self._scene, self._frame = index, scene, None

    def whole(self) -> tuple[float, float]:
        """The days of all dated marks, first and last exclusive, a little wider; this year when there is none."""
        timeline = self._scene.timeline if self._scene else None
        if timeline is None or not timeline.dated:
            year = datetime.date.today().year
            return float(datetime.date(year, 1, 1).toordinal()), float(datetime.date(year, 12, 31).toordinal() + 1)
        first, last = int(timeline.first[0]), int(timeline.last[: timeline.dated].max()) + 1
        days = max(last - first, 30)
        return first - MARGIN * days, last + LABEL_MARGIN * days

    def axis_height(self) -> float:
        """Pixels of the axis, at the bottom of what `draw` draws."""
        return axis_height(self._ink)

    def content_height(self, height: float) -> float:
        """How high all lanes and the axis are in a view of this height: more than it when the lanes do not fit."""
        found = self._lanes(height - self.axis_height())
        return max((found[-1].top + found[-1].height if found else 0.0) + self.axis_height(), height)

    def fit_rows(self, scale: TimeScale) -> float:
        """Give each lane the rows that its marks and labels ask for at this scale: how high lanes and axis then are."""
        if self._scene is None or self._index is None:
            return self.axis_height()
        order = self._scene.order
        room = wanted_bands(order, dict.fromkeys(order, MOST_WANTED), inf)
        window = open_window(self._index, room, scale, self._ink.text, still=True)
        self._rows = {marks.band.lane: max(marks.stacked.rows, default=0) + 1 for marks in window.marks}
        for band in set(window.bins.band.tolist()):
            self._rows[order[band]] = max(self._rows[order[band]], ROWS_OF_COLUMNS)
        self._bands_of = ()
        return height_of(order, self._rows) + self.axis_height()

    def least_height(self) -> float:
        """Pixels with one row a lane."""
        order = self._scene.order if self._scene else ()
        return height_of(order, dict.fromkeys(order, 1)) + self.axis_height()

    def nameless(self, scale: TimeScale, height: float) -> int:
        """How many marks would have no label of their own in a picture of this height."""
        if self._scene is None or self._index is None:
            return 0
        window = open_window(self._index, self._lanes(height - self.axis_height()), scale, self._ink.text, still=True)
        labels = placed(window, self._scene.shown, self._ink.text).labels
        said = sum(label is not None for label in labels)
        return len(window.positions) - said + int(window.bins.count.sum())

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        scale: TimeScale,
        *,
        brush: tuple[float, float] | None = None,
        hover: int | None = None,
        offset: float = 0.0,
    ) -> None:
        """Draw a frame into `rect`, the lanes moved up by `offset` pixels; the axis stays at the bottom.

        `brush` has two days as floats, the second exclusive as in TimeScale; `hover` is a position in the timeline.
        """
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._ink.look.colour("background"))
        lanes_rect = rect.adjusted(0, 0, 0, -self.axis_height())
        axis_rect = QRectF(rect.left(), lanes_rect.bottom(), rect.width(), self.axis_height())
        axis = scale.axis(self._ink.text.width)
        draw_grid(painter, lanes_rect, scale, axis, self._ink)
        self._ink.begin()
        self._draw_lanes(painter, lanes_rect, scale, hover, offset)
        draw_today(painter, lanes_rect, scale, self._ink)
        painter.setClipRect(rect)
        draw_axis(painter, axis_rect, scale, axis, self._ink)
        if brush:
            draw_brush(painter, rect, scale, brush, self._ink)
        painter.restore()

    def _draw_lanes(self, painter: QPainter, rect: QRectF, scale: TimeScale, hover: int | None, offset: float) -> None:
        if self._scene is None or self._index is None:
            return
        found = self._lanes(rect.height())
        if not found:
            return
        before, window = self._window, self._window
        if window is None or not window.covers(scale, found):
            labels = self._placed.labels if before is not None and self._placed is not None else ()
            text = self._ink.text
            window = open_window(self._index, found, scale, text, before, labels=labels, still=self._still)
        if self._placed is None or window is not before or self._placed_of is not self._scene.shown:
            self._placed = placed(window, self._scene.shown, self._ink.text)
        self._window, self._placed_of = window, self._scene.shown
        frame = Frame(self._scene, self._index, window, self._placed, scale, rect, offset)
        painter.setClipRect(rect)
        draw_lanes(frame, MarkPainter(painter, self._ink), hover)
        self._frame = frame

    def _lanes(self, height: float) -> tuple[Band, ...]:
        """The places of the lanes, made anew only when something of it changed."""
        if self._scene is None or self._index is None:
            return ()
        order, collapsed = self._scene.order, self._scene.collapsed
        key = (self._index, order, collapsed, height)
        if key != self._bands_of:
            if self._rows:
                self._bands = wanted_bands(order, self._rows, height)
            else:
                self._bands = bands(order, collapsed, self._index.sizes.tolist(), height)
            self._bands_of = key
        return self._bands

    def draw_overview(
        self, painter: QPainter, rect: QRectF, whole: TimeScale, window: TimeScale, without_dates: NDArray[np.bool_]
    ) -> None:
        """Draw the strip: how many marks there are, how many the filter keeps but for its dates, and the window."""
        if self._scene is None:
            return
        if self._overview is None or self._overview.timeline is not self._scene.timeline:
            self._overview = Overview(self._scene.timeline)
        self._overview.draw(painter, rect, (whole, window), without_dates, self._ink)

    # ---- what was drawn ----

    def flag_at(self, point: QPointF, rect: QRectF, scale: TimeScale, brush: tuple[float, float]) -> Flag | None:
        """The flag of a brush at a place of a frame that fills `rect`."""
        flags = brush_flags(flag_line(rect, self._ink), scale, brush, self._ink)
        return next((flag for flag in flags if flag.rect.contains(point)), None)

    def mark_at(self, point: QPointF) -> int | None:
        """The position of the mark or label at a place of the last frame: of several the nearest shape."""
        return self._frame.mark_at(point, REACH) if self._frame else None

    def bin_at(self, point: QPointF) -> DrawnBin | None:
        """The column at a place of the last frame."""
        bins = self._frame.drawn_bins if self._frame else []
        return next((drawn for drawn in reversed(bins) if drawn.rect.contains(point)), None)

    def marks_in(self, rect: QRectF) -> NDArray[np.int64]:
        """The positions of the marks that touch an area of the last frame, those within its columns too, each once."""
        return self._frame.marks_in(rect) if self._frame else np.zeros(0, np.int64)

    def lane_at(self, y: float) -> int | None:
        """The lane at a height of the last frame."""
        if self._frame is None:
            return None
        places = ((band.lane, self._frame.band_rect(band)) for band in self._frame.window.bands)
        return next((lane for lane, rect in places if rect.top() <= y < rect.bottom()), None)

    def lane_rect(self, lane: int) -> QRectF:
        """What a lane covered in the last frame, cut by nothing; empty for a lane that was not drawn."""
        if self._frame is None:
            return QRectF()
        bands = (band for band in self._frame.window.bands if band.lane == lane)
        return next((self._frame.band_rect(band) for band in bands), QRectF())

    def drawn(self) -> Sequence[DrawnMark | DrawnBin]:
        """The marks and columns of the last frame, by lane from the top and then by time."""
        return self._frame.drawn() if self._frame else ()

    def next_mark(self, position: int | None, dx: int, dy: int) -> int | None:
        """The neighbour among the shown: by `dx` in time within the lane, or the nearest in the lane `dy` below.

        The first of the top lane for None; None when there is no such neighbour.
        """
        if self._scene is None or self._index is None:
            return None
        return next_mark(self._scene, self._index, position, dx, dy)
