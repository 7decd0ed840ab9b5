"""Exporting every release as CSV, against csv.writer over a cursor that gives the same columns."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from db.engine import Database
from db.exporters.tables import FORMATS, export
from db.exporters.tabular import ExportRequest
from db.kinds import Kind
from tests.bench.measure import compare

pytestmark = pytest.mark.bench

HEADERS = (
    "name,date,date_earliest,date_latest,date_precision,org,params,active,variants,modality,technique,open,license,"
    "parent,paper,source,disagreements"
)


def _objects(property_: str) -> str:
    return (
        "(SELECT group_concat(name, '; ') FROM (SELECT name FROM relation JOIN entity o ON o.id = object_id"
        f" WHERE subject_id = e.id AND property = '{property_}' ORDER BY o.name_key))"
    )


SPREADSHEET = f"""
SELECT e.name, e.date_edtf, e.date_earliest, e.date_latest, e.date_precision, {_objects("organization")}, r.params,
  r.active_params,
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM variant WHERE release_id = e.id ORDER BY position)),
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM term WHERE entity_id = e.id AND property = 'modality'
    ORDER BY value)),
  {_objects("technique")}, CASE r.open_weights WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END, r.license,
  (SELECT group_concat(parent_name, '; ') FROM (SELECT DISTINCT parent_name FROM derivation WHERE child_id = e.id
    ORDER BY lower(parent_name))),
  {_objects("paper")},
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT s.name, s.name_key FROM statement JOIN entity s
    ON s.id = source_id WHERE entity_id = e.id ORDER BY s.name_key)),
  e.disagreements
FROM entity e JOIN release r ON r.id = e.id WHERE e.kind = 'release' ORDER BY e.name_key, e.id
"""


def _as_json(sql: str) -> str:
    """The same with lists as JSON."""
    return (
        sql.replace("group_concat(name, '; ')", "nullif(json_group_array(name), '[]')")
        .replace("group_concat(value, '; ')", "nullif(json_group_array(value), '[]')")
        .replace("group_concat(parent_name, '; ')", "nullif(json_group_array(parent_name), '[]')")
        .replace("THEN 'yes'", "THEN 'true'")
        .replace("THEN 'no'", "THEN 'false'")
        .replace(
            "(SELECT nullif(json_group_array(name), '[]') FROM (SELECT name FROM variant",
            "(SELECT nullif(json_group_array(json_object('key', key, 'name', name, 'params', params, 'active',"
            " active_params)), '[]') FROM (SELECT key, name, params, active_params FROM variant",
        )
    )


def by_hand(raw: sqlite3.Connection, target: Path, lossless: bool) -> None:
    """One statement, its rows written as they come."""
    with target.open("w", encoding="utf-8" if lossless else "utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS.split(","))
        writer.writerows(raw.execute(_as_json(SPREADSHEET) if lossless else SPREADSHEET))


def ours(database: Database, target: Path, lossless: bool) -> None:
    """What the program does."""
    with database.read() as conn:
        export(conn, ExportRequest(Kind.RELEASE, lossless=lossless), FORMATS["csv"], target)


def _cells(path: Path, lossless: bool) -> list[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return [[json.loads(cell) if cell[:1] == "[" else cell for cell in row] for row in rows] if lossless else rows


@pytest.mark.parametrize("lossless", [False, True], ids=["spreadsheet", "lossless"])
def test_csv(database: Database, raw: sqlite3.Connection, tmp_path: Path, lossless: bool) -> None:
    """At most one and a half times the writer over a cursor."""
    mine, other = tmp_path / "ours.csv", tmp_path / "raw.csv"
    ours(database, mine, lossless)
    by_hand(raw, other, lossless)
    assert _cells(mine, lossless) == _cells(other, lossless)
    profile = "lossless" if lossless else "spreadsheet"
    compare(
        f"export of 100,000 releases as CSV, {profile}",
        lambda: ours(database, mine, lossless),
        lambda: by_hand(raw, other, lossless),
        1.5,
        runs=2,
    )
