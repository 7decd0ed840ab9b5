"""What an empty database says: how to fill it."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from db.engine import Database, default_path
from desktop.widgets.empty_state import EmptyState


def advise(empty: EmptyState, database: Database, ask: Callable[[], object]) -> None:
    """Say how to fill an empty database, with the command for exactly this one and a button that does `ask`."""
    if database.read_only:
        said = f"This database has none, and cannot be changed here. {database.read_only_reason}"
        empty.set_message("No releases yet", said)
        return
    named = "" if database.path == default_path().resolve() else f" --db {shlex.quote(str(database.path))}"
    said = (
        "This database has none. Import a dossier or a table (CSV, TSV): here, or after closing this window with "
        f"the command labline import PATH{named}"
    )
    empty.set_message("No releases yet", said, [("Import…", ask)])
