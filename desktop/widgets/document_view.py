"""A document of plain texts: paragraphs, links and small tables, to read, select and copy.

Texts go in letter by letter with their formats beside them; nothing is ever read as HTML and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

MARGIN = 8
PIECE = 80  # paragraphs and cells that are written at once
STYLE = """QTextBrowser { border: 2px solid transparent; border-radius: 0 }
QTextBrowser:focus { border: 2px solid palette(accent) }"""
END = object()
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


class DocumentView(QTextBrowser):
    """Shows blocks. `followed` gives the link that was clicked or entered; Tab goes from link to link."""

    followed = Signal(str)
    menu_made = Signal(object, str)
    """The context menu, for others to add to, and the link under the pointer if there is one."""
    written = Signal()
    """All of the document is there."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._blocks: tuple[Block, ...] = ()
        self._shown: QTextDocument | None = None
        self._writing: Iterator[None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._looks: dict[tuple[Span, bool], QTextCharFormat] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(STYLE)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the link under the pointer; by keyboard that of the link that Tab came to."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._show_menu_of_cursor()
        else:
            self._show_menu(event.pos(), self.anchorAt(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and F10 are the menu key of keyboards without one."""
        if event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._show_menu_of_cursor()
        else:
            super().keyPressEvent(event)

    def _show_menu_of_cursor(self) -> None:
        cursor = self.textCursor()
        link = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        self._show_menu(self.cursorRect().bottomLeft(), link)

    def _show_menu(self, place: QPoint, link: str) -> None:
        """Copying, and what others add: links here are our own, whose text says nothing outside."""
        menu = self.createStandardContextMenu(place)
        for action in menu.actions():
            if action.objectName() == "link-copy":
                menu.removeAction(action)
        self.menu_made.emit(menu, link)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded."""
        return None

    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show another document from its top. What follows the first PIECE is written between events."""
        self._show(blocks, 0, "")

    def replace_blocks(self, blocks: Sequence[Block]) -> None:
        """Show other blocks at the same place; the link that has the keyboard keeps it."""
        link = self.textCursor().charFormat().anchorHref() if self.textCursor().hasSelection() else ""
        self._show(blocks, self.verticalScrollBar().value(), link)

    def is_written(self) -> bool:
        """Whether all of the document is there."""
        return self._writing is None

    def _show(self, blocks: Sequence[Block], place: int, link: str) -> None:
        self._blocks = tuple(blocks)
        self._looks.clear()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)
        document.setDefaultFont(self.font())
        self._writing = self._write(document, place, link)
        self._go_on()

    def _go_on(self) -> None:
        """Write the next piece."""
        if self._writing is not None and next(self._writing, END) is not END:
            self._soon.start()

    def _write(self, document: QTextDocument, place: int, link: str) -> Iterator[None]:
        """Write the document piece by piece; the first is shown at once."""
        cursor = QTextCursor(document)
        written, *rest = _pieces(self._blocks)
        self._write_piece(cursor, written, fresh=True)
        self.setExtraSelections([])  # they lie in the document before, which ends
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)
        for piece in rest:
            yield
            self._write_piece(cursor, piece, fresh=False)
            if self.verticalScrollBar().value() < place:
                self.verticalScrollBar().setValue(place)
        self._writing = None
        if link:
            self._select_link(link)
            self.verticalScrollBar().setValue(place)
        self.written.emit()

    def _write_piece(self, cursor: QTextCursor, blocks: Sequence[Block], *, fresh: bool) -> None:
        cursor.beginEditBlock()
        for block in blocks:
            if isinstance(block, Grid):
                self._write_grid(cursor, block)
            else:
                self._write_paragraph(cursor, block, fresh=fresh)
            fresh = False
        cursor.endEditBlock()

    def restyle(self) -> None:
        """Write the same again in the colours now in force."""
        self.replace_blocks(self._blocks)

    def _select_link(self, link: str) -> None:
        """Put the cursor around a link, as Tab does."""
        block = self.document().begin()
        while block.isValid():
            letters = block.begin()
            while not letters.atEnd():
                run = letters.fragment()
                if run.charFormat().anchorHref() == link:
                    cursor = QTextCursor(block)
                    cursor.setPosition(run.position())
                    cursor.setPosition(run.position() + run.length(), QTextCursor.MoveMode.KeepAnchor)
                    self.setTextCursor(cursor)
                    return
                letters += 1
            block = block.next()

    def copy_all(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())

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
        font = QFont(self.font())
        font.setBold(span.bold)
        font.setItalic(span.italic)
        if span.fixed:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
            font.setFamilies([*fixed, *self.font().families()[1:]])  # what it lacks, as in the text around it
        if span.size != 1.0:
            font.setPointSizeF(font.pointSizeF() * span.size)
        style.setFont(font)
        style.setForeground(self._colours.colour("accent" if span.link and span.tone == "text" else span.tone))
        return style


def _pieces(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in portions that take some milliseconds to write; at least one, maybe empty."""
    pieces: list[list[Block]] = [[]]
    weight = 0
    for block in blocks:
        if weight >= PIECE:
            pieces.append([])
            weight = 0
        pieces[-1].append(block)
        weight += sum(len(row) for row in block.rows) if isinstance(block, Grid) else 1
    return pieces
