"""Disagreements as the inspector and the exports show them: what they are about, and which statements are rivals."""

from __future__ import annotations

import io
import json

import pytest
from sqlalchemy import select

from db import models as m
from db.exporters.tables import FORMATS, export
from db.exporters.tabular import ExportRequest
from db.filters import parse
from db.listings import Part
from db.queries import details
from tests.small_database import holding

ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 9},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 9},
    {"kind": "release", "id": "r", "name": "R", "facts": {
        "date": [{"value": value, "cite": f"s1:{line}"}
                 for line, value in enumerate(("Dec 2024", "Jan. 10, 2025", "January 2025"), 1)],
        "figure": [{"value": "6", "role": "released versions", "cite": "s1:4"},
                   {"value": "2", "role": "released versions", "cite": "s2:4"},
                   {"value": "1", "role": "days", "unit": "day", "cite": "s1:5"},
                   {"value": "7", "role": "days", "unit": "day", "cite": "s2:5"}],
        "training_cost": [{"value": "5M", "role": "training", "when": "2024", "cite": "s1:6"},
                          {"value": "9M", "role": "training", "when": "2024", "cite": "s2:6"}],
    }},
]  # fmt: skip


@pytest.fixture(scope="module")
def database():
    with holding(ENTITIES, "X") as made:
        yield made


def test_the_label_says_what_they_disagree_about_and_rivals_are_sets(database):
    with database.read() as conn:
        shown = details(conn, conn.scalar(select(m.entity.c.id).where(m.entity.c.slug == "r")))
    values = {row.id: row.value for row in shown.statements}
    found = {row.label: [[values[id_] for id_ in rival] for rival in row.rivals] for row in shown.disagreements}
    assert found == {
        "Date": [["Dec 2024"], ["Jan. 10, 2025", "January 2025"]],
        "Figure (released versions)": [["6"], ["2"]],
        "Figure (days, day)": [["1"], ["7"]],
        "Training cost (training, 2024)": [["5M"], ["9M"]],
    }
    assert all(set(row.statements) == {id_ for rival in row.rivals for id_ in rival} for row in shown.disagreements)


@pytest.mark.parametrize(("query", "roles"), [
    ("", ["", "days", "released versions", "training"]),
    ("role:days", ["days"]),
    ("unit:day", ["days"]),
])  # fmt: skip
def test_an_export_of_disagreements_has_roles_and_units(database, query, roles):
    out = io.BytesIO()
    with database.read() as conn:
        export(conn, ExportRequest(Part.DISAGREEMENT, parse(query)), FORMATS["json"], out)
    rows = json.loads(out.getvalue())
    assert sorted(row["role"] or "" for row in rows) == roles
    assert {row["unit"] for row in rows if row["role"] == "days"} <= {"day"}
