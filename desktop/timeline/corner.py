"""The corner below the lanes' names: what lanes are made by, zoom, the undated, saving a picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from db.timeline import LANES_BY as BY
from desktop.icon_button import HEIGHT, icon_button
from desktop.icons import Icons
from desktop.timeline.words import LANES_BY
from desktop.widgets.plain import set_plain_tooltip


class TimelineCorner(QWidget):
    """A choice and some buttons, in the room that the axis and the strip leave; the view does what they say."""

    by_chosen = Signal(str)
    nearer = Signal()
    further = Signal()
    all_wanted = Signal()
    tray_wanted = Signal(bool)
    picture_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_corner")
        self.by = QComboBox(self)
        self.by.setObjectName("timeline_by")
        self.by.setAccessibleName(tr("Lanes"))
        self.by.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for by in BY:
            self.by.addItem(tr(LANES_BY[by]), by)
        self.show_left_out(0)
        self.by.activated.connect(lambda _index: self.by_chosen.emit(self.by.currentData()))
        self.tray = QToolButton(self)
        self.tray.setObjectName("timeline_tray_button")
        self.tray.setCheckable(True)
        self.tray.setFixedHeight(HEIGHT)
        set_plain_tooltip(self.tray, tr("Show what has no date"))
        self.tray.toggled.connect(self.tray_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for name, icon, text, signal in (
            ("timeline_nearer", "plus", tr("Zoom in (+)"), self.nearer),
            ("timeline_further", "minus", tr("Zoom out (−)"), self.further),
            ("timeline_all", "calendar", tr("Show all days (0)"), self.all_wanted),
        ):
            button = icon_button(name, icon, text, icons, self)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.tray)
        picture = icon_button("timeline_picture", "download", tr("Save the timeline as a picture…"), icons, self)
        picture.clicked.connect(self.picture_wanted)
        buttons.addWidget(picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(self.by)
        column.addStretch(1)
        column.addLayout(buttons)

    def show_by(self, by: str) -> None:
        """Lanes are made by this."""
        self.by.setCurrentIndex(self.by.findData(by))

    def show_left_out(self, lanes: int) -> None:
        """How many lanes are not there because the filter shows nothing of them."""
        rule = tr("First comes the lane with most of what the filter shows; kinds keep their order.")
        out = tr_n(
            "{n:,} lane is left out: the filter shows nothing of it.",
            "{n:,} lanes are left out: the filter shows nothing of them.",
            lanes,
        )
        set_plain_tooltip(self.by, f"{rule} {out}" if lanes else rule)
        self.by.setAccessibleDescription(out if lanes else "")

    def show_undated(self, shown: int, total: int) -> None:
        """How many have no date, and how many of them the filter shows."""
        self.tray.setText(tr("No date: {n:,}", n=shown))
        self.tray.setAccessibleName(tr("Without a date: {shown:,} of {total:,}", shown=shown, total=total))
        self.tray.setVisible(total > 0)
