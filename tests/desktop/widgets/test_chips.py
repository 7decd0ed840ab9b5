"""Chips that flow in a row, walked and removed by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.chips import ChipRow
from desktop.widgets.flow_layout import FlowLayout
from tests.desktop.widgets.widget_in_window import HTML, shown

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(("width", "lines"), [(100, 3), (204, 2), (312, 1), (50, 3)])
def test_flow_wraps(qtbot, width: int, lines: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, spacing=4)
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    assert flow.heightForWidth(width) == lines * 20 + (lines - 1) * 4
    assert flow.itemAt(3) is None
    assert flow.takeAt(3) is None


@pytest.fixture
def chips(qtbot) -> ChipRow:
    row = ChipRow("Filter")
    shown(qtbot, row)
    row.set_chips(["params:>100B", "open:yes", "-license:MIT"])
    return row


def test_chips_move_and_remove_by_keyboard(chips: ChipRow, qtbot) -> None:
    first, second, third = chips.chips()
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Key.Key_End)
    assert third.hasFocus()
    qtbot.keyClick(third, Key.Key_Home)
    qtbot.keyClick(first, Key.Key_Left)
    assert first.hasFocus()
    with qtbot.waitSignal(chips.removed) as signal:
        qtbot.keyClick(first, Key.Key_Delete)
    assert signal.args == [0]
    with qtbot.waitSignal(chips.activated) as signal:
        qtbot.keyClick(third, Key.Key_Space)
    assert signal.args == [2]


def test_one_chip_is_in_the_tab_order(chips: ChipRow) -> None:
    def tabbed() -> list[bool]:
        return [bool(chip.focusPolicy() & Qt.FocusPolicy.TabFocus) for chip in chips.chips()]

    assert tabbed() == [True, False, False]
    chips.chips()[2].click()
    assert tabbed() == [False, False, True]


def test_the_cross_removes_by_mouse_and_has_a_name(chips: ChipRow, qtbot) -> None:
    cross = chips.chips()[1].findChild(QWidget, "remove")
    assert cross.accessibleName() == "Remove open:yes"
    with qtbot.waitSignal(chips.removed) as signal:
        qtbot.mouseClick(cross, LEFT)
    assert signal.args == [1]


@pytest.mark.parametrize(("texts", "kept"), [
    (["params:>100B", "open:yes", "-license:MIT"], 3), (["params:>100B", "open:no", "-license:MIT"], 1), (["open:yes"], 0),
    (["params:>100B", "open:yes", "-license:MIT", "r1"], 3),
])  # fmt: skip
def test_chips_that_stay_are_kept(chips: ChipRow, texts, kept) -> None:
    before = chips.chips()
    chips.set_chips(texts)
    after = chips.chips()
    assert [chip.accessibleName() for chip in after] == texts
    assert sum(one is other for one, other in zip(before, after, strict=False)) == kept


def test_focus_stays_in_the_row_and_leaves_an_empty_one(chips: ChipRow, qtbot) -> None:
    chips.removed.connect(lambda _index: chips.set_chips(["params:>100B", "open:yes"]))
    last = chips.chips()[2]
    last.setFocus()
    qtbot.keyClick(last, Key.Key_Backspace)
    assert chips.chips()[1].hasFocus()
    chips.set_chips([])
    assert not chips.isVisible()
    assert QApplication.focusWidget().text() == "before"


def test_a_long_chip_is_cut_and_plain(qtbot) -> None:
    row = ChipRow("Filter")
    shown(qtbot, row)
    row.set_chips([HTML * 10])
    qtbot.waitUntil(lambda: row.chips()[0].width() > 100)
    assert row.chips()[0].width() <= 320
    assert "&lt;b&gt;" in row.chips()[0].toolTip()
