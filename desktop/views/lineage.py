"""The lineage: which model came from which, by date, in lanes; the same selection and filter as everywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from db.texts import tr
from desktop.copy_links import copy_entity_link
from desktop.drawing.lineage.scene import LineageScene
from desktop.drawing.look import Look
from desktop.icons import Icons
from desktop.lineage.files import LineageFiles
from desktop.lineage.hover import LineageHover
from desktop.lineage.menu import LineageMenu
from desktop.lineage.panel import LineagePanel
from desktop.lineage.query import EVERY, Answer, Folding, Lit, ask, between, nodes_of, related
from desktop.shared import Shared
from desktop.when_shown import WhenShown
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.clauses import Clause

NAME = "lineage"
SETTLED = 250  # milliseconds without zooming after which the zoom is kept
NARROWEST = 900  # pixels for which the lineage is laid out


class LineageView(QWidget):
    """Asks for the lineage, paints it, and writes the selection, clauses and the zoom."""

    opened = Signal()
    """The user wants to read about the entity with the focus."""
    told = Signal(str)
    """A short message for the status bar."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._theme, self._settings = shared.theme, shared.settings
        self._answer: Answer | None = None
        self._folding = Folding()
        self._path = False
        self._followed: int | None = None
        self.setObjectName(NAME)
        self._build(Look.of(shared.theme), shared.icons)
        self._when_shown = WhenShown(self, self._ask)
        self._zoom_soon = QTimer(self)
        self._zoom_soon.setSingleShot(True)
        self._zoom_soon.setInterval(SETTLED)
        self._zoom_soon.timeout.connect(lambda: shared.navigation.set_zoom(NAME, self.panel.canvas.span()))
        self._connect()
        self.reload()

    # ---- questions and answers ----

    def reload(self) -> None:
        """Ask again, at once or when the lineage is next seen."""
        self._when_shown.ask()

    def _ask(self) -> None:
        self.progress.start(tr("Laying out the lineage"))
        room = (Look.of(self._theme).font, float(max(self.panel.canvas.width(), NARROWEST)))
        work = partial(ask, spec=self._filters.spec, folding=self._folding, room=room, known=self._answer)
        self._runner.run(NAME, work, self._take, self._fail, urgent=True)

    def _take(self, answer: Answer) -> None:
        self.progress.finish()
        first, self._answer = self._answer is None, answer
        self.hover.hide()
        self.hover.answer = answer
        if not len(answer.whole.ids):
            text = tr("Models appear here once something is stated about which of them came from which.")
            self._say(tr("No lineage is known yet"), text, [])
            return
        if not len(answer.graph.ids):
            self._say(tr("Nothing is related to what was asked for"), "", [(tr("Show everything"), self._show_whole)])
            return
        self._stack.setCurrentWidget(self.panel)
        cut = answer.folding.only is not None or bool(answer.folding.folded) or bool(answer.folding.unfolded)
        self.panel.bar.show_counts(*answer.counts, cut=cut)
        self._show()
        if first:
            self.panel.canvas.set_span(self._navigation.zoom(NAME))
            self._followed = None
            self._follow()

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._say(tr("The lineage could not be read"), str(error), [(tr("Try again"), self.reload)])

    def _say(self, title: str, text: str, ways: list[tuple[str, Callable[[], object]]]) -> None:
        self._empty.set_message(title, text, ways)
        self._stack.setCurrentWidget(self._empty)

    def _show(self) -> None:
        """Nodes and edges as the answer, the selection and the depths have them."""
        answer = self._answer
        if answer is None or not len(answer.graph.ids):
            return
        selected = nodes_of(answer.graph, self._selection.ids)
        focus = answer.graph.node_of(self._selection.focus or 0)
        lit = self._lit(answer, np.flatnonzero(selected & answer.graph.is_whole))
        scene = LineageScene(
            answer.graph, answer.layout, answer.shown, selected, focus,
            lit.nodes if lit is not None else None, lit.edges if lit is not None else None, answer.hidden,
            answer.shape,
        )  # fmt: skip
        self.panel.show_scene(answer, scene)

    def _lit(self, answer: Answer, selected: np.ndarray) -> Lit | None:
        """What stands out: the path between two if that is wanted, else the selection's relatives."""
        self._path = self._path and len(selected) == 2
        self.panel.bar.show_selection(len(selected), path=self._path)
        if not len(selected):
            return None
        if self._path:
            found = between(answer, int(selected[0]), int(selected[1]))
            if found is not None:
                return found
            self._path = False
            self.panel.bar.show_selection(len(selected), path=False)
            self.told.emit(tr("The two are not related."))
        return related(answer, selected, *self.panel.bar.depths())

    # ---- the filter and the selection ----

    def _add_clause(self, chosen: Clause) -> None:
        self._filters.set(self._filters.spec.with_clause(chosen))

    def _on_selection(self) -> None:
        self._show()
        self._follow()

    def _follow(self) -> None:
        """Bring a focus that came from elsewhere into sight."""
        canvas, focus = self.panel.canvas, self._selection.focus
        node = canvas.focus_node()
        if focus != self._followed and node is not None:
            canvas.show_node(node)
        if focus != self._followed:
            canvas.edge = None
        self._followed = focus

    def _pick(self, node: int, toggle: bool) -> None:
        chosen = self._id_of(node)
        if chosen is None:
            self.told.emit(tr("It is only a name so far: nothing else is known of it."))
            return
        self._followed = chosen  # it is in sight: the nodes stay where they are
        ids = self._selection.ids.symmetric_difference((chosen,)) if toggle else frozenset((chosen,))
        self._selection.set(ids, chosen)

    def _walk(self, node: int) -> None:
        chosen = self._id_of(node)
        if chosen is None:
            self.told.emit(tr("“{name}” is only a name so far.", name=self._name_of(node)))
        else:
            self._selection.set_focus(chosen)
            self.hover.rest_on(("node", node))

    def _id_of(self, node: int) -> int | None:
        return None if self._answer is None else int(self._answer.graph.ids[node]) or None

    def _name_of(self, node: int) -> str:
        return "" if self._answer is None else self._answer.graph.names[node]

    def _clear(self) -> None:
        self._selection.set((), self._selection.focus)

    # ---- folding ----

    def _fold(self, folding: Folding) -> None:
        if folding != self._folding:
            self._folding = folding
            self.reload()

    def _fold_variants(self, id_: int, wanted: bool) -> None:
        unfolded = self._folding.unfolded
        self._fold(replace(self._folding, unfolded=unfolded | {id_} if wanted else unfolded - {id_}))

    def _fold_family(self, id_: int, wanted: bool) -> None:
        folded = self._folding.folded
        self._fold(replace(self._folding, folded=folded | {id_} if wanted else folded - {id_}))

    def _show_only(self, ids: frozenset[int]) -> None:
        if ids:
            self.panel.canvas.set_span(None)
            self._fold(replace(self._folding, only=ids))

    def _show_whole(self) -> None:
        self._fold(Folding())

    def _want_path(self, wanted: bool) -> None:
        self._path = wanted
        self._show()

    def _choose_depths(self) -> None:
        self._settings.write("lineage/depths", list(self.panel.bar.depths()))
        self._show()

    def _want_legend(self, wanted: bool) -> None:
        self._settings.write("lineage/legend", wanted)

    def _show_menu(self, node: int | None, place: QPoint) -> None:
        if node is None or self._answer is None:
            return
        self.hover.hide()
        chosen = self._id_of(node)
        if chosen is not None and chosen not in self._selection.ids:
            self._pick(node, toggle=False)
        menu = self.menus.for_node(self._answer, node)
        menu.exec(place)
        menu.deleteLater()

    # ---- building ----

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "panel"):
            self._on_theme()

    def _on_theme(self) -> None:
        self.panel.set_look(Look.of(self._theme))

    def _on_zoom(self, view: str) -> None:
        if view == NAME and not self._zoom_soon.isActive():
            self.panel.canvas.set_span(self._navigation.zoom(NAME))

    def _build(self, look: Look, icons: Icons) -> None:
        self.panel = LineagePanel(look, icons, self)
        kept = self._settings.read("lineage/depths")
        if isinstance(kept, list) and len(kept) == 2 and all(isinstance(steps, int) for steps in kept):
            self.panel.bar.show_depths(*kept)
        else:
            self.panel.bar.show_depths(EVERY, EVERY)
        legend = self._settings.read("lineage/legend", True) is not False
        self.panel.bar.legend.setChecked(legend)
        self.panel.legend.setVisible(legend)
        self._empty = EmptyState(self)
        self._empty.setObjectName("lineage_empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self._empty)
        self.hover = LineageHover(self.panel.canvas, self._runner)
        self.menus = LineageMenu(self)
        self.files = LineageFiles(self, self._filters, self._runner, self._settings)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("lineage_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel(NAME))
        self.setFocusProxy(self.panel.canvas)

    def _connect(self) -> None:
        self._filters.changed.connect(self.reload)
        self._selection.changed.connect(self._on_selection)
        self._navigation.zoom_changed.connect(self._on_zoom)
        self._theme.changed.connect(self._on_theme)
        canvas, bar, menus = self.panel.canvas, self.panel.bar, self.menus
        canvas.moved.connect(self._zoom_soon.start)
        canvas.picked.connect(self._pick)
        canvas.walked.connect(self._walk)
        canvas.cleared.connect(self._clear)
        canvas.opened.connect(self.opened)
        canvas.menu_wanted.connect(self._show_menu)
        bar.depth_chosen.connect(self._choose_depths)
        bar.path_wanted.connect(self._want_path)
        bar.only_wanted.connect(lambda: self._show_only(self._selection.ids))
        bar.whole_wanted.connect(self._show_whole)
        bar.legend_wanted.connect(self._want_legend)
        bar.picture_wanted.connect(lambda: self.files.save_picture(self.panel.canvas.scene, self._theme.scheme))
        bar.edges_wanted.connect(self.files.save_edges)
        self.files.told.connect(self.told)
        menus.chosen.connect(self._add_clause)
        menus.opened.connect(self.opened)
        menus.told.connect(self.told)
        menus.variants_wanted.connect(self._fold_variants)
        menus.family_wanted.connect(self._fold_family)
        menus.only_wanted.connect(lambda id_: self._show_only(frozenset((id_,))))
        menus.link_wanted.connect(lambda id_: copy_entity_link(self._runner, id_, self.told.emit))
