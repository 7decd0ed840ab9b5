"""A dossier's folder, read and written.

Every error names the file, the line and the field, and all are told at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from db.atomic import atomic_write, explain
from db.bounded_yaml import MAX_BYTES, Mapping, Sequence, YamlError, load
from db.dossier import FILES, FORMAT, About, Dossier, Entity, Fact, Section, Variant
from db.dossier_checks import Fault, check_references, nearest
from db.dossier_text import about_text, entities_text
from db.texts import later, tr

ABOUT_FILE = "dossier.yaml"
MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One error in a dossier: the file, the line (counted from 1; 0 if none), the field's path and what to do."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class DossierError(Exception):
    """A dossier that cannot be read; `problems` holds at most MAX_PROBLEMS of its `count` errors.

    They are in the order of the files.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems[:MAX_PROBLEMS]
        self.count = len(problems)
        more = tr("\n… and {n} more", n=len(problems) - MAX_PROBLEMS) if len(problems) > MAX_PROBLEMS else ""
        super().__init__("\n".join(map(str, self.problems)) + more)


def write_dossier(dossier: Dossier, folder: Path) -> None:
    """Write a dossier's files, each whole or not at all; `read_dossier` gives the same records back.

    Other files of the folder stay; the file of a kind without entities is emptied if there is one. Raises
    WriteError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(folder, error) from error
    files = {ABOUT_FILE: about_text(dossier.about)}
    for name, kind in FILES.items():
        entities = [entity for entity in dossier.entities if entity.kind is kind]
        if entities or (folder / name).exists():
            files[name] = entities_text(entities)
    for name, text in files.items():
        with atomic_write(folder / name) as file:
            file.write(text.encode())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entity was written."""

    file: str
    line: int
    raw: Mapping


@dataclass(frozen=True, slots=True)
class PlacedDossier:
    """A dossier with the lines that its values were read from."""

    dossier: Dossier
    _places: tuple[_Place, ...]

    def problem(self, fault: Fault) -> Problem:
        """A fault of the dossier with its file and line."""
        return _problem(self._places[fault.entity], fault.path, fault.message)


def stored_dossier(dossier: Dossier, name: str) -> PlacedDossier:
    """A dossier that comes from no files; its problems name the database instead."""
    places = []
    for entity in dossier.entities:
        raw = Mapping()
        raw["id"] = entity.id
        places.append(_Place(name, 0, raw))
    return PlacedDossier(dossier, tuple(places))


def read_dossier(folder: Traversable) -> Dossier:
    """Read and check the dossier in a folder (a `pathlib.Path` or a package's resource); raise DossierError."""
    return read_placed(folder).dossier


def read_placed(folder: Traversable) -> PlacedDossier:
    """The same with the place of each value; raise DossierError."""
    problems: list[Problem] = []
    files = _files(folder, problems)
    about = _about(files, problems)
    entities: list[Entity] = []
    places: list[_Place] = []
    for name in FILES:
        if name in files:
            for place, entity in _entities(name, files[name], problems):
                places.append(place)
                entities.append(entity)
    if problems or about is None:
        raise DossierError(problems)
    placed = PlacedDossier(Dossier(about=about, entities=tuple(entities)), tuple(places))
    problems += map(placed.problem, check_references(placed.dossier))
    if problems:
        order = list(FILES)
        raise DossierError(sorted(problems, key=lambda problem: (order.index(problem.file), problem.line)))
    return placed


def _files(folder: Traversable, problems: list[Problem]) -> dict[str, Traversable]:
    """The folder's YAML files by name; notes in Markdown or plain text and hidden files are left alone."""
    try:
        found = {item.name: item for item in folder.iterdir()}
    except OSError as error:
        raise DossierError(
            [Problem(str(folder), 0, "", tr("cannot be read: {error}", error=error.strerror or error))]
        ) from None
    wanted = {ABOUT_FILE, *FILES}
    for name in sorted(found):
        note = name.lower().startswith(("readme", "notes", ".", "_")) or name.lower().endswith((".md", ".txt"))
        if name not in wanted and not note:
            hint = nearest(name, wanted) or tr("; a dossier has {files}", files=", ".join(sorted(wanted)))
            problems.append(Problem(name, 0, "", tr("is not a file of a dossier{hint}", hint=hint)))
    return {name: item for name, item in found.items() if name in wanted}


def _load(name: str, file: Traversable, problems: list[Problem]) -> Any:
    try:
        with file.open("rb") as stream:
            return load(stream.read(MAX_BYTES + 1))
    except OSError as error:
        problems.append(Problem(name, 0, "", tr("cannot be read: {error}", error=error.strerror or error)))
    except YamlError as error:
        problems.append(Problem(name, error.line, "", str(error)))
    return None


def _about(files: dict[str, Traversable], problems: list[Problem]) -> About | None:
    if ABOUT_FILE not in files:
        problems.append(Problem(ABOUT_FILE, 0, "", tr("is missing; write at least format, id and title")))
        return None
    before = len(problems)
    raw = _load(ABOUT_FILE, files[ABOUT_FILE], problems)
    if not isinstance(raw, Mapping):
        if len(problems) == before:
            problems.append(Problem(ABOUT_FILE, 1, "", tr("must be a mapping with at least format, id and title")))
        return None
    place = _Place(ABOUT_FILE, 1, raw)
    given = raw.get("format", "")
    if isinstance(given, str) and given.isdecimal() and int(given) > FORMAT:
        message = tr(
            "version {given} of the format is newer than this program reads ({format}); update Labline",
            given=given,
            format=FORMAT,
        )
        problems.append(_problem(place, ("format",), message))
        return None
    try:
        return About.model_validate(raw)
    except ValidationError as error:
        problems.extend(_explained(place, error))
        return None


_ENTITY = TypeAdapter(Entity)


def _entities(name: str, file: Traversable, problems: list[Problem]) -> Iterator[tuple[_Place, Entity]]:
    raw = _load(name, file, problems)
    if raw is None:
        return
    if not isinstance(raw, Sequence):
        problems.append(Problem(name, 1, "", tr("must be a list of entities, each starting with “- id:”")))
        return
    for item, line in zip(raw, raw.lines, strict=True):
        if not isinstance(item, Mapping):
            problems.append(Problem(name, line, "", tr("must be an entity with at least id and name")))
            continue
        place = _Place(name, line, item)
        if "kind" in item:
            problems.append(_problem(place, ("kind",), tr("the file says the kind; remove it")))
            continue
        try:
            entity = _ENTITY.validate_python({"kind": FILES[name], **item})
        except ValidationError as error:
            problems.extend(_explained(place, error))
            continue
        yield place, entity


def _problem(place: _Place, path: tuple[str | int, ...], message: str) -> Problem:
    """A problem at a record's path. A list of one may be written without its brackets, so an index may lead nowhere."""
    node: Any = place.raw
    line = place.line
    slug = place.raw.get("id")
    words = [slug] if isinstance(slug, str) and slug else []
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            line = node.lines.get(step, line)
            node = node.get(step)
            words.append(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            line = node.lines[step]
            several = len(node) > 1
            node = node[step]
            named = node.get("id") if isinstance(node, Mapping) else None
            if named or several:
                words.append(str(named or step + 1))
        elif isinstance(step, str):
            words.append(step)
    return Problem(place.file, line, " › ".join(words), message)


_FIELDS = sorted({field for model in (About, Entity, Variant, Section, Fact) for field in model.model_fields})
_SHAPES = {
    "dict_type": later("must be a mapping: one “key: value” a line"),
    "model_type": later("must be a mapping such as {value: …, cite: …}"),
    "tuple_type": later("must be a list"),
    "string_type": later("must be one text; quote it, or remove the line if there is none"),
    "missing": later("is missing"),
    "int_parsing": later("must be a whole number"),
    "int_parsing_size": later("must be a whole number of a few digits"),
}


def _explained(place: _Place, error: ValidationError) -> Iterator[Problem]:
    for item in error.errors(include_url=False, include_context=True):
        path = tuple(step for step in item["loc"] if step != "[key]")
        yield _problem(place, path, _message(item))


def _message(item: ErrorDetails) -> str:
    kind, given = item["type"], item.get("input")
    shown = f"“{given[:60]}” " if isinstance(given, str) else ""
    context = item.get("ctx", {})
    match kind:
        case "value_error":
            return item["msg"].removeprefix("Value error, ")
        case "extra_forbidden":
            hint = nearest(str(item["loc"][-1]), _FIELDS)
            comma = tr("; if it continues a text that has a comma, quote that text") if given is None else ""
            return tr("is not a field here{hint}", hint=hint or comma)
        case "string_pattern_mismatch":
            return tr(
                "{shown}is not an id; use small letters, digits, “.”, “_” and “-”, starting with a letter or digit",
                shown=shown,
            )
        case "enum":
            return tr(
                "{shown}is not possible; write {expected}",
                shown=shown,
                expected=str(context.get("expected", "")).replace(chr(39), ""),
            )
        case "string_too_long":
            return tr("is longer than {most} characters; shorten it", most=context.get("max_length"))
        case "string_too_short":
            return tr("is empty; write a text")
        case "greater_than_equal":
            return tr("must be {least} or more", least=context.get("ge"))
        case "less_than_equal":
            return tr("must be {most:,} or less", most=context.get("le"))
        case _:
            return tr(_SHAPES[kind]) if kind in _SHAPES else item["msg"][:1].lower() + item["msg"][1:]
