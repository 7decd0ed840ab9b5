"""PERSPECTIVES: arrangements of the window's panels, one record each, in the order of their keys.

A record is where a perspective begins; what the user makes of it is kept by `desktop/arrangements.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from db.texts import later

REST = 0
"""The size of a panel that takes what the others leave."""
USUAL_WIDTH, USUAL_HEIGHT = 1280, 720
"""The window's size, in pixels, for which the records are made."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One dock of the window: its object name, its title, and the least that it can be made, in pixels."""

    name: str
    title: str
    least_width: int
    least_height: int = 72


@dataclass(frozen=True, slots=True)
class Part:
    """A panel in an arrangement, with its first width and height in a window of the usual size.

    They grow with the window, unless the width is `fixed`.
    """

    panel: str
    width: int = REST
    height: int = REST
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """Parts beside each other, below each other, or behind each other with the first in front."""

    kind: Literal["row", "column", "tabs"]
    parts: tuple[Part | Split, ...]


@dataclass(frozen=True, slots=True)
class Perspective:
    """An arrangement, and the panel in it that takes the keyboard."""

    name: str
    title: str
    main: str
    layout: Part | Split
    number: int = 0
    """Its key is Ctrl and this digit; 0 for none."""


PANELS: tuple[Panel, ...] = (
    Panel("facets_dock", later("Facets"), 120),
    Panel("releases_dock", later("Releases"), 240),
    Panel("people_dock", later("People"), 420, 160),
    Panel("timeline_dock", later("Timeline"), 240),
    Panel("charts_dock", later("Charts"), 240),
    Panel("lineage_dock", later("Lineage"), 320),
    Panel("sources_dock", later("Sources"), 240),
    Panel("disagreements_dock", later("Disagreements"), 240),
    Panel("inspector_dock", later("Inspector"), 120),
)
"""Menus list them in this order, and Tab walks them so."""

FACETS, INSPECTOR = Part("facets_dock", 208, fixed=True), Part("inspector_dock", 296)

PERSPECTIVES: tuple[Perspective, ...] = (
    Perspective(
        "releases", later("Releases"), "releases_dock",
        Split("row", (FACETS, Split("column", (Part("releases_dock"), Part("timeline_dock", height=240))), INSPECTOR)),
        1,
    ),
    Perspective(
        "timeline", later("Timeline"), "timeline_dock",
        Split("row", (FACETS, Split("column", (
            Part("timeline_dock"),
            Split("tabs", (Part("releases_dock", height=224), Part("charts_dock", height=224))),
        )), INSPECTOR)),
        2,
    ),
    Perspective(
        "people", later("People"), "people_dock",
        Split("row", (Split("column", (
            Part("people_dock"),
            Split("tabs", (Part("releases_dock", height=168), Part("timeline_dock", height=168))),
        )), INSPECTOR)),
        3,
    ),
    Perspective(
        "lineage", later("Lineage"), "lineage_dock",
        Split("row", (Split("column", (
            Part("lineage_dock"),
            Split("tabs", (Part("releases_dock", height=168), Part("timeline_dock", height=168))),
        )), INSPECTOR)),
        4,
    ),
    Perspective(
        "sources", later("Sources"), "sources_dock",
        Split("row", (FACETS, Split("tabs", (Part("sources_dock"), Part("disagreements_dock"))), INSPECTOR)),
        5,
    ),
)  # fmt: skip


def perspective(name: str) -> Perspective:
    """The record of this name, or the first where there is none: an older version may not have it."""
    return next((one for one in PERSPECTIVES if one.name == name), PERSPECTIVES[0])


def parts_of(layout: Part | Split) -> Iterator[Part]:
    """The panels of an arrangement, from the first."""
    if isinstance(layout, Part):
        yield layout
    else:
        for part in layout.parts:
            yield from parts_of(part)


def sizes(layout: Part | Split, width: int, height: int) -> dict[str, tuple[int, int]]:
    """Width and height of each panel of an arrangement in so much room, as it begins."""
    scales = max(1.0, width / USUAL_WIDTH), max(1.0, height / USUAL_HEIGHT)
    return _sizes(layout, (width, height), scales)


def _sizes(layout: Part | Split, room: tuple[int, int], scales: tuple[float, float]) -> dict[str, tuple[int, int]]:
    if isinstance(layout, Part):
        return {layout.panel: room}
    if layout.kind == "tabs":
        rooms = [room] * len(layout.parts)
    else:
        axis = 0 if layout.kind == "row" else 1
        wanted = [round(_wanted(part, axis, scales[axis])) for part in layout.parts]
        rest = max(0, room[axis] - sum(wanted)) // max(1, wanted.count(REST))
        along = [size or rest for size in wanted]
        rooms = [(size, room[1]) if axis == 0 else (room[0], size) for size in along]
    return {
        name: size
        for part, own in zip(layout.parts, rooms, strict=True)
        for name, size in _sizes(part, own, scales).items()
    }


def _wanted(layout: Part | Split, axis: int, scale: float) -> float:
    """How wide (0) or high (1) a part begins; `REST` if it takes what is left."""
    if isinstance(layout, Part):
        size = (layout.width, layout.height)[axis]
        return size if layout.fixed else size * scale
    return max(_wanted(part, axis, scale) for part in layout.parts)
