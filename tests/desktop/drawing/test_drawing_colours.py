"""Colours of the timeline's frames: left out, selected, focused and brushed; and frames of nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from tests.desktop.drawing.drawn_events import day, drawing_of, generated, lanes_of, picture, scene_of, timeline_of
from tests.desktop.drawing.seen_marks import count_of, marks_of


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_filter_leaves_out_is_thinned(qapp, scheme):
    timeline = timeline_of([("One", "2024-05-05", "release", 1.0)])
    look = Look.named(scheme)
    for shown, there, missing in ((True, "colour", "dimmed"), (False, "dimmed", "colour")):
        drawing = drawing_of(scene_of(timeline, shown=np.array([shown])), scheme)
        image = picture(drawing, (day("2024-05-01"), day("2024-05-11")), (200, 240))
        assert count_of(image, getattr(look, there)("release")) > 30
        assert count_of(image, getattr(look, missing)("release")) < 8  # of softened edges
        assert count_of(image, look.colour("background")) > 20_000


def test_what_the_filter_leaves_out_does_not_shine_out_of_a_bar_that_it_keeps(qapp):
    timeline = timeline_of([("A year", "2024", "release", 9.0), ("A day", "2024-07-05", "release", 1.0)])
    shown = np.array([name == "A year" for name in timeline.names])
    drawing = drawing_of(scene_of(timeline, shown=shown))
    image = picture(drawing, (day("2023-12-01"), day("2025-02-01")), (500, 210))
    marks = marks_of(drawing)
    place = marks["A day"].rect.center().toPoint()
    assert marks["A year"].rect.contains(place)  # they share the only row
    assert image.pixelColor(place) != Look.named("light").dimmed("release")
    bare = image.pixelColor(place.x() - 30, place.y())
    assert image.pixelColor(place).lightness() <= bare.lightness()


def test_selected_focused_and_brushed_are_seen(qapp):
    timeline = timeline_of([("One", "2024-05-05", "release", 1.0), ("Two", "2024-05-08", "paper", 1.0)])
    look, span = Look.named("light"), (day("2024-05-01"), day("2024-05-11"))
    plain = picture(drawing_of(scene_of(timeline)), span)
    assert not count_of(plain, look.colour("selection"))
    chosen = picture(drawing_of(scene_of(timeline, selected=frozenset({1}))), span)
    assert count_of(chosen, look.colour("selection")) > 200
    accent = count_of(plain, look.colour("accent"))
    focused = picture(drawing_of(scene_of(timeline, focus=2)), span)
    assert count_of(focused, look.colour("accent")) > accent + 10
    brushed = picture(drawing_of(scene_of(timeline)), span, brush=(day("2024-05-03"), day("2024-05-06")))
    assert count_of(brushed, look.colour("accent")) > accent + 800
    assert count_of(brushed, look.colour("background")) < count_of(plain, look.colour("background")) - 50_000


def test_an_empty_timeline_has_an_axis(qapp):
    timeline = timeline_of([("Nothing", "unknown", "release", 1.0)])
    drawing = drawing_of(scene_of(timeline))
    first, last = drawing.whole()
    assert last - first in {365, 366}
    picture(drawing, (first, last))
    assert not drawing.drawn()
    assert drawing.next_mark(None, 1, 0) is None


def test_a_scene_of_nothing_at_all(qapp):
    timeline = generated(1)
    empty = scene_of(timeline, order=(), lanes=lanes_of(timeline))
    picture(drawing_of(empty), (0.0 + day("2024-01-01"), 0.0 + day("2025-01-01")))


def test_the_ends_of_the_strips_window_cross_no_year(qapp):
    drawing = drawing_of(scene_of(generated(300)))
    first, last = drawing.whole()
    size, mask = QRectF(0, 0, 900, 32), np.ones(300, bool)
    accent, text = Look.named("light").colour("accent"), round(drawing._ink.small_metrics.height())
    image = QImage(900, 32, QImage.Format.Format_RGB32)
    for share in np.linspace(0, 0.9, 40):  # some of these windows end within the name of a year
        window = TimeScale(first + share * (last - first), first + (share + 0.1) * (last - first), 0, 900)
        with QPainter(image) as painter:
            drawing.draw_overview(painter, size, TimeScale(first, last, 0, 900), window, mask)
        assert count_of(image, accent) > 20
        assert count_of(image.copy(0, 32 - text, 900, text), accent) == 0
