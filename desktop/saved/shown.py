"""From the window to a saved view, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from db.texts import tr, tr_n
from desktop.perspectives import perspective
from desktop.saved.record import SavedView, clean_name
from desktop.table.columns import up_to_date

if TYPE_CHECKING:
    from db.filters import FilterSpec
    from desktop.commands import Context
    from desktop.saved.file import ViewsFile

LONGEST_PROPOSAL = 60  # characters


def shown_view(context: Context, name: str = "") -> SavedView:
    """What the window shows now, a live brush with it: what is seen is what is saved."""
    place = context.navigation.place
    layout = context.releases.columns.layout
    return SavedView(name, context.filters.spec, layout, place.perspective, dict(place.zooms))


def open_view(context: Context, view: SavedView) -> None:
    """Show a saved view: columns and sort, then all else as one step of the history."""
    columns = context.releases.model.columns
    context.releases.columns.set(up_to_date(view.layout, columns))
    context.navigation.open(view.spec, perspective=perspective(view.perspective).name, zooms=view.zooms)


def is_shown(context: Context, view: SavedView) -> bool:
    """Whether the window shows just this: the same filter, columns in order, sort, perspective and zooms."""
    now = shown_view(context, view.name)
    then = replace(view, layout=up_to_date(view.layout, context.releases.model.columns))
    return _looks(now) == _looks(then)


def in_words(view: SavedView) -> str:
    """What a view brings back, on a line or two."""
    parts = [view.spec.describe(), tr(perspective(view.perspective).title)]
    count = len(view.layout.shown_keys())
    return " · ".join([*parts, tr_n("{n} column", "{n} columns", count)])


def fill_menu(menu: QMenu, context: Context | None, file: ViewsFile, chosen: Callable[[str], object]) -> None:
    """List the saved views in a menu, the one that is shown with a check."""
    views = file.views()
    menu.addSeparator()
    if file.remark:
        menu.addAction(f"⚠ {file.remark}").setEnabled(False)
    if not views:
        menu.addAction(tr("Nothing is saved yet")).setEnabled(False)
    for view in views:
        action = menu.addAction(view.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(context is not None and is_shown(context, view))
        action.setEnabled(context is not None)
        action.triggered.connect(partial(_choose, chosen, view.name))


def _choose(chosen: Callable[[str], object], name: str, _checked: bool = False) -> None:
    chosen(name)


def _looks(view: SavedView) -> tuple[object, ...]:
    """What two views that look alike have in common: all but the name and the widths."""
    layout = view.layout
    return view.spec, layout.shown_keys(), layout.sort, perspective(view.perspective).name, dict(view.zooms)


def proposed_name(spec: FilterSpec) -> str:
    """A name for what a filter shows, in words."""
    if not spec.clauses:
        return tr("All releases")
    words = clean_name(spec.describe())
    words = words[:1].upper() + words[1:]
    if len(words) <= LONGEST_PROPOSAL:
        return words
    return words[:LONGEST_PROPOSAL].rsplit(" ", 1)[0].rstrip(",; ") + "…"
