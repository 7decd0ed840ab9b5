"""What the timeline tells of a mark: its menu, its card, and what screen readers hear."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from db.filters import parse
from desktop.drawing.timeline.scene import DrawnBin, DrawnMark
from tests.desktop.timeline.timeline_world import World

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE = Mod.NoModifier


def test_the_menu_of_a_mark(world: World) -> None:
    position = world.timeline.names.index("Release 2")
    menu = world.view.menus.for_mark(world.timeline, position)
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}
    actions["copy_name"].trigger()
    assert QGuiApplication.clipboard().text() == "Release 2"
    actions["filter_date"].trigger()
    assert str(world.filters.base) == "date:2024-01"
    actions["filter"].trigger()
    assert str(world.filters.base) == 'date:2024-01 "Release 2"'
    actions["exclude"].trigger()
    assert str(world.filters.base).endswith('-name:"Release 2"')


def test_the_card_tells_date_precision_and_source(qtbot, world: World) -> None:
    world.drag_to(world.place("Release 2"))
    card = world.view.hover.card
    qtbot.waitUntil(card.isVisible, timeout=3000)
    assert card.texts[:3] == ("Release 2", "Jan 2024", "known to the month")
    assert any(text.startswith("Source") for text in card.texts[3:])
    world.drag_to(QPoint(2, 2))
    assert not card.isVisible()


def test_the_card_comes_for_the_keyboard_too(qtbot, world: World) -> None:
    world.key(Key.Key_Home)
    qtbot.waitUntil(world.view.hover.card.isVisible, timeout=3000)
    assert world.view.hover.card.texts[0] == "Release 1"
    world.canvas.clearFocus()
    assert not world.view.hover.card.isVisible()


def test_escape_takes_the_card_away_first(qtbot, world: World) -> None:
    """Else it would reach the window, which would clear the filter."""
    world.filters.set_brush(parse("date:2024-03").clauses[0])
    world.key(Key.Key_Home)
    qtbot.waitUntil(world.view.hover.card.isVisible, timeout=3000)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, NONE)
    asked.ignore()
    QApplication.sendEvent(world.canvas, asked)
    assert asked.isAccepted()
    world.key(Key.Key_Escape)
    assert not world.view.hover.card.isVisible()
    assert world.brush() == "date:2024-03"
    world.key(Key.Key_Escape)
    assert world.brush() == ""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, NONE)
    asked.ignore()
    QApplication.sendEvent(world.canvas, asked)
    assert not asked.isAccepted()


def test_a_link_to_a_mark_is_copied(qtbot, world: World) -> None:
    menu = world.view.menus.for_mark(world.timeline, world.timeline.names.index("Release 2"))
    with qtbot.waitSignal(world.view.told, timeout=5000):
        next(action for action in menu.actions() if action.objectName() == "copy_link").trigger()
    assert QGuiApplication.clipboard().text() == "labline:entity/r2"


def tree(interface) -> list:
    name, kids = QAccessible.Text.Name, [interface.child(index) for index in range(interface.childCount())]
    return [(kid.text(name), tree(kid)) if kid.childCount() else kid.text(name) for kid in kids]


def test_a_screen_reader_can_walk_the_marks(world: World) -> None:
    root = QAccessible.queryAccessibleInterface(world.canvas)
    assert root.text(QAccessible.Text.Name) == "Timeline"
    assert tree(root) == [
        ("Company", ["Founding"]),
        ("Releases", ["Release 1", "Release 2", "Release 3"]),
        ("Market and policy", ["Ban"]),
    ]
    releases = root.child(1)
    told = [releases.child(index).text(QAccessible.Text.Description) for index in range(3)]
    assert told == ["Release, 2 May 2023", "Release, January 2024", "Release, 10 Dec 2024"]
    world.filters.set(parse("open:yes"))
    world.settle()
    releases = QAccessible.queryAccessibleInterface(world.canvas).child(1)
    assert releases.child(1).text(QAccessible.Text.Description).endswith("left out by the filter")


def test_the_focus_is_told_to_screen_readers(world: World) -> None:
    QAccessible.setActive(True)
    try:
        world.key(Key.Key_Home)
        world.canvas.repaint()
        root = QAccessible.queryAccessibleInterface(world.canvas)
        assert root.focusChild().text(QAccessible.Text.Name) == "Release 1"
        assert root.focusChild().state().focused
    finally:
        QAccessible.setActive(False)


def test_the_focus_is_seen_and_told_in_a_column(qtbot, worlds, monkeypatch) -> None:
    """A column stands for many marks; the one with the focus shows on it."""
    world = worlds()
    position = world.timeline.names.index("Release 2")
    lane = next(d.lane for d in world.canvas.drawing.drawn() if isinstance(d, DrawnMark) and d.position == position)
    first = float(datetime.date(2023, 1, 1).toordinal())
    column = DrawnBin(lane, first, first + 730, 3, QRectF(100, 40, 200, 30), 3)
    monkeypatch.setattr(world.canvas.drawing, "drawn", lambda: [column])
    world.selection.set_focus(world.id("Release 2"))
    world.canvas.repaint()
    mark = next(one for one in world.canvas.drawn() if isinstance(one, DrawnMark))
    assert (mark.position, mark.lane) == (position, lane)
    assert mark.rect.center().x() == pytest.approx(world.canvas.scale.x(datetime.date(2024, 1, 16).toordinal() + 0.5))
    assert column.rect.contains(mark.rect.center().x(), mark.rect.center().y())
    releases = QAccessible.queryAccessibleInterface(world.canvas).child(1)
    assert tree(releases) == ["3 marks", "Release 2"]
