"""What a screen reader is told of a painted canvas, asked as Qt's bridges ask."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas_nodes import CanvasNodes, Node

Role = QAccessible.Role
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def mark(key: int) -> Node:
    return Node(("mark", key), Role.ListItem, f"Mark {key}", f"day {key}", QRect(10 * key, 20, 8, 8))


def lane(key: str, *marks: int) -> Node:
    return Node(key, Role.List, key, "", QRect(0, 0, 200, 40), children=tuple(mark(one) for one in marks))


class Canvas(QWidget):
    """Shows what `shown` says."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Canvas")
        self.shown = [lane("Upper", 1, 2), lane("Lower", 3)]
        self.reads = 0
        self.nodes = CanvasNodes(self, Role.Chart, self.read)

    def read(self) -> list[Node]:
        self.reads += 1
        return self.shown


@pytest.fixture
def canvas(qtbot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def root(canvas: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas)


def names(interface: QAccessibleInterface) -> list:
    children = [interface.child(index) for index in range(interface.childCount())]
    return [(child.text(NAME), names(child)) if child.childCount() else child.text(NAME) for child in children]


def test_the_canvas_has_its_nodes_as_children(canvas: Canvas) -> None:
    assert root(canvas).role() == Role.Chart
    assert root(canvas).text(NAME) == "Canvas"
    assert names(root(canvas)) == [("Upper", ["Mark 1", "Mark 2"]), ("Lower", ["Mark 3"])]


def test_a_node_says_what_and_where_it_is(canvas: Canvas) -> None:
    upper = root(canvas).child(0)
    second = upper.child(1)
    assert (second.role(), second.text(DESCRIPTION)) == (Role.ListItem, "day 2")
    assert second.rect() == QRect(canvas.mapToGlobal(QPoint(20, 20)), QRect(0, 0, 8, 8).size())
    assert upper.indexOfChild(second) == 1
    assert second.parent() is upper
    assert upper.parent() is root(canvas)
    assert root(canvas).indexOfChild(upper) == 0
    assert root(canvas).child(7) is None
    centre = second.rect().center()
    assert root(canvas).childAt(centre.x(), centre.y()) is second


def test_the_focus_is_in_the_node_and_follows_the_widget(qtbot, canvas: Canvas) -> None:
    canvas.nodes.set_focus(("mark", 2))
    first, second = (root(canvas).child(0).child(index) for index in range(2))
    assert root(canvas).focusChild() is second
    assert (bool(first.state().focused), bool(second.state().focused)) == (False, True)
    canvas.clearFocus()
    assert not second.state().focused


def test_selected_nodes_say_so(canvas: Canvas) -> None:
    canvas.shown = [replace(lane("Upper", 1), children=(replace(mark(1), selected=True), mark(2)))]
    canvas.nodes.update()
    upper = root(canvas).child(0)
    assert [bool(upper.child(index).state().selected) for index in range(2)] == [True, False]


def test_other_marks_take_the_place_of_those_that_went(qtbot, canvas: Canvas) -> None:
    """What is still shown keeps its interface, for a screen reader may hold it; what went is no longer valid."""
    kept, gone = (root(canvas).child(0).child(index) for index in range(2))
    canvas.shown = [lane("Upper", 1, 4)]
    canvas.nodes.update()
    assert names(root(canvas)) == [("Upper", ["Mark 1", "Mark 4"])]
    assert root(canvas).child(0).child(0) is kept
    assert not gone.isValid()
    assert (gone.text(NAME), gone.role(), gone.rect()) == ("", Role.NoRole, QRect())
    del gone
    qtbot.wait(250)
    gc.collect()
    assert names(root(canvas)) == [("Upper", ["Mark 1", "Mark 4"])]


def test_the_canvas_is_read_once_for_many_questions(canvas: Canvas) -> None:
    names(root(canvas))
    names(root(canvas))
    assert canvas.reads == 1
    canvas.nodes.update()
    canvas.nodes.update()
    assert canvas.reads == 1
    names(root(canvas))
    assert canvas.reads == 2


def test_canvases_come_and_go_while_they_are_read(qtbot) -> None:
    """Interfaces that outlived their canvas ended the process."""
    for _ in range(20):
        made = Canvas()
        names(root(made))
        made.nodes.set_focus(("mark", 3))
        made.deleteLater()
        del made
        qtbot.wait(1)
        gc.collect()
