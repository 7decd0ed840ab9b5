"""What somebody who knows this schema would write by hand: SQL through sqlite3, with the same indexes and answers."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a filter as SQL on the tables that it needs: `e` (entity), `r` (release) or, by {id}, either."""

    key: str
    where: str
    values: tuple[object, ...] = ()
    tables: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A filter as Labline reads it and as SQL."""

    name: str
    text: str
    clauses: tuple[Clause, ...] = ()

    @property
    def values(self) -> tuple[object, ...]:
        """What stands for the question marks."""
        return tuple(value for clause in self.clauses for value in clause.values)

    def without(self, key: str) -> Case:
        """The filter that the facet of this key sees."""
        return replace(self, clauses=tuple(clause for clause in self.clauses if clause.key != key))

    def source(self, wanted: str = "") -> tuple[str, str]:
        """FROM and WHERE over no more tables than the clauses and what is `wanted` need, and which has the id."""
        tables = {*wanted, *(table for clause in self.clauses for table in clause.tables)} or {"r"}
        owner = "e" if "e" in tables else "r"
        parts = [clause.where.format(id=f"{owner}.id") for clause in self.clauses]
        if owner == "e":
            parts.insert(0, "e.kind = 'release'")
        names = {"e": "entity e", "r": "release r", "er": "entity e JOIN release r ON r.id = e.id"}
        return f"FROM {names[''.join(sorted(tables))]} WHERE {' AND '.join(parts) or '1'}", owner

    def ids(self, wanted: str = "") -> str:
        """A SELECT of the ids, in no order."""
        source, owner = self.source(wanted)
        return f"SELECT {owner}.id {source}"


def cases(organization: str) -> list[Case]:
    """Filters of every sort, with many, some and no results."""
    words = "{id} IN (SELECT rowid FROM search WHERE search MATCH ?)"
    made_by = (
        "{id} IN (SELECT subject_id FROM relation WHERE property = 'organization' AND object_id IN"
        " (SELECT id FROM entity WHERE name_key = ? UNION SELECT id FROM entity WHERE slug = ?"
        " UNION SELECT entity_id FROM alias WHERE key = ?))"
    )
    sized = "{id} IN (SELECT release_id FROM variant WHERE params >= 7000000000 AND params <= 70000000000)"
    dated = (
        "(e.date_latest >= '2024-01-01' OR (e.date_latest IS NULL AND e.date_earliest IS NOT NULL))"
        " AND (e.date_earliest <= '2024-12-31' OR (e.date_earliest IS NULL AND e.date_latest IS NOT NULL))"
    )
    unlicensed = "(r.license IS NULL OR lower(r.license) <> 'mit')"
    open_ = Clause("open", "r.open_weights = 1", tables="r")
    return [
        Case("nothing", ""),
        Case("a word's beginning", "baba", (Clause("", words, ('"baba"*',)),)),
        Case("two letters", "de", (Clause("", words, ('"de"*',)),)),
        Case("an organization", f'org:"{organization}"', (Clause("org", made_by, (organization.casefold(),) * 3),)),
        Case("a range of parameters", "params:7B..70B", (Clause("params", sized),)),
        Case("a year and open weights", "date:2024 open:yes", (Clause("date", dated, tables="e"), open_)),
        Case("without a licence", "-license:MIT", (Clause("license", unlicensed, tables="r"),)),
    ]


def count(conn: sqlite3.Connection, case: Case) -> tuple[int, int]:
    """How many rows match, and how many there are."""
    (total,) = conn.execute("SELECT count(*) FROM release").fetchone()
    if not case.clauses:
        return total, total
    return conn.execute(f"SELECT count(*) {case.source()[0]}", case.values).fetchone()[0], total


def ids(conn: sqlite3.Connection, case: Case, order: str = "e.name_key, e.id") -> list[int]:
    """The ids in order."""
    return [row[0] for row in conn.execute(f"{case.ids('e')} ORDER BY {order}", case.values)]


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


_COLUMNS = {
    "date": "e.date_earliest, e.date_latest",
    "params": "r.params",
    "open": "r.open_weights",
    "license": "r.license",
}
_OBJECTS = "FROM relation WHERE property = '{}' AND subject_id"
_TERMS = "FROM term WHERE property = '{}' AND entity_id"
_PAIRS = {  # value, rows of the value, owner, and FROM and WHERE up to the owner
    "org": ("object_id", "count(*)", "subject_id", _OBJECTS.format("organization")),
    "technique": ("object_id", "count(*)", "subject_id", _OBJECTS.format("technique")),
    "modality": ("value", "count(*)", "entity_id", _TERMS.format("modality")),
    "tag": ("value", "count(*)", "entity_id", _TERMS.format("tag")),
    "parent": ("parent_name", "count(DISTINCT child_id)", "child_id", "FROM derivation WHERE child_id"),
    "source": (
        "source_id",
        "count(DISTINCT entity_id)",
        "entity_id",
        "FROM statement WHERE source_id IS NOT NULL AND entity_id",
    ),
}


def facet(conn: sqlite3.Connection, case: Case, key: str) -> tuple[dict[Any, int], int]:
    """Rows by value, and for a field with several values how many rows have any."""
    rest = case.without(key)
    if key in _COLUMNS:
        source, _ = rest.source("e" if key == "date" else "r")
        sql = f"SELECT {_COLUMNS[key]}, count(*) {source} GROUP BY {_COLUMNS[key]}"
        return {row[:-1]: row[-1] for row in conn.execute(sql, rest.values)}, 0
    value, rows, owner, source = _PAIRS[key]
    known = f"SELECT count(DISTINCT {owner}) {source} IN ({rest.ids()})"
    sql = f"SELECT {value}, {rows} {source} IN ({rest.ids()}) GROUP BY {value}"
    return dict(conn.execute(sql, rest.values)), conn.execute(known, rest.values).fetchone()[0]


def names(conn: sqlite3.Connection, counts: dict[int, int], most: int) -> dict[int, str]:
    """The names of the most frequent entities."""
    wanted = sorted(counts, key=lambda id_: (-counts[id_], id_))[:most]
    return dict(conn.execute(f"SELECT id, name FROM entity WHERE id IN ({', '.join('?' * len(wanted))})", wanted))
