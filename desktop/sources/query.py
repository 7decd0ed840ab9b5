"""What the view of sources asks of the database, and the edits that it makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.texts import tr
from desktop.item_models import WINDOW, Line
from desktop.sources.statement_list import read_statements

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.documents import Difference, Document
    from db.engine import Database
    from db.filters import FilterSpec
    from db.source_statements import SourceStatements


@dataclass(frozen=True, slots=True)
class Opened:
    """A source that was opened: its name, its statements with the first rows, and its text if one is attached.

    `statement` is the one to go to, 0 for none.
    """

    source_id: int
    name: str
    statements: SourceStatements
    windows: dict[int, list[Line]]
    document: Document | None
    statement: int


def is_source(conn: Connection, entity_id: int) -> bool:
    """Whether an entity is a source."""
    from db.citation_formats import cited

    return cited(conn, entity_id) is not None


def open_source(conn: Connection, source_id: int, spec: FilterSpec, statement: int) -> Opened | None:
    """All that is shown of a source; None where there is none."""
    from db.citation_formats import cited
    from db.documents import document_of
    from db.filters import FilterSpec
    from db.source_statements import statements_in

    source = cited(conn, source_id)
    if source is None:
        return None
    found = statements_in(conn, source_id, spec)
    if statement and found.place(statement) is None:  # what was asked for is shown, whatever the filter hides
        found = statements_in(conn, source_id, FilterSpec())
    place = found.place(statement) or 0
    windows = read_windows(conn, found, {0, place // WINDOW} if found.ids else ())
    return Opened(source_id, _name(conn, source_id), found, windows, document_of(conn, source_id), statement)


def _name(conn: Connection, entity_id: int) -> str:
    from db import queries
    from db.kinds import Kind

    (row,) = queries.rows(conn, Kind.SOURCE, [entity_id], ["name"])
    return str(row.cells[0])


def read_windows(conn: Connection, found: SourceStatements, windows: Iterable[int]) -> dict[int, list[Line]]:
    """The rows of some windows of the list."""
    return {window: read_statements(conn, found.ids[window * WINDOW : (window + 1) * WINDOW]) for window in windows}


def look_for_differences(database: Database, source_id: int) -> tuple[Difference, ...]:
    """Hold the text of a source against what is cited of it; for a thread of its own, since it may take a second."""
    from db.documents import differences

    with database.read() as conn:
        return differences(conn, source_id)


def attach_text(database: Database, source_id: int, name: str, path: Path) -> str:
    """Attach a file's text to a source, as an edit."""
    from db.documents import attach, read_file

    file = read_file(path)
    label = tr("Attach a text to {source}", source=name)
    with database.write(label) as conn:
        attach(conn, source_id, file)
    return tr("Attached {file} to {source}; it stays in this database.", file=file.name, source=name)


def detach_text(database: Database, source_id: int, name: str) -> str:
    """Take the text of a source out of the database, as an edit."""
    from db.documents import detach

    with database.write(tr("Remove the text of {source}", source=name)) as conn:
        detach(conn, source_id)
    return tr("Removed the text of {source}; Ctrl+Z brings it back.", source=name)


def citation(conn: Connection, source_id: int, form: str, place: str) -> str:
    """A citation of a source in one of the forms; empty when it is gone."""
    from db.citation_formats import FORMATS, cited

    source = cited(conn, source_id, place)
    return FORMATS[form][1](source) if source is not None else ""
