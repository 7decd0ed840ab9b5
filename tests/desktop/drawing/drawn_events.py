"""Timelines for tests of drawing, made without a database."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from db.edtf import Precision, Qualifier, parse
from db.timeline import APPROXIMATE, OPEN_END, OPEN_START, TONES, UNCERTAIN, UNDATED, Lanes, Timeline
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale
from desktop.drawing.timeline.drawing import TimelineDrawing
from desktop.drawing.timeline.scene import Scene

Event = tuple[str, str, str, float]
"""Name, date as EDTF or in English, tone and weight."""

FLAGS = {
    Qualifier.EXACT: 0,
    Qualifier.APPROXIMATE: APPROXIMATE,
    Qualifier.UNCERTAIN: UNCERTAIN,
    Qualifier.BOTH: APPROXIMATE | UNCERTAIN,
}


def day(text: str) -> int:
    """The ordinal of an ISO day."""
    return datetime.date.fromisoformat(text).toordinal()


def timeline_of(events: Sequence[Event]) -> Timeline:
    """A timeline as the database gives it."""
    rows = []
    for number, (name, text, tone, weight) in enumerate(events, start=1):
        date = parse(text)
        flags = FLAGS[date.qualifier]
        first, last = (end.toordinal() if end else 0 for end in (date.earliest, date.latest))
        flags |= (OPEN_START if last and not first else 0) | (OPEN_END if first and not last else 0)
        flags |= 0 if first or last else UNDATED
        precision = tuple(Precision).index(date.precision)
        rows.append((first or last, last or first, flags, number, name, TONES.index(tone), weight, precision))
    rows.sort(key=lambda row: (row[2] & UNDATED, row[0], row[1], row[4]))
    first, last, flags, ids, names, tones, weights, precisions = zip(*rows, strict=True)
    return timeline_from(
        np.array(first), np.array(last), np.array(tones), names, np.array(weights), np.array(flags),
        precisions=np.array(precisions), ids=np.array(ids),
    )  # fmt: skip


def timeline_from(first, last, tones, names, weights, flags, *, precisions=None, ids=None) -> Timeline:
    """A timeline of arrays in order of time."""
    ids = np.arange(1, len(first) + 1) if ids is None else ids
    precisions = np.zeros(len(first)) if precisions is None else precisions
    return Timeline(
        ids.astype(np.int64), np.zeros(len(first), np.uint8), tones.astype(np.uint8), first.astype(np.int32),
        last.astype(np.int32), precisions.astype(np.uint8), flags.astype(np.uint8), weights.astype(np.float32), names,
        int(np.count_nonzero(flags.astype(int) & UNDATED == 0)), np.argsort(ids).astype(np.int32),
    )  # fmt: skip


def generated(number: int, *, first: str = "2005-01-01", last: str = "2025-12-31", seed: int = 1) -> Timeline:
    """Events at random, most of them of late: four of five days, the others months and years."""
    random = np.random.default_rng(seed)
    begin, end = day(first), day(last)
    days = np.sort(begin + ((end - begin) * random.beta(4, 1.2, number)).astype(np.int64))
    long = random.choice([1, 30, 365], number, p=[0.8, 0.15, 0.05])
    order = tuple(Precision)
    kinds = [order.index(precision) for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)]
    precisions = np.array(kinds)[np.searchsorted([1, 30, 365], long)]
    names = [f"Event {place} of the lab" for place in range(number)]
    tones, weights = random.integers(0, len(TONES), number), random.random(number)
    return timeline_from(days, days + long - 1, tones, names, weights, np.zeros(number), precisions=precisions)


def lanes_of(timeline: Timeline) -> Lanes:
    """A lane for each tone."""
    positions = np.arange(len(timeline.ids), dtype=np.int32)
    return Lanes("kind", TONES, (None,) * len(TONES), positions, timeline.tones.astype(np.int32))


def scene_of(timeline: Timeline, **more) -> Scene:
    """All lanes open, and everything shown unless said otherwise."""
    given = {
        "lanes": lanes_of(timeline),
        "order": tuple(range(len(TONES))),
        "collapsed": frozenset(),
        "shown": np.ones(len(timeline.ids), bool),
    }
    return Scene(timeline, **(given | more))


def drawing_of(scene: Scene, scheme: str = "light", **more) -> TimelineDrawing:
    """A drawing of a scene."""
    drawing = TimelineDrawing(Look.named(scheme), **more)
    drawing.set_scene(scene)
    return drawing


def picture(drawing: TimelineDrawing, span: tuple[float, float], size: tuple[int, int] = (1000, 400), **more) -> QImage:
    """A frame, drawn again until all its labels are there."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    for _ in range(20):
        with QPainter(image) as painter:
            drawing.draw(painter, QRectF(0, 0, *size), TimeScale(*span, 0, size[0]), **more)
        if not drawing.unfinished:
            break
    return image
