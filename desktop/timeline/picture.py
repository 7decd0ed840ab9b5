"""The pictures of a timeline that can be saved: just the days in sight, and all that the filter shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db.attribution import attribution
from db.texts import tr
from desktop.drawing.timeline.figure import TimelineFigure
from desktop.picture_dialog import Picture
from desktop.timeline.brush import Span
from desktop.timeline.query import Answer

if TYPE_CHECKING:
    from sqlalchemy import Connection


def pictures(conn: Connection, answer: Answer, order: tuple[int, ...], sight: Span, width: float) -> list[Picture]:
    """What is in sight, `width` pixels wide as on the screen, and the whole. Lanes stand in `order`. For a thread."""
    asked = tr("Filter: {words}", words=answer.spec.describe()) if answer.spec.clauses else ""
    whole = TimelineFigure(
        answer.timeline, answer.lanes, answer.shown, asked, attribution(conn), order=order
    )  # fmt: skip
    shown = replace(whole, span=sight)
    choices = (
        (tr("The days in sight"), shown, shown.size(width)),
        (tr("All that the filter shows"), whole, whole.size()),
    )
    return [
        Picture(label, "labline-timeline", figure.title(), figure.description(), size, figure.paint)
        for label, figure, size in choices
    ]
