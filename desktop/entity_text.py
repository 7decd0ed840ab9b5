"""What the inspector says of an entity, as paragraphs: values, where each is said, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby

from db.edtf import DateError, format_span, parse
from db.kinds import Basis, Rank
from db.numbers import format_number
from db.properties import PROPERTIES, ValueType
from db.rows import Details, DisagreementRow, Ref, RelationRow, StatementRow
from desktop.marks import MARKS
from desktop.widgets.document_view import Block, Grid, Paragraph, Span

ENTITY = "entity:"
"""A link to an entity: this and its id."""
WEB = "web:"
"""A link out of the program: this and the address."""
SMALL = 0.9
UNKNOWN = "–"
INDENT = 12
VALUES_SHOWN = 12
"""Of a disagreement at most."""
ABREAST = 2
"""Columns that can be read beside each other in a narrow panel."""


def blocks(details: Details) -> list[Block]:
    """The whole document of an entity."""
    parts: list[Block] = [*_head(details), *_variants(details), *_disagreements(details)]
    parts += _relations(details.relations)
    parts += _links(details.links)
    parts += _statements(details.statements)
    parts += _history(details.changes)
    return parts


def _title(text: str) -> Paragraph:
    return Paragraph((Span(text, bold=True),), before=16, heading=2)


def _head(details: Details) -> list[Block]:
    shape, token = MARKS[details.kind]
    when = format_span(details.date) if details.date else ""
    kind = (Span(f"{shape} ", token), Span(details.kind.value.capitalize(), "muted"))
    parts: list[Block] = [
        Paragraph((*kind, Span(f"  ·  {when}", "muted")) if when else kind),
        Paragraph((Span(details.name, bold=True, size=1.4),), before=4, heading=1),
    ]
    if details.aliases:
        parts.append(Paragraph((Span(" · ".join(details.aliases), "muted"),), before=4))
    if details.description:
        parts.append(Paragraph((Span(details.description),), before=8))
    if details.tags:
        parts.append(Paragraph((Span("Tags: ", "muted"), Span(", ".join(details.tags))), before=8))
    return parts


def _variants(details: Details) -> list[Block]:
    if not details.variants:
        return []

    def line(*texts: str, tone: str = "text") -> tuple[tuple[Paragraph, ...], ...]:
        return tuple((Paragraph((Span(text, tone),)),) for text in texts)

    rows = [line("Variant", "Total", "Active", tone="muted")]
    for variant in details.variants:
        numbers = (variant.params, variant.active_params)
        rows.append(line(variant.name, *(UNKNOWN if n is None else format_number(n) for n in numbers)))
    return [_title("Sizes"), Grid(tuple(rows), before=4)]


def _disagreements(details: Details) -> list[Block]:
    by_id = {row.id: row for row in details.statements}
    parts: list[Block] = []
    for found in details.disagreements:
        statements = [by_id[number] for number in found.statements if number in by_id]
        if found.verdict == "disagreement" and statements:
            parts += _side_by_side(found, statements)
    return [_title("Disagreements"), *parts] if parts else []


def _side_by_side(found: DisagreementRow, statements: Sequence[StatementRow]) -> list[Block]:
    """The values in columns, each with who says so."""
    of = f" of {found.variant}" if found.variant else ""
    title = Paragraph((Span(f"⚠ {found.label}{of}: sources disagree", "disagreement"),), before=4)
    values: dict[str, list[StatementRow]] = {}
    for row in statements:
        values.setdefault(_meaning(row), []).append(row)
    cells = tuple(
        (Paragraph((Span(_value(rows[0]), bold=True),)), *_sources(rows))
        for rows in list(values.values())[:VALUES_SHOWN]
    )
    lines = tuple(cells[start : start + ABREAST] for start in range(0, len(cells), ABREAST))
    return [title, Grid(lines, before=4, ruled=True)]


def _relations(relations: Iterable[RelationRow]) -> list[Block]:
    parts: list[Block] = []
    for label, group in groupby(relations, key=lambda row: row.label):
        parts.append(Paragraph((Span(label, "muted"),), before=4))
        parts += [Paragraph(_related(row), indent=INDENT) for row in group]
    return [_title("Relations"), *parts] if parts else []


def _related(row: RelationRow) -> tuple[Span, ...]:
    mark = MARKS.get(row.kind or "")
    sign = (Span(f"{mark.shape} ", mark.token),) if mark else ()
    detail = (Span(f"  {row.detail}", "muted", size=SMALL),) if row.detail else ()
    return (*sign, _entity(row.other), *detail)


def _entity(ref: Ref, *, size: float = 1.0) -> Span:
    return Span(ref.name, size=size, link="" if ref.id is None else f"{ENTITY}{ref.id}")


def _links(links: Iterable[tuple[str, str]]) -> list[Block]:
    parts = [
        Paragraph((Span(f"{role or 'link'}: ", "muted"), Span(address, link=WEB + address)), indent=INDENT)
        for role, address in links
    ]
    return [_title("Links"), *parts] if parts else []


def _statements(statements: Iterable[StatementRow]) -> list[Block]:
    parts: list[Block] = []
    for (label, variant), group in groupby(statements, key=lambda row: (row.label, row.variant)):
        head = f"{label} ({variant})" if variant else label
        parts.append(Paragraph((Span(head, "muted"),), before=8, heading=3))
        for _value_text, same in groupby(group, key=_said):
            rows = list(same)
            parts.append(_value_line(rows[0]))
            for row in rows:
                parts.append(_source(row, indent=2 * INDENT))
                parts += _remarks(row)
    return [_title("Statements"), *parts] if parts else []


def _said(row: StatementRow) -> tuple[object, ...]:
    """Statements with the same value are one line with several sources."""
    return _meaning(row), row.role, row.when, row.rank, row.basis


def _value(row: StatementRow) -> str:
    """A value in words: “over 5.58M USD”."""
    shown = row.target.name if row.target else row.value
    return " ".join(part for part in (row.qualifier, shown, row.unit) if part) or UNKNOWN


def _meaning(row: StatementRow) -> str:
    """What is the same for the same value, however it is written: Dec 2024 and December 2024."""
    known = PROPERTIES.get(row.property)
    if known is not None and known.type is ValueType.DATE:
        with suppress(DateError):
            return parse(row.value).edtf
    return _value(row)


def _value_line(row: StatementRow) -> Paragraph:
    value = _entity(row.target) if row.target and row.target.id is not None else Span(_value(row))
    spans = [Span(f"{row.qualifier} "), value] if row.target and row.qualifier else [value]
    around = ", ".join(part for part in (row.role, row.when) if part)
    if around:
        spans.append(Span(f"  {around}", "muted"))
    if row.basis == Basis.INFERRED:
        spans.append(Span("  ≈ inferred", "policy", size=SMALL))
    if row.rank == Rank.PREFERRED:
        spans.append(Span("  ✓ preferred", "fine", size=SMALL))
    elif row.rank == Rank.DEPRECATED:
        spans.append(Span("  ✗ deprecated", "error", size=SMALL))
    return Paragraph(tuple(spans), indent=INDENT)


def _source(row: StatementRow, *, indent: int) -> Paragraph:
    if row.source is None:
        return Paragraph((Span("no source", "muted", size=SMALL),), indent=indent)
    locator = row.locator()
    where = (Span(f" · {locator}", "muted", size=SMALL),) if locator else ()
    return Paragraph((_entity(row.source, size=SMALL), *where), indent=indent)


def _sources(rows: Iterable[StatementRow]) -> list[Paragraph]:
    """Each source once, with all its places."""
    places: dict[Ref | None, list[str]] = {}
    for row in rows:
        places.setdefault(row.source, []).append(row.locator())
    result = []
    for source, locators in places.items():
        name = Span("no source", "muted", size=SMALL) if source is None else _entity(source, size=SMALL)
        where = "; ".join(locator for locator in locators if locator)
        result.append(Paragraph((name, Span(f" · {where}", "muted", size=SMALL)) if where else (name,)))
    return result


def _remarks(row: StatementRow) -> list[Paragraph]:
    """Why it was inferred or ranked, and what is to be known of its quality."""
    return [
        Paragraph((Span(f"{word}: {text}", "muted", size=SMALL),), indent=2 * INDENT)
        for word, text in (("Ground", row.ground), ("Note", row.note))
        if text
    ]


def _history(changes: Sequence[str]) -> list[Block]:
    lines = [Paragraph((Span(change, "muted", size=SMALL),), indent=INDENT) for change in changes]
    return [_title("History"), *lines] if lines else []
