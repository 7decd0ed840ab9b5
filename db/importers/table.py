"""Importer of CSV and TSV tables of one kind: Labline's own exports in either profile, or any table with their headers.

Each row becomes an entity and each cell statements that cite the file and the row's line. Columns that Labline works
out itself (sources, disagreements) are passed over; an unknown column is an error that names it.
"""

from __future__ import annotations

import itertools
import json
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, select

from db import models as m
from db.dossier import About, Citation, Dossier, Entity, Fact, Facts, Variant
from db.dossier_checks import value_fault
from db.exporters.delimited import unguard
from db.exporters.tabular import DATE_PARTS, LISTS
from db.fields import BY_KEY, fields_of
from db.importers.table_text import TableError, decode, rows_of
from db.kinds import Kind, Relation
from db.listings import Field, FieldType
from db.numbers import format_number, parse_number
from db.properties import PROPERTIES, Property, ValueType
from db.texts import tr

MAX_ERRORS = 20
_COMPUTED = frozenset({"source", "disagreements"})
"""Fields worked out from statements, which a table cannot state."""
_ROLES = {"native": ("alias", "native"), "arxiv": ("identifier", "arxiv"), "doi": ("identifier", "doi"),
          "url": ("link", "website"), "aliases": ("alias", "alias")}  # fmt: skip
"""Property and role of the statements behind columns that show one role of a property."""


@dataclass
class _Reading:
    """One table being read: what has been made of it so far."""

    path: Path
    kind: Kind
    spreadsheet: bool
    source: str
    known: dict[tuple[Kind, str], str]
    """Slug by kind and folded name or id."""
    sizes: dict[tuple[str, str], str]
    """Key of a variant that the database has, by its release's slug and its folded name."""
    taken: set[str]
    """The slugs of `known`."""
    entities: dict[str, Entity] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    """The slugs of the rows read."""
    errors: list[str] = field(default_factory=list)
    line: int = 1

    def fail(self, column: str, problem: str) -> None:
        """Collect an error; stop at too many."""
        self.errors.append(
            tr(
                "{file}:{line}: column {column}: {problem}",
                file=self.path.name,
                line=self.line,
                column=column,
                problem=problem,
            )
        )
        if len(self.errors) >= MAX_ERRORS:
            raise TableError("\n".join(self.errors) + tr("\n… and perhaps more"))

    def identify(self, kind: Kind, name: str, slug: str) -> None:
        """Remember what an entity is called."""
        self.known[kind, name.casefold()] = slug
        self.taken.add(slug)


def slugify(name: str) -> str:
    """An id made of a name: Latin letters, digits and hyphens; other scripts as their code points."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    latin = "".join(c if c.isascii() else f"-u{ord(c):x}" for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9.]+", "-", latin).strip("-.")[:200] or "unnamed"


def read_table(conn: Connection, path: Path, kind: Kind = Kind.RELEASE) -> Dossier:
    """The table as records, with names resolved against what the database already has. Raises TableError."""
    text, spreadsheet = decode(path)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    known = _known(conn)
    source_id = f"import-{slugify(path.stem)}"[:200]
    reading = _Reading(path, kind, spreadsheet, source_id, known, _sizes(conn), {source_id, *known.values()})
    rows = rows_of(path, text, delimiter)
    _, header = next(rows, (1, []))
    columns = _columns(reading, header)
    for line, cells in rows:
        reading.line = line
        if len(cells) != len(header):
            reading.fail(
                "–",
                tr(
                    "{n} cells, but the header has {wanted}; check quotes and separators",
                    n=len(cells),
                    wanted=len(header),
                ),
            )
            continue
        _row(reading, columns, cells)
    if reading.errors:
        raise TableError("\n".join(reading.errors))
    lines = max(reading.line, len(text.splitlines()))
    about = About(id=reading.source, title=f"Import of {path.name}")
    source = Entity(kind=Kind.SOURCE, id=reading.source, name=path.name, lines=lines)
    return Dossier(about=about, entities=(source, *reading.entities.values()))


def _known(conn: Connection) -> dict[tuple[Kind, str], str]:
    e, a = m.entity.c, m.alias.c
    aliases = select(e.kind, a.key, e.slug).join_from(m.alias, m.entity, e.id == a.entity_id)
    found = {(Kind(kind), key): slug for kind, key, slug in conn.execute(aliases)}
    for kind, key, slug in conn.execute(select(e.kind, e.name_key, e.slug)):
        found[Kind(kind), key] = found[Kind(kind), slug] = slug
    return found


def _sizes(conn: Connection) -> dict[tuple[str, str], str]:
    query = select(m.entity.c.slug, m.variant.c.name, m.variant.c.key).join_from(m.variant, m.entity)
    return {(slug, name.casefold()): key for slug, name, key in conn.execute(query)}


def _columns(reading: _Reading, header: Sequence[str]) -> list[Field | None]:
    """The field of each column; None is passed over (a part of a date, or something worked out)."""
    found: list[Field | None] = []
    suffixes = tuple(part for part in DATE_PARTS if part)
    for name in header:
        item = BY_KEY.get((reading.kind, name))
        stem = next((name.removesuffix(part) for part in suffixes if name.endswith(part)), "")
        date = BY_KEY.get((reading.kind, stem))
        if item is not None:
            importable = item.key in ("name", "id", "variants", "tag", *_ROLES) or item.property in PROPERTIES
            found.append(item if importable and item.key not in _COMPUTED else None)
        elif date is not None and date.type is FieldType.DATE:
            found.append(None)
        else:
            known = ", ".join(item.key for item in fields_of(reading.kind))
            raise TableError(
                tr(
                    "{path}:1: “{name}” is no column of {kind}; the columns are {known}",
                    path=reading.path,
                    name=name,
                    kind=reading.kind.value,
                    known=known,
                )
            )
    if not any(item is not None and item.key == "name" for item in found):
        raise TableError(tr("{path}:1: no column “name”; every row needs one", path=reading.path))
    return found


def _row(reading: _Reading, columns: Sequence[Field | None], cells: Sequence[str]) -> None:
    by_key = {
        item.key: (unguard(cell) if reading.spreadsheet and item.type is not FieldType.NUMBER else cell).strip()
        for item, cell in zip(columns, cells, strict=True)
        if item is not None
    }
    name = by_key.pop("name")
    if not name:
        reading.fail("name", tr("empty; every row needs a name"))
        return
    slug = by_key.pop("id", "") or _slug_of_row(reading, name)
    if slug in reading.rows or slug == reading.source:
        reading.fail(
            "name", tr("“{name}” is there twice, or has the id of something else; give it another id", name=name[:40])
        )
        return
    reading.rows.add(slug)
    reading.identify(reading.kind, name, slug)
    tags = tuple(_values(reading, "tag", by_key.pop("tag", "")))
    facts: Facts = {}
    variants = _variants(reading, slug, by_key)
    for key, cell in by_key.items():
        item = BY_KEY[reading.kind, key]
        about = _ROLES.get(key, (item.property, ""))[0]
        made = tuple(_facts(reading, item, PROPERTIES[about], cell)) if cell else ()
        said = {fact.value for fact in facts.get(about, ()) if fact.value}
        if new := tuple(fact for fact in made if fact.value not in said):
            facts[about] = (*facts.get(about, ()), *new)
    try:
        entity = Entity(kind=reading.kind, id=slug, name=name, tags=tags, facts=facts, variants=variants)
    except ValidationError as error:
        field_ = str(error.errors()[0]["loc"][0])
        if field_ == "id":
            reading.fail("id", tr("“{id}” cannot be an id; write small letters, digits and hyphens", id=slug[:40]))
        else:
            reading.fail({"tags": "tag"}.get(field_, field_), tr("a text is longer than 500 characters; shorten it"))
        return
    reading.entities[slug] = entity  # in place of a bare one, if an earlier row named it


def _slug_of_row(reading: _Reading, name: str) -> str:
    """The id of a row without one: that of the entity of its kind with this name or id, else a new one."""
    slug = slugify(name)
    found = reading.known.get((reading.kind, name.casefold())) or reading.known.get((reading.kind, slug))
    return found or _new_slug(reading, reading.kind, slug)


def _new_slug(reading: _Reading, kind: Kind, slug: str) -> str:
    """An id that is not taken, as near to `slug` as can be."""
    forms = itertools.chain((slug, f"{slug}-{kind}"), (f"{slug}-{kind}-{number}" for number in itertools.count(2)))
    return next(form for form in forms if form not in reading.taken)


def _fact(reading: _Reading, **values: Any) -> Fact:
    return Fact(cite=(Citation(source=reading.source, first=reading.line, last=reading.line),), **values)


def _values(reading: _Reading, column: str, cell: str) -> list[Any]:
    """The elements of a list cell: JSON, or joined by semicolons."""
    if not cell.startswith("["):
        return [part for part in (piece.strip() for piece in cell.split(";")) if part]
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    wanted = str | dict if column == "variants" else str
    if not isinstance(found, list) or not all(isinstance(value, wanted) for value in found):
        reading.fail(column, tr('not a JSON list of texts; write ["a", "b"], or a; b'))
        return []
    return found


def _facts(reading: _Reading, item: Field, rule: Property, cell: str) -> Iterator[Fact]:
    """The facts that a cell states; faults are collected."""
    for value in _values(reading, item.key, cell) if item.type in LISTS else [cell]:
        try:
            if rule.type is ValueType.ENTITY:
                yield _named(reading, rule, value)
            elif fault := value_fault(rule, value, {}):
                reading.fail(item.key, tr("{fault}; leave the cell empty if it is unknown", fault=fault))
            else:
                yield _fact(reading, value=value, role=_ROLES.get(item.key, ("", ""))[1])
        except ValidationError:
            reading.fail(item.key, tr("“{value}” is empty or too long; shorten it", value=value[:40]))


def _named(reading: _Reading, definition: Property, value: str) -> Fact:
    """An entity by name, made if it is new."""
    role = Relation.BASED_ON.value if definition.key == "parent" else ""
    key = value.casefold()
    for kind in sorted(definition.targets):
        if (kind, key) in reading.known:
            return _fact(reading, value=reading.known[kind, key], role=role)
    if definition.open:
        return _fact(reading, name=value, role=role)
    kind = min(definition.targets)
    slug = _new_slug(reading, kind, slugify(value))
    reading.entities[slug] = Entity(kind=kind, id=slug, name=value)
    reading.identify(kind, value, slug)
    return _fact(reading, value=slug, role=role)


def _variants(reading: _Reading, slug: str, by_key: dict[str, str]) -> tuple[Variant, ...]:
    """Variants from their column, the only one with the row's sizes; sizes without one are a variant of their own."""
    sizes = {key: by_key.pop(key, "") for key in _SIZES}
    given = _values(reading, "variants", by_key.pop("variants", ""))
    found: dict[str, Variant] = {}
    for value in given:
        parts = value if isinstance(value, dict) else {"name": value}
        stated = {key: parts.get(key) for key in _SIZES}
        if len(given) == 1 and not any(stated.values()):
            stated = dict(sizes)
        if variant := _variant(reading, slug, parts, stated):
            found[variant.id] = variant
    if given or not any(sizes.values()):
        return tuple(found.values())
    facts = {key: fact for key, cell in sizes.items() if (fact := _size(reading, key, cell))}
    name = "-".join(("A" if key == "active" else "") + fact.value for key, fact in facts.items())
    only = _variant(reading, slug, {"name": name}, dict(sizes)) if name else None
    return (only,) if only else ()


_SIZES = {"params": "params", "active": "active_params"}
"""Property of the sizes of a variant, by column."""


def _variant(reading: _Reading, slug: str, parts: dict[str, Any], sizes: dict[str, Any]) -> Variant | None:
    """One variant; None, with its faults collected, where it cannot be one."""
    name, key = parts.get("name"), parts.get("key")
    if isinstance(name, str) and not key:
        key = reading.sizes.get((slug, name.casefold())) or slugify(name)[:100]
    facts: Facts = {_SIZES[column]: (fact,) for column, cell in sizes.items() if (fact := _size(reading, column, cell))}
    try:
        return Variant.model_validate({"id": key, "name": name, "facts": facts})
    except ValidationError:
        reading.fail(
            "variants",
            tr("“{name}” cannot be a variant: it needs a short name, and an id as its key", name=str(name)[:40]),
        )
        return None


def _size(reading: _Reading, column: str, cell: Any) -> Fact | None:
    """The fact of a size, which may be a number of JSON; None for none or, with a fault collected, for what is not."""
    if cell in (None, ""):
        return None
    exact = isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell)
    text = format_number(cell) if exact else str(cell)
    if fault := value_fault(PROPERTIES[_SIZES[column]], text, {}):
        reading.fail(column, fault)
        return None
    return _fact(reading, value=format_number(parse_number(text).value))
