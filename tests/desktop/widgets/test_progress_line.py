"""The line of progress: it comes after a while, and cancels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.progress_line import DELAY, ProgressLine

LEFT = Qt.MouseButton.LeftButton


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
