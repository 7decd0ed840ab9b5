"""A frame of the timeline while it is panned and zoomed: as quick with a million events as with a thousand.

It should take less than 16.7 ms, a sixtieth of a second; the time is printed, and the growth asserted.
Beside it stands a bare painter that draws as many shapes, bars, columns and pictures of labels in the same places, as
one would write it when everything is known: what is left is the work of finding out what to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.drawing.look import Look
from desktop.drawing.mark_shapes import shape
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.drawing import TimelineDrawing
from desktop.drawing.timeline.scene import DrawnBin
from tests.bench.measure import REPORT, Line, spent
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, scene_of

pytestmark = pytest.mark.bench

WIDTH, HEIGHT = 1600, 600
SIZES = (1_000, 100_000, 1_000_000)
TICKS = 30
"""About as many as an axis has."""
MOST_GROWTH = 2.0
MOST_BARE = 4.0
"""Times a bare painter's frame."""


def path(drawing: TimelineDrawing) -> Iterator[TimeScale]:
    """From decades down to days and back, panning in between as a hand does."""
    scale = TimeScale(*drawing.whole(), 0.0, float(WIDTH))
    middle = day("2023-05-01") + 0.5
    for step in range(40):
        scale = scale.zoomed(1.26 if step < 28 else 1 / 1.7, middle)
        yield scale
        for _ in range(5):
            scale = scale.panned(scale.days * (0.015 if step % 2 else -0.015))
            yield scale


@dataclass
class Bare:
    """What a frame showed, and a painter that draws as much."""

    label: QPixmap
    glyph: QPixmap
    frames: list[list[tuple[str, QRectF]]] = field(default_factory=list)

    def record(self, drawing: TimelineDrawing) -> None:
        """Note the places of what was drawn."""
        frame = drawing._frame
        assert frame is not None
        found = [("bin" if isinstance(one, DrawnBin) else "mark", one.rect) for one in drawing.drawn()]
        labels = (frame.label_rect(at) for at in frame.marks)
        self.frames.append(found + [("label", rect) for rect in labels if rect is not None])

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw as much."""
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), Qt.GlobalColor.white)
        colour = QColor("#0B65A8")
        for what, rect in self.frames[number]:
            if what == "label":
                painter.drawPixmap(rect.topLeft(), self.label)
                continue
            if what == "bin":  # what is left out, what is kept, and the line above it
                painter.fillRect(rect, colour)
                painter.fillRect(QRectF(rect.left(), rect.top() + 2, rect.width(), rect.height() - 2), colour)
                painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), colour)
            elif rect.width() > 14:  # the body of a bar and its line
                painter.fillRect(rect, colour)
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colour)
            painter.drawPixmap(QPointF(rect.center().x(), rect.top()), self.glyph)
        for tick in range(TICKS):
            painter.fillRect(QRectF(tick * WIDTH / TICKS, 0, 1, HEIGHT), colour)
            painter.drawPixmap(QPointF(tick * WIDTH / TICKS, HEIGHT - 20), self.label)


def bare() -> Bare:
    """With a picture of a label and of a shape."""
    label, glyph = QPixmap(130, 17), QPixmap(20, 20)
    for picture in (label, glyph):
        picture.fill(Qt.GlobalColor.transparent)
    with QPainter(label) as painter:
        painter.drawText(QPointF(0, 13), "Event 123 of the lab")
    with QPainter(glyph) as painter:
        painter.translate(10, 10)
        painter.fillPath(shape("company"), QColor("#0B65A8"))
    return Bare(label, glyph)


def frames(drawing: TimelineDrawing, seen: Callable[[TimelineDrawing], None] | None = None) -> list[float]:
    """Milliseconds of each frame of the path."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    times = []

    def draw(scale: TimeScale) -> None:
        with QPainter(image) as painter:
            drawing.draw(painter, QRectF(0, 0, WIDTH, HEIGHT), scale)

    for scale in path(drawing):
        times.append(spent(lambda scale=scale: draw(scale)))
        if seen is not None:
            seen(drawing)
    return times


def bare_frames(recorded: Bare) -> list[float]:
    """Milliseconds of each frame of a painter that knows everything."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)

    def draw(number: int) -> None:
        with QPainter(image) as painter:
            recorded.draw(painter, number)

    return [spent(lambda number=number: draw(number)) for number in range(len(recorded.frames))]


@pytest.fixture(scope="module")
def drawings(qapp: object) -> dict[int, TimelineDrawing]:
    """A drawing for each number of events, a third of them left out by the filter."""
    found = {}
    for number in SIZES:
        shown = np.arange(number) % 3 > 0
        found[number] = drawing_of(scene_of(generated(number), shown=shown))
    assert Look.named("light").colour("release").isValid()
    return found


def p95(times: list[float]) -> float:
    """The time that 19 of 20 frames keep within."""
    return float(np.percentile(times, 95))


def test_a_frame_takes_the_same_whatever_the_number_of_events(drawings: dict[int, TimelineDrawing]) -> None:
    """The 95th percentile at a million events against the one at a thousand, each the best of three runs in turn."""
    best = dict.fromkeys(SIZES, float("inf"))
    for _run in range(3):
        for number, drawing in drawings.items():
            drawing.set_look(Look.named("light"))  # forgets pictures and windows: a first frame is one of them
            best[number] = min(best[number], p95(frames(drawing)))
    for number in SIZES:
        REPORT.append(Line(f"timeline, p95 of frames, {number:,} events", best[number]))
    line = Line("timeline, a million events against a thousand", best[SIZES[-1]], best[SIZES[0]], MOST_GROWTH)
    REPORT.append(line)
    assert line.is_fast(), str(line)


@pytest.mark.parametrize("number", SIZES)
def test_finding_out_what_to_draw_costs_little_beside_drawing(
    drawings: dict[int, TimelineDrawing], number: int
) -> None:
    """The mean frame against one that draws as many shapes, columns and labels without asking what they are."""
    drawing, recorded = drawings[number], bare()
    frames(drawing, recorded.record)
    runs = [(float(np.mean(frames(drawing))), float(np.mean(bare_frames(recorded)))) for _ in range(3)]
    ours, other = min(runs, key=lambda run: run[0] / run[1])
    line = Line(f"timeline, mean frame, {number:,} events, and a bare painter", ours, other, MOST_BARE)
    REPORT.append(line)
    assert line.is_fast(), str(line)
