"""People who contributed to the same things as one person: that person in the middle, the others around."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from db.person import Colleague
from db.rows import Ref
from db.texts import tr, tr_n
from desktop.drawing.charts.scene import ChartMark, Frame
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.time_scale import TimeScale

MOST = 16
"""People around the one in the middle."""
EDGE = 28.0
LABEL = 150.0
"""Pixels kept for a name at either side."""
THICK = 6.0
"""Pixels of the thickest line."""
HIGH = 360.0
HALO = 3.0


class PeopleNetwork:
    """Draws one person's colleagues: the more two share, the thicker the line between them."""

    scale: TimeScale | None = None
    """None: it does not lie along time."""

    def __init__(self, person: Ref, colleagues: Sequence[Colleague], shared: Mapping[tuple[int, int], int]) -> None:
        """`shared` counts what each two of the colleagues share, by their ids, the smaller first."""
        self._person, self._colleagues = person, tuple(colleagues[:MOST])
        self._shared = shared
        self.marks: tuple[ChartMark, ...] = ()
        self._ink: Ink | None = None

    def anew(self) -> PeopleNetwork:
        """The same once more, for another thread."""
        return PeopleNetwork(self._person, self._colleagues, self._shared)

    def title(self) -> str:
        """What it shows."""
        return tr("People who work with {name}", name=self._person.name)

    def height(self, _rect: QRectF) -> float:
        """A circle with names around it."""
        return HIGH

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw lines, then people, then names, so that no line crosses a name."""
        if self._ink is None or self._ink.look is not frame.look:
            self._ink = Ink(frame.look)
        self._ink.begin()
        pen = MarkPainter(painter, self._ink)
        middle, places = frame.rect.center(), self._places(frame.rect)
        at = {one.person.id: place for one, place in zip(self._colleagues, places, strict=True)}
        most = max((len(one.shared) for one in self._colleagues), default=1)
        for (one, other), count in self._shared.items():
            if one in at and other in at:
                self._line(pen, QLineF(at[one], at[other]), count / most, "line")
        for colleague, place in zip(self._colleagues, places, strict=True):
            pointed = frame.hover == colleague.person.id
            share = len(colleague.shared) / most
            self._line(pen, QLineF(middle, place), share, "accent" if pointed else "people")
        marks = [self._node(pen, frame, self._person, middle, tr("the person shown"))]
        for colleague, place in zip(self._colleagues, places, strict=True):
            marks.append(self._node(pen, frame, colleague.person, place, shared_text(colleague)))
        self.marks = tuple(marks)

    def _places(self, rect: QRectF) -> list[QPointF]:
        """An ellipse, beginning at the top: those who share most stand there, then clockwise."""
        wide = max(rect.width() / 2 - LABEL - EDGE, 60.0)
        high = max(rect.height() / 2 - EDGE, 40.0)
        count = len(self._colleagues)
        turns = [2 * math.pi * place / count for place in range(count)]
        return [rect.center() + QPointF(wide * math.sin(turn), -high * math.cos(turn)) for turn in turns]

    def _line(self, pen: MarkPainter, line: QLineF, share: float, token: str) -> None:
        look = pen.ink.look
        colour = look.colour(token) if token == "accent" else look.dimmed(token, 0.6)  # noqa: S105
        width = 1.0 + (THICK - 1.0) * min(share, 1.0)
        pen.painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        pen.painter.drawLine(line)

    def _node(self, pen: MarkPainter, frame: Frame, person: Ref, place: QPointF, text: str) -> ChartMark:
        """A person's mark, and the name on the side that looks away from the middle."""
        middle = frame.rect.center()
        ink = pen.ink
        name = ink.text.within(person.name, LABEL)
        width, high = ink.text.width(name), ink.metrics.height()
        side = place.x() - middle.x()
        if abs(side) < 1:  # above or below the middle, and in it
            down = 1 if place.y() > middle.y() - 1 else -1
            left, y = place.x() - width / 2, place.y() + down * (SIZE + high / 2)
        else:
            left, y = (place.x() + SIZE, place.y()) if side > 0 else (place.x() - SIZE - width, place.y())
        ground = QRectF(left - HALO, y - high / 2, width + 2 * HALO, high)
        pen.plate(ground, ink.look.translucent("background", 0.85))
        pen.shape("people", place.x(), place.y(), shown=True, hollow=False)
        if frame.hover == person.id:
            pen.ring("people", place.x(), place.y(), ink.look.colour("accent"), 2.0)
        pen.words(name, left, y)
        around = QRectF(place.x() - SIZE, place.y() - SIZE, 2 * SIZE, 2 * SIZE).united(ground)
        ids = () if person.id is None else (person.id,)
        return ChartMark(person.id, ids, around, f"{person.name}\n{text}", True)


def shared_text(colleague: Colleague) -> str:
    """How much two share, and what."""
    count = tr_n("{n} shared credit", "{n} shared credits", len(colleague.shared))
    return tr("{count}: {names}", count=count, names=tr(", ").join(ref.name for ref in colleague.shared))
