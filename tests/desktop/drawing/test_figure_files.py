"""Figures as files: each ending says what is written, text stays text, and what cannot be written is said."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage

from db.atomic import WriteError
from desktop.drawing.figure import Figure, draw_figure
from desktop.drawing.figure_files import FigureError, save_figure
from desktop.drawing.look import Look


def paint(painter, rect):
    figure = Figure(
        "The title 梁文锋", "what was asked", (("release", "Releases"), ("market", "Market")), "Sources: 001"
    )
    draw_figure(painter, rect, Look.named("light"), figure, lambda p, box: p.fillRect(box, QColor("#0B65A8")))


def save(path, **options):
    save_figure(path, QSizeF(400, 300), paint, title="A title", description="About", **options)
    return path


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_png_has_its_dots(qapp, tmp_path, scale):
    image = QImage(str(save(tmp_path / "a.png", scale=scale)))
    assert (image.width(), image.height()) == (400 * scale, 300 * scale)
    assert image.text("Title") == "A title"
    assert image.pixelColor(200 * scale, 150 * scale) == QColor("#0B65A8")
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")


def test_an_svg_keeps_text_as_text(qapp, tmp_path):
    text = save(tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<title>A title</title>" in text and "<desc>About</desc>" in text
    assert 'viewBox="0 0 400 300"' in text
    written = " ".join(re.findall(r">([^<>]+)</text>", text))
    assert all(words in written for words in ("The title", "梁文锋")) and "Sources: 001" in written


def test_a_pdf_is_one_page_of_the_size(qapp, tmp_path):
    content = save(tmp_path / "a.PDF").read_bytes()
    assert content.startswith(b"%PDF-1.")
    box = re.search(rb"/MediaBox \[([0-9. ]+)\]", content)
    assert [round(float(part)) for part in box[1].split()] == [0, 0, 300, 225]


@pytest.mark.parametrize(
    ("name", "size", "scale", "said"),
    [
        ("a.gif", (400, 300), 1, "use one of .svg, .png, .pdf"),
        ("a", (400, 300), 1, "use one of"),
        ("a.png", (400, 300), 5, "1 to 4"),
        ("a.png", (20_000, 20_000), 1, "too many"),
        ("a.svg", (0, 300), 1, "1 to 20,000"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_is_written(qapp, tmp_path, name, size, scale, said):
    with pytest.raises(FigureError, match=said):
        save_figure(tmp_path / name, QSizeF(*size), paint, scale=scale)
    assert not list(tmp_path.iterdir())


def test_the_old_file_stays_where_the_new_one_cannot_be_written(qapp, tmp_path):
    with pytest.raises(WriteError, match="folder does not exist"):
        save(tmp_path / "missing" / "a.png")


def test_the_picture_has_the_room_between_head_and_legend(qapp, tmp_path):
    room = []
    from PySide6.QtGui import QPainter

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        figure = Figure("T", "s " * 90, (), "f " * 90)
        draw_figure(painter, QRectF(0, 0, 400, 300), Look.named("dark"), figure, lambda _p, box: room.append(box))
    assert 100 < room[0].top() < room[0].bottom() - 60 < 200
