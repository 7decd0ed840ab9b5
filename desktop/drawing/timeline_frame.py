"""One frame of the lanes: which marks and columns of a window are in sight, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from desktop.drawing.mark_painter import BAR
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline_index import LAYERS, Ints, TimelineIndex
from desktop.drawing.timeline_lanes import GAP, Band
from desktop.drawing.timeline_scene import DrawnBin, DrawnMark, Scene
from desktop.drawing.timeline_window import Placed, Window


@dataclass(frozen=True, eq=False)
class Frame:
    """A window seen through `rect` (without the axis): `dx` and `dy` lead from its pixels to those of the painter."""

    scene: Scene
    index: TimelineIndex
    window: Window
    placed: Placed
    scale: TimeScale
    rect: QRectF
    dx: float
    dy: float

    @staticmethod
    def of(
        scene: Scene, index: TimelineIndex, window: Window, marks: Placed, scale: TimeScale, rect: QRectF, offset: float
    ) -> Frame:
        """Shifted by whole pixels, so that panning moves everything alike."""
        return Frame(scene, index, window, marks, scale, rect, round(scale.x(window.first)), round(rect.top() - offset))

    def marks(self) -> list[int]:
        """Places in the window of the marks in sight."""
        left, right = self.rect.left() - self.dx, self.rect.right() - self.dx
        top, bottom = self.rect.top() - self.dy - 20, self.rect.bottom() - self.dy + 20
        at = self.placed
        seen = (at.left < right) & (at.right > left) & (at.y > top) & (at.y < bottom)
        return np.flatnonzero(seen).tolist()

    def mark_rect(self, at: int) -> QRectF:
        """What a mark covers, on the painter, without its label."""
        left, right = self.window.extents.left[at], self.window.extents.right[at]
        return QRectF(left + self.dx, self.placed.y[at] + self.dy - SIZE / 2 - 1, right - left, SIZE + 2)

    def band_rect(self, band: Band) -> QRectF:
        """What a lane covers."""
        return QRectF(self.rect.left(), band.top + self.dy, self.rect.width(), band.height)

    def bin_places(self) -> list[int]:
        """Places of the columns in sight among those of the window."""
        bins = self.window.bins
        seen = (bins.first < self.scale.last) & (bins.last > self.scale.first)
        return np.flatnonzero(seen).tolist()

    def kept(self) -> Ints:
        """How many marks of each column the filter keeps."""
        total: Ints = np.sum([self.index.kept(layer) for layer in self.window.bins.stretches], axis=0)
        return total

    def bin(self, at: int, kept: int = 0) -> DrawnBin:
        """A column: as high as its share of the fullest of its lane, by the root so that small ones are seen."""
        bins = self.window.bins
        band = self.window.bands[int(bins.band[at])]
        first, last, count = int(bins.first[at]), int(bins.last[at]), int(bins.count[at])
        left, right = round(self.scale.x(first)), round(self.scale.x(last))
        floor = band.top + self.dy + band.height - GAP / 2
        room = band.height - GAP
        if bins.coarse[at]:
            height = min(room, BAR)
        elif band.collapsed:
            height = room
        else:
            height = max(room * 0.82 * float(np.sqrt(count / bins.most[at])), 3.0)
        return DrawnBin(
            band.lane, first, last, count, QRectF(left + 0.5, floor - height, right - left - 1, height), kept
        )

    def mark_at(self, point: QPointF, reach: float) -> int | None:
        """The position of the mark or label at a place: of several the nearest shape."""
        x, y = point.x() - self.dx, point.y() - self.dy
        at, extents = self.placed, self.window.extents
        over = (np.abs(at.y - y) <= SIZE / 2 + reach) & (extents.left - reach <= x) & (x <= extents.right + reach)
        found = np.flatnonzero(over)
        if len(found):
            near = np.hypot(at.x[found] - x, at.y[found] - y)
            return int(self.window.positions[found[np.argmin(near)]])
        for place, label in enumerate(at.labels):
            if label and label.x <= x <= label.x + label.width and abs(at.label_y[place] - y) <= SIZE / 2 + reach:
                return int(self.window.positions[place])
        return None

    def marks_in(self, rect: QRectF) -> Ints:
        """The positions of the marks that touch an area, those within columns too, each once."""
        marks = [int(self.window.positions[at]) for at in self.marks() if self.mark_rect(at).intersects(rect)]
        bins = [self.members(at) for at in self.bin_places() if self.bin(at).rect.intersects(rect)]
        return np.unique(np.concatenate([np.array(marks, np.int64), *bins]))

    def drawn(self) -> list[DrawnMark | DrawnBin]:
        """The marks and columns in sight, by lane from the top and then by time."""
        kept = self.kept()
        place = {band.lane: at for at, band in enumerate(self.window.bands)}
        found: list[DrawnMark | DrawnBin] = [
            DrawnMark(int(self.window.positions[at]), int(self.placed.lane[at]), self.mark_rect(at))
            for at in self.marks()
        ]
        found += [self.bin(at, int(kept[at])) for at in self.bin_places()]
        return sorted(found, key=lambda drawn: (place[drawn.lane], drawn.rect.left()))

    def members(self, at: int) -> Ints:
        """The positions of the marks of a column."""
        parts = [self.window.bins.stretches[layer] for layer in range(LAYERS)]
        return np.concatenate([self.index.position[int(part.start[at]) : int(part.stop[at])] for part in parts])
