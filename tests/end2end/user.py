"""Somebody who uses the whole window: presses and keys go to the window as the system sends them, and what is seen is read.

Nothing waits for a fixed time: `settle` returns when every answer that was asked for is on the screen.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QPainter, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from db.kinds import Kind
from desktop.drawing.timeline.scene import DrawnMark
from desktop.facets.sections import ValueSection
from desktop.timeline.lanes import LaneHeader
from desktop.widgets.document_view import DocumentView
from desktop.widgets.hover_card import HoverCard
from desktop.widgets.record_table import RecordTable

PICTURES = os.environ.get("LABLINE_PICTURES", "")
"""The folder for pictures of each step; without it none are taken."""
PATIENCE = 30_000  # milliseconds: machines are loaded
POINT = 20  # pixels; a wider mark is a bar with soft ends
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Seen:
    """What the window shows: all of it must be as it was when a place is returned to."""

    text: str
    brush: str
    perspective: str
    status: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    sort: tuple[tuple[str, bool], ...]
    facets: tuple[tuple[str, str, int], ...]
    lanes: tuple[tuple[str, int, int], ...]
    shown: tuple[str, ...]
    """Marks of the timeline that the filter shows, and those that it dims, by name."""
    dimmed: tuple[str, ...]
    chart: tuple[str, ...]
    """What the marks of the chart say that the filter shows."""
    span: tuple[float, float] = field(compare=False)
    """The days that the timeline shows; see `is_as`."""

    def is_as(self, other: Seen) -> bool:
        """Whether all is as it was, the days in sight but for less than a pixel."""
        tolerance = (other.span[1] - other.span[0]) / 1000
        return self == other and all(abs(a - b) < tolerance for a, b in zip(self.span, other.span, strict=True))


class User:
    """Has a window of the program open, and takes a picture of each step where pictures are wanted."""

    def __init__(self, qtbot, program, story: str) -> None:
        self.qtbot, self.program, self._story, self._step = qtbot, program, story, 0

    @property
    def context(self):
        return self.program.context

    @property
    def window(self):
        return self.program.window

    # ---- waiting and looking ----

    def settle(self) -> None:
        """Wait until nothing is typed, asked, built or drawn any more."""
        if QGuiApplication.focusWindow() is None:  # where no window manager gives the keyboard back after a menu
            self.window.activateWindow()
        for _ in range(3):  # an answer lays out what it changes, and a layout may ask
            self.until(self._is_quiet)
            QApplication.processEvents()
        self.until(self._is_quiet)
        QApplication.sendPostedEvents()
        canvases = (self.context.timeline.panel.canvas, self.context.charts.canvas, self.context.lineage.panel.canvas)
        for canvas in canvases:
            if canvas.isVisible():
                canvas.repaint()

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def _is_quiet(self) -> bool:
        context, program = self.context, self.program
        if self.window.findChild(QWidget, "curtain") is not None:  # another language is coming
            return False
        views = context.releases, context.timeline, context.charts, context.facets
        waits = [
            self.window.bar._typing.isActive(), context.inspector._timer.isActive(),
            context.releases._fetch_soon.isActive(), context.timeline._zoom_soon.isActive(),
            context.timeline.brushing.is_pending(), program._theme._soon.isActive(), context.people._pause.is_due(),
            context.lineage._zoom_soon.isActive(), context.sources.is_looking(), context.disagreements.is_waiting(),
            context.edits.is_busy(), context.panels.is_filling(), not context.inspector.document.is_written(),
            not context.people.profile.body.is_written(),
        ]  # fmt: skip
        whole = all(view.window() is self.window for view in views)
        return whole and self.window.updatesEnabled() and not context.runner.is_busy() and not any(waits)

    def picture(self, step: str) -> None:
        """Keep a picture of the window where pictures are wanted."""
        self._step += 1
        if PICTURES:
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            picture = self.window.grab()
            with QPainter(picture) as painter:
                for card in self.window.findChildren(HoverCard):
                    if card.isVisible():
                        painter.drawPixmap(self.window.mapFromGlobal(card.pos()), card.grab())
            assert picture.save(str(folder / f"{self._story}-{self._step:02}-{step}.png"))

    def look(self) -> Seen:
        """What is on the screen now. What cannot be seen is not read."""
        self.settle()
        context, model = self.context, self.context.releases.model
        canvas, chart = context.timeline.panel.canvas, context.charts
        self.until(lambda: not model.missing(0, model.rowCount() - 1))
        chip = self.window.findChild(QWidget, "brush_chip")
        lanes = [header.lane for header in context.timeline.panel.headers.findChildren(LaneHeader)]
        layout = context.releases.columns.layout
        return Seen(
            self.window.bar.edit.text(),
            chip.accessibleName() if chip is not None and chip.isVisible() else "",
            self.window.panels.current,
            self.window.status._counts.text(),
            tuple(model.text(row, 0) for row in range(model.rowCount())),
            layout.shown_keys(),
            layout.sort,
            self._facets(),
            tuple(sorted((lane.label, lane.shown, lane.total) for lane in lanes)),
            self.marks(shown=True) if canvas.isVisible() else (),
            self.marks(shown=False) if canvas.isVisible() else (),
            tuple(mark.text for mark in chart.chart.marks if mark.shown) if chart.canvas.isVisible() else (),
            (canvas.scale.first, canvas.scale.last),
        )

    def _facets(self) -> tuple[tuple[str, str, int], ...]:
        """The values that each facet lists, with their counts."""
        sections = self.context.facets.sections.values()
        return tuple(
            (section.key, item.value, item.count)
            for section in sections
            if isinstance(section, ValueSection)
            for item in section.values._items
        )

    def marks(self, *, shown: bool) -> tuple[str, ...]:
        """Names of the marks in the timeline's last frame that the filter shows, or of those that it dims."""
        canvas = self.context.timeline.panel.canvas
        scene = canvas.scene
        found = [one.position for one in canvas.drawing.drawn() if isinstance(one, DrawnMark)]
        return tuple(sorted(scene.timeline.names[at] for at in found if bool(scene.shown[at]) is shown))

    def releases_on_timeline(self) -> set[int]:
        """Ids of the releases that the timeline and its tray show, not dimmed."""
        scene = self.context.timeline.panel.canvas.scene
        kinds = scene.timeline.kinds == tuple(Kind).index(Kind.RELEASE)
        return {int(id_) for id_ in scene.timeline.ids[scene.shown & kinds]}

    def marks_in_chart(self) -> list[tuple[tuple[int, ...], bool]]:
        """The releases that each mark of the chart stands for, and whether it is not dimmed; none if it is not seen."""
        view = self.context.charts
        return [(mark.ids, mark.shown) for mark in view.chart.marks] if view.canvas.isVisible() else []

    def inks(self) -> dict[str, float]:
        """How much each mark of the timeline that touches no other stands out from the ground: 1 is black on white."""
        canvas = self.context.timeline.panel.canvas
        drawn = canvas.drawing.drawn()
        ground = self.program._theme.colour("background").lightnessF()
        image = canvas.grab().toImage()
        found = {}
        for one in drawn:
            area = one.rect.toAlignedRect()
            beside = one.rect.adjusted(-4, -4, 4, 4)
            alone = not any(other is not one and other.rect.intersects(beside) for other in drawn)
            if isinstance(one, DrawnMark) and alone and area.width() <= POINT and image.rect().contains(area):
                places = itertools.product(range(area.left(), area.right()), range(area.top(), area.bottom()))
                ink = max(abs(image.pixelColor(x, y).lightnessF() - ground) for x, y in places)
                found[canvas.scene.timeline.names[one.position]] = ink
        return found

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

    def call(self, text: str) -> None:
        """Find a command or a saved view in the palette, and go to it."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = self.window.overlays._palette
        self.until(palette.edit.hasFocus)
        self.type(text)

        def first() -> str:
            row = palette.list.currentIndex().data(Qt.ItemDataRole.UserRole)
            return "" if row is None else row.text

        self.until(lambda: not palette._waiting and first() == text)
        self.picture("palette")
        self.key(Qt.Key.Key_Return)

    # ---- what the database says ----

    def ask(self, sql: str, *values: object) -> list[tuple]:
        """The rows that a statement of SQL finds."""
        with self.context.runner.database.read() as conn:
            return [tuple(row) for row in conn.exec_driver_sql(sql, values)]

    def matching(self, query: str) -> int:
        """How many releases a filter should show, counted in SQL."""
        from db.filters import parse
        from db.row_selects import count_of

        with self.context.runner.database.read() as conn:
            return conn.scalar(count_of(Kind.RELEASE, parse(query)))


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
