"""The lineage as a figure for a file: every edge, every name, a legend, and where the facts come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from db.attribution import attribution
from db.lineage_graph import RELATIONS, LineageGraph, lineage, lineage_shown
from db.texts import tr, tr_n
from desktop.drawing.figure import MARGIN, Figure, draw_figure
from desktop.drawing.figure_files import Paint
from desktop.drawing.lineage.chains import Way
from desktop.drawing.lineage.drawing import LineageDrawing
from desktop.drawing.lineage.layout import STAGGER, Layout, lay_out
from desktop.drawing.lineage.names import AROUND, name_of
from desktop.drawing.lineage.painter import DASH, LINE, SIGN_AGAINST, SIGN_CYCLE, draw_node, head
from desktop.drawing.lineage.scene import HALF, PAD, PITCH, STYLES, LineageScene, Sight
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_scale import TimeScale

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec

WIDTH = 1200.0
HIGHEST = 15_000.0
AROUND_BODY = 130.0
"""About what title and sources take of a figure's height."""
LEGEND_LINE = 20.0
SAMPLE = 34.0
LEAST_DAYS = 60.0
EDGE = 14.0
"""Pixels before the first node."""
FEW = 1_000
"""Nodes up to which a lineage is laid out once more when it is known how far its last names reach."""


def laid_out(
    graph: LineageGraph, width: float, metrics: QFontMetricsF, hidden: NDArray[np.int32] | None = None
) -> Layout:
    """The layout in which every name has room when all days take this many pixels."""
    widths = [metrics.horizontalAdvance(name_of(graph, node, hidden)) + AROUND for node in range(len(graph.ids))]
    dated = graph.first[graph.first > 0]
    days = float(graph.last.max() - dated.min()) if len(dated) else LEAST_DAYS
    # The last names need room behind the last node.
    room = max(width - max(widths, default=0.0) - 40, width / 2)
    layout = lay_out(graph, max(days, LEAST_DAYS) / room, widths)
    if 0 < len(graph.ids) <= FEW:
        layout = lay_out(graph, 1 / fitting(layout, QRectF(0, 0, width, 1)).pixels_per_day, widths)
    return layout


@dataclass(frozen=True, eq=False, slots=True)
class LineageFigure:
    """What to draw; what the filter leaves out is thinned."""

    scene: LineageScene
    asked: str
    sources: str

    @staticmethod
    def ask(conn: Connection, spec: FilterSpec, width: float = WIDTH) -> LineageFigure:
        """Read and lay out what the filter keeps, with its parents and children."""
        whole = lineage(conn)
        shown = lineage_shown(conn, whole, spec)
        near = shown.copy()
        near[whole.parent[shown[whole.child]]] = True
        near[whole.child[shown[whole.parent]]] = True
        graph, places = whole.kept(near)
        layout = laid_out(graph, width - 2 * MARGIN, QFontMetricsF(Look.named("light").font))
        scene = LineageScene(graph, layout, shown[places], np.zeros(len(places), np.bool_))
        asked = tr("Filter: {words}", words=spec.describe()) if spec.clauses else ""
        return LineageFigure(scene, asked, attribution(conn))

    def title(self) -> str:
        """What it is."""
        return tr("Lineage of {n:,} models", n=int(self.scene.shown.sum()))

    def description(self) -> str:
        """What was asked, how many edges there are, and how many of them are inferred."""
        graph = self.scene.graph
        inferred = int(graph.inferred.sum())
        parts = [
            self.asked,
            tr_n("{n:,} relation", "{n:,} relations", len(graph.parent)),
            tr("{n:,} of them inferred", n=inferred) if inferred else "",
            tr_n("{n:,} cycle", "{n:,} cycles", self._cycles()) if self._cycles() else "",
        ]
        return " · ".join(filter(None, parts))

    def _cycles(self) -> int:
        """Edges that close one."""
        layout = self.scene.layout
        return int(np.count_nonzero(layout.cyclic & np.isin(layout.ways, (Way.BACK, Way.LOOP))))

    def size(self, width: float = WIDTH) -> QSizeF:
        """As high as its lanes are."""
        look = Look.named("light")
        drawing = self._drawing(look)
        legend = len(legend_lines(self._legend(), look, width - 2 * MARGIN)) * LEGEND_LINE
        body = Sight(TimeScale(0, 1, 0, 1)).height_of(self.scene.layout.lanes) + drawing.axis_height()
        return QSizeF(width, min(round(body + legend + AROUND_BODY), HIGHEST))

    def paint(self, look: Look) -> Paint:
        """What draws it in these colours."""
        figure = Figure(self.title(), self.description(), (), self.sources)
        legend = self._legend()

        def body(painter: QPainter, rect: QRectF) -> None:
            lines = legend_lines(legend, look, rect.width())
            high = len(lines) * LEGEND_LINE
            self._draw(painter, rect.adjusted(0, 0, 0, -high - 8), look)
            draw_legend(painter, look, QRectF(rect.left(), rect.bottom() - high, rect.width(), high), lines)

        return lambda painter, rect: draw_figure(painter, rect, look, figure, body)

    def _drawing(self, look: Look) -> LineageDrawing:
        drawing = LineageDrawing(look, still=True)
        drawing.set_scene(self.scene)
        return drawing

    def _draw(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        drawing = self._drawing(look)
        layout = self.scene.layout
        scale = fitting(layout, rect) if len(layout.x) else TimeScale(*drawing.whole(), rect.left(), rect.width())
        pitch = (rect.height() - drawing.axis_height() - 2 * PAD) / max(layout.lanes, 1)
        drawing.draw(painter, rect, Sight(scale, min(pitch, PITCH * 1.3)))

    def _legend(self) -> list[tuple[str, str]]:
        return legend_of(self.scene)


def fitting(layout: Layout, rect: QRectF) -> TimeScale:
    """All days of a layout with any nodes over the width of a rectangle, with room for the names of the last nodes."""
    x, names = layout.x, layout.widths + STAGGER * layout.steps
    first = float(x.min())
    room = rect.width() - EDGE
    per_day = room / max(float(x.max()) - first, LEAST_DAYS)
    for _ in range(8):  # the last node whose name does not fit moves all others, and so another may be it
        ends = (x - first) * per_day + names
        at = int(np.argmax(ends))
        if ends[at] <= room + 0.5:
            break
        per_day = max((room - float(names[at])) / max(float(x[at]) - first, 1.0), per_day / 2)
    begin = first - EDGE / per_day
    return TimeScale(begin, begin + rect.width() / per_day, rect.left(), rect.width())


# ---- the legend ----


def legend_of(scene: LineageScene) -> list[tuple[str, str]]:
    """Keys of samples with their words: what of it this picture has."""
    graph, layout = scene.graph, scene.layout
    there = {RELATIONS[code] for code in graph.relation.tolist()}
    found = [(relation.value, tr(style.words)) for relation, style in STYLES.items() if relation in there]
    back = layout.ways == Way.BACK
    more = (
        ("stated", tr("stated"), bool((~graph.inferred).any())),
        ("inferred", tr("inferred"), bool(graph.inferred.any())),
        ("hollow", tr("only a name so far"), not bool(graph.is_resolved().all())),
        ("guessed", tr("no date: beside its relatives"), bool((layout.guessed & graph.is_resolved()).any())),
        ("cycle", tr("closes a cycle"), bool((layout.cyclic & (back | (layout.ways == Way.LOOP))).any())),
        ("against", tr("against the dates"), bool((back & ~layout.cyclic).any())),
    )
    return found + [(key, words) for key, words, here in more if here]


def legend_lines(legend: Sequence[tuple[str, str]], look: Look, width: float) -> list[list[tuple[float, str, str]]]:
    """Samples that fit beside each other, each with its place from the left."""
    metrics = QFontMetricsF(look.font)
    lines: list[list[tuple[float, str, str]]] = [[]] if legend else []
    x = 0.0
    for key, words in legend:
        wide = SAMPLE + 6 + metrics.horizontalAdvance(words)
        if x and x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, key, words))
        x += wide + 18
    return lines


def draw_legend(painter: QPainter, look: Look, box: QRectF, lines: Sequence[Sequence[tuple[float, str, str]]]) -> None:
    """Samples with words, line by line."""
    metrics = QFontMetricsF(look.font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, line in enumerate(lines):
        y = box.top() + row * LEGEND_LINE + LEGEND_LINE / 2
        for left, key, words in line:
            draw_sample(painter, look, key, QPointF(box.left() + left, y))
            painter.setFont(look.font)
            painter.setPen(look.colour("text"))
            painter.drawText(QPointF(box.left() + left + SAMPLE + 6, y + metrics.ascent() / 2 - 1), words)


def draw_sample(painter: QPainter, look: Look, key: str, left: QPointF) -> None:
    """A short edge, a node or a sign; `left` is the middle of its left side."""
    middle = QPointF(left.x() + SAMPLE / 2, left.y())
    if key in ("hollow", "guessed"):
        draw_node(painter, Ink(look), middle, strong=True, hollow=key == "hollow", guessed=key == "guessed")
        return
    if key in ("cycle", "against"):
        sign = SIGN_CYCLE if key == "cycle" else SIGN_AGAINST
        painter.setFont(look.font)
        painter.setPen(look.colour("disagreement"))
        metrics = QFontMetricsF(look.font)
        painter.drawText(middle + QPointF(-metrics.horizontalAdvance(sign) / 2, metrics.ascent() / 2 - 1), sign)
        return
    style = next((style for relation, style in STYLES.items() if relation.value == key), None)
    colour = look.colour(style.tone if style is not None else "muted")
    pen = QPen(colour, LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if key == "inferred":
        pen.setDashPattern(DASH)
    end = QPointF(left.x() + SAMPLE - HALF, left.y())
    painter.setPen(pen)
    painter.drawLine(left, end if style is None else end - QPointF(4, 0))
    if style is not None:
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if style.filled else look.colour("background"))
        painter.drawPolygon(head(end, 1, 0, 6))
