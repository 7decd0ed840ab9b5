"""Where the window was left, for each database: filter, brush, focus and zooms, which the next start brings back."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import queries
from db.clauses import Range
from db.engine import DatabaseError
from db.filters import FilterSpec, QueryError
from desktop.saved.record import filter_entry, read_filter

if TYPE_CHECKING:
    from db.engine import Database
    from desktop.settings import Settings
    from desktop.state import FilterState, NavigationState, SelectionState, Span
    from desktop.tasks import QueryRunner

KEPT_AS = "places"
MOST_PLACES = 20
"""Databases whose places are kept; of more, those that were left last."""


@dataclass(frozen=True, slots=True)
class LastPlace:
    """What was kept, whether or not it can be read today: texts as the filter bar has them, the focus's id in dossiers.

    A filter that is too long to be typed is its clauses as JSON instead.
    """

    filter: str | dict[str, Any] = ""
    brush: str = ""
    focus: str = ""
    zooms: Mapping[str, Span] = field(default_factory=dict)


def keep_place(
    settings: Settings, filters: FilterState, navigation: NavigationState, database: Database, typed: str = ""
) -> None:
    """Note where the window is. Where no filter is in force, `typed` is kept, which cannot be read then."""
    place, slug = navigation.place, None
    if place.focus is not None:
        with suppress(DatabaseError), database.read() as conn:
            slug = queries.slug_of(conn, place.focus)
    places = {key: kept for key, kept in _places(settings).items() if key != _key(database.path)}
    places[_key(database.path)] = {
        "filter": filter_entry(filters.base) if filters.base.clauses else typed,
        "brush": "" if filters.brush is None else str(filters.brush),
        "focus": slug or "",
        "zooms": {view: list(span) for view, span in place.zooms.items()},
    }
    settings.write(KEPT_AS, dict(list(places.items())[-MOST_PLACES:]))
    settings.save()


def last_place(settings: Settings, database: Path) -> LastPlace:
    """Where the window of a database was left; what cannot be read of it is as if it had not been kept."""
    kept = _places(settings).get(_key(database))
    if not isinstance(kept, dict):
        return LastPlace()
    written, zooms = kept.get("filter"), kept.get("zooms")
    texts = {name: text for name in ("brush", "focus") if isinstance(text := kept.get(name), str)}
    pairs = zooms.items() if isinstance(zooms, dict) else ()
    spans = {view: (float(span[0]), float(span[1])) for view, span in pairs if _is_span(span)}
    return LastPlace(written if isinstance(written, str | dict) else "", **texts, zooms=spans)


def begin_at(
    place: LastPlace, filters: FilterState, selection: SelectionState, navigation: NavigationState, runner: QueryRunner
) -> None:
    """Make what is shared say what a place says, before any view asks: where the user begins, and no step.

    A filter that cannot be read today is left to the filter bar, which explains what is wrong with its text.
    """
    spec, brush = _spec(place.filter), _spec(place.brush)
    filters.restore(spec)
    if len(brush.clauses) == 1 and isinstance(brush.clauses[0], Range):
        filters.set_brush(brush.clauses[0])
    navigation.begin(place.zooms)
    if place.focus:
        work = partial(queries.resolve, slug=place.focus)
        runner.run("last_place", work, partial(_focus, selection))


def _focus(selection: SelectionState, entity_id: int | None) -> None:
    if entity_id is not None and selection.focus is None:
        selection.set_focus(entity_id)


def _spec(written: str | dict[str, Any]) -> FilterSpec:
    try:
        return read_filter(written)
    except QueryError:
        return FilterSpec()


def _places(settings: Settings) -> dict[str, Any]:
    kept = settings.read(KEPT_AS)
    return kept if isinstance(kept, dict) else {}


def _key(database: Path) -> str:
    return hashlib.sha256(os.fsencode(database.resolve())).hexdigest()[:16]


def _is_span(span: object) -> bool:
    match span:
        case [int() | float() as first, int() | float() as last]:
            return math.isfinite(last - first) and first < last
    return False
