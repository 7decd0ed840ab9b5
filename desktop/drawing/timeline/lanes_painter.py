"""The painting of a frame's lanes: columns of bins, bars, shapes and labels, in this order."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from db.timeline import OPEN_END, OPEN_START, TONES
from desktop.drawing.mark_extents import RUN_OFF
from desktop.drawing.mark_painter import CLEAR, STAMP, MarkPainter
from desktop.drawing.mark_shapes import SIZE
from desktop.drawing.timeline.columns_painter import draw_columns
from desktop.drawing.timeline.frame import Frame
from desktop.drawing.timeline.lane_marks import SPACE

PLATE = 4.0
"""Pixels of a selected mark's ground around it."""


def draw_lanes(frame: Frame, painter: MarkPainter, hover: int | None) -> None:
    """Paint everything of the lanes."""
    draw_columns(frame, painter)
    marks = frame.marks
    shown = frame.scene.shown[frame.window.positions].tolist()
    chosen = set(_chosen(frame, marks))
    # What the filter leaves out lies below what it keeps, its shapes too: on a bar they would shine out.
    for layer in ([at for at in marks if not shown[at]], [at for at in marks if shown[at]]):
        _draw_bars(frame, painter, layer, shown)
        _draw_chosen(frame, painter, [at for at in layer if at in chosen])
        _draw_shapes(frame, painter, layer, shown)
    _draw_labels(frame, painter, marks)
    _draw_pointed(frame, painter, marks, hover)


def _draw_bars(frame: Frame, painter: MarkPainter, marks: list[int], shown: list[bool]) -> None:
    window = frame.window
    extents, timeline = window.extents, frame.scene.timeline
    for at in marks:
        if not extents.bar[at]:
            continue
        position = int(window.positions[at])
        flags = int(timeline.flags[position])
        colour = painter.ink.colour(TONES[timeline.tones[position]], shown[at])
        fade, y = float(extents.fade[at]), frame.y[at]
        start, end = float(extents.start[at]) - fade + frame.dx, float(extents.end[at]) + fade + frame.dx
        soft = (float(extents.soft_start[at]), float(extents.soft_end[at]))
        if flags & OPEN_START:
            start -= RUN_OFF
            if start >= frame.rect.left():
                painter.arrow(start, y, -1, colour)
        if flags & OPEN_END:
            end += RUN_OFF
            if end <= frame.rect.right():
                painter.arrow(end, y, 1, colour)
        painter.bar((start, end), y, colour, soft, frame.rect)


def _draw_shapes(frame: Frame, painter: MarkPainter, marks: list[int], shown: list[bool]) -> None:
    tones = frame.scene.timeline.tones[frame.window.positions].tolist()
    hollow = frame.window.extents.bar.tolist()
    x, y = frame.x, frame.y
    if painter.pictures:
        draw, half = painter.painter.drawPixmap, STAMP / 2
        for at in marks:
            stamp = painter.stamp(TONES[tones[at]], shown[at], hollow[at])
            draw(QPointF(x[at] - half, y[at] - half), stamp)
        return
    for at in marks:
        if frame.shape_in_sight(at):  # files may know no clipping
            painter.shape(TONES[tones[at]], x[at], y[at], shown=shown[at], hollow=hollow[at])


def _draw_labels(frame: Frame, painter: MarkPainter, marks: list[int]) -> None:
    """The labels: none is cut by the edge of the sight, but elided, or left out where hardly a word has room."""
    qt, text = painter.painter, painter.ink.text
    for at in marks:
        label, rect = frame.placed.labels[at], frame.label_rect(at)
        if label is None or rect is None:
            continue
        y = rect.center().y()
        words = label.text if rect.width() >= label.width else text.within(label.text, rect.width())
        if label.moved:
            from_y = frame.y[at]
            up = 1 if from_y > y else -1
            qt.setPen(QPen(painter.ink.look.colour("edge"), 1))
            qt.drawLine(QPointF(frame.x[at], from_y - up * SIZE / 2), QPointF(frame.x[at], y))
            qt.drawLine(QPointF(frame.x[at], y), QPointF(rect.left() - 2, y))
        painter.label(words, rect.left(), y)


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
        painter.plate(_ground(frame, at), look.colour("selection"), look.translucent("accent", 0.6))


def _ground(frame: Frame, at: int) -> QRectF:
    """Around a mark's shape, and its label where that stands beside it; around the label of a bar that alone is seen.

    Where neither is seen, around what is seen of the bar.
    """
    y, label, rect = frame.y[at], frame.placed.labels[at], frame.label_rect(at)
    beside = None if label is None or label.moved else rect
    if frame.shape_in_sight(at):
        shape = QRectF(frame.x[at] - SIZE / 2, y, SIZE, 1)
        around = shape if beside is None else shape.united(beside)
    else:
        around = _bar_in_sight(frame, at) if beside is None else beside
    right = min(around.right() + PLATE, frame.rect.right())
    return QRectF(around.left() - PLATE, y - 9.5, right - around.left() + PLATE, 19)


def _bar_in_sight(frame: Frame, at: int) -> QRectF:
    return frame.mark_rect(at).intersected(frame.rect)


def _draw_pointed(frame: Frame, painter: MarkPainter, marks: list[int], hover: int | None) -> None:
    scene, look = frame.scene, painter.ink.look
    focus = scene.timeline.position_of(scene.focus) if scene.focus is not None else None
    for position, colour, width in ((hover, look.colour("text"), 1.0), (focus, look.colour("accent"), 2.0)):
        if position is None or position >= scene.timeline.dated:
            continue
        for at in (at for at in marks if frame.window.positions[at] == position):
            tone = TONES[scene.timeline.tones[position]]
            x, y = frame.x[at], frame.y[at]
            _say_name(frame, painter, at, position)
            if not frame.shape_in_sight(at):
                painter.plate(_ground(frame, at), CLEAR, colour, width)
                continue
            painter.shape(tone, x, y, shown=bool(scene.shown[position]), hollow=bool(frame.window.extents.bar[at]))
            painter.ring(tone, x, y, colour, width)


def _say_name(frame: Frame, painter: MarkPainter, at: int, position: int) -> None:
    """The name of a mark that is pointed at and found no room for its label: over others, on a ground of its own."""
    if frame.label_rect(at) is not None:
        return
    ink = painter.ink
    text = ink.text.within(frame.scene.timeline.names[position], 320)
    width = ink.text.width(text)
    x, y = frame.x[at] + SIZE / 2 + 2 * SPACE, frame.y[at]
    if x + width + PLATE > frame.rect.right():
        x = min(frame.x[at] - SIZE / 2 - 2 * SPACE, frame.rect.right() - 2 * PLATE) - width
    x = max(x, frame.rect.left() + 2 * PLATE)
    painter.plate(
        QRectF(x - PLATE, y - 10, width + 2 * PLATE, 20), QColor(ink.look.colour("background")), ink.look.colour("edge")
    )
    painter.words(text, x, y)
