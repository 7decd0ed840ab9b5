"""The chart of what sources say that things cost: a row for each sum, a mark for each claim, and their spread."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from db.charts import CostClaim
from db.numbers import format_number
from db.texts import tr, tr_n
from db.timeline import TONES
from desktop.drawing.charts.log_scale import LogScale
from desktop.drawing.charts.points import draw_shape
from desktop.drawing.charts.scene import LINE, ChartMark, ChartScene, Frame
from desktop.drawing.look import Look

NAMES, FIGURES, HEAD, LEGEND, ROW, STEP, AXIS = 0.36, 104.0, 28.0, 28.0, 24.0, 9.0, 24.0
"""The share of the width for names; pixels for the spread in figures, a currency's head, the legend, a row, one more
claim of the same sum in it, and the axis."""
MOST_NAMES = 380.0
APART = 0.2
"""Powers of ten between claims that find room on one line."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Claims about one sum: of one entity, for one purpose, in one currency."""

    name: str
    unit: str
    claims: tuple[CostClaim, ...]

    def levels(self) -> list[int]:
        """The line of each claim within the row: those with nearly the same amount lie below each other."""
        ends: list[float] = []
        found = []
        for claim in self.claims:
            place = math.log10(claim.amount)
            level = next((level for level, end in enumerate(ends) if place - end >= APART), len(ends))
            ends[level:] = [place, *ends[level + 1 :]]
            found.append(level)
        return found

    def height(self) -> float:
        """Its height in pixels."""
        return ROW + STEP * max(self.levels())


class CostsChart:
    """Rows by currency. A source has the same shape and colour in all of them."""

    key = "costs"
    scale = None

    def __init__(self) -> None:
        self.marks: list[ChartMark] = []
        self._scene: ChartScene | None = None
        self._rows: list[_Row] = []
        self._sources: dict[str, str] = {}

    def title(self) -> str:
        """What it shows."""
        return tr("What sources say that it cost")

    def set_scene(self, scene: ChartScene) -> None:
        """Show this from now on."""
        self._scene = scene
        positive = [claim for claim in scene.claims if claim.amount > 0]
        ordered = sorted(positive, key=lambda claim: (_sum_of(claim), claim.amount))
        groups = [tuple(group) for _, group in groupby(ordered, key=_sum_of)]
        rows = [_Row(_name(claims[0]), claims[0].unit, claims) for claims in groups]
        most = Counter(row.unit for row in rows)
        self._rows = sorted(rows, key=lambda row: (-most[row.unit], row.unit, -max(_amounts(row.claims))))
        names = sorted({_source(claim) for claim in positive})
        self._sources = {name: TONES[place % len(TONES)] for place, name in enumerate(names)}

    def height(self, rect: QRectF) -> float:
        """All rows, their heads and axes, and the legend."""
        units = len({row.unit for row in self._rows})
        needed = LEGEND + units * (HEAD + AXIS) + sum(row.height() for row in self._rows) + 8
        return max(rect.height(), needed)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw a frame."""
        painter.fillRect(frame.rect, frame.look.colour("background"))
        self.marks = []
        if self.empty():
            return
        painter.setFont(frame.look.font)
        self._draw_legend(painter, frame)
        names = min(frame.rect.width() * NAMES, MOST_NAMES)
        top = frame.rect.top() + LEGEND
        for unit, group in groupby(self._rows, key=lambda row: row.unit):
            rows = list(group)
            tall = sum(row.height() for row in rows)
            painter.setPen(frame.look.colour("muted"))
            painter.drawText(QPointF(frame.rect.left() + 12, top + 19), _currency(unit))
            plot = QRectF(frame.rect.left() + names, top + HEAD, frame.rect.width() - names - FIGURES - 12, tall)
            scale = LogScale.around(
                [amount for row in rows for amount in _amounts(row.claims)], plot.left(), plot.right()
            )
            _draw_axis(painter, frame.look, plot, scale)
            y = plot.top()
            for row in rows:
                self._draw_row(painter, frame, QRectF(plot.left(), y, plot.width(), row.height()), (row, scale))
                y += row.height()
            top = plot.bottom() + AXIS

    def days(self) -> None:
        """It does not lie along time."""

    def remark(self, _days: tuple[float, float]) -> str:
        """How many claims the filter leaves out, and how many cannot be drawn."""
        if self._scene is None:
            return ""
        none = sum(1 for claim in self._scene.claims if claim.amount <= 0)
        shown = sum(1 for claim in self._scene.claims if claim.statement in self._scene.claims_shown)
        total = len(self._scene.claims)
        if shown < total:
            said = tr("{n} of {total} claims pass the filter", n=shown, total=total)
        else:
            said = tr_n("{n} claim", "{n} claims", total)
        return said + (" · " + tr_n("{n} of nothing, not drawn", "{n} of nothing, not drawn", none) if none else "")

    def empty(self) -> str:
        """Why there is nothing to see, or nothing."""
        return "" if self._rows else tr("No source says what anything cost.")

    def _draw_legend(self, painter: QPainter, frame: Frame) -> None:
        metrics, x = QFontMetricsF(frame.look.font), frame.rect.left() + 12
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, tone in self._sources.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(frame.look.colour(tone))
            draw_shape(painter, tone, QPointF(x + 6, frame.rect.top() + LEGEND / 2))
            painter.setPen(frame.look.colour("text"))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, 220)
            painter.drawText(QPointF(x + 18, frame.rect.top() + LEGEND / 2 + 5), text)
            x += metrics.horizontalAdvance(text) + 42
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_row(self, painter: QPainter, frame: Frame, box: QRectF, what: tuple[_Row, LogScale]) -> None:
        row, scale = what
        look, scene = frame.look, self._scene
        if scene is None:
            return
        shown = [claim for claim in row.claims if claim.statement in scene.claims_shown]
        metrics, middle = QFontMetricsF(look.font), box.top() + ROW / 2
        painter.setPen(look.colour("text" if shown else "disabled"))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, box.left() - frame.rect.left() - 24)
        painter.drawText(QPointF(frame.rect.left() + 12, middle + 5), name)
        painter.drawText(QPointF(box.right() + 12, middle + 5), _spread(row.claims))
        low, high = min(_amounts(row.claims)), max(_amounts(row.claims))
        if high > low:
            band = QRectF(scale.at(low), middle - 4, scale.at(high) - scale.at(low), 8)
            painter.fillRect(band, look.colour("line") if shown else look.dimmed("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for claim, level in zip(row.claims, row.levels(), strict=True):
            self._draw_claim(painter, frame, claim, (scale, middle + level * STEP))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_claim(self, painter: QPainter, frame: Frame, claim: CostClaim, place: tuple[LogScale, float]) -> None:
        """The mark, hollow if inferred, on a line over what the number may mean."""
        (scale, y), look, scene = place, frame.look, self._scene
        if scene is None:
            return
        tone, shown = self._sources[_source(claim)], claim.statement in scene.claims_shown
        colour, x = (look.colour(tone) if shown else look.dimmed(tone)), scale.at(claim.amount)
        painter.setPen(QPen(colour, 1.5))
        ends = (scale.at(max(claim.low, scale.low)), scale.at(claim.high))
        painter.drawLine(QLineF(ends[0], y, ends[1], y))
        painter.setBrush(colour)
        for end, way, infinite in ((ends[0], -1, claim.low == -math.inf), (ends[1], 1, claim.high == math.inf)):
            if infinite:
                tip = [QPointF(end, y), QPointF(end - 6 * way, y - 4), QPointF(end - 6 * way, y + 4)]
                painter.drawPolygon(QPolygonF(tip))
        chosen = claim.entity.id in scene.selected or frame.hover == claim.statement
        painter.setPen(QPen(look.colour("accent") if chosen else colour, 2 if chosen else 1.5))
        painter.setBrush(look.colour("background") if claim.inferred else colour)
        draw_shape(painter, tone, QPointF(x, y), 0.8)
        box = QRectF(x - 5, y - 5, 10, 10)
        if claim.entity.id == scene.focus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-3, -3, 3, 3))
        ids = () if claim.entity.id is None else (claim.entity.id,)
        self.marks.append(ChartMark(claim.statement, ids, box, claim_text(claim), shown))


def claim_text(claim: CostClaim) -> str:
    """A claim in words: what, how much, who says so."""
    place = _source(claim) + (tr(", line {line}", line=claim.line) if claim.line else "")
    sum_ = " ".join(part for part in (claim.qualifier, claim.value, claim.unit) if part)
    inferred = tr(" (inferred)") if claim.inferred else ""
    return LINE.join((_name(claim), f"{sum_}{inferred}", place))


def _sum_of(claim: CostClaim) -> tuple[str, str, str]:
    return claim.unit, claim.entity.name, claim.about


def _name(claim: CostClaim) -> str:
    return " · ".join(part for part in (claim.entity.name, claim.about) if part)


def _source(claim: CostClaim) -> str:
    return tr("No source") if claim.source is None else claim.source.name


def _amounts(claims: tuple[CostClaim, ...]) -> list[float]:
    return [claim.amount for claim in claims]


def _spread(claims: tuple[CostClaim, ...]) -> str:
    """The least and the greatest amount: 5.58M–6M."""
    low, high = min(_amounts(claims)), max(_amounts(claims))
    return format_number(low) if low == high else f"{format_number(low)}–{format_number(high)}"


def _currency(unit: str) -> str:
    return {"USD": tr("US dollars"), "CNY": tr("Chinese yuan"), "EUR": tr("Euro")}.get(unit, unit)


def _draw_axis(painter: QPainter, look: Look, plot: QRectF, scale: LogScale) -> None:
    for amount in scale.ticks(64.0):
        x = scale.at(amount)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom() + 4))
        painter.setPen(look.colour("muted"))
        box = QRectF(x - 32, plot.bottom() + 4, 64, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, format_number(amount))
