"""The command line: import, export, check and list-fields, without a display.

Errors go to standard error in a line or two with exit code 1 (2 for a wrong option), never as a traceback.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.database import Database
    from db.dossier_files import PlacedDossier

COMMANDS = ("import", "export", "check", "list-fields")
"""The words that make `labline` a command-line program."""

_EPILOG = "A QUERY is what the filter bar takes, for example 'params:>100B open:yes'. '-o -' writes to standard output."


class UsageError(Exception):
    """A command that cannot be carried out as given; the message says what to write."""


def _parser() -> argparse.ArgumentParser:
    from db.kinds import Kind
    from db.listings import Part

    listings = [item.value for item in (*Kind, *Part)]
    about = "The history of AI labs, with the source of every fact."
    parser = argparse.ArgumentParser(prog="labline", description=about)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, about: str, database: str = "the database; without it, your own") -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about, epilog=_EPILOG if name == "export" else None)
        made.add_argument("--db", type=Path, metavar="FILE", help=database)
        return made

    importing = command("import", "Import a dossier's folder, or a CSV or TSV table.")
    importing.add_argument("path", type=Path, metavar="PATH", help="a dossier's folder, or a .csv or .tsv file")
    importing.add_argument("--kind", choices=[kind.value for kind in Kind], default=Kind.RELEASE.value,
                           help="what a table's rows are (release)")  # fmt: skip
    exporting = command("export", "Export what a query finds, or the whole database as a dossier.")
    exporting.add_argument("query", nargs="?", default="", metavar="QUERY", help="which rows; without it, all")
    what = f"what a row is: {', '.join(listings)} (release)"
    exporting.add_argument("--kind", choices=listings, metavar="KIND", default=Kind.RELEASE.value, help=what)
    exporting.add_argument("--format", choices=["csv", "tsv", "json", "xlsx", "dossier"], default="csv", help="(csv)")
    exporting.add_argument("--profile", choices=["spreadsheet", "lossless"], default="spreadsheet",
                           help="of CSV and TSV (spreadsheet)")  # fmt: skip
    exporting.add_argument("--columns", metavar="KEY,…", help="fields in order, 'all', or without it the usual ones")
    exporting.add_argument("--sort", metavar="KEY[:desc],…", default="", help="fields to sort by")
    exporting.add_argument("-o", "--output", metavar="FILE", default="-", help="a file, or a folder for a dossier (-)")
    about = "Verify a dossier's references, dates and citations, and count what it holds."
    checking = command("check", about, "check this database instead of a dossier")
    checking.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="a dossier's folder; without it, the bundled one"
    )
    checking.add_argument("--sources", type=Path, metavar="FOLDER",
                          help="hold citations against the documents in it: 001_report.txt for 001")  # fmt: skip
    fields = command("list-fields", "Print each field with its kind, type and meaning.")
    fields.add_argument("--kind", choices=listings, metavar="KIND", help="only of this kind")
    return parser


def _import(options: argparse.Namespace) -> int:
    from db.importers import import_path
    from db.kinds import Kind
    from db.start import open_or_create, open_to_fill

    if options.db is None:
        from db.engine import default_path

        opened: AbstractContextManager[Database] = open_or_create(default_path())
    else:
        opened = open_to_fill(options.db)
    with opened as database:
        if database.read_only:
            raise UsageError(f"{database.path} is in use by another window of Labline; close it and try again")
        with database.write(f"Import of {options.path.name}") as conn:
            report = import_path(conn, options.path, Kind(options.kind))
    print(report)
    return 0


def _export(options: argparse.Namespace) -> int:
    from db.engine import default_path, open_database
    from db.start import open_or_create

    if options.db is not None and not options.db.exists():
        raise UsageError(f"{options.db} does not exist; check the name, or import something into it first")
    path = options.db or default_path()
    database = open_database(path, read_only=True) if path.exists() else open_or_create(path)
    try:
        with database.read() as conn:
            if options.format == "dossier":
                from db.exporters.dossier import write_folder

                if options.output == "-":
                    raise UsageError("a dossier is a folder; name it with -o FOLDER")
                if options.query:
                    raise UsageError("a dossier holds the whole database; leave the query out")
                write_folder(conn, Path(options.output))
                return 0
            return _export_table(conn, options)
    finally:
        database.close()


def _export_table(conn: object, options: argparse.Namespace) -> int:
    from sqlalchemy import Connection

    from db.exporters.tables import FORMATS, export
    from db.exporters.tabular import ExportRequest
    from db.fields import fields_of
    from db.filters import parse
    from db.kinds import Kind
    from db.listings import Listing, Part

    assert isinstance(conn, Connection)  # noqa: S101
    listing: Listing = Part(options.kind) if options.kind in set(Part) else Kind(options.kind)
    columns: tuple[str, ...] | None = None
    if options.columns == "all":
        columns = tuple(item.key for item in fields_of(listing))
    elif options.columns is not None:
        columns = tuple(key.strip() for key in options.columns.split(","))
    keys = [item.partition(":") for item in options.sort.split(",") if item]
    sort = tuple((key, direction == "desc") for key, _, direction in keys)
    known = {item.key for item in fields_of(listing)}
    for key, _, direction in keys:
        if key not in known or direction not in ("", "asc", "desc"):
            raise UsageError(f"cannot sort by “{key}:{direction}”; write KEY or KEY:desc, with a key of list-fields")
    request = ExportRequest(
        listing, parse(options.query), columns=columns, sort=sort, lossless=options.profile == "lossless"
    )
    format_ = FORMATS[options.format]
    if options.output == "-":
        if sys.stdout is None:
            raise UsageError("there is no standard output; name a file with -o FILE")
        export(conn, request, format_, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return 0
    for path in export(conn, request, format_, Path(options.output)):
        print(f"wrote {path}", file=sys.stderr)
    return 0


def _check(options: argparse.Namespace) -> int:
    from db.check import check
    from db.dossier_files import DossierError
    from db.kinds import Kind
    from db.source_texts import read_documents

    try:
        placed = _to_check(options)
    except DossierError as error:
        print(f"{error}\n{_problems(error.count)}")
        return 1
    sources = [entity.id for entity in placed.dossier.entities if entity.kind is Kind.SOURCE]
    documents = {} if options.sources is None else read_documents(options.sources, sources)
    if options.sources is not None and not documents:
        raise UsageError(f"no file in {options.sources} begins with a source's id ({', '.join(sources[:5])})")
    counted, found = check(placed.dossier, documents)
    if counted is not None:
        print("\n".join([*counted.lines(), ""]))
        missing = [source for source in sources if source not in documents]
        if documents:
            print(f"citations held against the documents {', '.join(documents)}")
        if missing:
            print(f"citations not held against {', '.join(missing)}; --sources FOLDER names the documents' folder")
    print("\n".join([*(str(placed.problem(fault)) for fault in found), _problems(len(found))]))
    return 1 if found else 0


def _to_check(options: argparse.Namespace) -> PlacedDossier:
    """The dossier of a folder, of a database, or the bundled one."""
    from importlib.resources import files

    from db.dossier_files import read_placed, stored_dossier
    from db.engine import open_database
    from db.start import BUNDLED
    from db.unload import load

    if options.db is None:
        return read_placed(options.path or files("resources") / "dossiers" / BUNDLED)
    if options.path is not None:
        raise UsageError("check a dossier's folder or a database, not both; leave PATH or --db out")
    if not options.db.exists():
        raise UsageError(f"{options.db} does not exist; check the name")
    database = open_database(options.db, read_only=True)
    try:
        with database.read() as conn:
            return stored_dossier(load(conn), options.db.name)
    finally:
        database.close()


def _problems(count: int) -> str:
    return f"{count:,} problem{'s' * (count != 1)}" if count else "nothing wrong"


def _list_fields(options: argparse.Namespace) -> int:
    from db.fields import FIELDS

    shown = [item for item in FIELDS if options.kind in (None, item.listing.value)]
    for item in shown:
        print(f"{item.listing.value:<13}{item.key:<15}{item.type.value:<10}{item.about}")
    return 0


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "export": _export,
    "check": _check,
    "list-fields": _list_fields,
}


def _known_errors() -> tuple[type[Exception], ...]:
    from db.atomic import WriteError
    from db.dossier_files import DossierError
    from db.engine import DatabaseError
    from db.exporters.tabular import ExportError
    from db.filters import QueryError
    from db.importers.table_text import TableError
    from db.source_texts import SourceTextError

    return (
        UsageError, WriteError, DossierError, DatabaseError, ExportError, QueryError, TableError, SourceTextError
    )  # fmt: skip


def _positional(word: str) -> str:
    """A query that excludes, such as “-open:yes”, so written that it is not taken for an option (-o pen:yes)."""
    if not re.match(r"-[^\W\d_][\w-]*:", word):
        return word
    from db.query_keys import field_key

    return word if field_key(word[1:].partition(":")[0]) is None else f" {word}"


def _discard_output() -> None:
    """Let what is left unwritten go nowhere, so that the end of the program does not fail on it again."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as standard error does, whatever its encoding lacks
    options = _parser().parse_args([_positional(word) for word in (sys.argv[1:] if argv is None else argv)])
    try:
        code = _RUN[options.command](options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has seen enough
        _discard_output()
        return 0
    except OSError as error:
        from db.atomic import explain

        _discard_output()
        print(f"labline: {explain(Path(error.filename or 'standard output'), error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("labline: stopped; nothing was changed", file=sys.stderr)
        return 130
    except Exception as error:
        if isinstance(error, _known_errors()):
            print(f"labline: {error}", file=sys.stderr)
            return 1
        raise


if __name__ == "__main__":
    sys.exit(main())
