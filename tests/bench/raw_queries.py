"""What somebody who knows this schema would write by hand: SQL through sqlite3, with the same indexes and answers."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A filter as Labline reads it and as SQL on the tables `e` (entity) and, if it `joins` it, `r` (release)."""

    name: str
    text: str
    where: str = ""
    values: tuple[object, ...] = ()
    joins: bool = False

    def source(self) -> str:
        """FROM and WHERE."""
        joined = " JOIN release r ON r.id = e.id" if self.joins else ""
        return f"FROM entity e{joined} WHERE e.kind = 'release'{' AND ' if self.where else ''}{self.where}"

    def ids(self) -> str:
        """A SELECT of the ids, in no order."""
        return f"SELECT e.id {self.source()}"


def cases(organization: str) -> list[Case]:
    """Filters of every sort, with many, some and no results."""
    words = "e.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
    made_by = (
        "e.id IN (SELECT subject_id FROM relation WHERE property = 'organization' AND object_id IN"
        " (SELECT id FROM entity WHERE name_key = ? UNION SELECT id FROM entity WHERE slug = ?"
        " UNION SELECT entity_id FROM alias WHERE key = ?))"
    )
    sized = "e.id IN (SELECT release_id FROM variant WHERE params >= 7000000000 AND params <= 70000000000)"
    dated = (
        "(e.date_latest >= '2024-01-01' OR (e.date_latest IS NULL AND e.date_earliest IS NOT NULL))"
        " AND (e.date_earliest <= '2024-12-31' OR (e.date_earliest IS NULL AND e.date_latest IS NOT NULL))"
        " AND r.open_weights = 1"
    )
    folded = organization.casefold()
    return [
        Case("nothing", ""),
        Case("a word's beginning", "baba", words, ('"baba"*',)),
        Case("two letters", "de", words, ('"de"*',)),
        Case("an organization", f'org:"{organization}"', made_by, (folded, folded, folded)),
        Case("a range of parameters", "params:7B..70B", sized),
        Case("a year and open weights", "date:2024 open:yes", dated, joins=True),
        Case("without a licence", "-license:MIT", "(r.license IS NULL OR lower(r.license) <> 'mit')", joins=True),
    ]


def count(conn: sqlite3.Connection, case: Case) -> tuple[int, int]:
    """How many rows match, and how many there are."""
    (total,) = conn.execute("SELECT count(*) FROM release").fetchone()
    if not case.where:
        return total, total
    return conn.execute(f"SELECT count(*) {case.source()}", case.values).fetchone()[0], total


def ids(conn: sqlite3.Connection, case: Case, order: str = "e.name_key, e.id") -> list[int]:
    """The ids in order."""
    return [row[0] for row in conn.execute(f"{case.ids()} ORDER BY {order}", case.values)]


BY_DATE = "e.date_earliest IS NULL, e.date_earliest, e.date_latest IS NULL, e.date_latest, e.name_key, e.id"

_SCALARS = (
    "SELECT e.id, e.name, e.date_text, e.date_edtf, e.date_earliest, e.date_latest, e.date_precision, e.date_qualifier,"
    " r.params, r.active_params, r.open_weights, r.license, e.disagreements"
    " FROM release r JOIN entity e ON e.id = r.id WHERE r.id IN ({})"
)
LISTS = {
    "org": "SELECT subject_id, name FROM relation JOIN entity ON id = object_id"
    " WHERE property = 'organization' AND subject_id IN ({}) ORDER BY name",
    "technique": "SELECT subject_id, name FROM relation JOIN entity ON id = object_id"
    " WHERE property = 'technique' AND subject_id IN ({}) ORDER BY name",
    "paper": "SELECT subject_id, name FROM relation JOIN entity ON id = object_id"
    " WHERE property = 'paper' AND subject_id IN ({}) ORDER BY name",
    "variants": "SELECT release_id, name FROM variant WHERE release_id IN ({}) ORDER BY position",
    "modality": "SELECT entity_id, value FROM term WHERE property = 'modality' AND entity_id IN ({}) ORDER BY value",
    "parent": "SELECT DISTINCT child_id, parent_name, parent_id FROM derivation WHERE child_id IN ({}) ORDER BY parent_name",
    "source": "SELECT DISTINCT entity_id, name, source_id FROM statement JOIN entity e ON e.id = source_id"
    " WHERE entity_id IN ({}) ORDER BY name",
}


def rows(conn: sqlite3.Connection, wanted: list[int]) -> tuple[Rows, dict[str, Rows]]:
    """The single values of these releases, and the several ones by field: those of the default columns."""
    marks = ", ".join("?" * len(wanted))
    scalars = conn.execute(_SCALARS.format(marks), wanted).fetchall()
    return scalars, {key: conn.execute(sql.format(marks), wanted).fetchall() for key, sql in LISTS.items()}


