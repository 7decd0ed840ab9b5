"""The days at the ends of a brush, written on the axis: where an end is out of sight, at that edge with an arrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.drawing.mark_painter import Ink
from desktop.drawing.time_axis import day_text
from desktop.drawing.time_scale import END_DAY, FIRST_DAY, TimeScale

PADDING, GAP, INSET = 6.0, 3.0, 4.0  # pixels


@dataclass(frozen=True, slots=True)
class Flag:
    """A text in its place; `beyond` is -1 or 1 where what it tells lies before or after the days in sight, else 0."""

    rect: QRectF
    text: str
    beyond: int = 0


def brush_flags(rect: QRectF, scale: TimeScale, brush: tuple[float, float], ink: Ink) -> list[Flag]:
    """The flags of a brush in the line `rect` of the axis; of one that is wholly out of sight a single one."""
    first, last = sorted(brush)
    left, right = scale.x(first), scale.x(last)
    begin = day_text(max(first, FIRST_DAY))
    end = day_text(min(max(last - 0.001, first), END_DAY - 1))
    whole = begin if begin == end else f"{begin} – {end}"
    if right <= rect.left():
        return [_at_edge(rect, f"← {whole}", -1, ink)]
    if left >= rect.right():
        return [_at_edge(rect, f"{whole} →", 1, ink)]
    if left < rect.left() and right > rect.right():
        return [_at_edge(rect, f"← {begin}", -1, ink), _at_edge(rect, f"{end} →", 1, ink)]
    if left < rect.left():
        flag = _at_edge(rect, f"← {begin}", -1, ink)
        wide = _width(end, ink)
        inside = right - INSET - wide >= flag.rect.right() + GAP
        x = right - INSET - wide if inside else max(right, flag.rect.right()) + GAP
        return [flag, Flag(_box(rect, min(x, rect.right() - wide), wide), end)]
    if right > rect.right():
        flag = _at_edge(rect, f"{end} →", 1, ink)
        wide = _width(begin, ink)
        inside = left + INSET + wide <= flag.rect.left() - GAP
        x = left + INSET if inside else min(left, flag.rect.left()) - GAP - wide
        return [Flag(_box(rect, max(x, rect.left()), wide), begin), flag]
    return _in_sight(rect, (left, right), (begin, end), ink)


def _in_sight(rect: QRectF, ends: tuple[float, float], words: tuple[str, str], ink: Ink) -> list[Flag]:
    """Both within the band; where it is too narrow beside it, on the side that has room."""
    (left, right), widths = ends, [_width(word, ink) for word in words]
    outside = right - left < sum(widths) + 2 * INSET
    places = [left - widths[0] - GAP, right + GAP] if outside else [left + INSET, right - widths[1] - INSET]
    if outside and places[0] < rect.left():
        places = [right + GAP, right + GAP + widths[0] + GAP]
    elif outside and places[1] + widths[1] > rect.right():
        places = [left - widths[1] - widths[0] - 2 * GAP, left - widths[1] - GAP]
    # Where neither side has room for both, they lie on the band.
    over = min(max(places[1] + widths[1] - rect.right(), 0.0), max(places[0] - rect.left(), 0.0))
    parts = zip(places, widths, words, strict=True)
    return [Flag(_box(rect, place - over, width), word) for place, width, word in parts]


def _at_edge(rect: QRectF, text: str, beyond: int, ink: Ink) -> Flag:
    wide = _width(text, ink)
    x = rect.left() + INSET if beyond < 0 else rect.right() - INSET - wide
    return Flag(_box(rect, x, wide), text, beyond)


def _width(text: str, ink: Ink) -> float:
    return ink.text.width(text) + 2 * PADDING


def _box(rect: QRectF, x: float, width: float) -> QRectF:
    return QRectF(x, rect.top(), width, rect.height())
