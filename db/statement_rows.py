"""Facts of a dossier as rows of `statement`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.dossier import Citation, Entity, Fact, Facts
from db.dossier_checks import TRUTHS
from db.edtf import DateSpan, parse
from db.numbers import parse_number
from db.properties import PROPERTIES, Property, ValueType
from db.stated_rows import SPAN_PARTS


@dataclass(slots=True)
class Draft:
    """A statement whose entities are still named by their slugs; an empty slug is none."""

    variant: str
    target: str
    source: str
    row: dict[str, Any]
    """The other columns of `statement`, except position and section."""


def span_columns(prefix: str, span: DateSpan | None) -> dict[str, Any]:
    """The six columns of a date; of none, all empty."""
    if span is None:
        parts: tuple[Any, ...] = ("", "", None, None, "", "")
    else:
        parts = (span.text, span.edtf, span.earliest, span.latest, span.precision.value, span.qualifier.value)
    return {f"{prefix}_{name}": part for name, part in zip(SPAN_PARTS, parts, strict=True)}


def drafts(entity: Entity, names: Mapping[str, str]) -> Iterator[Draft]:
    """Each statement of an entity in the order of the dossier; `names` gives the name of each entity by its slug."""
    yield from _facts("", entity.facts, names)
    for variant in entity.variants:
        yield from _facts(variant.id, variant.facts, names)


def _facts(variant: str, facts: Facts, names: Mapping[str, str]) -> Iterator[Draft]:
    for key, values in facts.items():
        rule = PROPERTIES[key]
        for fact in values:
            said = _said(rule, fact, names)
            target = fact.value if rule.type is ValueType.ENTITY else ""
            for citation in fact.cite or (None,):
                yield Draft(variant, target, citation.source if citation else "", {**said, **_place(citation)})


def _said(rule: Property, fact: Fact, names: Mapping[str, str]) -> dict[str, Any]:
    value, number, rounding, span = fact.value, None, None, None
    match rule.type:
        case ValueType.ENTITY:
            value = names[fact.value] if fact.value else fact.name
        case ValueType.NUMBER:
            quantity = parse_number(value)
            number, rounding = quantity.value, quantity.rounding
        case ValueType.DATE:
            span = parse(value)
        case ValueType.BOOL:
            value = "yes" if TRUTHS[value.lower()] else "no"
        case _:
            pass
    return {
        "property": rule.key,
        "value": value,
        "number": number,
        "rounding": rounding,
        "unit": fact.unit or rule.unit,
        **span_columns("value", span),
        "role": fact.role,
        "qualifier": fact.qualifier,
        **span_columns("applies", parse(fact.when) if fact.when else None),
        "rank": fact.rank.value,
        "basis": fact.basis.value,
        "ground": fact.ground,
        "note": fact.note,
    }


def _place(citation: Citation | None) -> dict[str, Any]:
    if citation is None:
        return {"first_line": None, "last_line": None, "page": ""}
    return {"first_line": citation.first, "last_line": citation.last, "page": citation.page}


def section_at(sections: list[tuple[int, str]], line: int | None) -> str:
    """The heading that a line stands under; `sections` are (first line, title) by line."""
    if line is None:
        return ""
    position = bisect_right(sections, line, key=lambda section: section[0])
    return sections[position - 1][1] if position else ""
