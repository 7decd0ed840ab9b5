"""The painting of a frame's lanes: columns of bins, bars, shapes and labels, in this order."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from db.timeline import OPEN_END, OPEN_START, TONES
from desktop.drawing.mark_extents import RUN_OFF
from desktop.drawing.mark_painter import MarkPainter
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.timeline_frame import Frame
from desktop.drawing.timeline_labels import SPACE
from desktop.drawing.timeline_scene import DrawnBin

PLATE = 4.0
"""Pixels of a selected mark's ground around it."""


def draw_lanes(frame: Frame, painter: MarkPainter, hover: int | None) -> list[DrawnBin]:
    """Paint everything of the lanes; the columns painted are given back."""
    bins = _draw_bins(frame, painter)
    marks = frame.marks()
    shown = frame.scene.shown[frame.window.positions].tolist()
    # What the filter leaves out lies below what it keeps.
    order = [at for at in marks if not shown[at]] + [at for at in marks if shown[at]]
    _draw_bars(frame, painter, order, shown)
    chosen = _chosen(frame, marks)
    _draw_chosen(frame, painter, chosen)
    _draw_shapes(frame, painter, order, shown)
    _draw_labels(frame, painter, marks)
    _draw_pointed(frame, painter, marks, hover)
    return bins


def _draw_bins(frame: Frame, painter: MarkPainter) -> list[DrawnBin]:
    places = frame.bin_places()
    if not places:
        return []
    kept = frame.kept()
    tones = frame.index.lane_tones
    qt, ink = painter.painter, painter.ink
    found = []
    for at in places:
        drawn = frame.bin(at, int(kept[at]))
        found.append(drawn)
        tone = TONES[tones[drawn.lane]] if tones[drawn.lane] >= 0 else "edge"
        if frame.window.bins.coarse[at]:
            soft = 0.4 * drawn.rect.width()
            middle = drawn.rect.center().y()
            painter.bar(drawn.rect.left(), drawn.rect.right(), middle, ink.colour(tone, drawn.shown > 0), (soft, soft))
            continue
        qt.fillRect(drawn.rect, ink.colour(tone, False))
        if drawn.shown:
            part = QRectF(drawn.rect)
            part.setTop(part.bottom() - max(part.height() * drawn.shown / drawn.count, 1.5))
            qt.fillRect(part, ink.colour(tone, True))
    _draw_counts(frame, painter, found, places)
    return found


def _draw_counts(frame: Frame, painter: MarkPainter, bins: list[DrawnBin], places: list[int]) -> None:
    """How many marks of a column the filter keeps, above it, where the number has room."""
    qt, ink = painter.painter, painter.ink
    qt.setFont(ink.small)
    qt.setPen(ink.look.colour("muted"))
    height = ink.small_metrics.height()
    collapsed = {band.lane for band in frame.window.bands if band.collapsed}
    for drawn, at in zip(bins, places, strict=True):
        if not drawn.shown or drawn.lane in collapsed:
            continue
        text = f"{drawn.shown:,}"
        coarse = frame.window.bins.coarse[at]
        if ink.small_metrics.horizontalAdvance(text) + 2 <= drawn.rect.width():
            top = drawn.rect.center().y() - height / 2 if coarse else drawn.rect.top() - height
            qt.drawText(QRectF(drawn.rect.left(), top, drawn.rect.width(), height), Qt.AlignmentFlag.AlignCenter, text)
    qt.setFont(ink.look.font)


def _draw_bars(frame: Frame, painter: MarkPainter, marks: list[int], shown: list[bool]) -> None:
    window, at_y = frame.window, frame.placed.y
    extents, timeline = window.extents, frame.scene.timeline
    view_left, view_right = frame.rect.left() - 300, frame.rect.right() + 300
    for at in marks:
        if not extents.bar[at]:
            continue
        position = int(window.positions[at])
        flags = int(timeline.flags[position])
        colour = painter.ink.colour(TONES[timeline.tones[position]], shown[at])
        fade, y = float(extents.fade[at]), float(at_y[at]) + frame.dy
        start, end = float(extents.start[at]) - fade + frame.dx, float(extents.end[at]) + fade + frame.dx
        soft = (float(extents.soft_start[at]), float(extents.soft_end[at]))
        if flags & OPEN_START:
            start -= RUN_OFF
            painter.arrow(start, y, -1, colour)
        if flags & OPEN_END:
            end += RUN_OFF
            painter.arrow(end, y, 1, colour)
        if start < view_left and end > view_right and not any(soft):
            start, end = view_left, view_right
        painter.bar(start, end, y, colour, soft)


def _draw_shapes(frame: Frame, painter: MarkPainter, marks: list[int], shown: list[bool]) -> None:
    timeline = frame.scene.timeline
    tones = timeline.tones[frame.window.positions].tolist()
    hollow = frame.window.extents.bar
    x, y = frame.placed.x, frame.placed.y
    for at in marks:
        painter.shape(TONES[tones[at]], x[at] + frame.dx, y[at] + frame.dy, shown=shown[at], hollow=bool(hollow[at]))


def _draw_labels(frame: Frame, painter: MarkPainter, marks: list[int]) -> None:
    placed = frame.placed
    qt = painter.painter
    for at in marks:
        label = placed.labels[at]
        if label is None:
            continue
        y = placed.label_y[at] + frame.dy
        if label.moved:
            from_y = placed.y[at] + frame.dy
            up = 1 if from_y > y else -1
            x = placed.x[at] + frame.dx
            qt.setPen(QPen(painter.ink.look.colour("edge"), 1))
            qt.drawLine(QPointF(x, from_y - up * SIZE / 2), QPointF(x, y))
            qt.drawLine(QPointF(x, y), QPointF(label.x + frame.dx - 2, y))
        painter.label(label.text, label.x + frame.dx, y)


# ---- selected, focused and pointed at ----


def _chosen(frame: Frame, marks: list[int]) -> list[int]:
    selected = frame.scene.selected
    if not selected:
        return []
    ids = frame.scene.timeline.ids[frame.window.positions[marks]].tolist()
    return [at for at, id_ in zip(marks, ids, strict=True) if id_ in selected]


def _draw_chosen(frame: Frame, painter: MarkPainter, marks: list[int]) -> None:
    look = painter.ink.look
    for at in marks:
        painter.plate(_ground(frame, painter, at), look.colour("selection"), look.translucent("accent", 0.6))


def _ground(frame: Frame, painter: MarkPainter, at: int) -> QRectF:
    """Around a mark's shape, and its label where that stands beside it."""
    x, y = float(frame.placed.x[at]) + frame.dx, float(frame.placed.y[at]) + frame.dy
    right = x + SIZE / 2 + PLATE
    label = frame.placed.labels[at]
    if label is not None and not label.moved:
        right = label.x + label.width + frame.dx + PLATE
    left = x - SIZE / 2 - PLATE
    return QRectF(left, y - 9.5, right - left, 19)


def _draw_pointed(frame: Frame, painter: MarkPainter, marks: list[int], hover: int | None) -> None:
    scene, look = frame.scene, painter.ink.look
    focus = scene.timeline.position_of(scene.focus) if scene.focus is not None else None
    for position, colour, width in ((hover, look.colour("text"), 1.0), (focus, look.colour("accent"), 2.0)):
        if position is None or position >= scene.timeline.dated:
            continue
        for at in (at for at in marks if frame.window.positions[at] == position):
            tone = TONES[scene.timeline.tones[position]]
            x, y = float(frame.placed.x[at]) + frame.dx, float(frame.placed.y[at]) + frame.dy
            _say_name(frame, painter, at, position)
            painter.shape(tone, x, y, shown=bool(scene.shown[position]), hollow=bool(frame.window.extents.bar[at]))
            painter.ring(tone, x, y, colour, width)


def _say_name(frame: Frame, painter: MarkPainter, at: int, position: int) -> None:
    """The name of a mark that is pointed at and found no room for its label: over others, on a ground of its own."""
    if frame.placed.labels[at] is not None:
        return
    ink = painter.ink
    text = ink.text.within(frame.scene.timeline.names[position], 320)
    width = ink.text.width(text)
    y = float(frame.placed.y[at]) + frame.dy
    x = float(frame.placed.x[at]) + frame.dx + SIZE / 2 + 2 * SPACE
    if x + width + PLATE > frame.rect.right():
        x = float(frame.placed.x[at]) + frame.dx - SIZE / 2 - 2 * SPACE - width
    painter.plate(
        QRectF(x - PLATE, y - 10, width + 2 * PLATE, 20), QColor(ink.look.colour("background")), ink.look.colour("edge")
    )
    painter.label(text, x, y, ink.look.colour("text"))
