"""The widgets that know nothing of the program, driven by keyboard and mouse."""

from __future__ import annotations

import time
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QDesktopServices, QHelpEvent, QImage, QPainter, QPalette, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.check_list import CheckList
from desktop.widgets.chips import ChipRow
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.highlight import HighlightDelegate, paint_text, tabular
from desktop.widgets.messages import open_link, plain_message
from desktop.widgets.plain import PlainLabel, plain_tooltip, set_plain_tooltip
from desktop.widgets.progress_line import DELAY, ProgressLine
from desktop.widgets.range_slider import STEPS, RangeSlider

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
HTML = '<b>x</b><img src="file:///etc/hostname">'
HIT = QColor("#FF0000")


def shown(qtbot, widget: QWidget) -> QWidget:
    """Put a widget into an active window that has another focusable one."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(QPushButton("before"))
    layout.addWidget(widget)
    layout.addStretch()
    window.resize(400, 400)
    qtbot.addWidget(window)
    widget.kept_alive = window
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# Plain text


def test_plain_label_never_reads_html(qtbot) -> None:
    label = PlainLabel(HTML)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HTML


def test_elided_label_keeps_its_whole_text_in_a_tooltip(qtbot) -> None:
    label = PlainLabel(HTML * 3, elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "&lt;b&gt;" in label.toolTip()
    assert "<b>" not in label.toolTip()
    assert label.minimumSizeHint().width() < 60 < label.sizeHint().width()
    label.setText("x")
    assert label.toolTip() == ""


@given(st.text(max_size=50))
def test_plain_tooltip_names_no_tag_of_the_data(text: str) -> None:
    inner = plain_tooltip(text).removeprefix('<div style="white-space: pre-wrap">').removesuffix("</div>")
    assert "<" not in inner
    assert bool(inner) == bool(text)


def test_plain_tooltip_is_bounded(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_plain_tooltip(widget, "x" * 100_000)
    assert len(widget.toolTip()) < 3000


def answer(button: QMessageBox.StandardButton, seen: list[str]) -> None:
    """Press a button of the message box that is about to open, and note its text and format."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() == Qt.TextFormat.PlainText
        seen.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, press)


def test_plain_message_gives_the_answer_and_renames_buttons(qtbot) -> None:
    seen: list[str] = []
    buttons = QMessageBox.StandardButton
    answer(buttons.Discard, seen)
    got = plain_message(
        None, "Unsaved", HTML, buttons=buttons.Discard | buttons.Cancel, labels={buttons.Discard: "Forget it"}
    )
    assert got == buttons.Discard
    assert seen == [HTML]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.b/c",
        "http://",
        "https:///x",
        "//a.b",
        "a.b",
        "",
        "HTTP ://x",
        "vscode://x",
        "http://a b/",
    ],
)
def test_other_links_are_refused(qtbot, monkeypatch, address: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    seen: list[str] = []
    answer(QMessageBox.StandardButton.Ok, seen)
    assert not open_link(None, address)
    assert opened == []
    assert "http, https" in seen[0]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://bank.example@evil.example/", "http://bank.example@evil.example/"),
        ("https://ex\u0430mple.org/", "https://xn--exmple-4nf.org/"),
        ("mailto:a@example.org?subject=x", "mailto:a@example.org?subject=x"),
        ("https://example.org/" + "a" * 100, "https://example.org/" + "a" * 28 + "\n" + "a" * 48 + "\n" + "a" * 24),
    ],
)
@pytest.mark.parametrize("agree", [True, False])
def test_links_open_after_a_look(qtbot, monkeypatch, address: str, words: str, agree: bool) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    seen: list[str] = []
    answer(QMessageBox.StandardButton.Open if agree else QMessageBox.StandardButton.Cancel, seen)
    assert open_link(None, address) is agree
    assert seen == [words]
    assert len(opened) == agree


# Flow and chips


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


# Range slider


@pytest.fixture
def slider(qtbot) -> RangeSlider:
    slider = RangeSlider("Parameters", lambda value: f"{value:.0f}B", scale="log")
    slider.set_bounds(1, 1000)
    shown(qtbot, slider)
    return slider


@pytest.mark.parametrize(
    ("end", "keys", "expected"),
    [
        ("low", [Key.Key_PageUp], (2.0, None)),
        ("low", [Key.Key_PageUp] * 5 + [Key.Key_Home], (None, None)),
        ("low", [Key.Key_Right, Key.Key_Left], (None, None)),
        ("low", [Key.Key_End], (1000.0, None)),
        ("high", [Key.Key_PageDown] * 3, (None, 125.9)),
        ("high", [Key.Key_Home], (None, 1.0)),
        ("high", [Key.Key_PageDown, Key.Key_Delete], (None, None)),
    ],
)
def test_range_by_keyboard(slider: RangeSlider, qtbot, end: str, keys, expected) -> None:
    got: list[tuple] = []
    slider.changed.connect(lambda low, high: got.append((low, high)))
    handle = getattr(slider, end)
    handle.setFocus()
    for key in keys:
        qtbot.keyClick(handle, key)
    assert tuple(value and round(value, 1) for value in got[-1]) == expected
    assert slider.range == got[-1]


def test_tab_goes_from_low_to_high(slider: RangeSlider, qtbot) -> None:
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_Tab)
    assert slider.high.hasFocus()


def test_handles_do_not_cross(slider: RangeSlider, qtbot) -> None:
    slider.set_range(None, 10)
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_End)
    assert slider.low.value() == slider.high.value()
    assert slider.range == (pytest.approx(10, rel=0.01), 10)


def test_range_by_mouse(slider: RangeSlider, qtbot) -> None:
    changing, changed = [], []
    slider.changing.connect(lambda low, high: changing.append((low, high)))
    slider.changed.connect(lambda low, high: changed.append((low, high)))
    middle = slider.high.geometry().center()
    qtbot.mousePress(slider, LEFT, pos=middle)
    for x in (300, 250, slider.width() // 2):
        qtbot.mouseMove(slider, QPoint(x, middle.y()))
    assert len(changing) == 3
    assert changed == []
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(slider.width() // 2, middle.y()))
    assert len(changed) == 1
    assert changed[0][0] is None
    assert changed[0][1] == pytest.approx(31.6, rel=0.05)


def test_setting_a_range_is_silent_and_exact(slider: RangeSlider, qtbot) -> None:
    with qtbot.assertNotEmitted(slider.changed), qtbot.assertNotEmitted(slider.changing):
        slider.set_range(7, 5000)
        slider.set_bounds(0.1, 2000)
    assert slider.range == (7, 5000)
    assert slider.high.value() == STEPS
    slider.high.setFocus()
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_Right)
    assert slider.range[1] == 5000


def test_slider_speaks(slider: RangeSlider, qtbot) -> None:
    slider.set_range(10, None)
    low = QAccessible.queryAccessibleInterface(slider.low)
    assert low.role() == QAccessible.Role.Slider
    assert low.text(QAccessible.Text.Name) == "Parameters, from"
    assert low.text(QAccessible.Text.Description) == "10B"
    assert slider.high.accessibleDescription() == "no limit"
    assert int(low.text(QAccessible.Text.Value)) == slider.low.value()
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_PageUp)
    assert low.text(QAccessible.Text.Description) == "20B"


@pytest.mark.parametrize(("scale", "low", "high"), [("log", 0, 10), ("log", -1, 10), ("linear", 5, 1)])
def test_wrong_bounds_are_an_error(qtbot, scale, low, high) -> None:
    slider = RangeSlider("x", str, scale=scale)
    qtbot.addWidget(slider)
    with pytest.raises(ValueError, match="cannot go"):
        slider.set_bounds(low, high)


def test_values_snap(qtbot) -> None:
    slider = RangeSlider("Year", str, snap=round)
    slider.set_bounds(2017, 2025)
    shown(qtbot, slider)
    slider.low.setFocus()
    qtbot.keyClick(slider.low, Key.Key_PageUp)
    assert slider.range == (2018, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(value=st.floats(1, 1000))
def test_position_and_value_agree(slider: RangeSlider, value: float) -> None:
    assert slider._value_of(slider._position_of(value), -1) == pytest.approx(value, rel=0.0004)


def test_histogram_is_drawn_behind(slider: RangeSlider) -> None:
    before = slider.sizeHint().height()
    slider.set_histogram([1, 5, 2])
    assert slider.sizeHint().height() > before
    assert slider.palette().dark().color().name() in colours(slider)


# Check list

ITEMS = [("ds", "DeepSeek", 31), ("meta", "Meta", 1204), ("mi", "Mistral", 0)]


@pytest.fixture
def check_list(qtbot) -> CheckList:
    widget = CheckList("Organization")
    shown(qtbot, widget)
    widget.set_items(ITEMS)
    widget.got = []
    widget.changed.connect(lambda *state: widget.got.append(state))
    widget.view.setFocus()
    return widget


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["space"], (("ds",), ())),
        (["space", "space"], ((), ())),
        (["-"], ((), ("ds",))),
        (["shift space"], ((), ("ds",))),
        (["space", "-"], ((), ("ds",))),
        (["-", "-"], ((), ())),
        (["down", "down", "space", "up", "-", "up", "space"], (("ds", "mi"), ("meta",))),
    ],
)
def test_check_list_by_keyboard(check_list: CheckList, qtbot, keys, expected) -> None:
    press = {
        "space": (Key.Key_Space,),
        "shift space": (Key.Key_Space, SHIFT),
        "-": (Key.Key_Minus,),
        "down": (Key.Key_Down,),
        "up": (Key.Key_Up,),
    }
    for key in keys:
        qtbot.keyClick(check_list.view, *press[key])
    assert check_list.got[-1] == expected
    assert check_list.state == expected


def click_row(check_list: CheckList, qtbot, row: int, *modifiers: Qt.KeyboardModifier) -> None:
    view = check_list.view
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, *modifiers, pos=place)


def test_check_list_by_mouse(check_list: CheckList, qtbot) -> None:
    click_row(check_list, qtbot, 1)
    click_row(check_list, qtbot, 2, SHIFT)
    assert check_list.got == [(("meta",), ()), (("meta",), ("mi",))]


def test_dragging_away_changes_nothing(check_list: CheckList, qtbot) -> None:
    view = check_list.view
    first, last = (view.visualRect(view.model().index(row, 0)).center() for row in (0, 2))
    qtbot.mousePress(view.viewport(), LEFT, pos=first)
    qtbot.mouseMove(view.viewport(), last)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=last)
    assert check_list.got == []


def test_check_list_by_menu(check_list: CheckList, qtbot) -> None:
    menu = check_list.view.menu_for(check_list.view.model().index(0, 0))
    actions = {action.text(): action for action in menu.actions()}
    actions["Exclude"].trigger()
    actions["Only this"].trigger()
    assert check_list.got == [((), ("ds",)), (("ds",), ())]
    menu = check_list.view.menu_for(check_list.view.model().index(0, 0))
    next(action for action in menu.actions() if action.text() == "Clear all").trigger()
    assert check_list.state == ((), ())


def test_setting_state_and_items_is_silent(check_list: CheckList) -> None:
    check_list.set_state(["mi"], ["meta"])
    check_list.set_items(ITEMS[::-1])
    assert check_list.got == []
    assert check_list.state == (("mi",), ("meta",))


def test_a_chosen_value_that_is_gone_stays(check_list: CheckList, qtbot) -> None:
    check_list.set_state(["gone"], [])
    assert check_list.view.model().rowCount() == 4
    qtbot.keyClick(check_list.view, Key.Key_Space)
    assert check_list.state == (("ds", "gone"), ())


def test_current_value_stays_current(check_list: CheckList, qtbot) -> None:
    qtbot.keyClick(check_list.view, Key.Key_Down)
    check_list.set_items(ITEMS[::-1])
    assert check_list.view.currentIndex().data() == "Meta"
    check_list.set_items([*ITEMS[:2][::-1]])
    assert check_list.view.currentIndex().row() == 0


@pytest.mark.parametrize(("number", "visible"), [(12, False), (13, True)])
def test_long_lists_have_a_filter_box(check_list: CheckList, qtbot, number: int, visible: bool) -> None:
    check_list.set_items([(str(i), f"Value {i}", i) for i in range(number)])
    assert check_list.box.isVisible() is visible
    if visible:
        check_list.set_state(["3"], [])
        qtbot.keyClicks(check_list.box, "vALUE 12")
        assert check_list.view.model().rowCount() == 1
        assert check_list.state == (("3",), ())
        click_row(check_list, qtbot, 0)
        assert check_list.got == [(("3", "12"), ())]


def test_check_list_speaks(check_list: CheckList) -> None:
    check_list.set_state(["ds"], ["meta"])
    model = check_list.view.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["DeepSeek, 31, included", "Meta, 1,204, excluded", "Mistral, 0"]
    assert QAccessible.queryAccessibleInterface(check_list.view).text(QAccessible.Text.Name) == "Organization"


def test_two_hundred_rows_are_quick(check_list: CheckList, qtbot) -> None:
    items = [(str(i), f"Value {i}", i) for i in range(200)]
    durations = []
    for shift in range(3):
        start = time.perf_counter()
        check_list.set_items([(value, label, count + shift) for value, label, count in items])
        check_list.view.viewport().repaint()
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.05
    assert len(check_list.findChildren(QWidget)) < 30


# Highlighted cells


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


# Progress and emptiness


def test_progress_shows_after_a_while_and_can_be_cancelled(qtbot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    line = ProgressLine(view)
    line.start("Search")
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible, timeout=DELAY * 10)
    line.set_fraction(0.25)
    assert line.value() == 250
    assert line.accessibleName() == "Search"
    view.resize(500, 200)
    qtbot.waitUntil(lambda: line.width() == 500)
    with qtbot.waitSignal(line.cancelled):
        qtbot.mouseClick(line.cancel_button, LEFT)
    assert not line.isVisible()
    assert not line.cancel_button.isVisible()


def test_short_work_shows_nothing(qtbot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    view.show()
    line = ProgressLine(view)
    line.start("Search")
    line.finish()
    with qtbot.assertNotEmitted(line.cancelled, wait=DELAY + 100):
        pass
    assert not line.isVisible()


def test_empty_state_says_why_and_offers_ways(qtbot) -> None:
    state = EmptyState()
    shown(qtbot, state)
    pressed: list[str] = []
    state.set_message("Nothing", "first", [("A & B", partial(pressed.append, "old"))])
    state.set_message(
        HTML, "why", [("Drop x", partial(pressed.append, "drop")), ("Clear", partial(pressed.append, "clear"))]
    )
    qtbot.waitUntil(lambda: any(button.isVisible() for button in state.findChildren(QPushButton)))
    buttons = [button for button in state.findChildren(QPushButton) if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Drop x", "Clear"]
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Key.Key_Space)
    qtbot.mouseClick(buttons[1], LEFT)
    assert pressed == ["drop", "clear"]
    assert state.findChild(PlainLabel, "title").text() == HTML
