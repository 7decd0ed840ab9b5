"""An export as the user chooses it: what it asks of the database, the name of its file, and the job that writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.engine import Database
from db.exporters.tables import FORMATS, Format, export, preview
from db.exporters.tabular import Cancelled, ExportRequest, Watch, essential
from db.fields import fields_of
from db.filters import FilterSpec
from db.kinds import PLURALS, Kind
from db.listings import Listing
from db.texts import tr
from desktop.whole_job import WholeJob

if TYPE_CHECKING:
    from sqlalchemy import Connection

LONGEST_NAME = 60  # characters of a suggested file name
PREVIEW_ROWS = 5


class Scope(StrEnum):
    """Which rows."""

    SELECTED = "selected"
    FILTERED = "filtered"
    ALL = "all"


class Columns(StrEnum):
    """Which columns."""

    SHOWN = "shown"
    ALL = "all"
    ESSENTIAL = "essential"


@dataclass(frozen=True, slots=True)
class View:
    """The table that is exported from: its rows, its filter, what is selected, and its columns and order."""

    listing: Listing
    spec: FilterSpec
    selected: frozenset[int]
    shown: tuple[str, ...]
    sort: tuple[tuple[str, bool], ...] = ()

    def noun(self) -> str:
        """What its rows are, as an English plural: for names of files."""
        return PLURALS[self.listing] if isinstance(self.listing, Kind) else f"{self.listing.value}s"

    def things(self) -> str:
        """What its rows are, as a plural for people."""
        noun = self.noun()
        return tr(noun)

    def keys(self, columns: Columns) -> tuple[str, ...]:
        """The keys of the fields that a choice of columns means."""
        if columns is Columns.SHOWN:
            return self.shown
        return (
            essential(self.listing) if columns is Columns.ESSENTIAL else tuple(f.key for f in fields_of(self.listing))
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user chose in the dialog."""

    scope: Scope = Scope.ALL
    columns: Columns = Columns.SHOWN
    format: str = "csv"
    lossless: bool = False

    def format_(self) -> Format:
        """The format's record."""
        return FORMATS[self.format]


@dataclass(frozen=True, slots=True)
class Sample:
    """The head of a file: headers and rows as it would hold them."""

    headers: list[str]
    rows: list[list[str]]


def count_rows(conn: Connection, view: View) -> dict[Scope, int]:
    """How many rows each scope has. What is selected elsewhere is no row of this table."""
    from db import queries

    counts = queries.count(conn, view.listing, view.spec)
    selected = len(_selected(conn, view)) if view.selected else 0
    return {Scope.SELECTED: selected, Scope.FILTERED: counts.matching, Scope.ALL: counts.total}


def _selected(conn: Connection, view: View) -> tuple[int, ...]:
    """The selected rows in the table's order, those that the filter hides among them."""
    from db import queries

    ordered = queries.ids(conn, view.listing, FilterSpec(), view.sort)
    return tuple(number for number in ordered if number in view.selected)


def request_for(conn: Connection, view: View, choice: Choice) -> ExportRequest:
    """What the choice means for the exporters."""
    return ExportRequest(
        view.listing,
        view.spec if choice.scope is Scope.FILTERED else FilterSpec(),
        ids=_selected(conn, view) if choice.scope is Scope.SELECTED else None,
        columns=view.keys(choice.columns),
        sort=view.sort,
        lossless=choice.lossless,
    )


def sample(conn: Connection, view: View, choice: Choice) -> Sample:
    """The first rows of the file. Raises ExportError."""
    return Sample(*preview(conn, request_for(conn, view, choice), choice.format_(), PREVIEW_ROWS))


def default_name(view: View, choice: Choice) -> str:
    """A file name that says what is in it, from the filter's text."""
    query = str(view.spec) if choice.scope is Scope.FILTERED else ""
    words = [view.noun(), *re.findall(r"[\w.]+", query)]
    stem = "-".join(words if choice.scope is not Scope.SELECTED else [*words, "selected"])
    return stem[:LONGEST_NAME].rstrip("-.") + choice.format_().suffix


def with_suffix(name: str, format_: Format) -> str:
    """The file name with the format's suffix in place of another format's, or added where there is none."""
    path = Path(name)
    if path.suffix.lower() in {item.suffix for item in FORMATS.values()}:
        return name[: -len(path.suffix)] + format_.suffix
    return name if not path.name or path.suffix else name + format_.suffix


class ExportJob(WholeJob):
    """Writes one file on one read snapshot; it returns the paths of the files written."""

    progressed = Signal(int, int)
    """Rows done and rows in all."""

    def __init__(
        self, database: Database, view: View, choice: Choice, path: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(self._write, Cancelled, parent)
        self._database, self._view, self._choice, self._path = database, view, choice, path

    def _write(self, stop: Callable[[], bool]) -> list[Path]:
        watch = Watch(self._tell, stop)
        with self._database.read() as conn:
            watch.check()
            request = request_for(conn, self._view, self._choice)
            return export(conn, request, self._choice.format_(), self._path, watch)

    def _tell(self, done: int, total: int) -> None:
        with suppress(RuntimeError):  # the dialog may be gone
            self.progressed.emit(done, total)
