"""From an entity's statements to typed columns and rows of the relation tables: pure rules.

Only statements that are not deprecated fill anything; of a single-valued property the best one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.edtf import DateSpan
from db.kinds import Basis, Kind, Rank, Relation
from db.properties import PROPERTIES, ValueType
from db.statement_rows import span_columns
from db.statements import Stated, Verdict, best, comparable, verdict

TERMS = frozenset({"modality", "category", "feature", "role", "award", "degree"})
"""Properties whose values are words of an open vocabulary; “tag” is one too, but no statement."""

RELATIONS = frozenset(
    key for key, rule in PROPERTIES.items() if rule.type is ValueType.ENTITY
) - {"credit", "affiliation", "parent"}  # fmt: skip
"""Entity properties without a table of their own."""

Row = dict[str, Any]


@dataclass(slots=True)
class Columns:
    """Values of typed columns: of `entity`, of the kind's own table, and of each variant by its key in `Stated`."""

    entity: Row
    own: Row = field(default_factory=dict)
    variants: dict[Hashable, Row] = field(default_factory=dict)


@dataclass(slots=True)
class Disagreement:
    """A group of statements that `verdict` found to differ."""

    variant: Hashable
    property: str
    verdict: Verdict
    statements: list[int]


class _Statements:
    """An entity's statements by property."""

    def __init__(self, statements: Iterable[Stated]) -> None:
        self.by_property: dict[str, list[Stated]] = {}
        for statement in statements:
            self.by_property.setdefault(statement.property, []).append(statement)

    def of(self, key: str) -> list[Stated]:
        """Those of a property that are not deprecated."""
        return [statement for statement in self.by_property.get(key, ()) if statement.rank != Rank.DEPRECATED]

    def best(self, key: str) -> Stated | None:
        """The best one of the whole; where there is none, that of the parts if they agree."""
        whole = best(statement for statement in self.of(key) if statement.variant is None)
        if whole is not None:
            return whole
        parts = self.of(key)
        return best(parts) if len({part.value for part in parts}) == 1 else None

    def text(self, key: str, limit: int) -> str:
        found = self.best(key)
        return found.value[:limit] if found else ""

    def span(self, key: str) -> DateSpan | None:
        found = self.best(key)
        return found.date if found else None


def disagreements(statements: Sequence[Stated]) -> list[Disagreement]:
    """What an entity's statements contradict or refine each other about, property by property."""
    found = []
    for key, values in _Statements(statements).by_property.items():
        for group in comparable(PROPERTIES[key], values):
            worst = verdict(PROPERTIES[key], group)
            if worst is not Verdict.NONE:
                found.append(Disagreement(group[0].variant, key, worst, [statement.id for statement in group]))
    return found


def columns_of(kind: Kind, statements: Sequence[Stated], variants: Sequence[Hashable]) -> Columns:
    """The typed columns of an entity and of its variants."""
    said = _Statements(statements)
    entity = {
        "description": said.text("description", 20_000),
        "disagreements": sum(found.verdict is Verdict.DISAGREEMENT for found in disagreements(statements)),
        "sources": len({statement.source for statement in statements if statement.source is not None}),
        **span_columns("date", said.span("date")),
    }
    result = Columns(entity)
    if kind is Kind.RELEASE:
        result.variants = {variant: _sizes(said, variant) for variant in variants}
    own = _OWN.get(kind)
    if own is not None:
        result.own = own(said, result.variants)
    return result


def _sizes(said: _Statements, variant: Hashable) -> Row:
    row: Row = {}
    for key in ("params", "active_params"):
        found = best(statement for statement in said.of(key) if statement.variant == variant)
        row[key] = None if found is None or found.number is None else round(found.number)
    return row


def _release(said: _Statements, variants: dict[Hashable, Row]) -> Row:
    sizes = list(variants.values())
    known = [row for row in sizes if row["params"] is not None]
    largest = max(known, key=lambda row: row["params"], default=None)
    active = [row["active_params"] for row in ([largest] if largest else sizes) if row["active_params"] is not None]
    weights = said.best("open_weights")
    return {
        "params": largest["params"] if largest else None,
        "active_params": max(active, default=None),
        "variants": len(sizes),
        "open_weights": None if weights is None else weights.value == "yes",
        "license": said.text("license", 200) or None,
    }


def _person(said: _Statements, _: dict[Hashable, Row]) -> Row:
    native = next((alias.value for alias in said.of("alias") if alias.role == "native"), "")
    return {"native_name": native[:200], **span_columns("birth", said.span("birth"))}


def _publication(said: _Statements, _: dict[Hashable, Row]) -> Row:
    def identifier(role: str) -> str | None:
        return next((item.value for item in said.of("identifier") if item.role == role), None)

    return {"arxiv": identifier("arxiv"), "doi": identifier("doi")}


def _source(said: _Statements, _: dict[Hashable, Row]) -> Row:
    links = sorted(said.of("link"), key=lambda link: link.role not in {"", "website", "reference"})
    return {
        "author": ", ".join(dict.fromkeys(author.value for author in said.of("author")))[:500],
        "title": said.text("title", 500),
        "publisher": said.text("venue", 300),
        "url": links[0].value if links else "",
        "license": said.text("license", 200),
    }


_OWN: dict[Kind, Callable[[_Statements, dict[Hashable, Row]], Row]] = {
    Kind.RELEASE: _release,
    Kind.PERSON: _person,
    Kind.PUBLICATION: _publication,
    Kind.SOURCE: _source,
}


def rows_of(entity_id: int, name: str, statements: Sequence[Stated]) -> dict[str, list[Row]]:
    """The rows that the statements give in the tables of several values, by table; repetitions left out.

    `name` is the entity's own, which is no alias of itself. A derivation's parent_id is that of its target, if any.
    """
    tables: dict[str, dict[Hashable, Row]] = {name: {} for name in TABLES}
    for statement in statements:
        if statement.rank == Rank.DEPRECATED:
            continue
        found = _row(entity_id, statement)
        if found is None:
            continue
        table, row = found
        if table == "alias" and row["text"] == name:
            continue
        kept = tables[table].setdefault(tuple(row[column] for column in TABLES[table]), row)
        if table == "derivation" and row["basis"] == Basis.STATED:
            kept["basis"] = Basis.STATED.value
    tables["disagreement"] = {
        position: {
            "entity_id": entity_id,
            "variant_id": found.variant,
            "property": found.property,
            "verdict": found.verdict.value,
            "statements": found.statements,
        }
        for position, found in enumerate(disagreements(statements))
    }
    return {name: list(rows.values()) for name, rows in tables.items()}


TABLES: dict[str, tuple[str, ...]] = {
    "alias": ("entity_id", "text"),
    "term": ("entity_id", "property", "value"),
    "link": ("entity_id", "url"),
    "relation": ("subject_id", "property", "object_id"),
    "credit": ("person_id", "target_id", "role"),
    "affiliation": ("person_id", "organization_id", "role", "date_edtf"),
    "derivation": ("child_id", "child_variant_id", "parent_name", "relation"),
    "disagreement": ("entity_id", "variant_id", "property", "verdict", "statements"),
}
"""The tables of several values, and what tells the rows of one apart. The first column is the owner."""


def _row(id_: int, said: Stated) -> tuple[str, Row] | None:
    key = said.property
    if key in TERMS:
        return "term", {"entity_id": id_, "property": key, "value": said.value}
    if key in RELATIONS:
        row = {"subject_id": id_, "property": key, "object_id": said.target}
        return ("relation", row) if said.target is not None else None
    match key:
        case "alias":
            text = said.value
            return "alias", {"entity_id": id_, "text": text, "key": text.casefold(), "role": said.role or "alias"}
        case "link":
            return "link", {"entity_id": id_, "url": said.value, "role": said.role}
        case "credit":
            return "credit", {"person_id": id_, "target_id": said.target, "role": said.role}
        case "affiliation":
            row = {"person_id": id_, "organization_id": said.target, "role": said.role, "type": affiliation(said.role)}
            return "affiliation", {**row, **span_columns("date", said.when)}
        case "parent":
            row = {"child_id": id_, "child_variant_id": said.variant, "parent_id": said.target}
            how = said.role or Relation.BASED_ON.value
            return "derivation", {**row, "parent_name": said.value, "relation": how, "basis": said.basis}
    return None


_TYPES = (
    ("internship", re.compile(r"\bintern(ship|s)?\b", re.IGNORECASE)),
    ("mentoring", re.compile(r"\b(mentor|supervis|advis)(ed|ee|ing|or|er|ion)?\b", re.IGNORECASE)),
    (
        "education",
        re.compile(
            r"\b(ph\.?\s?d|doctora(l|te)|m\.?s\.?c?|b\.?s\.?c?|b\.?a|m\.?a|b\.?eng|m\.?eng|mba|master'?s?|bachelor'?s?"
            r"|(under)?graduate|student|studie[sd]|degree|alumn(us|a|i)|education)\b",
            re.IGNORECASE,
        ),
    ),
)


def affiliation(role: str) -> str:
    """The type of an affiliation by the words of its role: employment unless they say otherwise."""
    return next((type_ for type_, words in _TYPES if words.search(role)), "employment")
