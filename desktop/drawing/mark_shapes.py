"""The shape of each tone: kinds differ in shape and colour, never in colour alone."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

SIZE = 11.0
"""Width of a mark in pixels; all shapes look about as large."""


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _star() -> list[tuple[float, float]]:
    return [
        (radius * sin(pi * turn / 5), 0.3 - radius * cos(pi * turn / 5))
        for turn in range(10)
        for radius in ((6.6, 2.9)[turn % 2],)
    ]


@cache
def shape(tone: str) -> QPainterPath:
    """The shape of a tone (a name of TONES) around the origin. Raises KeyError for another name."""
    circle = QPainterPath()
    circle.addEllipse(QPointF(0, 0), 5.0, 5.0)
    return {
        "company": circle,
        "release": _polygon((-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5)),
        "paper": _polygon((0, -5.4), (5.7, 4.4), (-5.7, 4.4)),
        "system": _polygon((0, -6.2), (6.2, 0), (0, 6.2), (-6.2, 0)),
        "people": _polygon((0, 5.4), (5.7, -4.4), (-5.7, -4.4)),
        "market": _polygon(*_star()),
    }[tone]
