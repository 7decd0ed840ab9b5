"""Cells of tables, lists and trees: one line, cut at the end, with what a search matched on a ground of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from desktop.widgets.plain import plain_tooltip

ROW_HEIGHT = 26
MARGIN = 8  # left and right of a cell's text
LONGEST = 1000  # characters that are measured and drawn
FOCUS = 2

Ranges = Sequence[tuple[int, int]]
Index = QModelIndex | QPersistentModelIndex
SELECTED, FOCUSED, ENABLED, RIGHT = (
    flag.value
    for flag in (
        QStyle.StateFlag.State_Selected,
        QStyle.StateFlag.State_HasFocus,
        QStyle.StateFlag.State_Enabled,
        Qt.AlignmentFlag.AlignRight,
    )
)


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, so that digits stand under each other."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def one_line(text: str) -> str:
    """What a cell shows of a text: its beginning, without line breaks."""
    cut = text[:LONGEST]
    return cut.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def paint_text(painter: QPainter, rect: QRect, text: str, ranges: Ranges, hit: QColor | None, *, right: bool) -> None:
    """Draw one line in the painter's font and pen, cut at the end, in the middle of `rect`'s height.

    `ranges` are the hits, as first character and the one after the last. A hit in the cut-off part marks the ellipsis.
    The baseline depends on the font alone: Chinese beside Latin stays in line.
    """
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    x = float(rect.x())
    if right:
        x += rect.width() - metrics.horizontalAdvance(shown)
    y = rect.y() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
    if hit is not None:
        kept = len(shown) if shown == text else len(shown) - 1
        for first, end in ranges:
            begin, stop = min(first, kept), min(end, kept) if first < kept else len(shown)
            left = x + metrics.horizontalAdvance(shown[:begin])
            width = x + metrics.horizontalAdvance(shown[:stop]) - left
            painter.fillRect(QRectF(left, y - metrics.ascent(), width, metrics.height()), hit)
    painter.drawText(QPointF(x, y), shown)


class HighlightDelegate(QStyledItemDelegate):
    """Paints cells with few calls into Python, and shows a cut cell whole in a plain tooltip.

    The model gives the text (`DisplayRole`), the hits (`ranges_role`: a sequence of pairs), the alignment (right means
    figures of one width) and, where it differs, a colour (`ForegroundRole`). `hit` is asked at each paint, so that a
    theme can change it. `hairline` draws the line below each cell.
    """

    def __init__(
        self,
        ranges_role: int,
        hit: Callable[[], QColor],
        parent: QWidget | None = None,
        *,
        row_height: int = ROW_HEIGHT,
        hairline: bool = True,
    ) -> None:
        super().__init__(parent)
        self._ranges_role = ranges_role
        self._hit = hit
        self._hairline = hairline
        self._figures: dict[str, QFont] = {}
        self.row_height = row_height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text's width with its margins, and the row's height."""
        text = one_line(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        return QSize(QFontMetrics(option.font).horizontalAdvance(text) + 2 * MARGIN, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        state: int = option.state.value  # plain numbers: Python's flags are slow, and there are hundreds of cells
        palette: QPalette = option.palette
        selected = bool(state & SELECTED)
        if selected:
            painter.fillRect(rect, palette.highlight())
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if text:
            self._paint_text(painter, option, index, str(text), selected)
        if self._hairline:
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, palette.mid())
        if state & FOCUSED:
            painter.setPen(QPen(palette.accent().color(), FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the model's tooltip (made by `plain_tooltip`), else a cut cell's whole text."""
        if (
            event.type() != QEvent.Type.ToolTip
            or not index.isValid()
            or index.data(Qt.ItemDataRole.ToolTipRole) is not None
        ):
            return super().helpEvent(event, view, option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        cut = QFontMetrics(view.font()).horizontalAdvance(one_line(text)) > option.rect.width() - 2 * MARGIN
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if cut else "", view)
        return True

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, text: str, selected: bool
    ) -> None:
        palette: QPalette = option.palette
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        right = alignment is not None and bool(int(alignment) & RIGHT)
        font: QFont = option.font
        painter.setFont(self._figures_of(font) if right else font)
        group = QPalette.ColorGroup.Active if option.state.value & ENABLED else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        own = None if selected else index.data(Qt.ItemDataRole.ForegroundRole)
        colour = own.color() if isinstance(own, QBrush) else own
        painter.setPen(colour if isinstance(colour, QColor) else palette.color(group, role))
        ranges = index.data(self._ranges_role) or ()
        room: QRect = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        paint_text(painter, room, one_line(text), ranges, self._hit() if ranges else None, right=right)

    def _figures_of(self, font: QFont) -> QFont:
        key = font.key()
        if key not in self._figures:
            self._figures[key] = tabular(font)
        return self._figures[key]
