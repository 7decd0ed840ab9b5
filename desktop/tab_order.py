"""The order in which Tab walks through a window.

Qt's own is that in which parts were made, and views make theirs when they need them.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Policy = Qt.FocusPolicy
TABBED = (Policy.TabFocus, Policy.StrongFocus, Policy.WheelFocus)


def step(panels: Iterable[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to the part after or before the current one, panel by panel. Returns whether it could."""
    stops = [part for panel in panels for part in (panel, *panel.findChildren(QWidget)) if _takes_tab(part)]
    if current not in stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(stops.index(current) + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _takes_tab(part: QWidget) -> bool:
    """Whether the keyboard can rest on it now: not on a box that hands the focus on, nor on what is hidden."""
    return part.isVisible() and part.isEnabled() and part.focusProxy() is None and part.focusPolicy() in TABBED
