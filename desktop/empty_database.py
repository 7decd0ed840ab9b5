"""What an empty database says: how to fill it."""

from __future__ import annotations

import shlex
from collections.abc import Callable

from db.engine import Database, default_path
from db.texts import tr
from desktop.widgets.empty_state import EmptyState


def advise(empty: EmptyState, database: Database, ask: Callable[[], object]) -> None:
    """Say how to fill an empty database, with the command for exactly this one and a button that does `ask`."""
    if database.read_only:
        why = tr("This database has none, and cannot be changed here. {reason}", reason=database.read_only_reason)
        empty.set_message(tr("No releases yet"), why)
        return
    named = "" if database.path == default_path().resolve() else f" --db {shlex.quote(str(database.path))}"
    said = tr(
        "This database has none. Import a dossier or a table (CSV, TSV): here, or after closing this window with "
        "the command {command}",
        command=f"labline import PATH{named}",
    )
    empty.set_message(tr("No releases yet"), said, [(tr("Import…"), ask)])
