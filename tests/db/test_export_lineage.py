"""Edges of the lineage as CSV, GraphML and DOT: complete, readable by other programs, and safe with hostile names."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import Connection

from db.exporters.lineage import ENDINGS, HEADERS, write_edges
from db.filters import FilterSpec, parse
from tests.small_database import reading

HOSTILE = '=A "B\\N" <c> & \x01 d'


def fact(value: str, **more: str) -> dict:
    return {"value": value, "cite": "s1:3", **more}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 9},
    {"kind": "release", "id": "a", "name": "A", "facts": {"date": fact("2 May 2023")}},
    {"kind": "release", "id": "b", "name": HOSTILE, "facts": {
        "parent": [fact("a", role="successor", basis="inferred", ground="Its name."),
                   {"name": "Lost", "cite": "s1:4", "role": "merge"}]}},
    {"kind": "release", "id": "c", "name": "C", "facts": {"parent": fact("c", role="distill")}},
]  # fmt: skip
NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


@pytest.fixture(scope="module")
def conn() -> Iterator[Connection]:
    with reading(ENTITIES) as conn:
        yield conn


def test_csv(conn: Connection, tmp_path: Path) -> None:
    path = tmp_path / "edges.csv"
    assert write_edges(conn, FilterSpec(), path) == 3
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert rows == [
        list(HEADERS),
        ["A", f"'{HOSTILE}", "successor", "inferred", "First, line 3"],
        ["Lost", f"'{HOSTILE}", "merge", "stated", "First, line 4"],
        ["C", "C", "distill", "stated", "First, line 3"],
    ]


def test_graphml(conn: Connection, tmp_path: Path) -> None:
    path = tmp_path / "edges.graphml"
    write_edges(conn, FilterSpec(), path)
    root = ET.fromstring(path.read_text("utf-8"))
    names = {node.get("id"): node.find("g:data[@key='name']", NS).text for node in root.iterfind(".//g:node", NS)}
    assert sorted(names.values()) == sorted(["A", "C", HOSTILE.replace("\x01", "\ufffd"), "Lost"])
    ends = [(names[edge.get("source")], names[edge.get("target")]) for edge in root.iterfind(".//g:edge", NS)]
    assert ("C", "C") in ends and len(ends) == 3
    dated = [node.find("g:data[@key='earliest']", NS) for node in root.iterfind(".//g:node", NS)]
    assert [day.text for day in dated if day is not None] == ["2023-05-02"]


def test_dot(conn: Connection, tmp_path: Path) -> None:
    path = tmp_path / "edges.dot"
    write_edges(conn, FilterSpec(), path)
    text = path.read_text("utf-8")
    assert text.count(" -> ") == 3
    assert text.count("style=dashed") == 1
    assert r"\"B\\N\"" in text
    if shutil.which("dot"):
        subprocess.run(["dot", "-Tsvg", str(path)], check=True, capture_output=True)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("query", "edges"), [("name:A", 1), ("name:C", 1), ("date:1999", 0)])
def test_the_filter_decides_by_either_end(
    conn: Connection, tmp_path: Path, ending: str, query: str, edges: int
) -> None:
    path = tmp_path / f"edges{ending}"
    assert write_edges(conn, parse(query), path) == edges
    assert path.exists()


def test_another_ending_is_none(conn: Connection, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_edges(conn, FilterSpec(), tmp_path / "edges.txt")
