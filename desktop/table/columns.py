"""Which columns a table shows, in what order, how wide and sorted how: one value that is kept between starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.texts import language
from desktop.item_models import Column
from desktop.settings import Settings

Sort = tuple[tuple[str, bool], ...]
"""Keys to sort by, the first one first, each with whether it descends."""

WIDTHS = {"number": 104, "bool": 96, "entities": 136, "words": 136, "links": 160, "text": 120}
OWN_WIDTHS = {"name": 178, "org": 112, "description": 240, "active": 70, "variants": 92, "modality": 84, "open": 119,
              "disagreements": 128, "credits": 80, "years": 100, "standing": 124}  # fmt: skip
DATE_WIDTHS = {"en": 116, "zh_CN": 142}
"""By language: “29 Nov 2023” and “2023年11月29日”, each with a sign."""
FLEXIBLE = frozenset({"text", "words", "entities", "links"})
WIDEST_GROWTH = 160
MOST_KEYS = 4  # that rows are sorted by


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: its key, its width in pixels and whether it is shown."""

    key: str
    width: int
    visible: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns from left to right, the hidden ones among them, and the sort."""

    columns: tuple[Shown, ...]
    sort: Sort

    def shown_keys(self) -> tuple[str, ...]:
        """Keys of the columns that are shown, from left to right."""
        return tuple(column.key for column in self.columns if column.visible)

    def with_visible(self, keys: Iterable[str]) -> Layout:
        """Show these columns, and the first one always."""
        wanted = {*keys, self.columns[0].key}
        return replace(self, columns=tuple(replace(column, visible=column.key in wanted) for column in self.columns))

    def sorted_by(self, key: str, *, more: bool) -> Layout:
        """Sort by a column: ascending, then descending, then not. With `more` after the keys in force, else alone."""
        now = dict(self.sort)
        kept = [pair for pair in self.sort if pair[0] != key] if more else []
        if key not in now or (not more and len(now) > 1):
            return replace(self, sort=(*kept, (key, False))[-MOST_KEYS:])
        if now[key]:
            return replace(self, sort=tuple(kept))
        if more:
            return replace(self, sort=tuple((name, name == key or down) for name, down in self.sort))
        return replace(self, sort=((key, True),))


def default_layout(columns: Sequence[Column]) -> Layout:
    """The columns that are usual, by date."""
    shown = tuple(Shown(c.key, _usual_width(c), c.default) for c in columns)
    sort: Sort = (("date", False),) if any(column.key == "date" for column in columns) else (("name", False),)
    return Layout(shown, sort)


def _usual_width(column: Column) -> int:
    if column.type == "date":
        return DATE_WIDTHS.get(language(), DATE_WIDTHS["en"])
    return OWN_WIDTHS.get(column.key, WIDTHS.get(column.type, 120))


def filling(layout: Layout, columns: Sequence[Column], room: int) -> dict[str, int]:
    """The width of each column: what was set, or while all are as usual, wider ones for texts that fill `room`."""
    widths = {column.key: column.width for column in layout.columns}
    usual = {column.key: column.width for column in default_layout(columns).columns}
    texts = {column.key for column in columns if column.type in FLEXIBLE}
    growing = [column.key for column in layout.columns if column.visible and column.key in texts]
    spare = room - sum(column.width for column in layout.columns if column.visible)
    if widths != usual or not growing or spare <= 0:
        return widths
    more = min(spare // len(growing), WIDEST_GROWTH)
    return widths | {key: widths[key] + more for key in growing}


def read_layout(settings: Settings, name: str, columns: Sequence[Column]) -> Layout:
    """What was kept under a name, brought up to date."""
    usual = default_layout(columns)
    kept = settings.read(f"{name}/columns", [])
    sort = settings.read(f"{name}/sort")
    shown = tuple(column for entry in (kept if isinstance(kept, list) else []) if (column := _shown(entry)))
    return up_to_date(Layout(shown, _sort(sort) if isinstance(sort, list) else usual.sort), columns)


def up_to_date(layout: Layout, columns: Sequence[Column]) -> Layout:
    """A layout from an earlier time: unknown columns are left out, new ones come last, the first one stays first.

    Dates as wide as is usual in another language are as wide as is usual in this one.
    """
    usual = default_layout(columns)
    known = {column.key: column for column in usual.columns}
    shown = {column.key: column for column in layout.columns}
    dates = {column.key for column in columns if column.type == "date"}
    ordered = [
        replace(column, width=known[key].width) if key in dates and column.width in DATE_WIDTHS.values() else column
        for key, column in shown.items()
        if key in known
    ]
    ordered += [column for key, column in known.items() if key not in shown]
    ordered.sort(key=lambda column: column.key != usual.columns[0].key)
    sort = tuple(pair for pair in layout.sort if pair[0] in known)
    return Layout(tuple(ordered), sort).with_visible(column.key for column in ordered if column.visible)


def keep_layout(settings: Settings, name: str, layout: Layout) -> None:
    """Keep a layout under a name."""
    settings.write(f"{name}/columns", [[column.key, column.width, column.visible] for column in layout.columns])
    settings.write(f"{name}/sort", [list(pair) for pair in layout.sort])


def _shown(entry: Any) -> Shown | None:
    match entry:
        case [str(key), int(width), bool(visible)]:
            return Shown(key, min(2000, max(40, width)), visible)
    return None


def _sort(entries: list[Any]) -> Sort:
    pairs = {}
    for entry in entries:
        match entry:
            case [str(key), bool(down)]:
                pairs[key] = down
    return tuple(pairs.items())[:MOST_KEYS]
