"""Blocks into a text document: letter by letter with their formats beside them, so that nothing is read as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.widgets.document_blocks import LINE_BREAK, Block, Colours, Grid, Paragraph, Span
from desktop.widgets.fixed_font import in_fixed_width

PIECE = 80  # paragraphs and cells that are written at once


class DocumentWriter:
    """Writes in a font and in the colours in force."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._font, self._colours = font, colours
        self._looks: dict[tuple[Span, bool], QTextCharFormat] = {}

    def write(self, cursor: QTextCursor, blocks: Sequence[Block], *, fresh: bool) -> None:
        """Write blocks behind what is there; the first begins a `fresh` document or cell."""
        cursor.beginEditBlock()
        for block in blocks:
            if isinstance(block, Grid):
                self._write_grid(cursor, block)
            else:
                self._write_paragraph(cursor, block, fresh=fresh)
            fresh = False
        cursor.endEditBlock()

    def _write_paragraph(self, cursor: QTextCursor, paragraph: Paragraph, *, fresh: bool) -> None:
        style = QTextBlockFormat()
        style.setTopMargin(paragraph.before)
        style.setLeftMargin(paragraph.indent)
        style.setTextIndent(-paragraph.hang)
        style.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        style.setHeadingLevel(paragraph.heading)
        if paragraph.right:
            style.setAlignment(Qt.AlignmentFlag.AlignRight)
        if paragraph.ground:
            style.setBackground(self._colours.colour(paragraph.ground))
            style.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)  # no gaps between lines
        if fresh:
            cursor.setBlockFormat(style)
        else:
            cursor.insertBlock(style)
        for span in paragraph.spans:
            cursor.insertText(span.text.replace("\r", "").replace("\n", LINE_BREAK), self._letters(span))

    def _write_grid(self, cursor: QTextCursor, grid: Grid) -> None:
        columns = max((len(row) for row in grid.rows), default=0)
        if not columns:
            return
        style = QTextTableFormat()
        style.setTopMargin(grid.before)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        widths = grid.widths or (100 / columns,) * columns
        style.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
        style.setCellSpacing(0)
        style.setCellPadding(4)
        style.setBorder(1 if grid.ruled else 0)
        style.setBorderCollapse(True)
        style.setBorderBrush(QBrush(self._colours.colour("line")))
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        table = cursor.insertTable(len(grid.rows), columns, style)
        for row, cells in enumerate(grid.rows):
            for column, paragraphs in enumerate(cells):
                inside = table.cellAt(row, column).firstCursorPosition()
                for place, paragraph in enumerate(paragraphs):
                    self._write_paragraph(inside, paragraph, fresh=place == 0)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _letters(self, span: Span) -> QTextCharFormat:
        look = replace(span, text="", link="")
        style = self._looks.get((look, bool(span.link)))
        if style is None:
            style = self._looks[look, bool(span.link)] = self._made(span)
        if span.link:
            style = QTextCharFormat(style)
            style.setAnchor(True)
            style.setAnchorHref(span.link)
        return style

    def _made(self, span: Span) -> QTextCharFormat:
        """How a span looks. Fonts are costly, and a document has few."""
        style = QTextCharFormat()
        font = in_fixed_width(self._font) if span.fixed else QFont(self._font)
        font.setBold(span.bold)
        font.setItalic(span.italic)
        if span.size != 1.0:
            font.setPointSizeF(font.pointSizeF() * span.size)
        style.setFont(font)
        style.setForeground(self._colours.colour("accent" if span.link and span.tone == "text" else span.tone))
        return style


def pieces(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in portions that take some milliseconds to write; at least one, maybe empty."""
    found: list[list[Block]] = [[]]
    weight = 0
    for block in blocks:
        if weight >= PIECE:
            found.append([])
            weight = 0
        found[-1].append(block)
        weight += sum(len(row) for row in block.rows) if isinstance(block, Grid) else 1
    return found
