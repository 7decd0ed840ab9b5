"""Markdown, shown as a document of plain texts.

It is read as tokens and never becomes HTML: tags are letters like any other, pictures are not taken, and nothing is
loaded. Links go out through `followed`; who shows the document decides what they may open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.widgets.document_blocks import LINE_BREAK, Block, Colours, Grid, Paragraph, Span
from desktop.widgets.document_view import DocumentView

if TYPE_CHECKING:
    from markdown_it.token import Token

SIZES = {1: 1.6, 2: 1.25, 3: 1.1}
ABOVE = {1: 0, 2: 20, 3: 12}  # pixels above a heading
INDENT = 20
HANG = 14  # pixels for the sign of a list's item
WIDEST = 60  # characters that count for the width of a column
_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
ROOM_OF_A_LETTER = 1.4  # per cent of the page, in the columns of tables


@dataclass(frozen=True, slots=True)
class Unit:
    """What can be found as one: a paragraph, a line of code or a row of a table, with the heading above it."""

    text: str
    heading: str


@lru_cache(maxsize=64)
def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Markdown (CommonMark and tables) as blocks of a document. Texts read lately are remembered."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return tuple(_Reader(parser.parse(markdown)).blocks)


def units_of(blocks: Sequence[Block]) -> Iterator[Unit]:
    """The texts of blocks in their order."""
    heading = ""
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                yield Unit("  ".join(_text(cell) for paragraphs in row for cell in paragraphs), heading)
        else:
            heading = _text(block) if block.heading else heading
            yield Unit(_text(block), heading)


def _text(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)


def matches(text: str, words: Sequence[str]) -> bool:
    """Whether all words occur, in any letter case."""
    folded = text.casefold()
    return all(word.casefold() in folded for word in words)


class _Reader:
    """Makes blocks of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.blocks: list[Block] = []
        self._lists: list[int] = []  # the next number of each open list; 0 is a list of points
        self._bullet = ""
        self._rows: list[list[tuple[Paragraph, ...]]] = []
        self._heading = 0
        for token in tokens:
            self._take(token)

    def _take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open":
                self._lists.append(0)
            case "ordered_list_open":
                self._lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                number = self._lists[-1]
                self._bullet = f"{number}.\u2002" if number else "•\u2002"
                self._lists[-1] += bool(number)
            case "inline" if self._rows and token.level > 3:
                head = len(self._rows) == 1
                spans = (replace(span, bold=span.bold or head) for span in _spans(token))
                self._rows[-1].append((Paragraph(tuple(spans)),))
            case "inline":
                self._paragraph(token)
            case "fence" | "code_block":
                self._code(token.content)
            case "html_block":
                self.blocks.append(Paragraph((Span(token.content.rstrip()),), before=8))
            case "tr_open":
                self._rows.append([])
            case "table_close":
                self._table()

    def _paragraph(self, token: Token) -> None:
        spans, level = _spans(token), self._heading
        if level:
            size = SIZES.get(level, 1.0)
            spans = [replace(span, bold=True, size=size) for span in spans]
            self.blocks.append(Paragraph(tuple(spans), before=ABOVE.get(level, 8), heading=level))
            return
        indent = INDENT * len(self._lists)
        if self._bullet:
            spans.insert(0, Span(self._bullet, "muted"))
            self._bullet = ""
            self.blocks.append(Paragraph(tuple(spans), before=4, indent=indent, hang=HANG))
        else:
            self.blocks.append(Paragraph(tuple(spans), before=8, indent=indent))

    def _code(self, text: str) -> None:
        """A paragraph for each line. What follows two spaces or more after an example explains it."""
        for place, line in enumerate(text.rstrip("\n").split("\n")):
            example, gap, remark = _parted(line)
            spans = [Span(example or " ", fixed=True)]
            if remark:
                spans.append(Span(gap + remark, "muted", fixed=True))
            before = 8 if place == 0 else 0
            self.blocks.append(Paragraph(tuple(spans), before, INDENT * len(self._lists) + 8, ground="surface"))

    def _table(self) -> None:
        rows = tuple(tuple(row) for row in self._rows)
        self._rows = []
        columns = [[_text(paragraph) for cell in column for paragraph in cell] for column in zip(*rows, strict=True)]
        widths = _widths(columns)
        self.blocks.append(Grid(rows, before=8, ruled=True, widths=widths))


def _widths(columns: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Widths of columns in per cent: room for the longest word, and of the rest what the texts need."""
    words = [max(len(word) for text in column for word in (text.split() or [""])) for column in columns]
    least = [ROOM_OF_A_LETTER * (length + 1) for length in words]
    wanted = [min(max(map(len, column)), WIDEST) + 1 for column in columns]
    rest = max(0.0, 100 - sum(least))
    shares = [low + rest * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
    return tuple(round(100 * share / sum(shares)) for share in shares)


def _parted(line: str) -> tuple[str, str, str]:
    """A line of code as the example, the gap and the remark."""
    found = re.fullmatch(r"(\S.*?)(\s{2,})(\S.*)", line)
    return (found[1], found[2], found[3]) if found else (line, "", "")


def _spans(inline: Token) -> list[Span]:
    """The runs of letters of a paragraph."""
    spans: list[Span] = []
    style = Span("")
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, bold=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, italic=token.nesting > 0)
            case "link_open" | "link_close":
                style = replace(style, link=str(token.attrs.get("href", "")))
            case "softbreak":
                spans.append(replace(style, text=" "))
            case "hardbreak":
                spans.append(replace(style, text=LINE_BREAK))
            case "code_inline":
                spans.append(replace(style, text=token.content, fixed=True))
            case _ if token.content:
                spans.append(replace(style, text=token.content))
    # A line that ends in Chinese goes on in the next one: no space belongs there.
    texts = ["", *(span.text for span in spans), ""]
    return [span for at, span in enumerate(spans) if span.text != " " or not _joins(texts[at], texts[at + 2])]


def _joins(before: str, after: str) -> bool:
    """Whether both sides of a line's end are Chinese."""
    return bool(_HAN.fullmatch(before[-1:]) and _HAN.fullmatch(after[:1]))


class MarkdownView(DocumentView):
    """Shows Markdown, and marks words in it."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        # Everything wraps; after many tables Qt would leave a bar that scrolls nothing.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_markdown(self, markdown: str) -> None:
        """Show another text from its top."""
        self.set_blocks(blocks_of(markdown))

    def mark(self, words: Sequence[str]) -> None:
        """Mark each place where one of the words occurs."""
        ground = QTextCharFormat()
        ground.setBackground(self._colours.colour("hit"))
        ground.setForeground(self._colours.colour("text"))
        marks = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, ground
                marks.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def go_to(self, words: Sequence[str], nth: int) -> None:
        """Scroll to the nth unit (counted from 0) in which all words occur, and select the first of them in it."""
        found = [position for position, text in self._places() if matches(text, words)]
        if nth >= len(found):
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(found[nth])
        hits = [hit for word in words if not (hit := self.document().find(word, cursor)).isNull()]
        cursor = min(hits, key=QTextCursor.selectionStart, default=cursor)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 4)

    def _places(self) -> Iterator[tuple[int, str]]:
        """Each unit's position in the document and its text."""
        place = self.document().rootFrame().begin()
        while not place.atEnd():
            frame = place.currentFrame()
            if isinstance(frame, QTextTable):
                for row in range(frame.rows()):
                    cells = [frame.cellAt(row, column).firstCursorPosition() for column in range(frame.columns())]
                    yield cells[0].position(), "  ".join(cell.block().text() for cell in cells)
            else:
                block = place.currentBlock()
                yield block.position(), block.text()
            place += 1
