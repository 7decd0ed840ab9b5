"""Whether there is a display to show a window on: Qt ends the process when there is none."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping

_REMEDY = "Start it in a graphical session; the commands import, export, check and list-fields need no display."


def missing_display(environment: Mapping[str, str]) -> str:
    """What is wrong with the display and what to do, in two lines; empty when a window can be shown."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux") or (chosen and not chosen.startswith("xcb")):
        return ""
    if environment.get("WAYLAND_DISPLAY") and not chosen:
        return ""
    name = environment.get("DISPLAY", "")
    if not name:
        return f"there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)\n{_REMEDY}"
    if not _opens(name):
        return f"the display {name} cannot be opened\n{_REMEDY}"
    return ""


def _opens(name: str) -> bool:
    """Ask the library that Qt will use. Where it is missing, Qt has its own words for that."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    opened = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return opened
