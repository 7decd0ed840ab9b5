"""First steps: what one can do here and by which key, above the inspector until the user closes it for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.texts import spoken, tr
from desktop.icons import Icons
from desktop.widgets.announce import announce
from desktop.widgets.plain import PlainLabel, set_plain_tooltip

BESIDE_KEY, ABOVE_KEY = 9, 5
"""Pixels between the edge of a flat button and its text, so that texts beside it stand on one line with it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one can do: the keys as they are shown, in words, and what does it, if it is no place to click."""

    keys: str
    does: str
    action: QAction | None = None


def usual_steps(actions: Mapping[str, QAction]) -> list[Step]:
    """What everybody does first, with the keys as the system names them."""

    def step(name: str, does: str, *, up_to: str = "") -> Step:
        keys = actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return Step(keys + up_to, does, actions[name])

    return [
        step("filter.edit", tr("Filter by typing, or tick values on the left")),
        step("perspective.releases", tr("Table, timeline, people, lineage, sources"), up_to="…5"),
        Step(tr("Click"), tr("Facts and sources of a row or mark, here")),
        step("go.anything", tr("Go to anything by its name")),
        step("file.export", tr("Export rows to a file")),
        step("help.manual", tr("The manual")),
    ]


class FirstSteps(QScrollArea):
    """Is as high as what it says, where there is room; else it scrolls. Esc in it closes it."""

    closed = Signal()

    def __init__(self, icons: Icons, about: str, steps: Sequence[Step], where: str) -> None:
        """`about` says what is on the screen, `where` where the user's data lies."""
        super().__init__()
        self.setObjectName("first_steps")
        self.setAccessibleName(tr("First steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._first: QPushButton | None = None
        card = QWidget()
        card.setBackgroundRole(QPalette.ColorRole.Base)
        self._lines = QVBoxLayout(card)
        self._lines.setContentsMargins(8, 4, 8, 0)
        self._lines.setSpacing(8)
        self._lines.addLayout(self._head(icons))
        self._say(about, "about")
        self._lines.addLayout(self._steps(steps))
        self._say(where, "where")
        self._lines.addLayout(self._foot())
        edge = QWidget()
        edge.setFixedHeight(1)
        edge.setAutoFillBackground(True)
        edge.setBackgroundRole(QPalette.ColorRole.Mid)
        self._lines.addSpacing(4)
        self._lines.addWidget(edge)
        self.setWidget(card)

    def heightForWidth(self, width: int) -> int:
        """As high as all of it."""
        return self._lines.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """The same for the width that it has."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def tell(self) -> None:
        """Have screen readers say that it is there."""
        announce(self, tr("First steps"))

    def give_keyboard(self) -> None:
        """Give it the keyboard."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claim Escape from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if _is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _head(self, icons: Icons) -> QHBoxLayout:
        title = PlainLabel(tr("First steps"))
        font = QFont(title.font())
        font.setBold(True)
        title.setFont(font)
        cross = QToolButton()
        cross.setObjectName("first_steps_cross")
        icons.put(cross, "x", "muted")
        cross.setIconSize(QSize(16, 16))
        cross.setAccessibleName(tr("Close the first steps"))
        cross.setToolTip(tr("Close the first steps"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the button below says the same
        cross.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(cross)
        return head

    def _say(self, text: str, name: str) -> None:
        label = PlainLabel(text)
        label.setObjectName(f"first_steps_{name}")
        label.setWordWrap(True)
        label.setProperty("muted", name == "where")
        self._lines.addWidget(label)

    def _steps(self, steps: Sequence[Step]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(steps):
            does = PlainLabel(step.does)
            does.setWordWrap(True)
            does.setContentsMargins(0, ABOVE_KEY, 0, 4)
            grid.addWidget(self._key(step), row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(does, row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _key(self, step: Step) -> QWidget:
        if step.action is None:
            label = PlainLabel(step.keys)
            label.setContentsMargins(BESIDE_KEY, ABOVE_KEY, 0, 0)
            return label
        button = QPushButton(step.keys.replace("&", "&&"))
        button.setFlat(True)
        button.setAccessibleName(f"{step.keys}: {step.does}")
        set_plain_tooltip(button, spoken(step.action.text()).rstrip("…"))
        button.clicked.connect(step.action.trigger)
        self._first = self._first or button
        return button

    def _foot(self) -> QHBoxLayout:
        close = QPushButton(tr("Got it"))
        close.setObjectName("first_steps_close")
        close.setAccessibleDescription(tr("Closes the first steps for good; Help › First steps shows them again."))
        close.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.addWidget(close)
        foot.addStretch(1)
        return foot


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
