"""What a cell's values become: clauses, links and copied text."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edtf import parse as date
from db.engine import open_database
from db.fields import BY_KEY
from db.kinds import Kind
from db.rows import Ref
from desktop.clipboard import in_order, line, rows_text
from desktop.table.cell_clauses import addresses, clauses


@pytest.mark.parametrize(
    ("key", "cell", "expected"),
    [
        ("name", "A-1", [("A-1", "name:A-1")]),
        (
            "org",
            (Ref(1, "Alpha"), Ref(2, "Beta & Sons")),
            [("Alpha", "org:Alpha"), ("Beta & Sons", 'org:"Beta & Sons"')],
        ),
        ("modality", ("text", "text"), [("text", "modality:text")]),
        ("params", 671_000_000_000, [("671B", "params:671B")]),
        ("open", True, [("yes", "open:yes")]),
        ("open", False, [("no", "open:no")]),
        ("open", None, [("unknown", "open:?")]),
        ("org", (), [("unknown", "org:?")]),
        ("params", None, [("unknown", "params:?")]),
        ("date", date("Jan 2024"), [("Jan 2024", "date:2024-01")]),
        ("date", date("from 2024"), []),
    ],
)
def test_each_value_has_a_clause(key, cell, expected):
    field = BY_KEY[Kind.RELEASE, key]
    assert [(text, str(clause)) for text, clause in clauses(field, cell)] == expected
    assert [str(clause) for _text, clause in clauses(field, cell, negated=True)] == [f"-{text}" for _, text in expected]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (("https://a.b/c", "http://d"), ["https://a.b/c", "http://d"]),
        (("file:///etc/passwd", "javascript:x", "HTTPS"), []),
        ("https://a.b", ["https://a.b"]),
        ((Ref(1, "https://name"),), []),
        (None, []),
        (5, []),
    ],
)
def test_web_addresses_alone_are_links(cell, expected):
    assert list(addresses(cell)) == expected


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_a_copied_line_has_as_many_cells_as_columns(cells):
    copied = line(cells)
    assert copied.count("\t") == len(cells) - 1
    assert len(copied.splitlines() or [""]) == 1


def test_copied_rows_come_in_the_order_of_the_table_and_hidden_ones_last():
    assert list(in_order(array("q", [5, 3, 9]), frozenset({9, 5, 2, 1}))) == [5, 9, 1, 2]


def test_rows_are_copied_with_and_without_headers(lab_file):
    with open_database(lab_file, read_only=True) as database, database.read() as conn:
        ids = array(
            "q",
            (row[0] for row in conn.exec_driver_sql("SELECT id FROM entity WHERE slug IN ('a2','zh') ORDER BY slug")),
        )
        keys = ("name", "params", "open", "license")
        assert rows_text(conn, Kind.RELEASE, ids, keys, headers=True) == (
            "Name\tTotal parameters\tOpen weights\tLicence\nA-2\t67B\tyes\t\n文心 <b>4</b>\t\t\t\n"
        )
        assert rows_text(conn, Kind.RELEASE, ids[:1], keys, headers=False) == "A-2\t67B\tyes\t\n"


@pytest.mark.parametrize(("name", "copied"), [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+1", "'+1"), ("-x", "'-x"), ("@SUM(1)", "'@SUM(1)"), (" \t=1", "'=1"), ("A-1", "A-1"),
])  # fmt: skip
def test_copied_text_never_runs_in_a_spreadsheet(lab_file, name, copied):
    with closing(sqlite3.connect(lab_file)) as direct, direct:
        direct.execute("UPDATE entity SET name = ? WHERE slug = 'a2'", (name,))
    with open_database(lab_file, read_only=True) as database, database.read() as conn:
        ids = array("q", conn.exec_driver_sql("SELECT id FROM entity WHERE slug = 'a2'").scalars())
        assert rows_text(conn, Kind.RELEASE, ids, ("name", "params"), headers=False) == f"{copied}\t67B\n"
