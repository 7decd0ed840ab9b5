"""What a painted canvas shows, for screen readers: a tree of named things that are no widgets.

A canvas that paints its marks itself is one silent rectangle to a screen reader. With a `CanvasNodes` it has children,
each with a name, a description, a role, a place and whether it has the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

SETTLED = 150  # milliseconds without another change, after which screen readers are told
Role = QAccessible.Role
Kind = QAccessible.Event
_canvases: dict[int, CanvasNodes] = {}  # by the address of the canvas


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the canvas. The key says which one it is as long as it is shown; `rect` is in the canvas."""

    key: Hashable
    role: QAccessible.Role
    name: str
    description: str
    rect: QRect
    selected: bool = False
    children: tuple[Node, ...] = ()


class CanvasNodes(QObject):
    """Offers what `read` gives as the children of a canvas.

    `read` is called when a screen reader asks, at most once between two calls of `update`.
    """

    def __init__(self, canvas: QWidget, role: QAccessible.Role, read: Callable[[], Sequence[Node]]) -> None:
        super().__init__(canvas)
        self.canvas, self.role = canvas, role
        self._read = read
        self._nodes: dict[Hashable, Node] | None = None
        self._parents: dict[Hashable, Hashable] = {}
        self._top: tuple[Hashable, ...] = ()
        self._interfaces: dict[Hashable, _NodeInterface] = {}
        self._focus: Hashable = None
        self.made: _CanvasInterface | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._tell)
        address = shiboken6.getCppPointer(canvas)[0]
        _install()
        _canvases[address] = self
        # Not a method: by then this object is half gone.
        interfaces = self._interfaces
        canvas.destroyed.connect(lambda: _forget(address, interfaces))

    @property
    def focus(self) -> Hashable:
        """The key of the node with the focus, or None."""
        return self._focus

    def update(self) -> None:
        """The canvas shows something else from now on."""
        self._nodes = None
        self._settled.start()

    def set_focus(self, key: Hashable) -> None:
        """Another node has the focus, or none: screen readers read it out."""
        if key == self._focus:
            return
        self._focus = key
        if QAccessible.isActive() and self.canvas.hasFocus():
            self.tell_focus()

    def tell_focus(self) -> None:
        """Have the node with the focus read out."""
        target = self.interface(self._focus)
        if target is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(target, Kind.Focus))

    def node(self, key: Hashable) -> Node | None:
        """What is shown under a key."""
        return self._current().get(key)

    def keys_in(self, key: Hashable) -> Sequence[Hashable]:
        """The keys of the nodes within one, or of the outermost ones for None."""
        nodes = self._current()
        if key is None:
            return self._top
        node = nodes.get(key)
        return () if node is None else tuple(child.key for child in node.children)

    def parent_of(self, key: Hashable) -> QAccessibleInterface | None:
        """What a node lies in: another one or the canvas."""
        self._current()
        outer = self._parents.get(key)
        return QAccessible.queryAccessibleInterface(self.canvas) if outer is None else self.interface(outer)

    def interface(self, key: Hashable) -> QAccessibleInterface | None:
        """What Qt asks about a node. Kept until the node has gone, for Qt keeps no reference of its own."""
        if key is None or key not in self._current():
            return None
        if key not in self._interfaces:
            self._interfaces[key] = made = _NodeInterface(self, key)
            QAccessible.registerAccessibleInterface(made)
        return self._interfaces[key]

    def _current(self) -> dict[Hashable, Node]:
        if self._nodes is None:
            top = tuple(self._read())
            self._nodes, self._parents = {}, {}
            self._top = tuple(node.key for node in top)
            for node, parent in _walk(top, None):
                self._nodes[node.key] = node
                self._parents[node.key] = parent
        return self._nodes

    def _tell(self) -> None:
        """Let go of what is shown no more, and say that there is something else."""
        if not self._interfaces:
            return
        nodes = self._current()
        _release(self._interfaces, [key for key in self._interfaces if key not in nodes])
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.canvas, Kind.ObjectReorder))


class _NodeInterface(QAccessibleInterface):
    """A node as Qt asks about it.

    `interface_cast` is left as it is: PySide6 6.11 ends the process when an override returns None.
    """

    def __init__(self, nodes: CanvasNodes, key: Hashable) -> None:
        super().__init__()
        self._nodes, self.key = nodes, key

    def isValid(self) -> bool:
        return shiboken6.isValid(self._nodes) and self._nodes.node(self.key) is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]  # no widget: Qt expects a null pointer

    def window(self) -> QWindow:
        return self._nodes.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._nodes.parent_of(self.key)  # type: ignore[return-value]

    def child(self, index: int) -> QAccessibleInterface:
        return _at(self._nodes, self.key, index)  # type: ignore[return-value]

    def childCount(self) -> int:
        return len(self._nodes.keys_in(self.key))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _under(self._nodes, self.key, QPoint(x, y))  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self._nodes, self.key, child)

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def text(self, kind: QAccessible.Text) -> str:
        node = self._nodes.node(self.key)
        if node is None:
            return ""
        return {QAccessible.Text.Name: node.name, QAccessible.Text.Description: node.description}.get(kind, "")

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here can be written to."""

    def rect(self) -> QRect:
        node = self._nodes.node(self.key)
        return QRect() if node is None else node.rect.translated(self._nodes.canvas.mapToGlobal(QPoint()))

    def role(self) -> QAccessible.Role:
        node = self._nodes.node(self.key)
        return Role.NoRole if node is None else node.role

    def state(self) -> QAccessible.State:
        node, state = self._nodes.node(self.key), QAccessible.State()
        state.focusable = node is not None and node.role != Role.List
        state.selectable = node is not None and node.role == Role.ListItem
        state.selected = node is not None and node.selected
        state.focused = self._nodes.canvas.hasFocus() and self._nodes.focus == self.key
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


class _CanvasInterface(QAccessibleWidget):
    """The canvas itself: a widget whose children are nodes."""

    def __init__(self, nodes: CanvasNodes) -> None:
        super().__init__(nodes.canvas, nodes.role, nodes.canvas.accessibleName())
        self._nodes = nodes

    def childCount(self) -> int:
        return len(self._nodes.keys_in(None))

    def child(self, index: int) -> QAccessibleInterface:
        return _at(self._nodes, None, index)  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self._nodes, None, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _under(self._nodes, None, QPoint(x, y))  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return self._nodes.interface(self._nodes.focus)  # type: ignore[return-value]


def _walk(nodes: Sequence[Node], parent: Hashable) -> Iterator[tuple[Node, Hashable]]:
    for node in nodes:
        yield node, parent
        yield from _walk(node.children, node.key)


def _at(nodes: CanvasNodes, key: Hashable, index: int) -> QAccessibleInterface | None:
    keys = nodes.keys_in(key)
    return nodes.interface(keys[index]) if 0 <= index < len(keys) else None


def _under(nodes: CanvasNodes, key: Hashable, place: QPoint) -> QAccessibleInterface | None:
    inside = nodes.canvas.mapFromGlobal(place)
    for child in nodes.keys_in(key):
        node = nodes.node(child)
        if node is not None and node.rect.contains(inside):
            return _under(nodes, child, place) or nodes.interface(child)
    return None


def _index(nodes: CanvasNodes, key: Hashable, child: QAccessibleInterface) -> int:
    keys = nodes.keys_in(key)
    return keys.index(child.key) if isinstance(child, _NodeInterface) and child.key in keys else -1


@cache
def _install() -> None:
    QAccessible.installFactory(_make)


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for an interface: ours for a canvas with nodes, its own for all else."""
    if not isinstance(thing, QWidget):
        return None
    nodes = _canvases.get(shiboken6.getCppPointer(thing)[0])
    if nodes is None:
        return None
    nodes.made = _CanvasInterface(nodes)
    return nodes.made


def _release(interfaces: dict[Hashable, _NodeInterface], keys: Sequence[Hashable]) -> None:
    for key in keys:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interfaces[key]))
        del interfaces[key]


def _forget(address: int, interfaces: dict[Hashable, _NodeInterface]) -> None:
    _canvases.pop(address, None)
    _release(interfaces, list(interfaces))
