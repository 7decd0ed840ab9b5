"""To go on painting what was held back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def paint_again(widget: QWidget) -> None:
    """Let a widget that has its updates disabled paint itself, and what changed in it meanwhile.

    Qt answers a request to paint that comes while the window is held by nothing, and believes from then on that one is
    on its way: it must be asked anew, or the window would stay as it is.
    """
    widget.setUpdatesEnabled(True)
    QCoreApplication.postEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))
