"""A disagreement as paragraphs: the values side by side, who says each and where, which is shown and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.board import BoardEntry
from db.kinds import Basis, Rank
from db.rows import StatementRow
from db.texts import tr
from desktop.entity.folds import READ, SMALL, entity, locator, statement_of
from desktop.entity.statements import value_text
from desktop.marks import MARKS
from desktop.widgets.document_blocks import Block, Grid, Paragraph, Span

PREFER, WITHDRAW = "prefer:", "withdraw:"
"""Links that make a statement the preferred one, or none: this and its id."""
ABREAST = 3
"""Values beside each other; more stand in another row."""


def blocks(entry: BoardEntry, *, can_edit: bool) -> list[Block]:
    """The whole of one disagreement, or refinement."""
    groups = entry.groups()
    refined = entry.row.verdict == "refinement"
    # Of a refinement all agree: each value has a cell of its own, the most exact first.
    sets = list(_by_value(groups[0]).values()) if refined and groups else [list(group) for group in groups]
    cells = tuple(_cell(rows, entry, can_edit) for rows in sets)
    rows = tuple(cells[start : start + ABREAST] for start in range(0, len(cells), ABREAST))
    return [*_head(entry, refined=refined), *(Grid((row,), before=8 if at == 0 else 0, ruled=True)
            for at, row in enumerate(rows)), *_shown(entry)]  # fmt: skip


def statement_in(entry: BoardEntry, link: str) -> StatementRow | None:
    """The statement that a link of the text is of; None for other links."""
    if link.startswith(READ):
        wanted = statement_of(link)[1]
    elif link.startswith((PREFER, WITHDRAW)):
        wanted = int(link.partition(":")[2])
    else:
        return None
    return next((row for row in entry.statements if row.id == wanted), None)


def title(entry: BoardEntry) -> str:
    """What it is about: “Date”, “Total parameters of 7B”."""
    found = entry.row
    return tr("{property} of {variant}", property=found.label, variant=found.variant) if found.variant else found.label


def values(entry: BoardEntry) -> str:
    """The competing values in a line, each group by its most precise."""
    if entry.row.verdict == "refinement":
        return " ≈ ".join(value_text(rows[0]) for group in entry.groups()[:1] for rows in _by_value(group).values())
    return " ⇄ ".join(tr(", ").join(_heads(group)) for group in entry.groups())


def _heads(group: Sequence[StatementRow]) -> list[str]:
    """The most precise value; of a set of names, all of them."""
    if group and group[0].target is not None:
        return list(dict.fromkeys(value_text(row) for row in group))
    return [value_text(row) for row in group[:1]]


def _head(entry: BoardEntry, *, refined: bool) -> list[Block]:
    shape, token = MARKS[entry.kind]
    sign = Span("≈ " + tr("A refinement: both can be true"), "muted") if refined else Span(
        "⚠ " + tr("Sources disagree"), "disagreement"
    )  # fmt: skip
    far = (Span(f"  ·  {entry.apart}", "muted"),) if entry.apart else ()
    return [
        Paragraph((Span(f"{shape} ", token), entity(entry.entity))),
        Paragraph((Span(title(entry), bold=True, size=1.2),), before=4, heading=1),
        Paragraph((sign, *far), before=4),
    ]


def _cell(rows: Sequence[StatementRow], entry: BoardEntry, can_edit: bool) -> tuple[Paragraph, ...]:
    """Values that agree, each with who says so."""
    parts: list[Paragraph] = []
    for same in _by_value(rows).values():
        first = same[0]
        parts.append(
            Paragraph((Span(value_text(first), bold=True, size=1.1), *_badges(same, entry)), before=4 * bool(parts))
        )
        for row in same:
            parts += _said(row)
        parts += _ways(same) if can_edit else ()
    return tuple(parts)


def _badges(same: Sequence[StatementRow], entry: BoardEntry) -> tuple[Span, ...]:
    found = []
    if entry.shown is not None and any(row.id == entry.shown for row in same):
        found.append(Span("  ✓ " + tr("shown"), "fine", size=SMALL))
    if any(row.rank == Rank.PREFERRED for row in same):
        found.append(Span("  ★ " + tr("preferred"), "fine", size=SMALL))
    if all(row.rank == Rank.DEPRECATED for row in same):
        found.append(Span("  ✗ " + tr("deprecated"), "error", size=SMALL))
    return tuple(found)


def _said(row: StatementRow) -> list[Paragraph]:
    """Who says so and where, on what basis, and what is to be known of it."""
    if row.source is None or row.source.id is None:
        head: tuple[Span, ...] = (Span(tr("no source"), "muted", size=SMALL),)
    else:
        where = row.locator() or tr("the whole document")
        head = (
            entity(row.source, size=SMALL, tone="muted"),
            Span(" · ", "muted", size=SMALL),
            locator(where, row.source, row.id),
        )
    inferred = row.basis == Basis.INFERRED
    basis = Span("  ≈ " + tr("inferred"), "policy", size=SMALL) if inferred else Span(
        "  " + tr("stated"), "muted", size=SMALL
    )  # fmt: skip
    remarks = ((tr("Ground"), row.ground), (tr("Note"), row.note))
    return [
        Paragraph((*head, basis)),
        *(Paragraph((Span(f"{word}: {text}", "muted", size=SMALL),), indent=8) for word, text in remarks if text),
    ]


def _ways(same: Sequence[StatementRow]) -> list[Paragraph]:
    preferred = next((row for row in same if row.rank == Rank.PREFERRED), None)
    if preferred is None:
        return [Paragraph((Span(tr("Prefer this"), size=SMALL, link=f"{PREFER}{same[0].id}"),))]
    return [Paragraph((Span(tr("Prefer it no longer"), size=SMALL, link=f"{WITHDRAW}{preferred.id}"),))]


def _shown(entry: BoardEntry) -> list[Block]:
    shown = next((row for row in entry.statements if row.id == entry.shown), None)
    if shown is None:
        said = tr("{why}.", why=entry.why[:1].upper() + entry.why[1:])
    else:
        said = tr("Tables show {value}: {why}.", value=value_text(shown), why=entry.why)
    return [Paragraph((Span(said),), before=8)]


def _by_value(rows: Iterable[StatementRow]) -> dict[str, list[StatementRow]]:
    """Statements by what they say, in their order."""
    found: dict[str, list[StatementRow]] = {}
    for row in rows:
        found.setdefault(value_text(row), []).append(row)
    return found
