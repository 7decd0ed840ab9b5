"""What a document is made of: paragraphs of plain texts and links, and small tables of such paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QColor

LINE_BREAK = "\u2028"  # a new line of the same paragraph


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters. `tone` is a token of the palette, `size` a factor of the font's size, `link` where it leads.

    A link has the accent's colour unless it has a tone of its own.

    `fixed` letters are all of one width, as in what is typed.
    """

    text: str
    tone: str = "text"
    bold: bool = False
    size: float = 1.0
    link: str = ""
    fixed: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Spans in lines; `before` and `indent` in pixels. `heading` tells screen readers of a level.

    `ground` is a token of the palette for what lies behind. The first line begins `hang` pixels before the others.
    """

    spans: tuple[Span, ...]
    before: int = 0
    indent: int = 0
    heading: int = 0
    ground: str = ""
    hang: int = 0
    right: bool = False
    """Whether it ends at the right, as numbers in a column do."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells side by side, each with paragraphs. `ruled` draws lines around them.

    `widths` of the columns are in per cent; without them all are alike.
    """

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    before: int = 0
    ruled: bool = False
    widths: tuple[int, ...] = ()


Block = Paragraph | Grid


class Colours(Protocol):
    """Colours by name."""

    def colour(self, name: str) -> QColor:
        """The colour in force."""
