"""The frame of a figure: title, what was asked, the picture, its legend, and where the facts come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.drawing.legend_samples import draw_sample, sample_width
from desktop.drawing.look import Look

MARGIN, GAP = 24.0, 12.0
TITLE_SIZE, SMALL = 1.5, 0.85
"""Of the look's font."""
LEGEND_LINE = 20.0


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands around the picture. `legend` has pairs of a sample (of `legend_samples`) and its words."""

    title: str
    subtitle: str = ""
    legend: Sequence[tuple[str, str]] = ()
    footer: str = ""


def draw_figure(
    painter: QPainter, rect: QRectF, look: Look, figure: Figure, body: Callable[[QPainter, QRectF], None]
) -> None:
    """Draw a figure; `body` draws into the room that is left."""
    painter.fillRect(rect, look.colour("background"))
    inside = rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    top = inside.top() + _text(painter, look, inside, (figure.title, TITLE_SIZE, "text", True))
    if figure.subtitle:
        box = QRectF(inside.left(), top + 4, inside.width(), inside.height())
        top += 4 + _text(painter, look, box, (figure.subtitle, 1.0, "muted", False))
    bottom = inside.bottom()
    if figure.footer:
        high = _height(look, inside.width(), figure.footer, SMALL)
        bottom -= high
        _text(
            painter, look, QRectF(inside.left(), bottom, inside.width(), high), (figure.footer, SMALL, "muted", False)
        )
    if figure.legend:
        bottom -= GAP + _legend(painter, look, QRectF(inside.left(), 0, inside.width(), bottom - GAP), figure.legend)
    painter.save()
    body(painter, QRectF(QPointF(inside.left(), top + GAP), QPointF(inside.right(), bottom - GAP)))
    painter.restore()


def frame_height(look: Look, width: float, figure: Figure) -> float:
    """Pixels that a figure of this width takes beside its picture."""
    inside = width - 2 * MARGIN
    high = 2 * MARGIN + 2 * GAP + _height(look, inside, figure.title, TITLE_SIZE, bold=True)
    high += 4 + _height(look, inside, figure.subtitle, 1.0) if figure.subtitle else 0
    high += _height(look, inside, figure.footer, SMALL) if figure.footer else 0
    return high + (GAP + _legend_places(look, inside, figure.legend)[1] if figure.legend else 0)


def _font(look: Look, size: float, *, bold: bool = False) -> QFont:
    font = QFont(look.font)
    font.setPointSizeF(look.font.pointSizeF() * size)
    font.setBold(bold)
    return font


_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def _height(look: Look, width: float, text: str, size: float, *, bold: bool = False) -> float:
    metrics = QFontMetricsF(_font(look, size, bold=bold))
    return metrics.boundingRect(QRectF(0, 0, width, 10_000), _FLAGS, text).height()


def _text(painter: QPainter, look: Look, box: QRectF, said: tuple[str, float, str, bool]) -> float:
    """Write a text in lines at the top of a box; returns how high they are. `said`: text, size, colour, bold."""
    text, size, token, bold = said
    high = _height(look, box.width(), text, size, bold=bold)
    painter.setFont(_font(look, size, bold=bold))
    painter.setPen(look.colour(token))
    painter.drawText(QRectF(box.left(), box.top(), box.width(), high), _FLAGS, text)
    return high


def _legend(painter: QPainter, look: Look, box: QRectF, legend: Sequence[tuple[str, str]]) -> float:
    """Marks with words in lines that end at the bottom of the box; returns how high they are."""
    metrics = QFontMetricsF(look.font)
    places, high = _legend_places(look, box.width(), legend)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (key, words), (left, down) in zip(legend, places, strict=True):
        y = box.bottom() - high + (down + 0.5) * LEGEND_LINE
        draw_sample(painter, look, key, QPointF(box.left() + left, y))
        painter.setFont(look.font)
        painter.setPen(look.colour("text"))
        painter.drawText(QPointF(box.left() + left + sample_width(key) + 6, y + metrics.ascent() / 2 - 1), words)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    return high


def _legend_places(
    look: Look, width: float, legend: Sequence[tuple[str, str]]
) -> tuple[list[tuple[float, int]], float]:
    """Where each entry begins, in pixels and lines, and how high all are."""
    metrics = QFontMetricsF(look.font)
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for key, words in legend:
        wide = sample_width(key) + metrics.horizontalAdvance(words) + 6
        if x and x + wide > width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide + 20
    return places, (row + 1) * LEGEND_LINE
