"""What the inspector says of an entity, as paragraphs: values, where each is said, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from db.edtf import format_span
from db.rows import Details, RelationRow
from db.texts import tr
from desktop.entity.folds import INDENT, MARK, SMALL, WEB, Folds, entity, title
from desktop.entity.statements import disagreements, notes, refinements, sizes, statements_of
from desktop.marks import MARKS
from desktop.widgets.document_blocks import Block, Paragraph, Span


def blocks(details: Details, folds: Folds | None = None) -> list[Block]:
    """The whole document of an entity."""
    folds = folds or Folds()
    parts: list[Block] = [*_head(details), *sizes(details.variants)]
    parts += [*disagreements(details), *refinements(details, folds)]
    parts += _relations(details.relations, folds)
    parts += notes(details.statements, folds)
    parts += _links(details.links)
    parts += statements_of(details.statements, folds)
    parts += _history(details.changes)
    return parts


def _head(details: Details) -> list[Block]:
    shape, token = MARKS[details.kind]
    when = format_span(details.date) if details.date else ""
    name = details.kind.value
    kind = (Span(f"{shape} ", token), Span(tr(name).capitalize(), "muted"))
    parts: list[Block] = [
        Paragraph((*kind, Span(f"  ·  {when}", "muted")) if when else kind),
        Paragraph((Span(details.name, bold=True, size=1.4),), before=4, heading=1),
    ]
    if details.aliases:
        parts.append(Paragraph((Span(" · ".join(details.aliases), "muted"),), before=4))
    if details.description:
        parts.append(Paragraph((Span(details.description),), before=8))
    if details.tags:
        parts.append(Paragraph((Span(f"{tr('Tags')}: ", "muted"), Span(tr(", ").join(details.tags))), before=8))
    return parts


def _relations(relations: Iterable[RelationRow], folds: Folds) -> list[Block]:
    parts: list[Block] = []
    for label, group in groupby(relations, key=lambda row: row.label):
        lines = [Paragraph(_related(row), indent=INDENT + MARK, hang=MARK) for row in group]
        count = (Span(f"  {len(lines):,}", "muted", size=SMALL),) if len(lines) > 1 else ()
        parts.append(Paragraph((Span(label, "muted"), *count), before=8, heading=3))
        parts += folds.shortened(f"relations/{label}", lines)
    return [title(tr("Relations")), *parts] if parts else []


def _related(row: RelationRow) -> tuple[Span, ...]:
    mark = MARKS.get(row.kind or "")
    sign = (Span(f"{mark.shape} ", mark.token),) if mark else ()
    detail = (Span(f"  {row.detail}", "muted", size=SMALL),) if row.detail else ()
    return (*sign, entity(row.other), *detail)


def _links(links: Iterable[tuple[str, str]]) -> list[Block]:
    parts = [
        Paragraph((Span(f"{role or tr('link')}: ", "muted"), Span(address, link=WEB + address)), indent=INDENT)
        for role, address in links
    ]
    return [title(tr("Links")), *parts] if parts else []


def _history(changes: Sequence[str]) -> list[Block]:
    lines = [Paragraph((Span(change, "muted", size=SMALL),), indent=INDENT) for change in changes]
    return [title(tr("History")), *lines] if lines else []
