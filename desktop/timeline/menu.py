"""The context menu of a mark, and of the empty timeline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.clauses import AnyOf, Words
from db.texts import tr
from db.timeline import Timeline
from desktop.table.cell_menu import menu_text
from desktop.timeline.brush import clause
from desktop.timeline.words import date_text


class TimelineMenu(QObject):
    """Makes menus; what they do to the filter comes as a clause."""

    chosen = Signal(object)
    """A clause to add to the filter."""
    link_wanted = Signal(object)
    """Copy a link to the entity with this id."""
    opened = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def for_mark(self, timeline: Timeline, position: int) -> QMenu:
        """The menu of a mark."""
        menu = QMenu(self._parent)
        menu.setObjectName("mark_menu")
        name, date = timeline.names[position], date_text(timeline, position)
        quoted = menu_text(f"“{name}”")
        days = clause((float(timeline.first[position]), float(timeline.last[position]) + 1))
        _add(menu, "open", tr("Open"), self.opened.emit)
        menu.addSeparator()
        named = Words(name, phrase=True)
        _add(menu, "filter", tr("Filter to what names {name}", name=quoted), lambda: self.chosen.emit(named))
        _add(menu, "filter_date", tr("Filter to its date, {date}", date=date), lambda: self.chosen.emit(days))
        without = AnyOf("name", (name,), negated=True)
        _add(menu, "exclude", tr("Exclude {name}", name=quoted), lambda: self.chosen.emit(without))
        menu.addSeparator()
        _add(menu, "copy_name", tr("Copy name"), lambda: self._copy(name, tr("Name copied.")))
        _add(menu, "copy_date", tr("Copy date"), lambda: self._copy(date, tr("Date copied.")))
        entity_id = int(timeline.ids[position])
        _add(menu, "copy_link", tr("Copy link"), lambda: self.link_wanted.emit(entity_id))
        return menu

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(said)


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked: do())
