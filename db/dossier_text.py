"""A dossier's records as the YAML that people read and edit: one canonical text for each record.

A fact stands on one line where it fits, long prose is folded at WIDTH columns, and a text is quoted where a reader of
YAML would take it for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from db.dossier import About, Entity, Fact, Facts
from db.kinds import Basis, Rank
from db.properties import PROPERTIES, ValueType

WIDTH = 120

_UNSAFE = re.compile(r"[,:{}\[\]]| #")
_START = re.compile(r"[^\W_]|[($/“‘]|-\d")
_AMBIGUOUS = re.compile(
    r"(?i:~|null|true|false|yes|no|on|off|y|n)"
    r"|[-+]?[.\d][\d_.]*(?:[eE][-+]?\d+)?|0[xX][\da-fA-F_]+|0[oO][0-7_]+"
    r"|\d{4}-\d\d?-\d\d?.*"
)
_ESCAPES = {"\n": r"\n", "\t": r"\t", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_LITERAL_TYPES = frozenset({ValueType.NUMBER, ValueType.DATE, ValueType.BOOL})


def about_text(about: About) -> str:
    """The text of `dossier.yaml`."""
    given = {name: str(value) for name, value in about if value != ""}
    lines = [line for name, value in given.items() for line in _member(name, value, "", literal=name == "format")]
    return "\n".join(lines) + "\n"


def entities_text(entities: Iterable[Entity]) -> str:
    """The text of the file of one kind."""
    blocks = ["\n".join(_entity(entity)) + "\n" for entity in entities]
    return "\n".join(blocks) or "[]\n"


def scalar(text: str, *, literal: bool = False) -> str:
    """A text on one line, quoted if need be. `literal` leaves numbers, dates, yes and no unquoted."""
    if (
        text.isprintable()
        and _START.match(text)
        and not _UNSAFE.search(text)
        and text == text.strip()
        and (literal or not _AMBIGUOUS.fullmatch(text))
    ):
        return text
    if text.isprintable() and "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _member(key: str, value: str, indent: str, *, literal: bool = False) -> Iterator[str]:
    """The lines of one `key: value` of a block mapping: on one line, folded, or as written."""
    start = f"{indent}{key}: "
    line = start + scalar(value, literal=literal)
    inner = f"{indent}  "
    plain = all(char.isprintable() or char == "\n" for char in value) and value == value.strip()
    if plain and "\n" in value and not any(part.endswith(" ") for part in value.split("\n")):
        yield f"{start}|-"
        yield from (inner + part if part else "" for part in value.split("\n"))
    elif plain and len(line) > WIDTH and "\n" not in value:
        yield f"{start}>-"
        yield from (inner + part for part in _folded(value, WIDTH - len(inner)))
    else:
        yield line


def _folded(text: str, width: int) -> Iterator[str]:
    """Break a text at single spaces, so that folding puts the same spaces back."""
    line = ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _entity(entity: Entity) -> Iterator[str]:
    yield f"- id: {scalar(entity.id)}"
    yield from _member("name", entity.name, "  ")
    if entity.tags:
        yield from _list("tags", entity.tags, "  ")
    if entity.lines is not None:
        yield f"  lines: {entity.lines}"
    if entity.sections:
        yield "  sections:"
        yield from (f"    - {{line: {section.line}, title: {scalar(section.title)}}}" for section in entity.sections)
    yield from _facts(entity.facts, "  ")
    if entity.variants:
        yield "  variants:"
    for variant in entity.variants:
        yield f"    - id: {scalar(variant.id)}"
        yield from _member("name", variant.name, "      ")
        yield from _facts(variant.facts, "      ")


def _list(key: str, values: Iterable[str], indent: str) -> Iterator[str]:
    written = [scalar(value) for value in values]
    line = f"{indent}{key}: [{', '.join(written)}]"
    if len(line) <= WIDTH:
        yield line
    else:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {value}" for value in written)


def _facts(facts: Facts, indent: str) -> Iterator[str]:
    if facts:
        yield f"{indent}facts:"
    for key, values in facts.items():
        name = scalar(key)
        rule = PROPERTIES.get(key)
        literal = rule is not None and rule.type in _LITERAL_TYPES
        start = f"{indent}  {name}: "
        short = _flow(values[0], literal=literal) if len(values) == 1 else ""
        if short and len(start + short) <= WIDTH:
            yield start + short
            continue
        yield start.rstrip()
        for fact in values:
            yield from _fact(fact, f"{indent}    ", literal=literal)


def _members(fact: Fact) -> Iterator[tuple[str, str]]:
    """What a fact says beyond its defaults, citations apart."""
    yield ("name", fact.name) if fact.name else ("value", fact.value)
    for key in ("unit", "qualifier", "role", "when"):
        if text := getattr(fact, key):
            yield key, text
    if fact.rank is not Rank.NORMAL:
        yield "rank", fact.rank
    if fact.basis is not Basis.STATED:
        yield "basis", fact.basis
    for key in ("ground", "note"):
        if text := getattr(fact, key):
            yield key, text


def _cited(fact: Fact) -> str:
    written = [scalar(str(citation)) for citation in fact.cite]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _is_literal(key: str, literal: bool) -> bool:
    return key == "when" or (key == "value" and literal)


def _flow(fact: Fact, *, literal: bool) -> str:
    members = [f"{key}: {scalar(text, literal=_is_literal(key, literal))}" for key, text in _members(fact)]
    if fact.cite:
        members.insert(1, f"cite: {_cited(fact)}")
    return f"{{{', '.join(members)}}}"


def _fact(fact: Fact, indent: str, *, literal: bool) -> Iterator[str]:
    """One item of a list of facts: a flow mapping if it fits on a line, else a block."""
    short = _flow(fact, literal=literal)
    if len(indent) + 2 + len(short) <= WIDTH:
        yield f"{indent}- {short}"
        return
    inner = f"{indent}  "
    lines: list[str] = []
    for position, (key, text) in enumerate(_members(fact)):
        lines += _member(key, text, inner, literal=_is_literal(key, literal))
        if position == 0 and fact.cite:
            lines.append(f"{inner}cite: {_cited(fact)}")
    yield f"{indent}- {lines[0][len(inner) :]}"
    yield from lines[1:]
