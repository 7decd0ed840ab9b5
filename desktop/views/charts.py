"""The charts: sizes, months and costs, under the filter and with the selection that all views share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabBar, QToolButton, QVBoxLayout, QWidget

from db.attribution import attribution
from db.texts import tr
from desktop.charts.canvas import ChartCanvas
from desktop.charts.query import ask
from desktop.drawing.charts.figure import CHARTS, ChartFigure, new_chart
from desktop.drawing.charts.scene import Chart, ChartScene
from desktop.drawing.look import Look
from desktop.shared import Shared
from desktop.timeline.brush import Span, clause, span_of
from desktop.when_shown import WhenShown
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from db.filters import FilterSpec

ZOOM = "charts"


class ChartsView(QWidget):
    """One chart at a time. A hidden one asks nothing, and catches up when it is shown."""

    told = Signal(str)
    """For the status bar."""
    opened = Signal()
    """The user wants to read about the entity with the focus."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._theme, self._icons, self._settings = shared.theme, shared.icons, shared.settings
        self.charts: tuple[Chart, ...] = tuple(map(new_chart, CHARTS))
        self.scene: ChartScene | None = None
        self.setObjectName("charts")
        self.setAccessibleName(tr("Charts"))
        self._build()
        self._soon = WhenShown(self, self._ask)
        self._soon.ask()
        shared.filters.changed.connect(self._on_filter)
        shared.filters.written.connect(self._show_brush)
        shared.selection.changed.connect(self._show_selection)
        shared.navigation.zoom_changed.connect(self._on_zoom)
        shared.theme.changed.connect(self._restyle)

    @property
    def chart(self) -> Chart:
        """The one that is shown."""
        return self.charts[max(self.tabs.currentIndex(), 0)]

    def _on_zoom(self, view: str) -> None:
        if view == ZOOM:
            self._show_chart()

    def _restyle(self) -> None:
        self.canvas.set_look(Look.of(self._theme))

    def reload(self) -> None:
        """Ask again, now or when it is shown."""
        self._soon.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "canvas"):
            self.canvas.set_look(Look.of(self._theme))

    # ---- answers ----

    def _on_filter(self, _spec: FilterSpec) -> None:
        self.reload()

    def _ask(self) -> None:
        self.progress.start(tr("Drawing charts"))
        brushing = self._filters.brush is not None
        self._runner.run("charts", partial(ask, spec=self._filters.spec), self._show, self._fail, patient=brushing)

    def _show(self, scene: ChartScene) -> None:
        self.progress.finish()
        self._problem.hide()
        self.scene = scene
        self._show_selection()
        self._show_chart()

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._problem.setText(tr("✗ The charts could not be drawn: {error}", error=error))
        self._problem.show()

    def _show_selection(self) -> None:
        if self.scene is None:
            return
        self.scene = replace(self.scene, selected=self._selection.ids, focus=self._selection.focus)
        self.chart.set_scene(self.scene)
        self.canvas.refresh()

    def _show_chart(self) -> None:
        if self.scene is None:
            return
        chart = self.chart
        chart.set_scene(self.scene)
        days = self._days()
        self.canvas.show_chart(chart, days)
        self._show_brush()
        self._remark.setText(chart.empty() or chart.remark(days))

    def _show_brush(self) -> None:
        """The brush in force: one that is kept elsewhere is gone, though the filter asks for the same."""
        if self.scene is not None:
            self.canvas.set_brush(span_of(self._filters.brush, self._days()))

    def _days(self) -> Span:
        """The days in sight."""
        return self._navigation.zoom(ZOOM) or self.chart.days() or (0.0, 1.0)

    # ---- what the user does ----

    def save_picture(self) -> None:
        """Let the user save the chart as a file."""
        if self.scene is not None:
            self._runner.run("charts.sources", attribution, self._ask_for_picture, self._fail)

    def _ask_for_picture(self, sources: str) -> None:
        from desktop.picture_dialog import Picture, PictureDialog

        if self.scene is None:
            return
        scene = replace(self.scene, selected=frozenset(), focus=None)
        spec = self._filters.spec
        asked = tr("Filter: {words}", words=spec.describe()) if spec.clauses else ""
        every = ChartFigure(self.chart.key, scene, asked, sources)
        shown = replace(every, days=self._days())
        pairs = [(tr("All days"), every)]
        if self._navigation.zoom(ZOOM) is not None and self.chart.days() is not None:
            pairs.insert(0, (tr("The days in sight"), shown))
        pictures = [
            Picture(label, f"labline-{self.chart.key}", made.title(), made.description(), made.size(), made.paint)
            for label, made in pairs
        ]
        dialog = PictureDialog(pictures, self._settings, self._theme.scheme, self)
        dialog.written.connect(lambda path: self.told.emit(tr("Saved {path}", path=path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose(self, index: int) -> None:
        self._settings.write("charts/chart", self.charts[index].key)
        self._show_chart()

    def _brush(self, span: Span | None) -> None:
        self._filters.set_brush(None if span is None else clause(span))
        self.canvas.set_brush(span)

    def _keep_brush(self) -> None:
        self._filters.keep_brush()
        self.canvas.set_brush(None)

    def _pick(self, ids: Sequence[int], toggle: bool) -> None:
        """Select what a mark stands for; with `toggle` add it, or take it out if all of it is selected."""
        if not ids:
            return
        chosen, before = frozenset(ids), self._selection.ids
        if not toggle:
            self._selection.set(chosen, ids[0])
        elif chosen <= before:
            self._selection.set(before - chosen, self._selection.focus)
        else:
            self._selection.set(before | chosen, ids[0])

    def _open(self, entity_id: int) -> None:
        self._navigation.visit(entity_id)
        self.opened.emit()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setObjectName("chart_tabs")
        self.tabs.setAccessibleName(tr("Chart"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for title in (tr("Parameters"), tr("Active parameters"), tr("Per month"), tr("Costs")):
            self.tabs.addTab(title)
        keys = [chart.key for chart in self.charts]
        kept = self._settings.read("charts/chart", "")
        self.tabs.setCurrentIndex(keys.index(kept) if kept in keys else 0)
        self.tabs.currentChanged.connect(self._choose)
        self._remark = PlainLabel()
        self._remark.setWordWrap(True)
        self._remark.setObjectName("chart_remark")
        self._remark.setProperty("muted", True)
        self._remark.setContentsMargins(12, 0, 12, 4)
        self.export_button = QToolButton()
        self.export_button.setObjectName("chart_export")
        self.export_button.setText(tr("Save picture…"))
        self.export_button.setAccessibleName(tr("Save the chart as a picture"))
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export_button.clicked.connect(self.save_picture)
        self._icons.put(self.export_button, "download")
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(8)
        top.addWidget(self.tabs, 1)
        top.addWidget(self.export_button)
        self._problem = PlainLabel()
        self._problem.setObjectName("charts_mistake")
        self._problem.setProperty("error", True)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(8, 0, 8, 4)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._remark)
        layout.addWidget(self._problem)
        layout.addWidget(self._canvas_area(), 1)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("charts_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel("charts"))
        self.setFocusProxy(self.canvas)

    def _canvas_area(self) -> QScrollArea:
        self.canvas = ChartCanvas(Look.of(self._theme))
        self.canvas.brushed.connect(self._brush)
        self.canvas.brush_kept.connect(self._keep_brush)
        self.canvas.picked.connect(self._pick)
        self.canvas.cleared.connect(lambda: self._selection.set((), self._selection.focus))
        self.canvas.opened.connect(self._open)
        self.canvas.zoomed.connect(lambda span: self._navigation.set_zoom(ZOOM, span))
        area = QScrollArea()
        area.setObjectName("charts_area")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.canvas)
        return area
