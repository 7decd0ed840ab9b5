"""The program: a command line without a display, or the window. Everything is built here, once, by hand."""

from __future__ import annotations

import argparse
import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.__main__ import COMMANDS
from db.__main__ import main as command_line

if TYPE_CHECKING:
    from desktop.links import Link
    from desktop.theme import Choice


DATABASE_ENDINGS = (".labline", ".db", ".sqlite", ".sqlite3")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand, or open the window. Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in COMMANDS:
        return command_line(arguments)
    if arguments and arguments[0] == "picture":
        from desktop.picture import main as picture

        return picture(arguments[1:])
    options = _parser().parse_args(arguments)
    if options.file is not None and options.file.lower().startswith("file:"):
        options.file = _local_path(options.file)
    if options.file is not None and _means_link(options.file):
        options.file, options.link = None, options.file
    if options.version:
        from desktop.versions import versions

        print(versions())  # noqa: T201
        return 0
    file = None if options.file is None else Path(options.file)
    if file is not None and not file.exists() and file.suffix not in DATABASE_ENDINGS:
        known = ", ".join(COMMANDS)
        print(  # noqa: T201
            f"labline: “{file}” is no file and no command; commands are {known}, a new database ends in .db",
            file=sys.stderr,
        )
        return 2
    if options.link is None:
        return window(file, options.theme)
    from desktop.links import LinkError, read_link

    try:
        link = read_link(options.link)
    except LinkError as error:
        print(f"labline: {error}", file=sys.stderr)  # noqa: T201
        return 2
    return 0 if _hand_over(file, link) else window(file, options.theme, link)


def _means_link(argument: str) -> bool:
    return argument.lower().startswith("labline:")


def _local_path(address: str) -> str:
    """The file of a file: address: desktops hand over what is opened as one."""
    from urllib.parse import unquote, urlsplit

    return unquote(urlsplit(address).path)


def _hand_over(file: Path | None, link: Link) -> bool:
    """Give a link to the window that shows the database already, if there is one."""
    from desktop.instance import hand_over, server_name
    from desktop.settings import default_path

    if file is None:
        from db.engine import default_path as own_database

        file = own_database()
    return hand_over(server_name(file, default_path()), link)


def window(file: Path | None, theme: Choice | None, link: Link | None = None) -> int:
    """Show the window until it is closed, with what a link leads to."""
    from desktop.display import missing_display

    wrong = missing_display(os.environ)
    if wrong:
        print(f"labline: {wrong}", file=sys.stderr)  # noqa: T201
        return 1
    from desktop.faults import Faults, log_folder

    faults = Faults(log_folder())
    faults.watch()
    gc.disable()  # until the first paint; then the program collects by itself
    import_qt()
    from desktop.program import Program, application

    app = application()
    program = Program(app, theme, faults=faults)
    program.start(file, link)
    code = app.exec()
    faults.end()
    return code


def import_qt() -> None:
    """Import Qt without what PySide makes of every later import.

    It reads the source of each module, lest one wants Qt's names in snake_case; none does, and there are many to come.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="labline",
        description="The history of AI labs, with the source of every fact.",
        epilog=f"Without a display: {', '.join(f'labline {name}' for name in COMMANDS)}; each takes --help.",
    )
    parser.add_argument("file", nargs="?", metavar="FILE.db", help="a database; without it, your own")
    parser.add_argument(
        "link", nargs="?", metavar="labline:…", help="a link to show, in the window that is open or a new one"
    )
    parser.add_argument("--version", action="store_true", help="print the versions of Labline and what it runs on")
    parser.add_argument("--theme", choices=("light", "dark", "system"), help="colours, from now on")
    return parser


if __name__ == "__main__":
    sys.exit(main())
