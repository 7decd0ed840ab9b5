"""What a dossier's records must say of each other and of PROPERTIES, beyond the form of each one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from db.dossier import FILES, Citation, Dossier, Entity, Fact, Facts
from db.edtf import DateError, parse
from db.kinds import Kind, Rank
from db.numbers import NumberError, parse_number
from db.properties import PROPERTIES, Property, ValueType
from db.texts import tr

TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
"""How a bool is written; letter case does not matter."""

Path = tuple[str | int, ...]

_LIMITS = {"license": 200, "alias": 500, "modality": 500, "category": 500, "feature": 500, "title": 500, "author": 500,
           "venue": 300, "identifier": 200, "birthplace": 500, "headquarters": 500,
           "role": 500, "award": 500, "degree": 500}  # fmt: skip
_LARGEST = 2.0**63


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: the entity's position in the dossier, the path of the field in its record, and what to do."""

    entity: int
    path: Path
    message: str


def check_references(dossier: Dossier) -> Iterator[Fault]:
    """Yield each fault of a dossier in its order: ids, properties, values, targets, citations."""
    known: dict[str, Entity] = {}
    for position, entity in enumerate(dossier.entities):
        if entity.id in known:
            yield Fault(
                position,
                ("id",),
                tr("“{id}” is an id in {file} too; each has its own", id=entity.id, file=_file(known[entity.id])),
            )
        known.setdefault(entity.id, entity)
    for position, entity in enumerate(dossier.entities):
        for path, message in _entity_faults(entity, known):
            yield Fault(position, path, message)


def nearest(word: str, words: Iterable[str]) -> str:
    """A hint at the word that was perhaps meant, or an empty text."""
    close = get_close_matches(word, list(words), 1)
    return tr("; did you mean {near}?", near=close[0]) if close else ""


_Faults = Iterator[tuple[Path, str]]


def _entity_faults(entity: Entity, known: dict[str, Entity]) -> _Faults:
    if entity.kind is not Kind.SOURCE:
        for field in ("lines", "sections"):
            if getattr(entity, field):
                yield (field,), tr("only a source has it; remove it")
    if entity.variants and entity.kind is not Kind.RELEASE:
        yield ("variants",), tr("only a release has variants; remove them")
    before = 0
    for index, section in enumerate(entity.sections):
        if section.line <= before:
            yield (
                ("sections", index),
                tr(
                    "line {line} comes after line {before}; sort the sections by line", line=section.line, before=before
                ),
            )
        if entity.lines and section.line > entity.lines:
            yield (
                ("sections", index),
                tr("line {line} is beyond the document's {lines} lines", line=section.line, lines=entity.lines),
            )
        before = section.line
    yield from _facts_faults(entity.kind, entity.facts, known, variant=False)
    seen = set()
    for index, variant in enumerate(entity.variants):
        if variant.id in seen:
            yield ("variants", index, "id"), tr("two variants have the id “{id}”; change one", id=variant.id)
        seen.add(variant.id)
        for path, message in _facts_faults(entity.kind, variant.facts, known, variant=True):
            yield ("variants", index, *path), message


def _facts_faults(kind: Kind, facts: Facts, known: dict[str, Entity], *, variant: bool) -> _Faults:
    for key, values in facts.items():
        path: Path = ("facts", key)
        rule = PROPERTIES.get(key)
        if rule is None:
            mine = [item.key for item in PROPERTIES.values() if kind in item.kinds]
            yield path, tr("“{key}” is not a property{hint}", key=key, hint=nearest(key, mine))
            continue
        if kind not in rule.kinds:
            yield path, tr("“{key}” is no property here; it belongs in {files}", key=key, files=_named(rule.kinds))
            continue
        if rule.part and not variant:
            yield path, tr("“{key}” is stated of a variant; move it to one under variants", key=key)
        if not values:
            yield path, tr("has no fact; remove it or write one")
        if rule.single and len({fact.value for fact in values if fact.rank is Rank.PREFERRED}) > 1:
            yield path, tr("has two values of rank preferred; keep one")
        for index, fact in enumerate(values):
            for field, message in _fact_faults(rule, fact, known):
                yield (*path, index, *field), message


def _fact_faults(rule: Property, fact: Fact, known: dict[str, Entity]) -> _Faults:
    if fact.name and not (rule.type is ValueType.ENTITY and rule.open):
        yield (
            ("name",),
            tr(
                "a bare name is not possible for {property}; write value: with {wanted}",
                property=rule.key,
                wanted=_wanted(rule),
            ),
        )
    elif fact.value:
        message = value_fault(rule, fact.value, known)
        if message:
            yield ("value",), message
    if rule.roles and fact.role and fact.role not in rule.roles:
        yield (
            ("role",),
            tr(
                "“{role}” is not a role of {property}; write one of {roles}",
                role=fact.role,
                property=rule.key,
                roles=", ".join(sorted(rule.roles)),
            ),
        )
    if rule.key == "credit" and len(fact.role) > 100:
        yield ("role",), tr("is longer than 100 characters; shorten it")
    if fact.when:
        message = _date_fault(fact.when)
        if message:
            yield ("when",), message
    for index, citation in enumerate(fact.cite):
        message = _citation_fault(citation, known)
        if message:
            yield ("cite", index), message


def _file(entity: Entity) -> str:
    return _named({entity.kind})


def _files(rule: Property) -> str:
    return _named(rule.targets)


def _named(kinds: Collection[Kind]) -> str:
    """The files of these kinds, in words."""
    return tr(" or ").join(name for name, kind in FILES.items() if kind in kinds)


def _wanted(rule: Property) -> str:
    if rule.type is ValueType.ENTITY:
        return tr("an id of {files}", files=_files(rule))
    return f"a {rule.type}"


def value_fault(rule: Property, value: str, known: dict[str, Entity]) -> str:
    """What is wrong with a value of a property, in words, or an empty text."""
    match rule.type:
        case ValueType.NUMBER:
            return _number_fault(rule, value)
        case ValueType.DATE:
            return _date_fault(value)
        case ValueType.BOOL:
            return "" if value.lower() in TRUTHS else tr("“{value}” is neither yes nor no", value=value[:40])
        case ValueType.URL:
            ok = value.lower().startswith(("http://", "https://")) and not any(c.isspace() for c in value)
            return (
                "" if ok else tr("“{value}” is not an address that starts with http:// or https://", value=value[:80])
            )
        case ValueType.ENTITY:
            return _target_fault(rule, value, known)
        case ValueType.TEXT:
            limit = _LIMITS.get(rule.key, len(value))
            return "" if len(value) <= limit else tr("is longer than {limit} characters; shorten it", limit=limit)


def _number_fault(rule: Property, value: str) -> str:
    try:
        number = parse_number(value).value
    except NumberError as error:
        return str(error)
    if rule.part and not 0 <= number < _LARGEST:
        return tr("“{value}” is out of range for {property}", value=value, property=rule.key)
    return ""


def _date_fault(text: str) -> str:
    try:
        parse(text)
    except DateError as error:
        return str(error)
    return ""


def _target_fault(rule: Property, value: str, known: dict[str, Entity]) -> str:
    target = known.get(value)
    if target is None:
        mine = [entity.id for entity in known.values() if entity.kind in rule.targets]
        bare = tr("; write name: instead of value: if it has no entry") if rule.open else ""
        return tr(
            "“{value}” is not an id in {files}{hint}{bare}",
            value=value[:80],
            files=_files(rule),
            hint=nearest(value, mine),
            bare=bare,
        )
    if target.kind not in rule.targets:
        return tr(
            "“{value}” stands in {file}; {property} takes {wanted}",
            value=value,
            file=_file(target),
            property=rule.key,
            wanted=_wanted(rule),
        )
    return ""


def _citation_fault(citation: Citation, known: dict[str, Entity]) -> str:
    source = known.get(citation.source)
    if source is None or source.kind is not Kind.SOURCE:
        sources = [entity.id for entity in known.values() if entity.kind is Kind.SOURCE]
        return tr(
            "“{source}” is not an id in sources.yaml{hint}",
            source=citation.source,
            hint=nearest(citation.source, sources),
        )
    if source.lines and citation.last and citation.last > source.lines:
        return tr(
            "line {line} is beyond the {lines} lines of {source}",
            line=citation.last,
            lines=source.lines,
            source=citation.source,
        )
    return ""
