"""Samples for legends: the shapes of tones, and how dates of each kind are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from db.texts import tr
from desktop.drawing.look import Look
from desktop.drawing.mark_painter import Ink, MarkPainter
from desktop.drawing.mark_shapes import shape

WIDE = 44.0
NARROW = 14.0
FORMS = ("span", "known", "about", "open")


def tone_words() -> tuple[tuple[str, str], ...]:
    """The tones with their words."""
    return (
        ("company", tr("Company")),
        ("release", tr("Releases")),
        ("paper", tr("Papers")),
        ("system", tr("Systems")),
        ("people", tr("People")),
        ("market", tr("Market and policy")),
    )


def form_words() -> tuple[tuple[str, str], ...]:
    """The forms of dates with their words."""
    return (
        ("span", tr("some time in this month, season or year")),
        ("known", tr("from a day to a day")),
        ("about", tr("about then")),
        ("open", tr("since; ◂ before")),
    )


def sample_width(key: str) -> float:
    """Pixels of a sample."""
    return WIDE if key in FORMS else NARROW


def draw_sample(painter: QPainter, look: Look, key: str, left: QPointF) -> None:
    """Draw a sample; `left` is the middle of its left side."""
    if key not in FORMS:
        painter.save()
        painter.translate(left.x() + NARROW / 2, left.y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(key))
        painter.drawPath(shape(key))
        painter.restore()
        return
    marks = MarkPainter(painter, Ink(look))
    colour = look.colour("muted")
    soft = {"span": (16.0, 16.0), "known": (0.0, 0.0), "about": (22.0, 22.0), "open": (0.0, 36.0)}[key]
    ends = (left.x(), left.x() + WIDE)
    marks.bar(ends, left.y(), colour, soft, QRectF(left.x() - 1, left.y() - 20, WIDE + 2, 40))
    if key == "span":
        marks.shape("company", left.x() + WIDE / 2, left.y(), shown=True, hollow=True)
    if key == "open":
        marks.arrow(ends[1], left.y(), 1, colour)
