"""The lineage's widgets and how they keep together: strip, canvas, scroll bar, legend, and screen readers' tree."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from db.texts import tr
from desktop.drawing.lineage.figure import LEGEND_LINE, draw_legend, legend_lines, legend_of
from desktop.drawing.lineage.scene import LineageScene
from desktop.drawing.look import Look
from desktop.icons import Icons
from desktop.lineage.bar import LineageBar
from desktop.lineage.canvas import LineageCanvas
from desktop.lineage.nodes import focus_key, nodes
from desktop.lineage.query import Answer
from desktop.widgets.canvas_nodes import CanvasNodes

EDGE = 8  # pixels beside the legend


class LegendStrip(QWidget):
    """What lines and marks mean, in as many lines as it needs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineage_legend")
        self._look = look
        self._legend: list[tuple[str, str]] = []

    def set_look(self, look: Look) -> None:
        """Other colours."""
        self._look = look
        self._fit()

    def set_scene(self, scene: LineageScene) -> None:
        """Explain what this has."""
        self._legend = legend_of(scene)
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(", ".join(words for _, words in self._legend))
        self._fit()

    def _lines(self) -> list[list[tuple[float, str, str]]]:
        return legend_lines(self._legend, self._look, self.width() - 2 * EDGE)

    def _fit(self) -> None:
        self.setFixedHeight(int(len(self._lines()) * LEGEND_LINE + EDGE))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many lines as the width asks for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Samples with their words."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("background"))
            box = QRectF(self.rect()).adjusted(EDGE, EDGE / 2, -EDGE, -EDGE / 2)
            draw_legend(painter, self._look, box, self._lines())


class LineagePanel(QWidget):
    """The strip above the canvas, the scroll bar beside it, the legend below."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = LineageBar(icons, self)
        self.canvas = LineageCanvas(look, self)
        self.canvas.setAccessibleName(tr("Lineage"))
        self.legend = LegendStrip(look, self)
        self.answer: Answer | None = None
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setObjectName("lineage_scroll")
        self._scroll.setAccessibleName(tr("Scroll lanes"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.bar, 0, 0, 1, 2)
        grid.addWidget(self.canvas, 1, 0)
        grid.addWidget(self._scroll, 1, 1)
        grid.addWidget(self.legend, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        self.nodes = CanvasNodes(self.canvas, QAccessible.Role.Chart, lambda: nodes(self.canvas, self.answer))
        self.canvas.painted.connect(self._on_painted)
        self._scroll.valueChanged.connect(lambda value: self.canvas.set_top(float(value)))
        self.bar.nearer.connect(lambda: self.canvas.zoom(1.5))
        self.bar.further.connect(lambda: self.canvas.zoom(1 / 1.5))
        self.bar.all_wanted.connect(self.canvas.show_all)
        self.bar.legend_wanted.connect(self.legend.setVisible)

    def set_look(self, look: Look) -> None:
        """Other colours."""
        self.canvas.set_look(look)
        self.legend.set_look(look)

    def show_scene(self, answer: Answer, scene: LineageScene) -> None:
        """Paint this."""
        self.answer = answer
        self.canvas.set_scene(scene)
        self.legend.set_scene(scene)

    def _on_painted(self) -> None:
        canvas, hidden = self.canvas, self.canvas.hidden_height()
        self._scroll.blockSignals(True)
        self._scroll.setRange(0, round(hidden))
        self._scroll.setPageStep(canvas.height())
        self._scroll.setValue(round(canvas.sight.top))
        self._scroll.blockSignals(False)
        self._scroll.setVisible(hidden >= 1)
        self.nodes.update()
        if QAccessible.isActive():
            self.nodes.set_focus(focus_key(canvas))
