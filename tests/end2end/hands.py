"""Presses and keys that go to the window as the system sends them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from desktop.widgets.document_view import DocumentView
from desktop.widgets.record_table import RecordTable
from tests.end2end.screen import Screen

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hands(Screen):
    """Use the mouse and the keyboard."""

    # ---- the mouse ----

    def place(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """A place of a widget, or its middle, in the window that it is in."""
        return widget.mapTo(widget.window(), widget.rect().center() if at is None else at)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click where something is to be seen."""
        assert widget.isVisible(), widget.objectName()
        QTest.mouseClick(widget.window().windowHandle(), LEFT, NONE, self.place(widget, at))

    def click_more(self, widget: QWidget, at: QPoint) -> None:
        """Click with Control: what is selected stays so."""
        QTest.mouseClick(
            widget.window().windowHandle(), LEFT, Qt.KeyboardModifier.ControlModifier, self.place(widget, at)
        )

    def click_on(self, name: str) -> None:
        """Click on the widget of the window with an object name."""
        widget = self.window.findChild(QWidget, name)
        assert widget is not None, name
        self.click(widget)

    def click_tab(self, title: str) -> None:
        """Bring the panel to the front that lies behind another."""
        for tabs in self.window.findChildren(QTabBar):
            for index in range(tabs.count()):
                if tabs.tabText(index) == title and tabs.isVisible():
                    self.click(tabs, tabs.tabRect(index).center())
                    return
        raise AssertionError(f"no tab {title}")

    def choose(self, menu: QMenu, text: str) -> None:
        """Click on an entry of a menu that is open."""
        self.until(menu.isVisible)
        action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
        self.click(menu, menu.actionGeometry(action).center())

    def choose_from(self, name: str, text: str) -> None:
        """Open a menu of the menu bar and click on an entry."""
        menu = self.window.top.menus[name]
        bar = self.window.findChild(QWidget, "menus")
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        self.choose(menu, text)

    def choose_below(self, name: str, menu: QMenu, text: str) -> None:
        """Click on a button, and on an entry of the menu that it opens; until that is closed, the click does not return."""
        opened = QTimer(menu, interval=5)
        opened.timeout.connect(lambda: menu.isVisible() and (opened.stop(), self.choose(menu, text)))
        opened.start()
        self.click_on(name)
        opened.stop()

    def click_row(self, table: RecordTable, row: int, *, column: int = 0) -> None:
        """Click on a row of a table, scrolling to it first where it is out of sight."""
        at = table.visualRect(table.model().index(row, column)).center()
        while not table.viewport().rect().contains(at):
            before = at
            self.turn_wheel(table.viewport(), table.viewport().rect().center(), -1 if at.y() > 0 else 1)
            at = table.visualRect(table.model().index(row, column)).center()
            assert at != before, f"row {row} cannot be scrolled to"
        self.click(table.viewport(), at)

    def click_link(self, document: DocumentView, link: str, *, nth: int = 0) -> None:
        """Click on a link that begins so, scrolling to it first where it is out of sight."""
        where = link_places(document, link)
        assert len(where) > nth, f"no {link} in {document.toPlainText()}"
        at = self._place_of_link(document, where[nth])
        while not document.viewport().rect().contains(at):
            before = at
            self.turn_wheel(document.viewport(), document.viewport().rect().center(), -1 if at.y() > 0 else 1)
            at = self._place_of_link(document, where[nth])
            assert at != before, f"{link} cannot be scrolled to"
        self.click(document.viewport(), at)

    def _place_of_link(self, document: DocumentView, letter: int) -> QPoint:
        """The middle of the first letter but one of a link."""
        cursor = QTextCursor(document.document())
        cursor.setPosition(letter + 1)
        return document.cursorRect(cursor).center()

    def press_mouse(self, widget: QWidget, at: QPoint) -> None:
        QTest.mousePress(widget.window().windowHandle(), LEFT, NONE, self.place(widget, at))

    def move_mouse(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseMove(widget.window().windowHandle(), self.place(widget, at))

    def release_mouse(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseRelease(widget.window().windowHandle(), LEFT, NONE, self.place(widget, at))

    def turn_wheel(self, widget: QWidget, at: QPoint, notches: int) -> None:
        """Turn the wheel away from oneself, or with fewer than none towards, a notch at a time."""
        for _ in range(abs(notches)):
            turned = QPoint(0, 120 if notches > 0 else -120)
            QTest.wheelEvent(widget.window().windowHandle(), QPointF(self.place(widget, at)), turned)

    # ---- the keyboard ----

    def _listener(self) -> QWindow:
        return QGuiApplication.focusWindow() or self.window.windowHandle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key, whatever has the keyboard."""
        for _ in range(times):
            QTest.keyClick(self._listener(), key, modifiers)

    def type(self, text: str) -> None:
        """Type, letter by letter; what is not on a keyboard comes from an input method."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self._listener(), letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)


def link_places(document: DocumentView, link: str) -> list[int]:
    """Where in a document the links stand that begin so: the place of the first letter of each."""
    found, block = [], document.document().begin()
    while block.isValid():
        letters = block.begin()
        while not letters.atEnd():
            run = letters.fragment()
            if run.charFormat().anchorHref().startswith(link):
                found.append(run.position())
            letters += 1
        block = block.next()
    return found
