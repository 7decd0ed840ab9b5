"""What the people view says of a person, as paragraphs: names, roles, credits, mentors, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from db.edtf import format_span
from db.kinds import Kind, Rank
from db.people import STANDING_LABELS, Standing, both_names
from db.person import CreditRow, Profile, Said, Tie, said
from db.rows import StatementRow
from db.texts import later, tr, tr_n
from desktop.drawing.people.network import shared_text
from desktop.entity.folds import INDENT, MARK, SMALL, WEB, Folds, entity, locator, title
from desktop.entity.statements import disagreements, notes, refinements, statements_of
from desktop.marks import MARKS
from desktop.widgets.document_blocks import Block, Paragraph, Span

_GROUPS = {
    Kind.RELEASE: later("Releases"),
    Kind.PUBLICATION: later("Publications"),
    Kind.TECHNIQUE: later("Techniques"),
    Kind.SYSTEM: later("Systems"),
}
_THANKED = later("Quoted, cited or thanked in")
MOST_PLACES = 3
"""Places of a fact that stand beside it; of more, how many there are."""


def head(profile: Profile) -> list[Block]:
    """What stands above the career chart: names, standing, roles and where the family name is."""
    details = profile.details
    standing = tr(STANDING_LABELS[profile.standing])
    shape, token = MARKS[Kind.PERSON]
    kind = [Span(f"{shape} ", token), Span(standing.capitalize(), "muted")]
    if profile.standing is Standing.SPOKEN:
        kind.append(Span("  · " + tr("no staff, as far as is told"), "muted"))
    parts: list[Block] = [
        Paragraph(tuple(kind)),
        Paragraph((Span(both_names(details.name, profile.native), bold=True, size=1.4),), before=4, heading=1),
    ]
    if profile.family:
        parts.append(Paragraph((Span(tr("Family name {name}", name=profile.family), "muted"),)))
    others = [name for name in details.aliases if name not in (profile.native, profile.family)]
    if others:
        names = tr(", ").join(others)
        parts.append(Paragraph((Span(tr("Also called {names}", names=names), "muted"),)))
    roles = _stated(details.statements, "role")
    if roles:
        parts.append(Paragraph((Span(tr(", ").join(row.value for row, _ in roles)),), before=8))
    if details.description:
        parts.append(Paragraph((Span(details.description),), before=8))
    parts.append(_reliance(profile))
    return parts


def _reliance(profile: Profile) -> Paragraph:
    """How much rests on a single source, and how much is disputed."""
    many = tr_n("{n} fact", "{n} facts", profile.facts)
    if profile.alone == profile.facts:
        words = tr("{facts}, each told by one source alone", facts=many)
    else:
        words = tr("{facts}, {n} of them told by one source alone", facts=many, n=profile.alone)
    spans = [Span(words, "muted", size=SMALL)]
    disputes = sum(row.verdict == "disagreement" for row in profile.details.disagreements)
    if disputes:
        words = tr_n("{n} that sources disagree about", "{n} that sources disagree about", disputes)
        spans.append(Span(f"  ⚠ {words}", "disagreement", size=SMALL))
    return Paragraph(tuple(spans), before=8)


def body(profile: Profile, folds: Folds) -> list[Block]:
    """What stands below the career chart."""
    details = profile.details
    parts = [*disagreements(details), *_credits(profile.credits, folds)]
    parts += _ties(tr("Mentors"), profile.mentors, folds)
    parts += _ties(tr("Mentor of"), profile.mentees, folds)
    parts += _colleagues(profile, folds)
    parts += _awards(profile)
    parts += _links(profile)
    parts += [*refinements(details, folds), *notes(details.statements, folds)]
    parts += statements_of(details.statements, folds)
    return parts


# ---- credits and people ----


def _credits(credits_: Sequence[CreditRow], folds: Folds) -> list[Block]:
    if not credits_:
        return []
    parts: list[Block] = [title(tr("Credits"), sum(row.work for row in credits_))]
    for label, group in groupby(credits_, key=_group):
        lines = [_credit(row) for row in group]
        count = (Span(f"  {len(lines):,}", "muted", size=SMALL),) if len(lines) > 1 else ()
        parts.append(Paragraph((Span(tr(label), "muted"), *count), before=8, heading=3))
        parts += folds.shortened(f"credits/{label}", lines)
    return parts


def _group(row: CreditRow) -> str:
    if not row.work:
        return _THANKED
    return _GROUPS.get(row.kind, later("Others"))


def _credit(row: CreditRow) -> Paragraph:
    shape, token = MARKS[row.kind]
    when = format_span(row.date) if row.date is not None else ""
    detail = tr(", ").join(part for part in (*row.roles, when) if part)
    spans = [Span(f"{shape} ", token), entity(row.target)]
    if detail:
        spans.append(Span(f"  {detail}", "muted"))
    return Paragraph((*spans, *_who_says(row.said)), indent=INDENT + MARK, hang=MARK)


def _ties(label: str, ties: Iterable[Tie], folds: Folds) -> list[Block]:
    lines = []
    for tie in ties:
        detail = (Span(f"  {tie.role}", "muted"),) if tie.role else ()
        lines.append(Paragraph((_sign(), entity(tie.person), *detail, *_who_says(tie.said)), indent=INDENT + MARK,
                               hang=MARK))  # fmt: skip
    return [title(label, len(lines) if len(lines) > 1 else 0), *folds.shortened(label, lines)] if lines else []


def _colleagues(profile: Profile, folds: Folds) -> list[Block]:
    lines = [
        Paragraph(
            (_sign(), entity(one.person), Span(f"  {shared_text(one)}", "muted")), indent=INDENT + MARK, hang=MARK
        )
        for one in profile.colleagues
    ]
    heading = title(tr("Worked on the same"), len(lines))
    return [heading, *folds.shortened("colleagues", lines)] if lines else []


def _sign() -> Span:
    shape, token = MARKS[Kind.PERSON]
    return Span(f"{shape} ", token)


# ---- what is stated in words ----


def _stated(statements: Iterable[StatementRow], property_: str) -> list[tuple[StatementRow, Said]]:
    """Each value of a property once, with where it is said."""
    found: dict[tuple[str, str, str], list[StatementRow]] = {}
    for row in statements:
        if row.property == property_ and row.rank != Rank.DEPRECATED:
            found.setdefault((row.value, row.role, row.when), []).append(row)
    return [(rows[0], said(rows)) for rows in found.values()]


def _awards(profile: Profile) -> list[Block]:
    lines = []
    for row, where in _stated(profile.details.statements, "award"):
        detail = tr(", ").join(part for part in (row.role, row.when) if part)
        words = (Span(f"  {detail}", "muted"),) if detail else ()
        lines.append(Paragraph((Span(row.value), *words, *_who_says(where)), indent=INDENT))
    return [title(tr("Awards")), *lines] if lines else []


def _links(profile: Profile) -> list[Block]:
    lines = [
        Paragraph((Span(f"{role or tr('link')}: ", "muted"), Span(address, link=WEB + address)), indent=INDENT)
        for role, address in profile.details.links
    ]
    return [title(tr("Links")), *lines] if lines else []


def _who_says(where: Said) -> tuple[Span, ...]:
    """Sources and places; that a single one says it, or that nobody states it, is said in words."""
    spans: list[Span] = []
    for one in where.places[:MOST_PLACES]:
        spans.append(Span(f"  {one.source.name}" + " · " * bool(one.locator), "muted", size=SMALL))
        spans += [locator(one.locator, one.source, one.statement)] if one.locator else []
    if len(where.places) > MOST_PLACES:
        more = tr("and {n} more", n=len(where.places) - MOST_PLACES)
        spans.append(Span(f"  {more}", "muted", size=SMALL))
    if where.sources == 1:
        spans.append(Span("  ¹ " + tr("one source"), "muted", size=SMALL))
    if where.inferred:
        spans.append(Span("  ≈ " + tr("inferred"), "policy", size=SMALL))
    return tuple(spans)
