"""One frame of the lanes: which marks and columns of a window are in sight, and where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from desktop.drawing.mark_painter import BAR
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.index import LAYERS, Ints, TimelineIndex
from desktop.drawing.timeline.lane_marks import NARROWEST, SPACE
from desktop.drawing.timeline.lanes import GAP, ROW, Band
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark, Scene
from desktop.drawing.timeline.window import Placed, Window

STRIP = BAR + 2
"""Height of the bars of a tier of columns, with room around them."""
LEAST_STRIP = 0.3
"""To what part of it they shrink."""
COUNT = 13.0
"""Height left for the count above the fullest column, in lanes with room for both."""


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """The columns of a frame, parallel: place in the bands, pixels on the painter, and how many they stand for."""

    band: Ints
    left: NDArray[np.float64]
    top: NDArray[np.float64]
    width: NDArray[np.float64]
    height: NDArray[np.float64]
    count: Ints
    kept: Ints
    is_bar: NDArray[np.bool_]
    """Whether it is a soft bar: for marks whose dates are no shorter than its days."""


@dataclass(frozen=True, eq=False)
class Frame:
    """A window seen through `rect` (without the axis): `dx` and `dy` lead from its pixels to those of the painter."""

    scene: Scene
    index: TimelineIndex
    window: Window
    placed: Placed
    scale: TimeScale
    rect: QRectF
    offset: float

    @cached_property
    def dx(self) -> float:
        """Whole pixels, so that panning moves everything alike."""
        return float(round(self.scale.x(self.window.first)))

    @cached_property
    def dy(self) -> float:
        """From the top of all lanes to the painter."""
        return float(round(self.rect.top() - self.offset))

    @cached_property
    def x(self) -> list[float]:
        """The middles of the shapes, on the painter."""
        x: list[float] = (self.placed.x + self.dx).tolist()
        return x

    @cached_property
    def y(self) -> list[float]:
        """The middles of the marks, on the painter."""
        y: list[float] = (self.placed.y + self.dy).tolist()
        return y

    @cached_property
    def marks(self) -> list[int]:
        """Places in the window of the marks in sight."""
        left, right = self.rect.left() - self.dx, self.rect.right() - self.dx
        top, bottom = self.rect.top() - self.dy - 20, self.rect.bottom() - self.dy + 20
        at = self.placed
        seen = (self.window.extents.left < right) & (at.right > left) & (at.y > top) & (at.y < bottom)
        found: list[int] = np.flatnonzero(seen).tolist()
        return found

    @cached_property
    def label_places(self) -> list[tuple[float, float]]:
        """Where the label of each mark begins, and how much of it has room; nothing where it is not to be seen.

        A label is as near to its shape as the sight allows, behind it or, where that shows more of it, before it. It
        may be elided, at the right.
        """
        at, (first, last, stop, before, until) = self.placed, self.placed.leeway
        left, right = self.rect.left() - self.dx, self.rect.right() - self.dx
        x = np.minimum(np.maximum(first, np.minimum(left + SPACE, last)), last)
        room = np.minimum(np.minimum(stop + 0.01, right) - x, at.width)  # sums of floats may fall short of the width
        seen = (x >= left) & ((last > first) | (before < until) | (at.x >= left))
        begin, end = np.maximum(before, left + SPACE), np.minimum(until, right - SPACE)
        turned = (room < at.width) & (end - begin >= np.minimum(2 * room, at.width)) & (end > begin)
        x = np.where(turned, np.maximum(begin, end - at.width), x) + self.dx
        room = np.where(turned, np.minimum(end - begin, at.width), np.where(seen, room, 0.0))
        room[room < np.minimum(at.width, NARROWEST)] = 0.0
        return list(zip(x.tolist(), room.tolist(), strict=True))

    def mark_rect(self, at: int) -> QRectF:
        """What a mark covers, on the painter, without its label."""
        left, right = self.window.extents.left[at], self.window.extents.right[at]
        if not self.window.extents.bar[at]:
            left, right = self.placed.x[at] - SIZE / 2, self.placed.x[at] + SIZE / 2
        return QRectF(left + self.dx, self.placed.y[at] + self.dy - SIZE / 2 - 1, right - left, SIZE + 2)

    def band_rect(self, band: Band) -> QRectF:
        """What a lane covers."""
        return QRectF(self.rect.left(), band.top + self.dy, self.rect.width(), band.height)

    @cached_property
    def columns(self) -> Columns:
        """The columns in sight, coarse ones first: as high as their share of the fullest of their lane.

        Heights go by the root of the count, so that small columns are seen beside large ones.
        """
        bins, bands = self.window.bins, self.window.bands
        at = self.column_places
        band = bins.band[at]
        left = np.round(self.scale.left + (bins.first[at] - self.scale.first) * self.scale.pixels_per_day)
        right = np.round(self.scale.left + (bins.last[at] - self.scale.first) * self.scale.pixels_per_day)
        floor = np.round([band.top + band.height - GAP / 2 for band in bands])[band] + self.dy
        room = np.array([band.height - GAP for band in bands])[band]
        # Bars of dates without a day lie below the columns, thinner where the lane has no room for both.
        below, strips = self._strips(band, bins.tier[at])
        thin = np.clip((room - ROW) / np.maximum(strips, 1), LEAST_STRIP, 1.0)
        is_bar = bins.tier[at] > 0
        floor -= np.round(np.where(is_bar, below, strips) * thin)
        room = room - strips * thin
        room -= np.where(room > 2 * ROW - GAP, COUNT, 0.0)
        columns = np.round(np.maximum(room * np.sqrt(bins.count[at] / bins.most[at]), 3.0))
        height = np.where(is_bar, np.floor(STRIP * thin) - 2, columns)
        kept = np.sum([self.index.kept(layer.only(at)) for layer in bins.stretches], axis=0)
        return Columns(band, left, floor - height, right - left - 1, height, bins.count[at], kept, is_bar)

    @cached_property
    def drawn_bins(self) -> list[DrawnBin]:
        """The columns in sight for those who ask."""
        columns, bins, at = self.columns, self.window.bins, self.column_places
        parts = (columns.left, columns.top, columns.width, columns.height)
        rects = map(QRectF, *(part.tolist() for part in parts))
        lanes = [self.window.bands[place].lane for place in columns.band.tolist()]
        days = bins.first[at].tolist(), bins.last[at].tolist()
        return list(map(DrawnBin, lanes, *days, columns.count.tolist(), rects, columns.kept.tolist()))

    def _strips(self, band: Ints, tier: Ints) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Pixels that bars of columns take in each column's lane: those below this one's tier, and all."""
        bins = self.window.bins
        there = np.zeros((len(self.window.bands), LAYERS))
        there[bins.band, bins.tier] = STRIP
        there[:, 0] = 0
        upto = np.cumsum(there, axis=1)
        return upto[band, tier] - there[band, tier], upto[band, -1]

    @cached_property
    def column_places(self) -> Ints:
        """Places of the columns in sight among those of the window."""
        bins = self.window.bins
        return np.flatnonzero((bins.first < self.scale.last) & (bins.last > self.scale.first))

    def mark_at(self, point: QPointF, reach: float) -> int | None:
        """The position of the mark or label at a place: of several the nearest shape."""
        seen = self.marks
        near = [
            (abs(self.x[at] - point.x()), at)
            for at in seen
            if self.mark_rect(at).adjusted(-reach, -reach, reach, reach).contains(point)
        ]
        for at in [min(near)[1]] if near else seen:
            rect = self.label_rect(at)
            if near or (rect is not None and rect.contains(point)):
                return int(self.window.positions[at])
        return None

    def label_rect(self, at: int) -> QRectF | None:
        """What the label of a mark covers, on the painter; None where none is to be seen."""
        left, width = self.label_places[at]
        if self.placed.labels[at] is None or not width:
            return None
        return QRectF(left, self.placed.label_y[at] + self.dy - SIZE / 2 - 2, width, SIZE + 4)

    def shape_in_sight(self, at: int) -> bool:
        """Whether the middle of a mark's shape is in sight."""
        return self.rect.left() <= self.x[at] <= self.rect.right()

    def lane_of(self, at: int) -> int:
        """The lane of a mark."""
        return self.window.bands[bisect_right(self.window.begins, at) - 1].lane

    def marks_in(self, rect: QRectF) -> Ints:
        """The positions of the marks that touch an area, those within columns too, each once."""
        marks = [int(self.window.positions[at]) for at in self.marks if self.mark_rect(at).intersects(rect)]
        columns = zip(self.column_places.tolist(), self.drawn_bins, strict=True)
        bins = [self.members(at) for at, column in columns if column.rect.intersects(rect)]
        return np.unique(np.concatenate([np.array(marks, np.int64), *bins]))

    def drawn(self) -> list[DrawnMark | DrawnBin]:
        """The marks and columns in sight, by lane from the top and then by time."""
        place = {band.lane: at for at, band in enumerate(self.window.bands)}
        found: list[DrawnMark | DrawnBin] = [
            DrawnMark(int(self.window.positions[at]), self.lane_of(at), self.mark_rect(at)) for at in self.marks
        ]
        found += self.drawn_bins
        return sorted(found, key=lambda drawn: (place[drawn.lane], drawn.rect.left()))

    def members(self, at: int) -> Ints:
        """The positions of the marks of a column."""
        parts = [self.window.bins.stretches[layer] for layer in range(LAYERS)]
        return np.concatenate([self.index.position[int(part.start[at]) : int(part.stop[at])] for part in parts])
