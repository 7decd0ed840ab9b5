"""Saved views: what the window shows, under a name, and the JSON that keeps and exchanges them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.filters import FilterSpec, QueryError, parse
from db.query_text import MAX_LENGTH
from db.texts import tr
from desktop.saved.moments import Span, moment_text, read_moment, to_the_minute
from desktop.table.columns import MOST_KEYS, Layout, Shown

FORMAT, VERSION = "labline-views", 1
MOST_VIEWS = 1_000
LONGEST_NAME = 120
MOST_COLUMNS = 500
NARROWEST, WIDEST = 40, 2_000  # px of a column


class ViewsError(Exception):
    """A text holds no saved views; the message says why and what to do."""


class Damaged(ViewsError):
    """It is nothing that any version has written."""


class NewerFormat(ViewsError):
    """It was written by a later version, which knows more than this one would keep."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name and what it brings back: filter, columns with widths and sort, perspective, and the zoom of each view."""

    name: str
    spec: FilterSpec = field(default_factory=FilterSpec)
    layout: Layout = field(default_factory=lambda: Layout((), ()))
    perspective: str = ""
    zooms: Mapping[str, Span] = field(default_factory=dict)
    """To the minute, as the file has them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "zooms", {view: to_the_minute(span) for view, span in self.zooms.items()})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that cannot be used, as it stood in the file, so that it is never lost; and what is wrong with it."""

    name: str
    problem: str
    entry: Any = None


Entry = SavedView | Unreadable


def to_json(entries: Iterable[Entry]) -> str:
    """Saved views as JSON text, for a file or another person."""
    views = [entry.entry if isinstance(entry, Unreadable) else _to_entry(entry) for entry in entries]
    return json.dumps({"format": FORMAT, "version": VERSION, "views": views}, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> list[Entry]:
    """Read what `to_json` wrote. Raises ViewsError for a text that is none; a broken view does not spoil the others."""
    try:
        read = json.loads(text)
    except ValueError as error:
        raise Damaged(tr("It is not JSON: {problem}.", problem=error)) from None
    except RecursionError:
        raise Damaged(tr("It is nested too deeply for saved views.")) from None
    if not isinstance(read, dict) or read.get("format") != FORMAT or not isinstance(read.get("views"), list):
        raise Damaged(tr("It does not hold saved views of Labline."))
    version = read.get("version")
    if not isinstance(version, int) or version < 1:
        raise Damaged(tr("It does not say which version of saved views it holds."))
    if version > VERSION:
        raise NewerFormat(tr("It was written by a newer version of Labline. Use that version, or save the views anew."))
    if len(read["views"]) > MOST_VIEWS:
        raise Damaged(tr("It holds more than {most:,} views.", most=MOST_VIEWS))
    entries: list[Entry] = []
    for number, entry in enumerate(read["views"], 1):
        one = _from_entry(entry, number)
        entries.append(replace(one, name=free_name(one.name, (other.name for other in entries))))
    return entries


def clean_name(text: str) -> str:
    """A name on one line, without what cannot be seen, and not too long."""
    seen = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(seen.split())[:LONGEST_NAME].rstrip()


def same_name(a: str, b: str) -> bool:
    """Whether two names are one to people: capitals make no other name."""
    return a.casefold() == b.casefold()


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or if it is taken in whatever capitals, the name with the first free number."""
    used = {other.casefold() for other in taken}
    free, number = name, 2
    while free.casefold() in used:
        mark = f" ({number})"
        free = name[: LONGEST_NAME - len(mark)] + mark
        number += 1
    return free


def same_but_name(a: SavedView, b: SavedView) -> bool:
    """Whether two views bring back the same."""
    return replace(a, name="") == replace(b, name="")


def _to_entry(view: SavedView) -> dict[str, Any]:
    return {
        "name": view.name,
        "filter": filter_entry(view.spec),
        "columns": [[column.key, column.width, column.visible] for column in view.layout.columns],
        "sort": [[key, descending] for key, descending in view.layout.sort],
        "perspective": view.perspective,
        "zooms": {name: [moment_text(day) for day in span] for name, span in view.zooms.items()},
    }


def _from_entry(entry: Any, number: int) -> Entry:
    name = clean_name(entry["name"]) if isinstance(entry, dict) and isinstance(entry.get("name"), str) else ""
    try:
        if not isinstance(entry, dict):
            raise ViewsError(tr("it is no object with a name"))
        if not name:
            raise ViewsError(tr("it has no name"))
        layout = Layout(_columns(entry.get("columns", [])), _sort(entry.get("sort", [])))
        perspective = entry.get("perspective", "")
        if not isinstance(perspective, str):
            raise ViewsError(tr("its perspective is no text"))
        return SavedView(name, _spec(entry.get("filter", "")), layout, perspective, _zooms(entry.get("zooms", {})))
    except ViewsError as error:
        return Unreadable(name or tr("View {n}", n=number), str(error), entry)


def filter_entry(spec: FilterSpec) -> str | dict[str, Any]:
    """The filter as text, or one that is too long to be typed as its clauses."""
    text = str(spec)
    clauses: dict[str, Any] = json.loads(spec.to_json())
    return text if len(text) <= MAX_LENGTH else clauses


def read_filter(written: str | dict[str, Any]) -> FilterSpec:
    """The filter of what `filter_entry` wrote. Raises QueryError."""
    return parse(written) if isinstance(written, str) else FilterSpec.from_json(json.dumps(written))


def _spec(written: Any) -> FilterSpec:
    if not isinstance(written, str | dict):
        raise ViewsError(tr("its filter is no text"))
    try:
        return read_filter(written)
    except QueryError as error:
        text = written if isinstance(written, str) else "…"
        problem = tr("its filter “{text}” cannot be read: {problem}", text=text, problem=error.message)
        raise ViewsError(problem) from None


def _columns(entries: Any) -> tuple[Shown, ...]:
    columns: dict[str, Shown] = {}
    for entry in _listed(entries, tr("its columns are no list")):
        match entry:
            case [str(key), int(width), bool(visible)]:
                columns[key] = Shown(key, min(WIDEST, max(NARROWEST, width)), visible)
            case _:
                raise ViewsError(tr("a column is not [key, width in pixels, true or false]"))
    return tuple(columns.values())


def _sort(entries: Any) -> tuple[tuple[str, bool], ...]:
    sort: dict[str, bool] = {}
    for entry in _listed(entries, tr("its sort is no list")):
        match entry:
            case [str(key), bool(descending)]:
                sort[key] = descending
            case _:
                raise ViewsError(tr("a key of its sort is not [key, true if descending]"))
    return tuple(sort.items())[:MOST_KEYS]


def _zooms(entries: Any) -> dict[str, Span]:
    if not isinstance(entries, dict):
        raise ViewsError(tr("its zooms are no object"))
    zooms = {}
    for view, span in entries.items():
        ends = [read_moment(day) for day in span] if isinstance(span, list) else []
        match ends:
            case [float(first), float(last)] if first < last:
                zooms[view] = (first, last)
            case _:
                raise ViewsError(tr("the zoom of {view} is not [first day, last day]", view=clean_name(view)))
    return zooms


def _listed(entries: Any, problem: str) -> Sequence[Any]:
    if not isinstance(entries, list) or len(entries) > MOST_COLUMNS:
        raise ViewsError(problem)
    return entries
