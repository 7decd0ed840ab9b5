"""Statements in the inspector: each value once, where it is said, and what contradicts or refines what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby

from db.edtf import DateError, parse
from db.kinds import RELATION_WORDS, Basis, Rank
from db.numbers import format_number
from db.properties import PROPERTIES, ValueType
from db.rows import Details, DisagreementRow, StatementRow, VariantRow
from db.texts import tr
from desktop.entity.folds import INDENT, SMALL, Folds, entity, fold_head, locator, title
from desktop.widgets.document_blocks import Block, Grid, Paragraph, Span

UNKNOWN = "–"
VALUES_SHOWN = 12
"""Of a disagreement at most."""
ABREAST = 2
"""Columns that can be read beside each other in a narrow panel."""
MOST_OPEN = 60
"""Statements that are read at once; of more, each property is folded."""
LONGEST_PREVIEW = 60
"""Letters of the values beside a folded property."""


def disagreements(details: Details) -> list[Block]:
    """Statements that contradict each other, side by side."""
    parts: list[Block] = []
    for found, rows in _compared(details, "disagreement"):
        parts += [Paragraph((Span(tr("⚠ {what}: sources disagree", what=_named(found)), "disagreement"),), before=4)]
        parts.append(_abreast(rows, found.rivals))
    return [title(tr("Disagreements")), *parts] if parts else []


def refinements(details: Details, folds: Folds) -> list[Block]:
    """Statements of which some say the same more exactly: the values in a line, opened side by side."""
    parts: list[Block] = []
    for found, rows in _compared(details, "refinement"):
        key = f"refinements/{_named(found)}"
        is_open = folds.is_open(key, False)
        parts.append(fold_head(key, _named(found), 0, is_open, "" if is_open else _values_line(rows)))
        parts += [_abreast(rows)] if is_open else []
    return [title(tr("Refinements")), *parts] if parts else []


def _compared(details: Details, verdict: str) -> Iterator[tuple[DisagreementRow, list[StatementRow]]]:
    by_id = {row.id: row for row in details.statements}
    for found in details.disagreements:
        rows = [by_id[number] for number in found.statements if number in by_id]
        if found.verdict == verdict and rows:
            yield found, rows


def _named(found: DisagreementRow) -> str:
    return tr("{property} of {variant}", property=found.label, variant=found.variant) if found.variant else found.label


def sizes(variants: Sequence[VariantRow]) -> list[Block]:
    """The variants of a release with their parameters."""
    if not variants:
        return []

    def line(*texts: str, tone: str = "text") -> tuple[tuple[Paragraph, ...], ...]:
        return tuple((Paragraph((Span(text, tone),), right=place > 0),) for place, text in enumerate(texts))

    rows = [line(tr("Variant"), tr("Total"), tr("Active"), tone="muted")]
    for variant in variants:
        numbers = (variant.params, variant.active_params)
        rows.append(line(variant.name, *(UNKNOWN if n is None else format_number(n) for n in numbers)))
    return [title(tr("Sizes")), Grid(tuple(rows), before=4)]


def notes(statements: Iterable[StatementRow], folds: Folds) -> list[Block]:
    """What is to be known of the quality of statements, each once with the property that it is about."""
    found = dict.fromkeys((row.label, row.note) for row in statements if row.note)
    lines = [
        Paragraph((Span(f"{label}: ", "muted", size=SMALL), Span(note, size=SMALL)), indent=INDENT)
        for label, note in found
    ]
    return [title(tr("Quality notes"), len(lines)), *folds.shortened("quality notes", lines)] if lines else []


def statements_of(statements: Sequence[StatementRow], folds: Folds) -> list[Block]:
    """All statements by property. Many are folded, with their values beside the name while those are short."""
    if not statements:
        return []
    opened = len(statements) <= MOST_OPEN
    parts: list[Block] = [title(tr("Statements"), len(statements))]
    for (label, variant), group in groupby(statements, key=lambda row: (row.label, row.variant)):
        rows = list(group)
        name = f"{label} ({variant})" if variant else label
        is_open = folds.is_open(f"statements/{name}", opened)
        parts.append(fold_head(f"statements/{name}", name, len(rows), is_open, "" if is_open else _preview(rows)))
        parts += _values(rows) if is_open else ()
    return parts


def _preview(rows: Iterable[StatementRow]) -> str:
    values = _values_line(rows)
    return values if len(values) <= LONGEST_PREVIEW else ""


def _values_line(rows: Iterable[StatementRow]) -> str:
    """Each value once."""
    values: dict[str, str] = {}
    for row in rows:
        values.setdefault(_meaning(row), value_text(row))
    return tr("; ").join(values.values())


def _values(rows: Iterable[StatementRow]) -> list[Block]:
    parts: list[Block] = []
    for _value_text, same in groupby(rows, key=_said):
        group = list(same)
        parts.append(_value_line(group[0]))
        for row in group:
            parts.append(_source(row))
            parts += _remarks(row)
    return parts


def _abreast(statements: Iterable[StatementRow], rivals: Iterable[Iterable[int]] = ()) -> Grid:
    """The values in columns, each with who says so; of `rivals`, those that agree stand in one cell."""
    by_id = {row.id: row for row in statements}
    sets = [[by_id[number] for number in rival if number in by_id] for rival in rivals]
    sets = sets or list(_by_value(by_id.values()).values())
    cells = tuple(_cell(rows) for rows in sets[:VALUES_SHOWN])
    return Grid(tuple(cells[start : start + ABREAST] for start in range(0, len(cells), ABREAST)), before=4, ruled=True)


def _cell(rows: Iterable[StatementRow]) -> tuple[Paragraph, ...]:
    """Values that agree, the most precise one first and bold."""
    parts: list[Paragraph] = []
    for same in _by_value(rows).values():
        parts += [Paragraph((Span(value_text(same[0]), bold=not parts),)), *_sources(same)]
    return tuple(parts)


def _by_value(rows: Iterable[StatementRow]) -> dict[str, list[StatementRow]]:
    values: dict[str, list[StatementRow]] = {}
    for row in rows:
        values.setdefault(_meaning(row), []).append(row)
    return values


def _said(row: StatementRow) -> tuple[object, ...]:
    """Statements with the same value are one line with several sources."""
    return _meaning(row), row.role, row.when, row.rank, row.basis


def value_text(row: StatementRow) -> str:
    """A value in words: “over 5.58M USD”."""
    shown = row.target.name if row.target else _truth(row)
    return " ".join(part for part in (row.qualifier, shown, row.unit) if part) or UNKNOWN


def _truth(row: StatementRow) -> str:
    """Yes and no in words; other values as the source has them."""
    rule = PROPERTIES.get(row.property)
    return tr(row.value) if rule is not None and rule.type is ValueType.BOOL else row.value


def _meaning(row: StatementRow) -> str:
    """What is the same for the same value, however it is written: Dec 2024 and December 2024."""
    known = PROPERTIES.get(row.property)
    if known is not None and known.type is ValueType.DATE:
        with suppress(DateError):
            return parse(row.value).edtf
    return value_text(row)


def _value_line(row: StatementRow) -> Paragraph:
    value = entity(row.target) if row.target and row.target.id is not None else Span(value_text(row))
    spans = [Span(f"{row.qualifier} "), value] if row.target and row.qualifier else [value]
    around = tr(", ").join(part for part in (_role(row.role), row.when) if part)
    if around:
        spans.append(Span(f"  {around}", "muted"))
    if row.basis == Basis.INFERRED:
        spans.append(Span("  ≈ " + tr("inferred"), "policy", size=SMALL))
    if row.rank == Rank.PREFERRED:
        spans.append(Span("  ✓ " + tr("preferred"), "fine", size=SMALL))
    elif row.rank == Rank.DEPRECATED:
        spans.append(Span("  ✗ " + tr("deprecated"), "error", size=SMALL))
    return Paragraph(tuple(spans), before=4, indent=INDENT)


def _role(role: str) -> str:
    """How a release came from another in words; other roles as the source has them."""
    return tr(RELATION_WORDS[role]) if role in RELATION_WORDS else role


def _source(row: StatementRow) -> Paragraph:
    return _places([row], indent=2 * INDENT)


def _sources(rows: Iterable[StatementRow]) -> list[Paragraph]:
    """Each source once, with all its places."""
    sources: dict[object, list[StatementRow]] = {}
    for row in rows:
        sources.setdefault(row.source, []).append(row)
    return [_places(same) for same in sources.values()]


def _places(rows: Sequence[StatementRow], *, indent: int = 0) -> Paragraph:
    """The source of some statements and where in it each is, as links to the source and, in colour, to its lines."""
    source = rows[0].source
    if source is None:
        return Paragraph((Span(tr("no source"), "muted", size=SMALL),), indent=indent)
    wheres = [row.locator() for row in rows]
    spans = [entity(source, size=SMALL, tone="muted" if any(wheres) else "text")]
    for row, where in zip(rows, wheres, strict=True):
        if where:
            between = " · " if len(spans) == 1 else tr("; ")
            spans += [Span(between, "muted", size=SMALL), locator(where, source, row.id)]
    return Paragraph(tuple(spans), indent=indent)


def _remarks(row: StatementRow) -> list[Paragraph]:
    """Why it was inferred or ranked, and what is to be known of its quality."""
    return [
        Paragraph((Span(f"{word}: {text}", "muted", size=SMALL),), indent=2 * INDENT)
        for word, text in ((tr("Ground"), row.ground), (tr("Note"), row.note))
        if text
    ]
