"""A few events of every sort of date, and what is seen of them in a drawing."""

from __future__ import annotations

from desktop.drawing.timeline.scene import DrawnMark
from tests.desktop.drawing.drawn_events import day

EVENTS = [
    ("Paper of 2017", "2017", "paper", 3.0),
    ("Model one", "2023-11-02", "release", 9.0),
    ("Model one again", "2023-11-02", "release", 1.0),
    ("Model two", "2024-05", "release", 8.0),
    ("梁文锋 speaks", "2023-07-17", "people", 5.0),
    ("Winter", "2023-24", "market", 2.0),
    ("Conference", "2024-03-04/2024-03-20", "company", 4.0),
    ("Ban", "../2024-01-10", "market", 4.0),
    ("Cluster", "2022~", "system", 4.0),
    ("Study", "2021-09/..", "people", 4.0),
    ("Nobody knows when", "unknown", "release", 4.0),
]
SPAN = (day("2021-01-01"), day("2025-01-01"))


def marks_of(drawing) -> dict[str, DrawnMark]:
    names = drawing._scene.timeline.names
    return {names[mark.position]: mark for mark in drawing.drawn() if isinstance(mark, DrawnMark)}


def count_of(image, colour) -> int:
    return sum(
        image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height())
    )  # fmt: skip
