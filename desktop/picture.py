"""`labline picture`: the timeline, charts and the lineage as files, drawn as in the window but without one."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.database import Database
    from db.filters import FilterSpec
    from desktop.drawing.figure_files import Paint
    from desktop.drawing.look import Look
    from desktop.drawing.people.figure import PersonFigure

WIDTH = 1200
CAREER_WIDTH = 960
WHAT = ("timeline", "chart", "lineage", "career")
_ABOUT = (
    "Write the timeline, a chart, the lineage or the career of a person as SVG, PDF or PNG, without a window; of the "
    "lineage the edges too, as CSV, GraphML or DOT."
)
_QUERY = "what to show; without it, everything. Of a career: the name of the person"
_OUTPUT = "an .svg, .pdf or .png file; for the edges of the lineage a .csv, .graphml or .dot file"


class PictureError(Exception):
    """A picture cannot be made as asked; the message says what to write."""


def main(argv: Sequence[str]) -> int:
    """Write one picture; the exit code. Errors go to standard error in a line, with exit code 1."""
    from db.atomic import WriteError
    from db.engine import DatabaseError
    from db.filters import QueryError
    from desktop.drawing.figure_files import FigureError

    options = _parser().parse_intermixed_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if os.name == "posix" else "")
    try:
        print(_make(options))  # noqa: T201
    except (PictureError, FigureError, WriteError, DatabaseError, QueryError) as error:
        print(f"labline: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        print("labline: stopped; nothing was written", file=sys.stderr)  # noqa: T201
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    from db.timeline import LANES_BY
    from desktop.drawing.charts.figure import CHARTS

    parser = argparse.ArgumentParser(prog="labline picture", description=_ABOUT)
    parser.add_argument("what", choices=WHAT, help="what to draw")
    parser.add_argument(
        "query",
        nargs="?",
        default="",
        metavar="QUERY",
        help="what to show; without it, everything. Of a career: the person’s name",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="an .svg, .pdf or .png file; for the edges of the lineage a .csv, .graphml or .dot file",
    )
    parser.add_argument("--chart", choices=CHARTS, default="sizes", help="which chart (sizes)")
    parser.add_argument(
        "--lanes", choices=LANES_BY, default="kind", help="what the timeline's lanes are made by (kind)"
    )
    parser.add_argument("--days", metavar="DATE", help="the days to show, such as 2023..2025-06; without it, all")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (light)")
    parser.add_argument("--size", metavar="WxH", help=f"pixels ({WIDTH} wide, and as high as it has to be)")
    parser.add_argument("--scale", type=int, choices=(1, 2, 3, 4), default=1, help="dots a pixel, of PNG (1)")
    parser.add_argument("--db", type=Path, metavar="FILE", help="the database; without it, your own")
    return parser


def _make(options: argparse.Namespace) -> str:
    """Draw and write; what to say of it."""
    from PySide6.QtCore import QSizeF
    from PySide6.QtWidgets import QApplication

    from db.exporters.lineage import ENDINGS as EDGES
    from db.filters import parse
    from desktop.drawing.figure_files import ENDINGS, FigureError, save_figure
    from desktop.drawing.look import Look

    ending = options.output.suffix.lower()
    if options.what == "lineage" and ending in EDGES:
        return _write_edges(options)
    if ending not in ENDINGS:
        raise FigureError(f"“{options.output.name}” has no ending of a picture; use one of {', '.join(ENDINGS)}")
    spec, size, days = (
        parse("" if options.what == "career" else options.query),
        _size(options.size),
        _days(options.days),
    )
    app = QApplication.instance() or QApplication(["labline"])
    database = _open(options.db)
    try:
        with database.read() as conn:
            title, description, made, paint = _picture(conn, spec, options, (size, days, Look.named(options.theme)))
    finally:
        database.close()
    save_figure(
        options.output, QSizeF(*made), paint, scale=options.scale, title=title, description=description
    )  # fmt: skip
    del app
    return f"{options.output}: {title}"


def _write_edges(options: argparse.Namespace) -> str:
    """Write the edges of the lineage; what to say of it."""
    from db.exporters.lineage import write_edges
    from db.filters import parse

    database = _open(options.db)
    try:
        with database.read() as conn:
            count = write_edges(conn, parse(options.query), options.output)
    finally:
        database.close()
    return f"{options.output}: {count:,} edges"


def _open(file: Path | None) -> Database:
    from db.engine import default_path, open_database
    from db.start import open_or_create

    if file is None:
        return open_or_create(default_path())
    if not file.exists():
        raise PictureError(f"{file} does not exist; check the name")
    return open_database(file, read_only=True)


def _picture(
    conn: Connection,
    spec: FilterSpec,
    options: argparse.Namespace,
    how: tuple[tuple[float, float] | None, tuple[float, float] | None, Look],
) -> tuple[str, str, tuple[float, float], Paint]:
    """Title, description, size and what draws it."""
    from db.attribution import attribution
    from desktop.charts.query import ask
    from desktop.drawing.charts.figure import ChartFigure
    from desktop.drawing.lineage.figure import LineageFigure
    from desktop.drawing.timeline.figure import TimelineFigure

    size, days, look = how
    if options.what == "career":
        career = _career(conn, options.query)
        usual = career.size(size[0] if size else CAREER_WIDTH)
        return career.title(), career.description(), size or (usual.width(), usual.height()), career.paint(look)
    asked = f"Filter: {spec.describe()}" if spec.clauses else ""
    if options.what == "chart":
        figure = ChartFigure(options.chart, ask(conn, spec), asked, attribution(conn), days)
        usual = figure.size(WIDTH)
        return figure.title(), figure.description(), size or (usual.width(), usual.height()), figure.paint(look)
    if options.what == "lineage":
        lineage = LineageFigure.ask(conn, spec, size[0] if size else WIDTH)
        usual = lineage.size(size[0] if size else WIDTH)
        return lineage.title(), lineage.description(), size or (usual.width(), usual.height()), lineage.paint(look)
    timeline = TimelineFigure.ask(conn, spec, options.lanes, days)
    if timeline.is_empty():
        raise PictureError("nothing with a date there passes the filter, so there is nothing to draw")
    usual = timeline.size(size[0] if size else WIDTH)
    return timeline.title(), timeline.description(), size or (usual.width(), usual.height()), timeline.paint(look)


def _career(conn: Connection, name: str) -> PersonFigure:
    """The career of the person who is called so, in any script or in pinyin; of several the one credited most."""
    from db.attribution import attribution
    from db.filters import FilterSpec
    from db.person import profile
    from desktop.drawing.people.figure import career_figure
    from desktop.people.query import Asked, ask

    if not name.strip():
        raise PictureError("a career is that of a person; write for example: labline picture career 'Luo Fuli'")
    ids = ask(conn, Asked(FilterSpec(), name, (("credits", True),))).ids
    found = profile(conn, ids[0]) if ids else None
    if found is None:
        raise PictureError(f"“{name}” names nobody here; write a name in Latin letters, in Chinese or in pinyin")
    figure = career_figure(found, attribution(conn))
    if figure is None:
        raise PictureError(f"nothing is stated of the career of {found.details.name}, so there is nothing to draw")
    return figure


def _size(text: str | None) -> tuple[float, float] | None:
    if text is None:
        return None
    wide, _, high = text.lower().partition("x")
    if not (wide.isdigit() and high.isdigit() and len(text) <= 12):
        raise PictureError(f"“{text}” is no size; write for example 1200x800")
    return float(wide), float(high)


def _days(text: str | None) -> tuple[float, float] | None:
    """The days of a range as the filter writes it."""
    from db.filters import Range, parse

    if text is None:
        return None
    clauses = parse(f"date:{text}").clauses
    first, last = clauses[0].days() if len(clauses) == 1 and isinstance(clauses[0], Range) else (None, None)
    if first is None or last is None:
        raise PictureError(f"“{text}” is no range of days with two ends; write for example 2023..2025-06")
    return float(first.toordinal()), float(last.toordinal() + 1)
