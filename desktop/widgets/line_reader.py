"""A text with numbered lines, to read: cited lines have a bar beside their number, those asked for are lit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

BAR, MARGIN = 3, 8
ABOVE = 3  # lines shown above those that are asked for
SIGN = "≠"
_BREAKS = str.maketrans(
    {"\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " ", "\ufdd0": " ", "\ufdd1": " "}
)


class Colours(Protocol):
    """Colours by name."""

    def colour(self, name: str) -> QColor:
        """The colour in force."""


class LineReader(QPlainTextEdit):
    """Plain text that is only read. Lines count from 1."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._marks: Mapping[int, bool] = {}
        self._lit = (0, 0)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._follow)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self._make_room()

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show another text from its top, with nothing marked. Each is one line, whatever is in it."""
        self._marks, self._lit = {}, (0, 0)
        self.setPlainText("\n".join(line.translate(_BREAKS) for line in lines))
        self.setExtraSelections([])

    def set_marks(self, marks: Mapping[int, bool]) -> None:
        """Mark lines as cited; True where the text is not as it was cited."""
        self._marks = marks
        self._gutter.update()

    def marks(self) -> Mapping[int, bool]:
        """The lines that are marked."""
        return self._marks

    def lit(self) -> tuple[int, int]:
        """First and last of the lines that are lit, 0 and 0 without."""
        return self._lit

    def show_lines(self, first: int, last: int) -> None:
        """Light these lines, bring them into sight and put the cursor before them; of none, light none."""
        block = self.document().findBlockByNumber(first - 1)
        self._lit = (first, min(last, self.blockCount())) if first > 0 and block.isValid() else (0, 0)
        self.restyle()
        if self._lit == (0, 0):
            return
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(max(0, block.firstLineNumber() - ABOVE))

    def restyle(self) -> None:
        """Use the colours now in force."""
        first, last = self._lit
        chosen = []
        for number in range(first, last + 1) if first else ():
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document().findBlockByNumber(number - 1))
            # All of it: a line that is wrapped would be lit in its first row alone.
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            one.format.setBackground(self._colours.colour("hit"))
            one.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            chosen.append(one)
        self.setExtraSelections(chosen)
        self._gutter.update()

    # ---- the numbers ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """In another font numbers have another width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_gutter"):
            self._make_room()

    def gutter_width(self) -> int:
        """What numbers, signs and bars take, in pixels."""
        digits = max(3, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance(SIGN + "9" * digits) + 2 * MARGIN + BAR

    def _make_room(self) -> None:
        width = self.gutter_width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def _follow(self, _rect: QRect, _dy: int) -> None:
        self._gutter.update()

    def paint_gutter(self, painter: QPainter, rect: QRect) -> None:
        """Draw the numbers of the lines in sight."""
        painter.fillRect(rect, self._colours.colour("surface"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        height, width = self.fontMetrics().height(), self._gutter.width()
        first, last = self._lit
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > rect.bottom():
                break
            number = block.blockNumber() + 1
            top = round(place.top())
            painter.setPen(self._colours.colour("text" if first <= number <= last else "muted"))
            right = QRect(0, top, width - MARGIN - BAR, height)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight, str(number))
            differs = self._marks.get(number)
            if differs is not None:
                colour = self._colours.colour("disagreement" if differs else "accent")
                painter.fillRect(width - BAR, top, BAR, round(place.height()), colour)
                if differs:
                    painter.setPen(colour)
                    painter.drawText(QRect(MARGIN // 2, top, width, height), Qt.AlignmentFlag.AlignLeft, SIGN)
            block = block.next()


class _Gutter(QWidget):
    """Draws beside the text; a screen reader reads the text itself."""

    def __init__(self, reader: LineReader) -> None:
        super().__init__(reader)
        self._reader = reader
        self.setObjectName("line_numbers")

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self._reader.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what `event` covers."""
        self._reader.paint_gutter(QPainter(self), event.rect())
