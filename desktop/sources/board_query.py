"""What the board of disagreements asks of the database, and the edits that it makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.texts import later, tr
from desktop.item_models import UNKNOWN, WINDOW, Column, Line

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.board import BoardEntry, BoardList
    from db.engine import Database
    from db.filters import FilterSpec

COLUMNS = (
    ("entity", later("Entity"), later("What sources disagree about"), 144),
    ("property", later("Property"), later("The property that they disagree about"), 120),
    ("values", later("Values"), later("The competing values, the most precise of each side"), 208),
    ("apart", later("How far apart"), later("Days, per cent, a factor, or the names that differ"), 144),
    ("shown", later("Shown"), later("The value that tables show"), 120),
)
"""Key, label, what it is and width in pixels."""
KEYS = tuple(column[0] for column in COLUMNS)


@dataclass(frozen=True, slots=True)
class Listed:
    """The disagreements or refinements of a filter, with the first rows, and how many there are of the other."""

    found: BoardList
    verdict: str
    windows: dict[int, list[Line]]
    counts: tuple[int, int]


def columns() -> list[Column]:
    """The columns, in the language of now."""
    return [Column(key, tr(label), tr(label), tr(about), False, True, "text") for key, label, about, _width in COLUMNS]


def ask(conn: Connection, spec: FilterSpec, verdict: str) -> Listed:
    """What the filter leaves."""
    from db.board import board
    from db.statements import Verdict

    lists = {kind: board(conn, spec, kind) for kind in (Verdict.DISAGREEMENT, Verdict.REFINEMENT)}
    found = lists[Verdict(verdict)]
    windows = read_windows(conn, found, {0} if found.ids else ())
    return Listed(found, verdict, windows, (len(lists[Verdict.DISAGREEMENT].ids), len(lists[Verdict.REFINEMENT].ids)))


def read_windows(conn: Connection, found: BoardList, windows: Iterable[int]) -> dict[int, list[Line]]:
    """The rows of some windows of the list."""
    from db.board import entries

    return {
        window: [_line(entry) for entry in entries(conn, found.ids[window * WINDOW : (window + 1) * WINDOW])]
        for window in windows
    }


def _line(entry: BoardEntry) -> Line:
    from desktop.entity.statements import value_text
    from desktop.sources.board_text import title, values

    shown = next((value_text(row) for row in entry.statements if row.id == entry.shown), "")
    texts = (entry.entity.name, title(entry), values(entry), entry.apart, shown)
    return Line(entry.id, texts, tuple(" ".join(text.split()) or UNKNOWN for text in texts))


def read_entry(conn: Connection, entry_id: int) -> BoardEntry | None:
    """One disagreement; None when it is gone."""
    from db.board import entries

    return next(iter(entries(conn, [entry_id])), None)


def choose(database: Database, statement_id: int, reason: str) -> str:
    """Prefer a statement, as an edit."""
    from db.preference import label, prefer

    with database.read() as conn:
        title = label(conn, statement_id)
    with database.write(title) as conn:
        prefer(conn, statement_id, reason)
    return tr("{edit}: done; Ctrl+Z takes it back.", edit=title)


def choose_none(database: Database, statement_id: int) -> str:
    """Prefer nothing, as an edit."""
    from db.preference import label, withdraw

    with database.read() as conn:
        title = tr("No longer: {edit}", edit=label(conn, statement_id))
    with database.write(title) as conn:
        withdraw(conn, statement_id)
    return tr("{edit}: done; Ctrl+Z takes it back.", edit=title)
