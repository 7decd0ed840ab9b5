"""How two entities are connected, in words: each entity, and between two the relation, its basis and who says so."""

from __future__ import annotations

from db.kinds import RELATION_WORDS, Basis
from db.paths import Chain, Hop
from db.properties import PROPERTIES
from db.texts import tr, tr_n
from desktop.entity.folds import INDENT, MARK, SMALL, entity, locator, title
from desktop.marks import MARKS
from desktop.widgets.document_blocks import Block, Paragraph, Span

ONWARD, BACK = "↓", "↑"
"""Whether a relation is stated of the entity above or of the one below."""


def blocks(chain: Chain) -> list[Block]:
    """The chain from the first entity to the last."""
    count = len(chain.hops)
    parts: list[Block] = [title(tr_n("Connected in {n} step", "Connected in {n} steps", count))]
    for place, (ref, kind) in enumerate(chain.entities):
        shape, token = MARKS[kind]
        name = (Span(f"{shape} ", token), entity(ref), Span(f"  {tr(kind.value)}", "muted", size=SMALL))
        parts.append(Paragraph(name, before=8 if place == 0 else 4, heading=3, indent=MARK, hang=MARK))
        if place < count:
            parts += _hop(chain.hops[place])
    return parts


def hop_text(hop: Hop) -> str:
    """A relation in words, with the entity that it is stated of: “Daya Guo: Credit, core author”."""
    label = tr(PROPERTIES[hop.property].label) if hop.property in PROPERTIES else hop.property
    role = tr(RELATION_WORDS[hop.role]) if hop.role in RELATION_WORDS else hop.role
    said = tr(", ").join(part for part in (label, role) if part)
    return tr("{name}: {what}", name=hop.subject.name, what=said)


def _hop(hop: Hop) -> list[Block]:
    spans = [Span(f"{ONWARD if hop.forward else BACK} ", "accent"), Span(hop_text(hop))]
    if not hop.work:
        spans.append(Span("  " + tr("no staff: only quoted, cited or thanked"), "muted", size=SMALL))
    if hop.basis == Basis.INFERRED:
        spans.append(Span("  ≈ " + tr("inferred"), "policy", size=SMALL))
    parts: list[Block] = [Paragraph(tuple(spans), before=4, indent=2 * INDENT)]
    if hop.source is not None:
        named = [entity(hop.source, size=SMALL, tone="muted" if hop.locator else "text")]
        if hop.locator:
            named += [Span(" · ", "muted", size=SMALL), locator(hop.locator, hop.source, hop.statement)]
        if hop.others:
            more = tr_n("and {n} more source", "and {n} more sources", hop.others)
            named.append(Span("  " + more, "muted", size=SMALL))
        parts.append(Paragraph(tuple(named), indent=3 * INDENT))
    else:
        parts.append(Paragraph((Span(tr("no source"), "muted", size=SMALL),), indent=3 * INDENT))
    if hop.ground:
        ground = f"{tr('Ground')}: {hop.ground}"
        parts.append(Paragraph((Span(ground, "muted", size=SMALL),), indent=3 * INDENT))
    return parts
