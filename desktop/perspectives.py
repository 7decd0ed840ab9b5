"""PERSPECTIVES: arrangements of the window's panels, one record each. Their order is that of Ctrl+1, Ctrl+2 …

A record is where a perspective begins; what the user makes of it is kept by `desktop/panels.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from db.texts import later

REST = 0
"""The size of a panel that takes what the others leave."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One dock of the window: its object name, its title, and the least that it can be made, in pixels."""

    name: str
    title: str
    least_width: int
    least_height: int = 72


@dataclass(frozen=True, slots=True)
class Part:
    """A panel in an arrangement, with its first width and height in pixels."""

    panel: str
    width: int = REST
    height: int = REST


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


PANELS: tuple[Panel, ...] = (
    Panel("facets_dock", later("Facets"), 120),
    Panel("releases_dock", later("Releases"), 240),
    Panel("inspector_dock", later("Inspector"), 120),
)
"""Menus list them in this order, and Tab walks them so."""

FACETS, INSPECTOR = Part("facets_dock", 208), Part("inspector_dock", 296)

PERSPECTIVES: tuple[Perspective, ...] = (
    Perspective(
        "releases", later("Releases"), "releases_dock",
        Split("row", (FACETS, Part("releases_dock"), INSPECTOR)),
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
