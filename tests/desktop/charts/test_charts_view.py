"""The charts, used as people do: they follow the filter and the selection, and brush, select and walk by hand or key."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db.clauses import Range
from db.filters import parse
from db.start import open_or_create
from desktop.picture_dialog import PictureDialog
from desktop.settings import Settings
from desktop.views.charts import ChartsView
from tests.desktop.alone import shared_alone

LEFT, SHIFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    found = open_or_create(tmp_path_factory.mktemp("charts") / "labline.db")
    yield found
    found.close()


class Charts:
    """A charts view with the state that it shares, and ways to use it."""

    def __init__(self, qtbot, database, settings: Settings) -> None:
        self.qtbot = qtbot
        shared = shared_alone(database, settings)
        self.filters, self.selection, self.navigation, self.runner = shared.states
        self.view = ChartsView(shared)
        qtbot.addWidget(self.view)
        self.view.resize(900, 420)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy() and self.view.scene is not None)
        self.view.canvas.repaint()

    def choose(self, key: str) -> None:
        self.view.tabs.setCurrentIndex([chart.key for chart in self.view.charts].index(key))
        self.view.canvas.repaint()

    def mark(self, text: str):
        return next(mark for mark in self.view.chart.marks if text in mark.text)

    def click(self, text: str, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.view.canvas, LEFT, modifiers, self.mark(text).rect.center().toPoint())

    def key(self, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.view.canvas, key, modifiers)

    def x(self, day: datetime.date) -> int:
        return round(self.view.chart.scale.x(day.toordinal()))

    def drag(self, first: datetime.date, last: datetime.date) -> None:
        canvas, y = self.view.canvas, 60
        QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(self.x(first), y))
        for day in (first + (last - first) / 2, last):
            QTest.mouseMove(canvas, QPoint(self.x(day), y))
        QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(self.x(last), y))


@pytest.fixture
def charts(qtbot, database, settings_file):
    made = Charts(qtbot, database, Settings(settings_file))
    yield made
    made.runner.close()


@pytest.mark.parametrize(
    ("key", "some", "shown", "dimmed"),
    [
        ("sizes", "DeepSeek-V3", "DeepSeek-V3", "Mistral"),
        ("active", "37B", "DeepSeek-V3", None),
        ("months", "January 2025", "December 2024", "November 2023"),
        ("costs", "5.58M", "DeepSeek-V3 · training", "GPT-4 · training"),
    ],
)
def test_marks_follow_the_filter_and_what_it_leaves_out_dims(charts, key, some, shown, dimmed):
    charts.choose(key)
    assert charts.mark(some).shown
    charts.filters.set(parse("date:2024-12..2025 params:>600B org:DeepSeek"))
    charts.settle()
    assert charts.mark(shown).shown
    if dimmed is not None:
        assert not charts.mark(dimmed).shown


def test_what_is_missing_is_counted(charts):
    assert "without a known size" in charts.view._remark.text()
    charts.choose("months")
    assert "not dated to a month" in charts.view._remark.text()
    charts.choose("costs")
    assert charts.view._remark.text() == "34 claims"  # nothing is filtered
    charts.filters.set(parse("zzqqzz"))
    charts.settle()
    assert charts.view._remark.text() == "0 of 34 claims pass the filter"


def test_dragging_brushes_live_and_enter_keeps(charts, qtbot):
    heard = []
    charts.filters.changed.connect(lambda spec: heard.append(str(spec)))
    charts.drag(datetime.date(2024, 5, 10), datetime.date(2024, 9, 20))
    assert len(heard) >= 2, "the filter did not follow while dragging"
    assert str(charts.filters.base) == ""
    assert str(charts.filters.spec) == "date:2024-05..2024-09"
    charts.settle()
    assert charts.view.canvas.brush is not None
    charts.key(Qt.Key.Key_Return)
    assert str(charts.filters.base) == "date:2024-05..2024-09"
    charts.navigation.back()
    assert str(charts.filters.spec) == ""


def test_a_brush_that_is_kept_elsewhere_goes_from_the_chart(charts):
    charts.filters.set_brush(Range("date", "2024-05", "2024-09"))
    charts.settle()
    assert charts.view.canvas.brush is not None
    charts.filters.keep_brush()
    assert charts.view.canvas.brush is None


def test_escape_takes_the_brush_back(charts):
    charts.filters.set(parse("date:2023.."))
    charts.settle()
    charts.drag(datetime.date(2024, 5, 10), datetime.date(2024, 9, 20))
    charts.key(Qt.Key.Key_Escape)
    assert str(charts.filters.spec) == "date:2023.."
    assert charts.filters.brush is None


def test_a_click_selects_and_control_adds_and_takes_out(charts):
    charts.click("DeepSeek-LLM 67B")
    (one,) = charts.selection.ids
    assert charts.selection.focus == one
    charts.click("Distill Llama 70B", CONTROL)
    assert len(charts.selection.ids) == 2
    charts.click("DeepSeek-LLM 67B", CONTROL)
    assert one not in charts.selection.ids
    QTest.mouseClick(
        charts.view.canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(charts.x(datetime.date(2024, 1, 5)), 14)
    )
    assert not charts.selection.ids


def test_a_bar_selects_all_of_its_month(charts):
    charts.choose("months")
    charts.click("January 2024: 3 of 3")
    assert len(charts.selection.ids) == 3


def test_all_of_it_by_keyboard_alone(charts):
    charts.view.setFocus()
    charts.key(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert len(charts.selection.ids) == 1
    charts.key(Qt.Key.Key_Right, modifiers=SHIFT)
    charts.key(Qt.Key.Key_Right, modifiers=SHIFT)
    assert charts.filters.brush is not None and str(charts.filters.spec).startswith("date:2023-11")
    charts.key(Qt.Key.Key_Escape)
    charts.key(Qt.Key.Key_End, Qt.Key.Key_Return)
    assert charts.selection.focus is not None


def test_zoom_keeps_the_day_below_the_pointer_and_is_a_step_back(charts):
    day = datetime.date(2024, 9, 1)
    before = charts.x(day)
    charts.view.canvas.zoom(1.25, float(day.toordinal()))
    charts.view.canvas.repaint()
    assert charts.x(day) == pytest.approx(before, abs=1)
    assert charts.navigation.zoom("charts") is not None
    charts.navigation.back()
    assert charts.navigation.zoom("charts") is None


def test_a_screen_reader_can_walk_the_marks(charts):
    interface = QAccessible.queryAccessibleInterface(charts.view.canvas)
    names = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert interface.text(QAccessible.Text.Name) == "Total parameters by date"
    assert any("DeepSeek-V3" in name and "671B" in name for name in names)


def test_the_chosen_chart_is_kept(charts, qtbot, database, settings_file):
    charts.choose("costs")
    charts.view._settings.save()
    again = Charts(qtbot, database, Settings(settings_file))
    assert again.view.chart.key == "costs"
    again.runner.close()


@pytest.mark.parametrize(
    ("format_", "name", "begins"), [(0, "a", b"<?xml"), (4, "b.png", b"\x89PNG"), (1, "c.pdf", b"%PDF")]
)
def test_the_chart_is_saved_as_a_picture(charts, qtbot, tmp_path, format_, name, begins):
    told = []
    charts.view.told.connect(told.append)
    charts.view.export_button.click()
    qtbot.waitUntil(lambda: charts.view.findChild(PictureDialog) is not None)
    dialog = charts.view.findChild(PictureDialog)
    dialog.format.setCurrentIndex(format_)
    dialog.save(tmp_path / name)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    (written,) = tmp_path.glob(f"{name}*")
    assert written.read_bytes().startswith(begins) and str(written) in told[0]


def test_a_picture_that_cannot_be_written_is_told_in_the_dialog(charts, qtbot, tmp_path):
    charts.view.export_button.click()
    qtbot.waitUntil(lambda: charts.view.findChild(PictureDialog) is not None)
    dialog = charts.view.findChild(PictureDialog)
    dialog.save(tmp_path / "missing" / "a.svg")
    problem = dialog.findChild(QLabel, "picture_problem")
    qtbot.waitUntil(problem.isVisible)
    assert "its folder does not exist" in problem.text()
    assert dialog.isVisible()
    dialog.reject()
