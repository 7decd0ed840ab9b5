"""The timeline for screen readers: lanes, and in them the marks and bins of the last frame."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible

from db.texts import tr, tr_n
from db.timeline import TONES
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark, Scene
from desktop.timeline.words import TONE_WORDS, date_text, days_text
from desktop.widgets.canvas_nodes import Node

Role = QAccessible.Role
Drawn = DrawnMark | DrawnBin


def key_of(drawn: Drawn) -> Hashable:
    """What tells a mark or a bin from all others of a frame."""
    if isinstance(drawn, DrawnBin):
        return ("bin", drawn.lane, drawn.first, drawn.last)
    return ("mark", drawn.lane, drawn.position)


def focus_key(drawn: Sequence[Drawn], position: int | None) -> Hashable:
    """The node of the mark with the focus, or of none."""
    for mark in drawn:
        if isinstance(mark, DrawnMark) and mark.position == position:
            return key_of(mark)
    return None


def lane_nodes(scene: Scene, labels: Sequence[str], drawn: Sequence[Drawn], rects: dict[int, QRectF]) -> list[Node]:
    """A node for each lane, with those of its marks and bins. `labels` are those of all lanes, for people."""
    within: dict[int, list[Node]] = {lane: [] for lane in scene.order}
    for item in drawn:
        if item.lane in within:
            within[item.lane].append(_bin(item) if isinstance(item, DrawnBin) else _mark(scene, item))
    return [
        Node(("lane", lane), Role.List, labels[lane], "", _whole(rects.get(lane, QRectF())), children=tuple(nodes))
        for lane, nodes in within.items()
    ]


def mark_text(scene: Scene, position: int) -> str:
    """What a mark is and when, and whether the filter leaves it out."""
    words = [tr(TONE_WORDS[TONES[int(scene.timeline.tones[position])]]), date_text(scene.timeline, position)]
    if not scene.shown[position]:
        words.append(tr("left out by the filter"))
    return ", ".join(words)


def _mark(scene: Scene, mark: DrawnMark) -> Node:
    timeline, position = scene.timeline, mark.position
    selected = int(timeline.ids[position]) in scene.selected
    name = timeline.names[position]
    return Node(key_of(mark), Role.ListItem, name, mark_text(scene, position), _whole(mark.rect), selected)


def bin_text(item: DrawnBin) -> str:
    """How many a bin stands for."""
    if item.shown == item.count:
        return tr_n("{n:,} mark", "{n:,} marks", item.count)
    return tr("{shown:,} of {total:,} marks shown", shown=item.shown, total=item.count)


def _bin(item: DrawnBin) -> Node:
    return Node(key_of(item), Role.ListItem, bin_text(item), days_text(item.first, item.last), _whole(item.rect))


def _whole(rect: QRectF) -> QRect:
    return rect.toAlignedRect()
