"""The chart of releases and events per month: bars of what is dated that well, and below them what is not."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QLinearGradient, QPainter, QPen

from db.kinds import Kind
from db.texts import tr, tr_n
from db.timeline import OPEN_END, OPEN_START
from desktop.drawing.axis_painter import axis_height
from desktop.drawing.charts.axes import draw_brush, draw_days, ink_of
from desktop.drawing.charts.scene import LEAST_HEIGHT, ChartMark, ChartScene, Frame, roomy
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_axis import Step, day_text, floor, following, long_months
from desktop.drawing.time_scale import TimeScale

KINDS = ((Kind.RELEASE, "release"), (Kind.EVENT, "company"))
"""The rows, from the top, with their colours."""
LEFT, TOP, GAP = 88.0, 12.0, 12.0
VAGUE_LINE, MOST_LINES = 9.0, 4
UNITS = (Step("month", 1, "year", 30.4), Step("month", 3, "year", 91.3), Step("year", 1, "decade", 365.2))
LEAST_BAR = 3.0  # px


@dataclass(frozen=True, eq=False, slots=True)
class _Row:
    """One kind: ids, days (the last included), what passes, and whether the dates lie within a month without doubt."""

    ids: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    shown: NDArray[np.bool_]
    exact: NDArray[np.bool_]
    flags: NDArray[np.uint8]
    """OPEN_START and OPEN_END of each."""
    undated: int
    """How many that pass have no date."""


@dataclass(frozen=True, eq=False, slots=True)
class _Span:
    """A span of days, infinite where it is open (the last exclusive), its places in the row, and its line."""

    first: float
    last: float
    places: NDArray[np.int64]
    line: int

    def text(self) -> str:
        """The span in words."""
        if self.first == -math.inf:
            return tr("until {day}", day=day_text(self.last - 1))
        if self.last == math.inf:
            return tr("since {day}", day=day_text(self.first))
        return f"{day_text(self.first)} – {day_text(self.last - 1)}"


class MonthsChart:
    """Two rows of bars over time, one for releases and one for events."""

    key = "months"

    def __init__(self) -> None:
        self.marks: list[ChartMark] = []
        self._ink: Ink | None = None
        self._scene: ChartScene | None = None
        self.scale: TimeScale | None = None
        self._rows: list[_Row] = []

    def title(self) -> str:
        """What it shows."""
        return tr("Releases and events per month")

    def set_scene(self, scene: ChartScene) -> None:
        """Show this from now on."""
        self._scene = scene
        self._rows = [_row(scene, kind) for kind, _tone in KINDS]

    def height(self, rect: QRectF) -> float:
        """It fits into any height that leaves room for its scales."""
        return max(rect.height(), LEAST_HEIGHT)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw a frame."""
        painter.fillRect(frame.rect, frame.look.colour("background"))
        self.marks = []
        if self.empty():
            return
        ink = self._ink = ink_of(self._ink, frame.look)
        plot = QRectF(frame.rect).adjusted(LEFT, TOP, -16, -axis_height(ink))
        scale = self.scale = TimeScale(*frame.days, plot.left(), plot.width())
        draw_days(painter, ink, plot, scale, plot.bottom())
        step = next((unit for unit in UNITS if unit.days * scale.pixels_per_day >= LEAST_BAR), UNITS[-1])
        edges = _edges(step, frame.days)
        counts = [_counts(row, edges) for row in self._rows]
        height = plot.height() / len(KINDS)
        for place, (row, (kind, tone)) in enumerate(zip(self._rows, KINDS, strict=True)):
            band = QRectF(plot.left(), plot.top() + place * height, plot.width(), height - GAP)
            vague, most = _vague(row, scale), int(counts[place][0].max(initial=0))
            lines = max((span.line for span in vague), default=-1) + 1
            bars = band.adjusted(0, 0, 0, -lines * VAGUE_LINE - (4 if lines else 0))
            _draw_row_name(painter, frame, bars, kind, most)
            self._draw_bars(painter, frame, bars, (row, edges, counts[place], most, step, tone))
            self._draw_vague(painter, frame, (row, vague, bars.bottom() + 4, tone))
        draw_brush(painter, ink, plot, scale, frame.brush)

    def days(self) -> tuple[float, float]:
        """All that has a bar: what is dated to a month."""
        exact = [(row.first[row.exact], row.last[row.exact]) for row in self._rows]
        if not exact:
            return roomy(np.zeros(0, np.int64), np.zeros(0, np.int64))
        return roomy(np.concatenate([first for first, _ in exact]), np.concatenate([last for _, last in exact]))

    def remark(self, days: tuple[float, float]) -> str:
        """How many that pass are not in a bar."""
        beside = [(row.last < days[0]) | (row.first >= days[1]) for row in self._rows]
        vague = sum(int((row.shown & ~row.exact & ~out).sum()) for row, out in zip(self._rows, beside, strict=True))
        away = sum(int((row.shown & out).sum()) for row, out in zip(self._rows, beside, strict=True))
        undated = sum(row.undated for row in self._rows)
        said = (
            tr_n("{n} not dated to a month: below the bars", "{n} not dated to a month: below the bars", vague),
            tr_n("{n} without a date", "{n} without a date", undated),
            tr_n("{n} before or after these days", "{n} before or after these days", away),
        )
        return " · ".join(text for text, count in zip(said, (vague, undated, away), strict=True) if count)

    def empty(self) -> str:
        """Why there is nothing to see, or nothing."""
        return "" if any(len(row.ids) for row in self._rows) else tr("No release and no event has a date.")

    def _draw_bars(
        self,
        painter: QPainter,
        frame: Frame,
        box: QRectF,
        what: tuple[_Row, NDArray[np.int64], tuple[NDArray[np.int64], NDArray[np.int64]], int, Step, str],
    ) -> None:
        row, edges, (everything, shown), most, step, tone = what
        look, scale = frame.look, self.scale
        if scale is None or not most:
            return
        owner = np.searchsorted(edges, row.first, side="right") - 1
        for at in np.flatnonzero(everything).tolist():
            left, right = scale.x(float(edges[at])), scale.x(float(edges[at + 1]))
            wide = max(right - left - min(1.0, (right - left) / 4), 1.0)
            high, full = (box.height() - 16) * everything[at] / most, (box.height() - 16) * shown[at] / most
            painter.fillRect(QRectF(left, box.bottom() - high, wide, high), look.dimmed(tone))
            painter.fillRect(QRectF(left, box.bottom() - full, wide, full), look.colour(tone))
            inside = row.exact & (owner == at)
            ids = row.ids[inside & row.shown] if shown[at] else row.ids[inside]
            text = _bar_text(step, int(edges[at]), int(shown[at]), int(everything[at]))
            bar = QRectF(left, box.bottom() - max(high, 6.0), wide, max(high, 6.0))
            mark = ChartMark((tone, int(edges[at])), tuple(ids.tolist()), bar, text, bool(shown[at]))
            self.marks.append(mark)
            self._ring(painter, frame, mark)
            if wide >= 14:
                painter.setPen(look.colour("text" if shown[at] else "muted"))
                number = QRectF(left - 8, box.bottom() - high - 16, wide + 16, 15)
                painter.drawText(number, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(shown[at]))

    def _draw_vague(self, painter: QPainter, frame: Frame, what: tuple[_Row, list[_Span], float, str]) -> None:
        row, spans, top, tone = what
        look, scale = frame.look, self.scale
        if scale is None:
            return
        for span in spans:
            start, end = max(scale.x(span.first), scale.left), min(scale.x(span.last), scale.left + scale.width)
            shown = int(row.shown[span.places].sum())
            colour, clear = look.colour(tone) if shown else look.dimmed(tone), look.translucent(tone, 0)
            fade = QLinearGradient(start, top, end, top)
            for place, shade in ((0, clear), (0.2, colour), (0.8, colour), (1, clear)):
                fade.setColorAt(place, shade)
            box = QRectF(start, top + span.line * VAGUE_LINE, max(end - start, 2.0), 4.0)
            painter.fillRect(box, QBrush(fade))
            ids = row.ids[span.places[row.shown[span.places]]] if shown else row.ids[span.places]
            text = tr("{when}: {n} of {total}", when=span.text(), n=shown, total=len(span.places))
            mark = ChartMark((tone, span.first, span.last), tuple(ids.tolist()), box, text, bool(shown))
            self.marks.append(mark)
            self._ring(painter, frame, mark)

    def _ring(self, painter: QPainter, frame: Frame, mark: ChartMark) -> None:
        """A line around what is selected, has the focus or is under the pointer."""
        scene = self._scene
        focused = scene is not None and scene.focus in mark.ids
        chosen = scene is not None and not scene.selected.isdisjoint(mark.ids)
        if focused or chosen or frame.hover == mark.key:
            painter.setPen(QPen(frame.look.colour("accent"), 2 if focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(mark.rect.adjusted(-1, -1, 1, 1))


def _row(scene: ChartScene, kind: Kind) -> _Row:
    line = scene.timeline
    of_kind = line.kinds == tuple(Kind).index(kind)
    dated = np.flatnonzero(of_kind[: line.dated])
    first, last = line.first[dated].astype(np.int64), line.last[dated].astype(np.int64)
    exact = (_months(first) == _months(last)) & (line.flags[dated] & (OPEN_START | OPEN_END) == 0)
    undated = int((of_kind & scene.shown)[line.dated :].sum())
    return _Row(line.ids[dated], first, last, scene.shown[dated], exact, line.flags[dated], undated)


def _months(days: NDArray[np.int64]) -> NDArray[np.int64]:
    """Months since 1970 of ordinals."""
    epoch = datetime.date(1970, 1, 1).toordinal()
    return (days - epoch).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _edges(step: Step, days: tuple[float, float]) -> NDArray[np.int64]:
    """Where the units in sight begin, and where the last of them ends."""
    start = floor(step, max(int(days[0]), 1))
    edges = [start]
    while start < days[1] and start < datetime.date.max.toordinal():
        start = following(step, start)
        edges.append(start)
    return np.array(edges, np.int64)


def _counts(row: _Row, edges: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Per unit, how many are dated to a month in it, and how many of these pass."""
    return (
        np.histogram(row.first[row.exact], edges)[0].astype(np.int64),
        np.histogram(row.first[row.exact & row.shown], edges)[0].astype(np.int64),
    )


def _vague(row: _Row, scale: TimeScale) -> list[_Span]:
    """Spans longer than a month in sight, the same one once; what finds no free line shares the last one."""
    first = np.where(row.flags & OPEN_START != 0, -np.inf, row.first)
    last = np.where(row.flags & OPEN_END != 0, np.inf, row.last + 1)
    chosen = np.flatnonzero(~row.exact & (last > scale.first) & (first < scale.last))
    if not len(chosen):
        return []
    spans, owner = np.unique(np.stack([first[chosen], last[chosen]]), axis=1, return_inverse=True)
    free = [-math.inf] * MOST_LINES
    found = []
    for at in range(spans.shape[1]):
        start, end = float(spans[0, at]), float(spans[1, at])
        line = next((line for line, taken in enumerate(free) if scale.x(start) > taken), MOST_LINES - 1)
        free[line] = max(free[line], scale.x(end) + 2)
        found.append(_Span(start, end, chosen[owner == at], line))
    return found


def _bar_text(step: Step, start: int, shown: int, total: int) -> str:
    date = datetime.date.fromordinal(start)
    if step.unit == "year":
        when = str(date.year)
    elif step.count == 3:
        when = tr("Q{quarter} {year}", quarter=(date.month + 2) // 3, year=date.year)
    else:
        when = tr("{month} {year}", month=long_months()[date.month - 1], year=date.year)
    return tr("{when}: {n} of {total}", when=when, n=shown, total=total)


def _draw_row_name(painter: QPainter, frame: Frame, box: QRectF, kind: Kind, most: int) -> None:
    """The row's name at the left, its base line, and the greatest count at its top."""
    look = frame.look
    painter.setFont(look.font)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))
    painter.setPen(look.colour("text"))
    name = tr("Releases") if kind is Kind.RELEASE else tr("Events")
    painter.drawText(QPointF(frame.rect.left() + 12, box.bottom() - 4), name)
    painter.setPen(look.colour("muted"))
    width = QFontMetricsF(look.font).horizontalAdvance(str(most))
    painter.drawText(QPointF(box.left() - width - 6, box.top() + 20), str(most))
