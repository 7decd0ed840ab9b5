"""A chart as a figure for a file: with its title, what was asked, what is missing and where the facts come from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from desktop.drawing.charts.costs import CostsChart
from desktop.drawing.charts.months import MonthsChart
from desktop.drawing.charts.scene import Chart, ChartScene, Frame
from desktop.drawing.charts.sizes import SizesChart
from desktop.drawing.figure import Figure, draw_figure
from desktop.drawing.figure_files import Paint
from desktop.drawing.look import Look

CHARTS = ("sizes", "active", "months", "costs")
"""The names of the charts."""
SIZE = QSizeF(960, 600)
"""A usual figure, in pixels."""
FRAME = 160.0
"""About what title, remark and sources take of a figure's height."""


def new_chart(key: str) -> Chart:
    """A chart by its name. Raises KeyError for another."""
    made: dict[str, Chart] = {
        "sizes": SizesChart("total"),
        "active": SizesChart("active"),
        "months": MonthsChart(),
        "costs": CostsChart(),
    }
    return made[key]


@dataclass(frozen=True, eq=False, slots=True)
class ChartFigure:
    """What to draw: the chart by its name, what it shows, what was asked, the sources, and the days (else all)."""

    key: str
    scene: ChartScene
    asked: str
    sources: str
    days: tuple[float, float] | None = None

    def title(self) -> str:
        """The chart's."""
        return new_chart(self.key).title()

    def description(self) -> str:
        """What was asked, and what is missing."""
        chart, days = self._chart()
        return " · ".join(filter(None, (self.asked, chart.empty() or chart.remark(days))))

    def size(self, width: float = SIZE.width()) -> QSizeF:
        """As high as usual, or as the chart has to be."""
        chart, _ = self._chart()
        return QSizeF(width, max(SIZE.height(), chart.height(QRectF(0, 0, width, 0)) + FRAME))

    def paint(self, look: Look) -> Paint:
        """What draws it in these colours."""
        chart, days = self._chart()
        figure = Figure(chart.title(), self.description(), (), self.sources)

        def body(painter: QPainter, rect: QRectF) -> None:
            chart.draw(painter, Frame(rect, look, days))

        return lambda painter, rect: draw_figure(painter, rect, look, figure, body)

    def _chart(self) -> tuple[Chart, tuple[float, float]]:
        """A chart of its own: the window's one belongs to the window's thread."""
        chart = new_chart(self.key)
        chart.set_scene(self.scene)
        return chart, self.days or chart.days() or (0.0, 1.0)
