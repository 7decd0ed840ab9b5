"""A row of small labels that can be removed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from db.texts import tr
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.plain import set_plain_tooltip

HEIGHT = 24
WIDEST = 320  # pixels; a longer text is cut and shown whole in the tooltip
CROSS = 20
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Cross(QAbstractButton):
    """The small × of a chip; the chip itself takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ×, stronger under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Text if self.underMouse() else QPalette.ColorRole.Shadow
        painter.setPen(QPen(self.palette().color(role), 1.5))
        middle, arm = QRectF(self.rect()).center(), 3.5
        x, y = middle.x(), middle.y()
        painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
        painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))


class Chip(QAbstractButton):
    """One text with its ×. Delete and Backspace remove it."""

    remove = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setAccessibleDescription(tr("Press Delete to remove it"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._cross = Cross(self)
        self._cross.setObjectName("remove")
        self._cross.clicked.connect(self.remove)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = " ".join(text.split())
        self.setAccessibleName(text)
        self._cross.setAccessibleName(tr("Remove {clause}", clause=text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text on one line, up to the greatest width."""
        return QSize(min(WIDEST, self.fontMetrics().horizontalAdvance(self._text) + 10 + CROSS), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Some letters and the ×."""
        return QSize(min(self.sizeHint().width(), 64), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the × at the end."""
        super().resizeEvent(event)
        self._cross.setGeometry(self.width() - CROSS, 0, CROSS, self.height())
        set_plain_tooltip(self, self._text if self._shown() != self._text else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove on Delete and Backspace; the arrows belong to the row."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit()
        elif event.key() in (*BACK, *ON, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the text and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        focused = self.hasFocus()
        painter.setBrush(palette.highlight())
        painter.setPen(QPen(palette.accent().color(), 2) if focused else Qt.PenStyle.NoPen)
        inset = 1.0 if focused else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.setPen(palette.highlightedText().color())
        painter.drawText(self.rect().adjusted(8, 0, -CROSS, 0), Qt.AlignmentFlag.AlignVCenter, self._shown())

    def _shown(self) -> str:
        width = self.width() - 8 - CROSS
        return self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, width)


class ChipRow(QWidget):
    """Chips that wrap. One is in the tab order; the arrows, Home and End move between them.

    `removed` gives the index of the chip to drop, `activated` that of one clicked or entered. The owner answers
    with `set_chips`.
    """

    removed = Signal(int)
    activated = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._chips: list[Chip] = []
        self._current = 0

    def chips(self) -> list[Chip]:
        """The chips in order."""
        return list(self._chips)

    def set_chips(self, texts: Sequence[str]) -> None:
        """Show these texts; chips that stay are kept. The focus stays at its place, or leaves an empty row."""
        same = sum(
            1
            for _ in takewhile(lambda pair: pair[0].accessibleName() == pair[1], zip(self._chips, texts, strict=False))
        )
        if texts and same == len(texts) == len(self._chips):
            return
        focused = any(chip.hasFocus() for chip in self._chips)
        if focused and not texts:
            self.focusPreviousChild()
        old, kept = self._chips[same:], self._chips[:same]
        self._chips = kept + [self._add(text, index) for index, text in enumerate(texts) if index >= same]
        self._set_current(min(self._current, len(self._chips) - 1), focus=focused)
        for chip in old:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.setVisible(bool(texts))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between chips."""
        last = len(self._chips) - 1
        steps = dict.fromkeys(BACK, max(0, self._current - 1)) | dict.fromkeys(ON, min(last, self._current + 1))
        steps |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in steps and self._chips:
            self._set_current(steps[key], focus=True)
        else:
            super().keyPressEvent(event)

    def _add(self, text: str, index: int) -> Chip:
        chip = Chip(text, self)
        chip.remove.connect(lambda: self._remove(index))
        chip.clicked.connect(lambda: self._activate(index))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _remove(self, index: int) -> None:
        self._set_current(index, focus=False)
        self.removed.emit(index)

    def _activate(self, index: int) -> None:
        self._set_current(index, focus=True)
        self.activated.emit(index)

    def _set_current(self, index: int, *, focus: bool) -> None:
        self._current = max(0, index)
        for place, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == self._current else Qt.FocusPolicy.ClickFocus)
        if focus and self._chips:
            self._chips[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
