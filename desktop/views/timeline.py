"""The timeline: everything that has a date, in lanes, with a strip of the whole below and a tray of the undated."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from db.clauses import AnyOf
from db.texts import tr
from db.timeline import TONES
from desktop.copy_links import copy_entity_link
from desktop.drawing.look import Look
from desktop.drawing.timeline.scene import Scene
from desktop.icons import Icons
from desktop.shared import Shared
from desktop.timeline.brush import Span
from desktop.timeline.brushing import Brushing
from desktop.timeline.hover import TimelineHover
from desktop.timeline.lanes import Lane
from desktop.timeline.layout import LaneLayout
from desktop.timeline.menu import TimelineMenu
from desktop.timeline.panel import TimelinePanel
from desktop.timeline.query import Answer, ask, ordered
from desktop.timeline.selecting import Selecting
from desktop.when_shown import WhenShown
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.clauses import Clause
    from desktop.picture_dialog import Picture

NAME = "timeline"
SETTLED = 250  # milliseconds without zooming after which the zoom is kept
NARROWEST_PICTURE = 800  # pixels
ENTITY_KEYS = {"organization": "org", "technique": "technique", "person": "person"}
"""The key of the clause that asks for what a lane stands for."""


class TimelineView(QWidget):
    """Asks for the timeline under the filter, paints it, and writes the brush, the selection and the zoom."""

    opened = Signal()
    """The user wants to read about the entity with the focus."""
    told = Signal(str)
    """A short message for the status bar."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._theme, self._settings = shared.theme, shared.settings
        self._arrangement = LaneLayout(shared.settings)
        self._answer: Answer | None = None
        self._order: tuple[int, ...] = ()
        self.setObjectName(NAME)
        self._build(Look.of(shared.theme), shared.icons)
        self._when_shown = WhenShown(self, self._ask)
        self.brushing = Brushing(self.panel.canvas, shared.filters)
        self.hover = TimelineHover(self.panel.canvas, shared.runner)
        self.selecting = Selecting(self.panel, shared.selection, self.hover)
        self._zoom_soon = QTimer(self)
        self._zoom_soon.setSingleShot(True)
        self._zoom_soon.setInterval(SETTLED)
        self._zoom_soon.timeout.connect(self._keep_zoom)
        self._connect_state()
        self._connect_canvas()
        self._connect_panel()
        self.reload()

    # ---- questions and answers ----

    def reload(self) -> None:
        """Ask again, at once or when the timeline is next seen."""
        self._when_shown.ask()

    def _ask(self) -> None:
        self.progress.start(tr("Looking up dates"))
        known = self._answer.index if self._answer is not None else None
        work = partial(ask, spec=self._filters.spec, by=self._arrangement.by, known=known)
        brushing = self._filters.brush is not None
        self._runner.run(NAME, work, self._take, self._fail, urgent=True, patient=brushing)

    def _take(self, answer: Answer) -> None:
        self.progress.finish()
        before, self._answer = self._answer, answer
        if not len(answer.timeline.ids):
            text = tr("Releases, papers, systems and events appear here. File › Import… brings some in.")
            self._say(tr("Nothing here can be dated"), text)
            return
        self._stack.setCurrentWidget(self.panel)
        self.panel.show_answer(answer)
        self._show_lanes()
        self._show_tray(bool(self._settings.read("timeline/tray", False)) or not answer.timeline.dated)
        if before is None or before.timeline is not answer.timeline:
            self._show_zoom()
        self.brushing.show()
        self.selecting.show()

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._say(tr("The timeline could not be read"), str(error), [(tr("Try again"), self.reload)])

    def _say(self, title: str, text: str, ways: list[tuple[str, Callable[[], object]]] | None = None) -> None:
        self._empty.set_message(title, text, ways or [])
        self._stack.setCurrentWidget(self._empty)

    # ---- lanes ----

    def _show_lanes(self) -> None:
        """Lanes, marks and names as the answer and the user's arrangement have them."""
        answer = self._answer
        if answer is None:
            return
        self._order = ordered(answer, self._arrangement.order())
        scene = Scene(
            answer.timeline, answer.lanes, self._order, self._arrangement.folded(answer.lanes), answer.shown,
            self._selection.ids, self._selection.focus, answer.index,
        )  # fmt: skip
        pairs = zip(answer.lanes.labels, answer.lanes.ids, strict=True)
        labels = [label if entity is not None else tr(label) for label, entity in pairs]
        self.panel.show_scene(scene, [self._lane(answer, number, labels[number]) for number in self._order], labels)

    def _lane(self, answer: Answer, number: int, label: str) -> Lane:
        tone = TONES[number] if answer.lanes.by == "kind" else ""
        entity = answer.lanes.ids[number] is not None
        return Lane(number, label, tone, answer.counts[number], answer.totals[number], entity)

    def _regroup(self, by: str) -> None:
        if by != self._arrangement.by:
            self._arrangement.set_by(by)
            self.panel.corner.show_by(by)
            self.reload()

    def _fold(self, number: int, folded: bool) -> None:
        if self._answer is not None:
            self._arrangement.set_folded(self._answer.lanes.labels[number], folded)
            self._show_lanes()

    def _reorder(self, order: tuple[int, ...]) -> None:
        if self._answer is not None:
            self._arrangement.set_order(self._answer.lanes.labels[number] for number in order)
            self._show_lanes()

    def _filter_lane(self, number: int, negated: bool) -> None:
        if self._answer is not None:
            name = self._answer.lanes.labels[number]
            self._add_clause(AnyOf(ENTITY_KEYS[self._answer.lanes.by], (name,), negated))

    def _show_tray(self, wanted: bool) -> None:
        button = self.panel.corner.tray
        button.setChecked(wanted)
        self.panel.tray.setVisible(wanted and self._answer is not None and len(self._answer.undated) > 0)

    def _want_tray(self, wanted: bool) -> None:
        self._settings.write("timeline/tray", wanted)
        self._show_tray(wanted)

    # ---- the filter and the brush ----

    def _on_filter(self) -> None:
        self.brushing.show()
        self.reload()

    def _add_clause(self, chosen: Clause) -> None:
        spec = self._filters.spec
        self._filters.set(spec.replace("date", (chosen,)) if chosen.key == "date" else spec.with_clause(chosen))

    # ---- menus and pictures ----

    def _show_menu(self, position: int | None, place: QPoint) -> None:
        if position is None or self._answer is None:
            return
        self.hover.hide()
        self.selecting.pick_for_menu(position)
        menu = self.menus.for_mark(self._answer.timeline, position)
        menu.exec(place)
        menu.deleteLater()

    def save_picture(self) -> None:
        """Let the user save the timeline as a file."""
        answer, canvas = self._answer, self.panel.canvas
        if answer is not None and len(answer.timeline.ids):
            sight = (canvas.scale.first, canvas.scale.last)
            width = float(max(self.panel.width(), NARROWEST_PICTURE))
            work = partial(_pictures, answer=answer, order=self._order, sight=sight, width=width)
            self._runner.run("timeline.picture", work, self._ask_for_picture, self._tell_failure)

    def _ask_for_picture(self, pictures: list[Picture]) -> None:
        from desktop.picture_dialog import PictureDialog

        dialog = PictureDialog(pictures, self._settings, self._theme.scheme, self)
        dialog.written.connect(lambda path: self.told.emit(tr("Saved {path}", path=path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell_failure(self, error: Exception) -> None:
        self.told.emit(tr("The picture could not be made: {error}", error=error))

    # ---- zoom ----

    def _keep_zoom(self) -> None:
        scale = self.panel.canvas.scale
        span = (scale.first, scale.last)
        self._navigation.set_zoom(NAME, None if span == self.panel.canvas.usual() else span)

    def _on_zoom(self, view: str) -> None:
        if view == NAME:
            self._zoom_soon.stop()
            self._show_zoom()

    def _show_zoom(self) -> None:
        self.panel.canvas.set_span(self._navigation.zoom(NAME))
        self.panel.show_sight()

    # ---- building ----

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "panel"):
            self._on_theme()

    def _build(self, look: Look, icons: Icons) -> None:
        self.panel = TimelinePanel(look, icons, self)
        self.panel.corner.show_by(self._arrangement.by)
        self._empty = EmptyState(self)
        self._empty.setObjectName("timeline_empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self._empty)
        self.menus = TimelineMenu(self)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("timeline_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel(NAME))
        self.setFocusProxy(self.panel.canvas)

    def _on_theme(self) -> None:
        self.panel.set_look(Look.of(self._theme))

    def _connect_state(self) -> None:
        self._filters.changed.connect(self._on_filter)
        self._navigation.zoom_changed.connect(self._on_zoom)
        self._theme.changed.connect(self._on_theme)

    def _connect_canvas(self) -> None:
        canvas = self.panel.canvas
        canvas.moved.connect(self._zoom_soon.start)
        canvas.opened.connect(self.opened)
        canvas.menu_wanted.connect(self._show_menu)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.corner.by_chosen.connect(self._regroup)
        panel.corner.tray_wanted.connect(self._want_tray)
        panel.corner.picture_wanted.connect(self.save_picture)
        panel.headers.folded.connect(self._fold)
        panel.headers.reordered.connect(self._reorder)
        panel.headers.filter_wanted.connect(self._filter_lane)
        panel.tray.opened.connect(self.opened)
        self.menus.chosen.connect(self._add_clause)
        self.menus.opened.connect(self.opened)
        self.menus.link_wanted.connect(lambda id_: copy_entity_link(self._runner, id_, self.told.emit))
        self.menus.told.connect(self.told)


def _pictures(conn: Connection, answer: Answer, order: tuple[int, ...], sight: Span, width: float) -> list[Picture]:
    """Loaded when first wanted, in the thread."""
    from desktop.timeline.picture import pictures

    return pictures(conn, answer, order, sight, width)
