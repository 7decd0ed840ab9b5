"""A career, and the people around one, as figures for a file: with title, names, and where the facts come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from db.people import both_names
from db.person import Profile
from db.texts import tr, tr_n
from desktop.drawing.charts.scene import Frame, Plot
from desktop.drawing.figure import MARGIN, Figure, draw_figure, frame_height
from desktop.drawing.figure_files import Paint
from desktop.drawing.look import Look
from desktop.drawing.people.career import career_of
from desktop.drawing.people.career_chart import CareerChart
from desktop.drawing.people.network import PeopleNetwork

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 960.0
"""Pixels of a usual figure."""
NO_DAYS = (0.0, 1.0)


@dataclass(frozen=True, eq=False, slots=True)
class PersonFigure:
    """What to draw: a plot of one person that `make` makes anew, for each thread its own."""

    make: Callable[[Look], Plot]
    asked: str
    sources: str

    def title(self) -> str:
        """The plot's."""
        return self.make(Look.named("light")).title()

    def description(self) -> str:
        """Whom it shows."""
        return self.asked

    def size(self, width: float = WIDTH) -> QSizeF:
        """As high as the plot has to be with what stands around it."""
        look = Look.named("light")
        plot = self.make(look)
        inside = plot.height(QRectF(0, 0, width - 2 * MARGIN, 0))
        return QSizeF(width, round(inside + frame_height(look, width, self._figure(plot))))

    def paint(self, look: Look) -> Paint:
        """What draws it in these colours."""
        plot = self.make(look)

        def body(painter: QPainter, rect: QRectF) -> None:
            plot.draw(painter, Frame(rect, look, NO_DAYS))

        return lambda painter, rect: draw_figure(painter, rect, look, self._figure(plot), body)

    def _figure(self, plot: Plot) -> Figure:
        return Figure(plot.title(), self.asked, (), self.sources)


def career_figure(found: Profile, sources: str) -> PersonFigure | None:
    """The career of a person; None where nothing is known of one."""
    career = career_of(found)
    if not career.rows and not career.undated:
        return None
    name, undated = found.details.name, len(career.undated)
    parts = (
        both_names(name, found.native),
        tr_n("{n:,} time that no source dates", "{n:,} times that no source dates", undated) if undated else "",
    )
    return PersonFigure(lambda look: CareerChart(career, name, look), " · ".join(filter(None, parts)), sources)


def network_figure(found: Profile, network: PeopleNetwork, sources: str) -> PersonFigure | None:
    """The people around a person; None where there are none."""
    if not found.colleagues:
        return None
    said = tr("{name}: the more two share, the thicker the line", name=both_names(found.details.name, found.native))
    return PersonFigure(lambda _look: network.anew(), said, sources)
