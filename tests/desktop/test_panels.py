"""Panels and perspectives: arrangements that the user changes, and that come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop import arrangements, panels, perspectives
from desktop.arrangements import on_screen
from desktop.panels import Panels
from desktop.perspectives import PANELS, PERSPECTIVES, Panel, Part, Perspective, Split, parts_of, sizes
from desktop.settings import Settings

SCREENS = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 2560, 1440)]
ONE = Perspective(
    "one",
    "One",
    "b",
    Split("row", (Part("a", 200, fixed=True), Split("column", (Part("b"), Part("c", 0, 180))), Part("d", 250))),
)
TWO = Perspective(
    "two", "Two", "c", Split("column", (Part("c"), Split("tabs", (Part("b", 0, 200), Part("d", 0, 200)))))
)


# ---- the records ----


@pytest.mark.parametrize("record", PERSPECTIVES, ids=lambda record: record.name)
def test_a_perspective_arranges_known_panels_once_each(record):
    used = [part.panel for part in parts_of(record.layout)]
    assert len(used) == len(set(used))
    assert set(used) <= {panel.name for panel in PANELS}
    assert record.main in used


def test_names_are_unique_and_keys_suffice():
    names = [record.name for record in PERSPECTIVES]
    assert len(names) == len(set(names)) <= 9
    assert perspectives.perspective("no such").name == names[0]


# ---- docks ----


class Shell(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.resize(1280, 720)
        self.settings = settings
        self.panels = Panels(self, settings)
        for name in self.panels.docks:
            self.panels.hold(name, QWidget())
        self.panels.show("one")

    def sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of the docks that can be seen; those behind a tab cannot."""
        QApplication.processEvents()
        return {
            name: (dock.width(), dock.height())
            for name, dock in self.panels.docks.items()
            if not dock.visibleRegion().isEmpty()
        }


@pytest.fixture
def begin(qtbot, monkeypatch, tmp_path):
    """Start windows with four panels and two perspectives; `close` one to start the next as the user left it."""
    records = tuple(Panel(name, name.upper(), 60) for name in "abcd")
    monkeypatch.setattr(panels, "PANELS", records)
    monkeypatch.setattr(arrangements, "PERSPECTIVES", (ONE, TWO))
    monkeypatch.setattr(perspectives, "PERSPECTIVES", (ONE, TWO))

    def start() -> Shell:
        shell = Shell(Settings(tmp_path / "labline.ini"))
        qtbot.addWidget(shell)
        shell.show()
        return shell

    return start


def close(shell: Shell) -> None:
    shell.panels.save()
    shell.settings.save()
    shell.close()


def test_a_perspective_begins_as_its_record_says(begin):
    sizes = begin().sizes()
    assert set(sizes) == {"a", "b", "c", "d"}
    assert sizes["a"][0] == 200
    assert sizes["d"][0] == pytest.approx(250, abs=8)  # what separates the docks takes some
    assert sizes["b"][0] == sizes["c"][0] > 800
    assert 160 <= sizes["c"][1] <= 200 < sizes["b"][1]


def test_panels_grow_with_the_window_in_proportion_unless_fixed(begin):
    shell = begin()
    before = shell.sizes()
    shell.resize(2560, 1440)
    after = shell.sizes()
    assert after["a"][0] == before["a"][0] == 200
    assert after["d"][0] / after["b"][0] == pytest.approx(before["d"][0] / before["b"][0], rel=0.02)
    assert after["c"][1] / after["b"][1] == pytest.approx(before["c"][1] / before["b"][1], rel=0.02)


@pytest.mark.parametrize(
    ("layout", "room", "expected"),
    [
        (ONE.layout, (1280, 640),
         {"a": (200, 640), "b": (830, 460), "c": (830, 180), "d": (250, 640)}),
        (ONE.layout, (2560, 1440),
         {"a": (200, 1440), "b": (1860, 1080), "c": (1860, 360), "d": (500, 1440)}),
        (ONE.layout, (400, 100), {"a": (200, 100), "b": (0, 0), "c": (0, 180), "d": (250, 100)}),
        (TWO.layout, (1280, 720), {"c": (1280, 520), "b": (1280, 200), "d": (1280, 200)}),
        (Part("a"), (100, 50), {"a": (100, 50)}),
    ],
    ids=["usual", "large", "too small", "tabs", "one"],
)  # fmt: skip
def test_sizes_to_begin_with(layout, room, expected):
    assert sizes(layout, *room) == expected


def test_panels_of_other_perspectives_are_hidden_and_tabs_have_one_in_front(begin):
    shell = begin()
    shell.panels.show("two")
    sizes = shell.sizes()
    assert set(sizes) == {"b", "c"}
    assert sizes["c"][1] > sizes["b"][1]
    assert not shell.panels.docks["a"].isVisible()


def test_each_perspective_comes_back_as_the_user_left_it(begin):
    shell = begin()
    shell.panels.docks["a"].close()
    shell.resizeDocks([shell.panels.docks["d"]], [400], Qt.Orientation.Horizontal)
    left = shell.sizes()
    assert left["d"][0] > 350
    shell.panels.show("two")
    shell.resizeDocks([shell.panels.docks["c"]], [250], Qt.Orientation.Vertical)
    other = shell.sizes()
    shell.panels.show("one")
    assert shell.sizes() == left
    shell.panels.show("two")
    assert shell.sizes() == other
    close(shell)
    again = begin()
    assert again.sizes() == left
    again.panels.show("two")
    assert again.sizes() == other


def test_resetting_brings_everything_back(begin):
    shell = begin()
    first = shell.sizes()
    shell.panels.docks["b"].setFloating(True)
    shell.panels.docks["a"].close()
    shell.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, shell.panels.docks["c"])
    assert shell.sizes() != first
    shell.panels.reset()
    assert shell.sizes() == first
    assert not shell.panels.docks["b"].isFloating()


def test_a_floating_panel_comes_back_where_a_screen_is(begin):
    shell = begin()
    dock = shell.panels.docks["c"]
    dock.setFloating(True)
    dock.setGeometry(9000, 9000, 300, 200)
    close(shell)
    again = begin()
    dock = again.panels.docks["c"]
    assert dock.isFloating()
    assert any(screen.availableGeometry().contains(dock.geometry()) for screen in QApplication.screens())


def test_a_damaged_arrangement_is_as_if_there_were_none(begin):
    shell = begin()
    first = shell.sizes()
    shell.settings.write("layout/one", "no bytes")
    shell.settings.save()
    shell.close()
    assert begin().sizes() == first


@pytest.mark.parametrize(
    ("wanted", "screens", "expected"),
    [
        (QRect(100, 100, 400, 300), SCREENS, QRect(100, 100, 400, 300)),
        (QRect(2000, 10, 400, 300), SCREENS, QRect(2000, 10, 400, 300)),
        (QRect(2000, 10, 400, 300), SCREENS[:1], QRect(760, 390, 400, 300)),
        (QRect(100, -290, 400, 300), SCREENS, QRect(760, 390, 400, 300)),
        (QRect(1880, 100, 400, 300), SCREENS[:1], QRect(760, 390, 400, 300)),
        (QRect(5000, 5000, 4000, 3000), SCREENS[:1], QRect(0, 0, 1920, 1080)),
        (QRect(5000, 5000, 40, 30), [], QRect(5000, 5000, 40, 30)),
    ],
    ids=["first", "second", "gone", "title above", "edge only", "too large", "no screen"],
)
def test_what_nobody_could_grasp_is_brought_back(wanted, screens, expected):
    assert on_screen(wanted, screens) == expected


def test_the_first_window_fits_a_small_screen_with_its_frame(qapp):
    from desktop.main_window import FRAME, room_on

    screen = qapp.primaryScreen()
    assert room_on(screen) + FRAME == screen.availableSize()


# ---- painting ----


class Paints(QObject):
    """Keeps the names of the widgets that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched.objectName())
        return False


def test_after_other_perspectives_what_changes_is_painted(qtbot, program, settle, qapp):
    """Qt forgets a request to paint that comes while a window is held, and would wait for it for ever."""
    for name in ("lineage", "timeline", "lineage"):
        program.context.navigation.set_perspective(name)
        settle()
    canvas = program.window.findChild(QWidget, "lineage_canvas")
    assert canvas.isVisible()
    paints = Paints()
    qapp.installEventFilter(paints)
    canvas.update()
    qtbot.waitUntil(lambda: "lineage_canvas" in paints.seen, timeout=2_000)
    qapp.removeEventFilter(paints)
