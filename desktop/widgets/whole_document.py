"""A document that is as high as its text, to stand among other things in one area that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.document_blocks import Colours
from desktop.widgets.document_view import DocumentView

Key = Qt.Key
SCROLLS = frozenset((Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End))


class WholeDocument(DocumentView):
    """Leaves scrolling, by wheel and by keys, to the area that it is in."""

    reached = Signal(QRect)
    """The link that the keyboard came to, for the area to bring into sight."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As high as the text at this width."""
        frame = self.height() - self.viewport().height()
        return QSize(super().sizeHint().width(), round(self.document().size().height()) + max(frame, 0))

    def minimumSizeHint(self) -> QSize:
        """Not less than the text."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The area scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll are the area's."""
        if Key(event.key()) in SCROLLS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """To the next link or the one before, and into sight; after the last one to what comes next."""
        moved = super().focusNextPrevChild(forward)
        if self.hasFocus() and self.textCursor().hasSelection():
            self.reached.emit(self.cursorRect())
        return moved

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
