"""The strip above the lineage: how far relatives stand out, the path between two, what is left out, zoom and files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from db.texts import tr, tr_n
from desktop.icon_button import HEIGHT, icon_button
from desktop.icons import Icons
from desktop.lineage.query import EVERY
from desktop.widgets.plain import PlainLabel, set_plain_tooltip

STEPS = (EVERY, 0, 1, 2, 3, 5)
"""How many steps up or down stand out, as they are offered."""


class LineageBar(QWidget):
    """Controls; the view does what they say."""

    depth_chosen = Signal()
    path_wanted = Signal(bool)
    only_wanted = Signal()
    whole_wanted = Signal()
    legend_wanted = Signal(bool)
    nearer = Signal()
    further = Signal()
    all_wanted = Signal()
    picture_wanted = Signal()
    edges_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineage_bar")
        self.up = self._steps("lineage_up", tr("Ancestors that stand out"), tr("ancestors"))
        self.down = self._steps("lineage_down", tr("Descendants that stand out"), tr("descendants"))
        self.path = self._word("lineage_path", tr("Path"), tr("Show the path between the two selected models"))
        self.path.setCheckable(True)
        self.path.toggled.connect(self.path_wanted)
        self.only = self._word("lineage_only", tr("Only related"), tr("Show only what is related to the selection"))
        self.only.clicked.connect(self.only_wanted)
        self.whole = self._word("lineage_whole", tr("Show everything"), tr("Show what was folded or left out again"))
        self.whole.clicked.connect(self.whole_wanted)
        self.legend = self._word("lineage_legend_button", tr("Legend"), tr("Show what lines and marks mean"))
        self.legend.setCheckable(True)
        self.legend.toggled.connect(self.legend_wanted)
        self.count = PlainLabel(parent=self)
        self.count.setObjectName("lineage_count")
        self.count.setProperty("muted", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 4, 4, 4)
        line.setSpacing(4)
        for widget in (self.up, self.down, self.path, self.only, self.whole):
            line.addWidget(widget)
        line.addWidget(self.count, 1)
        line.addWidget(self.legend)
        for name, icon, text, signal in (
            ("lineage_nearer", "plus", tr("Zoom in (+)"), self.nearer),
            ("lineage_further", "minus", tr("Zoom out (−)"), self.further),
            ("lineage_all", "network", tr("Show the whole lineage (0)"), self.all_wanted),
            ("lineage_edges", "table", tr("Save the relations as a table or graph…"), self.edges_wanted),
            ("lineage_picture", "download", tr("Save the lineage as a picture…"), self.picture_wanted),
        ):
            button = icon_button(name, icon, text, icons, self)
            button.clicked.connect(signal)
            line.addWidget(button)

    def depths(self) -> tuple[int, int]:
        """How many steps up and down stand out."""
        return int(self.up.currentData()), int(self.down.currentData())

    def show_depths(self, up: int, down: int) -> None:
        """Choose these; what is not offered leaves the choice."""
        for box, steps in ((self.up, up), (self.down, down)):
            if steps in STEPS:
                box.setCurrentIndex(STEPS.index(steps))

    def show_selection(self, selected: int, *, path: bool) -> None:
        """Offer what the selection allows."""
        self.path.setEnabled(selected == 2)
        self.path.blockSignals(True)
        self.path.setChecked(path and selected == 2)
        self.path.blockSignals(False)
        self.only.setEnabled(selected > 0)

    def show_counts(self, shown: int, total: int, *, cut: bool) -> None:
        """How many models the filter keeps, and whether some are folded away."""
        every = tr_n("{n:,} model", "{n:,} models", total)
        self.count.setText(every if shown == total else tr("{n:,} of {every}", n=shown, every=every))
        self.whole.setVisible(cut)

    def _steps(self, name: str, about: str, word: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(about)
        set_plain_tooltip(box, about)
        box.setFixedHeight(HEIGHT)
        for steps in STEPS:
            said = tr("all {word}", word=word) if steps == EVERY else tr("{n} × {word}", n=steps, word=word)
            box.addItem(said, steps)
        box.activated.connect(lambda _index: self.depth_chosen.emit())
        return box

    def _word(self, name: str, text: str, about: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        set_plain_tooltip(button, about)
        button.setAccessibleName(text)
        button.setAccessibleDescription(about)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFixedHeight(HEIGHT)
        return button
