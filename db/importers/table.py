"""Importer of CSV and TSV tables of one kind: Labline's own exports in either profile, or any table with their headers.

Each row becomes an entity and each cell statements that cite the file and the row's line. Columns that Labline works
out itself (sources, disagreements) are passed over; an unknown column is an error that names it.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.dossier import About, Citation, Dossier, Entity, Fact, Facts, Variant
from db.dossier_checks import value_fault
from db.exporters.delimited import BOM, unguard
from db.exporters.tabular import DATE_PARTS, LISTS
from db.fields import BY_KEY, fields_of
from db.kinds import Kind, Relation
from db.listings import Field, FieldType
from db.numbers import NumberError, format_number, parse_number
from db.properties import PROPERTIES, Property, ValueType

MAX_BYTES = 256 * 1024 * 1024
MAX_CELL = 1_000_000
MAX_ERRORS = 20
_COMPUTED = frozenset({"source", "disagreements"})
"""Fields worked out from statements, which a table cannot state."""
_ROLES = {"native": ("alias", "native"), "arxiv": ("identifier", "arxiv"), "doi": ("identifier", "doi"),
          "url": ("link", "website"), "aliases": ("alias", "alias")}  # fmt: skip
"""Property and role of the statements behind columns that show one role of a property."""


class TableError(Exception):
    """A table that cannot be imported; the message names file, line and column and says what to do."""


@dataclass
class _Reading:
    """One table being read: what has been made of it so far."""

    path: Path
    kind: Kind
    spreadsheet: bool
    source: str
    known: dict[tuple[Kind, str], str]
    """Slug by kind and folded name or id."""
    entities: dict[str, Entity] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    line: int = 1

    def fail(self, column: str, problem: str) -> None:
        """Collect an error; stop at too many."""
        self.errors.append(f"{self.path.name}:{self.line}: column {column}: {problem}")
        if len(self.errors) >= MAX_ERRORS:
            raise TableError("\n".join(self.errors) + "\n… and perhaps more")


def slugify(name: str) -> str:
    """An id made of a name: Latin letters, digits and hyphens; other scripts as their code points."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    latin = "".join(c if c.isascii() else f"-u{ord(c):x}" for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9.]+", "-", latin).strip("-.")[:200] or "unnamed"


def read_table(conn: Connection, path: Path, kind: Kind = Kind.RELEASE) -> Dossier:
    """The table as records, with names resolved against what the database already has. Raises TableError."""
    text, spreadsheet = _decode(path)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reading = _Reading(path, kind, spreadsheet, f"import-{slugify(path.stem)}"[:200], _known(conn))
    rows = _rows(reading, text, delimiter)
    _, header = next(rows, (1, []))
    columns = _columns(reading, header)
    for line, cells in rows:
        reading.line = line
        if len(cells) != len(header):
            reading.fail("–", f"{len(cells)} cells, but the header has {len(header)}; check quotes and separators")
            continue
        _row(reading, columns, cells)
    if reading.errors:
        raise TableError("\n".join(reading.errors))
    lines = max(text.count("\n"), 1)
    about = About(id=reading.source, title=f"Import of {path.name}")
    source = Entity(kind=Kind.SOURCE, id=reading.source, name=path.name, lines=lines)
    return Dossier(about=about, entities=(source, *reading.entities.values()))


def _decode(path: Path) -> tuple[str, bool]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TableError(f"{path} is larger than {MAX_BYTES >> 20} MiB; split it into several files")
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}") from error
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise TableError(f"{path}:{line}: a NUL byte: this is no text file, or it is UTF-16; save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TableError(f"{path}:{line}: not UTF-8; save the file with the encoding UTF-8") from error
    return text.removeprefix(BOM), text.startswith(BOM)


def _known(conn: Connection) -> dict[tuple[Kind, str], str]:
    e, a = m.entity.c, m.alias.c
    aliases = select(e.kind, a.key, e.slug).join_from(m.alias, m.entity, e.id == a.entity_id)
    found = {(Kind(kind), key): slug for kind, key, slug in conn.execute(aliases)}
    for kind, key, slug in conn.execute(select(e.kind, e.name_key, e.slug)):
        found[Kind(kind), key] = found[Kind(kind), slug] = slug
    return found


def _rows(reading: _Reading, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins."""
    limit = csv.field_size_limit(MAX_CELL)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            if cells:
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise TableError(f"{reading.path}:{begin}: {error}; check the quotes on this line") from error
    finally:
        csv.field_size_limit(limit)


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
                f"{reading.path}:1: “{name}” is no column of {reading.kind.value}; the columns are {known}"
            )
    if not any(item is not None and item.key == "name" for item in found):
        raise TableError(f"{reading.path}:1: no column “name”; every row needs one")
    return found


def _row(reading: _Reading, columns: Sequence[Field | None], cells: Sequence[str]) -> None:
    by_key = {
        item.key: (unguard(cell) if reading.spreadsheet and item.type is not FieldType.NUMBER else cell).strip()
        for item, cell in zip(columns, cells, strict=True)
        if item is not None
    }
    name = by_key.pop("name")
    if not name:
        reading.fail("name", "empty; every row needs a name")
        return
    slug = by_key.pop("id", "") or reading.known.get((reading.kind, name.casefold())) or slugify(name)
    tags = tuple(_values(reading, "tag", by_key.pop("tag", "")))
    facts: Facts = {}
    variants = _variants(reading, by_key)
    for key, cell in by_key.items():
        item = BY_KEY[reading.kind, key]
        about = _ROLES.get(key, (item.property, ""))[0]
        made = tuple(_facts(reading, item, PROPERTIES[about], cell)) if cell else ()
        said = {fact.value for fact in facts.get(about, ()) if fact.value}
        if new := tuple(fact for fact in made if fact.value not in said):
            facts[about] = (*facts.get(about, ()), *new)
    try:
        entity = Entity(kind=reading.kind, id=slug, name=name, tags=tags, facts=facts, variants=variants)
    except ValueError as error:
        reading.fail(
            "id", f"“{slug}” cannot be an id; write small letters, digits and hyphens ({error.__class__.__name__})"
        )
        return
    if slug in reading.entities:
        reading.fail("name", f"“{name}” is there twice; give one of them another id")
        return
    reading.entities[slug] = entity
    reading.known[reading.kind, name.casefold()] = slug


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
    if not isinstance(found, list) or not all(isinstance(value, str | dict) for value in found):
        reading.fail(column, 'not a JSON list of texts; write ["a", "b"], or a; b')
        return []
    return found


def _facts(reading: _Reading, item: Field, rule: Property, cell: str) -> Iterator[Fact]:
    """The facts that a cell states; faults are collected."""
    for value in _values(reading, item.key, cell) if item.type in LISTS else [cell]:
        if rule.type is ValueType.ENTITY:
            yield _named(reading, rule, str(value))
        elif fault := value_fault(rule, str(value), {}):
            reading.fail(item.key, f"{fault}; leave the cell empty if it is unknown")
        else:
            yield _fact(reading, value=str(value), role=_ROLES.get(item.key, ("", ""))[1])


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
    slug = slugify(value)
    if any(known == slug for known in reading.known.values()):
        slug = f"{slug}-{kind.value}"
    reading.known[kind, key] = slug
    reading.entities.setdefault(slug, Entity(kind=kind, id=slug, name=value))
    return _fact(reading, value=slug, role=role)


def _variants(reading: _Reading, by_key: dict[str, str]) -> tuple[Variant, ...]:
    """Variants from their column; a size without one is a variant of its own."""
    sizes = {key: by_key.pop(key, "") for key in ("params", "active")}
    found: dict[str, Variant] = {}
    for value in _values(reading, "variants", by_key.pop("variants", "")):
        parts = value if isinstance(value, dict) else {"name": value}
        name = str(parts.get("name") or "")
        key = str(parts.get("key") or slugify(name))
        if name:
            found[key] = _variant(reading, key, name, parts.get("params"), parts.get("active"))
    if found or not any(sizes.values()):
        return tuple(found.values())
    numbers = []
    for key, cell in sizes.items():
        try:
            numbers.append(parse_number(cell).value if cell else None)
        except NumberError as error:
            reading.fail(key, str(error))
            return ()
    name = "-".join(("" if at == 0 else "A") + format_number(n) for at, n in enumerate(numbers) if n is not None)
    return (_variant(reading, slugify(name), name, *numbers),)


def _variant(reading: _Reading, key: str, name: str, params: Any, active: Any) -> Variant:
    stated = {"params": params, "active_params": active}
    facts: Facts = {
        key_: (_fact(reading, value=format_number(float(value))),)
        for key_, value in stated.items()
        if isinstance(value, int | float)
    }
    return Variant(id=key, name=name, facts=facts)
