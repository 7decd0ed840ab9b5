"""Rows of a small database for tests of filters: releases with unknowns, variants, cycles; people, events, sources."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, insert

from db import edtf, search
from db import models as m
from db.kinds import Kind

# By slug: kind, name and date.
ENTITIES: dict[str, tuple[Kind, str, str]] = {
    "alpha": (Kind.ORGANIZATION, "Alpha", ""),
    "beta": (Kind.ORGANIZATION, "Beta, Inc. (“B”)", ""),
    "gamma": (Kind.ORGANIZATION, "Gamma", ""),
    "a1": (Kind.RELEASE, "A-1", "2023-05-02"),
    "a2": (Kind.RELEASE, "A-2", "2024-01"),
    "a2-chat": (Kind.RELEASE, "A-2 Chat", "2024-01-20"),
    "a3": (Kind.RELEASE, "A-3", "2024"),
    "b1": (Kind.RELEASE, "B-1", "2023/2024"),
    "b2": (Kind.RELEASE, "B-2", "2025-03-10"),
    "c1": (Kind.RELEASE, "Ćwiek", "../2022"),
    "ring-1": (Kind.RELEASE, "Ring-1", "2024-06"),
    "ring-2": (Kind.RELEASE, "Ring-2", "2024-07"),
    "loop": (Kind.RELEASE, "Loop", "2024-08"),
    "open-end": (Kind.RELEASE, "Zeta 100%_x", "2025/.."),
    "bare": (Kind.RELEASE, "Bare", ""),
    "mla": (Kind.TECHNIQUE, "Multi-head Latent Attention", ""),
    "moe": (Kind.TECHNIQUE, "Mixture of experts", ""),
    "luo": (Kind.PERSON, "Luo Fuli", ""),
    "liang": (Kind.PERSON, "Liang Wenfeng", ""),
    "nobody": (Kind.PERSON, "No Body", ""),
    "paper-a2": (Kind.PUBLICATION, "The A-2 paper", "2024-02"),
    "launch": (Kind.EVENT, "Launch of A-2", "2024-01-20"),
    "prize": (Kind.EVENT, "Prize for Luo", "2025-05"),
    "founding": (Kind.EVENT, "Founding of Gamma", "2020"),
    "cluster": (Kind.SYSTEM, "Cluster", "2022"),
    "001": (Kind.SOURCE, "Deep dive", "2025"),
    "002": (Kind.SOURCE, "News", "2024"),
}
IDS = {slug: place for place, slug in enumerate(ENTITIES, 1)}
# Release, key, total and active parameters.
VARIANTS = [
    ("a1", "7b", 7e9, None), ("a2", "67b", 67e9, None), ("a2", "7b", 7e9, None),
    ("a3", "671b", 671e9, 37e9), ("a3", "16b", 16e9, 2.8e9), ("b1", "236b", 236e9, 21e9), ("b2", "a", None, 1e9),
]  # fmt: skip
# By release: open weights and licence.
RELEASES = {
    "a1": (True, "MIT"), "a2": (True, "mit"), "a2-chat": (True, None), "a3": (False, "Apache-2.0"),
    "b1": (None, "Alpha License, v1"), "b2": (False, "Żółw"),
}  # fmt: skip
# Property, subject and object.
RELATIONS = [
    ("organization", "a1", "alpha"), ("organization", "a2", "alpha"), ("organization", "a2-chat", "alpha"),
    ("organization", "a3", "alpha"), ("organization", "a3", "beta"), ("organization", "b1", "beta"),
    ("organization", "b2", "beta"), ("organization", "paper-a2", "alpha"), ("organization", "cluster", "gamma"),
    ("technique", "a2", "mla"), ("technique", "a3", "mla"), ("technique", "a3", "moe"), ("technique", "b1", "moe"),
    ("paper", "a2", "paper-a2"), ("about", "launch", "a2"), ("about", "prize", "luo"), ("about", "founding", "gamma"),
]  # fmt: skip
CREDITS = [("luo", "a3", "author"), ("luo", "a3", "lead"), ("luo", "paper-a2", "author"), ("liang", "a1", "founder")]
AFFILIATIONS = [
    ("luo", "alpha", "researcher", "2022/2024"),
    ("luo", "alpha", "intern", "2021"),
    ("liang", "beta", "head", ""),
]
# Child, parent, its name as written, relation and basis.
DERIVATIONS = [
    ("a2", "a1", "A-1", "successor", "stated"), ("a2-chat", "a2", "A-2", "finetune", "stated"),
    ("a3", "a2", "A-2", "successor", "inferred"), ("a3", None, "GPT-2", "distill", "stated"),
    ("ring-1", "ring-2", "Ring-2", "merge", "stated"), ("ring-2", "ring-1", "Ring-1", "merge", "stated"),
    ("loop", "loop", "Loop", "finetune", "stated"), ("loop", "a1", "A-1", "finetune", "stated"),
]  # fmt: skip
TERMS = [
    ("a1", "modality", "text"), ("a2", "modality", "text"), ("a2", "modality", "code"), ("b2", "modality", "vision"),
    ("b2", "tag", "to check"), ("luo", "role", "Researcher"), ("cluster", "category", "cluster"),
    ("alpha", "category", "company"), ("launch", "category", "release"),
]  # fmt: skip
# Entity, property, value, basis and source.
STATEMENTS = [
    ("a1", "date", "2 May 2023", "stated", "001"), ("a2", "date", "January 2024", "stated", "001"),
    ("a3", "date", "2024", "stated", "001"), ("a3", "date", "2023", "stated", "002"),
    ("a3", "benchmark", "88.5", "inferred", "002"), ("b1", "claim", "cheap", "inferred", None),
    ("luo", "award", "a prize", "stated", "002"), ("cluster", "nodes", "625", "stated", "001"),
]  # fmt: skip


def span(prefix: str, text: str) -> dict[str, Any]:
    if not text:
        return {}
    date = edtf.parse(text)
    parts = ("text", "edtf", "earliest", "latest", "precision", "qualifier")
    return {f"{prefix}_{part}": getattr(date, part) for part in parts}


def fill(conn: Connection) -> None:
    """Store all rows, and build the index of the search."""
    _add_entities(conn)
    _add_releases(conn)
    _add_relations(conn)
    _add_texts(conn)
    _add_statements(conn)
    search.rebuild(conn)


def _add(conn: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        conn.execute(insert(table), row)


def _add_entities(conn: Connection) -> None:
    """Entities of every kind, with what is theirs alone but for releases."""
    _add(conn, m.entity, [
        {"id": IDS[slug], "slug": slug, "kind": kind, "name": name, "name_key": name.casefold(), **span("date", date)}
        for slug, (kind, name, date) in ENTITIES.items()
    ])  # fmt: skip
    of = {kind: [IDS[slug] for slug, row in ENTITIES.items() if row[0] is kind] for kind in Kind}
    _add(conn, m.person, [{"id": id_, "native_name": "罗福莉" if id_ == IDS["luo"] else ""} for id_ in of[Kind.PERSON]])
    _add(conn, m.publication, [{"id": id_, "arxiv": "2401.00001"} for id_ in of[Kind.PUBLICATION]])
    _add(conn, m.source, [{"id": id_, "author": "A. Writer"} for id_ in of[Kind.SOURCE]])


def _add_releases(conn: Connection) -> None:
    """Releases with the largest of their variants, and these."""
    sizes: dict[str, list[Any]] = {}
    for release, *numbers in VARIANTS:
        sizes.setdefault(release, []).append(numbers)
    for slug, row in ENTITIES.items():
        if row[0] is Kind.RELEASE:
            own = sizes.get(slug, [])
            weights, license_ = RELEASES.get(slug, (None, None))
            _add(conn, m.release, [{
                "id": IDS[slug], "variants": len(own), "open_weights": weights, "license": license_,
                "params": max((n[1] for n in own if n[1]), default=None),
                "active_params": max((n[2] for n in own if n[2]), default=None),
            }])  # fmt: skip
    _add(conn, m.variant, [
        {"id": place, "release_id": IDS[release], "key": key, "name": key.upper(), "position": place, "params": params, "active_params": active}
        for place, (release, key, params, active) in enumerate(VARIANTS, 1)
    ])  # fmt: skip


def _add_relations(conn: Connection) -> None:
    """What leads from one entity to another."""
    _add(conn, m.relation, [{"property": key, "subject_id": IDS[a], "object_id": IDS[b]} for key, a, b in RELATIONS])
    _add(conn, m.credit, [{"person_id": IDS[a], "target_id": IDS[b], "role": role} for a, b, role in CREDITS])
    _add(conn, m.affiliation, [
        {"person_id": IDS[a], "organization_id": IDS[b], "role": role, **span("date", date)} for a, b, role, date in AFFILIATIONS
    ])  # fmt: skip
    _add(conn, m.derivation, [
        {"child_id": IDS[a], "parent_id": b and IDS[b], "parent_name": name, "relation": relation, "basis": basis}
        for a, b, name, relation, basis in DERIVATIONS
    ])  # fmt: skip


def _add_texts(conn: Connection) -> None:
    """Terms, other names, and addresses."""
    _add(conn, m.term, [{"entity_id": IDS[a], "property": key, "value": value} for a, key, value in TERMS])
    _add(conn, m.alias, [
        {"entity_id": IDS["mla"], "text": "MLA", "key": "mla", "role": "short"},
        {"entity_id": IDS["luo"], "text": "罗福莉", "key": "罗福莉", "role": "native"},
    ])  # fmt: skip
    _add(conn, m.link, [{"entity_id": IDS["a2"], "url": "https://example.org/a2", "role": "website"}])


def _add_statements(conn: Connection) -> None:
    """What sources state, and where they disagree."""
    _add(conn, m.statement, [
        {"id": place, "entity_id": IDS[a], "property": key, "position": place, "value": value, "basis": basis, "rank": "normal",
         "source_id": source and IDS[source], "first_line": 3, "last_line": 4, **span("value", value if key == "date" else "")}
        for place, (a, key, value, basis, source) in enumerate(STATEMENTS, 1)
    ])  # fmt: skip
    _add(conn, m.disagreement, [
        {"entity_id": IDS["a3"], "property": "date", "verdict": "disagreement", "statements": [3, 4]},
        {"entity_id": IDS["a2"], "property": "params", "verdict": "refinement", "statements": []},
    ])  # fmt: skip
