"""`labline export --kind …` gives each kind of the bundled dossier in full: nothing that its files state is missing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.__main__ import main
from db.check import facts_of, tally
from db.dossier import Entity, Fact
from db.edtf import parse
from db.fields import fields_of
from db.kinds import Kind, Rank
from db.listings import Part
from db.numbers import parse_number
from db.properties import PROPERTIES, ValueType
from tests.db.bundled.bundled_dossier import FOLDER, dossier, entities

DOSSIER, BY_ID = dossier(), entities()
ONE_VALUE = {"date", "description", "open_weights", "license", "title", "birth"}
"""Properties of which a table shows the best value alone; the statements have them all."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "deepseek.db"
    assert main(["import", str(FOLDER), "--db", str(path)]) == 0
    return path


def exported(database: Path, kind: str) -> list[dict[str, Any]]:
    out = database.with_name(f"{kind}.json")
    words = ["export", "--kind", kind, "--columns", "all", "--format", "json", "--db", str(database), "-o", str(out)]
    assert main(words) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def texts(value: object) -> Iterator[str]:
    """All texts within a cell."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)
    elif value is not None:
        yield str(value)


def printed(key: str, fact: Fact) -> str:
    """How a cell gives the value of a fact."""
    match PROPERTIES[key].type:
        case ValueType.ENTITY:
            return fact.name or BY_ID[fact.value].name
        case ValueType.DATE:
            return parse(fact.value).edtf
        case ValueType.BOOL:
            return str(fact.value.lower() in ("yes", "true"))
        case ValueType.NUMBER if PROPERTIES[key].part:
            return str(round(parse_number(fact.value).value))
    return fact.value


def lost(entity: Entity, row: dict[str, Any]) -> Iterator[str]:
    """What an entity's files state and its row does not show."""
    found = set(texts(row))
    one_value: dict[str, list[bool]] = {}
    for path, key, fact in facts_of(entity):
        if fact.note and fact.note not in row["note"]:
            yield f"{entity.id} {path}: note {fact.note}"
        if fact.rank is Rank.DEPRECATED:
            continue
        text = printed(key, fact)
        there = any(cell == text or cell.startswith((f"{text} ", f"{text},")) or f", {text}" in cell for cell in found)
        if key in ONE_VALUE:
            one_value.setdefault(key, []).append(there)
        elif not there:
            yield f"{entity.id} {path}: {text}"
    yield from (f"{entity.id}: no heading {part.title}" for part in entity.sections if part.title not in row["heading"])
    if entity.lines is not None and entity.lines != row["lines"]:
        yield f"{entity.id}: {entity.lines} lines"
    yield from (f"{entity.id}: no {key}" for key, shown in one_value.items() if not any(shown))


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_exported_in_full(database: Path, kind: Kind) -> None:
    rows = {row["id"]: row for row in exported(database, kind.value)}
    mine = [entity for entity in DOSSIER.entities if entity.kind is kind]
    assert sorted(rows) == sorted(entity.id for entity in mine)
    assert all(set(row) == {field.key for field in fields_of(kind)} for row in rows.values())
    assert [rows[entity.id]["name"] for entity in mine] == [entity.name for entity in mine]
    assert [fault for entity in mine for fault in lost(entity, rows[entity.id])] == []


def test_a_value_that_is_missing_would_be_found() -> None:
    entity = BY_ID["deepseek"]
    assert len(list(lost(entity, {"name": entity.name, "note": []}))) > 50


def variant_of(entity: Entity, path: tuple[str | int, ...]) -> str | None:
    return entity.variants[int(path[1])].id if path[0] == "variants" else None


def test_every_statement_is_exported_as_it_stands(database: Path) -> None:
    stated: Counter[tuple[object, ...]] = Counter()
    for entity in DOSSIER.entities:
        for path, key, fact in facts_of(entity):
            target = fact.value if PROPERTIES[key].type is ValueType.ENTITY and fact.value else None
            value = BY_ID[target].name if target else fact.name or fact.value
            for citation in fact.cite:
                stated[
                    entity.id, variant_of(entity, path), key, value, target, fact.unit or PROPERTIES[key].unit or None,
                    fact.role or None, fact.qualifier or None, fact.rank.value, fact.basis.value, fact.ground or None,
                    fact.note or None, citation.source, citation.first, citation.last,
                ] += 1  # fmt: skip
    keys = ("entity_id", "variant", "property", "value", "target_id", "unit", "role", "qualifier", "rank", "basis",
            "ground", "note", "source", "first_line", "last_line")  # fmt: skip
    found = Counter(tuple(row[key] for key in keys) for row in exported(database, Part.STATEMENT.value))
    assert found == stated


def test_every_variant_derivation_and_disagreement_is_exported(database: Path) -> None:
    releases = [entity for entity in DOSSIER.entities if entity.kind is Kind.RELEASE]
    variants = {(row["release_id"], row["key"], row["name"]) for row in exported(database, Part.VARIANT.value)}
    assert variants == {(release.id, variant.id, variant.name) for release in releases for variant in release.variants}
    derivations = {
        (row["child_id"], row["variant"], row["parent"], row["relation"])
        for row in exported(database, Part.DERIVATION.value)
    }
    assert derivations == {
        (release.id, variant_of(release, path), fact.name or BY_ID[fact.value].name, fact.role or "based-on")
        for release in releases
        for path, key, fact in facts_of(release)
        if key == "parent" and fact.rank is not Rank.DEPRECATED
    }
    verdicts = Counter(row["verdict"] for row in exported(database, Part.DISAGREEMENT.value))
    counted = tally(DOSSIER)
    assert verdicts == {"disagreement": counted.disagreements, "refinement": counted.refinements}
