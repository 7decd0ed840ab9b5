"""The line above the timeline: what lanes are made by, zoom, what is in sight, the undated, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from db.texts import tr
from db.timeline import LANES_BY as BY
from desktop.icons import Icons
from desktop.timeline_words import LANES_BY
from desktop.widgets.plain import PlainLabel


class TimelineBar(QWidget):
    """Buttons and two texts; the view does what they say."""

    by_chosen = Signal(str)
    nearer = Signal()
    further = Signal()
    all_wanted = Signal()
    tray_wanted = Signal(bool)
    export_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setObjectName("timeline_bar")
        lanes = PlainLabel(tr("Lanes by"))
        self.by = QComboBox()
        self.by.setObjectName("timeline_by")
        self.by.setAccessibleName(tr("Lanes by"))
        lanes.setBuddy(self.by)
        for by in BY:
            self.by.addItem(tr(LANES_BY[by]), by)
        self.by.activated.connect(lambda _index: self.by_chosen.emit(self.by.currentData()))
        self._sight = PlainLabel(elide=True)
        self._sight.setObjectName("timeline_sight")
        self._sight.setProperty("muted", True)
        self._counts = PlainLabel(elide=True)
        self._counts.setObjectName("timeline_counts")
        self._counts.setProperty("muted", True)
        self._counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.tray = QToolButton()
        self.tray.setObjectName("timeline_tray_button")
        self.tray.setCheckable(True)
        self.tray.toggled.connect(self.tray_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(4)
        line.addWidget(lanes)
        line.addWidget(self.by)
        line.addSpacing(8)
        for name, icon, text, signal in (
            ("timeline_nearer", "plus", tr("Zoom in (+)"), self.nearer),
            ("timeline_further", "minus", tr("Zoom out (−)"), self.further),
            ("timeline_all", "calendar", tr("Show all days (0)"), self.all_wanted),
        ):
            button = self._button(name, icon, text)
            button.clicked.connect(signal)
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self._sight, 1)
        line.addWidget(self._counts)
        line.addWidget(self.tray)
        export = self._button("timeline_export", "download", tr("Export the timeline…"))
        export.clicked.connect(self.export_wanted)
        line.addWidget(export)

    def show_by(self, by: str) -> None:
        """Lanes are made by this."""
        self.by.setCurrentIndex(self.by.findData(by))

    def show_sight(self, text: str) -> None:
        """These days are in sight."""
        self._sight.setText(text)

    def show_counts(self, shown: int, total: int, undated: int, undated_total: int) -> None:
        """How many marks the filter shows, and how many it shows of those that have no date."""
        self._counts.setText(tr("{shown:,} of {total:,} dated shown", shown=shown, total=total))
        text = tr("No date: {n:,}", n=undated_total)
        self.tray.setText(text)
        self.tray.setAccessibleName(tr("Without a date: {shown:,} of {total:,}", shown=undated, total=undated_total))
        self.tray.setToolTip(tr("Show what has no date"))
        self.tray.setVisible(undated_total > 0)

    def _button(self, name: str, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setIconSize(QSize(16, 16))
        self._icons.put(button, icon)
        return button
