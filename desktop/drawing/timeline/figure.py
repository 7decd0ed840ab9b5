"""The timeline as a figure for a file: with what was asked, what is missing, a legend and where the facts come from.

A figure of everything is cut into panels, one below the other, where that shows more: a few events long ago would
else leave the many of late a thin strip.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from math import ceil, inf
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from db import queries
from db.attribution import attribution
from db.texts import tr, tr_n
from db.timeline import OPEN_END, OPEN_START, TONES, Lanes, Timeline
from desktop.drawing.figure import MARGIN, Figure, draw_figure, frame_height
from desktop.drawing.figure_files import Paint
from desktop.drawing.legend_samples import draw_sample, form_words, tone_words
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.drawing import TimelineDrawing
from desktop.drawing.timeline.lanes import GAP as LANE_GAP
from desktop.drawing.timeline.lanes import ROW
from desktop.drawing.timeline.panels import panels
from desktop.drawing.timeline.scene import Scene

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

WIDTH, HEIGHT, HIGHEST = 1200.0, 480.0, 4000.0
NAMES, GAP, EDGE = 150.0, 14.0, 8.0

MOST_PANELS = 6
NAMELESS = 60.0
"""Pixels that a figure may grow to name one mark more."""

Span = tuple[float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """A part of the time: what draws it, its days, and the height that it asks for."""

    drawing: TimelineDrawing
    scale: TimeScale
    height: float


@dataclass(frozen=True, eq=False, slots=True)
class TimelineFigure:
    """What to draw. With a `span` exactly these days, what the filter leaves out thinned; else all that it keeps."""

    timeline: Timeline
    lanes: Lanes
    shown: NDArray[np.bool_]
    asked: str
    sources: str
    span: Span | None = None
    order: tuple[int, ...] = ()
    """Lanes from top to bottom, or none for all of which the filter shows a mark.

    Lanes of kinds are known by their places; of others those are left out that would be empty.
    """

    @staticmethod
    def ask(conn: Connection, spec: FilterSpec, by: str = "kind", span: Span | None = None) -> TimelineFigure:
        """Read what a figure needs. Raises KeyError for lanes by anything else than `db.timeline.LANES_BY`."""
        asked = tr("Filter: {words}", words=spec.describe()) if spec.clauses else ""
        return TimelineFigure(
            queries.timeline(conn), queries.lanes(conn, by), queries.shown(conn, spec), asked, attribution(conn), span
        )

    def title(self) -> str:
        """With the years that it shows."""
        first, last = (datetime.date.fromordinal(int(day)).year for day in self._days())
        years = str(first) if first == last else f"{first}–{last}"
        return tr("Timeline, {years}", years=years)

    def description(self) -> str:
        """What was asked, how many it shows, and how many it cannot because they have no date."""
        kept = len(self._in_days())
        undated = int(np.count_nonzero(self.shown[self.timeline.dated :]))
        missing = tr_n("{n:,} without a date is missing", "{n:,} without a date are missing", undated)
        parts = (self.asked, tr_n("{n:,} dated", "{n:,} dated", kept), missing if undated else "")
        return " · ".join(filter(None, parts))

    def is_empty(self) -> bool:
        """Whether it has no mark."""
        return not len(self._in_days())

    def size(self, width: float = WIDTH) -> QSizeF:
        """As high as its lanes ask for, within reason."""
        look = Look.named("light")
        body = _height(min(self._ways(width - 2 * MARGIN, look), key=_cost))
        return QSizeF(width, ceil(min(max(body + frame_height(look, width, self._figure()), HEIGHT), HIGHEST)))

    def paint(self, look: Look) -> Paint:
        """What draws it in these colours."""
        figure = self._figure()

        def body(painter: QPainter, rect: QRectF) -> None:
            self._draw(painter, rect, look)

        return lambda painter, rect: draw_figure(painter, rect, look, figure, body)

    def _figure(self) -> Figure:
        tones = set(self.timeline.tones[: self.timeline.dated][self.shown[: self.timeline.dated]].tolist())
        legend = [pair for pair in tone_words() if TONES.index(pair[0]) in tones]
        return Figure(self.title(), self.description(), (*legend, *form_words()), self.sources)

    # ---- panels ----

    def _days(self) -> Span:
        if self.span is not None:
            return self.span[0], self.span[1] - 1
        kept = self._kept()
        if not len(kept):
            today = float(datetime.date.today().toordinal())
            return today, today
        return float(self.timeline.first[kept].min()), float(self.timeline.last[kept].max())

    def _in_days(self) -> NDArray[np.int64]:
        """The positions of those that may lie in the days of the figure."""
        kept, line = self._kept(), self.timeline
        if self.span is None:
            return kept
        since, until = line.flags[kept] & OPEN_END != 0, line.flags[kept] & OPEN_START != 0
        begins, ends = until | (line.first[kept] < self.span[1]), since | (line.last[kept] + 1 > self.span[0])
        found: NDArray[np.int64] = kept[begins & ends]
        return found

    def _kept(self) -> NDArray[np.int64]:
        """The positions of the dated marks that the filter keeps."""
        return np.flatnonzero(self.shown[: self.timeline.dated])

    def _ways(self, width: float, look: Look) -> list[list[Panel]]:
        """Ways to cut the time into panels: what draws each, and its days."""
        kept = self._kept()
        if self.span is not None or not len(kept):
            return [[self._panel(self.span or (self._days()[0] - 15, self._days()[1] + 16), width, look)]]
        pairs = np.isin(self.lanes.position, kept)
        position = self.lanes.position[pairs]
        first, last = (days[position].astype(np.int64) for days in (self.timeline.first, self.timeline.last))
        cuts = panels(first, last, self.lanes.lane[pairs].astype(np.int64), MOST_PANELS)
        return [[self._panel(span, width, look) for span in way] for way in cuts]

    def _panel(self, span: Span, width: float, look: Look) -> Panel:
        line, lanes, position = self.timeline, self.lanes, self.lanes.position
        counted = position < line.dated
        here = counted & (line.first[position] < span[1]) & (line.last[position] + 1 > span[0])
        if self.span is None:
            counted = here = here & self.shown[position]
            lanes = replace(lanes, position=position[here], lane=lanes.lane[here])
        elif lanes.by != "kind":
            wanted = here if self.order else here & self.shown[position]
            counted = wanted if wanted.any() else counted
        sizes = np.bincount(self.lanes.lane[counted], minlength=len(lanes.labels))
        drawing = TimelineDrawing(look, still=True)
        order = tuple(lane for lane in self.order or range(len(lanes.labels)) if sizes[lane])
        drawing.set_scene(Scene(self.timeline, lanes, order, frozenset(), self.shown))
        scale = TimeScale(*span, NAMES + EDGE, width - NAMES - EDGE)
        return Panel(drawing, scale, drawing.fit_rows(scale))

    def _draw(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        ways, room = self._ways(rect.width(), look), rect.height() + 1
        way = min(ways, key=lambda way: (_nameless(way, room), max(_height(way) - room, 0.0), _cost(way)))
        top = rect.top()
        for panel, high in zip(way, _shares(way, rect.height()), strict=True):
            box = QRectF(rect.left() + NAMES, top, rect.width() - NAMES, high)
            panel.drawing.draw(painter, box, panel.scale.resized(box.left() + EDGE, box.width() - EDGE))
            self._name_lanes(painter, panel.drawing, QRectF(rect.left(), top, NAMES, high), look)
            top += high + GAP

    def _name_lanes(self, painter: QPainter, drawing: TimelineDrawing, rect: QRectF, look: Look) -> None:
        """The name of each lane beside its first row, with its shape where the lanes are kinds."""
        metrics = QFontMetricsF(look.font)
        for lane in self.order or range(len(self.lanes.labels)):
            place = drawing.lane_rect(lane)
            if place.isEmpty():
                continue
            middle, x = place.top() + LANE_GAP / 2 + ROW / 2, rect.left()
            label = self.lanes.labels[lane]
            if self.lanes.by == "kind":
                draw_sample(painter, look, TONES[lane], QPointF(x, middle))
                x += 20
                label = tr(label)
            painter.setFont(look.font)
            painter.setPen(look.colour("text"))
            words = metrics.elidedText(label, Qt.TextElideMode.ElideRight, rect.right() - 8 - x)
            painter.drawText(QPointF(x, middle - metrics.height() / 2 + metrics.ascent()), words)


def _height(way: list[Panel]) -> float:
    return sum(panel.height + GAP for panel in way) - GAP


def _cost(way: list[Panel]) -> float:
    """How high panels are, where a mark without its name is worth some lines."""
    return _height(way) + NAMELESS * _nameless(way, inf)


def _shares(way: list[Panel], height: float) -> list[float]:
    """How high each panel is: what it asks for, or its least and a part of what is left."""
    room = height - GAP * (len(way) - 1)
    least = [panel.drawing.least_height() for panel in way]
    more = [panel.height - low for panel, low in zip(way, least, strict=True)]
    part = min(max((room - sum(least)) / (sum(more) or 1.0), 0.0), 1.0)
    return [low + part * rest for low, rest in zip(least, more, strict=True)]


def _nameless(way: list[Panel], height: float) -> float:
    """How many marks of panels have no label in this height; infinite where not even their lanes have room."""
    shares = _shares(way, height)
    if sum(shares) + GAP * (len(way) - 1) > height + 1:
        return inf
    return sum(panel.drawing.nameless(panel.scale, high) for panel, high in zip(way, shares, strict=True))
