"""The columns and soft bars that stand for many marks, and their counts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from db.texts import tr_n
from db.timeline import TONES
from desktop.drawing.mark_painter import BAR, MarkPainter
from desktop.drawing.timeline.frame import Frame

NARROWEST_COUNT = 9.0
"""Pixels of the narrowest number."""


def draw_columns(frame: Frame, painter: MarkPainter) -> None:
    """Paint the columns of a frame, with how many marks of each the filter keeps."""
    columns, ink, qt = frame.columns, painter.ink, painter.painter
    if not len(columns.band):
        return
    for at in np.flatnonzero(columns.is_bar).tolist():
        x, width, high = (float(part[at]) for part in (columns.left, columns.width, columns.height))
        colour = ink.colour(_tone(frame, columns.band[at]), bool(columns.kept[at]))
        soft = (0.4 * width, 0.4 * width)
        painter.bar((x, x + width), float(columns.top[at]) + high / 2, colour, soft, frame.rect, height=high)
    qt.setPen(Qt.PenStyle.NoPen)
    qt.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # all stand on whole pixels
    kept = np.maximum(np.round(columns.height * columns.kept / columns.count), 2)
    floor = columns.top + columns.height
    for band in np.unique(columns.band).tolist():
        tone, own = _tone(frame, band), (columns.band == band) & ~columns.is_bar
        some = own & (columns.kept > 0)
        left_out = own & (columns.kept < columns.count)
        for colour, which, top, height in (
            (ink.column(tone, False), left_out, columns.top, columns.height),
            (ink.column(tone, True), some, floor - kept, kept),
            (ink.colour(tone, True), some, floor - kept, np.full(len(kept), 2.0)),
        ):
            parts = (columns.left, top, columns.width, height)
            qt.setBrush(colour)
            qt.drawRects([QRectF(*place) for place in zip(*(part[which].tolist() for part in parts), strict=True)])
    qt.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_counts(frame, painter)


def _tone(frame: Frame, band: int) -> str:
    tone = int(frame.index.lane_tones[frame.window.bands[band].lane])
    return TONES[tone] if tone >= 0 else "edge"


def _draw_counts(frame: Frame, painter: MarkPainter) -> None:
    """How many marks of a column the filter keeps, above it or at its foot, where the number has room."""
    columns, bands, ink = frame.columns, frame.window.bands, painter.ink
    high = ink.small_height
    left = np.maximum(columns.left, frame.rect.left())
    width = np.minimum(columns.left + columns.width, frame.rect.right()) - left
    flat = np.array([band.collapsed for band in bands])[columns.band]
    lane_top = np.array([band.top for band in bands])[columns.band] + frame.dy
    inside = columns.is_bar | (columns.top - high < lane_top)
    y = np.where(inside, columns.top + columns.height - high / 2, columns.top - high / 2)
    said = (columns.kept > 0) & ~flat & ~(columns.is_bar & (columns.height < BAR)) & (width > NARROWEST_COUNT)
    parts = (columns.kept, left + width / 2, y, width, columns.is_bar)
    for number, x, middle, room, is_bar in zip(*(part[said].tolist() for part in parts), strict=True):
        words = tr_n("{n:,} without a day", "{n:,} without a day", number) if is_bar else ""
        if not words or not painter.count(words, x, middle, room):
            painter.count(f"{number:,}", x, middle, room)
