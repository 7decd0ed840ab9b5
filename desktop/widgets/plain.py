"""Text from data, shown as it is: Qt's own widgets guess HTML in it and would fetch what that names."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

LONGEST_TOOLTIP = 2000  # characters


class PlainLabel(QLabel):
    """A label that shows its text letter by letter, whatever it looks like.

    With `elide` it is one line, cut at the end where the room is short, and the whole text is its tooltip. With
    `selectable` the text can be selected by mouse and keyboard.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)

    def setTextFormat(self, _format: Qt.TextFormat) -> None:
        """The format stays plain text."""

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._update_tooltip()

    def minimumSizeHint(self) -> QSize:
        """With `elide`, room for some letters."""
        hint = super().minimumSizeHint()
        return (
            QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 4), hint.height()) if self._elide else hint
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether the text is cut may change."""
        super().resizeEvent(event)
        self._update_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut at the end if asked to."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _shown(self) -> str:
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _update_tooltip(self) -> None:
        if self._elide:
            set_plain_tooltip(self, self.text() if self._shown() != self.text() else "")


def plain_tooltip(text: str) -> str:
    """The text for a tooltip: shown letter by letter, wrapped at words, its line breaks kept, cut when very long."""
    if not text:
        return ""
    from html import escape

    cut = text if len(text) <= LONGEST_TOOLTIP else text[:LONGEST_TOOLTIP] + "…"
    return f'<div style="white-space: pre-wrap">{escape(cut)}</div>'


def set_plain_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip from data.

    Screen readers are told the same, unless they are told something else: Qt would read its markup out to them.
    """
    if plain_tooltip(widget.accessibleDescription()) == widget.toolTip():
        widget.setAccessibleDescription(text)
    widget.setToolTip(plain_tooltip(text))
