"""Parts of the inspector's text that open and close, and what all its sections are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.rows import Ref
from db.texts import tr
from desktop.widgets.document_blocks import Paragraph, Span

ENTITY = "entity:"
"""A link to an entity: this and its id."""
WEB = "web:"
"""A link out of the program: this and the address."""
READ = "read:"
"""A link to the lines of a statement: this, its source's id, a colon and its own id."""
FOLD = "fold:"
"""A link that opens or closes a part: this and its key."""
SMALL = 0.9
INDENT = 12
MARK = 14
"""Pixels that a mark or a fold's arrow takes before a name."""
SHOWN = 8
"""Lines of a long list before it is opened."""
SPARE = 2
"""Lines more that are shown rather than folded."""


@dataclass(frozen=True, slots=True)
class Folds:
    """Which parts are other than they begin: opened what is folded, closed what is open."""

    turned: frozenset[str] = frozenset()

    def is_open(self, key: str, usual: bool) -> bool:
        """Whether a part is open that begins as `usual`."""
        return usual != (key in self.turned)

    def turn(self, key: str) -> Folds:
        """The other way for one part."""
        return Folds(self.turned ^ {key})

    def shortened(self, key: str, lines: Sequence[Paragraph]) -> list[Paragraph]:
        """A long list begins with its first lines and a link to all of them."""
        if len(lines) <= SHOWN + SPARE:
            return list(lines)
        if self.is_open(key, False):
            return [*lines, _more(key, tr("Show fewer"))]
        return [*lines[:SHOWN], _more(key, tr("Show all {n:,}", n=len(lines)))]


def title(text: str, count: int = 0) -> Paragraph:
    """The heading of a section, with a count where there may be many."""
    number = (Span(f"  {count:,}", "muted"),) if count else ()
    return Paragraph((Span(text, bold=True), *number), before=16, heading=2)


def fold_head(key: str, name: str, count: int, is_open: bool, preview: str = "") -> Paragraph:
    """The line that opens and closes a part."""
    link = FOLD + key
    spans = [Span(f"{'▾' if is_open else '▸'} {name}", "muted", link=link)]
    if count > 1:
        spans.append(Span(f"  {count:,}", "muted", size=SMALL))
    if preview:
        spans.append(Span(f"  {preview}"))
    return Paragraph(tuple(spans), before=8 if is_open else 4, heading=3, indent=MARK, hang=MARK)


def entity(ref: Ref, *, size: float = 1.0, tone: str = "text") -> Span:
    """An entity's name, as a link where it is known."""
    return Span(ref.name, tone, size=size, link="" if ref.id is None else f"{ENTITY}{ref.id}")


def locator(text: str, source: Ref, statement: int) -> Span:
    """Where in a source a statement is, as a link to its lines."""
    return Span(text, size=SMALL, link="" if source.id is None else f"{READ}{source.id}:{statement}")


def statement_of(link: str) -> tuple[int, int]:
    """Source and statement of a link to lines."""
    source, _, statement = link.removeprefix(READ).partition(":")
    return int(source), int(statement)


def _more(key: str, text: str) -> Paragraph:
    return Paragraph((Span(text, "muted", link=FOLD + key, size=SMALL),), indent=INDENT + MARK)
