"""Opening a large database, and storing a dossier of many releases."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from time import perf_counter

import pytest

from db.dossier import About, Dossier, Entity, Fact, Variant
from db.engine import open_database
from db.kinds import Kind
from db.store import store
from tests.bench.measure import REPORT, Line

pytestmark = pytest.mark.bench

STORED = 2_000


def test_opening(large: Path) -> None:
    """Opening checks the whole file; its time is printed."""
    start = perf_counter()
    with open_database(large):
        taken = 1000 * (perf_counter() - start)
    start = perf_counter()
    conn = sqlite3.connect(large)
    conn.execute("PRAGMA quick_check").fetchall()
    conn.close()
    REPORT.append(Line("opening 100,000 releases, by a bare quick_check", taken, 1000 * (perf_counter() - start)))


def releases() -> Dossier:
    """One organization and its releases, each with four facts and a variant of one."""
    made = [Entity(kind=Kind.ORGANIZATION, id="lab", name="Lab")]
    for at in range(STORED):
        values = {"organization": "lab", "date": f"{2015 + at % 10}-{1 + at % 12:02}", "open_weights": "yes"}
        facts = {key: (Fact(value=value),) for key, value in values.items()}
        facts["description"] = (Fact(value=f"The model numbered {at}"),)
        variant = Variant(id="7b", name="7B", facts={"params": (Fact(value="7B"),)})
        made.append(Entity(kind=Kind.RELEASE, id=f"model-{at}", name=f"Model {at}", facts=facts, variants=(variant,)))
    return Dossier(about=About(id="bench", title="Measured"), entities=tuple(made))


def test_storing(tmp_path: Path) -> None:
    """Storing also logs each change and indexes the words; beside it the same rows by executemany, printed."""
    dossier = releases()
    start = perf_counter()
    with open_database(tmp_path / "ours.db") as database, database.write("Import") as conn:
        report = store(conn, dossier)
    taken = 1000 * (perf_counter() - start)
    assert sum(report.added.values()) >= STORED
    open_database(tmp_path / "raw.db").close()
    raw = sqlite3.connect(tmp_path / "raw.db", isolation_level=None)
    raw.execute("ATTACH ? AS ours", (str(tmp_path / "ours.db"),))
    query = "SELECT name FROM ours.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'search%'"
    rows = {table: raw.execute(f"SELECT * FROM ours.{table}").fetchall() for (table,) in raw.execute(query).fetchall()}
    words = raw.execute("SELECT rowid, name, alias, keys, body, related FROM ours.search").fetchall()
    start = perf_counter()
    raw.execute("BEGIN")
    for table, found in rows.items():
        if found and table != "alembic_version":
            raw.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
    raw.executemany("INSERT INTO search (rowid, name, alias, keys, body, related) VALUES (?, ?, ?, ?, ?, ?)", words)
    raw.execute("COMMIT")
    other = 1000 * (perf_counter() - start)
    raw.close()
    REPORT.append(Line(f"storing {STORED:,} releases, by executemany of the same rows", taken, other))
