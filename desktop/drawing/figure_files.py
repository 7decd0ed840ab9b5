"""Pictures as files: SVG and PDF with text as text, PNG at one to four times the size, whole or not at all."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from db.atomic import atomic_write
from db.texts import tr

Paint = Callable[[QPainter, QRectF], None]
"""Draws into a rectangle, in pixels of 1/96 inch."""
ENDINGS = (".svg", ".png", ".pdf")
DOTS = 96  # a pixel of a figure, per inch
MOST_PIXELS = 120_000_000
"""A larger image would take more memory than a picture is worth."""


class FigureError(Exception):
    """A picture could not be made; the message says why and what to do."""


def save_figure(
    path: Path, size: QSizeF, paint: Paint, *, scale: float = 1.0, title: str = "", description: str = ""
) -> None:
    """Write a picture of this size, in pixels, as its file's ending says.

    `scale` (1 to 4) is how many dots of a PNG one pixel has. Raises FigureError, or WriteError where the file cannot
    be written; the old file stays then.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise FigureError(tr("“{name}” has no ending of a picture; use one of {known}", name=path.name, known=known))
    if not (1 <= size.width() <= 20_000 and 1 <= size.height() <= 20_000):
        raise FigureError(tr("a picture is 1 to 20,000 pixels wide and high; choose another size"))
    make = {".svg": _svg, ".pdf": _pdf}.get(ending)
    text = (title, description)
    content = make(size, paint, text) if make is not None else _png(size, paint, text, scale)
    with atomic_write(path) as file:
        file.write(content)


def _svg(size: QSizeF, paint: Paint, text: tuple[str, str]) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # late: only files need it

    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(text[0])
    generator.setDescription(text[1])
    with QPainter(generator) as painter:
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    return _TEXT.sub(_with_width, bytes(buffer.data().data()).decode()).encode()


_TEXT = re.compile(
    r'(<text [^>]*font-family=")([^"]*)(" font-size="([\d.]+)" font-weight="(\d+)"[^>]*?)\s*>([^<]*)</text>'
)


def _with_width(found: re.Match[str]) -> str:
    """A text of an SVG with its width: a program with another font must not draw it over its neighbour."""
    before, family, after, size, weight, words = found.groups()
    font = QFont(html.unescape(family))
    font.setPointSizeF(float(size) * 72 / DOTS)
    font.setWeight(QFont.Weight(int(weight)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    wide = QFontMetricsF(font).horizontalAdvance(html.unescape(words))
    fixed = f' textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"' if wide else ""
    return f"{before}{family}, sans-serif{after}{fixed}>{words}</text>"


def _pdf(size: QSizeF, paint: Paint, text: tuple[str, str]) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(text[0])
    writer.setCreator("Labline")
    writer.setResolution(DOTS)
    points = QSizeF(size.width() * 72 / DOTS, size.height() * 72 / DOTS)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    with QPainter(writer) as painter:
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    return bytes(buffer.data().data())


def _png(size: QSizeF, paint: Paint, text: tuple[str, str], scale: float) -> bytes:
    wide, high = round(size.width() * scale), round(size.height() * scale)
    if not 1 <= scale <= 4:
        raise FigureError(tr("the scale of a PNG is 1 to 4"))
    if wide * high > MOST_PIXELS:
        raise FigureError(
            tr("{wide} × {high} pixels are too many; choose a smaller size or scale", wide=wide, high=high)
        )
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    if image.isNull():
        raise FigureError(tr("there is no memory for {wide} × {high} pixels; choose less", wide=wide, high=high))
    image.setDevicePixelRatio(scale)
    image.setDotsPerMeterX(round(DOTS * scale / 0.0254))
    image.setDotsPerMeterY(round(DOTS * scale / 0.0254))
    image.fill(Qt.GlobalColor.white)
    image.setText("Title", text[0])
    image.setText("Description", text[1])
    with QPainter(image) as painter:
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FigureError(tr("the picture could not be made; choose another ending"))
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    return buffer
