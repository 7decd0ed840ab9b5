"""One generated database for all measurements of a run, and the report at its end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import Database, open_database
from tests.bench.generated import make
from tests.bench.measure import REPORT
from tests.bench.raw_queries import Case, cases

RELEASES = 100_000


def pytest_addoption(parser: pytest.Parser) -> None:
    """Measuring again and again need not generate each time."""
    parser.addoption("--large", type=Path, help="a database made by tests/bench/generated.py, instead of a new one")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A database of 100,000 releases, which no test changes."""
    made: Path | None = request.config.getoption("--large", default=None)
    return made or make(tmp_path_factory.mktemp("bench") / "large.db", RELEASES)


@pytest.fixture(scope="session")
def database(large: Path) -> Iterator[Database]:
    """The large database, opened as the program does."""
    with open_database(large) as database:
        yield database


@pytest.fixture(scope="session")
def raw(large: Path) -> Iterator[sqlite3.Connection]:
    """The same file through sqlite3 alone, with as much memory."""
    conn = sqlite3.connect(large, isolation_level=None)
    for pragma in ("cache_size=-32000", "temp_store=MEMORY", "mmap_size=0", "query_only=ON"):
        conn.execute(f"PRAGMA {pragma}")
    yield conn
    conn.close()


ORGANIZATION = 3
"""Place of the one that is filtered by, among all: it made about one release in a hundred."""


@pytest.fixture(params=range(len(cases(""))), ids=[case.name for case in cases("")])
def case(request: pytest.FixtureRequest, raw: sqlite3.Connection) -> Case:
    """Each filter, about an organization of the database."""
    name = "SELECT name FROM entity WHERE kind = 'organization' ORDER BY id LIMIT 1 OFFSET ?"
    return cases(raw.execute(name, (ORGANIZATION,)).fetchone()[0])[request.param]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was measured, whether it passed or not."""
    if REPORT:
        terminalreporter.section("measured")
        terminalreporter.write_line(f"{'':<58}{'Labline':>13}{'raw':>13}{'ratio':>10}")
        for line in REPORT:
            terminalreporter.write_line(str(line))
