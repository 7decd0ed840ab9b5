"""The opening of a database, in a thread, with the import of all that its views need."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Database

NEEDED = ("desktop.care", "desktop.crash.left", "desktop.crash.reporter", "db.start", "db.filters", "db.queries",
          "db.format", "db.search_text", "db.completion", "desktop.entity.text", "desktop.views.facets",
          "desktop.views.inspector", "desktop.views.releases", "desktop.views.timeline", "desktop.views.charts",
          "desktop.views.people", "desktop.people.query", "desktop.views.lineage", "desktop.views.sources",
          "desktop.views.disagreements", "desktop.link_opener", "desktop.instance", "desktop.view_makers",
          "desktop.last_place", "desktop.completing", "desktop.filter_chips", "numpy.ma")  # fmt: skip
"""Slow to import, and not needed to draw the window."""


class MissingFile(Exception):
    """There is no database at the path; to make one would hide that the name was mistyped."""


def open_file(file: Path | None, *, make: bool = False) -> Database:
    """Open a database, or the user's own; import what the views need. For a thread. With `make`, make a new one.

    Raises MissingFile, or what `open_database` raises.
    """
    if file is not None and not make and not os.path.lexists(file):
        raise MissingFile(f"{file} does not exist; check its name and folder")
    for name in NEEDED:
        import_module(name)
    from db.completion import complete
    from db.engine import default_path, open_database
    from db.filters import parse
    from db.start import open_own, open_to_see

    parse("open:yes")  # tables that are made at first use
    complete("", 0)
    opening = open_database if make else open_to_see
    database = open_own(default_path()) if file is None else opening(file)
    gc.freeze()  # the collector need not walk the modules again
    return database
