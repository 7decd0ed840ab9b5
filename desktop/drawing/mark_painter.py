"""Single marks on a painter: shapes, bars with soft ends, arrows, labels and rings."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGradient,
    QLinearGradient,
    QPaintEngine,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)

from desktop.drawing.look import Look
from desktop.drawing.mark_extents import INSIDE
from desktop.drawing.mark_shapes import shape
from desktop.drawing.text_widths import Text

STAMP = 20.0
"""Side of a shape's picture, with room around it."""
MOST_MADE = 25
"""Pictures of labels made in a frame at most; the others come in the next."""
KEPT = 3000
LONGEST_STAMP = 400.0
"""Pixels up to which bars are kept as pictures."""
FILE_SLACK = 1.025
"""How much wider a text may be in a file that another program opens."""
TINT = 0.22
"""Opacity of a bar's body; the line below it is as strong as a mark."""
BAR = 14.0
LINE = 2.5
CLEAR = QColor(0, 0, 0, 0)
Turn = QTransform.TransformationType


class Ink:
    """Colours, type and pictures that frames share; nothing of it depends on the data."""

    def __init__(self, look: Look, *, still: bool = False) -> None:
        """`still` is for files: other programs may set their text a little wider."""
        self.look, self.still = look, still
        self.metrics = QFontMetricsF(look.font)
        self._slack = FILE_SLACK if still else 1.0
        self.text = Text(lambda text: self.metrics.horizontalAdvance(text) * self._slack, self._elided)
        self.small = QFont(look.font)
        self.small.setPointSizeF(look.font.pointSizeF() * 0.85)
        self.small_metrics = QFontMetricsF(self.small)
        self.small_height = self.small_metrics.height()
        self._stamps: dict[tuple[str, bool, bool, float], QPixmap] = {}
        self._labels: dict[tuple[str, str, float], QPixmap] = {}
        self._bars: dict[tuple[int, int, int, int, float, float], QPixmap] = {}
        self._counts: dict[tuple[str, float], QPixmap] = {}
        self.made = 0
        """Pictures of labels made in this frame."""
        self.unfinished = False

    def _elided(self, text: str, room: float) -> str:
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room / self._slack)

    def begin(self) -> None:
        """Count for a new frame."""
        self.made, self.unfinished = 0, False
        for pictures in (self._labels, self._bars, self._counts):
            if len(pictures) > KEPT:
                pictures.clear()

    @lru_cache(maxsize=1024)  # noqa: B019
    def number_width(self, text: str) -> float:
        """Pixels of a count."""
        return self.small_metrics.horizontalAdvance(text)

    @lru_cache(maxsize=64)  # noqa: B019 - a new look has a new ink
    def colour(self, tone: str, shown: bool) -> QColor:
        """The colour of a mark: thinned where the filter leaves it out."""
        return self.look.colour(tone) if shown else self.look.dimmed(tone)

    @lru_cache(maxsize=64)  # noqa: B019
    def column(self, tone: str, shown: bool) -> QColor:
        """The body of a column: lighter than a mark, since there is much more of it."""
        return self.look.dimmed(tone, 0.55 if shown else 0.18)


class MarkPainter:
    """Draws on one painter for one frame: with pictures of shapes and labels on the screen, without them in files."""

    def __init__(self, painter: QPainter, ink: Ink) -> None:
        self.painter, self.ink = painter, ink
        device = painter.device()
        self._ratio = float(device.devicePixelRatioF()) if device is not None else 1.0
        engine = painter.paintEngine()
        # A file is drawn in one frame, which makes no more pictures than a frame of the window may.
        self.pictures = (
            not ink.still
            and engine is not None
            and engine.type() == QPaintEngine.Type.Raster
            and painter.transform().type() in (Turn.TxNone, Turn.TxTranslate)
        )
        self._ascent, self._height = ink.metrics.ascent(), ink.metrics.height()
        painter.setFont(ink.look.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # ---- shapes ----

    def shape(self, tone: str, x: float, y: float, *, shown: bool, hollow: bool) -> None:
        """The shape of a tone; hollow for a date that is not a day."""
        if not self.pictures:
            self.painter.save()
            self.painter.translate(x, y)
            _draw_shape(self.painter, self.ink, tone, shown, hollow)
            self.painter.restore()
            return
        self.painter.drawPixmap(QPointF(x - STAMP / 2, y - STAMP / 2), self.stamp(tone, shown, hollow))

    def stamp(self, tone: str, shown: bool, hollow: bool) -> QPixmap:
        """The picture of a shape, its middle in the middle of a square of STAMP pixels."""
        key = (tone, shown, hollow, self._ratio)
        stamp = self.ink._stamps.get(key)
        if stamp is None:
            stamp = self.ink._stamps[key] = self._picture(QSizeF(STAMP, STAMP))
            painter = QPainter(stamp)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(STAMP / 2, STAMP / 2)
            _draw_shape(painter, self.ink, tone, shown, hollow)
            painter.end()
        return stamp

    def ring(self, tone: str, x: float, y: float, colour: QColor, width: float) -> None:
        """A line around a shape, at a distance."""
        path = QTransform.fromTranslate(x, y).scale(1.75, 1.75).map(shape(tone))
        self.painter.setPen(
            QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def plate(self, rect: QRectF, fill: QColor, edge: QColor | None = None, width: float = 1.0) -> None:
        """A rounded ground below a mark and its label."""
        self.painter.setPen(QPen(edge, width) if edge is not None else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(fill)
        self.painter.drawRoundedRect(rect, 4, 4)

    # ---- bars ----

    def bar(
        self,
        ends: tuple[float, float],
        y: float,
        colour: QColor,
        soft: tuple[float, float],
        sight: QRectF,
        *,
        height: float = BAR,
    ) -> None:
        """From one end to the other, appearing over `soft` pixels at each; sharp with an upright where that is 0.

        Only what lies in `sight` is filled: near, a year is some hundred thousand pixels long.
        """
        start, end = ends
        if not self.pictures or end - start > LONGEST_STAMP:
            _draw_bar(self.painter, ends, (y, height), colour, soft, sight=sight)
            return
        # Bars of a scale have few lengths: their pictures are the same but for the place.
        long = max(round(end - start), 1)
        key = (colour.rgb(), long, round(soft[0]), round(soft[1]), height, self._ratio)
        stamp = self.ink._bars.get(key)
        if stamp is None:
            stamp = self.ink._bars[key] = self._picture(QSizeF(long, height))
            painter = QPainter(stamp)
            whole = QRectF(0, 0, long, height)
            _draw_bar(painter, (0, long), (height / 2, height), colour, (float(key[2]), float(key[3])), sight=whole)
            painter.end()
        self.painter.drawPixmap(QPointF(round(start), round(y - height / 2)), stamp)

    def arrow(self, x: float, y: float, direction: int, colour: QColor) -> None:
        """The point of an open range: 1 to the right, -1 to the left."""
        self.painter.setPen(QPen(colour, 1.5))
        tip, back = QPointF(x, y + BAR / 2 - LINE / 2), x - 5 * direction
        self.painter.drawLine(QPointF(back, tip.y() - 4), tip)
        self.painter.drawLine(QPointF(back, tip.y() + 4), tip)

    # ---- labels ----

    def count(self, text: str, x: float, y: float, room: float) -> bool:
        """A number around its middle; nothing, and False, where it is wider than its room."""
        ink = self.ink
        width, height = ink.number_width(text), ink.small_height
        if width + 2 > room:
            return False
        if not self.pictures:
            _draw_count(self.painter, ink, text, QPointF(x - width / 2, y - height / 2))
            return True
        stamp = ink._counts.get((text, self._ratio))
        if stamp is None:
            stamp = ink._counts[text, self._ratio] = self._picture(QSizeF(width + 1, height))
            painter = QPainter(stamp)
            _draw_count(painter, ink, text, QPointF(0, 0))
            painter.end()
        self.painter.drawPixmap(QPointF(round(x - width / 2), round(y - height / 2)), stamp)
        return True

    def label(self, text: str, x: float, y: float) -> None:
        """The label of a mark, its left end and its middle given; it comes in a later frame when many are new."""
        if self.pictures and (text, "text", self._ratio) not in self.ink._labels and self.ink.made >= MOST_MADE:
            self.ink.unfinished = True
            return
        self.words(text, x, y)

    def words(self, text: str, x: float, y: float, colour: str = "text") -> None:
        """A text in a colour, its left end and its middle given."""
        ink = self.ink
        if not self.pictures:
            self.painter.setPen(ink.look.colour(colour))
            self.painter.drawText(QPointF(x, y - self._height / 2 + self._ascent), text)
            return
        key = (text, colour, self._ratio)
        picture = ink._labels.get(key)
        if picture is None:
            ink.made += 1
            picture = ink._labels[key] = self._picture(QSizeF(ink.text.width(text) + 2, self._height))
            painter = QPainter(picture)
            painter.setFont(ink.look.font)
            painter.setPen(ink.look.colour(colour))
            painter.drawText(QPointF(0, self._ascent), text)
            painter.end()
        self.painter.drawPixmap(QPointF(round(x), round(y - self._height / 2)), picture)

    def _picture(self, size: QSizeF) -> QPixmap:
        pixmap = QPixmap((size * self._ratio).toSize())
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(CLEAR)
        return pixmap


def _draw_shape(painter: QPainter, ink: Ink, tone: str, shown: bool, hollow: bool) -> None:
    colour = ink.colour(tone, shown)
    if hollow:
        painter.scale(0.82, 0.82)
        painter.setPen(QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(ink.look.colour("background"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawPath(shape(tone))


def _draw_count(painter: QPainter, ink: Ink, text: str, corner: QPointF) -> None:
    painter.setFont(ink.small)
    painter.setPen(ink.look.colour("text"))
    painter.drawText(corner + QPointF(0, ink.small_metrics.ascent()), text)
    painter.setFont(ink.look.font)


def _draw_bar(
    painter: QPainter,
    ends: tuple[float, float],
    place: tuple[float, float],
    colour: QColor,
    soft: tuple[float, float],
    *,
    sight: QRectF,
) -> None:
    """`place` is its middle and its height."""
    (start, end), (y, height) = ends, place
    left, right = max(start, sight.left()), min(end, sight.right())
    if right <= left:
        return
    tint = QColor(colour)
    tint.setAlphaF(TINT)
    painter.fillRect(QRectF(left, y - height / 2, right - left, height), _soft_brush(tint, start, end, soft))
    painter.fillRect(QRectF(left, y + height / 2 - LINE, right - left, LINE), _soft_brush(colour, start, end, soft))
    for x, width in ((start, soft[0]), (end - LINE / 2, soft[1])):
        if not width and left <= x <= right and end - start >= INSIDE:
            painter.fillRect(QRectF(x, y - height / 2, LINE / 2, height), colour)


def _soft_brush(colour: QColor, start: float, end: float, soft: tuple[float, float]) -> QBrush:
    width = end - start
    if width <= 0 or not any(soft):
        return QBrush(colour)
    clear = QColor(colour)
    clear.setAlphaF(0)
    gradient = QLinearGradient(start, 0, end, 0)
    # One colour with two opacities needs no steps in between, which an SVG would be full of.
    gradient.setInterpolationMode(QGradient.InterpolationMode.ComponentInterpolation)
    left, right = min(soft[0] / width, 1.0), max(1 - soft[1] / width, 0.0)
    if left > right:
        left = right = (left + right) / 2
    gradient.setColorAt(0, clear if soft[0] else colour)
    gradient.setColorAt(left, colour)
    gradient.setColorAt(right, colour)
    gradient.setColorAt(1, clear if soft[1] else colour)
    return QBrush(gradient)
