"""A document of plain texts: paragraphs, links and small tables, to read, select and copy.

Texts go in letter by letter with their formats beside them; nothing is ever read as HTML and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.widgets.document_blocks import Block, Colours
from desktop.widgets.document_writer import DocumentWriter, pieces

MARGIN = 8
STYLE = """QTextBrowser { border: 2px solid transparent; border-radius: 0 }
QTextBrowser:focus { border: 2px solid palette(accent) }"""
END = object()


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
        """Show another document from its top. What follows the first piece is written between events."""
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
        cursor, writer = QTextCursor(document), DocumentWriter(self.font(), self._colours)
        written, *rest = pieces(self._blocks)
        writer.write(cursor, written, fresh=True)
        self.setExtraSelections([])  # they lie in the document before, which ends
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)
        for piece in rest:
            yield
            writer.write(cursor, piece, fresh=False)
            if self.verticalScrollBar().value() < place:
                self.verticalScrollBar().setValue(place)
        self._writing = None
        if link:
            self._select_link(link)
            self.verticalScrollBar().setValue(place)
        self.written.emit()

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
