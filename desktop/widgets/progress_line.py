"""Work in progress: a thin line at the top of the view that waits, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from db.texts import tr

DELAY = 300  # milliseconds before it shows: shorter work needs no sign
THICKNESS = 2
STEPS = 1000


class ProgressLine(QProgressBar):
    """Lies over the top edge of `view` while work runs. `cancelled` comes once, and hides it."""

    cancelled = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setTextVisible(False)
        self.setMinimumSize(0, 0)
        self.cancel_button = QPushButton(tr("Cancel"), view)
        self.cancel_button.setObjectName("cancel")
        self.cancel_button.clicked.connect(self._cancel)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._appear)
        view.installEventFilter(self)
        self.finish()

    def start(self, label: str) -> None:
        """Work has begun; `label` says which, for screen readers and the button's name. Shows after a delay."""
        self.setAccessibleName(label)
        self.cancel_button.setAccessibleName(tr("Cancel: {task}", task=label))
        self.set_fraction(None)
        if not self.isVisible():
            self._timer.start()

    def set_fraction(self, fraction: float | None) -> None:
        """How much is done, from 0 to 1, or None where that is unknown."""
        self.setRange(0, 0 if fraction is None else STEPS)
        self.setValue(round((fraction or 0.0) * STEPS))

    def finish(self) -> None:
        """The work is done, or failed."""
        self._timer.stop()
        if self.cancel_button.hasFocus():
            self._view.setFocus()
        self.hide()
        self.cancel_button.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the top of the view."""
        if watched is self._view and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the done part over a faint line; all of it where the share is unknown, since nothing should move."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), THICKNESS, self.palette().mid())
        share = self.value() / STEPS if self.maximum() else 1.0
        painter.fillRect(0, 0, round(self.width() * share), THICKNESS, self.palette().accent())

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self.cancel_button.show()
        self.cancel_button.raise_()

    def _place(self) -> None:
        self.setGeometry(0, 0, self._view.width(), self.sizeHint().height())
        size = self.cancel_button.sizeHint()
        self.cancel_button.setGeometry(self._view.width() - size.width() - 8, 8, size.width(), size.height())

    def _cancel(self) -> None:
        self.finish()
        self.cancelled.emit()
