"""A saved view as tests make it."""

from __future__ import annotations

from db.filters import parse
from desktop.saved.record import SavedView
from desktop.table.columns import Layout, Shown


def view(name: str, query: str = "") -> SavedView:
    return SavedView(name, parse(query), Layout((Shown("name", 100, True),), (("date", False),)), "releases")
