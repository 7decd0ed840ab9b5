"""What the window says of itself in a line below the filter bar, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.icons import Icons
from desktop.top_bar import TopBar
from desktop.widgets.notice_line import NoticeLine


@dataclass(frozen=True, slots=True)
class Way:
    """A button: its text in the language of the window when it is asked, what it does, and whether the line stays."""

    text: Callable[[], str]
    do: Callable[[], object]
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, with an icon before it. Of two with one name only the later is shown."""

    name: str
    text: Callable[[], str]
    ways: tuple[Way, ...] = ()
    icon: str = "info"


class Notices(QObject):
    """Shows the first of what is to be said; the next one comes when that is dismissed."""

    def __init__(self, top: TopBar, icons: Icons) -> None:
        super().__init__(top)
        self._top, self._icons = top, icons
        self._waiting: list[Notice] = []
        self._before: QWidget | None = None

    def tell(self, notice: Notice) -> None:
        """Say this, now or after what is said already."""
        first = self._waiting[:1]
        self._waiting = [one for one in self._waiting if one.name != notice.name] + [notice]
        if self._waiting[:1] != first:
            self._show()

    def drop(self, name: str) -> None:
        """Say this no more."""
        first = self._waiting[:1]
        self._waiting = [one for one in self._waiting if one.name != name]
        if self._waiting[:1] != first:
            self._show()

    def speak(self) -> None:
        """Say it in the language of now."""
        if self._waiting:
            self._show()

    def _show(self) -> None:
        old = self._top.notice
        had_keyboard = old is not None and old.isAncestorOf(self._focused())
        if not self._waiting:
            self._top.put_notice(None)
            if had_keyboard:
                self._give_back()
            return
        if not had_keyboard:
            self._before = self._top.window().focusWidget()
        notice = self._waiting[0]
        ways = [(way.text(), self._doing(notice, way)) for way in notice.ways]
        line = NoticeLine(self._icons, notice.text(), ways, notice.icon)
        line.dismissed.connect(lambda: self.drop(notice.name))
        self._top.put_notice(line)
        line.tell()
        if had_keyboard:
            self._give_back()

    def _doing(self, notice: Notice, way: Way) -> Callable[[], object]:
        def do() -> None:
            if not way.stays:
                self.drop(notice.name)
            way.do()

        return do

    def _focused(self) -> QWidget:
        return self._top.window().focusWidget() or self._top

    def _give_back(self) -> None:
        """The keyboard returns to where it was before the line had it."""
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
