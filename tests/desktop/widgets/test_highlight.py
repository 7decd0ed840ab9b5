"""Cells with what the search matched: marked below its letters, cut off and plain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPalette, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QToolTip

from desktop.widgets.highlight import HighlightDelegate, paint_text, tabular
from desktop.widgets.plain import plain_tooltip
from tests.desktop.widgets.widget_in_window import HTML, colours

HIT = QColor("#FF0000")


def painted(text: str, ranges, width: int, *, right: bool = False) -> list[int]:
    """The columns of pixels that hold the hits' colour."""
    image = QImage(width, 26, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.transparent)
    paint_text(painter, QRect(0, 0, width, 26), text, ranges, HIT, right=right)
    painter.end()
    return [x for x in range(width) if image.pixelColor(x, 13) == HIT]


def test_hits_lie_under_their_letters(qapp) -> None:
    columns = painted("DeepSeek-V3", [(0, 4)], 400)
    assert columns[0] == 0
    later = painted("DeepSeek-V3", [(4, 8)], 400)
    assert abs(later[0] - columns[-1]) <= 2
    assert painted("DeepSeek-V3", [], 400) == []


def test_a_cut_off_hit_marks_the_ellipsis(qapp) -> None:
    columns = painted("DeepSeek-V3 " * 10, [(90, 100)], 100)
    assert 0 < len(columns) < 20
    assert columns[0] > 70


def test_right_aligned_ends_at_the_edge(qapp) -> None:
    columns = painted("671B", [(0, 4)], 200, right=True)
    assert columns[-1] == 199
    assert columns[0] > 100


def test_tabular_figures(qapp) -> None:
    font = tabular(qapp.font())
    assert font.family() == qapp.font().family()
    assert bytes(font.featureTags()[0].toString()) == b"tnum"


@pytest.fixture
def table(qtbot) -> QTableView:
    model = ItemModel(1, 2)
    item = QStandardItem("a cell with far too long a text, " + HTML)
    item.setData([(0, 6)], Qt.ItemDataRole.UserRole)
    model.setItem(0, 0, item)
    model.setItem(0, 1, QStandardItem("short"))
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.setItemDelegate(HighlightDelegate(int(Qt.ItemDataRole.UserRole), lambda: HIT, table))
    palette = table.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00FF00"))
    table.setPalette(palette)
    table.resize(400, 100)
    table.show()
    return table


def test_delegate_paints_hits_selection_and_focus(table: QTableView) -> None:
    assert HIT.name() in colours(table.viewport())
    assert "#00ff00" not in colours(table.viewport())
    table.selectRow(0)
    table.setFocus()
    table.activateWindow()
    assert {"#00ff00", table.palette().accent().color().name()} <= colours(table.viewport())


def test_delegate_size(table: QTableView) -> None:
    option = QStyleOptionViewItem()
    option.font = table.font()
    size = table.itemDelegate().sizeHint(option, table.model().index(0, 1))
    assert size.height() == 26
    assert size.width() > table.fontMetrics().horizontalAdvance("short")


@pytest.mark.parametrize(
    ("column", "tip", "expected"),
    [(0, None, "&lt;b&gt;"), (1, None, ""), (0, plain_tooltip("of the model"), "of the model")],
)
def test_cut_cells_have_a_plain_tooltip(table: QTableView, monkeypatch, column: int, tip, expected: str) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: tips.append(text))
    index = table.model().index(0, column)
    table.model().setData(index, tip, Qt.ItemDataRole.ToolTipRole)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, option.rect.center(), QPoint())
    assert table.itemDelegate().helpEvent(event, table, option, index)
    assert (expected in QToolTip.text() + "".join(tips)) if expected else tips == [""]
    assert "<b>" not in "".join(tips)
    QToolTip.hideText()
